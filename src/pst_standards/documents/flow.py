"""Steps one after the other as a picture: who acts, what happens, and how long it may take."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from pst_standards.documents.drawing import text_width
from pst_standards.documents.outline import Picture
from pst_standards.documents.plots import DARK, INK, LIGHT, MIDDLE, PAPER, RED, Anchor, Plot

_WIDTH: Final = 900
_WIDTH_MM: Final = 118.0
_LETTER: Final = 20
_LINE: Final = 38
_PADDING: Final = 22
_BADGE: Final = 84
_ARROW: Final = 46
_HEAD: Final = 12
"""Half the width of the head of an arrow."""
_FRAME: Final = 3
_ROOM: Final = _WIDTH - _BADGE - 3 * _PADDING
_DASH: Final = "\N{EN DASH} "
_INDENT: Final = 24
"""How far the lines of a branch stand in behind its dash."""
_MOST_LINES: Final = 5
_MOST_STEPS: Final = 12


class FlowStep(NamedTuple):
    """A step: who acts, what is done, its time limit, and what may lead elsewhere."""

    actor: str
    text: str
    time: str = ""
    branches: tuple[str, ...] = ()


@lru_cache(maxsize=32)
def flow_picture(title: str, steps: tuple[FlowStep, ...]) -> Picture:
    """Return steps as boxes below each other with arrows between them.

    The alternative text tells all of them; the drawing shortens what does not fit its box, and
    says how many steps follow the twelfth.

    >>> made = flow_picture("Alur", (FlowStep("Pengguna", "Mengadu", "30 hari"),))
    >>> made.alt
    'Alur: 1. Pengguna: Mengadu (30 hari).'
    """
    told = " ".join(f"{number}. {_told(step)}" for number, step in enumerate(steps, start=1))
    shown = steps[:_MOST_STEPS]
    lines = [list(_lines(step)) for step in shown]
    heights = [2 * _PADDING + _LINE * len(own) - (_LINE - _LETTER) for own in lines]
    rest = f"+{len(steps) - len(shown)}" if len(steps) > len(shown) else ""
    height = sum(heights) + _ARROW * (len(shown) - 1) + (_ARROW + _LINE) * bool(rest) + 2 * _FRAME
    plot = Plot(title, told, height=height, width=_WIDTH)
    top = _FRAME
    for number, (own, high) in enumerate(zip(lines, heights, strict=True), start=1):
        _box(plot, number, own, top, high)
        top += high
        if number < len(shown) or rest:
            _arrow(plot, top)
        top += _ARROW
    if rest:
        plot.words(rest, _WIDTH / 2, top, high=_LETTER, anchor=Anchor.MIDDLE, colour=DARK)
    return plot.picture(f"{title}: {told}", width_mm=_WIDTH_MM)


class _Line(NamedTuple):
    text: str
    colour: tuple[int, int, int]
    indent: int = 0


def _told(step: FlowStep) -> str:
    time = f" ({step.time})" if step.time else ""
    said = ": ".join(part for part in (step.actor, step.text) if part) + time
    return " ".join(f"{part.rstrip('.')}." for part in (said, *step.branches) if part)


def _lines(step: FlowStep) -> Iterator[_Line]:
    if step.actor:
        yield _Line(step.actor, MIDDLE)
    for line in _wrapped(step.text):
        yield _Line(line, INK)
    if step.time:
        for line in _wrapped(step.time):
            yield _Line(line, RED)
    for branch in step.branches:
        for place, line in enumerate(_wrapped(branch, _ROOM - _INDENT)):
            yield _Line(line, DARK, _INDENT) if place else _Line(f"{_DASH}{line}", DARK)


def _wrapped(text: str, room: float = _ROOM) -> list[str]:
    """Part a text into lines that fit a box; what is beyond the last ends with dots."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, _LETTER) <= room:
            lines[-1] = _cut(longer, room)
        else:
            lines.append(_cut(word, room))
    if len(lines) > _MOST_LINES:
        return [
            *lines[: _MOST_LINES - 1],
            _cut(_dotted(lines[_MOST_LINES - 1]), room),
        ]
    return [line for line in lines if line]


def _cut(word: str, room: float) -> str:
    if text_width(word, _LETTER) <= room:
        return word
    # The longer the beginning, the wider.
    ends = range(len(word) + 1)
    kept = bisect_right(ends, room, key=lambda end: text_width(_dotted(word[:end]), _LETTER)) - 1
    return _dotted(word[: max(kept, 0)])


def _dotted(word: str) -> str:
    return f"{word}\N{HORIZONTAL ELLIPSIS}"


def _box(plot: Plot, number: int, lines: Sequence[_Line], top: int, high: int) -> None:
    plot.box(0, top, _WIDTH, high, MIDDLE)
    plot.box(_FRAME, top + _FRAME, _WIDTH - 2 * _FRAME, high - 2 * _FRAME, PAPER)
    plot.box(_FRAME, top + _FRAME, _BADGE - _FRAME, high - 2 * _FRAME, LIGHT)
    middle = top + (high - 30) / 2
    plot.words(str(number), _BADGE / 2, middle, high=30, anchor=Anchor.MIDDLE, colour=DARK)
    for place, line in enumerate(lines):
        at = top + _PADDING + _LINE * place
        left = _BADGE + _PADDING + line.indent
        plot.words(line.text, left, at, high=_LETTER, colour=line.colour)


def _arrow(plot: Plot, top: int) -> None:
    centre, end = _WIDTH / 2, top + _ARROW - 6
    plot.line((centre, top + 4), (centre, end), DARK, wide=4)
    for side in (-_HEAD, _HEAD):
        plot.line((centre + side, end - _HEAD), (centre, end), DARK, wide=4)
