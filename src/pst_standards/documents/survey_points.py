"""Points in the plane: importance against satisfaction, and an index over the periods."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from pst_standards.documents.drawing import text_width
from pst_standards.documents.outline import Picture
from pst_standards.documents.plots import (
    DARK,
    LINE,
    MIDDLE,
    PAPER,
    RED,
    SOFT,
    WIDTH,
    Anchor,
    Plot,
)
from pst_standards.documents.survey_bars import Telling

_LEFT: Final = 150
_RIGHT: Final = 60
_TOP: Final = 56
_HIGH: Final = 600
_BELOW: Final = 110
_LETTER: Final = 20
_SMALL: Final = 18
_DOT: Final = 9
_CLEAR: Final = 5
"""Room between a line and a word."""
_MARGIN: Final = 0.12
_TREND_HIGH: Final = 420
_BETWEEN: Final = 18
"""Room between the names of two periods."""
_HEADROOM: Final = 0.16
"""The part of the height that the figure above the highest point needs."""
_LEAST_SPAN: Final = 10
"""Points of an index that a chart covers at least, so that a small change looks small."""


class Spot(NamedTuple):
    """A point and what it is called."""

    label: str
    x: float
    y: float


class Axes(NamedTuple):
    """What the axes are called, the lines that cut the plane, and how decimals are parted."""

    x: str
    y: str
    x_line: float
    y_line: float
    comma: str = ","


class Reading(NamedTuple):
    """An index of a period, and whether it follows on the one before."""

    label: str
    value: float
    shown: str
    follows: bool = True


class _Span:
    """A stretch of values laid out over a stretch of the sheet."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        low, high = min(values), max(values)
        room = max((high - low) * _MARGIN, 0.05)
        self.low, self.high = low - room, high + room
        self._start, self._end = start, end

    def place(self, value: float) -> float:
        return self._start + (self._end - self._start) * (value - self.low) / (self.high - self.low)


def quadrant_chart(
    spots: Sequence[Spot], axes: Axes, corners: Sequence[str], telling: Telling
) -> Picture:
    """Return importance (upwards) against satisfaction (to the right).

    ``corners`` name the quadrants: upper left, upper right, lower left, lower right.

    >>> spots = [Spot("1", 8.0, 9.0), Spot("2", 9.0, 8.0)]
    >>> axes = Axes("Kepuasan", "Kepentingan", 8.5, 8.5)
    >>> quadrant_chart(spots, axes, "ABCD", Telling("IPA", "Dua unsur")).vector.count("<circle")
    2
    """
    right, bottom = WIDTH - _RIGHT, _TOP + _HIGH
    plot = Plot(telling.title, telling.alt, height=bottom + _BELOW)
    x = _Span([axes.x_line, *(one.x for one in spots)], _LEFT, right)
    y = _Span([axes.y_line, *(one.y for one in spots)], bottom, _TOP)
    for one, other in (
        ((_LEFT, _TOP), (right, _TOP)),
        ((_LEFT, bottom), (right, bottom)),
        ((_LEFT, _TOP), (_LEFT, bottom)),
        ((right, _TOP), (right, bottom)),
    ):
        plot.line(one, other, LINE)
    _corners(plot, corners, right, bottom)
    across, up = x.place(axes.x_line), y.place(axes.y_line)
    plot.line((across, _TOP), (across, bottom), RED, wide=3, dashed=True)
    plot.line((_LEFT, up), (right, up), RED, wide=3, dashed=True)
    _ticks(plot, x, y, bottom, axes.comma)
    plot.words(
        axes.x, (_LEFT + right) / 2, bottom + 66, high=_LETTER, anchor=Anchor.MIDDLE, colour=SOFT
    )
    plot.words(axes.y, _LEFT, 16, high=_LETTER, colour=SOFT)
    lines = [
        (across - _CLEAR, _TOP, across + _CLEAR, bottom),
        (_LEFT, up - _CLEAR, right, up + _CLEAR),
    ]
    _spots(plot, [(one.label, x.place(one.x), y.place(one.y)) for one in spots], right, lines)
    return plot.picture(telling.alt)


def _corners(plot: Plot, corners: Sequence[str], right: float, bottom: float) -> None:
    places = (
        (_LEFT + 16, _TOP + 16, Anchor.START),
        (right - 16, _TOP + 16, Anchor.END),
        (_LEFT + 16, bottom - 38, Anchor.START),
        (right - 16, bottom - 38, Anchor.END),
    )
    for name, (left, top, anchor) in zip(corners, places, strict=True):
        plot.words(name, left, top, high=_SMALL, anchor=anchor, colour=SOFT)


def _ticks(plot: Plot, x: _Span, y: _Span, bottom: float, comma: str) -> None:
    for value in steps(x.low, x.high):
        plot.line((x.place(value), bottom), (x.place(value), bottom + 10), LINE)
        plot.words(
            _plain(value, comma), x.place(value), bottom + 20, high=_SMALL, anchor=Anchor.MIDDLE
        )
    for value in steps(y.low, y.high):
        plot.line((_LEFT - 10, y.place(value)), (_LEFT, y.place(value)), LINE)
        plot.words(
            _plain(value, comma), _LEFT - 18, y.place(value) - 9, high=_SMALL, anchor=Anchor.END
        )


def _spots(
    plot: Plot,
    spots: Sequence[tuple[str, float, float]],
    right: float,
    lines: Sequence[tuple[float, float, float, float]],
) -> None:
    """Draw points, each with its name where neither a line nor another name stands."""
    dots = ((left - _DOT, top - _DOT, left + _DOT, top + _DOT) for _, left, top in spots)
    taken = [*dots, *lines]
    for _, left, top in spots:
        plot.dot(left, top, _DOT, DARK)
    for label, left, top in spots:
        wide = text_width(label, _SMALL) + 4
        beside, before = left + _DOT + 8, left - _DOT - 8 - wide
        choices = [
            (beside, top - 9),
            (before, top - 9),
            (left - wide / 2, top - _DOT - 28),
            (left - wide / 2, top + _DOT + 10),
            (beside, top + 14),
            (beside, top - 32),
            (before, top + 14),
            (before, top - 32),
        ]
        fits = [one for one in choices if one[0] >= _LEFT + 4 and one[0] + wide <= right - 4]
        boxes = [(one[0], one[1] - 3, one[0] + wide, one[1] + _SMALL + 3) for one in fits]
        free = [box for box in boxes if not any(_meet(box, other) for other in taken)]
        box = (free or boxes or [(beside, top - 12, beside + wide, top + 12)])[0]
        taken.append(box)
        plot.words(label, box[0], box[1] + 3, high=_SMALL)


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def trend_chart(
    readings: Sequence[Reading], cuts: Sequence[tuple[float, str]], telling: Telling
) -> Picture:
    """Return an index over periods; where one does not follow on the other no line joins them.

    ``cuts`` are values at which a line is drawn across, with a name: where the grade changes.

    >>> readings = [Reading("2023", 80, "80,00"), Reading("2024", 84, "84,00")]
    >>> trend_chart(readings, [(83.0, "A")], Telling("Tren", "80 lalu 84")).vector.count("<circle")
    2
    """
    right, bottom = WIDTH - _RIGHT, _TOP + _TREND_HIGH
    plot = Plot(telling.title, telling.alt, height=bottom + 70)
    y = _trend_span([one.value for one in readings], bottom)
    _levels(plot, y, cuts, right)
    room = (right - _LEFT) / len(readings)
    points = [
        (_LEFT + room * place + room / 2, y.place(one.value)) for place, one in enumerate(readings)
    ]
    for place, one in enumerate(readings):
        if place and one.follows:
            plot.path([points[place - 1], points[place]], MIDDLE)
    widest = max(text_width(text, _LETTER) for one in readings for text in (one.label, one.shown))
    every = math.ceil((widest + _BETWEEN) / room)
    for place, ((left, top), one) in enumerate(zip(points, readings, strict=True), 1):
        plot.dot(left, top, _DOT + 1, DARK)
        # Of more periods than fit beside each other the last is named, and every few before it.
        if not (len(readings) - place) % every:
            _named(plot, one, left, top, bottom)
    return plot.picture(telling.alt)


def _named(plot: Plot, one: Reading, left: float, top: float, bottom: float) -> None:
    wide = text_width(one.shown, _LETTER) + 12
    plot.box(left - wide / 2, top - 44, wide, _LETTER + 8, PAPER)
    plot.words(one.shown, left, top - 42, high=_LETTER, anchor=Anchor.MIDDLE)
    plot.words(one.label, left, bottom + 22, high=_LETTER, anchor=Anchor.MIDDLE)


def _trend_span(values: Sequence[float], bottom: float) -> _Span:
    """Return the heights of an index, between multiples of five, with room for the figures."""
    y = _Span(values, bottom, _TOP + 30)
    y.low, y.high = math.floor(y.low / 5) * 5, math.ceil(y.high / 5) * 5
    if y.high - y.low < _LEAST_SPAN:
        y.low -= 5
    if y.high - max(values) < _HEADROOM * (y.high - y.low):
        y.high += 5
    return y


def _levels(plot: Plot, y: _Span, cuts: Sequence[tuple[float, str]], right: float) -> None:
    for value in range(int(y.low), int(y.high) + 1, 5):
        plot.line((_LEFT, y.place(value)), (right, y.place(value)), LINE)
        plot.words(str(value), _LEFT - 18, y.place(value) - 9, high=_SMALL, anchor=Anchor.END)
    for cut, name in cuts:
        if y.low < cut < y.high:
            at = y.place(cut)
            plot.line((_LEFT, at), (right, at), RED, wide=3, dashed=True)
            plot.words(name, right, at - 28, high=_SMALL, anchor=Anchor.END, colour=RED)


def steps(low: float, high: float) -> tuple[float, ...]:
    """Return round values between two ends, about six of them.

    >>> steps(3.07, 3.44)
    (3.1, 3.2, 3.3, 3.4)
    """
    raw = (high - low) / 6
    power = 10 ** math.floor(math.log10(raw))
    step = next(one * power for one in (1, 2, 5, 10) if one * power >= raw)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(round(number * step, 6) for number in range(first, last + 1))


def _plain(value: float, comma: str) -> str:
    return f"{value:g}".replace(".", comma)
