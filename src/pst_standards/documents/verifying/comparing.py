"""Where two readings of a document differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, TypeAlias

from attrs import frozen

from pst_standards.documents.verifying.lines import Line

_Lines: TypeAlias = Sequence[Line]
_MOST_PAIRS: Final = 900
"""Pairs of lines above which a stretch is told as a whole: it was written anew."""
_LEAST: Final = 0.01


@frozen(kw_only=True)
class Change:
    """Lines that were expected, and what stands in their place; ``anchor`` of the row if any."""

    expected: tuple[Line, ...]
    found: tuple[Line, ...]
    anchor: str


def changes(expected: _Lines, found: _Lines) -> Iterator[Change]:
    """Yield all changes in their order.

    Where every anchor is still in its place, row is compared with row, so that a line cannot be
    taken for the same line of another row. Where anchors were lost, the lines alone decide.

    >>> one, two = Line("a", "a", "pst_x"), Line("b", "b")
    >>> [change.anchor for change in changes((one,), (two,))]
    ['pst_x']
    """
    wanted, there = _rows(expected), _rows(found)
    if [name for name, _ in wanted] == [name for name, _ in there]:
        for (_, left), (_, right) in zip(wanted, there, strict=True):
            yield from _compared(left, right)
    else:
        yield from _compared(expected, found)


def _rows(lines: _Lines) -> list[tuple[str, _Lines]]:
    return [(name, tuple(row)) for name, row in groupby(lines, lambda line: line.anchor)]


def _compared(expected: _Lines, found: _Lines) -> Iterator[Change]:
    left, right = ([line.key for line in side] for side in (expected, found))
    if left == right:
        return
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for kind, start, end, other, last in steps:
        if kind == "equal":
            continue
        before = expected[start - 1].anchor if start else expected[0].anchor if expected else ""
        yield from _parted(expected[start:end], found[other:last], before)


def _parted(expected: _Lines, found: _Lines, before: str) -> Iterator[Change]:
    """Part a stretch that covers several lines: line by line, each with what is likest to it."""
    if not expected:
        yield Change(expected=(), found=tuple(found), anchor=_own(found) or before)
    elif len(expected) == len(found):
        for left, right in zip(expected, found, strict=True):
            yield Change(expected=(left,), found=(right,), anchor=left.anchor)
    elif len(expected) * len(found) <= _MOST_PAIRS:
        for left, beside in zip(expected, _aligned(expected, found), strict=True):
            yield Change(expected=(left,), found=tuple(beside), anchor=left.anchor)
    else:
        for place, (name, row) in enumerate(_rows(expected)):
            # What stands in place of several rows is told with the first of them.
            other = () if place else tuple(found)
            yield Change(expected=tuple(row), found=other, anchor=name)


def _aligned(expected: _Lines, found: _Lines) -> list[list[Line]]:
    """Return for each expected line what stands in its place, in the order of both.

    A line that is like none stands with the one before it.
    """
    best: dict[tuple[int, int], tuple[float, bool]] = {}
    for left in reversed(range(len(expected))):
        for right in reversed(range(len(found))):
            skipped = max(_score(best, left + 1, right), _score(best, left, right + 1))
            paired = _likeness(expected[left], found[right]) + _score(best, left + 1, right + 1)
            best[left, right] = (max(skipped, paired), paired > skipped)
    beside: list[list[Line]] = [[] for _ in expected]
    left = right = last = 0
    while right < len(found):
        if left < len(expected) and best[left, right][1]:
            last, left = left, left + 1
        elif left < len(expected) and _score(best, left + 1, right) >= _score(
            best, left, right + 1
        ):
            left += 1
            continue
        beside[last].append(found[right])
        right += 1
    return beside


def _score(best: dict[tuple[int, int], tuple[float, bool]], left: int, right: int) -> float:
    return best.get((left, right), (0.0, False))[0]


def _likeness(one: Line, other: Line) -> float:
    """Return how like two lines are; any line is a little like any other, so that most have one."""
    if one.anchor and other.anchor and one.anchor != other.anchor:
        return 0.0
    return _LEAST + SequenceMatcher(None, one.key, other.key, autojunk=False).ratio()


def _own(found: _Lines) -> str:
    names = {line.anchor for line in found}
    return names.pop() if len(names) == 1 else ""
