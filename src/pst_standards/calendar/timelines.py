"""The making and keeping of a standard in dates: what is due when (PP 96/2012 Pasal 26 to 33)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Final

from attrs import evolve, frozen

from pst_standards.calendar.calendar import Calendar, default_calendar
from pst_standards.calendar.errors import DurationError
from pst_standards.calendar.readings import Readings
from pst_standards.messages import LANGUAGES, text

_PUBLISHING: Final = 5
_COMMENTS: Final = 7
_REVISION: Final = 14
_MAKLUMAT: Final = 7
_EVALUATION: Final = 1
_REVIEW: Final = 3
_ARTICLES: Final = {
    "minutes_signed": "Pasal 26 ayat (3)",
    "draft_published": "Pasal 27 ayat (1)",
    "comments_closed": "Pasal 27 ayat (2)",
    "revised": "Pasal 27 ayat (3)",
    "adopted": "Pasal 27 ayat (4)",
    "maklumat_published": "Pasal 30 ayat (4)",
    "evaluation": "Pasal 32 ayat (1)",
    "review": "Pasal 33 ayat (1)",
}


class StepStatus(Enum):
    """How the day of a step stands to what the regulation asks."""

    ON_TIME = "on_time"
    EARLY = "early"
    DISPUTABLE = "disputable"
    LATE = "late"


@frozen(kw_only=True)
class TimelineStep:
    """One step: its day where it is known, and the days between which it should lie.

    ``readings`` holds both last days where the regulation says "hari" and not which kind;
    ``latest`` is then the strict one. ``assumed`` says that the steps after it were counted as if
    it were done on its last day; ``provisional`` that this day leans on an estimate.
    """

    id: str
    given: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    readings: Readings | None = None
    assumed: bool = False
    provisional: bool = False

    @property
    def citations(self) -> tuple[str, ...]:
        """The article that the step rests on."""
        return (f"PP 96/2012 {_ARTICLES[self.id]}",)

    @property
    def counted_from(self) -> dt.date | None:
        """The day that the next step is counted from: the known one, else the last one."""
        return self.given or self.latest

    @property
    def status(self) -> StepStatus | None:
        """How the known day stands to the days that were counted, ``None`` when none is known."""
        if self.given is None or (self.latest is None and self.earliest is None):
            return None
        if self.earliest is not None and self.given < self.earliest:
            return StepStatus.EARLY
        # The window for comments may stay open for longer.
        if self.latest is None or self.given <= self.latest or self.id == "comments_closed":
            return StepStatus.ON_TIME
        within = self.readings is not None and self.given <= self.readings.lenient
        return StepStatus.DISPUTABLE if within else StepStatus.LATE

    def title(self, lang: str) -> str:
        """Return the name of the step in ``id`` or ``en``."""
        return text("calendar", f"step.{self.id}", lang)

    def to_dict(self) -> dict[str, Any]:
        """Return the step as ``pst timeline --format json`` prints it."""
        return {key: value for key, value in self._told() if value is not None or key in _ALWAYS}

    def _told(self) -> Iterator[tuple[str, Any]]:
        status = self.status
        yield "id", self.id
        yield "title", {lang: self.title(lang) for lang in LANGUAGES}
        yield "date", _iso(self.given)
        yield "earliest", _iso(self.earliest)
        yield "latest", _iso(self.latest)
        if self.readings is not None:
            yield "readings", {key: _iso(day) for key, day in self.readings._asdict().items()}
        yield "assumed", self.assumed
        yield "provisional", self.provisional
        yield "status", status and status.value
        yield "late", None if status is None else status is StepStatus.LATE
        yield "citations", list(self.citations)


_ALWAYS: Final = frozenset({"date", "latest"})


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


@frozen(kw_only=True)
class Timeline:
    """The steps of a standard in their order, as far as they can be counted."""

    steps: tuple[TimelineStep, ...]
    calendar_as_of: dt.date | None = None

    @property
    def provisional(self) -> bool:
        """Whether some day leans on an estimate."""
        return any(step.provisional for step in self.steps)

    def __getitem__(self, name: str) -> TimelineStep:
        for step in self.steps:
            if step.id == name:
                return step
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return any(step.id == name for step in self.steps)

    def to_dict(self) -> dict[str, Any]:
        """Return the timeline as ``pst timeline --format json`` prints it."""
        told = {"steps": [one.to_dict() for one in self.steps], "provisional": self.provisional}
        as_of = _iso(self.calendar_as_of)
        return told if as_of is None else {**told, "calendar_as_of": as_of}


@frozen(kw_only=True)
class Dates:
    """The days that are known of a standard, each ``None`` or empty while it is not."""

    minutes_signed: dt.date | None = None
    published: dt.date | None = None
    comments_closed: dt.date | None = None
    revised: dt.date | None = None
    adopted: dt.date | None = None
    maklumat_published: dt.date | None = None
    evaluated: tuple[dt.date, ...] = ()
    reviewed: tuple[dt.date, ...] = ()


def timeline(  # noqa: PLR0913 - the days of eight steps, each known or not
    minutes_signed: dt.date | None,
    *,
    published: dt.date | None = None,
    comments_closed: dt.date | None = None,
    revised: dt.date | None = None,
    adopted: dt.date | None = None,
    maklumat_published: dt.date | None = None,
    evaluated: Iterable[dt.date] = (),
    reviewed: Iterable[dt.date] = (),
    calendar: Calendar | None = None,
) -> Timeline:
    """Return when each step of making and keeping a standard is due.

    A step that is not dated is taken to be done on its last day, so that the next one can be
    counted. What comes after the setting is only told once ``adopted`` is known.

    Raises ``YearError`` when a year has no data.

    >>> found = timeline(dt.date(2026, 3, 2))
    >>> [str(found[step].latest) for step in ("draft_published", "comments_closed", "revised")]
    ['2026-03-09', '2026-03-25', '2026-04-08']
    >>> str(timeline(dt.date(2026, 3, 2), adopted=dt.date(2026, 4, 16))["review"].latest)
    '2029-04-16'
    """
    known = Dates(
        minutes_signed=minutes_signed,
        published=published,
        comments_closed=comments_closed,
        revised=revised,
        adopted=adopted,
        maklumat_published=maklumat_published,
        evaluated=tuple(evaluated),
        reviewed=tuple(reviewed),
    )
    return counted(known, calendar or default_calendar())


def counted(known: Dates, calendar: Calendar) -> Timeline:
    """Return the timeline of some known days; what nothing leads to is left out.

    Raises ``YearError`` when a year has no data.
    """
    making = tuple(_making(known, calendar))
    keeping = _keeping(known, making, calendar)
    steps = tuple(step for step in (*making, *keeping) if step.counted_from)
    return Timeline(steps=steps, calendar_as_of=calendar.as_of)


def _making(known: Dates, calendar: Calendar) -> Iterator[TimelineStep]:
    signed = TimelineStep(id="minutes_signed", given=known.minutes_signed)
    draft = _after(signed, "draft_published", known.published, _PUBLISHING, calendar)
    closed = _after(draft, "comments_closed", known.comments_closed, _COMMENTS, calendar)
    # The public may comment until the last day of the window, so it may not close before that; a
    # draft whose day is not known was published on the day of the minutes at the earliest.
    opened = known.published or known.minutes_signed
    if opened is not None:
        closed = evolve(closed, earliest=calendar.add_working_days(opened, _COMMENTS))
    yield from (signed, draft, closed, _revision(closed, known.revised, calendar))


def _after(
    before: TimelineStep, name: str, given: dt.date | None, days: int, calendar: Calendar
) -> TimelineStep:
    """Return a step that is due some working days after another."""
    start = before.counted_from
    latest = None if start is None else calendar.add_working_days(start, days)
    return TimelineStep(
        id=name,
        given=given,
        earliest=before.given,
        latest=latest,
        assumed=given is None and latest is not None,
        provisional=_leans(start, latest, calendar),
    )


def _leans(start: dt.date | None, until: dt.date | None, calendar: Calendar) -> bool:
    return start is not None and until is not None and calendar.is_estimated(start, until)


def _revision(closed: TimelineStep, given: dt.date | None, calendar: Calendar) -> TimelineStep:
    start = closed.counted_from
    if start is None:
        return TimelineStep(id="revised", given=given)
    lenient = calendar.add_working_days(start, _REVISION)
    readings = Readings(start + dt.timedelta(_REVISION), lenient)
    return TimelineStep(
        id="revised",
        given=given,
        earliest=closed.given,
        latest=readings.strict,
        readings=readings,
        provisional=_leans(start, lenient, calendar),
    )


def _keeping(
    known: Dates, making: tuple[TimelineStep, ...], calendar: Calendar
) -> Iterator[TimelineStep]:
    # Only days that are known can make a setting come too early.
    days = (known.minutes_signed, making[2].earliest, making[2].given, known.revised)
    earliest = max(filter(None, days), default=None)
    adopted = TimelineStep(id="adopted", given=known.adopted, earliest=earliest)
    yield adopted
    published = known.maklumat_published
    maklumat = _after(adopted, "maklumat_published", published, _MAKLUMAT, calendar)
    # Nothing is counted from the maklumat.
    yield evolve(maklumat, assumed=False)
    if known.adopted is not None:
        looks = (known.adopted, *known.reviewed)
        evaluated = max((*looks, *known.evaluated))
        yield TimelineStep(id="evaluation", latest=_years_after(evaluated, _EVALUATION))
        yield TimelineStep(id="review", latest=_years_after(max(looks), _REVIEW))


def _years_after(day: dt.date, years: int) -> dt.date:
    """Return the same day some years on; the last of February for a leap day.

    >>> _years_after(dt.date(2024, 2, 29), 1)
    datetime.date(2025, 2, 28)
    """
    if day.year + years > dt.MAXYEAR:
        raise DurationError("duration.beyond")
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)
