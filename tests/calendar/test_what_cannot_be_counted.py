"""What cannot be counted is an error by key and never a wrong date."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest

from pst_standards.calendar import (
    CalendarError,
    DurationError,
    NaiveTimeError,
    Pause,
    StartError,
    YearError,
    ZoneError,
    deadline,
    default_calendar,
)
from pst_standards.model.channel import Duration
from tests.calendar.written_dates import day, moment


@pytest.mark.parametrize(
    ("start", "duration", "options", "error", "key"),
    [
        (dt.datetime(2026, 3, 17, 9), "1 day", {}, NaiveTimeError, "time.naive"),  # noqa: DTZ001
        (moment("2026-03-17T09:00Z"), "1 day", {}, ZoneError, "zone.of-office"),
        (day("2026-03-17"), "1 day", {"zone": "WIS"}, ZoneError, "zone.unknown"),
        (day("2026-03-17"), "1 day", {"zone": "UTC+8"}, ZoneError, "zone.unknown"),
        (day("2026-03-17"), "1 hour", {}, StartError, "start.time-needed"),
        (day("2026-03-17"), "1 minute", {}, StartError, "start.time-needed"),
        ("2026-03-17", "1 day", {}, StartError, "start.unfit"),
        (
            dt.datetime.max.replace(tzinfo=dt.UTC),
            "1 day",
            {"zone": "WIB"},
            StartError,
            "start.unfit",
        ),
        (day("2026-03-17"), "-1 working_day", {}, DurationError, "duration.negative"),
        (day("2026-03-17"), "1.5 hour", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "soon", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "3 fortnight", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "", {}, DurationError, "duration.unreadable"),
        (day("2026-03-17"), "99999 calendar_day", {}, DurationError, "duration.too-long"),
        (day("2026-03-17"), Duration(), {}, DurationError, "duration.incomplete"),
        (day("9999-12-30"), "2 calendar_day", {}, DurationError, "duration.beyond"),
        (day("9999-12-30"), "1 month", {}, DurationError, "duration.beyond"),
        (
            moment("9999-12-31T09:00+07:00"),
            "24 hour",
            {"around_the_clock": True},
            DurationError,
            "duration.beyond",
        ),
        (day("2028-03-01"), "5 working_day", {}, YearError, "year.missing"),
        (day("2027-12-20"), "14 day", {}, YearError, "year.missing"),
        (moment("2028-03-01T09:00+07:00"), "5 calendar_day", {}, YearError, "year.missing"),
    ],
)
def test_what_cannot_be_counted_is_an_error_by_key_and_never_a_wrong_date(
    start: Any, duration: Any, options: dict[str, Any], error: type[CalendarError], key: str
) -> None:
    with pytest.raises(error) as caught:
        deadline(start, duration, **options)
    assert caught.value.key == key
    for lang in ("id", "en"):
        assert "{" not in caught.value.message(lang)
    assert str(caught.value) == caught.value.message("id")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (type(again), again.key, again.params) == (error, key, caught.value.params)


def test_a_moment_is_no_day_to_a_calendar() -> None:
    with pytest.raises(StartError):
        default_calendar().is_working_day(moment("2026-03-18T09:00+07:00"))
    with pytest.raises(StartError):
        default_calendar().add_working_days(moment("2026-03-18T09:00+07:00"), 1)
    with pytest.raises(DurationError):
        default_calendar().add_working_days(day("2026-03-18"), -1)


def test_a_naive_moment_of_a_pause_is_refused() -> None:
    with pytest.raises(NaiveTimeError):
        Pause(day("2026-03-18"), dt.datetime(2026, 3, 19))  # noqa: DTZ001 - what is refused
