"""Lying bars: the mean of each element, the shares of its answers, how many people of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pst_standards.documents.drawing import Colour, text_width
from pst_standards.documents.outline import Picture
from pst_standards.documents.plots import (
    DARK,
    INK,
    LIGHT,
    LINE,
    MIDDLE,
    RED,
    WIDTH,
    Anchor,
    Plot,
)

_ROW: Final = 52
_BAR: Final = 30
_LETTER: Final = 20
_SMALL: Final = 18
_SMALLEST: Final = 13
"""A longer label is cut, and stands whole in the table."""
_LEFT: Final = 16
_GAP: Final = 18
_RIGHT: Final = 130
_WIDEST_LABEL: Final = 420
_LEGEND: Final = 66
_AXIS: Final = 52
_KEY: Final = 24


class Size(NamedTuple):
    """How large a chart is: drawing, rows, bars and letters in pixels, the picture in mm."""

    width: int
    row: int
    bar: int
    letter: int
    width_mm: float


FULL: Final = Size(WIDTH, _ROW, _BAR, _LETTER, 160.0)
COMPACT: Final = Size(1300, 33, 19, 17, 132.0)
"""For a sheet on which much has to fit; its letters are smaller, so that lines do not touch."""


class Bar(NamedTuple):
    """A bar: what stands before it, how long it is, what stands behind it."""

    label: str
    value: float
    shown: str
    marked: bool = False


class Stack(NamedTuple):
    """A bar of parts, each a share of the whole from 0 to 1."""

    label: str
    shares: tuple[float, ...]


class Telling(NamedTuple):
    """What a chart is called, what it describes, and what stands for it where it is not seen."""

    title: str
    alt: str


def mean_bars(
    bars: Sequence[Bar],
    telling: Telling,
    *,
    scale: tuple[int, int],
    line: tuple[float, str] | None = None,
    size: Size = FULL,
) -> Picture:
    """Return bars on a scale; ``line`` marks a value on it, such as the mean of all.

    >>> made = mean_bars([Bar("Biaya", 3.5, "3,50")], Telling("NRR", "Biaya 3,50"), scale=(1, 4))
    >>> "<title>NRR</title>" in made.vector
    True
    """
    low, high = scale
    left, room = _across(bars, size.width)
    top = _LEGEND if line else _LEFT
    base = top + size.row * len(bars)
    plot = Plot(telling.title, telling.alt, height=base + _AXIS, width=size.width)

    def place(value: float) -> float:
        return left + room * (value - low) / (high - low)

    for tick in range(low, high + 1):
        plot.line((place(tick), top), (place(tick), base), LINE)
        plot.words(str(tick), place(tick), base + 14, high=_SMALL, anchor=Anchor.MIDDLE)
    for number, bar in enumerate(bars):
        at = top + size.row * number + (size.row - size.bar) // 2
        _label(plot, bar.label, left, at + size.bar // 2, size.letter)
        plot.box(left, at, place(bar.value) - left, size.bar, MIDDLE if bar.marked else DARK)
    if line is not None:
        value, name = line
        plot.line((place(value), top - 8), (place(value), base), RED, wide=3, dashed=True)
        anchor = Anchor.END if value > (low + high) / 2 else Anchor.START
        plot.words(name, place(value), 18, high=_SMALL, anchor=anchor, colour=RED)
    for number, bar in enumerate(bars):
        at = top + size.row * number + (size.row - size.letter) // 2
        plot.words(bar.shown, left + room + 24, at, high=size.letter)
    return plot.picture(telling.alt, width_mm=size.width_mm)


def count_bars(bars: Sequence[Bar], telling: Telling) -> Picture:
    """Return bars of counts, the longest as wide as the sheet.

    >>> count_bars([Bar("Pria", 9, "9 (60%)")], Telling("Responden", "9 pria")).alt
    '9 pria'
    """
    left, room = _across(bars)
    room -= max((int(text_width(bar.shown, _LETTER)) for bar in bars), default=0) - _RIGHT // 2
    most = max((bar.value for bar in bars), default=0) or 1
    plot = Plot(telling.title, telling.alt, height=_ROW * len(bars) + 2 * _LEFT)
    plot.line((left, _LEFT), (left, _LEFT + _ROW * len(bars)), LINE)
    for number, bar in enumerate(bars):
        at = _LEFT + _ROW * number + (_ROW - _BAR) // 2
        long = room * bar.value / most
        _label(plot, bar.label, left, at + _BAR // 2)
        plot.box(left + 1, at, long, _BAR, DARK)
        plot.words(bar.shown, left + long + 16, at + (_BAR - _LETTER) // 2, high=_LETTER)
    return plot.picture(telling.alt)


def stacked_bars(stacks: Sequence[Stack], keys: Sequence[str], telling: Telling) -> Picture:
    """Return bars of shares, all as long as each other, with a legend of the parts.

    >>> stack = Stack("Biaya", (0.25, 0.75))
    >>> stacked_bars([stack], ("1", "2"), Telling("Sebaran", "Biaya")).vector.count("<rect")
    5
    """
    left, room = _across(stacks)
    top = _LEGEND + 10
    base = top + _ROW * len(stacks)
    plot = Plot(telling.title, telling.alt, height=base + _AXIS)
    colours = shades(len(keys))
    _legend(plot, keys, colours, left)
    for tick in range(0, 101, 25):
        at = left + room * tick / 100
        plot.line((at, top), (at, base), LINE)
        plot.words(f"{tick}%", at, base + 14, high=_SMALL, anchor=Anchor.MIDDLE)
    for number, stack in enumerate(stacks):
        at = top + _ROW * number + (_ROW - _BAR) // 2
        _label(plot, stack.label, left, at + _BAR // 2)
        start = float(left)
        for share, colour in zip(stack.shares, colours, strict=True):
            end = start + room * share
            plot.box(round(start), at, round(end) - round(start), _BAR, colour)
            start = end
    return plot.picture(telling.alt)


def shades(parts: int) -> tuple[Colour, ...]:
    """Return a colour for each answer, from red for the lowest over light to dark.

    >>> shades(2) == (RED, DARK)
    True
    """
    if parts < 2:  # noqa: PLR2004 - one part has no order
        return (DARK,) * parts
    stops = (RED, (226, 158, 140), LIGHT, MIDDLE, DARK)
    return tuple(_between(stops, place / (parts - 1)) for place in range(parts))


def _between(stops: Sequence[Colour], share: float) -> Colour:
    at = share * (len(stops) - 1)
    before = min(int(at), len(stops) - 2)
    rest = at - before
    pairs = zip(stops[before], stops[before + 1], strict=True)
    red, green, blue = (round(one + (other - one) * rest) for one, other in pairs)
    return red, green, blue


def _across(bars: Sequence[Bar] | Sequence[Stack], width: int = WIDTH) -> tuple[int, int]:
    """Return where bars begin and how much room there is for them."""
    widest = max((text_width(bar.label, _LETTER) for bar in bars), default=0)
    left = _LEFT + min(int(widest) + _GAP, _WIDEST_LABEL)
    return left, width - left - _RIGHT


def _label(plot: Plot, label: str, left: int, middle: int, high: int = _LETTER) -> None:
    room = _WIDEST_LABEL - _GAP
    wide = text_width(label, high)
    high = high if wide <= room else max(int(high * room / wide), _SMALLEST)
    while text_width(label, high) > room:
        label = f"{label[: len(label) * 9 // 10 - 1]}\N{HORIZONTAL ELLIPSIS}"
    plot.words(label, left - _GAP, middle - high // 2, high=high, anchor=Anchor.END)


def _legend(plot: Plot, keys: Sequence[str], colours: Sequence[Colour], left: float) -> None:
    for key, colour in zip(keys, colours, strict=True):
        plot.box(left, 20, _KEY, _KEY, colour)
        plot.words(key, left + _KEY + 12, 22, high=_LETTER, colour=INK)
        left += _KEY + text_width(key, _LETTER) + 54
