"""Reading figures of ramps, doors and corridors out of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from pst_standards.rules.detectors.plain import plain

_STEEPEST: Final = 12
"""Length of a ramp for each unit of height, at least."""
_NARROWEST: Final = {"door": 900, "corridor": 1200}
"""Width in millimetres, at least."""
_RAMP: Final = r"\b(?:kemiringan|ramp?|landai|bidang miring|gradien|slope|gradient)\b[^;\d]{0,40}"
_RATIO: Final = re.compile(
    _RAMP + r"\b(1 ?(?::|/|banding|berbanding|per|in) ?(\d{1,3}(?:[.,]\d)?))(?!\d|[.,:]\d)"
)
_PERCENT: Final = re.compile(_RAMP + r"\b((\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|persen|percent))")
_SIZE: Final = re.compile(
    r"(?<![\d.,:])(\d{1,4}(?:[.,]\d{1,2})?) ?"
    r"(mm|cm|m|sentimeter|centimet(?:er|re)s?|met(?:er|re)s?)\b"
)
_MILLIMETRES: Final = {"mm": 1, "cm": 10, "se": 10, "ce": 10, "m": 1000, "me": 1000}
"""By the first two letters of the unit."""
_NOUN: Final = re.compile(r"\b(pintu|door|doorway|lorong|koridor|selasar|corridor)(?:nya|s)?\b")
_DOORS: Final = frozenset({"pintu", "door", "doorway"})
_WIDTH: Final = frozenset({"lebar", "lebarnya", "selebar", "wide", "width"})
_OTHER: Final = frozenset({"panjang", "tinggi", "tebal", "jarak", "length", "height", "sepanjang"})
# Words that may stand between "pintu" and its width; any other word may begin another thing.
_BETWEEN: Final = _WIDTH | frozenset(
    {
        "masuk", "utama", "geser", "kaca", "otomatis", "akses", "toilet", "ruang", "khusus",
        "disabilitas", "dengan", "yang", "memiliki", "mempunyai", "ukuran", "berukuran",
        "minimal", "min", "paling", "sedikit", "sekurang", "kurangnya", "kurang", "lebih",
        "sekitar", "efektif", "bersih", "adalah", "entrance", "main", "sliding", "with", "a",
        "clear", "of", "is", "at", "least",
    }
)  # fmt: skip
_WINDOW: Final = 80


class Tight(NamedTuple):
    """A figure below what lets a wheelchair pass: of what, and as it is written."""

    what: str
    stated: str


def _tight_in(words: str) -> tuple[Tight, ...]:
    """Return the ramps steeper than 1:12, doors below 90 cm and corridors below 120 cm.

    >>> tight_in("Ramp dengan kemiringan 1:10, lebar pintu 90 cm, lorong 1,1 m")
    (Tight(what='ramp', stated='1:10'), Tight(what='corridor', stated='1,1 m'))
    """
    text = plain(words)
    return (*_steep(text), *_narrow(text))


tight_in = lru_cache(maxsize=4096)(_tight_in)


def _steep(text: str) -> Iterator[Tight]:
    for found in _RATIO.finditer(text):
        if 0 < _number(found[2]) < _STEEPEST:
            yield Tight("ramp", found[1])
    for found in _PERCENT.finditer(text):
        if _number(found[2]) * _STEEPEST > 100:  # noqa: PLR2004 - percent
            yield Tight("ramp", found[1])


def _number(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))


def _narrow(text: str) -> Iterator[Tight]:
    begin = 0
    for size in _SIZE.finditer(text):
        before = text[max(begin, size.start() - _WINDOW) : size.start()]
        begin = size.end()
        what = _measured(before, text[begin : begin + _WINDOW])
        if what and _number(size[1]) * _MILLIMETRES[size[2][:2]] < _NARROWEST[what]:
            yield Tight(what, size[0])


def _measured(before: str, after: str) -> str:
    """Tell what a size between two stretches of text is the width of, ``""`` when unsure."""
    nouns = list(_NOUN.finditer(before))
    if not nouns:
        return ""
    noun = nouns[-1]
    lead, between = _words(before[: noun.start()])[-1:], _words(before[noun.end() :])
    if not _BETWEEN.issuperset(between):
        return ""
    wide = not _WIDTH.isdisjoint((*lead, *between, *_words(after)[:1]))
    if noun[1] in _DOORS:
        return "door" if wide else ""
    return "corridor" if wide or not (between or _OTHER.intersection(lead)) else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
