"""The steps of a procedure: who acts, and where the way parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pst_standards.exchange.sippn.entries import Entry, run_together, split_mark
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lists import Listing

_USER: Final = r"pengguna|pemohon|pengunjung|masyarakat|konsumen|pasien|pelanggan|responden|pelapor"
_OFFICER: Final = (
    r"petugas|operator|staf|front ?liner|front office|administrator|verifikator|pengolah|pelaksana"
    r"|pejabat|konsultan|pustakawan"
)
_ACTORS: Final = (
    ("both", rf"(?:{_USER})\b[^,.;:]{{0,20}} (?:dan|bersama) (?:{_OFFICER})"),
    ("both", rf"(?:{_OFFICER})\b[^,.;:]{{0,20}} (?:dan|bersama) (?:{_USER})"),
    ("user", _USER),
    ("treasurer", r"bendahara|kasir"),
    ("officer", _OFFICER),
    ("supervisor", r"kepala|pimpinan|atasan|kasubbag|ketua"),
    ("system", r"sistem|aplikasi"),
)
_AT_START: Final = re.compile(
    r"\W{0,3}(?:selanjutnya |kemudian |lalu |setelah itu |oleh )?,? ?(?:"
    + "|".join(f"(?P<a{place}>{words})" for place, (_, words) in enumerate(_ACTORS))
    + r")\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\boleh (?:"
    + "|".join(f"(?P<a{place}>{words})" for place, (_, words) in enumerate(_ACTORS))
    + r")\b",
    re.IGNORECASE,
)
_BEHIND_ACTOR: Final = re.compile(
    r"\A(?:\s(?:PST|BPS|(?:pe)?layanan|front office|loket|kantor|unit)\b){0,3}\s*:?\s*",
    re.IGNORECASE,
)
_IF: Final = r"(?:(?:sedangkan|dan|tetapi|namun|tapi) )?(?:jika|bila|bilamana|apabila|kalau)"
_FORKS: Final = re.compile(
    rf"(?<=[;.,:])\s+(?={_IF}\b)|\s+(?=(?-i:Jika|Bila|Apabila|Kalau)\b)"
    # Behind a word, a condition opens a way only where "maka" says so.
    rf"|(?<!dan)(?<!tetapi)(?<!namun)(?<!tapi)(?<!sedangkan)\s+"
    rf"(?={_IF}\s[^;.:]{{1,120}}?\smaka\s)",
    re.IGNORECASE,
)
_FORK: Final = re.compile(
    rf"(?P<if>{_IF})\s+(?P<when>[^,;:]{{1,200}}?)(?P<so>\s*,\s*maka\s+|\s+maka\s+|\s*[,:]\s*)"
    r"(?P<then>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OUTCOME: Final = re.compile(
    r"(?:(?:jika|bila|apabila) )?(?P<when>(?:(?:tidak|belum|sudah|telah) )?(?:sesuai|lengkap|setuju"
    r"|disetujui|tersedia|ada|benar|memenuhi(?: syarat)?|ya|tidak))\s*[:,=\u2192>-]+\s*"
    r"(?P<then>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TO_STEP: Final = re.compile(
    r"\b(?:kembali|lanjut|menuju|ulangi)\b[^.;]{0,40}?\b(?:langkah|nomor|poin|tahap)"
    r" (?:ke-?)?(?P<step>[0-9]{1,3})\b",
    re.IGNORECASE,
)
_FORK_WORDS: Final = re.compile(
    r"\b(?:jika|bila|bilamana|apabila|kalau|maka|sedangkan|dan|tetapi|namun|tapi)\b", re.IGNORECASE
)
_INNER_MARKS: Final = re.compile(r"(?<!\S)\(?(?:[0-9]{1,3}|[a-z])(?=[.)])")
_SENTENCE: Final = re.compile(r"\.\s+[A-Z]")
_PAIR: Final = 2
_MOST_FORKS: Final = 20


def procedure_of(listing: Listing, ledger: Ledger) -> dict[str, Any]:
    """Return the procedure that a list tells; tell of steps that nothing numbers."""
    steps = steps_of(listing, ledger)
    if len(steps) > 1 and not any("number" in step for step in steps):
        ledger.tell("unnumbered", listing.entries[0].line, listing.entries[0].text)
    return {"steps": steps} | listing.noted


def steps_of(listing: Listing, ledger: Ledger) -> list[dict[str, Any]]:
    """Return the steps of a list, in its order, with their numbers as written."""
    lettered = _is_lettered(listing.entries)
    return [_step(entry, ledger, lettered=lettered) for entry in listing.entries]


def _is_lettered(entries: list[Entry]) -> bool:
    """Whether the letters before the points count them: the first of them is an "a"."""
    first = next((entry.mark for entry in entries if entry.mark), None)
    return first is not None and first.place == 1


def _step(entry: Entry, ledger: Ledger, *, lettered: bool) -> dict[str, Any]:
    text, branches = _forked(entry, ledger)
    step: dict[str, Any] = {}
    mark = entry.mark
    if mark is not None and mark.place is not None and ("1" in mark.style or lettered):
        step["number"] = mark.place
    actor = actor_of(text)
    if actor:
        step["actor"] = actor
    step["text"] = text
    if entry.channels:
        step["channels"] = list(entry.channels)
    if branches:
        step["branches"] = branches
    if not branches and split_mark(text)[0] and len(run_together(text)) > 1:
        ledger.tell("numbers-inside", entry.line, text)
    return step


def actor_of(text: str) -> str | None:
    """Return who acts in a step, where the words say it.

    >>> actor_of("Petugas memeriksa berkas"), actor_of("Permintaan diperiksa oleh bendahara")
    ('officer', 'treasurer')
    >>> actor_of("Mengisi buku tamu") is None
    True
    """
    found = _AT_START.match(text) or _BY.search(text)
    if found is None:
        return None
    return next(actor for place, (actor, _) in enumerate(_ACTORS) if found[f"a{place}"])


def without_actor(text: str) -> tuple[str | None, str]:
    """Part who acts from what is done, where a step begins with who acts.

    >>> without_actor("Petugas: Memeriksa berkas"), without_actor("Pengunjung mengisi buku tamu")
    (('officer', 'Memeriksa berkas'), ('user', 'mengisi buku tamu'))
    >>> without_actor("Mengisi buku tamu")
    (None, 'Mengisi buku tamu')
    """
    found = _AT_START.match(text)
    if found is None:
        return None, text
    rest = _BEHIND_ACTOR.sub("", text[found.end() :], count=1)
    return (actor_of(text), rest) if rest else (None, text)


def _forked(entry: Entry, ledger: Ledger) -> tuple[str, list[dict[str, Any]]]:
    """Part the words of a step from the ways that it opens; words about both stay in the text."""
    outcomes = [_OUTCOME.fullmatch(child.text) for child in entry.children]
    if _PAIR <= len(outcomes) < _MOST_FORKS and all(outcomes):
        for child in entry.children:
            _carry(ledger, entry, child.text)
        return entry.text, [_branch(found) for found in outcomes if found]
    words = entry.words
    if split_mark(words)[0]:
        return words, []
    first, *rest = _FORKS.split(words)
    if _FORK.fullmatch(first):
        return words, _all_forks([first, *rest], entry, ledger)
    forks = [_FORK.fullmatch(part) for part in rest]
    if 0 < len(forks) < _MOST_FORKS and all(forks) and first:
        _carry(ledger, entry, words)
        return first.rstrip(" ,;:"), [_branch(found) for found in forks if found]
    inner = run_together(words)
    outcomes = [_OUTCOME.fullmatch(split_mark(part)[1].rstrip(" ;.")) for part in inner[1:]]
    if _PAIR <= len(outcomes) < _MOST_FORKS and all(outcomes) and inner[0]:
        _carry(ledger, entry, words)
        return inner[0].rstrip(" ,;:"), [_branch(found) for found in outcomes if found]
    return words, []


def _all_forks(parts: list[str], entry: Entry, ledger: Ledger) -> list[dict[str, Any]]:
    """Return the ways of a step that is nothing but its ways; its words stay whole beside them.

    A single condition, or a sentence of its own within a way, opens no ways.
    """
    forks = [_FORK.fullmatch(part) for part in parts]
    clean = all(found and not _SENTENCE.search(found["then"]) for found in forks)
    if not (_PAIR <= len(forks) < _MOST_FORKS and clean):
        return []
    _carry(ledger, entry, entry.words)
    return [_branch(found) for found in forks if found]


def _carry(ledger: Ledger, entry: Entry, words: str) -> None:
    """Note the words that a fork is made of: the keys ``when`` and ``then`` stand for them."""
    said = " ".join(_fork_words(words))
    for line in {entry.line, *entry.lines}:
        ledger.shape(line, said)


def _fork_words(words: str) -> Iterator[str]:
    yield from _FORK_WORDS.findall(words)
    yield from _INNER_MARKS.findall(words)


def _branch(found: re.Match[str]) -> dict[str, Any]:
    then = found["then"].strip().rstrip(";")
    branch: dict[str, Any] = {"when": found["when"].strip(), "then": then}
    goal = _TO_STEP.search(then)
    if goal:
        branch["to_step"] = int(goal["step"])
    return branch
