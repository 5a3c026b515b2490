"""What holds for any calendar, and a count day by day beside the quick one."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager

import holidays
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import (
    Calendar,
    DayChange,
    DayKind,
    DayOff,
    Pause,
    Side,
    Status,
    YearError,
    YearOff,
    Zone,
    deadline,
    default_calendar,
    timeline,
)
from pst_standards.model import DayChangeKind
from pst_standards.model.base import Text

DAY = dt.timedelta(days=1)
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2027, 12, 31)
ANY = Text("Libur")
NEW_YEAR = DayOff(date=dt.date(2028, 1, 1), kind=DayKind.NATIONAL, name=Text("Tahun Baru"))

starts = st.dates(FIRST, dt.date(2027, 6, 1))
numbers = st.integers(0, 60)
changes = st.lists(
    st.builds(
        DayChange,
        date=st.dates(FIRST, LAST),
        kind=st.sampled_from(DayChangeKind),
        name=st.just(Text()),
    ),
    max_size=12,
).map(tuple)


def years(year: int) -> st.SearchStrategy[YearOff]:
    """Draw the days off of a year: any days, of any kind that a decree knows."""
    off = st.builds(
        DayOff,
        date=st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31)),
        kind=st.sampled_from([DayKind.NATIONAL, DayKind.COLLECTIVE_LEAVE, DayKind.ELECTION]),
        name=st.just(Text("Libur")),
    )
    days = st.lists(off, max_size=40, unique_by=lambda day: day.date)
    return st.builds(YearOff, year=st.just(year), days=days.map(tuple))


def with_years(calendar: Calendar, *added: YearOff) -> Calendar:
    for year in added:
        calendar = calendar.with_year(year)
    return calendar


# As the data have it, and with other days off in years that are known and in one that is not.
bases = st.one_of(
    st.just(default_calendar()),
    st.builds(with_years, st.just(default_calendar()), years(2026), years(2027), years(2028)),
)
calendars = st.builds(
    lambda base, worked, changed: (base.worked() if worked else base).with_changes(*changed),
    bases,
    st.booleans(),
    changes,
)


@given(calendars, starts, numbers, numbers)
def test_adding_goes_on_from_day_to_day(
    calendar: Calendar, start: dt.date, first: int, then: int
) -> None:
    due = calendar.add_working_days(start, first)
    assert calendar.add_working_days(due, then) == calendar.add_working_days(start, first + then)
    assert calendar.count_working_days(start, due) == first
    assert due >= start + first * DAY
    assert calendar.add_working_days(start, first + 1) > due
    if first:
        assert calendar.is_working_day(due)


@given(calendars, starts, numbers)
def test_a_working_day_takes_at_least_a_day(
    calendar: Calendar, start: dt.date, number: int
) -> None:
    assert calendar.add_working_days(start, number) >= start + number * DAY


@given(calendars, st.dates(FIRST, LAST), starts, numbers)
def test_another_day_off_makes_no_limit_end_earlier(
    calendar: Calendar, off: dt.date, start: dt.date, number: int
) -> None:
    closed = calendar.with_changes(DayChange(date=off, kind=DayChangeKind.CLOSED))
    opened = calendar.with_changes(DayChange(date=off, kind=DayChangeKind.OPENED))
    due = calendar.add_working_days(start, number)
    assert closed.add_working_days(start, number) >= due >= opened.add_working_days(start, number)


@given(calendars, st.dates(FIRST, LAST), st.sampled_from(DayKind), starts, numbers)
def test_another_day_off_of_the_year_makes_no_limit_end_earlier(
    calendar: Calendar, date: dt.date, kind: DayKind, start: dt.date, number: int
) -> None:
    year = calendar.years[date.year]
    days = (*(day for day in year.days if day.date != date), DayOff(date=date, kind=kind, name=ANY))
    fewer = calendar.with_year(evolve(year, days=days[:-1])).add_working_days(start, number)
    assert calendar.with_year(evolve(year, days=days)).add_working_days(start, number) >= fewer


@given(calendars, starts, numbers)
def test_leave_worked_makes_no_limit_end_later(
    calendar: Calendar, start: dt.date, number: int
) -> None:
    apart = evolve(calendar, collective_leave_worked=False)
    worked = apart.worked().add_working_days(start, number)
    assert worked <= apart.add_working_days(start, number)


@given(calendars, starts, numbers, st.dates(FIRST, LAST))
def test_what_is_late_by_the_lenient_reading_is_late_by_the_strict_one(
    calendar: Calendar, start: dt.date, number: int, on: dt.date
) -> None:
    office = deadline(start, f"{number} day", calendar=calendar)
    citizen = deadline(start, f"{number} day", calendar=calendar, side=Side.CITIZEN)
    assert office.readings is not None
    strict, lenient = office.readings
    assert start <= strict <= lenient
    assert (office.status(on) is Status.VERY_LATE) == (on > lenient)
    assert (office.status(on) is not Status.ON_TIME) == (on > strict)
    assert (citizen.status(on) is Status.LATE) == (on > lenient)
    if on <= strict:
        assert citizen.status(on) is Status.ON_TIME


before_the_data = st.dates(max_value=FIRST - 2 * DAY)
# Not in the last year of all: a count from there meets the end of Python's own calendar.
after_the_data = st.dates(dt.date(2029, 1, 1), dt.date(9998, 12, 31))


@given(calendars, st.one_of(before_the_data, after_the_data), st.integers(1, 60))
def test_a_year_without_data_is_an_error_and_never_a_date(
    calendar: Calendar, start: dt.date, number: int
) -> None:
    for count in (
        lambda: calendar.add_working_days(start, number),
        lambda: calendar.is_working_day(start),
        lambda: calendar.count_working_days(FIRST, start),
        lambda: calendar.count_working_days(start, FIRST),
        lambda: deadline(start, f"{number} working_day", calendar=calendar),
        lambda: deadline(start, f"{number} day", calendar=calendar),
        lambda: timeline(start, calendar=calendar),
    ):
        with pytest.raises(YearError):
            count()


@given(calendars, starts, st.integers(1, 60))
def test_a_count_that_leaves_the_data_is_an_error_from_the_first_day_on(
    calendar: Calendar, start: dt.date, more: int
) -> None:
    last = dt.date(max(calendar.years), 12, 31)
    left = calendar.count_working_days(start, last)
    assert calendar.add_working_days(start, left) <= last
    for count in (
        lambda: calendar.add_working_days(start, left + more),
        lambda: deadline(start, f"{left + more} working_day", calendar=calendar),
    ):
        with pytest.raises(YearError) as caught:
            count()
        assert caught.value.params == {"year": last.year + 1}


def test_the_year_named_is_the_one_that_lacks() -> None:
    calendar = default_calendar()
    for start, number, year in (
        (dt.date(2027, 12, 30), 2, 2028),
        (dt.date(2027, 12, 31), 1, 2028),
        (dt.date(2030, 5, 1), 1, 2030),
        (dt.date(2023, 12, 30), 1, 2023),
        (dt.date.max, 1, 9999),
    ):
        with pytest.raises(YearError) as caught:
            calendar.add_working_days(start, number)
        assert caught.value.params == {"year": year}
    # Nothing of 2023 is needed here: the start is not counted.
    assert calendar.add_working_days(dt.date(2023, 12, 31), 1) == dt.date(2024, 1, 2)
    assert calendar.add_working_days(dt.date(2030, 5, 1), 0) == dt.date(2030, 5, 1)


def test_a_year_can_be_added_and_a_gap_is_refused() -> None:
    calendar = default_calendar().with_year(YearOff(year=2028, days=(NEW_YEAR,)))
    assert calendar.add_working_days(dt.date(2027, 12, 30), 2) == dt.date(2028, 1, 3)
    with pytest.raises(YearError) as caught:
        default_calendar().with_year(YearOff(year=2029, days=()))
    assert caught.value.params == {"year": 2028}
    with pytest.raises(ValueError, match="at least one year"):
        Calendar(years={})


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"])
def test_the_zone_of_the_process_changes_nothing(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause = Pause(
        dt.datetime.fromisoformat("2026-03-25T23:00+07:00"),
        dt.datetime.fromisoformat("2026-03-26T09:00+07:00"),
    )

    def counted() -> list[object]:
        return [
            deadline(start, span, pauses=[pause], zone=office).to_dict()
            for start, office in (
                (dt.date(2026, 3, 17), None),
                (dt.datetime.fromisoformat("2026-03-17T23:30+07:00"), "WIT"),
            )
            for span in ("3 working_day", "14 day", "2 month")
        ]

    here = counted()
    monkeypatch.setenv("TZ", zone)
    getattr(time, "tzset")()  # noqa: B009 - no such name on Windows
    try:
        assert counted() == here
    finally:
        monkeypatch.undo()
        getattr(time, "tzset")()  # noqa: B009


@contextmanager
def process_in(zone: str) -> Iterator[None]:
    """Set the zone of the process; ``zone`` is written as POSIX does, so needs no database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        getattr(time, "tzset")()  # noqa: B009 - no such name on Windows
        yield
    getattr(time, "tzset")()  # noqa: B009


offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59)
zones = st.sampled_from(Zone)
spans = st.builds(
    "{} {}".format,
    numbers,
    st.sampled_from(["hour", "working_day", "calendar_day", "day", "month"]),
)
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))


def clock_of(offset: int) -> dt.timezone:
    return dt.timezone(dt.timedelta(minutes=offset))


def told(start: dt.date, span: str, zone: Zone, calendar: Calendar) -> dict[str, object]:
    found = deadline(start, span, zone=zone, calendar=calendar).to_dict()
    # The start is told as it was given, with the clock that it was written with.
    del found["start"]
    return found


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")
@given(calendars, starts, times, spans, zones, st.integers(-14 * 60, 12 * 60))
def test_in_no_zone_of_the_process_is_a_deadline_another(
    calendar: Calendar, start: dt.date, at: dt.time, span: str, zone: Zone, west: int
) -> None:
    moment = dt.datetime.combine(start, at, zone.tzinfo)
    here = told(moment, span, zone, calendar)
    hours, minutes = divmod(abs(west), 60)
    with process_in(f"LOC{'-' if west < 0 else '+'}{hours}:{minutes:02}"):
        assert time.timezone == west * 60
        assert told(moment, span, zone, calendar) == here


@given(calendars, starts, times, spans, zones, offsets)
def test_a_moment_has_one_deadline_whatever_clock_it_was_written_with(
    calendar: Calendar, start: dt.date, at: dt.time, span: str, zone: Zone, offset: int
) -> None:
    moment = dt.datetime.combine(start, at, zone.tzinfo)
    elsewhere = moment.astimezone(clock_of(offset))
    assert told(elsewhere, span, zone, calendar) == told(moment, span, zone, calendar)


@given(calendars, starts, times, numbers, st.sampled_from(["working_day", "day", "month"]))
def test_equal_local_days_give_equal_deadlines(
    calendar: Calendar, start: dt.date, at: dt.time, number: int, unit: str
) -> None:
    span = f"{number} {unit}"
    moments = [dt.datetime.combine(start, at, zone.tzinfo) for zone in Zone]
    due = {deadline(moment, span, calendar=calendar).due for moment in moments}
    assert len(due) == 1
    days = {
        deadline(moment, span, calendar=calendar, around_the_clock=True).due for moment in moments
    }
    assert days == {deadline(start, span, calendar=calendar).due}


OFF = {
    kind: set(holidays.country_holidays("ID", years=range(2024, 2028), categories=(kind,)))
    for kind in ("public", "government")
}


class Brute:
    """A count that knows nothing but days, one after the other."""

    start: dt.date
    pauses: list[tuple[dt.date, dt.date]]

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.worked = draw.random() < 0.3
        self.changes = {
            FIRST + draw.randrange(1400) * DAY: draw.random() < 0.5
            for _ in range(draw.choice([0, 0, 5, 40]))
        }

    def again(self) -> None:
        self.start, self.pauses = FIRST + self.draw.randrange(1180) * DAY, []
        for _ in range(self.draw.choice([0, 0, 1, 3])):
            stop = self.start + self.draw.randrange(-5, 40) * DAY
            self.pauses.append((stop, stop + self.draw.randrange(12) * DAY))

    def works(self, day: dt.date) -> bool:
        if day in self.changes:
            return self.changes[day]
        off = day in OFF["public"] or (day in OFF["government"] and not self.worked)
        return day.weekday() < 5 and not off

    def due(self, number: int, *, working: bool) -> dt.date:
        day = self.start
        while number:
            day += DAY
            paused = any(stop < day <= resume for stop, resume in self.pauses)
            if not paused and (self.works(day) or not working):
                number -= 1
        return day

    def calendar(self) -> Calendar:
        kinds = {True: DayChangeKind.OPENED, False: DayChangeKind.CLOSED}
        changed = (DayChange(date=day, kind=kinds[opens]) for day, opens in self.changes.items())
        return Calendar(
            years=default_calendar().years,
            collective_leave_worked=self.worked,
            changes=tuple(changed),
        )


def differing(case: Brute, calendar: Calendar, number: int) -> bool:
    expected = tuple(case.due(number, working=working) for working in (False, True))
    pauses = [Pause(*one) for one in case.pauses]
    found = deadline(case.start, f"{number} day", calendar=calendar, pauses=pauses)
    quick = calendar.add_working_days(case.start, number)
    return found.readings != expected or (not pauses and quick != expected[1])


@pytest.mark.unmeasured
@pytest.mark.slow
def test_ten_thousand_random_deadlines_end_where_a_count_day_by_day_ends() -> None:
    draw = random.Random(2026)  # noqa: S311 - cases of a test
    wrong = []
    for _ in range(250):
        case = Brute(draw)
        calendar = case.calendar()
        for _ in range(40):
            case.again()
            number = draw.randrange(61)
            if differing(case, calendar, number):
                wrong.append((case.start, number, case.pauses))
    assert wrong == []
