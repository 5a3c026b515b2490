"""Circumstances that exclude compensation, or take time out of a delay."""

from __future__ import annotations

import pytest

from tests.compensation.answers_told import Answer, causes, circumstance, keys


@pytest.mark.parametrize(
    "kind", ["force_majeure", "incomplete_file", "unlawful_request", "delayed_by_user"]
)
def test_an_exclusion_that_is_named_and_shown_excludes(kind: str, excused: Answer) -> None:
    found = excused(circumstance(kind))
    assert causes(found) == [f"excluded.{kind}"]
    assert [one.value for one in found.excluded] == [kind]
    assert found.remedies == ()
    assert found.complaint_still_open
    assert found.damages_still_open
    assert any("UU 25/2009" in cite for cite in found.citations)


def test_an_exclusion_that_the_rule_does_not_name_does_not_count(excused: Answer) -> None:
    found = excused(circumstance("force_majeure"), rule={"exclusions": ["unlawful_request"]})
    assert found.eligible
    assert "exclusion-not-stated" in keys(found)


def test_an_exclusion_without_evidence_does_not_count(excused: Answer) -> None:
    found = excused(circumstance("force_majeure", evidence=None))
    assert found.eligible
    assert "exclusion-unproven" in keys(found)


def test_whether_a_claim_is_late_is_not_asserted(excused: Answer) -> None:
    assert "exclusion-uncounted" in keys(excused(circumstance("late_claim")))
    assert "exclusion-uncounted" in keys(excused({"evidence": "Surat"}))


def test_time_that_an_exclusion_explains_is_left_out(excused: Answer) -> None:
    found = excused(circumstance("force_majeure", "09:10", "09:25"))
    assert found.chosen is not None
    assert found.chosen.delay == 15
    assert found.excluded == ()
    assert "time-left-out" in keys(found)


def test_nothing_is_owed_where_the_time_left_out_explains_the_delay(excused: Answer) -> None:
    found = excused(circumstance("force_majeure", "09:10", "09:50"))
    assert causes(found) == ["excluded.force_majeure"]
    assert "explained" in keys(found)


def test_a_flood_that_went_on_counts_from_its_beginning(excused: Answer) -> None:
    found = excused(circumstance("force_majeure", "10:20"))
    assert found.chosen is not None
    assert found.chosen.delay == 20
    assert "time-left-out-open" in keys(found)


def test_a_flood_from_before_counts_until_its_end(excused: Answer) -> None:
    found = excused(circumstance("force_majeure", ends="09:20"))
    assert found.chosen is not None
    assert found.chosen.delay == 10


@pytest.mark.parametrize("hours", [("10:31", "11:00"), ("07:00", "08:59"), ("10:31", None)])
def test_a_flood_at_another_time_does_not_count(
    hours: tuple[str, str | None], excused: Answer
) -> None:
    found = excused(circumstance("force_majeure", *hours))
    assert found.chosen is not None
    assert found.chosen.delay == 30
    assert "exclusion-other-time" in keys(found)


def test_where_nobody_was_late_no_flood_is_blamed(excused: Answer) -> None:
    found = excused(
        circumstance("force_majeure", "09:10", "09:20"), finished_at="2026-10-05T09:50+07:00"
    )
    assert causes(found) == ["not-late"]
    assert found.excluded == ()


def test_a_delay_that_a_flood_leaves_below_the_first_tier_is_excused(excused: Answer) -> None:
    tiers = [{"lower": 20, "remedies": [{"kind": "drink"}]}]
    found = excused(circumstance("force_majeure", "09:10", "09:25"), rule={"tiers": tiers})
    assert causes(found) == ["excluded.force_majeure"]


@pytest.mark.parametrize(
    ("announced", "counts"), [("2026-09-05", True), ("2026-09-06", False), (None, False)]
)
def test_a_repair_counts_when_it_was_announced_thirty_days_before(
    announced: str | None, *, counts: bool, excused: Answer
) -> None:
    repair = circumstance("announced_repair", "08:00", "10:30", announced_on=announced)
    found = excused(repair)
    assert causes(found) == (["excluded.announced_repair"] if counts else [])
    assert ("exclusion-repair-notice" in keys(found)) is not counts


@pytest.mark.parametrize(
    ("kind", "begins", "delay"),
    [
        ("delayed_by_user", "07:30", 1),
        ("force_majeure", "07:30", None),  # there when the office opened: the day is lost
        ("force_majeure", "08:00", None),
        ("force_majeure", "08:01", 1),
    ],
)
def test_of_days_a_flood_takes_those_that_were_lost_from_their_opening(
    kind: str, begins: str, delay: int | None, excused: Answer
) -> None:
    limit = {"id": "whole", "value": 2, "unit": "working_day"}
    away = {
        **circumstance(kind),
        "begins_at": f"2026-10-06T{begins}+07:00",
        "ends_at": "2026-10-07T09:00+07:00",
    }
    found = excused(
        away,
        rule={"unit": "working_day"},
        office={"limits": (limit,)},
        finished_at="2026-10-09T09:00+07:00",
    )
    assert found.chosen is not None
    assert found.chosen.delay == delay


def test_days_after_the_due_date_on_which_the_clock_stood_are_not_counted(excused: Answer) -> None:
    limit = {"id": "whole", "value": 1, "unit": "working_day"}
    flood = {
        **circumstance("force_majeure"),
        "begins_at": "2026-10-08T09:00+07:00",
        "ends_at": "2026-10-11T09:00+07:00",
    }
    for unit, delay in (("working_day", 4), ("calendar_day", 4)):
        found = excused(
            flood,
            rule={"unit": unit},
            office={"limits": (limit,)},
            finished_at="2026-10-13T09:00+07:00",
        )
        assert found.chosen is not None
        assert found.chosen.delay == delay


def test_a_flood_on_a_day_off_takes_that_day(excused: Answer) -> None:
    limit = {"id": "whole", "value": 5, "unit": "calendar_day"}
    flood = {
        **circumstance("force_majeure"),
        "begins_at": "2026-10-10T15:00+07:00",
        "ends_at": "2026-10-10T20:00+07:00",
    }
    found = excused(
        flood,
        rule={"unit": "calendar_day"},
        office={"limits": (limit,)},
        finished_at="2026-10-13T09:00+07:00",
    )
    assert found.chosen is not None
    assert found.chosen.delay == 2


def test_a_request_that_was_completed_later_counts_from_there(excused: Answer) -> None:
    found = excused(circumstance("incomplete_file"), complete_at="2026-10-05T09:20+07:00")
    assert found.chosen is not None
    assert found.chosen.delay == 10
    assert "exclusion-completed" in keys(found)


def test_a_request_that_never_was_complete_starts_no_clock(excused: Answer) -> None:
    found = excused(circumstance("incomplete_file"), rule={"exclusions": []}, finished_at=None)
    assert causes(found) == ["clock-not-started"]
    assert found.excluded == ()


def test_an_exclusion_of_another_trigger_excludes_whole(answer: Answer) -> None:
    rule = {"id": "lift", "trigger": "facility_out_of_order", "exclusions": ["force_majeure"]}
    found = answer(
        rule,
        triggers=["facility_out_of_order"],
        circumstances=[circumstance("force_majeure", "08:00", "12:00")],
    )
    assert causes(found) == ["excluded.force_majeure"]
