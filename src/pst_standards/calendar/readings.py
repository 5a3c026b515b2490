"""Two readings of "hari", and what being late means to either side."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from pst_standards.model.base import Choice


class Side(Choice):
    """Who has to keep a deadline: an office, or a citizen."""

    OFFICE = "office", "Instansi", "Office"
    CITIZEN = "citizen", "Warga", "Citizen"


class Status(Choice):
    """How a day or a moment stands to a deadline."""

    ON_TIME = "on_time", "Tepat waktu", "On time"
    DISPUTABLE = "disputable", "Dapat diperdebatkan", "Disputable"
    LATE = "late", "Terlambat", "Late"
    VERY_LATE = "very_late", "Sangat terlambat", "Very late"


class Readings(NamedTuple):
    """The due date where "hari" are calendar days, and where they are working days."""

    strict: dt.date
    lenient: dt.date

    def status(self, on: dt.date, side: Side) -> Status:
        """Return how a day stands; where the readings differ, doubt goes to the citizen.

        An office is late when the strict day has passed, very late after the lenient one; a
        citizen is late after the lenient day only.

        >>> both = Readings(dt.date(2026, 3, 16), dt.date(2026, 3, 31))
        >>> both.status(dt.date(2026, 3, 20), Side.OFFICE).value
        'late'
        >>> both.status(dt.date(2026, 3, 20), Side.CITIZEN).value
        'disputable'
        """
        if on <= self.strict:
            return Status.ON_TIME
        if on <= self.lenient:
            return Status.LATE if side is Side.OFFICE else Status.DISPUTABLE
        return Status.VERY_LATE if side is Side.OFFICE else Status.LATE
