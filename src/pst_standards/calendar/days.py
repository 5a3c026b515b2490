"""Days on which offices do not work, by whose decree, and what one office changes in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from pst_standards.findings import Confidence
from pst_standards.model.base import Choice, Text
from pst_standards.model.office import DayChangeKind


class DayKind(Choice):
    """Why a day is off."""

    NATIONAL = "national", "Hari libur nasional", "National holiday"
    COLLECTIVE_LEAVE = "collective_leave", "Cuti bersama", "Collective leave"
    ELECTION = "election", "Hari pemungutan suara", "Election day"
    CLOSED = "closed", "Kantor tutup", "Office closed"


@frozen(kw_only=True)
class DayOff:
    """A day on which offices do not work; ``estimated`` says that the date may still move.

    ``announced_on`` is the day of the decree where it came later than that of the year.
    """

    date: dt.date
    kind: DayKind
    name: Text
    decree: str = ""
    confidence: Confidence = Confidence.VERIFIED
    estimated: bool = False
    announced_on: dt.date | None = None


@frozen
class Weekend:
    """A day of the week on which the office never works."""

    date: dt.date


@frozen(kw_only=True)
class DayChange:
    """A day on which one office is open or closed unlike the others, by its own decree."""

    date: dt.date
    kind: DayChangeKind
    name: Text = field(factory=Text)
    decree: str = ""
    estimated: bool = False


@frozen(kw_only=True)
class DaysDecree:
    """The decree that sets days off: how it is cited, its title, and how sure its number is."""

    id: str
    cite: str
    title: Text
    confidence: Confidence
    source: str
    announced_on: dt.date | None = None


@frozen(kw_only=True)
class YearOff:
    """The days off of one year; ``estimated`` when the decree of the year is not there yet.

    Raises ``ValueError`` for a day of another year, or one that stands twice.

    >>> year = YearOff(year=2030, days=(), estimated=True)
    >>> year.on(dt.date(2030, 1, 1)) is None
    True
    """

    year: int
    days: tuple[DayOff, ...]
    decrees: tuple[DaysDecree, ...] = ()
    estimated: bool = False
    _by_date: Mapping[dt.date, DayOff] = field(init=False, eq=False, repr=False)

    @_by_date.default
    def _index(self) -> Mapping[dt.date, DayOff]:
        index: dict[dt.date, DayOff] = {}
        for day in self.days:
            if day.date.year != self.year or day.date in index:
                raise ValueError(f"{day.date} is no day of {self.year}, or stands twice")
            index[day.date] = day
        return MappingProxyType(index)

    def on(self, day: dt.date) -> DayOff | None:
        """Return what makes a day off, ``None`` when nothing does."""
        return self._by_date.get(day)
