"""Telephone numbers in a free text, however they are spaced: of mobiles, and of lines with a code.

A text is read in Western digits and signs (``masking.plain``). Every number is read group by group
and no further than it can go on, so that a long text takes no longer than its length. What looks
like a sum, a date, a figure of a table or a coordinate is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_UNSEEN: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
GAP: Final = rf"[ \t\r\n.\-{_UNSEEN}]"
"""What may stand between two digits of one number."""
_NEXT: Final = re.compile(rf"(\)?{GAP}{{1,4}}|\))(\d{{1,11}})(?!\d)")
_MOBILE: Final = re.compile(
    rf"(?<![\d+])(?P<head>(?P<sign>\+|00)?62{GAP}{{0,3}}(?:\(0\)|0)?{GAP}{{0,3}})?(?(head)|0)"
    r"(?P<open>\(0?)?8\d{0,14}(?!\d)(?(open)\))"
)
_PAIRS: Final = re.compile(r"(?<![\d+])08(?P<gap> {1,4}|-)\d\d(?!\d)")
_PREFIXES: Final = re.compile(r"08(?:1[1-9]|2[1-38]|3[1-38]|5[1-35-9]|7[7-9]|8[1-9]|9[5-9])")
_CODED: Final = re.compile(
    r"(?<![\w+])(?:\(0\d{2,3}\)|\+62[ .-]{0,3}\(?[2-79]\d{1,2}\)?)[ .-]{0,3}"
    r"\d(?:[ .-]{0,3}\d){5,7}(?!\d)"
)
_HYPHENED: Final = re.compile(
    r"(?<![\w.,/+-])0(?:2[1-9]\d?|[3-79]\d{1,2}) ?- ?(?P<first>\d{3,8})"
    r"(?:[ -](?P<second>\d{3,4}))?(?!\d|[./-]\d)"
)
_CALLED: Final = re.compile(
    r"(?<!\w)(?:telp?|telepon|tlp|fax|faks|hp|wa)\W{1,3}(?P<number>0[2-79]\d{1,2} ?\d{6,8})(?!\d)",
    re.IGNORECASE,
)
_SUM: Final = re.compile(r"(?<!\w)(?:Rp|IDR|USD)[. ]{0,2}\Z", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DECIMALS: Final = re.compile(r"(?:-\d{1,2}|(?<!\d)(?:9[5-9]|1[0-4]\d))[.,]\Z")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_BEFORE: Final = 8
_WHOLE: Final = 10
_LEAST, _MOST = 9, 15
_MOST_OF_A_MOBILE: Final = 13
_REST: Final = range(6, 9)
"""How many digits follow the code of a town."""
_SHORT: Final = 3


def telephones(words: str) -> Iterator[tuple[int, int]]:
    """Yield where telephone numbers stand in a text; a place may be told of twice.

    >>> [*telephones("WA 0812  3456  7890, (024) 760 1234, Rp 62.812.345.678")]
    [(3, 19), (21, 35)]
    """
    for match in _MOBILE.finditer(words):
        end = _end_of_mobile(match, words)
        if end and not is_figure(words, match.start(), end):
            yield match.start(), end
    for match in _PAIRS.finditer(words):
        end = _end_of_pairs(match, words)
        if end:
            yield match.start(), end
    yield from (match.span() for match in _CODED.finditer(words))
    yield from (match.span() for match in _HYPHENED.finditer(words) if _is_line(match))
    yield from (match.span("number") for match in _CALLED.finditer(words))


def is_figure(words: str, start: int, end: int) -> bool:
    """Tell whether digits are those of a sum, of a number with thousands, of a coordinate.

    >>> [is_figure(one, 3, len(one)) for one in ("Rp 1.250.000", "-6.081234567", "WA 081234567")]
    [True, True, False]
    """
    before, told = words[max(0, start - _BEFORE) : start], words[start:end]
    grouped = _THOUSANDS.fullmatch(told) is not None
    counted = told[0] != "0" or sum(map(str.isdigit, told)) <= _LEAST
    return bool(_SUM.search(before) or _DECIMALS.search(before)) or (grouped and counted)


def _end_of_mobile(match: re.Match[str], words: str) -> int:
    """Return where a mobile number ends, nought where it is none."""
    local = match["head"] is None
    pos, total = match.end(), sum(map(str.isdigit, match.group()))
    most = _MOST_OF_A_MOBILE if local else _MOST
    last = total
    if local and total < _SHORT and words[pos : pos + 1] not in set(_UNSEEN):
        return 0  # 08 alone is a day, a month, an hour
    while total <= most:
        found = _NEXT.match(words, pos)
        if found is None or not _goes_on(found, total, last, most):
            break
        pos, last = found.end(), len(found[2])
        total += last
    return pos if _LEAST <= total <= most else 0


def _goes_on(found: re.Match[str], total: int, last: int, most: int) -> bool:
    """Tell whether a group is still of the number before it."""
    gap, group = found.groups()
    if len(group) < 2 or total + len(group) > most:  # noqa: PLR2004 - one digit is a number itself
        return False
    # A number that could be whole goes on over no line, and with no odd rest of it.
    whole = total >= _WHOLE
    return not whole or ("\n" not in gap and (len(group) >= _SHORT or len(group) == last))


def _end_of_pairs(match: re.Match[str], words: str) -> int:
    """Return where a mobile number written by twos ends, nought where it is none."""
    pos, digits, sign = match.end(), [match.group()[:2], match.group()[-2:]], match["gap"].strip()
    while len(digits) * 2 < _MOST_OF_A_MOBILE:
        found = _NEXT.match(words, pos)
        if found is None or found[1].strip(" ") != sign or len(found[2]) != 2:  # noqa: PLR2004
            break
        pos = found.end()
        digits.append(found[2])
    known = _PREFIXES.match("".join(digits)) is not None
    return pos if known and len(digits) * 2 >= _WHOLE else 0


def _is_line(match: re.Match[str]) -> bool:
    first, second = match["first"], match["second"] or ""
    # After a year a number of a letter follows.
    dated = bool(second) and _YEAR.fullmatch(first) is not None
    return len(first) + len(second) in _REST and not dated
