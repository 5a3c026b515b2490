"""One event in the life of a complaint: what, when, by whom, and what it tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs
from attrs import field, frozen

from pst_standards.complaints.coding import LONGEST_TEXT, decode, encode
from pst_standards.complaints.errors import EventError
from pst_standards.complaints.ids import misformed
from pst_standards.complaints.officers import LONGEST_ID, is_officer_id
from pst_standards.complaints.payloads import PAYLOADS, Filed, Payload
from pst_standards.complaints.states import Step

REPORTER: Final = "reporter"
"""Who did something, where it was the complainant."""
PROXY: Final = "proxy"
"""Who did something, where it was the complainant's proxy."""
SYSTEM: Final = "system"
"""Who did something, where it was time that passed."""
LONG_AFTER: Final = dt.timedelta(days=14)
"""How long after an event it may be recorded before that is told of.

Set on 2026-11-27: no act says it. It is the time for the first answer (UU 25/2009 Pasal 44 ayat
(3)): what is dated back by more could make any answer look as if it came in time.
"""
CITIZENS: Final = frozenset({REPORTER, PROXY})
_KEYS: Final = ("step", "at", "by", "data")
_STEPS: Final = {one.value: one for one in Step}
_UNSAFE: Final = ("/", "\\", ":", "\0")


@frozen(kw_only=True)
class Event:
    """What happened at an aware moment; ``by`` is the id of an officer, or one of the constants.

    ``recorded_at`` is when a register wrote it down, which no form tells and no comparison regards.

    >>> event = Event.from_dict(
    ...     {
    ...         "step": "file",
    ...         "at": "2026-10-05T09:00:00+07:00",
    ...         "by": "reporter",
    ...         "data": {"number": "K-7Q2M", "channel": "letter", "text": "Antrean tiga jam"},
    ...     }
    ... )
    >>> event.data.channel.id, Event.from_dict(event.to_dict()) == event
    ('Surat', True)
    """

    step: Step
    at: dt.datetime
    by: str
    data: Payload
    recorded_at: dt.datetime | None = field(default=None, eq=False)

    @property
    def recorded_late(self) -> bool:
        """Whether a register wrote it down longer than ``LONG_AFTER`` after it happened."""
        written = self.recorded_at
        return written is not None and written - self.at > LONG_AFTER

    def to_dict(self) -> dict[str, Any]:
        """Return the event as it stands in JSON; ``from_dict`` makes the same event of it."""
        return {
            "step": self.step.value,
            "at": self.at.isoformat(),
            "by": self.by,
            "data": encode(self.data),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Event:
        """Read an event; ``EventError`` names the field that is wrong and never shows its value."""
        for key in _KEYS[:3]:
            if not isinstance(data.get(key), str):
                raise EventError("field.missing", field=key)
        if len(data) > len(_KEYS) or not data.keys() <= set(_KEYS):
            raise EventError("field.unknown", field="event", known=", ".join(_KEYS))
        step = _STEPS.get(data["step"])
        if step is None:
            raise EventError("step.unknown", known=", ".join(_STEPS))
        try:
            at = dt.datetime.fromisoformat(data["at"])
        except ValueError:
            raise EventError("field.type", field="at", expected="datetime") from None
        told = decode(PAYLOADS[step], data.get("data", {}))
        return cls(step=step, at=at, by=data["by"], data=told)


def look_through(event: Event) -> None:
    """Raise ``EventError`` where an event cannot be kept, whatever the case is.

    The payload of another step, a time without zone or outside the calendar, nobody who did it, an
    officer who is not told by a short id, a number that is none, a text that is too long, an
    attachment whose name is a path.
    """
    if type(event.data) is not PAYLOADS[event.step]:
        raise EventError("data.other-step", step=event.step.value)
    if event.at.utcoffset() is None:
        raise EventError("time.naive", field="at")
    _in_the_calendar("filed_at" if event.step is Step.FILE else "at", event.at)
    if not event.by.strip():
        raise EventError("field.missing", field="by")
    ids_and_numbers(event)
    for place, value in _values(event.data, "data"):
        _can_be_kept(place, value)
    _attachments_in_their_folder(event)
    if isinstance(event.data, Filed) and not event.data.number.strip():
        raise EventError("field.missing", field="data.number")


def ids_and_numbers(event: Event, place: str = "") -> None:
    """Raise ``EventError`` for an id or a number in which there is room for a name.

    ``place`` is where the event stands in a file.
    """
    if not is_officer_id(event.by):
        raise EventError("officer.form", field=f"{place}by", most=LONGEST_ID)
    for error in misformed(event.data, f"{place}data"):
        raise error


def _attachments_in_their_folder(event: Event) -> None:
    for number, name in enumerate(getattr(event.data, "attachments", ())):
        if not is_file_name(name):
            raise EventError("attachment.path", field=f"data.attachments.{number}")


def _can_be_kept(place: str, value: Any) -> None:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise EventError("text.too-long", field=place, most=LONGEST_TEXT)
    if isinstance(value, dt.datetime):
        if value.utcoffset() is None:
            raise EventError("time.naive", field=place)
        _in_the_calendar(place, value)


def _in_the_calendar(place: str, at: dt.datetime) -> None:
    """Raise for a moment before the first or after the last that every clock can tell."""
    try:
        at.astimezone(dt.UTC)
    except OverflowError:
        raise EventError("time.range", field=place) from None


def _values(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _values(one, f"{place}.{number}")
    elif attrs.has(type(value)):
        for one in attrs.fields(type(value)):
            yield from _values(getattr(value, one.name), f"{place}.{one.name}")
    else:
        yield place, value


def is_file_name(name: str) -> bool:
    """Tell whether a name is that of a file in the folder of its case and leads nowhere else.

    >>> is_file_name("bukti.pdf"), is_file_name("../bukti.pdf"), is_file_name("C:bukti.pdf")
    (True, False, False)
    """
    clean = bool(name.strip(" .")) and name.isprintable()
    return clean and not any(mark in name for mark in _UNSAFE) and not name.startswith("~")
