"""The rules about a complaint: silent on sound ones and wherever there is doubt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pst_standards.complaints.checks import CHECKS, check_complaint
from pst_standards.complaints.content_checks import CHECKS as CONTENT
from pst_standards.complaints.time_checks import CHECKS as TIMES
from pst_standards.definitions.records import load_record
from pst_standards.model.complaint_case import ComplaintRecord

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "complaints"
FILED = "2026-03-10T09:00+07:00"
OUR = {check.id for check in CHECKS} - {check.id for check in (*TIMES, *CONTENT)}


def found(*events: dict[str, Any], on: str = "2026-03-10", **more: Any) -> set[str]:
    record = {"format": "pst-complaint/1", "filed_at": FILED, "events": list(events), **more}
    report = check_complaint(record, as_of=dt.date.fromisoformat(on))
    assert report.coverage.failed == ()
    return {one.message_key for one in report.findings if one.rule in OUR}


def event(step: str, at: str = FILED, **data: Any) -> dict[str, Any]:
    return {"step": step, "at": at, "by": "A1", "data": data}


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.stem)
def test_an_example_is_sound(file: Path) -> None:
    report = check_complaint(file, as_of=dt.date(2026, 3, 10))
    assert [one.message_key for one in report.findings] == []


def test_a_record_and_its_file_are_found_alike() -> None:
    file = FOLDER / "late-service.yaml"
    on = dt.date(2026, 4, 1)
    of_file = check_complaint(file, as_of=on)
    of_record = check_complaint(load_record(file, ComplaintRecord), as_of=on)
    assert [one.rule for one in of_file.findings] == ["PGD-020", "PGD-040"]
    assert [one.rule for one in of_record.findings] == ["PGD-020", "PGD-040"]


def test_who_complains_is_in_no_finding() -> None:
    source = {"filed_at": FILED, "reporter": {"name": ["Nama Contoh"], "nik": "3322"}}
    report = check_complaint(source, as_of=dt.date(2026, 4, 1))
    assert "Nama Contoh" not in repr(report)
    assert [one.rule for one in report.findings if one.rule in OUR] == ["PGD-020"]


def test_on_the_day_of_filing_the_receipt_may_still_come() -> None:
    assert found() == set()
    assert found(on="2026-03-11") == {"PGD-020"}


def test_a_secret_identity_need_not_stand_on_the_receipt() -> None:
    told: dict[str, Any] = {
        "description": True,
        "place": "x",
        "received_at": FILED,
        "officer": "A",
        "signed": True,
    }
    assert found(event("issue_receipt", **told), identity="secret") == set()
    assert found(event("issue_receipt", **told)) == {"PGD-021"}


def test_what_cannot_be_told_is_not_found() -> None:
    naive = "2026-03-01T09:00"
    loose = (event("review", naive), event("object", naive), event("lapse", naive))
    assert found(*loose, identity="anonymous") == set()
    assert found(event("declare_complete", naive), identity="anonymous") == set()
    assert found(event("issue_receipt", received_at=naive)) == {"PGD-021"}
    assert found({"step": None, "at": None}, event("decide")) == set()
    assert found(event("classify", complaint_class="ordinary"), event("decide")) == set()
    assert found(event("declare_complete", level=0), identity="anonymous") == set()
    late = event("review", "2029-03-10T09:00+07:00", notice={"means": "letter"})
    assert found(late, filed_at="2028-03-01T09:00+07:00") == set()


def test_a_mandate_that_comes_later_is_enough() -> None:
    told = event("declare_complete", notice={"means": "letter"})
    assert found(event("complete", mandate="kuasa.pdf"), told, proxy=True) == set()
    assert found(told, proxy=True) == {"PGD-023"}


def test_an_accused_who_is_found_later_counts() -> None:
    told: dict[str, Any] = {"notice": {"means": "letter"}}
    named = event("declare_complete", accused=["A2"], handler={"officer": "A2"}, **told)
    assert found(named) == {"PGD-047.accused"}


def test_a_level_that_is_told_late_counts() -> None:
    told: dict[str, Any] = {"notice": {"means": "letter"}, "accused": ["B1"], "level": 2}
    for level, ids in ((2, {"PGD-048"}), (1, set())):
        named = event("declare_complete", accused_level=level, **told)
        assert found(named, addressee="executor") == ids


@pytest.mark.parametrize(
    ("handler", "variant"),
    [
        ({"officer": "a2 "}, {"PGD-047.accused"}),
        ({"officer": "C7", "superiors": ["x", "a2"]}, {"PGD-047.subordinate"}),
        ({"superiors": ["A21"]}, set()),
    ],
)
def test_capitals_make_nobody_else_of_an_officer(
    handler: dict[str, Any], variant: set[str]
) -> None:
    told: dict[str, Any] = {"notice": {"means": "letter"}, "handler": handler}
    assert found(event("declare_complete", **told), accused=["A2"]) == variant


def test_a_hearing_without_ground_is_not_owed() -> None:
    asked = event("request", id="h", kind="separate_hearing")
    assert found(asked, event("decide")) == set()


def test_a_case_that_waits_too_long_is_told_of_the_ombudsman() -> None:
    told = event("declare_complete", notice={"means": "letter"})
    receipt = event("issue_receipt")
    assert "PGD-059" in found(receipt, told, on="2026-06-01")
    assert "PGD-059" not in found(receipt, told, on="2026-05-09")
    road = event("open_track", track="ombudsman")
    assert "PGD-059" not in found(receipt, told, road, on="2026-06-01")


def test_a_notice_that_comes_with_a_later_step_counts_for_those_before() -> None:
    receipt, silent = event("issue_receipt"), event("review", handler={"officer": "A2"})
    told = event("classify", complaint_class="ordinary", notice={"means": "letter"})
    assert "PGD-056" in found(receipt, silent)
    assert "PGD-056" in found(receipt, told, silent)
    assert "PGD-056" not in found(receipt, silent, told)


AWAY = {"party": "reported", "declined": "Tidak datang"}


def decided(*events: dict[str, Any], **more: Any) -> set[str]:
    begun = event("begin_examination", examiner={"officer": "C1"}, notice={"means": "letter"})
    told = event("decide", outcome="proven")
    return found(event("issue_receipt"), begun, *events, told, **more) & {
        "PGD-051",
        "PGD-051.one_sided",
    }


def test_whoever_stays_away_on_two_days_need_not_be_heard() -> None:
    later = event("hear", "2026-03-18T09:00+07:00", **AWAY)
    assert decided(event("hear", **AWAY), accused=["B1"]) == {"PGD-051"}
    assert decided(event("hear", **AWAY), event("hear", **AWAY), accused=["B1"]) == {"PGD-051"}
    assert decided(event("hear", **AWAY), later, accused=["B1"]) == set()


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([], {"PGD-051.one_sided"}),
        ([event("hear", party="reporter")], set()),
        ([event("hear", party="reporter", declined="Pindah alamat")], set()),
        ([event("hear_separately", request="h1")], set()),
    ],
)
def test_where_one_side_spoke_the_other_is_heard_or_called(
    more: list[dict[str, Any]], expected: set[str]
) -> None:
    for spoke in (
        event("hear", party="reported"),
        event("take_evidence", party="reported", evidence="bukti-1"),
    ):
        assert decided(spoke, *more) == expected
        assert decided(spoke, *more, identity="anonymous") == set()
    # Without an examination there are no sides, and of a side that said nothing none is owed.
    assert decided(*more) == set()
    assert (
        found(event("hear", party="reported"), event("decide"), *more) & {"PGD-051.one_sided"}
        == set()
    )
