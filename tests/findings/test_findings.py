from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import (
    Confidence,
    Coverage,
    Finding,
    Location,
    Report,
    Severity,
    Verdict,
    format_pointer,
    parse_pointer,
)

DAY = dt.date(2026, 11, 22)


def found(rule: str, severity: Severity, line: int = 1, file: str = "a.yaml") -> Finding:
    place = Location(file, line, 1)
    return Finding(rule=rule, severity=severity, verdict=Verdict.SHAPE, location=place)


STEPS = st.lists(
    st.integers(0, 99)
    | st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda t: not t.isdigit())
)


@given(STEPS)
def test_a_pointer_survives_its_notation(steps: list[str | int]) -> None:
    assert tuple(steps) == parse_pointer(format_pointer(tuple(steps)))


def test_a_pointer_without_a_slash_is_refused() -> None:
    with pytest.raises(ValueError, match="fee"):
        parse_pointer("fee")


def test_severities_compare_by_gravity() -> None:
    note, warning, error = Severity.NOTE, Severity.WARNING, Severity.ERROR

    assert note < warning < error
    assert error >= warning >= note
    assert not error < note
    assert not note >= warning
    assert max(Severity) is error


def test_only_what_nobody_vouches_for_is_open() -> None:
    assert [c for c in Confidence if c.is_open] == [Confidence.UNVERIFIED, Confidence.ILLUSTRATION]


def test_a_finding_is_hashable_picklable_and_frozen() -> None:
    finding = Finding(
        rule="STD-034",
        variant="few",
        severity=Severity.WARNING,
        verdict=Verdict.STATUTORY,
        params={"media": ("box", "email")},
        pointer=("complaints",),
        citations=("UU 25/2009 Pasal 36 ayat (4)",),
    )

    assert finding == pickle.loads(pickle.dumps(finding))  # noqa: S301
    assert len({finding, pickle.loads(pickle.dumps(finding))}) == 1  # noqa: S301
    assert finding.message_key == "STD-034.few"
    with pytest.raises(TypeError):
        finding.params["media"] = "x"  # type: ignore[index]


def test_a_report_sorts_by_place_and_counts_by_severity() -> None:
    late, early = found("B", Severity.ERROR, 9), found("A", Severity.NOTE, 2)
    other = found("A", Severity.WARNING, 1, "b.yaml")
    report = Report(as_of=DAY, findings=(other, late, early))

    assert report.findings == (early, late, other)
    assert [report.count(severity) for severity in Severity] == [1, 1, 1]
    assert report.of("A") == (early, other)


@pytest.mark.parametrize("worst", list(Severity))
@pytest.mark.parametrize("limit", list(Severity))
def test_a_report_is_ok_below_the_limit(worst: Severity, limit: Severity) -> None:
    report = Report(as_of=DAY, findings=(found("A", worst),))

    assert report.ok(limit) == (worst < limit)


def test_a_rule_that_failed_is_never_ok() -> None:
    assert not Report(as_of=DAY, coverage=Coverage(failed=("STD-001",))).ok()


def test_a_location_leaves_out_what_it_does_not_know() -> None:
    assert str(Location()) == ""
    assert str(Location("a.yaml")) == "a.yaml"
