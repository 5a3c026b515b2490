"""Numbers that are spelt out, in Indonesian and English: ``dua puluh lima``, ``twenty-five``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

_CARDINALS: Final[Mapping[str, int]] = {
    word: number
    for number, words in (
        (0, "nol zero"),
        (1, "satu one"),
        (2, "dua two"),
        (3, "tiga three"),
        (4, "empat four"),
        (5, "lima five"),
        (6, "enam six"),
        (7, "tujuh seven"),
        (8, "delapan eight"),
        (9, "sembilan nine"),
        (10, "sepuluh ten"),
        (11, "sebelas eleven"),
        (12, "twelve"),
        (13, "thirteen"),
        (14, "fourteen"),
        (15, "fifteen"),
        (16, "sixteen"),
        (17, "seventeen"),
        (18, "eighteen"),
        (19, "nineteen"),
        (20, "twenty"),
        (30, "thirty"),
        (40, "forty"),
        (50, "fifty"),
        (60, "sixty"),
        (70, "seventy"),
        (80, "eighty"),
        (90, "ninety"),
        (100, "seratus"),
        (1000, "seribu"),
    )
    for word in words.split()
}
_TIMES: Final[Mapping[str, int]] = {
    "puluh": 10,
    "ratus": 100,
    "hundred": 100,
    "ribu": 1000,
    "thousand": 1000,
    "juta": 1_000_000,
    "million": 1_000_000,
    "miliar": 10**9,
    "billion": 10**9,
}
_LARGE: Final = 1000
_LAST: Final = frozenset({"belas"})
_ALONE: Final[Mapping[str, tuple[int, ...]]] = {
    word: numbers
    for numbers, words in (
        ((0,), "gratis no none free midnight nihil tanpa tidak without not nothing nil"),
        ((1,), "pertama sekali sehari seminggu sebulan setahun sejam seorang sebuah sesekali"),
        ((1,), "first once single a an each every per daily weekly monthly yearly annually annual"),
        ((2,), "kedua kali second twice double both pair couple duplicate ganda sepasang"),
        ((3,), "ketiga third thrice triplicate triwulan triwulanan quarterly"),
        ((4,), "keempat fourth"),
        ((5,), "kelima fifth"),
        ((6,), "keenam sixth semester semesteran semiannual semiannually biannual biannually"),
        ((7,), "ketujuh seventh"),
        ((8,), "kedelapan eighth"),
        ((9,), "kesembilan ninth"),
        ((10,), "kesepuluh tenth dekade decade"),
        ((12,), "noon lusin dozen"),
        ((14, 2), "fortnight fortnightly biweekly dwimingguan"),
        ((24,), "nonstop clock night"),
        ((100,), "abad century all full fully whole wholly entire entirely semua"),
        ((100,), "seluruh seluruhnya sepenuhnya penuh"),
    )
    for word in words.split()
} | {
    word: (number,)
    for number, words in enumerate(
        (
            *("januari january", "februari february", "maret march", "april", "mei may"),
            *("juni june", "juli july", "agustus august", "september", "oktober october"),
            *("november nopember", "desember december"),
        ),
        start=1,
    )
    for word in words.split()
}
"""Words that say a number without being one: ordinals, spans of time, months."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = re.compile(r"[\s-]{1,3}")
_ROMAN: Final = re.compile(r"\b[IVX]{1,5}\b")
_DIGIT: Final[Mapping[str, int]] = {"I": 1, "V": 5, "X": 10}


class Spelt(NamedTuple):
    """A number in words, as it is written and what it says."""

    written: str
    value: int


def spelt_numbers(words: str) -> Iterator[Spelt]:
    """Yield the cardinal numbers that a text spells out.

    >>> [one.value for one in spelt_numbers("dua puluh lima hari, lalu twenty-five days")]
    [25, 25]
    """
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(words):
        if not _is_number(found[0]) or (run and not _joined(run[-1], found, words)):
            yield from _read(run, words)
            run = []
        if _is_number(found[0]):
            run.append(found)
    yield from _read(run, words)


def numbers_said(words: str) -> set[int]:
    """Return all numbers that words may say: cardinals, each of their parts, ordinals, months.

    >>> sorted(numbers_said("Triwulan II, every second day of the year"))
    [1, 2, 3]
    """
    found = [found[0].lower() for found in _WORD.finditer(words)]
    said = {one.value for one in spelt_numbers(words)}
    said |= {_CARDINALS[word] for word in found if word in _CARDINALS}
    said |= {_TIMES[word] for word in found if word in _TIMES}
    said.update(*(_ALONE[word] for word in found if word in _ALONE))
    return said | {_roman(numeral[0]) for numeral in _ROMAN.finditer(words)}


def _is_number(word: str) -> bool:
    low = word.lower()
    return low in _CARDINALS or low in _TIMES or low in _LAST


def _joined(before: re.Match[str], after: re.Match[str], words: str) -> bool:
    """Tell whether two words are of one number: ``two three`` and ``satu dua`` are two."""
    if _BETWEEN.fullmatch(words, before.end(), after.start()) is None:
        return False
    first, second = before[0].lower(), after[0].lower()
    if second in _TIMES or second in _LAST or first in _TIMES:
        return True
    tens = _CARDINALS.get(first, 0)
    return tens >= 20 and _CARDINALS[second] < 10  # noqa: PLR2004 - twenty and more, and a digit


def _read(run: list[re.Match[str]], words: str) -> Iterator[Spelt]:
    if not any(found[0].lower() in _CARDINALS for found in run):
        return
    total = part = digit = 0
    for word in (found[0].lower() for found in run):
        if word in _CARDINALS:
            digit = _CARDINALS[word]
            part += digit
        elif word in _LAST:
            part += 10
        elif (times := _TIMES[word]) >= _LARGE:
            total, part = total + max(part, 1) * times, 0
        else:
            part += max(digit, 1) * times - digit
    yield Spelt(words[run[0].start() : run[-1].end()], total + part)


def _roman(numeral: str) -> int:
    values = [_DIGIT[letter] for letter in numeral]
    signs = [-one if one < after else one for one, after in pairwise((*values, 0))]
    return sum(signs)
