"""How much of each pixel an outline covers, in whole numbers: the same on every machine.

Each pixel is cut by four lines. What lies between the outlines on them is measured exactly, by the
rule that an outline running the other way within another leaves a hole.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

FINE: Final = 64
"""Parts of a pixel in which the points of an outline are counted."""
MOST: Final = 15
"""The share of a pixel that is wholly covered."""

Point: TypeAlias = tuple[int, int]
BendingPoint: TypeAlias = tuple[int, int, bool]
"""A point, and whether it lies on the curve or bends it."""

_LINES: Final = 4
_APART: Final = FINE // _LINES
_PIECES: Final = 4
"""Straight pieces of a curve; on the letters of a picture more of them make no difference."""
_EIGHTH: Final = math.sqrt(2) - 1
"""Half the side of an octagon around a circle, of which each corner bends an eighth of it."""


class Coverage(NamedTuple):
    """Shares of pixels from 0 to ``MOST`` in rows, and where the first of them stands."""

    left: int
    top: int
    rows: tuple[bytes, ...]


def filled(outlines: Iterable[Sequence[Point]]) -> Coverage:
    """Return what closed outlines cover.

    >>> filled([[(0, 0), (96, 0), (96, 64), (0, 64)]]).rows[0].hex()
    '0f08'
    """
    crossings: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for outline in outlines:
        for one, other in pairwise((*outline, outline[0])):
            _cross(crossings, one, other)
    if not crossings:
        return Coverage(0, 0, ())
    places = [place for found in crossings.values() for place, _ in found]
    left, top = min(places) // FINE, min(crossings) // _LINES
    wide = max(places) // FINE + 1 - left
    rows = [[0] * wide for _ in range(top, max(crossings) // _LINES + 1)]
    for line, found in crossings.items():
        row, turns = rows[line // _LINES - top], 0
        for (start, turn), (end, _) in pairwise(sorted(found)):
            turns += turn
            if turns:
                _cover(row, start - left * FINE, end - left * FINE)
    whole = FINE * _LINES
    return Coverage(
        left, top, tuple(bytes((one * MOST + whole // 2) // whole for one in row) for row in rows)
    )


def merged(parts: Sequence[Coverage]) -> Coverage:
    """Return what all parts cover together.

    >>> merged([Coverage(0, 0, (b"ab",)), Coverage(2, 0, (b"c",))]).rows
    (b'abc',)
    """
    parts = [one for one in parts if one.rows]
    if not parts:
        return Coverage(0, 0, ())
    left, top = min(one.left for one in parts), min(one.top for one in parts)
    wide = max(one.left + len(one.rows[0]) for one in parts) - left
    rows = [bytearray(wide) for _ in range(max(one.top + len(one.rows) for one in parts) - top)]
    for one in parts:
        start, end = one.left - left, one.left - left + len(one.rows[0])
        for row, shares in zip(rows[one.top - top :], one.rows, strict=False):
            before = bytes(row[start:end])
            row[start:end] = _together(before, shares) if any(before) else shares
    return Coverage(left, top, tuple(map(bytes, rows)))


def _together(one: bytes, other: bytes) -> bytes:
    return bytes(min(its + part, MOST) for its, part in zip(one, other, strict=True))


def _cross(crossings: dict[int, list[tuple[int, int]]], one: Point, other: Point) -> None:
    """Note where an edge crosses lines, and whether it goes down or up."""
    (x, y), (right, low) = one, other
    turn = 1 if y < low else -1
    first, last = ((min(y, low) + _APART // 2 - 1) // _APART, (max(y, low) + _APART // 2 - 1))
    for line in range(first, last // _APART):
        at = line * _APART + _APART // 2
        crossings[line].append((x + (right - x) * (at - y) // (low - y), turn))


def _cover(row: list[int], start: int, end: int) -> None:
    first, last = start // FINE, end // FINE
    if first == last:
        row[first] += end - start
        return
    row[first] += FINE - start % FINE
    for place in range(first + 1, last):
        row[place] += FINE
    row[last] += end % FINE


def flattened(outline: Sequence[BendingPoint]) -> list[Point]:
    """Return an outline of curves as one of straight pieces.

    >>> flattened([(0, 0, True), (8, 0, True), (8, 8, False)])
    [(0, 0), (8, 0), (7, 3), (6, 4), (3, 3)]
    """
    points = _with_ends(outline)
    flat: list[Point] = []
    for place, (x, y, on_curve) in enumerate(points):
        if on_curve:
            flat.append((x, y))
            continue
        start, (end_x, end_y, _) = points[place - 1], points[(place + 1) % len(points)]
        for piece in range(1, _PIECES):
            shares = ((_PIECES - piece) ** 2, 2 * piece * (_PIECES - piece), piece**2)
            flat.append(
                (
                    (shares[0] * start[0] + shares[1] * x + shares[2] * end_x) // _PIECES**2,
                    (shares[0] * start[1] + shares[1] * y + shares[2] * end_y) // _PIECES**2,
                )
            )
    return flat


def _with_ends(outline: Sequence[BendingPoint]) -> list[BendingPoint]:
    """Add the ends of curves that are not written: halfway between two points that bend."""
    points: list[BendingPoint] = []
    for (x, y, on_curve), (after_x, after_y, after_on) in pairwise((*outline, outline[0])):
        points.append((x, y, on_curve))
        if not on_curve and not after_on:
            points.append(((x + after_x) // 2, (y + after_y) // 2, True))
    return points


def circle(left: float, top: float, radius: float) -> list[Point]:
    """Return the outline of a circle around a place, all in pixels."""
    near = radius * _EIGHTH
    corners = [(radius, near), (near, radius), (-near, radius), (-radius, near)]
    corners += [(-x, -y) for x, y in corners]
    return flattened([(*_fine(left + x, top + y), False) for x, y in corners])


def stroke(one: tuple[float, float], other: tuple[float, float], wide: float) -> list[Point]:
    """Return the outline of a straight stroke of a width, all in pixels."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = math.sqrt(dx * dx + dy * dy)
    across, down = (-dy * wide / (2 * length), dx * wide / (2 * length)) if length else (0.0, 0.0)
    corners = ((one, 1), (other, 1), (other, -1), (one, -1))
    return [_fine(x + side * across, y + side * down) for (x, y), side in corners]


def _fine(left: float, top: float) -> Point:
    return round(left * FINE), round(top * FINE)
