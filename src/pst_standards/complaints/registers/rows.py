"""How events and lines stand in the columns of a database, and what shows that one was changed.

Every column holds text, a whole number or nothing, so both databases keep the very same values.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.complaints.errors import EventError
from pst_standards.complaints.events import Event
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.complaints.states import (
    ArchiveReason,
    ComplaintChannelKind,
    ComplaintClass,
    IdentityMode,
    Outcome,
    State,
)
from pst_standards.model.base import Choice

Value: TypeAlias = str | int | None
COLUMNS: Final = Line._fields
"""The columns of a line, in order; ``row_of`` adds those of ``EXTRA_COLUMNS``."""
EXTRA_COLUMNS: Final = ("is_open", "due_order", "seal")
"""Whether the case is open, what open ones are sorted by, and the hash of all the others."""
NUMBERS: Final = frozenset(
    {"events", "level", "reopened", "escalated", "undated", "tasks_open", "tasks", "is_open"}
)
"""Columns of whole numbers; all others are text."""
NO_DATE: Final = "~"
"""What lines without a date are sorted by: after every digit."""


class EventRow(NamedTuple):
    """An event as it stands in a database; ``seq`` counts all events of the register."""

    seq: int
    number: str
    position: int
    step: str
    at: str
    by: str
    data: str
    chain: str


def event_row(number: str, event: Event, *, seq: int, position: int, previous: str) -> EventRow:
    """Return the row of an event, chained to the event before it in the same log.

    Raises ``RegisterError`` (``register.unstorable``) for a text that no database keeps.
    """
    told = event.to_dict()
    # In ASCII, so that whatever a citizen pastes can be kept: no database takes a NUL in a text.
    data = json.dumps(told["data"], separators=(",", ":"))
    row = EventRow(seq, number, position, told["step"], told["at"], told["by"], data, "")
    must_be_storable(by=row.by)
    return row._replace(chain=chain_of(row, previous))


def must_be_storable(**texts: str) -> None:
    """Raise ``RegisterError`` for a text that a column cannot hold: a NUL, half a character."""
    for field, value in texts.items():
        if not is_storable(value):
            raise RegisterError("register.unstorable", field=field)


def is_storable(value: str) -> bool:
    """Tell whether a column can hold a text; a number that is not storable is that of no case."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def chain_of(row: EventRow, previous: str) -> str:
    """Return the hash of a row and of the one before it."""
    parts = (previous, str(row.seq), row.number, str(row.position), *row[3:7])
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def event_of(row: EventRow) -> Event:
    """Return the event of a row; ``RegisterError`` names one that is none."""
    return decoded(row.number, row.position, row.step, row.at, row.by, row.data)


def decoded(*row: Any) -> Event:
    """Return the event of the columns number, position, step, at, by and data."""
    number, position, step, at, by, data = row
    try:
        return Event.from_dict({"step": step, "at": at, "by": by, "data": json.loads(data)})
    except (EventError, ValueError, TypeError, RecursionError) as error:
        raise damaged_event(number, position) from error


def damaged_event(number: Any, position: Any) -> RegisterError:
    """Return the error that names an event which was changed or cannot be read."""
    where = position if isinstance(position, int) else 0
    return RegisterError("register.damaged", what="event", number=str(number), position=where)


def must_follow(rows: Iterable[EventRow]) -> None:
    """Raise ``RegisterError`` that names the first row of one log that was changed or taken out."""
    previous = ""
    for position, row in enumerate(rows, 1):
        if row.position != position or not is_whole(row) or chain_of(row, previous) != row.chain:
            raise damaged_event(row.number, position)
        previous = row.chain


def is_whole(row: EventRow) -> bool:
    """Tell whether every column of a row is of its kind; SQLite keeps whatever it is given."""
    seq, number, position, *texts = row
    counted = all(isinstance(one, int) for one in (seq, position))
    return counted and all(isinstance(one, str) for one in (number, *texts))


def must_be_next(number: str, position: int, line: Line) -> None:
    """Raise ``RegisterError`` where a line is not that of the event after ``position``."""
    if position and line.events == 1:
        raise RegisterError("register.number-taken", number=number)
    if position != line.events - 1:
        raise RegisterError("register.moved-on", number=number)


def row_of(line: Line) -> tuple[Value, ...]:
    """Return the row of a line: ``COLUMNS``, then ``EXTRA_COLUMNS``."""
    values = [_written(getattr(line, name)) for name in COLUMNS]
    must_be_storable(service=line.service, handler=line.handler, profile=line.profile)
    due = line.due_strict.isoformat() if line.due_strict else NO_DATE
    full = (*values, int(line.is_open), due)
    return (*full, seal_of(full))


def seal_of(values: Iterable[Value]) -> str:
    """Return the hash of a line without its seal."""
    return hashlib.sha256(json.dumps(list(values)).encode("ascii")).hexdigest()


def _written(value: Any) -> Value:
    if isinstance(value, Choice):
        return str(value.value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def line_of_row(row: tuple[Any, ...]) -> Line:
    """Return the line of a row; ``RegisterError`` names one that is none."""
    try:
        return _line(row)
    except (KeyError, ValueError, TypeError) as error:
        raise damaged_line(row[0]) from error


def _line(row: tuple[Any, ...]) -> Line:
    """Make a line by place: a due list makes a hundred thousand."""
    (
        number, events, state, channel, identity, filed_on, last_at,
        kind, service, handler, level, reopened, escalated, outcome,
        archived, due_clock, due_strict, due_lenient, undated, profile, settle_by,
        settled_on, decide_by, decided_on, ended_on, tasks_open, tasks,
    ) = row  # fmt: skip
    return Line(
        number, events, _STATES[state], _CHANNELS[channel], _MODES[identity],
        _FROM_ISO(filed_on), _MOMENT(last_at),
        _CLASSES[kind], service, handler, level, reopened, escalated == 1, _OUTCOMES[outcome],
        _REASONS[archived], _CLOCKS[due_clock], _day(due_strict), _day(due_lenient),
        undated == 1, profile, _day(settle_by),
        _day(settled_on), _day(decide_by), _day(decided_on), _day(ended_on), tasks_open, tasks,
    )  # fmt: skip


def damaged_line(number: Any) -> RegisterError:
    """Return the error that names the case whose line was changed, lost or cannot be read."""
    return RegisterError("register.damaged", what="line", number=str(number))


@lru_cache(maxsize=4096)
def _day(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _by_value(kind: type[Choice]) -> dict[str, Any]:
    return {one.value: one for one in kind}


def _or_none(kind: type[Choice]) -> Mapping[str | None, Any]:
    return {None: None} | {one.value: one for one in kind}


_FROM_ISO: Final = dt.date.fromisoformat
_MOMENT: Final = dt.datetime.fromisoformat
_STATES: Final = _by_value(State)
_CHANNELS: Final = _by_value(ComplaintChannelKind)
_MODES: Final = _by_value(IdentityMode)
_CLASSES: Final = _or_none(ComplaintClass)
_OUTCOMES: Final = _or_none(Outcome)
_REASONS: Final = _or_none(ArchiveReason)
_CLOCKS: Final = _or_none(Clock)
