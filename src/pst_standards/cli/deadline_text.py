"""A deadline told to a person: the date first, then the days one by one, then what it rests on."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pst_standards.calendar.dates import clock, day_range, long_date, long_day
from pst_standards.calendar.deadlines import WORKING_WEEK
from pst_standards.calendar.reasons import LENIENT, STRICT
from pst_standards.cli.speech import Say, speaker
from pst_standards.findings import Confidence

if TYPE_CHECKING:
    from pst_standards.calendar import Calendar, Deadline, Reason, Zone

# Days that follow each other for the same reason are told together: those of the calendar at once,
# others when the list would grow long.
_FOLDED: Final = frozenset({"calendar-day"})
_FOLDED_WHEN_LONG: Final = frozenset({"calendar-day", "working-day", "weekend", "paused"})
_LONG: Final = 30
_NOTES: Final = frozenset({"assumed-hours"})


def as_text(found: Deadline, calendar: Calendar, lang: str, width: int) -> str:
    """Return the lines of a deadline."""
    say = speaker(lang)
    paragraphs = [
        list(_head(found, say, lang, width)),
        *_tables(found, say, lang, width),
        list(_notes(found, say, lang, width)),
        list(_basis(found, calendar, say, lang, width)),
    ]
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def _head(found: Deadline, say: Say, lang: str, width: int) -> Iterator[str]:
    yield say("deadline.of", span=_span(found, lang), start=_start(found, say, lang))
    yield say("deadline.due", due=_due(found, say, lang))
    if found.readings is not None:
        strict, lenient = (long_day(day, lang) for day in found.readings)
        told = say("deadline.readings", strict=strict, lenient=lenient)
        yield from ("", *textwrap.wrap(told, width))
    if found.provisional:
        yield from ("", *textwrap.wrap(say("deadline.provisional"), width))


def _span(found: Deadline, lang: str) -> str:
    value, unit = found.duration.value, found.duration.unit
    word = unit.term(lang) if unit else ""
    return f"{value} {word.removesuffix('s') if value == 1 else word}"


def _start(found: Deadline, say: Say, lang: str) -> str:
    if isinstance(found.start, dt.datetime) and found.zone is not None:
        return _moment(found.start.astimezone(found.zone.tzinfo), found.zone, say, lang)
    return long_day(found.start, lang)


def _due(found: Deadline, say: Say, lang: str) -> str:
    if found.due_at is not None and found.zone is not None:
        return _moment(found.due_at, found.zone, say, lang)
    return long_day(found.due, lang)


def _moment(moment: dt.datetime, zone: Zone, say: Say, lang: str) -> str:
    day, at = long_day(moment.date(), lang), clock(moment.time(), lang)
    return say("deadline.at", day=day, at=at, zone=zone.value)


def _tables(found: Deadline, say: Say, lang: str, width: int) -> Iterator[list[str]]:
    marks = {cite: place for place, cite in enumerate(found.citations, 1)}
    told = [one for one in found.reasoning if one.key not in _NOTES]
    if found.readings is None:
        yield _rows(told, marks, lang, width)
        return
    yield _rows([one for one in told if one.reading is None], marks, lang, width)
    for reading in (STRICT, LENIENT):
        rows = [one for one in told if one.reading == reading]
        if rows:
            yield [say(f"deadline.{reading}"), *_rows(rows, marks, lang, width)]


def _rows(told: Sequence[Reason], marks: dict[str, int], lang: str, width: int) -> list[str]:
    folded = _FOLDED_WHEN_LONG if len(told) > _LONG else _FOLDED
    cells = [
        (_numbers(run), day_range(run[0].date, run[-1].date, lang), _why(run[0], marks, lang))
        for run in _runs(told, folded)
    ]
    first = max((len(numbers) for numbers, _, _ in cells), default=0)
    second = max((len(days) for _, days, _ in cells), default=0)
    return [
        line
        for numbers, days, why in cells
        for line in textwrap.wrap(
            why,
            width,
            initial_indent=f"  {numbers:>{first}}  {days:{second}}  ",
            subsequent_indent=" " * (first + second + 6),
        )
    ]


def _runs(told: Sequence[Reason], folded: frozenset[str]) -> Iterator[list[Reason]]:
    """Yield days that are told together: those of one kind where that is to be folded."""
    alike = groupby(told, key=lambda one: one.key if one.key in folded else one)
    return (list(run) for _, run in alike)


def _numbers(run: Sequence[Reason]) -> str:
    first, last = run[0].number, run[-1].number
    if first is None or run[0].key.startswith("month"):
        return ""
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"


def _why(reason: Reason, marks: dict[str, int], lang: str) -> str:
    mark = f" [{marks[reason.decree]}]" if reason.decree in marks else ""
    return f"{reason.why(lang, numbered=False)}{mark}"


def _notes(found: Deadline, say: Say, lang: str, width: int) -> Iterator[str]:
    for one in found.reasoning:
        if one.key in _NOTES:
            yield from textwrap.wrap(say("deadline.note-on", note=one.why(lang)), width)


def _basis(found: Deadline, calendar: Calendar, say: Say, lang: str, width: int) -> Iterator[str]:
    if found.citations:
        yield say("deadline.basis")
    for place, cite in enumerate(found.citations, 1):
        told = f"{cite}{_doubt(cite, calendar, say)}"
        yield from textwrap.wrap(
            told, width, initial_indent=f"  [{place}] ", subsequent_indent=" " * 6
        )
    if found.calendar_as_of is not None:
        yield say("deadline.as-of", day=long_date(found.calendar_as_of, lang))


def _doubt(cite: str, calendar: Calendar, say: Say) -> str:
    """Return how sure a decree is, where it is not."""
    if cite == WORKING_WEEK:
        return f" ({say('confidence.secondary')})"
    for year in calendar.years.values():
        for decree in year.decrees:
            if decree.cite == cite and decree.confidence is not Confidence.VERIFIED:
                return f" ({say(f'confidence.{decree.confidence.value}')})"
    return ""
