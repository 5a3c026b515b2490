from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import default_calendar
from pst_standards.findings import Report
from pst_standards.model import (
    Decree,
    Definition,
    Maklumat,
    Publication,
    PublicationKind,
    ServiceStandard,
    Stage,
)
from pst_standards.rules.checks.maklumat_in_time import published_late
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.counting import Uncounted

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Keys = Callable[..., list[str]]
SET = "2026-04-02"  # Thursday; the 3rd is a holiday, so the seventh working day is the 14th


def shown(
    *days: str | None, standard: dict[str, Any] | None = None, **maklumat: Any
) -> dict[str, Any]:
    """Return a standard set on one day, and a maklumat published on others."""
    publications = [
        {"id": f"charter-{place}", "kind": "maklumat", **({"published_on": day} if day else {})}
        for place, day in enumerate(days)
    ]
    one = {"id": "library", "decree": {"date": SET}, **(standard or {})}
    return {
        "stage": "adopted",
        "standards": [one],
        "publications": publications,
        **({"maklumat": maklumat} if maklumat else {}),
    }


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-04-02"], []),
        (["2026-04-14"], []),
        (["2026-04-15"], ["MKL-009"]),
        (["2026-04-15", "2026-04-10"], []),
        (["2026-04-20", "2026-04-15"], ["MKL-009"]),
        # What was published before belongs to an earlier maklumat.
        (["2024-01-08"], []),
        (["2024-01-08", "2026-04-10"], []),
        (["2024-01-08", "2026-04-15"], ["MKL-009.again"]),
        # One without a date may have been the first.
        (["2026-04-15", None], []),
        ([None], []),
        ([], []),
    ],
)
def test_the_first_publication_since_the_setting_counts(
    days: list[str | None], expected: list[str], keys: Keys
) -> None:
    assert keys(shown(*days), "MKL-009") == expected


def test_a_late_publication_is_named_with_its_last_day(told: Told) -> None:
    params = {"set": SET, "published": "2026-04-15", "due": "2026-04-14"}
    data = shown("2026-04-20", "2026-04-15")
    assert told(data, "MKL-009") == [("MKL-009", ("publications", 1, "published_on"), params)]


def test_a_maklumat_that_is_new_was_not_published_before(told: Told) -> None:
    data = shown("2024-01-08", "2026-04-15", date="2026-04-02")
    assert [hit[0] for hit in told(data, "MKL-009")] == ["MKL-009"]
    data = shown("2024-01-08", date="2026-04-02")
    params = {"set": SET, "published": "2024-01-08", "due": "2026-04-14"}
    assert told(data, "MKL-009") == [("MKL-009.open", ("publications", 0, "published_on"), params)]
    assert told(data, "MKL-009", as_of=date(2026, 4, 14)) == []
    assert told(data, "MKL-009", as_of=date(2026, 4, 9)) == []


@pytest.mark.parametrize(
    ("maklumat", "standard", "early"),
    [
        ({"date": "2026-03-16", "standards": ["library"]}, {}, True),
        ({"date": "2026-03-17", "standards": ["library"]}, {}, True),
        ({"date": "2026-03-18", "standards": ["library"]}, {}, False),
        ({"date": "2026-03-16"}, {}, False),
        ({"standards": ["library"]}, {}, False),
        (
            {"date": "2026-03-16", "standards": ["library"]},
            {"replaces": {"number": "4", "date": "2023-02-06"}},
            False,
        ),
    ],
)
def test_an_early_publication_counts_only_where_the_maklumat_is_for_this_standard(
    maklumat: dict[str, Any], standard: dict[str, Any], early: bool, keys: Keys
) -> None:
    data = shown("2026-03-17", standard=standard, **maklumat)
    assert keys(data, "MKL-009") == ["MKL-009.early"] * early


def test_other_standards_are_none_of_its_business(keys: Keys) -> None:
    data = shown("2026-04-15", standards=["other"])
    data["standards"].append({"id": "other"})
    assert keys(data, "MKL-009") == []
    data = shown("2026-04-15")
    data["standards"].append({"id": "other"})
    data["publications"][0]["standards"] = ["other"]
    assert keys(data, "MKL-009") == []
    data["publications"][0]["standards"] = ["library"]
    assert keys(data, "MKL-009") == ["MKL-009"]


def test_standards_set_together_are_told_once(keys: Keys) -> None:
    data = shown("2026-04-15")
    data["standards"].append({"id": "sales", "decree": {"date": SET}})
    assert keys(data, "MKL-009") == ["MKL-009"]


@pytest.mark.parametrize("day", ["2012-10-29", "2026-12-01"])
def test_old_and_coming_standards_are_left_alone(day: str, keys: Keys) -> None:
    data = shown("2026-12-24", standard={"decree": {"date": day}})
    assert keys(data, "MKL-009") == []


def test_without_a_dated_publication_nothing_is_asked(report: Callable[..., Report]) -> None:
    assert "MKL-009" in report(shown(None)).coverage.not_applicable


def context(set_on: date, published: date, on: date) -> Context:
    return Context(
        definition=Definition(
            stage=Stage.ADOPTED,
            standards=(ServiceStandard(id="library", decree=Decree(date=set_on)),),
            maklumat=Maklumat(date=set_on),
            publications=(
                Publication(id="charter", kind=PublicationKind.MAKLUMAT, published_on=published),
            ),
        ),
        as_of=on,
    )


@given(
    st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 9, 1)),
    st.integers(min_value=0, max_value=60),
)
def test_a_maklumat_is_late_exactly_after_the_seventh_working_day(set_on: date, days: int) -> None:
    published = set_on + timedelta(days)
    due = default_calendar().add_working_days(set_on, 7)
    found = list(published_late(context(set_on, published, date(2027, 12, 31))))
    assert [one for one in found if isinstance(one, Hit)] == found
    assert len(found) == (published > due)


@given(st.dates(), st.dates(), st.dates())
def test_any_dates_can_be_judged(set_on: date, published: date, on: date) -> None:
    for one in published_late(context(set_on, published, on)):
        if isinstance(one, Uncounted):
            assert one.year not in default_calendar().years
