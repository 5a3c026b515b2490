"""Where an id or a number belongs there is no room for a name: refused by key, and nothing kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import default_calendar
from pst_standards.complaints import ComplaintError, Event, EventError
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.ids import is_number, is_number_elsewhere, misformed
from pst_standards.complaints.information import InformationEvent, advance_request
from pst_standards.complaints.information_terms import InformationStep
from pst_standards.complaints.officers import is_officer_id
from pst_standards.complaints.records import faults_of
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy import Vault, VaultError
from pst_standards.definitions.records import read_record
from pst_standards.model.complaint_case import ComplaintRecord

NAME = "Zubaedah Qwerty"
AT = "2026-03-10T09:00:00+07:00"
NIK = "3322014101900001"
HANDLER = {"officer": "A1"}


def refused(call: Any) -> EventError:
    with pytest.raises(EventError) as error:
        call()
    assert "Zubaedah" not in f"{error.value}{error.value.params}"
    return error.value


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    vault = Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")
    at = dt.datetime.fromisoformat(AT) + dt.timedelta(days=1)
    return Desk(MemoryRegister(), vault, "A1", now=lambda: at)


def form(**more: Any) -> dict[str, Any]:
    told = {"channel": "letter", "filed_at": AT, "text": "Antrean", "place": "Meja"}
    return {**told, "reporter": {"name": NAME}, **more}


def logged(step: str, by: str = "A1", **data: Any) -> dict[str, Any]:
    return {"step": step, "at": AT, "by": by, "data": data}


@pytest.mark.parametrize(
    ("written", "here", "elsewhere"),
    [
        ("PGD-2026-7K3M9Q2T", True, True),
        ("L-1400/102026/17", True, True),
        ("000123", True, True),
        ("0123/LM/VI/2026/SMG", True, True),
        ("12/G/2026/PTUN Smg", False, True),
        ("45/Pdt.G/2026/PN Jkt.Sel", False, True),
        ("45/Pdt.G/2026/PN Jkt Sel", False, True),
        ("12/G/2026/PTUN ", False, False),
        ("17 Siti", False, False),
        ("12/G/2026 Zubaedah", False, False),
        (NAME, False, False),
        ("Zubaedah", False, False),
        (NIK, False, False),
        ("-1", False, False),
        ("1\n", False, False),
        ("\u0661", False, False),
        ("1" * 64, True, True),
        ("1" * 65, False, False),
        ("1/" + "a" * 60 + " Smg", False, False),
        ("", False, False),
    ],
)
def test_a_number_has_a_digit_and_no_name(written: str, here: bool, elsewhere: bool) -> None:
    assert (is_number(written), is_number_elsewhere(written)) == (here, elsewhere)


@given(st.text(st.characters(categories=("L", "Z", "P")), max_size=30))
def test_words_without_a_digit_are_no_number(words: str) -> None:
    assert not is_number(words)
    assert not is_number_elsewhere(words)


OF_A_STEP: list[tuple[str, dict[str, Any], str, str]] = [
    ("issue_receipt", {"officer": NAME}, "data.officer", "officer.form"),
    ("review", {"handler": {"officer": NAME}}, "data.handler.officer", "officer.form"),
    (
        "reassign",
        {"handler": {"officer": "A2", "superiors": ["B1", NAME]}},
        "data.handler.superiors.1",
        "officer.form",
    ),
    (
        "begin_examination",
        {"examiner": {"officer": NAME}},
        "data.examiner.officer",
        "officer.form",
    ),
    ("report_conflict", {"officer": NAME}, "data.officer", "officer.form"),
    (
        "declare_complete",
        {"handler": HANDLER, "accused": ["B1", NAME], "accused_level": 0},
        "data.accused.1",
        "officer.form",
    ),
    *(
        (step, {"recorded_by": NAME, **data}, "data.recorded_by", "officer.form")
        for step, data in (
            ("complete", {}),
            ("lapse", {}),
            ("accept", {}),
            ("object", {}),
            ("close_unanswered", {}),
            ("withdraw", {}),
            ("escalate", {"level": 3, "cause": "asked"}),
            ("open_track", {"track": "ombudsman"}),
            ("request", {"id": "r1", "kind": "documents"}),
        )
    ),
    ("open_track", {"track": "court", "reference": NAME}, "data.reference", "reference.form"),
    ("refer", {"referral": NAME, "ground": "supervisory"}, "data.referral", "number.form"),
    ("archive", {"reason": "duplicate", "of": NAME}, "data.of", "number.form"),
    ("request", {"id": NAME, "kind": "documents"}, "data.id", "id.form"),
    ("hand_over", {"request": NAME}, "data.request", "id.form"),
    ("hear_separately", {"request": NAME}, "data.request", "id.form"),
    ("carry_out", {"action": NAME}, "data.action", "id.form"),
    (
        "decide",
        {"outcome": "proven", "reasons": "x", "actions": [{"id": NAME, "text": "x"}]},
        "data.actions.0.id",
        "id.form",
    ),
]


@pytest.mark.parametrize(("step", "data", "field", "key"), OF_A_STEP)
def test_a_name_where_an_id_belongs_is_found(
    step: str, data: dict[str, Any], field: str, key: str
) -> None:
    told = Event.from_dict(logged(step, **data)).data
    found = [(one.key, one.params["field"]) for one in misformed(told, "data")]
    assert found == [(key, field)]


OF_A_FILING: list[tuple[dict[str, Any], str, str]] = [
    ({"number": NAME}, "number", "number.form"),
    ({"number": NIK}, "number", "number.form"),
    ({"previous": NAME}, "previous", "number.form"),
    ({"accused": [NAME]}, "accused.0", "officer.form"),
    ({"events": [logged("issue_receipt", by=NAME)]}, "events.0.by", "officer.form"),
    ({"events": [logged("issue_receipt", by=" ")]}, "events.0.by", "officer.form"),
    *(
        ({"events": [logged(step, **data)]}, f"events.0.{field}", key)
        for step, data, field, key in OF_A_STEP
        # Ids of items have their form in the file as well, and are refused as it is read.
        if field not in {"data.id", "data.actions.0.id"}
    ),
]


@pytest.mark.parametrize(("more", "field", "key"), OF_A_FILING)
def test_a_record_with_a_name_where_an_id_belongs_is_not_taken(
    desk: Desk, more: dict[str, Any], field: str, key: str
) -> None:
    error = refused(lambda: desk.file(form(**more)))
    assert (error.key, error.params["field"]) == (key, field)
    assert list(desk.register.logs()) == []
    assert desk.vault is not None
    assert desk.vault.kept() == {}
    told = {name: value for name, value in form(**more).items() if name != "reporter"}
    record = read_record(told, ComplaintRecord).value
    assert [(one.key, one.params["field"]) for one in faults_of(record)] == [(key, field)]


def test_a_number_that_is_one_stays(desk: Desk) -> None:
    assert desk.file(form(number="L-1400/102026/17")).number == "L-1400/102026/17"
    assert desk.file(form()).number.startswith("PGD-2026-")


def test_a_level_that_is_left_out_is_noted_and_not_demanded(desk: Desk) -> None:
    def notes(**more: Any) -> list[str]:
        return [one.key for one in desk.file(form(**more)).filing.notes]

    late = logged("report_conflict", officer="A2")
    assert notes(accused=["B1"]) == notes(accused=["B1"], events=[late]) == ["accused-level"]
    assert notes(accused=["B1"], accused_level=0) == notes() == []


def test_a_service_is_told_by_its_id(desk: Desk) -> None:
    error = refused(lambda: desk.file(ComplaintRecord(channel="letter", text="x", service=NAME)))
    assert (error.key, error.params["field"]) == ("id.form", "service")


def test_a_step_with_a_name_changes_nothing(desk: Desk) -> None:
    number = desk.file(form()).number
    before = desk.register.events(number)
    assert refused(lambda: desk.issue_receipt(number, officer=NAME)).key == "officer.form"
    told = {"id": NAME, "kind": "documents"}
    assert refused(lambda: desk.advance(number, "request", told)).params["field"] == "data.id"
    road = {"track": "court", "reference": NAME}
    assert refused(lambda: desk.advance(number, "open_track", road)).key == "reference.form"
    assert desk.register.events(number) == before


@pytest.mark.parametrize(
    ("officer", "superiors", "key", "field"),
    [
        (NAME, (), "officer.form", "officer"),
        ("A1", ("B1", NAME), "officer.form", "superiors"),
        ("", (NAME,), "officer.form", "superiors"),
        ("System", (), "officer.reserved", None),
    ],
)
def test_who_sits_under_a_name_sees_nothing(
    desk: Desk, officer: str, superiors: tuple[str, ...], key: str, field: str | None
) -> None:
    number = desk.file(form()).number
    other = evolve(desk, officer=officer, superiors=superiors)
    for look in (
        lambda: other.case(number),
        lambda: other.events(number),
        lambda: other.shown(number, "officer"),
        lambda: other.possible(number),
    ):
        with pytest.raises(ComplaintError) as error:
            look()
        assert (error.value.key, error.value.params.get("field")) == (key, field)
    assert evolve(desk, officer="").case(number).number == number


def test_the_vault_logs_no_name(desk: Desk) -> None:
    case = desk.file(form()).case
    assert desk.vault is not None
    (ref,) = desk.vault.kept()
    assert str(ref) == case.reporter
    for officer in (NAME, "", "A" * 65):
        with pytest.raises(VaultError) as error:
            desk.vault.open(ref, officer=officer, reason="Memanggil pelapor")
        assert error.value.key == "vault.no-officer"
    assert desk.vault.openings() == ()


def test_a_request_for_information_tells_no_name() -> None:
    at, days = dt.datetime.fromisoformat(AT), default_calendar()
    submit = InformationEvent(step=InformationStep.SUBMIT, at=at, by="reporter")
    request = advance_request(None, submit, calendar=days)
    for by, number, key in ((NAME, "1", "officer.form"), ("A1", NAME, "number.form")):
        event = InformationEvent(step=InformationStep.REGISTER, at=at, by=by, number=number)
        assert (
            refused(lambda event=event: advance_request(request, event, calendar=days)).key == key
        )
    sound = evolve(submit, step=InformationStep.REGISTER, by="A1", number="001/PPID/X/2026")
    assert advance_request(request, sound, calendar=days).number == "001/PPID/X/2026"


@given(st.text(max_size=20))
def test_what_is_an_id_has_no_blank(written: str) -> None:
    assert not is_officer_id(written) or not any(sign.isspace() for sign in written)
