"""Figures of a text and its translation: what each says that the other does not.

Figures are compared by value: ``Rp10.000`` is ``IDR 10,000``, ``pukul 13.00`` is ``1 p.m.``, ``3
hari`` is ``three days``. A sign that can be read in two ways counts as both. Figures that differ on
both sides are one thing, a figure that one side alone gives is another: a translation may leave
something out, so that numbers of regulations, of items and of rooms are not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from pst_standards.rules.detectors.number_words import numbers_said, spelt_numbers

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
_DIGITS: Final = re.compile(r"\d+")
_SPELT: Final = re.compile(
    r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus)\b"
)
_DAYS_ROUND: Final = re.compile(
    r"(\d+)\s?[x\N{MULTIPLICATION SIGN}]\s?24\b|\b24/7\b", re.IGNORECASE
)
"""Days as 3 x 24 hours, and all hours of all days."""
_UNNUMBERED: Final = re.compile(
    r"\b(?:UU|PP|Perpres|Permen\w*|Perka|Peraturan|Undang-Undang|Keputusan|SK|SKB|Kep\w*|Perda|SNI|ISO"
    r"|Laws?|Acts?|Regulations?|Decrees?|Instructions?|Standards?)\b[^.;\n]{0,80}?\d+(?:\s?/\s?\d+)*"
    r"(?:\s+(?:tahun|of)\s+\d{4})?"
    r"|\d+\s?/\s?(?:19|20)\d\d"
    r"|\b(?:pasal|ayat|huruf|angka|butir|bab|lampiran|article|paragraph|letter|point|chapter|annex"
    r"|nomor|number|no|nr|lantai|floor|lt|ruang|room|loket|counter|gedung|building|tahun|year|jalan|jl"
    r"|km|rt|rw|langkah|step|tahap|stage)\b\.?\s?\(?\d+\)?(?:\s+(?:tahun|of)\s+\d{4})?"
    r"|\(\d{1,2}\)|^\s*\d{1,2}[.)]\s|\b(?:19|20)\d\d\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Figures that only number something, and years: a translation may do without."""
_HALVES: Final = re.compile(r"\b(?:setengah|separuh|half|quarters?|seperempat)\b", re.IGNORECASE)


class Differing(NamedTuple):
    """The figures that each side of a text says alone, as they are written there."""

    indonesian: tuple[str, ...]
    english: tuple[str, ...]


class _Figure(NamedTuple):
    written: str
    values: frozenset[Fraction]


class _Side(NamedTuple):
    """One language of a text: its figures in digits and in words, and all numbers it may say."""

    words: str
    figures: list[_Figure]
    spelt: list[_Figure]
    said: frozenset[Fraction]


def differing_figures(indonesian: str, english: str) -> Differing | None:
    """Return the figures that differ in a text and its translation; ``None`` for none.

    >>> differing_figures("Rp10.000 dalam 3 hari", "IDR 10,000 within three days") is None
    True
    >>> differing_figures("paling lama 3 hari", "within 5 days at most")
    Differing(indonesian=('3',), english=('5',))
    """
    pair = _sides(indonesian, english)
    if pair is None:
        return None
    here, there = pair
    left = _alone([*here.figures, *here.spelt], there.said)
    right = _alone([*there.figures, *there.spelt], here.said)
    left, right = _unturned(left, _values(right)), _unturned(right, _values(left))
    return Differing(_written(left), _written(right)) if left and right else None


def lone_figures(indonesian: str, english: str) -> Differing | None:
    """Return the figures that stand in one language, where the other has none in their place.

    >>> lone_figures("Dijawab paling lama 3 hari", "Answered soon")
    Differing(indonesian=('3',), english=())
    >>> lone_figures("Menurut UU 25/2009 Pasal 34", "By law") is None
    True
    """
    pair = _sides(indonesian, english)
    if pair is None or max(len(indonesian), len(english)) > _MOST_READ:
        return None
    here, there = pair
    left, right = _lone(here, there), _lone(there, here)
    return Differing(_written(left), _written(right)) if bool(left) != bool(right) else None


# A text is asked for figures that differ, then for lone ones.
@lru_cache(maxsize=1)
def _sides(indonesian: str, english: str) -> tuple[_Side, _Side] | None:
    """Return both sides made ready; ``None`` where nothing can differ, as in nearly all texts."""
    pair = [words[:_MOST_READ] for words in (indonesian, english)]
    if not any(map(_DIGITS.search, pair)):
        if not _SPELT.search(pair[0].lower()):
            return None
    elif sorted(_DIGITS.findall(pair[0])) == sorted(_DIGITS.findall(pair[1])):
        return None
    if any(_HALVES.search(words) for words in pair):
        return None
    clock = any(_CLOCK.search(words) for words in pair)
    here, there = (_side(_DAYS_ROUND.sub(r"\1", words), clock=clock) for words in pair)
    return here, there


def _side(words: str, *, clock: bool) -> _Side:
    shown = _NO_FIGURES.sub(" ", words) if _DIGITS.search(words) else ""
    figures = list(_figures(shown, clock=clock))
    spelt = [
        _Figure(one.written, frozenset({Fraction(one.value)}))
        for one in spelt_numbers(words)
        if one.value > 1
    ]
    said = {*_values(figures), *map(Fraction, numbers_said(words))}
    return _Side(words, figures, spelt, frozenset(said))


def _lone(side: _Side, other: _Side) -> list[_Figure]:
    """Return the figures of a side that the other says in no way, in this unit or another.

    One of something goes without saying, and who translates may leave out what a rule, an item
    or a room is numbered.
    """
    asked = _UNNUMBERED.sub(" ", _NO_FIGURES.sub(" ", side.words))
    figures = {one.written for one in _figures(asked, clock=False)}
    alone = _alone([one for one in side.figures if one.written in figures], other.said)
    return [one for one in _unturned(alone, other.said) if Fraction(1) not in one.values]


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


def _alone(figures: Iterable[_Figure], said: AbstractSet[Fraction]) -> list[_Figure]:
    """Return the figures that the other side says neither in digits nor in words."""
    return [figure for figure in figures if figure.values.isdisjoint(said)]


def _unturned(figures: Iterable[_Figure], said: AbstractSet[Fraction]) -> list[_Figure]:
    """Leave out figures that may be said in another unit on the other side."""
    return [
        figure
        for figure in figures
        if not any(
            value * times in said or value / times in said
            for value in figure.values
            for times in _TURNED
        )
    ]


def _values(figures: Iterable[_Figure]) -> set[Fraction]:
    return {value for figure in figures for value in figure.values}


def _written(figures: Iterable[_Figure]) -> tuple[str, ...]:
    return tuple(figure.written for figure in figures)
