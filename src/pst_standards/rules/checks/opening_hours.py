"""STD-045: when the service is open, and when it takes its break."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.office import OpeningHours
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.wordings import says

# Who opens before noon and closes after one works through the time of the break.
_NOON: Final = time(12)
_ONE: Final = time(13)


def _hours_not_told(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    told = office.opening_hours if office else ()
    if not told:
        yield Hit(("office",), variant="none")
    elif not any(_holds(hours, context.as_of) for hours in told):
        params = {"on": context.as_of.isoformat()}
        yield Hit(("office", "opening_hours"), params, "period")
    for place, hours in enumerate(told):
        pointer = ("office", "opening_hours", place)
        if _is_reversed(hours):
            params = {"first": str(hours.valid_from), "last": str(hours.valid_until)}
            yield Hit(pointer, params, "reversed")
        # Hours of a time that is over are kept for the record, and nobody comes at them.
        elif not _is_over(hours, context.as_of):
            yield from _not_told(hours, pointer)


def _not_told(hours: OpeningHours, pointer: Pointer) -> Iterator[Hit]:
    missing = tuple(key for key in ("days", "opens", "closes") if not _has(hours, key))
    if says(hours.note):
        return
    if missing:
        yield Hit(pointer, {"missing": missing}, "times")
    elif _spans_noon(hours) and (hours.break_start is None or hours.break_end is None):
        yield Hit(pointer, variant="break")


def _holds(hours: OpeningHours, on: date) -> bool:
    begun = hours.valid_from is None or hours.valid_from <= on
    return begun and not _is_over(hours, on)


def _is_over(hours: OpeningHours, on: date) -> bool:
    return hours.valid_until is not None and hours.valid_until < on


def _is_reversed(hours: OpeningHours) -> bool:
    first, last = hours.valid_from, hours.valid_until
    return first is not None and last is not None and last < first


def _has(hours: OpeningHours, key: str) -> bool:
    # Midnight is a time like any other.
    value = getattr(hours, key)
    return value is not None and value != ()


def _spans_noon(hours: OpeningHours) -> bool:
    opens, closes = hours.opens, hours.closes
    return opens is not None and closes is not None and opens < _NOON and closes > _ONE


CHECKS: Final = (Check(id="STD-045", find=_hours_not_told, applies=has("office")),)
