"""Working days and hours of an office, and deadlines that say why they end when they end."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.calendar.bulk import add_working_days_to_all
    from pst_standards.calendar.calendar import Calendar, default_calendar
    from pst_standards.calendar.days import (
        DayChange,
        DayKind,
        DayOff,
        DaysDecree,
        Weekend,
        YearOff,
    )
    from pst_standards.calendar.deadlines import Deadline, deadline
    from pst_standards.calendar.durations import parse_duration
    from pst_standards.calendar.errors import (
        CalendarError,
        DaysOffError,
        DurationError,
        HoursError,
        NaiveTimeError,
        PauseError,
        StartError,
        YearError,
        ZoneError,
    )
    from pst_standards.calendar.hours import OfficeWeek, default_week
    from pst_standards.calendar.pauses import Pause
    from pst_standards.calendar.readings import Readings, Side, Status
    from pst_standards.calendar.reasons import Reason
    from pst_standards.calendar.timelines import Timeline, TimelineStep, timeline
    from pst_standards.calendar.zones import Zone, zone_of, zone_of_office

_HOMES = {
    "Calendar": "calendar",
    "CalendarError": "errors",
    "DayChange": "days",
    "DayKind": "days",
    "DayOff": "days",
    "DaysDecree": "days",
    "DaysOffError": "errors",
    "Deadline": "deadlines",
    "DurationError": "errors",
    "HoursError": "errors",
    "NaiveTimeError": "errors",
    "OfficeWeek": "hours",
    "Pause": "pauses",
    "PauseError": "errors",
    "Readings": "readings",
    "Reason": "reasons",
    "Side": "readings",
    "StartError": "errors",
    "Status": "readings",
    "Timeline": "timelines",
    "TimelineStep": "timelines",
    "Weekend": "days",
    "YearError": "errors",
    "YearOff": "days",
    "Zone": "zones",
    "ZoneError": "errors",
    "add_working_days_to_all": "bulk",
    "deadline": "deadlines",
    "default_calendar": "calendar",
    "default_week": "hours",
    "parse_duration": "durations",
    "timeline": "timelines",
    "zone_of": "zones",
    "zone_of_office": "zones",
}

__all__ = [
    "Calendar",
    "CalendarError",
    "DayChange",
    "DayKind",
    "DayOff",
    "DaysDecree",
    "DaysOffError",
    "Deadline",
    "DurationError",
    "HoursError",
    "NaiveTimeError",
    "OfficeWeek",
    "Pause",
    "PauseError",
    "Readings",
    "Reason",
    "Side",
    "StartError",
    "Status",
    "Timeline",
    "TimelineStep",
    "Weekend",
    "YearError",
    "YearOff",
    "Zone",
    "ZoneError",
    "add_working_days_to_all",
    "deadline",
    "default_calendar",
    "default_week",
    "parse_duration",
    "timeline",
    "zone_of",
    "zone_of_office",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
