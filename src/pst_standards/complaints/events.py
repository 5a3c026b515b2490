"""One event in the life of a complaint: what, when, by whom, and what it tells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs
from attrs import frozen

from pst_standards.complaints.coding import LONGEST_TEXT, decode, encode
from pst_standards.complaints.errors import EventError
from pst_standards.complaints.parts import Handler
from pst_standards.complaints.payloads import PAYLOADS, ConflictReported, Filed, Payload
from pst_standards.complaints.states import Step

REPORTER: Final = "reporter"
"""Who did something, where it was the complainant."""
PROXY: Final = "proxy"
"""Who did something, where it was the complainant's proxy."""
SYSTEM: Final = "system"
"""Who did something, where it was time that passed."""
CITIZENS: Final = frozenset({REPORTER, PROXY})
_KEYS: Final = ("step", "at", "by", "data")
_STEPS: Final = {one.value: one for one in Step}
_LONGEST_ID: Final = 64
_OFFICER_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}", re.ASCII)
_UNSAFE: Final = ("/", "\\", ":", "\0")


@frozen(kw_only=True)
class Event:
    """What happened at an aware moment; ``by`` is the id of an officer, or one of the constants.

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

    The payload of another step, a time without zone, nobody who did it, an officer who is not told
    by a short id, a text that is too long, an attachment whose name is a path.
    """
    if type(event.data) is not PAYLOADS[event.step]:
        raise EventError("data.other-step", step=event.step.value)
    if event.at.utcoffset() is None:
        raise EventError("time.naive", field="at")
    if not event.by.strip():
        raise EventError("field.missing", field="by")
    _officers_by_id(event)
    for place, value in _values(event.data, "data"):
        _can_be_kept(place, value)
    _attachments_in_their_folder(event)
    if isinstance(event.data, Filed) and not event.data.number.strip():
        raise EventError("field.missing", field="data.number")


def _attachments_in_their_folder(event: Event) -> None:
    for number, name in enumerate(getattr(event.data, "attachments", ())):
        if not is_file_name(name):
            raise EventError("attachment.path", field=f"data.attachments.{number}")


def _officers_by_id(event: Event) -> None:
    for place, officer in _officers(event):
        if officer.strip() and not is_officer_id(officer):
            raise EventError("officer.form", field=place, most=_LONGEST_ID)


def _officers(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the ids of officers that an event tells, each with its place."""
    yield "by", event.by
    data = event.data
    for place in ("handler", "examiner"):
        handler = getattr(data, place, None)
        if isinstance(handler, Handler):
            named = (handler.officer, *handler.superiors)
            yield from ((f"data.{place}", one) for one in named)
    yield from (("data.accused", one) for one in getattr(data, "accused", ()))
    if isinstance(data, ConflictReported):
        yield "data.officer", data.officer


def is_officer_id(written: str) -> bool:
    """Tell whether something can be the id of an officer: a number of staff, a name of a user.

    A short id is not a name, so that lists and logs name nobody in full.

    >>> is_officer_id("199003142014101001"), is_officer_id("siti.contoh"), is_officer_id("Siti C")
    (True, True, False)
    """
    return _OFFICER_ID.fullmatch(written) is not None


def _can_be_kept(place: str, value: Any) -> None:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise EventError("text.too-long", field=place, most=LONGEST_TEXT)
    if isinstance(value, dt.datetime) and value.utcoffset() is None:
        raise EventError("time.naive", field=place)


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
