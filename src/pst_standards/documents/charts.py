"""Bars of two series side by side: as vectors for HTML, as a PNG for Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from pst_standards.documents.drawing import Canvas, Colour, text_width
from pst_standards.documents.outline import Picture

_DARK: Final[Colour] = (20, 48, 79)
_LIGHT: Final[Colour] = (127, 164, 204)
_INK: Final[Colour] = (34, 34, 34)
_LINE: Final[Colour] = (120, 130, 140)
_COLOURS: Final = (_DARK, _LIGHT)
_WIDTH: Final = 1440
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
_WIDTH_MM: Final = 160.0


class Bars(NamedTuple):
    """A group of bars: what stands below it, and a figure for each series; ``None`` has no bar."""

    label: str
    figures: tuple[int | None, ...]


class _Box(NamedTuple):
    left: int
    top: int
    width: int
    height: int
    colour: Colour


class _Words(NamedTuple):
    text: str
    centre: int
    top: int
    high: int


def bar_chart(groups: Sequence[Bars], series: Sequence[str], alt: str) -> Picture:
    """Return a picture of bars in groups, with a legend of up to two series.

    >>> bar_chart([Bars("Jan", (3, 2))], ("Masuk", "Selesai"), "Diagram").vector[:4]
    '<svg'
    """
    boxes, words = _bars(groups)
    keys, names = _legend(series)
    boxes, words = [*boxes, *keys], [*words, *names]
    return Picture(data=_png(boxes, words), vector=_svg(boxes, words), alt=alt, width=_WIDTH_MM)


def _bars(groups: Sequence[Bars]) -> tuple[list[_Box], list[_Words]]:
    room = (_WIDTH - 2 * _LEFT) // max(len(groups), 1)
    wide = min(room // 3, 90)
    boxes = [_Box(_LEFT, _BASE, _WIDTH - 2 * _LEFT, 2, _LINE)]
    words: list[_Words] = []
    figures = [figure for group in groups for figure in group.figures if figure is not None]
    most = max(figures, default=0) or 1
    size = min((_fitting(str(one), wide) for one in figures), default=_SMALL)
    for place, group in enumerate(groups):
        centre = _LEFT + room * place + room // 2
        words.append(_Words(group.label, centre, _BASE + 18, _LETTER))
        start = centre - wide * len(group.figures) // 2
        for number, figure in enumerate(group.figures):
            if figure is None:
                continue
            high = (_BASE - _TOP) * figure // most
            left = start + wide * number
            boxes.append(_Box(left + 1, _BASE - high, wide - 2, high, _COLOURS[number]))
            words.append(_Words(str(figure), left + wide // 2, _BASE - high - size - 12, size))
    return boxes, words


def _fitting(figure: str, wide: int) -> int:
    """Return how high a figure can be so that it does not run into the next."""
    fits = int(_SMALL * (wide - _BETWEEN) / text_width(figure, _SMALL))
    return max(min(_SMALL, fits), _SMALLEST)


def _legend(series: Sequence[str]) -> tuple[list[_Box], list[_Words]]:
    boxes: list[_Box] = []
    words: list[_Words] = []
    left = _LEFT
    for name, colour in zip(series, _COLOURS, strict=False):
        wide = int(text_width(name, _LETTER))
        boxes.append(_Box(left, 18, _KEY, _KEY, colour))
        words.append(_Words(name, left + _KEY + 14 + wide // 2, 20, _LETTER))
        left += _KEY + wide + 60
    return boxes, words


def _png(boxes: Iterable[_Box], words: Iterable[_Words]) -> bytes:
    canvas = Canvas(_WIDTH, _HEIGHT)
    for box in boxes:
        canvas.box(*box)
    for one in words:
        canvas.text(one.text, one.centre, one.top, one.high, _INK)
    return canvas.png()


def _svg(boxes: Iterable[_Box], words: Iterable[_Words]) -> str:
    shapes = "".join(
        f'<rect x="{box.left}" y="{box.top}" width="{box.width}" height="{box.height}"'
        f' fill="{_hex(box.colour)}"/>'
        for box in boxes
    )
    letters = "".join(
        f'<text x="{one.centre}" y="{one.top + one.high}" font-size="{one.high * 5 // 4}"'
        f' text-anchor="middle" fill="{_hex(_INK)}">{escape(one.text)}</text>'
        for one in words
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        f' width="{_WIDTH}" height="{_HEIGHT}" font-family="Arial, Helvetica, sans-serif">'
        f"{shapes}{letters}</svg>"
    )


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
