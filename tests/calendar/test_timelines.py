from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import (
    DayChange,
    DurationError,
    YearError,
    default_calendar,
    timeline,
)
from pst_standards.calendar.standard_dates import dates_of
from pst_standards.calendar.timelines import Dates, StepStatus, Timeline, counted
from pst_standards.model import (
    DayChangeKind,
    Decree,
    Definition,
    LifeCycle,
    Maklumat,
    Publication,
    PublicationKind,
    ServiceStandard,
)

SIGNED = dt.date(2026, 3, 2)
MAKING = ["minutes_signed", "draft_published", "comments_closed", "revised"]
KEEPING = ["adopted", "maklumat_published", "evaluation", "review"]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def last_days(found: Timeline) -> dict[str, str]:
    return {step.id: str(step.latest) for step in found.steps if step.latest}


def test_the_steps_follow_from_the_minutes() -> None:
    found = timeline(SIGNED)
    assert [step.id for step in found.steps] == MAKING
    assert last_days(found) == {
        "draft_published": "2026-03-09",
        "comments_closed": "2026-03-25",
        "revised": "2026-04-08",
    }
    assert found["revised"].readings == (day("2026-04-08"), day("2026-04-15"))
    assert [step.id for step in found.steps if step.assumed] == MAKING[1:3]
    assert not found.provisional
    assert [step.status for step in found.steps] == [None] * 4


def test_known_days_take_the_place_of_assumed_ones() -> None:
    found = timeline(SIGNED, published=day("2026-03-04"))
    assert last_days(found)["comments_closed"] == "2026-03-13"
    assert found["draft_published"].status is StepStatus.ON_TIME
    assert not found["draft_published"].assumed
    found = timeline(SIGNED, comments_closed=day("2026-03-31"))
    assert last_days(found)["draft_published"] == "2026-03-09"
    assert last_days(found)["revised"] == "2026-04-14"


def test_nothing_later_is_told_until_the_standard_is_set() -> None:
    assert "adopted" not in timeline(SIGNED)
    with pytest.raises(KeyError):
        timeline(SIGNED)["review"]
    found = timeline(SIGNED, adopted=day("2026-04-16"))
    assert [step.id for step in found.steps] == MAKING + KEEPING
    assert last_days(found) | {"revised": ""} == last_days(timeline(SIGNED)) | {
        "revised": "",
        "maklumat_published": "2026-04-27",
        "evaluation": "2027-04-16",
        "review": "2029-04-16",
    }
    assert not found["maklumat_published"].assumed


@pytest.mark.parametrize(
    ("days", "step", "status"),
    [
        ({"published": "2026-03-09"}, "draft_published", "on_time"),
        ({"published": "2026-03-10"}, "draft_published", "late"),
        ({"published": "2026-03-01"}, "draft_published", "early"),
        ({"comments_closed": "2026-03-30"}, "comments_closed", "on_time"),
        # The draft may have been published before its last day, yet not before the minutes.
        ({"comments_closed": "2026-03-20"}, "comments_closed", "on_time"),
        ({"comments_closed": "2026-03-11"}, "comments_closed", "on_time"),
        ({"comments_closed": "2026-03-10"}, "comments_closed", "early"),
        (
            {"published": "2026-03-09", "comments_closed": "2026-03-24"},
            "comments_closed",
            "early",
        ),
        (
            {"published": "2026-03-09", "comments_closed": "2026-03-25"},
            "comments_closed",
            "on_time",
        ),
        ({"revised": "2026-04-08"}, "revised", "on_time"),
        ({"revised": "2026-04-15"}, "revised", "disputable"),
        ({"revised": "2026-04-16"}, "revised", "late"),
        ({"adopted": "2026-04-16"}, "adopted", "on_time"),
        ({"adopted": "2026-03-01"}, "adopted", "early"),
        ({"adopted": "2026-03-10"}, "adopted", "early"),
        ({"adopted": "2026-03-11"}, "adopted", "on_time"),
        ({"revised": "2026-03-05", "adopted": "2026-03-10"}, "adopted", "early"),
        ({"published": "2026-02-02", "adopted": "2026-03-01"}, "adopted", "early"),
        ({"adopted": "2026-03-24"}, "adopted", "on_time"),
        ({"published": "2026-03-09", "adopted": "2026-03-24"}, "adopted", "early"),
        ({"comments_closed": "2026-03-25", "adopted": "2026-03-24"}, "adopted", "early"),
        ({"revised": "2026-04-08", "adopted": "2026-04-07"}, "adopted", "early"),
        (
            {"adopted": "2026-04-02", "maklumat_published": "2026-04-14"},
            "maklumat_published",
            "on_time",
        ),
        (
            {"adopted": "2026-04-02", "maklumat_published": "2026-04-15"},
            "maklumat_published",
            "late",
        ),
        (
            {"adopted": "2026-04-02", "maklumat_published": "2026-04-01"},
            "maklumat_published",
            "early",
        ),
    ],
)
def test_what_is_late_or_early_is_told(days: dict[str, str], step: str, status: str) -> None:
    known: Any = {name: day(text) for name, text in days.items()}
    found = timeline(SIGNED, **known)
    assert found[step].status is StepStatus(status)


def test_what_comes_after_the_setting_needs_no_day_before_it() -> None:
    found = timeline(None, adopted=day("2026-04-02"))
    assert [step.id for step in found.steps] == KEEPING
    assert found["adopted"].earliest is None
    alone = timeline(None, maklumat_published=day("2026-04-02"))
    assert [(step.id, step.given, step.latest) for step in alone.steps] == [
        ("maklumat_published", day("2026-04-02"), None)
    ]
    assert timeline(None).steps == ()


def test_looks_at_a_standard_are_counted_from_the_last_one() -> None:
    found = timeline(
        None,
        adopted=day("2024-02-29"),
        evaluated=[day("2025-03-03"), day("2025-01-06")],
        reviewed=[day("2024-06-03")],
    )
    assert last_days(found)["evaluation"] == "2026-03-03"
    assert last_days(found)["review"] == "2027-06-03"
    leap = last_days(timeline(None, adopted=day("2024-02-29")))
    assert (leap["evaluation"], leap["review"]) == ("2025-02-28", "2027-02-28")
    reviewed = timeline(None, adopted=day("2024-02-29"), reviewed=[day("2025-06-03")])
    assert last_days(reviewed)["evaluation"] == "2026-06-03"


def test_steps_that_nothing_leads_to_are_left_out() -> None:
    assert timeline(None).steps == ()
    assert [step.id for step in timeline(None, published=SIGNED).steps] == MAKING[1:]
    found = timeline(None, revised=SIGNED)
    assert [(step.id, step.latest, step.status) for step in found.steps] == [
        ("revised", None, None)
    ]


def test_collective_leave_that_is_worked_shortens_the_window() -> None:
    found = timeline(SIGNED, calendar=default_calendar().worked())
    assert last_days(found)["comments_closed"] == "2026-03-18"


def test_a_day_that_may_move_makes_it_provisional() -> None:
    change = DayChange(date=day("2026-03-05"), kind=DayChangeKind.CLOSED, estimated=True)
    found = timeline(SIGNED, calendar=default_calendar().with_changes(change))
    assert found.provisional
    assert [step.id for step in found.steps if step.provisional] == ["draft_published"]
    assert last_days(found)["draft_published"] == "2026-03-10"


def test_years_without_data_and_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(YearError, match="2028"):
        timeline(dt.date(2028, 1, 3))
    with pytest.raises(YearError, match="2028"):
        timeline(dt.date(2027, 12, 20))
    with pytest.raises(DurationError):
        timeline(None, adopted=day("2026-04-16"), evaluated=[dt.date.max])


def test_a_timeline_is_printed_with_both_names_of_a_step() -> None:
    told = timeline(SIGNED, published=day("2026-03-10")).to_dict()
    assert told["provisional"] is False
    assert told["calendar_as_of"] == default_calendar().as_of.isoformat()  # type: ignore[union-attr]
    assert told["steps"][0] == {
        "id": "minutes_signed",
        "title": {"id": "Berita acara ditandatangani", "en": "Minutes signed"},
        "date": "2026-03-02",
        "latest": None,
        "assumed": False,
        "provisional": False,
        "citations": ["PP 96/2012 Pasal 26 ayat (3)"],
    }
    assert told["steps"][1] == {
        "id": "draft_published",
        "title": {"id": "Rancangan dipublikasikan", "en": "Draft published"},
        "date": "2026-03-10",
        "earliest": "2026-03-02",
        "latest": "2026-03-09",
        "assumed": False,
        "provisional": False,
        "status": "late",
        "late": True,
        "citations": ["PP 96/2012 Pasal 27 ayat (1)"],
    }
    assert told["steps"][3]["readings"] == {"strict": "2026-04-09", "lenient": "2026-04-16"}
    assert "calendar_as_of" not in Timeline(steps=()).to_dict()


LIFE: dict[str, Any] = {
    "minutes_signed_on": SIGNED,
    "draft_published_on": day("2026-03-04"),
    "comments_until": day("2026-03-13"),
    "revised_on": day("2026-03-27"),
    "evaluated_on": (day("2027-03-01"),),
    "reviewed_on": (day("2027-04-01"),),
}


def test_a_definition_tells_its_days() -> None:
    standard = ServiceStandard(
        id="library", decree=Decree(date=day("2026-04-02")), life_cycle=LifeCycle(**LIFE)
    )
    shown: Any = {"kind": PublicationKind.MAKLUMAT}
    publications = (
        Publication(id="old", published_on=day("2024-04-02"), **shown),
        Publication(id="undated", **shown),
        Publication(id="again", published_on=day("2026-05-04"), **shown),
        Publication(id="first", published_on=day("2026-04-07")),
        Publication(id="others", published_on=day("2026-04-03"), standards=("other",), **shown),
        Publication(id="page", published_on=day("2026-04-03")),
    )
    definition = Definition(maklumat=Maklumat(publications=("first",)), publications=publications)
    assert dates_of(standard, definition) == Dates(
        minutes_signed=SIGNED,
        published=day("2026-03-04"),
        comments_closed=day("2026-03-13"),
        revised=day("2026-03-27"),
        adopted=day("2026-04-02"),
        maklumat_published=day("2026-04-07"),
        evaluated=(day("2027-03-01"),),
        reviewed=(day("2027-04-01"),),
    )
    adopted = ServiceStandard(id="a", life_cycle=LifeCycle(adopted_on=day("2026-05-04")))
    assert dates_of(adopted, definition) == Dates(
        adopted=day("2026-05-04"), maklumat_published=day("2026-05-04")
    )
    assert dates_of(ServiceStandard(id="a"), definition) == Dates()


known_day = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2027, 6, 30))


@given(known_day)
def test_steps_come_in_order_and_last_days_lie_on_working_days(signed: dt.date) -> None:
    found = counted(Dates(minutes_signed=signed), default_calendar())
    days = [step.counted_from for step in found.steps]
    assert days == sorted(days, key=str)
    for step in found.steps[1:3]:
        assert step.latest is not None
        assert default_calendar().is_working_day(step.latest)
    readings = found["revised"].readings
    assert readings is not None
    assert readings.strict <= readings.lenient


@given(known_day, st.integers(min_value=0, max_value=60))
def test_what_is_done_later_is_never_less_late(signed: dt.date, days: int) -> None:
    order = [StepStatus.ON_TIME, StepStatus.LATE]
    first, later = (
        timeline(signed, published=signed + dt.timedelta(after))["draft_published"].status
        for after in (days, days + 1)
    )
    assert first is not None
    assert later is not None
    assert order.index(first) <= order.index(later)


@given(known_day, st.integers(min_value=0, max_value=30), st.integers(min_value=0, max_value=30))
def test_a_setting_is_early_exactly_while_no_window_can_have_closed(
    signed: dt.date, wait: int, more: int
) -> None:
    adopted = signed + dt.timedelta(wait)
    alone = timeline(signed, adopted=adopted)["adopted"]
    closes = default_calendar().add_working_days(signed, 7)
    assert alone.earliest == closes
    assert (alone.status is StepStatus.EARLY) == (adopted < closes)
    # Whenever the draft was published, nothing is in time that is too early without that day.
    published = signed + dt.timedelta(more)
    known = timeline(signed, published=published, adopted=adopted)["adopted"]
    assert known.status is StepStatus.EARLY or alone.status is StepStatus.ON_TIME
