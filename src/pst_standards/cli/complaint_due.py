"""The due list as a person reads it, and as a program does."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pst_standards.calendar.dates import long_date
from pst_standards.cli.speech import Say, speaker
from pst_standards.complaints.desk_due import Light

if TYPE_CHECKING:
    from pst_standards.calendar import Calendar
    from pst_standards.complaints.desk import Desk
    from pst_standards.complaints.desk_due import Due
    from pst_standards.complaints.registers import Register
    from pst_standards.complaints.registers.lines import Line

_COLUMNS: Final = ("light", "number", "state", "clock", "strict", "left", "handler")


def promised_in(desk: Desk, found: Iterable[Due]) -> dict[str, str]:
    """Return what a decision promised, ``damages`` or ``actions``, by the numbers it is due of.

    The line of a case tells it; the case itself is looked at only where it was opened again and
    has both open.
    """
    reactions: dict[tuple[dt.date | None, str], dt.date | None] = {}
    told = {}
    for line in (one.line for one in found if one.line.due_strict and one.line.due_clock is None):
        key = (line.settled_on, line.profile)
        if key not in reactions:
            reactions[key] = _reaction_end(*key, desk.calendar)
        told[line.number] = _of_line(line, reactions[key]) or _of_case(desk.register, line)
    return told


def _reaction_end(delivered: dt.date | None, profile: str, calendar: Calendar) -> dt.date | None:
    from pst_standards.calendar import YearError
    from pst_standards.complaints.lengths import Length
    from pst_standards.complaints.profiles import profiles
    from pst_standards.complaints.readings import readings_of

    held = next((one for one in profiles() if one.id == profile), None)
    if delivered is None or held is None:
        return None
    length = Length(number=held.reaction, unit=held.reaction_unit)
    try:
        return readings_of(delivered, length, calendar)[0].lenient
    except YearError:
        return None


def _of_line(line: Line, reaction: dt.date | None) -> str:
    """Return what a line alone tells, nothing where it cannot."""
    from pst_standards.complaints.states import State

    if not line.tasks_open or line.state is not State.DELIVERED:
        return "damages"
    if line.reopened or reaction is None or line.due_strict is None:
        return ""
    return "actions" if line.due_strict >= reaction else "damages"


def _of_case(register: Register, line: Line) -> str:
    from pst_standards.complaints.cases import replay
    from pst_standards.complaints.errors import ComplaintError

    try:
        case = replay(register.events(line.number))
    except ComplaintError:
        return "actions" if line.tasks_open else "damages"
    owed = case.damages_open and case.award is not None and case.award.pay_by == line.due_strict
    return "damages" if owed else "actions"


def due_json(
    found: Sequence[Due], on: dt.date | None, promised: Mapping[str, str]
) -> dict[str, Any]:
    """Return the due list as it stands in JSON; ``promised`` is told by ``promised_in``."""
    counts = Counter(one.light for one in found)
    return {
        "on": on.isoformat() if on else None,
        "counts": {light.value: counts[light] for light in Light},
        "due": [{**one.to_dict(), "promised": promised.get(one.line.number)} for one in found],
    }


def due_text(found: Sequence[Due], lang: str, width: int, promised: Mapping[str, str]) -> str:
    """Return the due list: a row for each open case, and below it what is to be done."""
    say = speaker(lang)
    if not found:
        return say("complaint-due.none")
    rows = [_row(one, lang, say, promised) for one in found]
    head = tuple(say(f"complaint-due.column.{name}") for name in _COLUMNS)
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [_line(head, widths)]
    for one, row in zip(found, rows, strict=True):
        lines += [_line(row, widths), *_remarks(one, lang, say, width)]
    counts = Counter(one.light for one in found)
    told = ", ".join(
        f"{light.term(lang).lower()} {counts[light]}" for light in Light if counts[light]
    )
    return "\n".join([*lines, "", say("complaint-due.counts", counts=told)])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(one: Due, lang: str, say: Say, promised: Mapping[str, str]) -> tuple[str, ...]:
    line = one.line
    what = promised.get(line.number)
    other = say(f"complaint-due.promised.{what}") if what else "-"
    left = "-" if one.days_left is None else _left(one.days_left, say)
    return (
        one.light.term(lang),
        line.number,
        line.state.term(lang),
        line.due_clock.value if line.due_clock else other,
        long_date(line.due_strict, lang) if line.due_strict else "-",
        left,
        line.handler or "-",
    )


def _left(days: int, say: Say) -> str:
    key = "complaint-due.past" if days < 0 else "complaint-due.left"
    return say(key, days=abs(days))


def _remarks(one: Due, lang: str, say: Say, width: int) -> Iterator[str]:
    told = []
    if one.light is Light.RED and one.next_rung is not None:
        told.append(say("complaint-due.escalate", rung=one.next_rung.term(lang)))
    if one.tell_ombudsman:
        told.append(say("complaint-due.ombudsman"))
    if one.notice is not None:
        told.append(say("complaint-due.notice", percent=one.notice))
    for sentence in told:
        yield from textwrap.wrap(sentence, width, initial_indent=" " * 4, subsequent_indent=" " * 4)
