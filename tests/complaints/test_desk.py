"""The desk: what comes in, what may happen, what is shown, and what nobody gets to see."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from pst_standards.calendar import Zone, default_calendar
from pst_standards.complaints import (
    Case,
    ComplaintError,
    Event,
    EventError,
    State,
    Step,
    TransitionError,
    replay,
)
from pst_standards.complaints import desk as desks
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.desk_due import Light, due_of
from pst_standards.complaints.desk_references import step_of
from pst_standards.complaints.ladder import TOP, Rung
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.logs_as_records import record_of
from pst_standards.complaints.payloads import Completed
from pst_standards.complaints.profiles import profiles
from pst_standards.complaints.registers import Line, MemoryRegister, RegisterError, line_of, rebuild
from pst_standards.complaints.registers.opening import open_register
from pst_standards.complaints.secrecy import (
    Retention,
    Role,
    SecrecyError,
    SecretCode,
    Vault,
    VaultError,
)
from pst_standards.complaints.secrecy.identity import taken
from pst_standards.complaints.states import ComplaintChannelKind, IdentityMode

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "complaints"
NAME = "Zubaedah Qomariyah"
AT = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
RECEIPT: dict[str, Any] = {
    "identity": True,
    "description": True,
    "place": "Meja",
    "received_at": AT.isoformat(),
    "officer": "A1",
    "signed": True,
}
FORM: dict[str, Any] = {
    "channel": "complaint_desk",
    "filed_at": AT.isoformat(),
    "service": "consultation",
    "served_on": "2026-03-09",
    "text": "Antrean tiga jam",
    "loss": "Ongkos",
    "request": "Data diserahkan",
    "place": "Meja pengaduan",
    "signed": True,
}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")


@pytest.fixture(params=["memory", "sqlite"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, vault: Vault) -> Desk:
    held = MemoryRegister() if request.param == "memory" else open_register(tmp_path / "r.db")
    return Desk(held, vault, "A1", now=lambda: AT + dt.timedelta(hours=1))


def form(**more: Any) -> dict[str, Any]:
    return {**FORM, "reporter": {"name": NAME, "address": "Jalan Contoh 1"}, **more}


def key_of(call: Any) -> str:
    with pytest.raises(ComplaintError) as refused:
        call()
    return refused.value.key


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


def ready(desk: Desk, **more: Any) -> str:
    number = desk.file(form(**more)).number
    desk.issue_receipt(number)
    desk.advance(number, "T03", {"handler": {"officer": "A2"}})
    desk.advance(number, Step.CLASSIFY, {"complaint_class": "ordinary"})
    return number


def test_a_case_goes_its_way(desk: Desk) -> None:
    number = ready(desk)
    case = desk.advance(number, "declare_complete", {"handler": {"officer": "A3"}})
    assert case.state is State.ASSIGNED
    assert case.receipt is not None
    assert (case.receipt.place, case.receipt.officer) == ("Meja pengaduan", "A1")
    assert Step.BEGIN_FOLLOW_UP in desk.possible(number)
    line = desk.register.line(number)
    assert line is not None
    assert (line.events, line.handler, line.due_clock) == (5, "A3", Clock.SETTLEMENT)


@pytest.mark.parametrize(
    ("step", "data", "kind", "key"),
    [
        ("decide", {"outcome": "proven", "reasons": "x"}, TransitionError, "step.wrong-state"),
        ("nothing", {}, EventError, "step.unknown"),
        ("classify", {"complaint_class": "x"}, EventError, "choice.unknown"),
        ("classify", {}, EventError, "field.missing"),
        ("classify", {"complaint_class": "ordinary", "x": 1}, EventError, "field.unknown"),
        ("issue_receipt", {}, TransitionError, "step.wrong-state"),
    ],
)
def test_what_may_not_happen_changes_nothing(
    desk: Desk, step: str, data: dict[str, Any], kind: type[Exception], key: str
) -> None:
    number = ready(desk)
    before = desk.register.events(number)
    with pytest.raises(kind) as refused:
        desk.advance(number, step, data)
    assert getattr(refused.value, "key", "") == key
    assert desk.register.events(number) == before


def test_an_earlier_time_changes_nothing(desk: Desk) -> None:
    number = ready(desk)
    call = lambda: desk.advance(number, "report_conflict", {"officer": "A2"}, at=AT)  # noqa: E731
    assert key_of(call) == "time.back"


def test_what_is_the_complainants_is_noted_as_theirs(desk: Desk) -> None:
    number = ready(desk)
    case = desk.advance(number, "withdraw", {"voluntary": True})
    assert (case.log[-1].by, case.state) == ("reporter", State.WITHDRAWN)
    recorded: Any = desk.register.events(number)[-1].data
    assert recorded.recorded_by == "A1"
    proxied = ready(desk, proxy=True, mandate="Surat kuasa")
    assert desk.advance(proxied, "withdraw", {"voluntary": True}).log[-1].by == "proxy"
    assert desk.advance(ready(desk), "withdraw", {"voluntary": True}, by="proxy").log[-1].by


def test_time_that_passes_is_nobodys_deed(desk: Desk) -> None:
    number = ready(desk)
    told = {"missing": ["request"], "notice": {"means": "letter"}}
    desk.advance(number, "declare_incomplete", told)
    later = AT + dt.timedelta(days=90)
    desk = evolve(desk, now=lambda: later)
    case = desk.advance(number, "lapse", {"notice": {"means": "letter"}}, at=later)
    assert (case.log[-1].by, case.state) == ("system", State.DEEMED_WITHDRAWN)


def test_nothing_happens_before_its_time(desk: Desk) -> None:
    ahead = AT + dt.timedelta(days=400)
    assert key_of(lambda: desk.file(form(filed_at=ahead.isoformat()))) == "time.future"
    number = ready(desk)
    assert key_of(lambda: desk.advance(number, "withdraw", {}, at=ahead)) == "time.future"


def test_whoever_is_complained_of_does_nothing_and_sees_nothing(desk: Desk) -> None:
    number = desk.file(form(accused=["B1"])).number
    theirs = evolve(desk, officer="B1")
    handled = {"handler": {"officer": "A2"}}
    for attempt in (
        lambda: theirs.issue_receipt(number),
        lambda: theirs.advance(number, "withdraw", {"voluntary": True}, by="B1"),
        lambda: theirs.advance(number, "review", handled),
        lambda: theirs.shown(number, "examiner"),
    ):
        assert key_of(attempt) in {"by.excluded", "by.citizen"}
    assert len(desk.register.events(number)) == 1


@pytest.mark.parametrize(
    "seat", [("B1", ()), ("b1", ()), ("C7", ("B1",)), ("C7", ("x", "b1"))], ids=str
)
def test_who_is_off_a_case_gets_nothing_at_their_desk(
    desk: Desk, seat: tuple[str, tuple[str, ...]]
) -> None:
    number = desk.file(form(accused=["B1"])).number
    theirs = evolve(desk, officer=seat[0], superiors=seat[1])
    voluntary = {"voluntary": True}
    for by in ("", "reporter", "proxy", "system", seat[0]):
        call = lambda by=by: theirs.advance(number, "withdraw", voluntary, by=by)  # noqa: E731
        assert key_of(call) in {"by.excluded", "by.step", "by.citizen"}
    for attempt in (
        lambda: theirs.advance(number, "review", {"handler": {"officer": "A2"}}, by="system"),
        lambda: theirs.issue_receipt(number),
        lambda: theirs.case(number),
        lambda: theirs.events(number),
        lambda: theirs.possible(number),
        lambda: theirs.shown(number, "examiner"),
        lambda: theirs.shown(number, "public"),
        lambda: theirs.identity(number, "Ingin tahu"),
    ):
        assert key_of(attempt) in {"by.excluded", "by.step", "identity.excluded"}
    assert len(desk.register.events(number)) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"accused": ["B2", "B1"]},
        {
            "events": [
                {
                    "step": "report_conflict",
                    "at": AT.isoformat(),
                    "by": "A9",
                    "data": {"officer": "B1"},
                }
            ]
        },
    ],
    ids=["accused", "in conflict"],
)
@pytest.mark.parametrize(
    "seat", [("B1", ()), ("b1", ()), ("C7", ("B1",)), ("C7", ("x", "b1"))], ids=str
)
def test_who_is_off_a_case_does_not_take_it_in_and_holds_no_code_of_it(
    desk: Desk, vault: Vault, seat: tuple[str, tuple[str, ...]], more: dict[str, Any]
) -> None:
    theirs = evolve(desk, officer=seat[0], superiors=seat[1])
    assert key_of(lambda: theirs.file(form(**more))) == "by.accused-files"
    assert (list(desk.register.logs()), vault.kept()) == ([], {})
    assert evolve(desk, officer="C7", superiors=("B3",)).file(form(**more)).number


@pytest.mark.parametrize(
    ("officer", "writer", "why"),
    [("A1", "b1", "by.excluded"), ("B1", "A1", "by.accused-files")],
)
def test_a_record_comes_in_without_what_the_accused_did_for_the_complainant(
    desk: Desk, vault: Vault, officer: str, writer: str, why: str
) -> None:
    told = {"voluntary": True, "recorded_by": writer}
    gone = {"step": "withdraw", "at": AT.isoformat(), "by": "reporter", "data": told}
    theirs = evolve(desk, officer=officer)
    call = lambda: theirs.file(form(accused=["B1"], events=[gone]))  # noqa: E731
    assert key_of(call) == why
    assert (list(desk.register.logs()), vault.kept()) == ([], {})


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


def test_what_time_or_the_complainant_does_names_who_wrote_it(desk: Desk) -> None:
    number = ready(desk)
    asked = {"id": "r1", "kind": "documents"}
    desk.advance(number, "request", asked)
    missing = {"missing": ["request"], "notice": {"means": "letter"}}
    desk.advance(number, "declare_incomplete", missing)
    desk.advance(number, "complete", {"request": "Data"})
    desk.advance(number, "open_track", {"track": "ombudsman"}, by="reporter")
    desk.advance(number, "open_track", {"track": "dprd", "recorded_by": "a1"})
    told = [
        (one.step.value, one.by, getattr(one.data, "recorded_by", None))
        for one in desk.register.events(number)[4:]
    ]
    assert told == [
        ("request", "reporter", "A1"),
        ("declare_incomplete", "A1", None),
        ("complete", "reporter", "A1"),
        ("open_track", "reporter", "A1"),
        ("open_track", "A1", ""),
    ]


def test_those_above_who_sits_here_are_told_where_they_take_a_case(desk: Desk) -> None:
    number = desk.file(form()).number
    desk.issue_receipt(number)
    theirs = evolve(desk, officer="C7", superiors=("B1",))
    case = theirs.advance(number, "review", {"handler": {"officer": "c7"}})
    assert case.above("C7") == {"B1"}
    assert desk.advance(number, "report_conflict", {"officer": "b1"}).handler is None
    assert key_of(lambda: evolve(desk, officer="C7").case(number)) == "by.excluded"


def test_what_a_complainant_is_said_to_have_done_names_who_wrote_it(desk: Desk) -> None:
    number = ready(desk)
    for other in ("Z9", "Nama Contoh"):
        told = {"voluntary": True, "recorded_by": other}
        call = lambda told=told: desk.advance(number, "withdraw", told)  # noqa: E731
        assert key_of(call) == "recorded-by.other"
    desk.advance(number, "withdraw", {"voluntary": True})
    data: Any = desk.register.events(number)[-1].data
    assert (data.recorded_by, desk.case(number).log[-1].by) == ("A1", "reporter")


def test_a_step_is_written_for_nobody_else(desk: Desk) -> None:
    number = ready(desk)
    assert key_of(lambda: desk.advance(number, "classify", {}, by="Z9")) == "field.missing"
    told = {"complaint_class": "ordinary"}
    assert key_of(lambda: desk.advance(number, "classify", told, by="Z9")) == "by.other"


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


def test_a_case_that_was_referred_gives_out_nothing_of_the_report(desk: Desk) -> None:
    words = "Meminta uang di loket"
    told = {
        "accused": ["Petugas-1"],
        "text": words,
        "attachments": ["bukti.pdf"],
        "needs": ["companion"],
    }
    number = desk.file(form(**told)).number
    desk.issue_receipt(number)
    handler = {"officer": "A2", "superiors": ["Petugas-2"], "conflict": ""}
    desk.advance(number, "review", {"handler": handler})
    desk.advance(number, "report_conflict", {"officer": "Petugas-3"})
    desk.advance(number, "take_evidence", {"party": "reporter", "evidence": "rekaman"})
    desk.advance(number, "request", {"id": "r1", "kind": "documents", "ground": "alasan"})
    answer = {"request": "r1", "documents": ["salinan.pdf"], "reason": "sebab"}
    desk.advance(number, "hand_over", answer)
    before = desk.events(number)
    assert before == desk.register.events(number)
    assert key_of(lambda: evolve(desk, officer="Petugas-1").events(number)) == "by.excluded"
    notice = {"means": "in_person"}
    case = desk.advance(
        number, "refer", {"referral": "W-1", "ground": "own_superior", "notice": notice}
    )
    events = desk.events(number)
    seen = f"{case} {[one.to_dict() for one in events]} {record_of(desk.register.events(number))}"
    seen += f"{[desk.shown(number, role) for role in Role]} {desk.register.line(number)}"
    gone = (
        words,
        "bukti.pdf",
        "companion",
        "rekaman",
        "alasan",
        "salinan",
        "sebab",
        "Petugas-1",
        "Petugas-2",
        "Petugas-3",
        "Ongkos",
        "consult",
    )
    assert [one for one in gone if one in seen] == []
    assert [one.step for one in events] == [one.step for one in desk.register.events(number)]
    assert replay(events) == evolve(case, barred=frozenset())


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


def test_who_wrote_first_is_not_overwritten(desk: Desk) -> None:
    number = ready(desk)
    failed: list[Exception] = []

    def note(place: int) -> None:
        try:
            for part in range(5):
                told = {"party": "reporter", "evidence": f"bukti-{place}-{part}"}
                desk.advance(number, "take_evidence", told)
        except ComplaintError as error:  # pragma: no cover - shown below
            failed.append(error)

    workers = [threading.Thread(target=note, args=(place,)) for place in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    lost = [error for error in failed if getattr(error, "key", "") != "register.moved-on"]
    assert lost == []
    taken = {one.evidence for one in desk.case(number).evidence}
    assert len(taken) == len(desk.case(number).evidence)
    assert len(taken) >= 5


class Hasty(MemoryRegister):
    """A register on which somebody else is always a step ahead."""

    times = 0

    def append_all(self, number: str, lived: Iterable[tuple[Event, Line]]) -> None:
        told = [*lived]
        if told[0][1].events > 1 and Hasty.times:
            Hasty.times -= 1
            raise RegisterError("register.moved-on", number=number)
        super().append_all(number, told)


@pytest.mark.parametrize(("times", "passes"), [(0, True), (4, True), (5, False)])
def test_a_step_is_tried_again_where_somebody_was_faster(times: int, passes: bool) -> None:
    desk = Desk(Hasty(), None, "A1", now=lambda: AT)
    number = desk.file(form(reporter=None)).number
    Hasty.times = times
    told = {"officer": "A2"}
    if passes:
        assert desk.advance(number, "report_conflict", told).conflicts
    else:
        call = lambda: desk.advance(number, "report_conflict", told)  # noqa: E731
        assert key_of(call) == "register.moved-on"
    Hasty.times = 0


def test_a_sealing_that_was_not_kept_is_undone(vault: Vault) -> None:
    desk = Desk(Hasty(), vault, "A1", now=lambda: AT)
    number = ready(desk, reporter=None)
    told = {"missing": ["identity"], "notice": {"means": "letter"}}
    desk.advance(number, "declare_incomplete", told)
    Hasty.times = 5
    call = lambda: desk.advance(number, "complete", {"reporter": {"name": NAME}})  # noqa: E731
    assert key_of(call) == "register.moved-on"
    Hasty.times = 0
    assert vault.verify() == 0


def test_the_public_sees_the_stage_with_the_code_and_nothing_without(desk: Desk) -> None:
    taken = desk.file(form())
    code = taken.code.hand_over()
    assert desk.track(taken.number, code) == {"number": taken.number, "state": "received"}
    wrong = SecretCode.new().hand_over()
    said = []
    for number in (taken.number, "PGD-2026-00000000"):
        with pytest.raises(SecrecyError) as refused:
            desk.track(number, wrong)
        said.append((refused.value.key, refused.value.params))
    assert said[0] == said[1] == ("secrecy.wrong-code", {})


def test_many_wrong_codes_are_stopped(desk: Desk) -> None:
    taken = desk.file(form())
    for _ in range(5):
        assert key_of(lambda: desk.track(taken.number, "0")) == "secrecy.wrong-code"
    right = taken.code.hand_over()
    assert key_of(lambda: desk.track(taken.number, right)) == "secrecy.too-many-attempts"


def test_a_damaged_register_is_told_and_not_called_a_wrong_code() -> None:
    class Damaged(MemoryRegister):
        def events(self, number: str) -> tuple[Event, ...]:
            raise RegisterError("register.damaged", what=number)

    desk = Desk(Damaged(), None)
    assert key_of(lambda: desk.track("x", "0")) == "register.damaged"


def test_a_role_sees_its_own(desk: Desk) -> None:
    number = desk.file(form()).number
    assert desk.shown(number, Role.PUBLIC) == {"number": number, "state": "received"}
    assert "reporter" in desk.shown(number, "custodian")
    assert "reporter" not in desk.shown(number, "officer")
    assert key_of(lambda: desk.shown("K-9", "officer")) == "register.unknown"


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


def test_a_year_without_days_off_starts_no_clock_of_the_office(desk: Desk) -> None:
    desk = evolve(desk, now=lambda: AT.replace(year=2041))
    told = form(filed_at="2040-03-10T09:00+07:00", served_on="2040-03-09")
    assert [one.id for one in desk.file(told).clocks] == ["K9"]


def test_the_due_list_has_the_most_urgent_first(desk: Desk) -> None:
    late = desk.file(form(filed_at="2026-03-02T09:00+07:00", served_on="2026-03-01")).number
    soon = desk.file(form()).number
    desk.advance(desk.file(form()).number, "withdraw", {"voluntary": True})
    found = list(desk.due(dt.date(2026, 3, 12)))
    assert [one.line.number for one in found] == [late, soon]
    assert [one.light for one in found] == [Light.RED, Light.GREEN]
    assert [one.line.number for one in desk.due()] == [late, soon]
    told = found[0].to_dict()
    assert (told["clock"], told["days_left"], told["next_rung"]) == ("K2s", -7, "team")
    assert NAME not in str(told)


def promised(desk: Desk, *steps: tuple[str, dict[str, Any]]) -> str:
    """Take a complaint to the delivery of a decision that promises something."""
    number = ready(desk, damages_claimed=True, damages_cause="Telat")
    award = {"amount": 100, "pay_by": "2026-03-20"}
    actions = [{"id": "a1", "text": "Loket kedua"}]
    way: list[tuple[str, dict[str, Any]]] = [
        ("declare_complete", {"handler": {"officer": "A3"}}),
        ("begin_follow_up", {}),
        ("decide", {"outcome": "proven", "reasons": "x", "award": award, "actions": actions}),
        ("deliver", {"copy": "petikan.pdf"}),
    ]
    for step, data in (*way, *steps):
        desk.advance(number, step, data)
    return number


def lights(desk: Desk, *days: str) -> list[tuple[Light, int | None]]:
    found = [next(desk.due(dt.date.fromisoformat(day))) for day in days]
    return [(one.light, one.days_left) for one in found]


def test_damages_and_actions_that_are_late_are_red(desk: Desk) -> None:
    number = promised(desk)
    seen = lights(desk, "2026-03-11", "2026-03-20", "2026-03-21")
    assert seen == [(Light.GREEN, 9), (Light.AMBER, 0), (Light.RED, -1)]
    desk.advance(number, "pay_damages", {"amount": 100})
    line = desk.register.line(number)
    assert line is not None
    # Ten working days to react, over Lebaran; then only the action keeps the complaint open.
    assert (line.due_clock, line.due_strict) == (None, dt.date(2026, 3, 31))
    assert lights(desk, "2026-03-31", "2026-04-01") == [(Light.AMBER, 0), (Light.RED, -1)]
    desk.advance(number, "carry_out", {"action": "a1"})
    assert lights(desk, "2026-06-01") == [(Light.GREEN, None)]


def test_the_ombudsman_is_owed_an_answer_after_the_end_too(desk: Desk) -> None:
    done = ("carry_out", {"action": "a1"})
    number = promised(desk, ("pay_damages", {"amount": 100}), done, ("accept", {}))
    assert list(desk.due()) == []
    road = {"track": "ombudsman"}
    desk.advance(number, "open_track", road)
    desk.advance(number, "open_track", {**road, "stage": "explanation_asked"})
    (found,) = desk.due(dt.date(2026, 3, 30))
    assert (found.line.due_clock, found.light) == (Clock.EXPLANATION, Light.RED)
    desk.advance(number, "open_track", {**road, "stage": "explained"})
    assert list(desk.due(dt.date(2026, 3, 30))) == []


def test_what_is_owed_apart_from_the_complaint_stays_due_after_it(desk: Desk) -> None:
    number = ready(desk)
    desk.advance(number, "request", {"id": "d1", "kind": "own_data"})
    assert [one.line.due_clock for one in desk.due()] == [Clock.DATA_SUBJECT]
    desk.advance(number, "withdraw", {"voluntary": True})
    assert [one.line.due_clock for one in desk.due()] == [Clock.DATA_SUBJECT]
    desk.advance(number, "hand_over", {"request": "d1", "documents": ["data.pdf"]})
    assert list(desk.due()) == []


def test_a_line_and_the_rules_judge_the_same_decision_of_a_reopened_case(
    desk: Desk,
) -> None:
    start = AT + dt.timedelta(hours=1)
    desk = evolve(desk, now=lambda: AT + dt.timedelta(days=500))
    events: list[tuple[str, dict[str, Any], int]] = [
        ("issue_receipt", RECEIPT, 0),
        ("review", {"handler": {"officer": "A2"}}, 0),
        ("classify", {"complaint_class": "ordinary"}, 0),
        ("declare_complete", {"handler": {"officer": "A2"}}, 0),
        ("begin_follow_up", {}, 1),
        ("decide", {"outcome": "proven", "reasons": "x"}, 2),
        ("deliver", {"copy": "petikan.pdf", "notice": {"means": "letter"}}, 3),
        ("object", {"ground": "x"}, 5),
        ("rework", {"handler": {"officer": "A9"}}, 6),
        ("decide", {"outcome": "proven", "reasons": "x"}, 200),
        ("deliver", {"copy": "petikan.pdf", "notice": {"means": "letter"}}, 201),
    ]
    told = [
        {
            "step": step,
            "at": (start + dt.timedelta(days=days)).isoformat(),
            "by": "reporter" if step == "object" else "A9" if days == 200 else "A1",
            "data": data,
        }
        for step, data, days in events
    ]
    number = desk.file(form(events=told)).number
    line = desk.register.line(number)
    assert line is not None
    assert line.decided_on is not None
    assert line.decide_by is not None
    assert line.settled_on is not None
    assert line.settle_by is not None
    found = check_complaint(record_of(desk.register.events(number)), as_of=dt.date(2027, 3, 1))
    late = {one.rule for one in found.findings}
    assert line.decided_on > line.decide_by
    assert line.settled_on > line.settle_by
    assert late >= {"PGD-042", "PGD-043"}


LINE = Line(
    number="K-1",
    events=1,
    state=State.RECEIVED,
    channel=ComplaintChannelKind.LETTER,
    identity=IdentityMode.OPEN,
    filed_on=dt.date(2026, 3, 10),
    last_at=AT,
    due_clock=Clock.DECISION,
    due_strict=dt.date(2026, 5, 9),
    due_lenient=dt.date(2026, 6, 19),
)


@pytest.mark.parametrize(
    ("days", "light", "notice"),
    [
        (0, Light.GREEN, None),
        (44, Light.GREEN, None),
        (45, Light.AMBER, 75),
        (53, Light.AMBER, 75),
        (54, Light.AMBER, 90),
        (60, Light.AMBER, 90),
        (61, Light.RED, None),
        (-5, Light.GREEN, None),
    ],
)
def test_the_lights_of_sixty_days(days: int, light: Light, notice: int | None) -> None:
    found = due_of(LINE, dt.date(2026, 3, 10) + dt.timedelta(days=days))
    assert (found.light, found.notice) == (light, notice)
    assert found.tell_ombudsman is (light is Light.RED)


def test_the_light_of_what_is_nobodys_turn_or_cannot_be_counted() -> None:
    on = dt.date(2026, 12, 1)
    assert due_of(LINE._replace(due_clock=None, due_strict=None), on).light is Light.GREEN
    undated = LINE._replace(undated=True)
    assert due_of(undated, on).light is Light.RED
    unknown = undated._replace(due_clock=None, due_strict=None)
    assert due_of(unknown, on).light is Light.UNDATED
    assert due_of(LINE._replace(level=TOP), on).next_rung is Rung.OMBUDSMAN
    week = LINE._replace(due_clock=Clock.CONFLICT, due_strict=dt.date(2026, 3, 17))
    assert due_of(week, dt.date(2026, 3, 16)).percent == 85


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


def test_a_profile_may_be_another(desk: Desk) -> None:
    other = evolve(desk, profile=profiles()[0])
    taken = other.file(form())
    line = other.register.line(taken.number)
    assert line is not None
    assert line.profile == "SP4N_2018"


@pytest.mark.parametrize("step", ["T16", "decide", Step.DECIDE])
def test_a_step_is_known_by_name_and_number(step: Any) -> None:
    assert step_of(step) is Step.DECIDE


def test_nothing_shows_who_complains(desk: Desk) -> None:
    taken = desk.file(form())
    shown = f"{desk!r} {desk} {vars(MemoryRegister)} {taken!r} {desk.case(taken.number)!r}"
    shown += str([desk.shown(taken.number, role) for role in Role])
    assert not any(part in shown for part in NAME.split())
