from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import default_calendar, timeline
from pst_standards.calendar.timelines import StepStatus
from pst_standards.findings import Report
from pst_standards.model import Definition, LifeCycle, ServiceStandard, Stage
from pst_standards.rules.checks.making_in_time import (
    draft_published_late,
    revised_late,
    set_before_comments_closed,
)
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.counting import Leaning, Outcome, Uncounted

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Keys = Callable[..., list[str]]
LIFE = ("standards", 0, "life_cycle")
KNOWN = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 6, 30))


def made(life: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {"stage": "adopted", "standards": [{"id": "library", "life_cycle": life}], **others}


def context(on: date = date(2026, 11, 22), **life: Any) -> Context:
    standard = ServiceStandard(id="library", life_cycle=LifeCycle(**life))
    return Context(definition=Definition(standards=(standard,), stage=Stage.ADOPTED), as_of=on)


def variants(outcomes: Any) -> list[str]:
    return [one.variant for one in outcomes if isinstance(one, Hit)]


@pytest.mark.parametrize(
    ("signed", "published", "late"),
    [
        ("2026-03-02", "2026-03-09", False),
        ("2026-03-02", "2026-03-10", True),
        ("2026-03-17", "2026-03-31", False),  # collective leave and Idulfitri lie between
        ("2026-03-17", "2026-04-01", True),
        ("2026-03-17", "2026-03-17", False),
        ("2026-03-17", "2026-03-16", False),  # out of order, which is another rule
    ],
)
def test_a_draft_has_five_working_days_from_the_minutes(
    signed: str, published: str, late: bool, keys: Keys
) -> None:
    life = {"minutes_signed_on": signed, "draft_published_on": published}
    assert keys(made(life), "LIFE-007") == ["LIFE-007"] * late


def test_the_finding_names_the_last_day(told: Told) -> None:
    life = {"minutes_signed_on": "2026-03-02", "draft_published_on": "2026-03-10"}
    params = {"signed": "2026-03-02", "published": "2026-03-10", "due": "2026-03-09"}
    assert told(made(life), "LIFE-007") == [("LIFE-007", (*LIFE, "draft_published_on"), params)]


def test_days_that_the_office_sets_are_counted(keys: Keys) -> None:
    life = {"minutes_signed_on": "2026-03-02", "draft_published_on": "2026-03-10"}
    closed = {"calendar": {"changes": [{"date": "2026-03-05", "kind": "closed"}]}}
    assert keys(made(life, office=closed), "LIFE-007") == []
    life = {"minutes_signed_on": "2026-03-02", "draft_published_on": "2026-03-09"}
    opened = {"calendar": {"changes": [{"date": "2026-03-07", "kind": "opened"}]}}
    # Five working days cannot be over before five days are: the 7th is one of them.
    assert keys(made(life, office=opened), "LIFE-007") == ["LIFE-007"]


def test_a_publication_that_is_not_recorded_is_missed_once_its_time_is_over(told: Told) -> None:
    life = {"minutes_signed_on": "2026-11-13"}
    assert told(made(life), "LIFE-007", as_of=date(2026, 11, 20)) == []
    assert told(made(life), "LIFE-007", as_of=date(2026, 11, 21)) == [
        (
            "LIFE-007.open",
            (*LIFE, "minutes_signed_on"),
            {"signed": "2026-11-13", "due": "2026-11-20"},
        )
    ]


@pytest.mark.parametrize(
    ("set_on", "expected"),
    [
        ("2026-03-16", ["LIFE-008"]),
        ("2026-03-17", ["LIFE-008"]),
        # 18, 20, 23 and 24 March are collective leave; worked, the window closes on the 18th.
        ("2026-03-18", ["LIFE-008.leave"]),
        ("2026-03-24", ["LIFE-008.leave"]),
        ("2026-03-25", []),
        ("2026-03-08", []),  # before the publication: out of order
        ("2026-07-01", []),
    ],
)
def test_a_standard_waits_for_the_comments(set_on: str, expected: list[str], keys: Keys) -> None:
    life = {"draft_published_on": "2026-03-09", "adopted_on": set_on}
    assert keys(made(life), "LIFE-008") == expected


def test_an_office_open_on_collective_leave_closes_the_window_earlier(keys: Keys) -> None:
    life = {"draft_published_on": "2026-03-09", "adopted_on": "2026-03-20"}
    office = {"calendar": {"collective_leave_worked": True}}
    assert keys(made(life, office=office), "LIFE-008") == []


def test_the_decree_tells_when_a_standard_was_set(told: Told) -> None:
    data = made({"draft_published_on": "2026-07-06"})
    data["standards"][0]["decree"] = {"date": "2026-07-10"}
    ((key, pointer, params),) = told(data, "LIFE-008")
    assert (key, pointer) == ("LIFE-008", ("standards", 0, "decree", "date"))
    assert params == {"published": "2026-07-06", "closes": "2026-07-15", "set": "2026-07-10"}
    data["standards"][0]["decree"] = {"number": "1"}
    assert told(data, "LIFE-008") == []


def test_a_window_that_is_too_short_is_told_unless_the_setting_was_too_soon(keys: Keys) -> None:
    life = {"draft_published_on": "2026-07-06", "comments_until": "2026-07-14"}
    assert keys(made({**life, "adopted_on": "2026-07-27"}), "LIFE-008") == ["LIFE-008.short"]
    assert keys(made({**life, "adopted_on": "2026-07-14"}), "LIFE-008") == ["LIFE-008"]
    assert keys(made({**life, "comments_until": "2026-07-15"}), "LIFE-008") == []
    assert keys(made({**life, "comments_until": "2026-07-05"}), "LIFE-008") == []
    assert keys(made({"comments_until": "2026-07-05"}), "LIFE-008") == []


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({"comments_until": "2026-03-10", "adopted_on": "2026-04-02"}, ["comments_until"]),
        ({"comments_until": "2026-03-11", "adopted_on": "2026-04-02"}, []),
        ({"adopted_on": "2026-03-05"}, ["adopted_on"]),
        ({"adopted_on": "2026-03-11"}, []),
        ({"adopted_on": "2026-03-01"}, []),  # before the minutes: out of order
    ],
)
def test_a_window_of_no_recorded_start_did_not_open_before_the_minutes(
    life: dict[str, Any], expected: list[str], told: Told
) -> None:
    found = told(made({"minutes_signed_on": "2026-03-02", **life}), "LIFE-008")
    assert [(key, pointer) for key, pointer, _ in found] == [
        ("LIFE-008.signed", (*LIFE, name)) for name in expected
    ]
    for _, _, params in found:
        assert (params["signed"], params["closes"]) == ("2026-03-02", "2026-03-11")
    # The timeline of the same days says the same.
    days = {name: date.fromisoformat(text) for name, text in life.items()}
    steps = timeline(
        date(2026, 3, 2), comments_closed=days.get("comments_until"), adopted=days["adopted_on"]
    )
    early = [step.id for step in steps.steps if step.status is StepStatus.EARLY]
    if days["adopted_on"] > date(2026, 3, 2):
        names = {"comments_until": "comments_closed", "adopted_on": "adopted"}
        assert early == [names[name] for name in expected]


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ({"comments_until": "2026-03-25", "revised_on": "2026-04-08"}, []),
        ({"comments_until": "2026-03-25", "revised_on": "2026-04-09"}, ["LIFE-009.between"]),
        ({"comments_until": "2026-03-25", "revised_on": "2026-04-15"}, ["LIFE-009.between"]),
        ({"comments_until": "2026-03-25", "revised_on": "2026-04-16"}, ["LIFE-009"]),
        ({"draft_published_on": "2026-03-09", "revised_on": "2026-04-08"}, []),
        ({"draft_published_on": "2026-03-09", "revised_on": "2026-04-09"}, ["LIFE-009.between"]),
        ({"draft_published_on": "2026-03-09", "revised_on": "2026-04-16"}, ["LIFE-009"]),
        ({"comments_until": "2026-03-25"}, []),
        ({"revised_on": "2026-04-16"}, []),
        # A window that was stated too short counts as the regulation has it.
        (
            {
                "draft_published_on": "2026-03-09",
                "comments_until": "2026-03-11",
                "revised_on": "2026-04-08",
            },
            [],
        ),
        # A longer one counts as stated.
        (
            {
                "draft_published_on": "2026-03-09",
                "comments_until": "2026-03-31",
                "revised_on": "2026-04-14",
            },
            [],
        ),
    ],
)
def test_a_revision_is_late_only_when_both_readings_are_over(
    life: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(made(life), "LIFE-009") == expected


def test_both_readings_are_told(told: Told) -> None:
    life = {"comments_until": "2026-03-25", "revised_on": "2026-05-04"}
    params = {
        "closed": "2026-03-25",
        "revised": "2026-05-04",
        "strict": "2026-04-08",
        "lenient": "2026-04-15",
    }
    assert told(made(life), "LIFE-009") == [("LIFE-009", (*LIFE, "revised_on"), params)]


@pytest.mark.parametrize(
    ("judge", "life", "expected"),
    [
        (
            draft_published_late,
            {"minutes_signed_on": date(2019, 5, 20), "draft_published_on": date(2019, 5, 29)},
            [("LIFE-007", "draft_published_on", 2019)],
        ),
        (
            set_before_comments_closed,
            {"draft_published_on": date(2019, 5, 20), "adopted_on": date(2019, 5, 29)},
            [("LIFE-008", "adopted_on", 2019)],
        ),
        (
            revised_late,
            {"draft_published_on": date(2019, 5, 20), "revised_on": date(2019, 6, 29)},
            [("LIFE-009", "revised_on", 2019)],
        ),
        (
            revised_late,
            {"comments_until": date(2027, 12, 20), "revised_on": date(2028, 1, 29)},
            [("LIFE-009", "revised_on", 2028)],
        ),
        # Two months after its publication a window is surely over, and five days are in time.
        (
            set_before_comments_closed,
            {"draft_published_on": date(2019, 5, 20), "adopted_on": date(2019, 7, 19)},
            [],
        ),
        (
            draft_published_late,
            {"minutes_signed_on": date(2019, 5, 20), "draft_published_on": date(2019, 5, 25)},
            [],
        ),
        (
            revised_late,
            {"comments_until": date(2019, 5, 20), "revised_on": date(2019, 6, 3)},
            [],
        ),
    ],
)
def test_a_year_without_data_is_not_judged(
    judge: Callable[[Context], Any], life: dict[str, date], expected: list[tuple[str, str, int]]
) -> None:
    told = [
        Uncounted(rule, ("standards", 0, "life_cycle", key), year) for rule, key, year in expected
    ]
    assert list(judge(context(**life))) == told


def test_what_was_set_before_the_regulation_went_another_way(keys: Keys) -> None:
    life = {"draft_published_on": "2026-07-06", "adopted_on": "2012-10-29"}
    assert keys(made(life | {"minutes_signed_on": "2026-03-02"}), "LIFE-007", "LIFE-008") == []


def test_without_dates_the_calendar_is_not_read() -> None:
    program = (
        "import datetime, sys\n"
        "from pst_standards.rules import check\n"
        "check({'extends': 'bps/2020', 'stage': 'adopted'}, as_of=datetime.date(2026, 11, 22))\n"
        "print('pst_standards.calendar.calendar' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]


def test_without_a_life_cycle_nothing_is_asked(report: Callable[..., Report]) -> None:
    found = report({"stage": "adopted", "standards": [{"id": "library"}]})
    assert {"LIFE-007", "LIFE-008", "LIFE-009"} <= set(found.coverage.not_applicable)


@given(KNOWN, st.integers(min_value=0, max_value=40))
def test_a_draft_is_late_exactly_when_more_than_five_working_days_went_by(
    signed: date, days: int
) -> None:
    published = signed + timedelta(days)
    worked = default_calendar().count_working_days(signed, published)
    # A publication on a day off after the fifth working day is late too.
    due = default_calendar().add_working_days(signed, 5)
    found = variants(
        draft_published_late(context(minutes_signed_on=signed, draft_published_on=published))
    )
    assert found == [""] * (published > due)
    assert not (found and worked < 5)


@given(KNOWN, st.integers(min_value=0, max_value=80))
def test_a_setting_is_too_soon_only_before_the_seventh_working_day(
    published: date, days: int
) -> None:
    adopted = published + timedelta(days)
    found = variants(
        set_before_comments_closed(context(draft_published_on=published, adopted_on=adopted))
    )
    calendar = default_calendar()
    closes = calendar.add_working_days(published, 7)
    if adopted >= closes:
        assert found == []
    else:
        surely = adopted < calendar.worked().add_working_days(published, 7)
        assert found == ([""] if surely else ["leave"])


@given(KNOWN, st.integers(min_value=0, max_value=80))
def test_a_revision_is_an_error_only_after_fourteen_working_days(closed: date, days: int) -> None:
    revised = closed + timedelta(days)
    found = variants(revised_late(context(comments_until=closed, revised_on=revised)))
    if days <= 14:
        assert found == []
    elif revised <= default_calendar().add_working_days(closed, 14):
        assert found == ["between"]
    else:
        assert found == [""]


any_day = st.none() | st.dates()


@given(
    st.fixed_dictionaries(
        dict.fromkeys(
            (
                "minutes_signed_on",
                "draft_published_on",
                "comments_until",
                "revised_on",
                "adopted_on",
            ),
            any_day,
        )
    ),
    st.dates(),
)
def test_any_dates_can_be_judged(life: dict[str, date | None], on: date) -> None:
    one = context(on, **life)
    outcomes: list[Outcome] = []
    for judge in (draft_published_late, set_before_comments_closed, revised_late):
        outcomes.extend(judge(one))
    for outcome in outcomes:
        assert not isinstance(outcome, Leaning)
        if isinstance(outcome, Uncounted):
            assert outcome.year not in default_calendar().years
