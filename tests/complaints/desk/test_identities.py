"""Who complains: sealed at the desk, opened for a reason, erased in time."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from pst_standards.complaints import Case, State
from pst_standards.complaints import desk as desks
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.payloads import Completed
from pst_standards.complaints.registers import Line, MemoryRegister, line_of
from pst_standards.complaints.secrecy import Retention, Vault, VaultError
from pst_standards.complaints.secrecy.identity import taken
from pst_standards.complaints.states import IdentityMode
from tests.complaints.desk.desk_forms import AT, EXAMPLES, NAME, form, key_of, ready


def test_who_was_unknown_and_tells_a_name_can_be_asked(desk: Desk) -> None:
    number = ready(desk, reporter={"name": "Anonim"})
    assert desk.case(number).identity is IdentityMode.ANONYMOUS
    missing = {"missing": ["identity"], "notice": {"means": "tracking_page"}}
    desk.advance(number, "declare_incomplete", missing)
    told = {"reporter": {"name": NAME, "address": "Jalan Contoh 1"}}
    assert desk.advance(number, "complete", told).identity is IdentityMode.SECRET
    assert desk.identity(number, "Memanggil pelapor").plain("name") == NAME
    line = desk.register.line(number)
    assert line is not None
    assert line.identity is IdentityMode.SECRET
    case = desk.advance(number, "declare_complete", {"handler": {"officer": "A3"}})
    assert case.state is State.ASSIGNED


def test_the_reference_of_another_case_opens_nobody_through_this_one(desk: Desk) -> None:
    other = desk.case(desk.file(form(reporter={"name": NAME})).number).reporter
    number = ready(desk, reporter=None)
    told = {"missing": ["identity"], "notice": {"means": "tracking_page"}}
    desk.advance(number, "declare_incomplete", told)
    stolen = {"reporter": other}
    assert key_of(lambda: desk.advance(number, "complete", stolen)) == "secrecy.reference"


def test_where_the_second_event_cannot_be_kept_neither_case_nor_identity_is(
    desk: Desk, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_another_length(case: Case, **more: Any) -> Line:
        line = line_of(case, **more)
        return line._replace(events=9) if line.events > 1 else line

    monkeypatch.setattr(desks, "line_of", of_another_length)
    told = {"step": "escalate", "at": AT.isoformat(), "by": "A1"}
    late = {**told, "data": {"level": 3, "cause": "asked"}}
    assert key_of(lambda: desk.file(form(events=[late]))) == "register.moved-on"
    assert (list(desk.register.logs()), vault.kept()) == ([], {})


def test_an_identity_that_no_case_knows_is_named_and_erased_in_time(
    desk: Desk, vault: Vault
) -> None:
    known = desk.case(desk.file(form()).number).reporter
    lost = vault.seal(taken({"name": NAME}))
    soon = evolve(desk, now=lambda: dt.datetime.now(dt.UTC))
    later = evolve(desk, now=lambda: dt.datetime.now(dt.UTC) + dt.timedelta(days=2))
    assert (soon.orphans(), later.orphans()) == ((), (lost,))
    assert later.orphans(older_than=dt.timedelta(days=7)) == ()
    assert key_of(lambda: later.orphans(older_than=dt.timedelta(hours=1))) == "secrecy.orphan-age"
    assert set(map(str, vault.kept())) == {known, str(lost)}
    assert later.erase_orphans(reason="Sisa proses yang terputus") == (lost,)
    assert set(map(str, vault.kept())) == {known}
    assert vault.openings()[-1].reason == "Sisa proses yang terputus"


def test_an_identity_that_another_register_knows_is_no_orphan(desk: Desk, vault: Vault) -> None:
    other = Desk(MemoryRegister(), vault, "A1", now=desk.now)
    other.file(form())
    later = evolve(desk, now=lambda: dt.datetime.now(dt.UTC) + dt.timedelta(days=2))
    assert len(later.orphans()) == 1
    assert later.orphans(others=[other.register]) == ()


def test_a_reporter_who_is_named_later_is_sealed(desk: Desk, vault: Vault) -> None:
    number = ready(desk, reporter=None)
    told = {"missing": ["identity"], "notice": {"means": "tracking_page"}}
    desk.advance(number, "declare_incomplete", told)
    person = {"name": NAME, "address": "Jalan Contoh 1"}
    case = desk.advance(number, "complete", {"reporter": person})
    assert person == {}
    assert NAME not in str(desk.register.events(number)[-1].to_dict())
    assert case.reporter.startswith("pelapor-")
    assert vault.verify() == 1
    assert desk.identity(number, "Memanggil pelapor").plain("name") == NAME


@pytest.mark.parametrize("reporter", [None, "", {"name": "Anonim"}])
def test_who_completes_a_file_without_a_name_stays_unknown(
    desk: Desk, vault: Vault, reporter: Any
) -> None:
    number = ready(desk, reporter=None)
    told = {"missing": ["request"], "notice": {"means": "tracking_page"}}
    desk.advance(number, "declare_incomplete", told)
    given = dict(reporter) if isinstance(reporter, dict) else reporter
    case = desk.advance(number, "complete", {"reporter": given, "request": "Data"})
    assert (case.reporter, case.request, vault.kept()) == ("", "Data", {})


def test_a_reporter_is_not_sealed_for_a_step_that_may_not_be(desk: Desk, vault: Vault) -> None:
    number = ready(desk, reporter=None)
    told = {"reporter": {"name": NAME}}
    assert key_of(lambda: desk.advance(number, "complete", told)) == "step.wrong-state"
    assert key_of(lambda: desk.advance(number, "nothing", {"reporter": {"name": NAME}}))
    assert key_of(lambda: desk.advance(number, "review", {"reporter": {"name": NAME}}))
    assert vault.verify() == 0


@pytest.mark.parametrize(
    ("data", "key"),
    [({"reporter": NAME}, "secrecy.reporter"), (Completed(reporter=NAME), "secrecy.reference")],
)
def test_a_name_in_place_of_a_reference_is_refused(desk: Desk, data: Any, key: str) -> None:
    number = ready(desk, reporter=None)
    given = dict(data) if isinstance(data, dict) else data
    assert key_of(lambda: desk.advance(number, "complete", given)) == key


def test_an_opening_is_logged_and_has_its_reason(desk: Desk, vault: Vault) -> None:
    number = desk.file(form()).number
    with pytest.raises(VaultError):
        desk.identity(number, " ")
    assert vault.openings() == ()
    desk.identity(number, "Memanggil pelapor")
    assert [(one.officer, one.reason) for one in vault.openings()] == [("A1", "Memanggil pelapor")]


def test_who_is_accused_opens_nobody(desk: Desk, vault: Vault) -> None:
    number = evolve(desk, officer="A9").file(form(accused=["A1"])).number
    assert key_of(lambda: desk.identity(number, "Memanggil pelapor")) == "identity.excluded"
    assert vault.openings() == ()


def test_who_is_below_the_accused_opens_nobody(desk: Desk, vault: Vault) -> None:
    number = desk.file(form(accused=["B1"])).number
    below = evolve(desk, officer="C7", superiors=("C1", "B1"))
    assert key_of(lambda: below.identity(number, "Memanggil pelapor")) == "identity.excluded"
    # Whom it is about may come out later than who works on it.
    later = desk.file(form()).number
    desk.issue_receipt(later)
    desk.advance(later, "review", {"handler": {"officer": "C7", "superiors": ["B1"]}})
    handler = evolve(desk, officer="C7")
    assert handler.identity(later, "Memanggil pelapor").plain("name") == NAME
    desk.advance(later, "report_conflict", {"officer": "B1"})
    assert key_of(lambda: handler.identity(later, "Memanggil pelapor")) == "identity.excluded"
    desk.advance(later, "reassign", {"handler": {"officer": "A3"}})
    assert key_of(lambda: handler.identity(later, "Memanggil pelapor")) == "identity.excluded"
    assert len(vault.openings()) == 1


def test_identities_are_erased_in_time_and_the_counts_stay(desk: Desk, vault: Vault) -> None:
    desk = evolve(desk, now=lambda: AT + dt.timedelta(days=500))
    done = desk.file(EXAMPLES / "closed.yaml").number
    held = desk.file(form()).number
    roads = {"track": "ombudsman"}
    still = desk.file(EXAMPLES / "closed-unanswered.yaml").number
    desk.advance(still, "open_track", roads, at=AT + dt.timedelta(days=60))
    lines = {number: desk.register.line(number) for number in (done, held, still)}
    erased = desk.erase_due(
        Retention(keep=dt.timedelta(days=365)),
        reason="Jadwal retensi",
        at=AT + dt.timedelta(days=800),
    )
    assert [str(one) for one in erased] == [desk.case(done).reporter]
    assert vault.verify() == 2
    assert {number: desk.register.line(number) for number in lines} == lines
    with pytest.raises(VaultError):
        desk.identity(done, "Memanggil pelapor")
