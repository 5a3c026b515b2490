"""A timeline told to a person: a row for each step, what is late below it, and what it rests on."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pst_standards.calendar.dates import long_date, long_day
from pst_standards.calendar.timelines import StepStatus
from pst_standards.cli.speech import Say, speaker

if TYPE_CHECKING:
    from pst_standards.calendar.timelines import Timeline, TimelineStep


def as_text(found: Timeline, lang: str, width: int) -> str:
    """Return the lines of a timeline: what, the last day for it, and its article."""
    say = speaker(lang)
    rows = [_row(step, lang, say) for step in found.steps]
    head = tuple(say(f"timeline.column.{name}") for name in ("step", "latest", "basis"))
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(2)]
    lines = [_line(head, widths)]
    for step, row in zip(found.steps, rows, strict=True):
        lines += [_line(row, widths), *_remarks(step, say, lang, width)]
    return "\n".join([*lines, *_notes(found, say, lang, width)])


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    return f"  {row[0]:{widths[0]}}  {row[1]:{widths[1]}}  {row[2]}".rstrip()


def _row(step: TimelineStep, lang: str, say: Say) -> tuple[str, str, str]:
    title = f"{step.title(lang)}{' *' if step.assumed else ''}"
    day = step.latest or step.given
    shown = _day(day, lang)
    if step.latest is None:
        shown = say("timeline.done", day=shown)
    return title, shown, ", ".join(step.citations)


def _day(day: dt.date | None, lang: str) -> str:
    return long_day(day, lang) if day else ""


def _remarks(step: TimelineStep, say: Say, lang: str, width: int) -> Iterator[str]:
    """Yield what stands below a row: the other reading, the day known, whether it is late."""
    told = []
    if step.readings is not None:
        told.append(say("timeline.lenient", day=_day(step.readings.lenient, lang)))
    if step.given is not None and step.latest is not None:
        status = _status(step, say, lang)
        told.append(say("timeline.given", day=_day(step.given, lang), status=status))
    elif step.status is StepStatus.EARLY:
        told.append(say("timeline.too-early", day=_day(step.earliest, lang)))
    for line in told:
        yield from textwrap.wrap(line, width, initial_indent=" " * 6, subsequent_indent=" " * 6)


def _status(step: TimelineStep, say: Say, lang: str) -> str:
    """Say how a known day stands: one without anything to hold it against is in time."""
    status = step.status or StepStatus.ON_TIME
    return say(f"timeline.status.{status.value}", day=_day(step.earliest, lang))


def _notes(found: Timeline, say: Say, lang: str, width: int) -> Iterator[str]:
    notes = []
    if any(step.assumed for step in found.steps):
        notes.append(say("timeline.assumed"))
    if "adopted" not in found:
        notes.append(say("timeline.open"))
    if found.provisional:
        notes.append(say("deadline.provisional"))
    if found.calendar_as_of is not None:
        notes.append(say("deadline.as-of", day=long_date(found.calendar_as_of, lang)))
    if notes:
        yield ""
    for note in notes:
        yield from textwrap.wrap(note, width)
