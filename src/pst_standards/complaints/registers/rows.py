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

import attrs

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
COLUMNS: Final = tuple(one.name for one in attrs.fields(Line))
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
    """Return the event of a row; ``RegisterError`` (``register.damaged``) names one that is none."""
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
    return isinstance(row.seq, int) and all(isinstance(one, str) for one in (row.number, *row[3:]))


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
    """Return the line of a row; ``RegisterError`` names one that is none.

    Written out field by field: a due list makes a hundred thousand.
    """
    try:
        return Line(
            number=row[0],
            events=row[1],
            state=_STATES[row[2]],
            channel=_CHANNELS[row[3]],
            identity=_MODES[row[4]],
            filed_on=_FROM_ISO(row[5]),
            last_at=_MOMENT(row[6]),
            complaint_class=_CLASSES[row[7]],
            service=row[8],
            handler=row[9],
            level=row[10],
            reopened=row[11],
            escalated=row[12] == 1,
            outcome=_OUTCOMES[row[13]],
            archived=_REASONS[row[14]],
            due_clock=_CLOCKS[row[15]],
            due_strict=_day(row[16]),
            due_lenient=_day(row[17]),
            undated=row[18] == 1,
            profile=row[19],
            settle_by=_day(row[20]),
            settled_on=_day(row[21]),
            decide_by=_day(row[22]),
            decided_on=_day(row[23]),
            ended_on=_day(row[24]),
            tasks_open=row[25],
            tasks=row[26],
        )
    except (KeyError, ValueError, TypeError) as error:
        raise damaged_line(row[0]) from error


def damaged_line(number: Any) -> RegisterError:
    """Return the error that names the case whose line was changed, lost or cannot be read."""
    return RegisterError("register.damaged", what="line", number=str(number))


@lru_cache(maxsize=4096)
def _day(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _by_value(kind: type[Choice]) -> Mapping[str, Any]:
    return {one.value: one for one in kind}


def _or_none(kind: type[Choice]) -> Mapping[str | None, Any]:
    return {None: None, **_by_value(kind)}


_FROM_ISO: Final = dt.date.fromisoformat
_MOMENT: Final = dt.datetime.fromisoformat
_STATES: Final = _by_value(State)
_CHANNELS: Final = _by_value(ComplaintChannelKind)
_MODES: Final = _by_value(IdentityMode)
_CLASSES: Final = _or_none(ComplaintClass)
_OUTCOMES: Final = _or_none(Outcome)
_REASONS: Final = _or_none(ArchiveReason)
_CLOCKS: Final = _or_none(Clock)
