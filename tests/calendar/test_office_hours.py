from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import (
    Calendar,
    Deadline,
    HoursError,
    OfficeWeek,
    Pause,
    YearError,
    deadline,
    default_calendar,
    default_week,
)
from pst_standards.calendar.hours import DayHours
from pst_standards.calendar.offices import office_week, office_zone
from pst_standards.calendar.zones import Zone
from pst_standards.model.office import Office, OpeningHours, Weekday

MINUTE = dt.timedelta(minutes=1)
WORKDAYS = tuple(Weekday)[:5]


def at(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{written}+07:00")


def line(days: tuple[Weekday, ...], opens: str, closes: str, *pause: str) -> OpeningHours:
    start, end = (dt.time.fromisoformat(one) for one in pause) if pause else (None, None)
    return OpeningHours(
        id="line",
        days=days,
        opens=dt.time.fromisoformat(opens),
        closes=dt.time.fromisoformat(closes),
        break_start=start,
        break_end=end,
    )


WEEK = OfficeWeek.of(
    [
        line(WORKDAYS[:4], "08:00", "15:30", "12:00", "13:00"),
        line((Weekday.FRIDAY,), "08:00", "15:00", "11:30", "13:00"),
    ]
)


def due(start: str, duration: str, week: OfficeWeek = WEEK, **options: object) -> str:
    found = deadline(at(start), duration, week=week, **options)  # type: ignore[arg-type]
    assert found.due_at is not None
    assert found.due == found.due_at.date()
    return found.due_at.strftime("%Y-%m-%dT%H:%M")


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2026-06-02T09:00", "10 minute", "2026-06-02T09:10"),
        ("2026-06-02T11:50", "20 minute", "2026-06-02T13:10"),  # over the break
        ("2026-06-02T12:30", "10 minute", "2026-06-02T13:10"),  # within it
        ("2026-06-02T15:00", "1 hour", "2026-06-03T08:30"),
        ("2026-06-02T15:00", "30 minute", "2026-06-02T15:30"),  # to the end of the day, not beyond
        ("2026-06-02T06:00", "1 hour", "2026-06-02T09:00"),
        ("2026-06-02T20:00", "1 hour", "2026-06-03T09:00"),
        ("2026-06-05T14:30", "1 hour", "2026-06-08T08:30"),  # Friday closes earlier
        ("2026-05-13T15:00", "1 hour", "2026-05-18T08:30"),  # Ascension and leave for it
        ("2026-06-02T09:00", "13 hour", "2026-06-04T09:00"),  # a day has six and a half
        ("2026-06-02T09:00", "0 hour", "2026-06-02T09:00"),
        ("2026-06-06T09:00", "0 minute", "2026-06-06T09:00"),
    ],
)
def test_minutes_and_hours_run_while_the_office_is_open(
    start: str, duration: str, end: str
) -> None:
    assert due(start, duration) == end


def test_around_the_clock_three_times_24_hours_are_72() -> None:
    assert due("2026-03-20T22:15", "72 hour", around_the_clock=True) == "2026-03-23T22:15"
    found = deadline(at("2028-03-20T22:15"), "72 hour", around_the_clock=True)
    assert found.due == dt.date(2028, 3, 23)
    assert (found.provisional, found.citations, found.calendar_as_of) == (False, (), None)


def test_a_pause_takes_its_own_time_and_no_more() -> None:
    pause = Pause(at("2026-06-02T10:00"), at("2026-06-02T11:00"))
    assert due("2026-06-02T09:00", "2 hour", pauses=[pause]) == "2026-06-02T12:00"
    assert (
        due("2026-06-02T09:00", "2 hour", pauses=[pause], around_the_clock=True)
        == "2026-06-02T12:00"
    )
    whole = Pause(dt.date(2026, 6, 2), dt.date(2026, 6, 3))
    assert due("2026-06-02T15:00", "1 hour", pauses=[whole]) == "2026-06-04T08:30"
    to_the_evening = Pause(at("2026-06-02T15:00"), at("2026-06-02T18:00"))
    later = Pause(at("2026-06-03T10:00"), at("2026-06-03T11:00"))
    assert due("2026-06-02T14:30", "1 hour", pauses=[to_the_evening, later]) == "2026-06-03T08:30"
    over = [Pause(at("2026-06-02T09:30"), at("2026-06-02T10:30")), pause]
    assert due("2026-06-02T09:00", "1 hour", pauses=over) == "2026-06-02T11:30"
    found = deadline(at("2026-06-02T15:00"), "1 hour", week=WEEK, pauses=[whole])
    assert [(one.date.day, one.key) for one in found.reasoning] == [
        (2, "moment"),
        (2, "hours"),
        (3, "paused"),
        (4, "hours"),
    ]


def test_the_default_week_is_that_of_the_perpres() -> None:
    week, ramadan = dt.date(2026, 6, 8), dt.date(2026, 3, 2)
    assert [total(week), total(ramadan)] == [37.5 * 60, 32.5 * 60]
    assert default_week().intervals(week)[0][0] == dt.time(7, 30)
    assert default_week().intervals(ramadan)[0][0] == dt.time(8)
    assert default_week().assumed


def total(monday: dt.date) -> float:
    spans = (
        span
        for place in range(7)
        for span in default_week().intervals(monday + dt.timedelta(place))
    )
    return sum(
        (closes.hour - opens.hour) * 60 + closes.minute - opens.minute for opens, closes in spans
    )


def test_hours_that_are_assumed_are_told() -> None:
    found = deadline(at("2026-06-02T15:00"), "2 hour")
    told = [one for one in found.reasoning if one.key == "assumed-hours"]
    assert [one.decree for one in told] == ["Perpres 21/2023"]
    assert "Perpres 21/2023" in told[0].text("en")
    assert found.provisional is False
    given = deadline(at("2026-06-02T15:00"), "2 hour", week=WEEK)
    assert [one for one in given.reasoning if one.key == "assumed-hours"] == []


def test_a_ramadan_that_is_reckoned_makes_hours_provisional() -> None:
    assert deadline(at("2027-02-09T09:00"), "2 hour").provisional
    assert not deadline(at("2027-02-09T09:00"), "2 hour", week=WEEK).provisional
    assert not deadline(at("2027-02-09T09:00"), "2 working_day").provisional


def test_hours_of_a_period_go_before_those_of_every_week() -> None:
    every = DayHours(frozenset(range(5)), ((dt.time(8), dt.time(16)),))
    period = every._replace(
        intervals=((dt.time(9), dt.time(12)),),
        weekdays=frozenset({0}),
        first=dt.date(2026, 6, 1),
        last=dt.date(2026, 6, 8),
    )
    week = OfficeWeek(hours=(every, period))
    assert week.closing(dt.date(2026, 6, 8)) == dt.time(12)
    assert week.closing(dt.date(2026, 6, 9)) == dt.time(16)
    assert week.closing(dt.date(2026, 6, 15)) == dt.time(16)
    assert week.closing(dt.date(2026, 6, 13)) is None


def test_two_lines_of_one_day_are_joined() -> None:
    week = OfficeWeek.of(
        [
            line(WORKDAYS, "08:00", "11:00"),
            line(WORKDAYS, "10:00", "12:00"),
            line(WORKDAYS, "13:00", "14:00"),
        ]
    )
    assert week.intervals(dt.date(2026, 6, 2)) == (
        (dt.time(8), dt.time(12)),
        (dt.time(13), dt.time(14)),
    )


def test_a_break_that_is_half_told_or_outside_takes_nothing_away() -> None:
    outside = OfficeWeek.of([line(WORKDAYS, "08:00", "11:00", "12:00", "13:00")])
    assert outside.intervals(dt.date(2026, 6, 2)) == ((dt.time(8), dt.time(11)),)


@pytest.mark.parametrize(
    ("opening", "key"),
    [
        ([], "hours.none"),
        ([OpeningHours(id="x", days=WORKDAYS)], "hours.none"),
        ([OpeningHours(id="x", opens=dt.time(8), closes=dt.time(9))], "hours.none"),
        ([line(WORKDAYS, "15:00", "08:00")], "hours.backwards"),
    ],
)
def test_hours_that_nothing_can_be_counted_in_are_refused(
    opening: list[OpeningHours], key: str
) -> None:
    with pytest.raises(HoursError) as caught:
        OfficeWeek.of(opening)
    assert caught.value.key == key


def test_an_office_that_never_opens_on_a_working_day_is_an_error() -> None:
    saturdays = OfficeWeek.of([line((Weekday.SATURDAY,), "08:00", "12:00")])
    with pytest.raises(HoursError, match="tidak mempunyai jam layanan"):
        due("2026-06-02T09:00", "1 hour", saturdays)
    open_on_saturday = Calendar(years=default_calendar().years, working_days=frozenset({5}))
    assert due("2026-06-02T09:00", "1 hour", saturdays, calendar=open_on_saturday) == (
        "2026-06-06T09:00"
    )


def test_a_day_without_hours_is_passed_over_and_told() -> None:
    week = OfficeWeek.of([line((Weekday.MONDAY,), "08:00", "12:00")])
    found = deadline(at("2026-06-02T09:00"), "1 hour", week=week)
    assert found.due == dt.date(2026, 6, 8)
    keys = [one.key for one in found.reasoning]
    assert keys == ["moment", "after-hours", *["no-hours"] * 3, "weekend", "weekend", "hours"]
    assert found.counted_from == dt.date(2026, 6, 8)


def test_from_the_closing_time_on_no_hours_are_left() -> None:
    found = deadline(at("2026-06-02T15:30"), "1 hour", week=WEEK)
    assert [one.key for one in found.reasoning] == ["moment", "after-hours", "hours"]


def test_hours_do_not_run_into_a_year_without_data() -> None:
    with pytest.raises(YearError):
        due("2027-12-31T15:00", "1 hour")


def test_what_an_office_states_is_what_is_counted_in() -> None:
    office = Office(code="8200", opening_hours=(line(WORKDAYS, "08:00", "15:30"),))
    week = office_week(office)
    assert week is not None
    assert week.closing(dt.date(2026, 6, 2)) == dt.time(15, 30)
    assert office_zone(office) is Zone.WIT
    assert (office_week(None), office_zone(None), office_zone(Office())) == (None, None, None)


@pytest.mark.unmeasured
@pytest.mark.slow
def test_three_hundred_random_limits_end_where_a_count_by_minutes_ends() -> None:
    draw = random.Random(7)  # noqa: S311 - cases of a test
    assert [case for case in (random_case(draw) for _ in range(300)) if differs(*case)] == []


def random_case(draw: random.Random) -> tuple[dt.datetime, int, tuple[dt.datetime, dt.datetime]]:
    start = at("2026-02-01T00:00") + draw.randrange(150 * 24 * 60) * MINUTE
    stop = start + draw.randrange(-100, 3000) * MINUTE
    return start, draw.randrange(1500), (stop, stop + draw.randrange(2000) * MINUTE)


def differs(start: dt.datetime, number: int, pause: tuple[dt.datetime, dt.datetime]) -> bool:
    now, left = start, number
    while left:
        now += MINUTE
        before = now - MINUTE
        if not pause[0] <= before < pause[1] and is_open(before):
            left -= 1
    found = deadline(start, f"{number} minute", week=WEEK, pauses=[Pause(*pause)])
    return found.due_at != now


def is_open(moment: dt.datetime) -> bool:
    if not default_calendar().is_working_day(moment.date()):
        return False
    spans = WEEK.intervals(moment.date())
    return any(opens <= moment.time() < closes for opens, closes in spans)


@given(
    st.integers(0, 600),
    st.integers(0, 600),
    st.integers(0, 500 * 24 * 60),
)
def test_hours_go_on_from_moment_to_moment(first: int, then: int, begins: int) -> None:
    def after(moment: dt.datetime, number: int) -> Deadline:
        return deadline(moment, f"{number} minute", week=WEEK)

    begun = at("2026-01-01T00:00") + begins * MINUTE
    middle, end = after(begun, first).due_at, after(begun, first + then).due_at
    assert middle is not None
    assert end is not None
    assert begun <= middle <= end
    if then:
        assert after(middle, then).due_at == end
