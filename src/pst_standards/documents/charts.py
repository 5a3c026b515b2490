"""Bars of two series side by side: as vectors for HTML, as a PNG for Word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pst_standards.documents.drawing import Colour, text_width
from pst_standards.documents.outline import Picture
from pst_standards.documents.plots import DARK, WIDTH, Anchor, Plot

_LIGHT: Final[Colour] = (127, 164, 204)
_LINE: Final[Colour] = (120, 130, 140)
_COLOURS: Final = (DARK, _LIGHT)
_HEIGHT: Final = 560
_LEFT: Final = 24
_TOP: Final = 110
_BASE: Final = 490
_LETTER: Final = 22
_SMALL: Final = 20
_SMALLEST: Final = 9
_BETWEEN: Final = 12
"""Room between the figures of two bars."""
_KEY: Final = 26


class Bars(NamedTuple):
    """A group of bars: what stands below it, and a figure for each series; ``None`` has no bar."""

    label: str
    figures: tuple[int | None, ...]


def bar_chart(groups: Sequence[Bars], series: Sequence[str], alt: str) -> Picture:
    """Return a picture of bars in groups, with a legend of up to two series.

    >>> bar_chart([Bars("Jan", (3, 2))], ("Masuk", "Selesai"), "Diagram").vector[:4]
    '<svg'
    """
    plot = Plot(", ".join(series), alt, height=_HEIGHT)
    room = (WIDTH - 2 * _LEFT) // max(len(groups), 1)
    wide = min(room // 3, 90)
    figures = [figure for group in groups for figure in group.figures if figure is not None]
    most = max(figures, default=0) or 1
    size = min((_fitting(str(one), wide) for one in figures), default=_SMALL)
    plot.box(_LEFT, _BASE, WIDTH - 2 * _LEFT, 2, _LINE)
    for place, group in enumerate(groups):
        centre = _LEFT + room * place + room // 2
        plot.words(group.label, centre, _BASE + 18, high=_LETTER, anchor=Anchor.MIDDLE)
        start = centre - wide * len(group.figures) // 2
        for number, figure in enumerate(group.figures):
            if figure is None:
                continue
            high = (_BASE - _TOP) * figure // most
            left, top = start + wide * number, _BASE - high
            plot.box(left + 1, top, wide - 2, high, _COLOURS[number])
            middle = left + wide / 2
            plot.words(str(figure), middle, top - size - 12, high=size, anchor=Anchor.MIDDLE)
    _legend(plot, series)
    return plot.picture(alt)


def _fitting(figure: str, wide: int) -> int:
    """Return how high a figure can be so that it does not run into the next."""
    fits = int(_SMALL * (wide - _BETWEEN) / text_width(figure, _SMALL))
    return max(min(_SMALL, fits), _SMALLEST)


def _legend(plot: Plot, series: Sequence[str]) -> None:
    left = float(_LEFT)
    for name, colour in zip(series, _COLOURS, strict=False):
        plot.box(left, 18, _KEY, _KEY, colour)
        plot.words(name, left + _KEY + 14, 20, high=_LETTER)
        left += _KEY + text_width(name, _LETTER) + 60
