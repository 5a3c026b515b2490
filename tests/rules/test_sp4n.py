from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.findings import Confidence
from pst_standards.law import default_register
from pst_standards.model.complaints import ClockStage
from pst_standards.rules.sp4n import practice_on, practices

S = ClockStage


@pytest.mark.parametrize(
    ("day", "regulation"),
    [
        ("2017-12-31", None),
        ("2018-12-30", None),  # the day of 2018 is not known
        ("2018-12-31", "PermenPANRB 62/2018"),
        ("2025-05-30", "PermenPANRB 62/2018"),
        ("2025-05-31", "PermenPANRB 5/2025"),
        ("2026-11-22", "PermenPANRB 5/2025"),
    ],
)
def test_a_day_has_the_profile_that_surely_held(day: str, regulation: str | None) -> None:
    practice = practice_on(dt.date.fromisoformat(day))
    assert (str(practice.regulation) if practice else None) == regulation


def test_the_numbers_are_those_of_practice() -> None:
    for practice in practices():
        assert practice.days == {
            S.VERIFICATION: 3,
            S.INFORMATION: 5,
            S.ASPIRATION: 5,
            S.WITHOUT_EXAMINATION: 14,
            S.WITH_EXAMINATION: 60,
            S.REACTION: 10,
        }


def test_no_number_is_taken_for_verified() -> None:
    assert [one.confidence for one in practices()] == [Confidence.SECONDARY, Confidence.UNVERIFIED]


def test_the_practices_begin_and_end_with_their_regulations() -> None:
    register = default_register()
    for practice in practices():
        known = register.get(practice.regulation.regulation)
        assert known is not None
        assert (practice.since, practice.until) == (known.in_force_from, known.in_force_until)
