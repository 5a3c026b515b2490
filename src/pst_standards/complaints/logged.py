"""A record of a complaint as rules look at it: whatever its log says, in the order it says it.

Nothing is replayed: a log that no case could have is what rules are there to find.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from attrs import frozen

from pst_standards.calendar import Calendar, Zone
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.complaints.states import ComplaintClass, Party, Step
from pst_standards.findings import Pointer
from pst_standards.model.complaint_case import (
    ComplaintRecord,
    EventDetails,
    HandlerNamed,
    LoggedEvent,
)

_NOTHING: Final = EventDetails()


class Seen(NamedTuple):
    """An event of the log, its place in it, and what it tells."""

    place: int
    event: LoggedEvent
    data: EventDetails

    @property
    def step(self) -> str:
        """The step, empty where none is stated."""
        return self.event.step or ""


@frozen(kw_only=True)
class Logged:
    """A record, the day on which it is looked at, and the days of the office.

    ``unnamed`` says that somebody wrote "Anonim" where the name belongs; no other name is known.
    ``zone`` is that of the office, where more than the time of filing tells it.
    """

    record: ComplaintRecord
    on: dt.date
    calendar: Calendar
    unnamed: bool = False
    zone: Zone | None = None

    def seen(self, *steps: Step) -> Iterator[Seen]:
        """Yield the events of these steps, of all where none is named."""
        names = {one.value for one in steps}
        for place, event in enumerate(self.record.events):
            if not names or event.step in names:
                yield Seen(place, event, event.data or _NOTHING)

    def first(self, *steps: Step) -> Seen | None:
        """Return the first event of these steps."""
        return next(self.seen(*steps), None)

    def before(self, end: Seen, *steps: Step) -> Iterator[Seen]:
        """Yield the events of these steps that stand before another."""
        return (one for one in self.seen(*steps) if one.place < end.place)

    def after(self, start: Seen, *steps: Step) -> Seen | None:
        """Return the first event of these steps that stands behind another."""
        return next((one for one in self.seen(*steps) if one.place > start.place), None)

    def rounds(
        self, *ends: Step, since: Seen | None = None
    ) -> Iterator[tuple[Seen | None, Seen | None]]:
        """Yield each round of a complaint: the objection that began it, and what ended it.

        The first began with no objection, ``since`` an event; the last has no end while it is
        waited for. One that the next objection cut short is none.
        """
        starts = [None, *self.seen(Step.OBJECT)]
        least = since.place if since else -1
        places = [max(one.place, least) if one else least for one in starts]
        limits = [*places[1:], len(self.record.events)]
        for start, place, limit in zip(starts, places, limits, strict=True):
            inside = (one for one in self.seen(*ends) if place < one.place < limit)
            end = next(inside, None)
            if end is not None or start is starts[-1]:
                yield start, end

    def heard(self, end: Seen, party: Party) -> tuple[bool, int]:
        """Return whether a side was heard before an event, and on how many days it did not come."""
        told = [one for one in self.before(end, Step.HEAR) if one.data.party == party.value]
        missed = [one for one in told if (one.data.declined or "").strip()]
        return len(missed) < len(told), len({self.day(one.event.at) for one in missed})

    def begun(self, one: Seen) -> tuple[dt.date | None, Pointer]:
        """Return the day of an event and where it stands."""
        return self.day(one.event.at), ("events", one.place)

    def day(self, at: dt.datetime | None) -> dt.date | None:
        """Return which day a moment is at the office, ``None`` where it tells no zone."""
        if at is None or at.utcoffset() is None:
            return None
        return day_at(at, zone_at(self.zone, self.record.filed_at))

    @property
    def accused(self) -> frozenset[str]:
        """The ids of the accused, by the filing and by what was found later."""
        later = {name for one in self.seen(Step.DECLARE_COMPLETE) for name in one.data.accused}
        return frozenset(self.record.accused) | later

    def handlers(self) -> Iterator[tuple[Seen, HandlerNamed]]:
        """Yield who was given the case, with the event that says so."""
        for one in self.seen():
            handler = one.data.handler or one.data.examiner
            if handler is not None:
                yield one, handler


def class_of(log: Logged) -> ComplaintClass | None:
    """Return the class that was set last, ``None`` where it is none of the four."""
    named = [one.data.complaint_class for one in log.seen(Step.CLASSIFY)]
    return next((one for one in ComplaintClass if named and one.value == named[-1]), None)


def is_stated(log: Logged, key: str) -> bool:
    """Tell whether a part was there when a complaint was filed, or was added later."""
    later = (getattr(one.data, key) for one in log.seen(Step.COMPLETE))
    return any(str(value or "").strip() for value in (getattr(log.record, key), *later))
