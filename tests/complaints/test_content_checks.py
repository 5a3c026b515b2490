"""What one complaint holds: its parts, its class, its name that is none, its texts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.content_checks import CHECKS
from pst_standards.definitions.withholding import is_no_name
from pst_standards.findings import Pointer, Report
from pst_standards.model.complaint_case import ComplaintRecord, Reporter

OUR = {check.id for check in CHECKS}
AT = "2026-03-02T09:00+07:00"
NIK = "3399014101900001"
ORDINARY = {"complaint_class": "ordinary"}
PARTS: dict[str, Any] = {
    "text": "Antrean tiga jam",
    "loss": "Setengah hari kerja",
    "request": "Loket kedua dibuka",
    "place": "Kantor",
    "signed": True,
}


def event(step: str, **data: Any) -> dict[str, Any]:
    return {"step": step, "at": AT, "by": "A1", "data": data}


def check(*events: dict[str, Any], **more: Any) -> Report:
    record = {"filed_at": AT, "events": list(events), **more}
    report = check_complaint(record, as_of=dt.date(2026, 3, 2))
    assert report.coverage.failed == ()
    return report


def found(*events: dict[str, Any], **more: Any) -> list[tuple[str, Pointer]]:
    report = check(*events, **more)
    return [(one.message_key, one.pointer) for one in report.findings if one.rule in OUR]


def letters(*later: dict[str, Any], **more: Any) -> object:
    told = (event("classify", **ORDINARY), *later, event("declare_complete"))
    hits = check(*told, **more).of("PGD-025")
    return hits[0].params["letters"] if hits else ()


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ((), ()),
        (("text",), ("b",)),
        (("loss",), ("b",)),
        (("request",), ("c",)),
        (("place",), ("d",)),
        (("signed",), ("d",)),
        (tuple(PARTS), ("b", "c", "d")),
    ],
)
def test_what_is_missing_is_told_by_its_letter(
    left_out: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert (
        letters(**{key: value for key, value in PARTS.items() if key not in left_out}) == expected
    )


def test_what_came_later_or_by_word_of_mouth_counts() -> None:
    assert letters(event("complete", **PARTS)) == ()
    spoken = {**PARTS, "signed": False, "oral": True}
    assert letters(**spoken) == ()
    complete = event("classify", **ORDINARY), event("declare_complete")
    assert found(*complete) == [("PGD-025.declared", ("events", 1))]
    assert letters(**{**PARTS, "signed": False}) == ("d",)


def test_a_suggestion_needs_its_text_alone_and_doubt_says_nothing() -> None:
    told = event("classify", complaint_class="aspiration")
    assert found(told, event("declare_complete")) == []
    assert found(event("declare_complete")) == [("PGD-031.missing", ("events", 0))]
    assert found(event("classify", **ORDINARY)) == []


@pytest.mark.parametrize(
    "name", ["Anonim", " ANONIM ", "anonymous", "Tanpa  nama", "N.N.", "Hamba Allah"]
)
def test_a_word_for_no_name_is_found(name: str) -> None:
    assert found(reporter={"name": name}) == [("PGD-029.typed", ("reporter", "name"))]
    assert found(reporter={"name": name}, identity="anonymous") == []
    record = ComplaintRecord(reporter=Reporter(name=name))
    of_record = check_complaint(record, as_of=dt.date(2026, 3, 2))
    assert [one.message_key for one in of_record.of("PGD-029")] == ["PGD-029.typed"]


def test_a_word_for_no_name_is_found_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    words = f'format: pst-complaint/1\nfiled_at: "{AT}"\nreporter: {{name: Anonim}}\n'
    file.write_text(words, encoding="utf-8")
    report = check_complaint(file, as_of=dt.date(2026, 3, 2))
    assert [one.pointer for one in report.of("PGD-029")] == [("reporter", "name")]


@pytest.mark.parametrize("name", ["Anonimah Contoh", "Nn Contoh", "", None, ["Anonim"], 3])
def test_any_other_name_is_not_looked_at(name: object) -> None:
    assert not is_no_name(name)
    assert [key for key, _ in found(reporter={"name": name})] == []


def test_a_report_without_identity_that_brings_evidence_is_not_put_away() -> None:
    nobody: dict[str, Any] = {"channel": "wbs", "identity": "anonymous"}
    unclear = event("archive", reason="unclear")
    shown = {**nobody, "attachments": ["kuitansi.pdf"]}
    assert found(unclear, **shown) == [("PGD-030", ("events", 0))]
    evidence = event("take_evidence", party="reporter", evidence="kuitansi")
    assert found(evidence, event("archive", reason="spam"), **nobody) == [
        ("PGD-030", ("events", 1))
    ]
    assert found(unclear, **nobody) == []
    assert found(event("archive", reason="decided"), **shown) == []
    assert found(unclear, **{**shown, "identity": "open"}) == []
    assert found(unclear, **{**shown, "channel": "email"}) == []


def test_a_class_is_one_of_four() -> None:
    both = event("classify", complaint_class="ordinary, aspiration")
    assert found(both) == [("PGD-031.unknown", ("events", 0))]
    assert found(event("classify")) == [("PGD-031.unknown", ("events", 0))]
    again = event("classify", complaint_class="supervisory")
    assert found(event("classify", **ORDINARY), again, event("begin_examination")) == []


def test_a_duplicate_names_the_first() -> None:
    assert found(event("archive", reason="duplicate", of=" ")) == [("PGD-033", ("events", 0))]
    assert found(event("archive", reason="duplicate", of="PGD-2026-7K3M9Q2T")) == []
    assert found(event("archive", reason="unclear")) == []


def test_a_court_does_not_end_what_was_decided() -> None:
    court, put_away = event("open_track", track="court"), event("archive", reason="in_court")
    assert found(event("decide"), put_away) == [("PGD-058", ("events", 1))]
    assert found(court, put_away) == [("PGD-058.dropped", ("events", 1))]
    assert found(put_away) == []
    assert found(put_away, event("decide"), court) == []
    assert found(event("decide"), court, event("archive", reason="spam")) == []


def test_names_are_looked_for_where_it_is_about_whistleblowing() -> None:
    named = "Disampaikan oleh pelapor bernama Budi"
    assert found(channel="wbs", text=named) == [("WBS-001.record", ("text",))]
    assert found(channel="email", text=named) == []
    referred = event("refer", referral="W-1", ground="supervisory")
    reasons = event("decide", reasons=named)
    at = ("events", 1, "data", "reasons")
    assert found(referred, reasons, channel="email") == [("WBS-001.record", at)]


def test_the_report_of_examination_is_not_given_out() -> None:
    decided = event("decide", report="LHP-3")
    copied = ("WBS-002", ("events", 1, "data", "copy"))
    handed = ("WBS-002", ("events", 1, "data", "documents"))
    assert found(decided, event("deliver", copy="LHP-3")) == [copied]
    assert found(decided, event("hand_over", documents=["a.pdf", "LHP-3"])) == [handed]
    assert found(decided, event("deliver", copy="petikan.pdf")) == []
    assert found(event("decide"), event("deliver")) == []


@pytest.mark.parametrize("key", ["text", "loss", "request"])
def test_an_identity_number_in_a_text_is_found_and_not_repeated(key: str) -> None:
    report = check(**{key: f"NIK saya {NIK}."})
    assert [one.pointer for one in report.of("PRV-003")] == [(key,)]
    assert NIK not in repr(report)
    later = check(event("complete", **{key: NIK}))
    assert [one.pointer for one in later.of("PRV-003")] == [("events", 0, "data", key)]
    assert check(**{key: "Resi 0000000000000000"}).of("PRV-003") == ()


def test_why_somebody_did_not_come_is_a_text_as_well() -> None:
    assert found(event("hear", party="reported", declined=f"NIK {NIK}")) == [
        ("PRV-003.record", ("events", 0, "data", "declined"))
    ]
