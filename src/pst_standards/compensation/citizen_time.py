"""The time that a user has to claim or to complain; what is not known of it goes to the user.

Where ``hari`` has two readings and the year of the later one has no data of days off yet, the
reading in calendar days is known all the same.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from attrs import evolve

from pst_standards.calendar import Deadline, Side, Status, YearError
from pst_standards.compensation.clocks import OfficeClock
from pst_standards.model.channel import Duration, TimeUnit


class CitizenTime(NamedTuple):
    """When a time of the user ends.

    ``uncounted_year`` is the year for want of which its reading in working days is not known;
    ``ends`` then has the reading in calendar days alone.
    """

    ends: Deadline
    uncounted_year: int | None = None

    def status(self, on: dt.date) -> Status:
        """Return how a day or an aware moment stands; late is only what is late by both readings.

        >>> from pst_standards.calendar import deadline
        >>> known = deadline(dt.date(2027, 12, 1), "30 calendar_day", side=Side.CITIZEN)
        >>> CitizenTime(known, 2028).status(dt.date(2028, 1, 3)).value
        'disputable'
        """
        found = self.ends.status(on)
        uncounted = self.uncounted_year is not None
        return Status.DISPUTABLE if uncounted and found is Status.LATE else found


def citizen_time(clock: OfficeClock, start: dt.date, limit: Duration) -> CitizenTime:
    """Return when a time of the user ends that starts on a day or with a moment.

    Raises ``YearError`` for a year without data, unless a reading in calendar days is left.
    """
    try:
        return CitizenTime(clock.ends(start, limit, Side.CITIZEN))
    except YearError as error:
        if limit.unit is not TimeUnit.DAY:
            raise
        certain = evolve(limit, unit=TimeUnit.CALENDAR_DAY)
        year = int(error.params["year"])
        return CitizenTime(clock.ends(start, certain, Side.CITIZEN), year)
