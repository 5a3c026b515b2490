"""What an application hands a desk, looked at before it is used; what is wrong is told by key.

A form that sends nothing, or text where a time belongs, comes to a ``ComplaintError`` like anything
else that cannot be, and no error repeats what was given: it may be the whole of a complaint.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pst_standards.calendar import Zone, zone_of
from pst_standards.calendar.errors import CalendarError
from pst_standards.complaints.errors import ComplaintError, EventError
from pst_standards.model.complaint_case import ComplaintRecord

_SOURCES: Final = (str, Path, bytes, Mapping, ComplaintRecord)
_OF_A_TEXT: Final = ("\n", "\r", "{", "[", '"', ": ")


def not_a_source(source: Any) -> ComplaintError | None:
    """Return why something is no complaint to read, None where it may be one.

    The text of a complaint is taken for no path: its error would call the whole of it missing.

    >>> not_a_source('{"reporter": {"name": "Siti Contoh"}}')
    EventError('source.text', {})
    >>> not_a_source("pengaduan.yaml"), not_a_source(None)
    (None, EventError('source.kind', {}))
    """
    if not isinstance(source, _SOURCES):
        return EventError("source.kind")
    return EventError("source.text") if isinstance(source, str) and _is_text(source) else None


def _is_text(source: str) -> bool:
    if not any(mark in source for mark in _OF_A_TEXT):
        return False
    try:
        return not Path(source).exists()
    except (OSError, ValueError):
        return True


def as_zone(given: Any) -> Zone | None:
    """Return a zone by itself or by its name; ``EventError`` (``zone.unknown``) for another.

    >>> as_zone("WIB"), as_zone(None)
    (<Zone.WIB: 'WIB'>, None)
    """
    if given is None:
        return None
    try:
        return zone_of(given)
    except (CalendarError, AttributeError):
        raise EventError("zone.unknown") from None


def as_moment(at: Any) -> dt.datetime:
    """Return a moment; ``EventError`` where it is something else, such as the text of one."""
    if isinstance(at, dt.datetime):
        return at
    raise EventError("field.type", field="at", expected="datetime")


def as_day(on: Any) -> dt.date:
    """Return a date; ``EventError`` where it is something else.

    >>> as_day(dt.date(2026, 11, 27))
    datetime.date(2026, 11, 27)
    """
    if isinstance(on, dt.date):
        return on.date() if isinstance(on, dt.datetime) else on
    raise EventError("field.type", field="on", expected="date")


def as_text(given: Any) -> str:
    """Return what is a text as it is, and nothing in place of anything else.

    A number or a code that a form did not send is a wrong one, and told of like any other.

    >>> as_text("P-2026-QR4T"), as_text(None)
    ('P-2026-QR4T', '')
    """
    return given if isinstance(given, str) else ""
