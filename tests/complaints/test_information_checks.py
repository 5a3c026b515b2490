"""The rules about one request for public information, at the edges of their times."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.complaints.information_checks import CHECKS, check_information_request
from pst_standards.findings import Pointer, Report

OUR = {check.id for check in CHECKS}
RECEIVED = "2026-02-12"
FULL: dict[str, Any] = {
    "material": "Tabel penduduk 2025",
    "means": "Surel",
    "file_format": "CSV",
    "fee": 0,
}


def moment(day: str) -> str:
    return f"{day}T09:00+07:00"


def event(step: str, day: str, **told: Any) -> dict[str, Any]:
    return {"step": step, "at": moment(day), "by": "A1", **told}


def check(*events: dict[str, Any], on: str = RECEIVED, **more: Any) -> Report:
    record = {"received_at": moment(RECEIVED), "events": list(events), **more}
    report = check_information_request(record, as_of=dt.date.fromisoformat(on))
    assert report.coverage.failed == ()
    return report


def found(*events: dict[str, Any], on: str = RECEIVED, **more: Any) -> list[tuple[str, Pointer]]:
    report = check(*events, on=on, **more)
    return [(one.message_key, one.pointer) for one in report.findings if one.rule in OUR]


@pytest.mark.parametrize(
    ("channel", "variant"), [("in_person", "late"), ("email", "email"), ("letter", None)]
)
def test_a_number_on_another_day(channel: str, variant: str | None) -> None:
    at_once = event("register", RECEIVED, number="PPID-1")
    assert found(at_once, channel=channel) == []
    later = event("register", "2026-02-13", number="PPID-1")
    expected = [(f"PPI-001.{variant}", ("events", 0))] if variant else []
    assert found(later, channel=channel) == expected


def test_a_number_that_was_never_given() -> None:
    assert found(channel="email") == []
    assert found(channel="email", on="2026-02-13") == [("PPI-001.none", ("received_at",))]
    assert found(channel="letter", on="2026-02-13") == []
    blank = event("register", RECEIVED, number=" ")
    assert found(blank, channel="in_person") == [("PPI-001.none", ("events", 0))]


@pytest.mark.parametrize("step", ["refuse", "refer", "close"])
def test_an_answer_comes_by_the_tenth_working_day(step: str) -> None:
    told = {"target": "BPS Provinsi", "letter": "h", "consequence_test": "Uji 2/2026"}
    told = {"refuse": told, "refer": told, "close": {}}[step]
    assert found(event(step, "2026-03-02", **told), on="2026-09-01") == []
    late = event(step, "2026-03-03", **told)
    assert found(late, on="2026-09-01") == [("PPI-002.late", ("events", 0))]


def test_an_answer_that_is_still_owed() -> None:
    assert found(on="2026-03-02") == []
    assert found(on="2026-03-03") == [("PPI-002.late", ("received_at",))]
    assert check(on="2026-03-03").of("PPI-002")[0].params == {"due": "2026-03-02"}


def test_an_extension_gives_seven_working_days_more() -> None:
    extend = event("extend", "2026-03-02", reason="Data dicari di arsip")
    assert found(extend, event("grant", "2026-03-11", **FULL)) == []
    assert found(extend, event("grant", "2026-03-12", **FULL)) == [("PPI-002.late", ("events", 1))]
    late = event("extend", "2026-03-03", reason=" ")
    assert found(late, event("grant", "2026-03-11", **FULL)) == [
        ("PPI-002.reason", ("events", 0)),
        ("PPI-002.extended_late", ("events", 0)),
    ]
    thrice = [event("extend", "2026-03-02", reason="x") for _ in range(3)]
    assert found(*thrice) == [("PPI-003", ("events", 1)), ("PPI-003", ("events", 2))]


@pytest.mark.parametrize(
    ("changed", "letters"),
    [
        ({}, None),
        ({"material": ""}, ("d",)),
        ({"means": None}, ("f",)),
        ({"file_format": None}, ("f",)),
        ({"fee": None}, ("g",)),
        ({"fee": 5000}, ("g",)),
        ({"fee": 5000, "payment": "Transfer"}, None),
        ({"material": None, "means": None, "fee": None}, ("d", "f", "g")),
    ],
)
def test_an_answer_holds_the_letters_that_apply(changed: Any, letters: Any) -> None:
    told = {key: value for key, value in {**FULL, **changed}.items() if value is not None}
    hits = check(event("grant", RECEIVED, **told)).of("PPI-004")
    assert [hit.params["letters"] for hit in hits] == ([letters] if letters else [])


def test_a_reference_names_the_other_body() -> None:
    assert found(event("refer", RECEIVED)) == [("PPI-004", ("events", 0))]
    assert check(event("refer", RECEIVED)).of("PPI-004")[0].params == {"letters": ("b",)}
    assert found(event("refer", RECEIVED, target="Dinas Contoh")) == []


@pytest.mark.parametrize("letter", ["a", "J", " h "])
def test_a_refusal_names_its_letter_and_its_test(letter: str) -> None:
    told = {"letter": letter, "consequence_test": "Uji 2/2026"}
    assert found(event("refuse", RECEIVED, **told)) == []
    assert found(event("refuse", RECEIVED, **{**told, "letter": "k"})) == [
        ("PPI-005.letter", ("events", 0))
    ]
    assert found(event("refuse", RECEIVED)) == [
        ("PPI-005.letter", ("events", 0)),
        ("PPI-005.test", ("events", 0)),
    ]


def test_a_partial_answer_says_what_is_black_and_why() -> None:
    told = {**FULL, "redacted": ["Nomor rekening"], "reason": "Pasal 17 huruf h"}
    assert found(event("grant_partly", RECEIVED, **told)) == []
    for lacking in ({"redacted": []}, {"redacted": [" "]}, {"reason": ""}):
        partly = event("grant_partly", RECEIVED, **{**told, **lacking})
        assert found(partly) == [("PPI-006", ("events", 0))]


def test_an_objection_has_a_ground_and_comes_in_time() -> None:
    told = {"grounds": ["c", "g"], "found_on": RECEIVED}
    answered = event("answer", "2026-04-08", upheld=False)
    granted = event("grant", RECEIVED, **FULL)
    assert found(granted, event("object", "2026-04-07", **told), answered) == []
    late = event("object", "2026-04-08", **told)
    assert found(granted, late, answered) == [("PPI-007.late", ("events", 1))]
    unheard = event("object", "2026-04-08", grounds=["z"])
    assert found(granted, unheard, answered) == [("PPI-007.ground", ("events", 1))]


def test_the_superior_answers_in_thirty_working_days() -> None:
    first = (event("grant", RECEIVED, **FULL), event("object", RECEIVED, grounds=["d"]))
    assert found(*first, on="2026-04-07") == []
    assert found(*first, on="2026-04-08") == [("PPI-008.late", ("events", 1))]
    late = event("answer", "2026-04-08", upheld=False)
    assert found(*first, late) == [("PPI-008.late", ("events", 2))]
    upheld = event("answer", "2026-04-07", upheld=True)
    assert found(*first, upheld) == [("PPI-008.reasons", ("events", 2))]
    assert found(*first, {**upheld, "reason": "Uji konsekuensi"}) == []


def test_a_dispute_follows_an_objection_and_its_answer() -> None:
    granted = event("grant", RECEIVED, **FULL)
    dispute = event("dispute", "2026-03-06")
    assert found(granted, dispute) == [("PPI-009.objection", ("events", 1))]
    first = (granted, event("object", RECEIVED, grounds=["d"]))
    answer = event("answer", RECEIVED, upheld=False)
    assert found(*first, answer, dispute) == []
    late = event("dispute", "2026-03-09")
    assert found(*first, answer, late) == [("PPI-009.late", ("events", 3))]
    assert found(*first, {**answer, "received_on": "2026-02-16"}, late) == []
    # A superior who says nothing opens the way to the commission.
    assert "PPI-009" not in {key[:7] for key, _ in found(*first, event("dispute", "2026-04-09"))}


def test_a_request_keeps_its_first_day() -> None:
    assert found(first_in_at=moment("2026-02-11")) == [("PPI-010", ("received_at",))]
    assert found(first_in_at="2026-02-12T08:00+07:00") == []
    assert found(first_in_at=moment("2026-02-13")) == []


def test_nobody_who_complained_is_given_out() -> None:
    assert found(event("grant", RECEIVED, **FULL, identities=False)) == []
    told = event("grant", RECEIVED, **FULL, identities=True)
    assert found(told) == [("PPI-011", ("events", 0, "identities"))]
    for words in ("Laporan pelapor bernama Budi", "Pengaduan NIK 3399014101900001"):
        named = event("hand_over", RECEIVED, material=words)
        assert found(named) == [("PPI-011.named", ("events", 0, "material"))]


def test_times_without_zone_or_year_say_nothing() -> None:
    assert found(received_at="2026-02-12T09:00", channel="email", on="2026-09-01") == []
    assert found(received_at=moment("2031-02-12"), on="2032-09-01") == []
    naive = {"step": "grant", "at": "2026-02-12T09:00", "by": "A1", **FULL}
    assert found(naive, on="2026-09-01") == []
    assert found({"step": "register", "number": "1"}, {"by": "A1"}, channel="email") == []
