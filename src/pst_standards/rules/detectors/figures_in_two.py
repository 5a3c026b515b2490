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
    word: number
    for number, words in (
        (1_000, "ribu thousand"),
        (1_000_000, "juta million"),
        (1_000_000_000, "miliar billion"),
    )
    for word in words.split()
}
_SPELT: Final = (
    (0, "nol gratis zero no none free midnight"),
    (1, "satu pertama sekali sehari seminggu sebulan setahun sejam seorang sebuah"),
    (1, "one first once single a an daily weekly monthly yearly annually"),
    (2, "dua kedua two second twice double"),
    (3, "tiga ketiga three third"),
    (4, "empat keempat four fourth"),
    (5, "lima kelima five fifth"),
    (6, "enam keenam six sixth"),
    (7, "tujuh ketujuh seven seventh"),
    (8, "delapan kedelapan eight eighth"),
    (9, "sembilan kesembilan nine ninth"),
    (10, "sepuluh kesepuluh ten tenth"),
    (11, "sebelas eleven"),
    (12, "twelve noon"),
    (14, "fourteen fortnight"),
    (15, "fifteen"),
    (20, "twenty"),
    (30, "thirty"),
    (60, "sixty"),
    (100, "seratus hundred"),
    (1000, "seribu thousand"),
)
_WORDS: Final = {word: number for number, words in _SPELT for word in words.split()}
_DIGITS: Final = re.compile(r"\d+")
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
    if _DIGITS.search(indonesian) is None:
        return None  # as in nearly all texts, so that the others can be read with care
    pair = [words[:_MOST_READ] for words in (indonesian, english)]
    digits = [sorted(_DIGITS.findall(words)) for words in pair]
    if digits[0] == digits[1]:
        return None
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
