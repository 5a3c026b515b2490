"""Figures of a text and its translation: what each says that the other does not.

Figures are compared by value: ``Rp10.000`` is ``IDR 10,000``, ``pukul 13.00`` is ``1 p.m.``, ``3
hari`` is ``three days``. A sign that can be read in two ways counts as both, and a figure that only
one side gives is no difference: a translation may well leave something out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

_MOST_READ: Final = 5_000
_TURNED: Final = (60, 3600, 24, 7, 12, 30, 1000, 1_000_000)
"""A figure this many times another may be the same in another unit: an hour, or 60 minutes."""
_HALF_A_DAY: Final = 12
_GROUP, _MINUTES = 3, 2
"""Digits of a group of thousands, and of minutes."""
_CLOCK: Final = re.compile(r"\b[ap]\.?m\b|\bpukul\b|o.clock|\d[.:]\d\d\b", re.IGNORECASE)
# What holds digits and says no figure: addresses, numbers of telephones and of things.
_NO_FIGURES: Final = re.compile(
    r"\b(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+|\b[\w.-]{1,64}\.(?:go|co|or|ac)\.id\S*"
    r"|(?:\+62|\(0\d{2,3}\)|\b0\d{2,3})[\s-]?\d[\d\s-]{3,}\d"
    r"|\b(?!(?:rp|idr)\.?\s?\d)[^\W\d]+[-.]?\d[\w.-]*",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"(?P<sum>\d+(?:[.,:]\d+)*)(?:\s?(?P<much>ribu|juta|miliar|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_MUCH: Final[Mapping[str, int]] = {
    **{"ribu": 1_000, "thousand": 1_000, "juta": 1_000_000, "million": 1_000_000},
    **{"miliar": 1_000_000_000, "billion": 1_000_000_000},
}
_WORDS: Final[Mapping[str, int]] = {
    **{"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7},
    **{"delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000},
    **{"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "sekali": 1},
    **{"sehari": 1, "seminggu": 1, "sebulan": 1, "setahun": 1, "sejam": 1, "seorang": 1},
    **{"zero": 0, "no": 0, "free": 0, "gratis": 0, "one": 1, "two": 2, "three": 3, "four": 4},
    **{"five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11},
    **{"twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "hundred": 100},
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "once": 1, "twice": 2},
    **{"noon": 12, "midnight": 0, "an": 1, "a": 1, "single": 1, "double": 2, "daily": 1},
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_HALVES: Final = re.compile(r"\b(?:setengah|separuh|half|quarters?|seperempat)\b", re.IGNORECASE)


class Differing(NamedTuple):
    """The figures that each side of a text says alone, as they are written there."""

    indonesian: tuple[str, ...]
    english: tuple[str, ...]


class _Figure(NamedTuple):
    written: str
    values: frozenset[Fraction]


def differing_figures(indonesian: str, english: str) -> Differing | None:
    """Return the figures that differ in a text and its translation; ``None`` for none.

    >>> differing_figures("Rp10.000 dalam 3 hari", "IDR 10,000 within three days") is None
    True
    >>> differing_figures("paling lama 3 hari", "within 5 days at most")
    Differing(indonesian=('3',), english=('5',))
    """
    pair = [words[:_MOST_READ] for words in (indonesian, english)]
    if any(_HALVES.search(words) for words in pair):
        return None
    clock = any(_CLOCK.search(words) for words in pair)
    here, there = (list(_figures(_NO_FIGURES.sub(" ", words), clock=clock)) for words in pair)
    alone = _alone(here, there, pair[1]), _alone(there, here, pair[0])
    left, right = _unturned(alone[0], alone[1]), _unturned(alone[1], alone[0])
    if not left or not right:
        return None
    return Differing(*(tuple(one.written for one in side) for side in (left, right)))


def _figures(words: str, *, clock: bool) -> Iterator[_Figure]:
    for found in _FIGURE.finditer(words):
        times = _MUCH[found["much"].lower()] if found["much"] else 1
        values = {value * times for value in _readings(found["sum"])}
        if clock:  # what may be an hour of the morning may be that of the afternoon
            values |= {value + _HALF_A_DAY for value in values if value <= _HALF_A_DAY}
        yield _Figure(found[0], frozenset(values))


def _readings(written: str) -> Iterator[Fraction]:
    """Yield what a figure may say: groups of three, a decimal, or an hour and its minutes."""
    *before, last = re.split(r"[.,:]", written)
    if not before:
        yield Fraction(written)
        return
    if all(len(part) == _GROUP for part in (*before[1:], last)):
        yield Fraction("".join((*before, last)))
    yield Fraction(f"{''.join(before)}.{last}")
    if len(before) == 1 and len(last) == _MINUTES:
        yield Fraction(before[0]) + Fraction(int(last), 60)


def _alone(figures: Iterable[_Figure], others: Iterable[_Figure], words: str) -> list[_Figure]:
    """Return the figures that the other side says neither in digits nor in words."""
    said = {value for other in others for value in other.values}
    said |= {
        Fraction(_WORDS[word]) for word in map(str.lower, _WORD.findall(words)) if word in _WORDS
    }
    return [figure for figure in figures if figure.values.isdisjoint(said)]


def _unturned(figures: Iterable[_Figure], others: Iterable[_Figure]) -> list[_Figure]:
    """Leave out figures that may be said in another unit on the other side."""
    said = {value for other in others for value in other.values}
    return [
        figure
        for figure in figures
        if not any(
            value * times in said or value / times in said
            for value in figure.values
            for times in _TURNED
        )
    ]
