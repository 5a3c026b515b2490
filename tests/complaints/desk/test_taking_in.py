"""What comes in at the desk, and what cannot come in leaves nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from pst_standards.calendar import Zone, default_calendar
from pst_standards.complaints import Event, State, Step, replay
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.profiles import profiles
from pst_standards.complaints.registers import Line, MemoryRegister, RegisterError, line_of, rebuild
from pst_standards.complaints.secrecy import Vault
from pst_standards.complaints.states import IdentityMode
from tests.complaints.desk.desk_forms import AT, EXAMPLES, NAME, form, key_of


def test_a_complaint_is_taken_in(desk: Desk) -> None:
    taken = desk.file(form())
    assert taken.number.startswith("PGD-2026-")
    assert [one.id for one in taken.clocks] == ["K1", "K2", "K2s", "K9"]
    assert taken.case.reporter.startswith("pelapor-")
    assert desk.case(taken.number) == taken.case
    line = desk.register.line(taken.number)
    assert line == line_of(taken.case, calendar=default_calendar())
    log = [event.to_dict() for event in desk.register.events(taken.number)]
    assert "Zubaedah" not in f"{taken!r}{log}{line}{taken.filing!r}"
    assert desk.identity(taken.number, "Memanggil pelapor").plain("name") == NAME


def test_two_filings_have_nothing_in_common(desk: Desk) -> None:
    one, other = desk.file(form()), desk.file(form())
    assert one.number != other.number
    assert one.code.hand_over() != other.code.hand_over()
    assert one.case.reporter != other.case.reporter


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)
def test_an_example_comes_in_with_what_became_of_it(desk: Desk, file: Path) -> None:
    desk = evolve(desk, now=lambda: AT + dt.timedelta(days=500))
    taken = desk.file(file)
    assert taken.case == desk.case(taken.number)
    assert desk.register.verify() == len(taken.case.log)
    assert rebuild(desk.register, calendar=default_calendar()) == 1


def test_the_examples_pass_every_state_and_step_at_the_desk(desk: Desk) -> None:
    desk = evolve(desk, now=lambda: AT + dt.timedelta(days=500))
    logs = [desk.register.events(desk.file(file).number) for file in EXAMPLES.glob("*.yaml")]
    lived = {replay(log[:end]).state for log in logs for end in range(1, len(log) + 1)}
    assert lived == set(State)
    assert {event.step for log in logs for event in log} == set(Step)


def test_who_wants_to_stay_unknown_is_nowhere(desk: Desk, vault: Vault) -> None:
    taken = desk.file(form(reporter={"name": "Anonim"}))
    assert (taken.case.identity, taken.case.reporter) == (IdentityMode.ANONYMOUS, "")
    assert vault.verify() == 0
    assert key_of(lambda: desk.identity(taken.number, "Memanggil pelapor")) == "identity.none"


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"text": " "}, "text.empty"),
        ({"fee": 1}, "fee.charged"),
        ({"served_on": "2026-03-11"}, "service.later"),
        ({"attachments": ["../x"]}, "attachment.path"),
        ({"channel": "pigeon"}, "choice.unknown"),
        ({"text": "x" * 100_001}, "text.too-long"),
        ({"channel": None}, "field.missing"),
        ({"events": [{"step": "decide", "at": AT.isoformat(), "by": "A1"}]}, "field.missing"),
        (
            {"events": [{"step": "lapse", "at": AT.isoformat(), "by": "system"}]},
            "step.wrong-state",
        ),
    ],
)
def test_what_cannot_come_in_leaves_nothing(
    desk: Desk, vault: Vault, more: dict[str, Any], key: str
) -> None:
    told = {name: value for name, value in form(**more).items() if value is not None}
    assert key_of(lambda: desk.file(told)) == key
    assert (desk.register.verify(), vault.verify(), vault.openings()) == (0, 0, ())


def test_a_number_that_is_taken_seals_nobody(desk: Desk, vault: Vault) -> None:
    desk.file(form(number="K-1"))
    assert key_of(lambda: desk.file(form(number="K-1"))) == "register.number-taken"
    assert vault.verify() == 1
    first = desk.identity("K-1", "Memanggil pelapor")
    assert first.plain("name") == NAME


def test_a_register_out_of_reach_leaves_nobody_sealed(vault: Vault) -> None:
    class Broken(MemoryRegister):
        def append_all(self, number: str, lived: Iterable[tuple[Event, Line]]) -> None:
            raise RegisterError("register.busy", path=f"{number} {len([*lived])}")

    desk = Desk(Broken(), vault, "A1")
    assert key_of(lambda: desk.file(form())) == "register.busy"
    assert vault.verify() == 0
    assert [one.purpose.value for one in vault.openings()] == ["erase"]


def test_a_desk_without_vault_takes_nobody_in(tmp_path: Path) -> None:
    desk = Desk(MemoryRegister(), None, "A1")
    assert key_of(lambda: desk.file(form())) == "vault.none"
    assert desk.register.verify() == 0
    number = desk.file(form(reporter=None)).number
    assert key_of(lambda: desk.identity(number, "Memanggil pelapor")) == "identity.none"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("officer", "key"),
    [
        ("", "officer.missing"),
        (" ", "officer.missing"),
        ("reporter", "officer.reserved"),
        ("System", "officer.reserved"),
        ("Siti Contoh", "officer.form"),
    ],
)
def test_nobody_works_under_a_name_that_is_none(vault: Vault, officer: str, key: str) -> None:
    desk = Desk(MemoryRegister(), vault, officer)
    assert key_of(lambda: desk.file(form())) == key
    assert key_of(lambda: desk.advance("x", "review")) == key


def test_a_time_that_is_not_told_is_now_on_the_clock_of_the_office(desk: Desk) -> None:
    told = {name: value for name, value in form().items() if name != "filed_at"}
    case = evolve(desk, zone=Zone.WIT).file(told).case
    assert (case.filed_at, case.zone) == (AT + dt.timedelta(hours=1), None)
    assert case.filed_at.utcoffset() == dt.timedelta(hours=9)
    late = evolve(desk, zone=Zone.WITA, now=lambda: AT.astimezone(dt.UTC))
    other = late.file(form(filed_at="2026-03-10T02:00+00:00")).case
    assert other.zone is Zone.WITA


def test_a_year_without_days_off_starts_no_clock_of_the_office(desk: Desk) -> None:
    desk = evolve(desk, now=lambda: AT.replace(year=2041))
    told = form(filed_at="2040-03-10T09:00+07:00", served_on="2040-03-09")
    assert [one.id for one in desk.file(told).clocks] == ["K9"]


def test_a_profile_may_be_another(desk: Desk) -> None:
    other = evolve(desk, profile=profiles()[0])
    taken = other.file(form())
    line = other.register.line(taken.number)
    assert line is not None
    assert line.profile == "SP4N_2018"
