"""Taking out of a free text what tells who somebody is.

Numbers of identity cards and of staff are known by the date in them, telephone numbers by how they
begin. A name in a text is found only when it is known whose: that of the reporter.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from typing import Final

from pst_standards.complaints.secrecy.identity import Identity
from pst_standards.complaints.secrecy.sealed import uncovered
from pst_standards.complaints.secrecy.telephones import GAP, is_figure, telephones
from pst_standards.messages import text

_GAP: Final = rf"(?:{GAP}|/)"
_RUN: Final = re.compile(r"(?<!\d)(?:\d{16}|\d{18})(?!\d)")
_CHAIN: Final = re.compile(rf"(?<!\d)\d++(?:{_GAP}{{1,4}}\d++)++")
_GROUP: Final = re.compile(r"\d+")
_DOT: Final = r"(?:\.|\s?(?:\[(?:dot|titik)\]|\((?:dot|titik)\)|\{(?:dot|titik)\})\s?)"
_MAIL: Final = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}(?:[ ]{0,2}@[ ]{0,2}|\s?(?:\[at\]|\(at\)|\{at\})\s?)"
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,7}}{_DOT}[^\W\d_]{{2,24}}",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(?!\d)"
)
_FOREIGN: Final = re.compile(r"(?![0-9])\d")
_SIGNS: Final = {
    **dict.fromkeys((0xA0, 0x202F, 0x3000, *range(0x2000, 0x200B)), " "),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFF0D), "-"),
    0xFF20: "@",
    0xFF0B: "+",
    0xFF0E: ".",
    0x2024: ".",
    0xFF08: "(",
    0xFF09: ")",
    0xFF0F: "/",
}
_DAY_OF_WOMEN: Final = 40
_LEAP_YEAR: Final = 2000
_NIK: Final = 16
_NIP: Final = 18
_FIRST_YEARS: Final = (19, 20)
_KINDS: Final = ("nik", "nip", "phone", "email", "known")
_MONTHS: Final = 12
_WORD: Final = re.compile(r"\w+")
_HOUSE: Final = re.compile(r"\d")
_DIGITS_THAT_TELL: Final = 6
# Parts of names that are words of address, or too short to be somebody.
_SHORTEST_PART: Final = 3
_NO_NAMES: Final = frozenset(
    ("bapak", "ibu", "bpk", "sdr", "sdri", "haji", "hajah", "binti", "bin", "drs", "dra", "prof")
) | {"pelapor", "pengadu", "kuasa"}


def masked(words: str, lang: str = "id", known: Identity | None = None) -> str:
    """Return a text without identity numbers, telephone numbers and e-mail addresses.

    With ``known`` also without what is sealed in that identity: the name, its parts, the address.
    A text without any of these comes back unchanged, and masking twice is masking once.

    >>> masked("Hubungi 0812-3456-7890 atau siti@contoh.example, bukan 08-10-2026.")
    'Hubungi [nomor telepon disamarkan] atau [surel disamarkan], bukan 08-10-2026.'
    """
    signs = {kind: text("complaints", f"secrecy.mask.{kind}", lang) for kind in _KINDS}
    found = _without_known(words, known, signs)
    before = None
    # What is taken out may leave a number beside it standing alone, which then is one.
    while found != before:
        before, found = found, _once(found, signs)
    return found


def _once(words: str, signs: dict[str, str]) -> str:
    words = _without(words, ((*one.span(), signs["email"]) for one in _MAIL.finditer(plain(words))))
    words = _without(words, _numbers(plain(words), signs))
    found = telephones(plain(words))
    return _without(words, ((*one, signs["phone"]) for one in found))


def plain(words: str) -> str:
    """Return a text of the same length, its digits and signs as a keyboard here has them.

    >>> plain("\uff10\uff18\u2013\u0661")
    '08-1'
    """
    if words.isascii():
        return words
    return _FOREIGN.sub(lambda match: str(int(match.group())), words.translate(_SIGNS))


def _without(words: str, found: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with a sign in each place; of places that overlap the first is taken."""
    parts, done = [], 0
    for start, end, sign in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= done:
            parts += [words[done:start], sign]
            done = end
    return "".join((*parts, words[done:]))


def _numbers(words: str, signs: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where numbers of identity cards and of staff stand."""
    for run in _RUN.finditer(words):
        found = _kind(run.group())
        if found:
            yield *run.span(), signs[found]
    for chain in _CHAIN.finditer(words):
        for start, end, kind in _in_chain(chain):
            if _DATE.search(words, start, end) is None and not is_figure(words, start, end):
                yield start, end, signs[kind]


def _in_chain(chain: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield what whole groups of digits one after another make up."""
    digits = _digits(chain.group())
    if len(digits) < _NIK:
        return
    ends: dict[int, int] = {}
    starts: list[tuple[int, int]] = []
    count = 0
    for group in _GROUP.finditer(chain.string, *chain.span()):
        starts.append((count, group.start()))
        count += len(group.group())
        ends[count] = group.end()
    for first, start in starts:
        for length, kind in ((_NIP, "nip"), (_NIK, "nik")):
            end = ends.get(first + length)
            if end is not None and _kind(digits[first : first + length]) == kind:
                yield start, end, kind


def _kind(digits: str) -> str:
    return "nik" if is_nik(digits) else "nip" if _is_nip(digits) else ""


def _digits(written: str) -> str:
    return "".join(filter(str.isdecimal, plain(written)))


def is_nik(digits: str) -> bool:
    """Tell whether sixteen digits can be the number of an identity card.

    The seventh to twelfth are the date of birth, the day of a woman 40 higher.

    >>> is_nik("3322014101900001"), is_nik("3322017101900001"), is_nik("3322013202900001")
    (True, True, False)
    """
    if len(digits) != _NIK or not digits.isdecimal():
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    return _is_day(day - _DAY_OF_WOMEN if day > _DAY_OF_WOMEN else day, month)


def _is_nip(digits: str) -> bool:
    """Tell whether eighteen digits are the number of a civil servant: born, appointed, sex."""
    if len(digits) != _NIP or int(digits[:2]) not in _FIRST_YEARS:
        return False
    return _is_day(int(digits[6:8]), int(digits[4:6])) and 1 <= int(digits[12:14]) <= _MONTHS


def _is_day(day: int, month: int) -> bool:
    if not 1 <= month <= _MONTHS:
        return False
    return 1 <= day <= calendar.monthrange(_LEAP_YEAR, month)[1]


def _without_known(words: str, known: Identity | None, signs: dict[str, str]) -> str:
    patterns = sorted({*_patterns(known)}, key=len, reverse=True) if known else []
    if not patterns:
        return words
    # Somebody may be called like a word of the signs, and these must stay what they are.
    kept = "|".join(map(re.escape, signs.values()))
    whole = re.compile(f"(?P<kept>{kept})|{'|'.join(patterns)}", re.IGNORECASE)
    return whole.sub(lambda match: match["kept"] or signs["known"], words)


def _patterns(known: Identity) -> Iterator[str]:
    for field, value in known.sealed():
        yield from _patterns_of(field, uncovered(value))


def _patterns_of(field: str, plain: str) -> Iterator[str]:
    yield from _spaced(plain)
    if field in {"name", "proxy"}:
        for part in filter(_tells, _WORD.findall(plain)):
            yield from _spaced(part)
    elif field == "address":
        # The street with its number is enough to find a house; the name of a town is not.
        for part in filter(_HOUSE.search, plain.split(",")):
            yield from _spaced(part)
    digits = _digits(plain).removeprefix("62").removeprefix("0")
    if field in {"phone", "nik", "id_number", "contact"} and len(digits) >= _DIGITS_THAT_TELL:
        yield rf"(?:\+?62|0)?{_GAP}{{0,4}}" + f"{_GAP}{{0,4}}".join(digits)


def _spaced(plain: str) -> Iterator[str]:
    """Yield the pattern of some words, however spaced, broken into lines or punctuated."""
    words = _WORD.findall(plain)
    if words:
        between = r"[\W_]{1,8}"
        yield rf"(?<!\w){between.join(map(re.escape, words))}(?!\w)"


def _tells(part: str) -> bool:
    return len(part) >= _SHORTEST_PART and part.lower() not in _NO_NAMES
