"""Which day a moment is at an office: case, clocks, lists and rules all ask here."""

from __future__ import annotations

import datetime as dt

from pst_standards.calendar import Zone
from pst_standards.calendar.zones import zone_of_time


def zone_at(zone: Zone | None, filed_at: dt.datetime | None) -> Zone | None:
    """Return the zone of the office, else the one whose clock the filing was written with.

    ``None`` where neither tells it.

    >>> filed_at = dt.datetime.fromisoformat("2026-03-10T09:00+08:00")
    >>> zone_at(None, filed_at), zone_at(Zone.WIT, filed_at)
    (<Zone.WITA: 'WITA'>, <Zone.WIT: 'WIT'>)
    """
    return zone or (zone_of_time(filed_at) if filed_at else None)


def day_at(at: dt.datetime, zone: Zone | None) -> dt.date:
    """Return the date of a moment on the clocks of a zone, on its own where no zone is known.

    >>> at = dt.datetime.fromisoformat("2026-03-09T15:30+00:00")
    >>> day_at(at, Zone.WIT).isoformat(), day_at(at, None).isoformat()
    ('2026-03-10', '2026-03-09')
    """
    try:
        return at.astimezone(zone.tzinfo).date() if zone else at.date()
    except OverflowError:
        return at.date()  # the calendar has no day before its first
