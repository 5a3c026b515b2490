"""Reading the name of a regulation, and the title behind it, out of tokens."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from attrs import Factory, define

from pst_standards.law.key import LONGEST_NUMBER, NUMBER, YEAR, RegulationKey
from pst_standards.law.kinds import RegulationKind
from pst_standards.law.tokens import Tokens, tokenise

CONNECTORS: Final = frozenset(
    {",", "pada", "dalam", "dari", "di", "khususnya", "terutama", "yaitu", "yakni"}
    | {"of", "the", "in"}
)
CONJUNCTIONS: Final = frozenset({"dan", "atau", "serta", "and", "or"})
ARTICLE_WORDS: Final = frozenset({"pasal", "ps", "psl", "article"})
ANNEX_WORDS: Final = frozenset({"lampiran", "annex"})
ELUCIDATION_WORDS: Final = frozenset({"penjelasan", "penj", "elucidation"})
_NUMBER_WORDS: Final = frozenset({"nomor", "no", "nomer", "nmr", "number"})
_YEAR_WORDS: Final = frozenset({"tahun", "thn", "th", "of", "year"})
_COUNTRIES: Final = (
    *(("ri",), ("r", ".", "i"), ("republik", "indonesia")),
    *(("republic", "of", "indonesia"), ("of", "the", "republic", "of", "indonesia")),
)
_PREFIXES: Final = frozenset({"kep", "per", "se"})
_GLUED_YEAR: Final = re.compile(rf"(?:tahun|thn|th)({YEAR.pattern})")
_NOT_A_NAME: Final = CONJUNCTIONS | {
    *("dasar", "darurat", "drt", "pada", "dengan", "oleh", "melalui", "dalam", "jo", "juncto"),
    *("peraturan", "keputusan", "instruksi", "surat", "perda", "perka", "kepka", "permen"),
}
"""Words that end the search for the number of an act behind its name."""
_ABOUT: Final = frozenset({"tentang", "ttg"})
_ABOUT_EN: Final = frozenset({"on", "concerning"})
_TITLE_STOPS: Final = ANNEX_WORDS | {"", ".", ";", ":", '"', "“", "”"}
_TITLE_TAIL: Final = CONNECTORS | CONJUNCTIONS | {"yang", "/"}
_INSIDE_TITLE: Final = frozenset(
    {"pelaksanaan", "pelaksana", "atas", "penetapan", "pencabutan", "penjabaran", "of"}
)
_GAZETTES: Final = frozenset({"lembaran", "berita"})
_LONGEST_TITLE: Final = 60
_LONGEST_GAZETTE: Final = 40
_LONGEST_NAME: Final = 6
_LONGEST_RUN: Final = LONGEST_NUMBER + len("/2009")


@define
class _Spelling:
    """A node of the tree of spellings: what may follow, and the kind that ends here."""

    following: dict[str, _Spelling] = Factory(dict)
    kind: RegulationKind | None = None


@cache
def _spellings() -> dict[str, _Spelling]:
    root = _Spelling()
    for kind in RegulationKind:
        for spelling in kind.spellings:
            node = root
            for token in tokenise(spelling):
                if token.lower not in {"", "-", "."}:
                    node = node.following.setdefault(token.lower, _Spelling())
            node.kind = kind
    return root.following


def first_words() -> frozenset[str]:
    """Words a name of a regulation can begin with."""
    return frozenset(_spellings())


def _skip(tokens: Tokens, at: int, signs: str) -> int:
    while tokens[at].lower and tokens[at].lower in signs:
        at += 1
    return at


def read_kind(tokens: Tokens, at: int) -> tuple[RegulationKind, int] | None:
    """Read the longest name of a kind at ``at``; returns it and the index behind it."""
    following = _spellings()
    found = None
    while (node := following.get(tokens[at].lower)) is not None:
        at += 1
        if node.kind is not None:
            found = (node.kind, at)
        following = node.following
        at = _skip(tokens, at, "-./&")
    return found


def _skip_aside(tokens: Tokens, at: int) -> int:
    """Skip what stands between a name and its number: ``(UU)``, ``Republik Indonesia``."""
    if tokens[at].lower == "(":
        inside = read_kind(tokens, at + 1)
        if inside is not None and tokens[inside[1]].lower == ")":
            at = inside[1] + 1
    start = _skip(tokens, at, "-")
    for words in _COUNTRIES:
        end = start + len(words)
        if tuple(token.lower for token in tokens[start:end]) == words:
            return _skip(tokens, end, ".")
    return at


def _skip_name(tokens: Tokens, at: int) -> int:
    """Skip the name that people put before the number of an act: ``UU Pelayanan Publik No. 25``."""
    end = at
    while end - at <= _LONGEST_NAME and tokens[end].text.isalpha():
        word = tokens[end].lower
        if word in _NUMBER_WORDS:
            return end
        if word in _NOT_A_NAME or word in ARTICLE_WORDS or read_kind(tokens, end) is not None:
            return at
        end += 1
    return at


def _run_end(tokens: Tokens, at: int) -> int:
    """Index behind the tokens that are written together, such as ``B146/BPS/8000/10/2019``."""
    end = at
    if not any(sign.isdecimal() for sign in tokens[at].text[:LONGEST_NUMBER]):
        return at
    while (
        end - at < _LONGEST_RUN
        and len(tokens[end].text) <= LONGEST_NUMBER
        and (tokens[end].text.isalnum() or tokens[end].lower in {"/", ".", "-"})
        and (end == at or tokens[end].start == tokens[end - 1].end)
    ):
        end += 1
    return end


def _read_slashed(tokens: Tokens, at: int, run_end: int) -> tuple[str, int, int] | None:
    """Read ``25/2009``: number, year and the index behind them."""
    for end in range(run_end, at + 2, -1):
        if tokens[end - 2].lower == "/" and YEAR.fullmatch(tokens[end - 1].text):
            written = "".join(token.text for token in tokens[at : end - 2])
            if NUMBER.fullmatch(written):
                return (written, int(tokens[end - 1].text), end)
    return None


def _read_spelled(tokens: Tokens, at: int, run_end: int) -> tuple[str, int, int] | None:
    """Read ``25 Tahun 2009``: number, year and the index behind them."""
    written = "".join(token.text for token in tokens[at:run_end])
    if NUMBER.fullmatch(written) is None:
        return None
    glued = _GLUED_YEAR.fullmatch(tokens[run_end].lower)
    if glued is not None:
        return (written, int(glued[1]), run_end + 1)
    if tokens[run_end].lower not in _YEAR_WORDS:
        return None
    end = _skip(tokens, run_end + 1, ".")
    if YEAR.fullmatch(tokens[end].text) is None:
        return None
    return (written, int(tokens[end].text), end + 1)


class Law(NamedTuple):
    """A regulation named by number and year, and the index behind its name."""

    key: RegulationKey
    end: int


def read_law(tokens: Tokens, at: int) -> Law | None:
    """Read a regulation named with number and year at ``at``; ``None`` when there is none.

    >>> str(read_law(tokenise("Undang-Undang (UU) No. 25 Tahun 2009"), 0).key)
    'UU 25/2009'
    """
    named = read_kind(tokens, at)
    if named is None:
        return None
    kind, at = named
    at = _skip_aside(tokens, _skip(tokens, at, "."))
    if kind is RegulationKind.LAW:
        at = _skip_name(tokens, at)
    if tokens[at].lower in _NUMBER_WORDS:
        at = _skip(tokens, at + 1, ".:")
    read = _read_number(tokens, at)
    if read is None or len(read[0]) > LONGEST_NUMBER:
        return None
    number, year, end = read
    return Law(RegulationKey(kind=kind, number=number, year=year), end)


def _read_number(tokens: Tokens, at: int) -> tuple[str, int, int] | None:
    """Read number and year; ``KEP/25/M.PAN/2/2004`` is kept as ``25/KEP/M.PAN/2``."""
    prefix = tokens[at].text if tokens[at].lower in _PREFIXES else ""
    if prefix:
        if tokens[at + 1].lower not in {"/", ".", "-"}:
            return None
        at = _skip(tokens, at + 1, "/.-")
    run_end = _run_end(tokens, at)
    read = _read_slashed(tokens, at, run_end) or _read_spelled(tokens, at, run_end)
    if read is None or not prefix:
        return read
    number, year, end = read
    first, _, rest = number.partition("/")
    return (f"{first}/{prefix.upper()}/{rest}" if rest else first, year, end)


class Title(NamedTuple):
    """A title behind ``tentang`` or ``on``: where its text stands, and the index behind it.

    ``joined`` tells that a conjunction ends it, so what follows belongs to something else;
    ``translated`` that it is an English one, of which there is no official wording.
    """

    start: int
    end: int
    at: int
    joined: bool
    translated: bool


def _title_ends(tokens: Tokens, at: int, depth: int) -> bool:
    word = tokens[at].lower
    if word in _TITLE_STOPS or word in ARTICLE_WORDS or word in ELUCIDATION_WORDS:
        return True
    return (word == ")" and not depth) or _gazette_end(tokens, at) > at


def _gazette_end(tokens: Tokens, at: int) -> int:
    """Index behind ``(Lembaran Negara … Nomor 112)``; ``at`` when none stands there."""
    if tokens[at].lower != "(" or tokens[at + 1].lower not in _GAZETTES:
        return at
    end = at
    while end - at < _LONGEST_GAZETTE and tokens[end].lower not in {")", ""}:
        end += 1
    return end + 1 if tokens[end].lower == ")" else at


def _title_end(tokens: Tokens, start: int) -> int:
    at, depth = start, 0
    while at - start < _LONGEST_TITLE and not _title_ends(tokens, at, depth):
        law = read_law(tokens, at)
        if law is not None and (at == start or tokens[at - 1].lower not in _INSIDE_TITLE):
            break
        depth += {"(": 1, ")": -1}.get(tokens[at].lower, 0)
        at = at + 1 if law is None else law.end
    return at


def read_title(tokens: Tokens, at: int) -> Title | None:
    """Read ``tentang …`` at ``at``, including a regulation that the title itself names."""
    translated = tokens[at].lower in _ABOUT_EN
    if not translated and tokens[at].lower not in _ABOUT:
        return None
    start = at + 1
    at = _title_end(tokens, start)
    last = at
    while last > start and tokens[last - 1].lower in _TITLE_TAIL:
        last -= 1
    joined = any(token.lower in CONJUNCTIONS for token in tokens[last:at])
    end = tokens[last - 1].end if last > start else tokens[start].start
    return Title(tokens[start].start, end, _gazette_end(tokens, at), joined, translated)
