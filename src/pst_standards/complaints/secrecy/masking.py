"""Taking out of a free text what tells who somebody is.

Numbers of identity cards and of staff are known by the date in them, telephone numbers by how they
begin. A name in a text is found only when it is known whose: that of the reporter.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from typing import Final

from pst_standards.complaints.secrecy.identity import Identity
from pst_standards.complaints.secrecy.sealed import uncovered
from pst_standards.messages import text

_GAP: Final = r"[ .\-\u00a0\u2010-\u2013]"
_DIGITS: Final = re.compile(rf"(?<!\d)\d(?:{_GAP}?\d){{15,17}}(?!\d)")
_RUN: Final = re.compile(r"(?<!\d)\d{16}(?!\d)|(?<!\d)\d{18}(?!\d)")
_MOBILE: Final = re.compile(
    rf"(?<![\d+])(?:\+|00)?62{_GAP}?\(?0?\)?{_GAP}?8\d{{1,3}}(?:{_GAP}?\d{{2,8}}){{1,5}}(?!\d)"
    rf"|(?<![\d+])08\d{{1,2}}(?:{_GAP}?\d{{2,9}}){{1,5}}(?!\d)"
)
_LANDLINE: Final = re.compile(
    rf"(?<![\w+])(?:\(0\d{{2,3}}\)|\+62{_GAP}?\(?[2-79]\d{{1,2}}\)?){_GAP}?\d(?:{_GAP}?\d){{5,7}}"
    r"(?!\d)"
)
_MAIL: Final = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}(?:@|\s?(?:\[at\]|\(at\))\s?)"
    r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,7}\.[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_DAY_OF_WOMEN: Final = 40
_LEAP_YEAR: Final = 2000
_NIK: Final = 16
_NIP: Final = 18
_MOBILE_DIGITS: Final = range(9, 16)
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
    words = _MAIL.sub(signs["email"], words)
    for pattern in (_RUN, _DIGITS):
        words = pattern.sub(_number(signs), words)
    words = _MOBILE.sub(lambda match: _phone(match, signs["phone"]), words)
    return _LANDLINE.sub(signs["phone"], words)


def _number(signs: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def instead(match: re.Match[str]) -> str:
        digits = _digits(match.group())
        if is_nik(digits):
            return signs["nik"]
        return signs["nip"] if _is_nip(digits) else match.group()

    return instead


def _phone(match: re.Match[str], sign: str) -> str:
    return sign if len(_digits(match.group())) in _MOBILE_DIGITS else match.group()


def _digits(written: str) -> str:
    return "".join(str(int(one)) for one in written if one.isdecimal())


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
        yield rf"(?:\+?62|0)?{_GAP}?" + f"{_GAP}?".join(digits)


def _spaced(plain: str) -> Iterator[str]:
    """Yield the pattern of some words, however spaced, broken into lines or punctuated."""
    words = _WORD.findall(plain)
    if words:
        between = r"[\W_]{1,8}"
        yield rf"(?<!\w){between.join(map(re.escape, words))}(?!\w)"


def _tells(part: str) -> bool:
    return len(part) >= _SHORTEST_PART and part.lower() not in _NO_NAMES
