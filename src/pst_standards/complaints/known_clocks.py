"""The clocks of a case that can be counted, where a year without days off keeps others from it."""

from __future__ import annotations

import datetime as dt

from pst_standards.calendar import Calendar, YearError
from pst_standards.complaints.case import Case
from pst_standards.complaints.clocks import ClockReading, clock, clocks
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.profiles import Profile


def known_clocks(
    case: Case, *, calendar: Calendar, profile: Profile, on: dt.date
) -> tuple[tuple[ClockReading, ...], frozenset[Clock]]:
    """Return the readings of a case as ``clocks``, and which clocks cannot be read.

    One that reaches a year without data takes none of the others with it.
    """
    try:
        return clocks(case, calendar=calendar, profile=profile, on=on), frozenset()
    except YearError:
        pass
    found: list[ClockReading] = []
    unknown: set[Clock] = set()
    for which in Clock:
        try:
            one = clock(case, which, calendar=calendar, profile=profile, on=on)
        except YearError:
            unknown.add(which)
        else:
            found += [one] if one else []
    return tuple(found), frozenset(unknown)
