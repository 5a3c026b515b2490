"""PUB-001, 007, 008, 010 and 012: what is published, and how fresh it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report
from pst_standards.model.publication import InformationPart, Publication, PublicationKind
from pst_standards.rules import check
from pst_standards.rules.checks.publications import parts_of

Check = Callable[..., Report]
ALL = ("PUB-001", "PUB-007", "PUB-008", "PUB-010", "PUB-012")


def adopted(*publications: dict[str, Any], **more: Any) -> dict[str, Any]:
    listed = [{"id": f"p{place}", **one} for place, one in enumerate(publications)]
    return {"stage": "adopted", "publications": listed, **more}


def told(report: Report, rule: str) -> list[Any]:
    assert report.coverage.failed == ()
    return [(hit.variant, hit.pointer, dict(hit.params)) for hit in report.of(rule)]


@pytest.mark.parametrize(
    ("kind", "parts", "expected"),
    [
        (PublicationKind.STANDARD, (), {InformationPart.STANDARDS}),
        (PublicationKind.MAKLUMAT, (), {InformationPart.MAKLUMAT}),
        (PublicationKind.COMPLAINT_PROCEDURE, (), {InformationPart.COMPLAINT_MANAGEMENT}),
        (PublicationKind.COMPLAINT_REPORT, (), {InformationPart.COMPLAINT_MANAGEMENT}),
        (PublicationKind.SURVEY_RESULT, (), {InformationPart.PERFORMANCE}),
        (PublicationKind.PROFILE, (), {InformationPart.PROVIDER_PROFILE}),
        (PublicationKind.PAGE, (), set()),
        (None, (), set()),
        (
            PublicationKind.PROFILE,
            (InformationPart.EXECUTOR_PROFILE,),
            {InformationPart.PROVIDER_PROFILE, InformationPart.EXECUTOR_PROFILE},
        ),
    ],
)
def test_a_kind_is_a_part(kind: Any, parts: Any, expected: set[InformationPart]) -> None:
    assert parts_of(Publication(id="a", kind=kind, parts=parts)) == expected


def test_missing_parts_are_named_in_order(report: Check) -> None:
    assert told(report(adopted({"kind": "maklumat"})), "PUB-001") == [
        (
            "",
            ("publications",),
            {
                "missing": (
                    "provider_profile",
                    "executor_profile",
                    "standards",
                    "complaint_management",
                    "performance",
                )
            },
        )
    ]
    assert [hit.pointer for hit in report(adopted()).of("PUB-001")] == [()]


@pytest.mark.parametrize(
    ("publications", "survey", "found"),
    [
        ([], {}, True),
        ([{"kind": "standard"}], {}, True),
        ([{"kind": "survey_result"}], {}, False),
        ([{"kind": "survey_result", "reachable": True}], {}, False),
        ([{"kind": "survey_result", "reachable": False}], {}, True),
        ([{"kind": "survey_result", "reachable": False}, {"kind": "survey_result"}], {}, False),
        ([{"kind": "page"}], {"results": ["p0"]}, False),
        ([{"kind": "page"}], {"results": ["elsewhere"]}, True),
    ],
)
def test_the_survey_is_published(
    publications: list[Any], survey: dict[str, Any], *, found: bool, report: Check
) -> None:
    hits = told(report(adopted(*publications, survey=survey)), "PUB-007")
    pointer = ("publications",) if publications else ()
    assert hits == ([("", pointer, {})] if found else [])


REPORT = {"kind": "complaint_report"}


@pytest.mark.parametrize(
    ("publications", "expected"),
    [
        ([], [("none", (), {})]),
        ([{"kind": "standard"}], [("none", ("publications",), {})]),
        ([REPORT], []),
        ([{**REPORT, "year": 2025}], []),
        ([{**REPORT, "year": 2024}], []),
        ([{**REPORT, "year": 2023}], [("old", ("publications", 0), {"year": 2024})]),
        ([{**REPORT, "year": 2023}, REPORT], []),
        (
            [{**REPORT, "year": 2019}, {**REPORT, "year": 2021}, {**REPORT, "year": 2020}],
            [("old", ("publications", 1), {"year": 2022})],
        ),
        ([{**REPORT, "year": 2019}, {**REPORT, "year": 2025}], []),
        ([{**REPORT, "published_on": "2025-01-01"}], []),
        (
            [{**REPORT, "published_on": "2024-12-31"}],
            [("old", ("publications", 0), {"year": 2024})],
        ),
        ([{**REPORT, "year": 2019, "published_on": "2026-01-01"}], []),
    ],
)
def test_the_complaint_report_is_yearly(
    publications: list[Any], expected: list[Any], report: Check
) -> None:
    assert told(report(adopted(*publications)), "PUB-008") == expected


def test_reports_that_complaints_name_count(report: Check) -> None:
    data = adopted({"kind": "page", "year": 2025}, complaints={"reports": ["p0"]})
    assert told(report(data), "PUB-008") == []
    data = adopted({"kind": "page", "year": 2020}, complaints={"reports": ["p0"]})
    assert told(report(data), "PUB-008") == [("old", ("publications", 0), {"year": 2021})]


@pytest.mark.parametrize(
    ("day", "publications", "expected"),
    [
        ("2026-11-22", [{"published_on": "2025-11-22"}], []),
        ("2026-11-23", [{"published_on": "2025-11-22"}], [(0, 2025)]),
        ("2026-12-31", [{"year": 2025}], []),
        ("2027-01-01", [{"year": 2025}], [(0, 2025)]),
        ("2025-02-28", [{"published_on": "2024-02-29"}], []),
        ("2025-03-01", [{"published_on": "2024-02-29"}], [(0, 2024)]),
        ("2026-11-22", [{"published_on": "2025-10-01", "year": 2026}], [(0, 2025)]),
        ("2026-11-22", [{"year": 2020}, {"year": 2023}, {"year": 2021}], [(1, 2023)]),
        ("2026-11-22", [{"year": 2020}, {"published_on": "2026-01-01"}], []),
        ("2026-11-22", [{"year": 2020}, {}], [(0, 2020)]),
        ("2026-11-22", [{"published_on": "9999-12-31"}], []),
        ("2026-11-22", [{"year": 10**30}], []),
    ],
)
def test_something_is_new(
    day: str, publications: list[Any], expected: list[Any], report: Check
) -> None:
    found = report(adopted(*publications), dt.date.fromisoformat(day)).of("PUB-010")
    assert [(hit.pointer, hit.params) for hit in found] == [
        (("publications", place), {"year": year}) for place, year in expected
    ]


def test_what_bears_no_date_is_not_called_old(report: Check) -> None:
    assert "PUB-010" in report(adopted({"kind": "page"})).coverage.not_applicable


@given(st.lists(st.integers(2000, 2040), min_size=1), st.integers(2000, 2040))
def test_one_more_document_never_makes_a_page_older(years: list[int], more: int) -> None:
    def old(listed: list[int]) -> bool:
        data = adopted(*({"kind": "complaint_report", "year": year} for year in listed))
        found = check(data, as_of=dt.date(2026, 11, 22)).of("PUB-008", "PUB-010")
        return bool(found)

    assert old(years) or not old([*years, more])


@pytest.mark.parametrize(
    ("publications", "found"),
    [
        ([], True),
        ([{"kind": "page"}], True),
        ([{"kind": "rights"}], False),
        ([{"kind": "page", "title": "Hak dan Kewajiban Pengguna"}], False),
        ([{"kind": "page", "text": "Hak pengguna layanan dan kewajiban pengguna layanan"}], False),
        ([{"kind": "page", "title": {"en": "Rights and duties of users"}}], False),
        ([{"kind": "page", "title": "Hak cipta"}], True),
        ([{"kind": "page", "title": "Hak pengguna"}], True),
    ],
)
def test_rights_and_duties_are_shown(
    publications: list[Any], *, found: bool, report: Check
) -> None:
    pointer = ("publications",) if publications else ()
    hits = told(report(adopted(*publications)), "PUB-012")
    assert hits == ([("", pointer, {})] if found else [])


def test_a_draft_is_asked_none_of_it(report: Check) -> None:
    draft = adopted({"kind": "page", "year": 2000}) | {"stage": "draft"}
    assert report(draft).of(*ALL) == ()
