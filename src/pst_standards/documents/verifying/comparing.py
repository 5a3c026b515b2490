"""Where two readings of a document differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TypeAlias

from attrs import frozen

from pst_standards.documents.verifying.lines import Line

_Lines: TypeAlias = Sequence[Line]


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
    """Part a stretch that covers several rows: line by line where it can be, else by row."""
    if not expected:
        yield Change(expected=(), found=tuple(found), anchor=_own(found) or before)
    elif len(expected) == len(found):
        for left, right in zip(expected, found, strict=True):
            yield Change(expected=(left,), found=(right,), anchor=left.anchor)
    else:
        for place, (name, row) in enumerate(_rows(expected)):
            # What stands in place of several rows is told with the first of them.
            other = () if place else tuple(found)
            yield Change(expected=tuple(row), found=other, anchor=name)


def _own(found: _Lines) -> str:
    names = {line.anchor for line in found}
    return names.pop() if len(names) == 1 else ""
