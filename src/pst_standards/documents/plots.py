"""A drawing of boxes, lines, dots and words, made once and written as SVG and as PNG.

Both come from the same list of shapes, so that HTML and Word show the same. The SVG bears a title
and a description for whoever hears it read; the words beside a picture are in its ``alt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias
from xml.sax.saxutils import escape

from pst_standards.documents.drawing import Canvas, Colour, font_size, shown, text_width
from pst_standards.documents.filling import circle, stroke
from pst_standards.documents.outline import Picture

INK: Final[Colour] = (34, 34, 34)
SOFT: Final[Colour] = (92, 104, 116)
LINE: Final[Colour] = (169, 181, 194)
DARK: Final[Colour] = (20, 48, 79)
MIDDLE: Final[Colour] = (70, 118, 168)
LIGHT: Final[Colour] = (199, 215, 233)
RED: Final[Colour] = (166, 27, 27)
PAPER: Final[Colour] = (255, 255, 255)

WIDTH: Final = 1440
_WIDTH_MM: Final = 160.0
_DASH: Final = 14
_FONTS: Final = "Arial, 'Liberation Sans', Helvetica, sans-serif"
"""Arial first, as a program may know the first alone; Liberation Sans is as wide in each letter."""


class Anchor(StrEnum):
    """What of a word stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class _Box(NamedTuple):
    left: int
    top: int
    width: int
    height: int
    colour: Colour


class _Line(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    wide: float
    colour: Colour
    dashed: bool


class _Dot(NamedTuple):
    left: float
    top: float
    radius: float
    colour: Colour


class _Words(NamedTuple):
    text: str
    left: float
    top: int
    high: int
    anchor: Anchor
    colour: Colour


_BEFORE: Final = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
"""The part of words that stands before their place."""

_Shape: TypeAlias = _Box | _Line | _Dot | _Words


class Plot:
    """A drawing in the making; places are counted from the upper left corner.

    >>> plot = Plot("Diagram", "Satu kotak", height=40)
    >>> plot.box(0, 0, 10, 10, DARK)
    >>> plot.picture("Satu kotak").vector.count("<rect")
    2
    """

    def __init__(self, title: str, description: str, *, height: int, width: int = WIDTH) -> None:
        self.title, self.description = title, description
        self.width, self.height = width, height
        self._shapes: list[_Shape] = []

    def box(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fill a box."""
        places = (round(left), round(top), round(width), round(height))
        self._shapes.append(_Box(*places, colour))

    def line(
        self,
        one: tuple[float, float],
        other: tuple[float, float],
        colour: Colour = LINE,
        *,
        wide: float = 2,
        dashed: bool = False,
    ) -> None:
        """Draw a line from one point to another."""
        self._shapes.append(_Line(*one, *other, wide, colour, dashed))

    def path(self, points: list[tuple[float, float]], colour: Colour, *, wide: float = 4) -> None:
        """Draw lines from point to point."""
        for one, other in pairwise(points):
            self.line(one, other, colour, wide=wide)

    def dot(self, left: float, top: float, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self._shapes.append(_Dot(left, top, radius, colour))

    def words(
        self,
        text: str,
        left: float,
        top: float,
        *,
        high: int = 20,
        anchor: Anchor = Anchor.START,
        colour: Colour = INK,
    ) -> None:
        """Write words whose capitals are of a height, their upper edge at ``top``."""
        self._shapes.append(_Words(shown(text), left, round(top), high, anchor, colour))

    def picture(self, alt: str, *, width_mm: float = _WIDTH_MM) -> Picture:
        """Return the drawing as a picture."""
        return Picture(data=self.png(), vector=self.svg(), alt=alt, width=width_mm)

    def png(self) -> bytes:
        """Return the drawing as a PNG."""
        canvas = Canvas(self.width, self.height)
        for shape in self._shapes:
            _paint(canvas, shape)
        return canvas.png()

    def svg(self) -> str:
        """Return the drawing as an SVG with its title and description."""
        shapes = "".join(_written(shape) for shape in self._shapes)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"'
            f' width="{self.width}" height="{self.height}" role="img"'
            f' font-family="{_FONTS}">'
            f"<title>{_safe(self.title)}</title><desc>{_safe(self.description)}</desc>"
            f'<rect width="{self.width}" height="{self.height}" fill="#ffffff"/>{shapes}</svg>'
        )


def _paint(canvas: Canvas, shape: _Shape) -> None:
    match shape:
        case _Box():
            canvas.box(*shape)
        case _Dot():
            canvas.fill(circle(shape.left, shape.top, shape.radius), shape.colour)
        case _Line():
            for one, other in _strokes(shape):
                _stroke(canvas, one, other, shape)
        case _Words():
            left = shape.left - _BEFORE[shape.anchor] * text_width(shape.text, shape.high)
            base, size = shape.top + shape.high, font_size(shape.high)
            canvas.text(shape.text, left, base, size, shape.colour)


def _stroke(
    canvas: Canvas, one: tuple[float, float], other: tuple[float, float], line: _Line
) -> None:
    """Draw a stroke; one along an axis is a box, which costs next to nothing."""
    wide, high = abs(other[0] - one[0]), abs(other[1] - one[1])
    if wide and high:
        canvas.fill(stroke(one, other, line.wide), line.colour)
        return
    left = min(one[0], other[0]) - (0 if wide else line.wide / 2)
    top = min(one[1], other[1]) - (0 if high else line.wide / 2)
    size = (round(wide or line.wide), round(high or line.wide))
    canvas.box(round(left), round(top), *size, line.colour)


def _strokes(line: _Line) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the strokes of a line: one, or every other of its pieces."""
    dx, dy = line.right - line.left, line.bottom - line.top
    pieces = max(int(max(abs(dx), abs(dy)) / _DASH), 1) if line.dashed else 1
    for place in range(0, pieces, 2):
        ends = (place / pieces, (place + 1) / pieces)
        one, other = ((line.left + dx * end, line.top + dy * end) for end in ends)
        yield one, other


def _safe(text: str) -> str:
    return escape(shown(text))


def _written(shape: _Shape) -> str:
    fill = f'fill="#{bytes(shape.colour).hex()}"'
    match shape:
        case _Box():
            return (
                f'<rect x="{shape.left}" y="{shape.top}" width="{shape.width}"'
                f' height="{shape.height}" {fill}/>'
            )
        case _Dot():
            return f'<circle cx="{shape.left:g}" cy="{shape.top:g}" r="{shape.radius:g}" {fill}/>'
        case _Line():
            dashes = f' stroke-dasharray="{_DASH} {_DASH}"' if shape.dashed else ""
            return (
                f'<line x1="{shape.left:g}" y1="{shape.top:g}" x2="{shape.right:g}"'
                f' y2="{shape.bottom:g}" stroke="#{bytes(shape.colour).hex()}"'
                f' stroke-width="{shape.wide:g}"{dashes}/>'
            )
        case _Words():
            return (
                f'<text x="{shape.left:g}" y="{shape.top + shape.high}"'
                f' font-size="{font_size(shape.high)}" text-anchor="{shape.anchor}" {fill}>'
                f"{escape(shape.text)}</text>"
            )
