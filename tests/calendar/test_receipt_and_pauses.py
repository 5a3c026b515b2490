"""On which day the clock of a deadline begins, and on which days it stands."""

from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.calendar import Pause, PauseError, YearError, Zone, deadline
from tests.calendar.written_dates import SKB, day, moment, told


@pytest.mark.parametrize(
    ("at", "from_day", "due", "keys"),
    [
        ("2026-06-02T10:00+07:00", "2026-06-02", "2026-06-04", ["received"]),
        ("2026-06-02T05:00+07:00", "2026-06-02", "2026-06-04", ["received"]),
        ("2026-06-02T16:00+07:00", "2026-06-02", "2026-06-04", ["received"]),
        (
            "2026-06-02T16:01+07:00",
            "2026-06-03",
            "2026-06-05",
            ["received-after-hours", "assumed-hours", "received"],
        ),
        ("2026-06-06T10:00+07:00", "2026-06-08", "2026-06-10", ["received-day-off", "received"]),
        ("2026-03-18T10:00+07:00", "2026-03-25", "2026-03-27", ["received-day-off", "received"]),
    ],
)
def test_what_comes_after_hours_counts_from_the_next_working_day(
    at: str, from_day: str, due: str, keys: list[str]
) -> None:
    found = deadline(moment(at), "2 working_day")
    assert (found.counted_from, found.due) == (day(from_day), day(due))
    assert [one.key for one in found.reasoning][: len(keys)] == keys
    assert all(one.text(lang) for one in found.reasoning for lang in ("id", "en"))


def test_a_date_is_the_day_itself_and_around_the_clock_no_hours_matter() -> None:
    assert deadline(day("2026-06-06"), "2 working_day").due == day("2026-06-09")
    late = moment("2026-06-06T23:00+07:00")
    moved = deadline(late, "2 calendar_day")
    assert (moved.due, moved.citations) == (day("2026-06-10"), ("Perpres 21/2023", SKB))
    assert deadline(late, "2 calendar_day", around_the_clock=True).due == day("2026-06-08")


def test_the_day_is_that_of_the_clock_of_the_office() -> None:
    sent = moment("2026-06-02T23:30+07:00")
    found = deadline(sent, "1 working_day", zone="WIT", around_the_clock=True)
    assert (found.counted_from, found.zone) == (day("2026-06-03"), Zone.WIT)
    assert deadline(sent, "1 working_day", around_the_clock=True).counted_from == day("2026-06-02")
    assert deadline(moment("2026-06-02T01:00Z"), "1 working_day", zone="WIB").zone is Zone.WIB


def test_days_on_which_the_clock_stands_are_not_counted() -> None:
    pause = Pause(day("2026-06-03"), day("2026-06-05"))
    assert told(day("2026-06-02"), "2 working_day", pauses=[pause]) == [
        (2, "start", None),
        (3, "working-day", 1),
        (4, "paused", None),
        (5, "paused", None),
        (6, "weekend", None),
        (7, "weekend", None),
        (8, "working-day", 2),
    ]
    assert deadline(day("2026-06-02"), "2 calendar_day", pauses=[pause]).due == day("2026-06-06")


def test_months_are_longer_by_the_days_on_which_the_clock_stood() -> None:
    pause = Pause(day("2026-06-03"), day("2026-06-05"))
    found = deadline(day("2026-06-02"), "1 month", pauses=[pause])
    assert found.due == day("2026-07-04")
    assert [one.key for one in found.reasoning] == ["start", "paused", "paused", "month-paused"]
    assert "2 Juli 2026" in found.reasoning[-1].text("id")
    later = Pause(day("2026-08-03"), day("2026-08-05"))
    assert deadline(day("2026-06-02"), "1 month", pauses=[later]).due == day("2026-07-02")


def test_a_moment_of_a_pause_is_a_day_on_the_clock_of_the_office() -> None:
    pause = Pause(moment("2026-06-02T23:30+07:00"), moment("2026-06-04T10:00+07:00"))
    for zone, due in (("WIT", "2026-06-05"), ("WIB", "2026-06-08")):
        found = deadline(day("2026-06-02"), "2 working_day", pauses=[pause], zone=zone)
        assert found.due == day(due), zone
    # Where no zone is told, the clock counts that the moment was written with.
    assert deadline(day("2026-06-02"), "2 working_day", pauses=[pause]).due == day("2026-06-08")


@pytest.mark.parametrize(
    ("stop", "resume"),
    [
        (day("2026-06-03"), day("2026-06-02")),
        (moment("2026-06-03T10:00+07:00"), moment("2026-06-03T09:59+07:00")),
        (moment("2026-06-03T10:00+07:00"), day("2026-06-02")),
    ],
)
def test_a_pause_that_ends_before_it_begins_is_refused(stop: dt.date, resume: dt.date) -> None:
    with pytest.raises(PauseError):
        Pause(stop, resume)


def test_a_pause_on_one_day_takes_nothing_and_one_without_an_end_is_an_error_of_the_year() -> None:
    none = Pause(day("2026-06-03"), day("2026-06-03"))
    assert deadline(day("2026-06-02"), "2 working_day", pauses=[none]).due == day("2026-06-04")
    endless = Pause(day("2026-06-03"), dt.date.max)
    with pytest.raises(YearError):
        deadline(moment("2026-06-02T10:00+07:00"), "20 hour", pauses=[endless])
