"""Each of the 25 rights, by trying to break it."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from pst_standards.calendar import Status, default_calendar
from pst_standards.complaints import Case, ComplaintError, Event, State, Step, possible, profile_on
from pst_standards.complaints.clocks import ClockReading, clock, loose_clock
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.desk_due import Light, due_of
from pst_standards.complaints.guards import GUARDS
from pst_standards.complaints.information import (
    InformationEvent,
    advance_request,
    information_clocks,
)
from pst_standards.complaints.information_terms import InformationStep
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.payloads import PAYLOADS
from pst_standards.complaints.recap_lines import recap_of
from pst_standards.complaints.registers.lines import line_of
from pst_standards.complaints.registers.opening import open_register
from pst_standards.complaints.rights import RIGHTS, Holder, rights_of
from pst_standards.complaints.secrecy import Vault
from pst_standards.complaints.secrecy.identity import taken
from pst_standards.complaints.secrecy.views import Role, statistics, view
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.refusals import NoPaperError
from pst_standards.law import Citation
from pst_standards.messages import has_text
from pst_standards.rules.rulebook import standard_rulebook

Live = Callable[..., Case]
Make = Callable[..., Event]
READY = ("issue_receipt", "review", "classify", "declare_complete")
FOLLOWED = (*READY, "begin_follow_up")
DELIVERED = (*FOLLOWED, "decide", "deliver")
EXAMINED = (
    "issue_receipt",
    "review",
    ("classify", {"complaint_class": "supervisory"}),
    "declare_complete",
    "begin_examination",
)
HEARING = ("request", {"id": "h1", "kind": "separate_hearing", "ground": "Diancam"})
REPORTER = ("hear", {"party": "reporter", "record": "BAP-P"})
REPORT = ("decide", {"outcome": "not_proven", "report": "LHP-1"})
NOT_PROVEN = {"outcome": "not_proven"}
CALENDAR = default_calendar()
NAME = "Zubaedah Qomariyah"


def asked(kind: str) -> tuple[str, dict[str, Any]]:
    return ("request", {"id": "r9", "kind": kind})


# Steps up to the attempt, what was filed, the attempt, and the error that it meets.
Attempt = tuple[str, tuple[Any, ...], dict[str, Any], str, dict[str, Any], str]
BROKEN: list[Attempt] = [
    ("H-P1", (), {}, "file", {"name": "Nama Contoh"}, "field.unknown"),
    ("H-P2", (), {}, "withdraw", {"voluntary": False}, "withdrawal.forced"),
    ("H-P2", EXAMINED, {}, "hear", {"party": "reporter", "voluntary": False}, "hearing.forced"),
    ("H-P3", (), {}, "transfer", {"notice": None}, "notice.missing"),
    ("H-P3", READY[:2], {}, "declare_incomplete", {"notice": None}, "notice.missing"),
    ("H-P3", READY[:2], {}, "archive", {"notice": None}, "notice.missing"),
    ("H-P4", (*EXAMINED, "hear"), {}, "decide", NOT_PROVEN, "reporter.unheard"),
    ("H-P4", (*EXAMINED, "hear"), {}, "decide", {}, "reporter.unheard"),
    ("H-P4", (*EXAMINED, "take_evidence"), {}, "decide", NOT_PROVEN, "reporter.unheard"),
    ("H-P5", (), {}, "review", {}, "receipt.missing"),
    ("H-P5", (), {}, "issue_receipt", {"signed": False}, "receipt.incomplete"),
    ("H-P7", (*EXAMINED, "request"), {}, "decide", {}, "documents.open"),
    ("H-P8", (*EXAMINED, HEARING), {}, "decide", {}, "hearing.open"),
    ("H-P9", (), {"fee": 1}, "", {}, "fee.charged"),
    ("H-P10", (*EXAMINED, "decide"), {}, "deliver", {"copy": ""}, "copy.missing"),
    (
        "H-P11",
        EXAMINED,
        {"damages_claimed": True, "damages_cause": "Terlambat"},
        "decide",
        {},
        "damages.undecided",
    ),
    ("H-P12", READY[:3], {"proxy": True}, "declare_complete", {}, "parts.missing"),
    ("H-P14", (*DELIVERED[:5], asked("protection")), {}, "hand_over", {}, "documents.none"),
    ("H-P14", (*DELIVERED, asked("protection")), {}, "accept", {}, "requests.open"),
    ("H-T1", EXAMINED, {}, "take_evidence", {"evidence": ""}, "evidence.missing"),
    ("H-T2", EXAMINED, {}, "hear", {"record": " "}, "record.missing"),
    ("H-T2", (*EXAMINED, REPORTER), {}, "hear", {"record": "BAP-P"}, "record.shared"),
    ("H-T3", EXAMINED, {"accused": ["B1"]}, "decide", {}, "reported.unheard"),
    (
        "H-T3",
        (*EXAMINED, REPORTER, ("hear", {"declined": "Sakit"})),
        {"accused": ["B1"]},
        "decide",
        {},
        "reported.unheard",
    ),
    ("H-T4", (), {}, "file", {"accused_name": "Nama Contoh"}, "field.unknown"),
    (
        "H-T4",
        READY,
        {"accused": ["B17"]},
        "announce",
        {"report": "laporan_b17"},
        "announcement.names",
    ),
    ("H-X1", EXAMINED, {}, "decide", {"conclusion": "Terbukti"}, "field.unknown"),
    ("H-X1", (*EXAMINED, REPORT), {}, "deliver", {"copy": "LHP-1"}, "report.secret"),
    (
        "H-X1",
        (*EXAMINED, REPORT, "request"),
        {},
        "hand_over",
        {"request": "r1", "documents": ["LHP-1"]},
        "report.secret",
    ),
    ("H-X2", EXAMINED, {}, "set_limit", {"until": "2026-12-31"}, "limit.outside"),
    (
        "H-X3",
        EXAMINED,
        {"accused": ["B1"]},
        "reassign",
        {"handler": {"officer": "A7", "superiors": ["B1"]}},
        "handler.subordinate",
    ),
    ("H-M1", READY, {}, "announce", {"report": " "}, "announcement.missing"),
    ("H-M1", READY, {}, "announce", {"report": "K-7Q2M"}, "announcement.names"),
    ("H-S1", (*DELIVERED, asked("own_data")), {}, "accept", {}, "requests.open"),
    (
        "H-I1",
        (*READY, asked("information")),
        {},
        "hand_over",
        {"request": "r9", "reason": "Tidak ada waktu"},
        "information.refused",
    ),
    ("H-R1", (), {"assisted": True, "needs": ["sign_language"], "fee": 5}, "", {}, "fee.charged"),
]


def refusal_of(call: Callable[[], Any]) -> str:
    with pytest.raises(ComplaintError) as refused:
        call()
    return refused.value.key


@pytest.mark.parametrize("attempt", BROKEN, ids=lambda one: f"{one[0]}-{one[-1]}")
def test_a_right_cannot_be_broken(attempt: Attempt, live: Live, after: Live) -> None:
    _, steps, filed, step, data, key = attempt
    more = {"request": "r9"} if step == "hand_over" else {}

    def attempted() -> object:
        # Without a step it is the filing that is tried.
        case = live(*steps, filed=filed)
        return after(case, step, {**more, **data}) if step else case

    assert refusal_of(attempted) == key


def reading(case: Case, which: Clock, on: dt.date) -> ClockReading:
    held = profile_on(dt.date(2026, 3, 10))
    found = clock(case, which, calendar=CALENDAR, profile=held, on=on)
    assert found is not None
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    vault = Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")
    return Desk(open_register(tmp_path / "r.db"), vault, "A1", now=lambda: at)


def form(**more: Any) -> dict[str, Any]:
    who = {"name": NAME, "address": "Jalan Contoh 1"}
    base = {"channel": "letter", "filed_at": "2026-03-10T08:00+07:00", "text": "Antrean tiga jam"}
    return {**base, "reporter": who, **more}


def test_who_complains_is_on_no_disk_and_opened_to_nobody_without_a_word(  # H-P1
    desk: Desk, tmp_path: Path
) -> None:
    number = desk.file(form(accused=["B1"], identity="secret")).number
    stored = b"".join(one.read_bytes() for one in tmp_path.glob("*.db*"))
    assert number.encode() in stored
    assert [part for part in NAME.encode().split() if part in stored] == []
    case = desk.case(number)
    shown = json.dumps([view(case, role) for role in Role], default=str)
    assert NAME not in f"{shown}{case!r}{statistics(case)}"
    # Nobody opens it without a reason, and whoever is complained of not at all.
    assert refusal_of(lambda: desk.identity(number, " ")) == "vault.no-reason"
    accused = attrs.evolve(desk, officer="B1")
    assert refusal_of(lambda: accused.identity(number, "Ingin tahu")) == ("identity.excluded")
    assert desk.vault is not None
    before = len(tuple(desk.vault.openings()))
    assert desk.identity(number, "Memanggil pelapor").plain("name") == NAME
    assert len(tuple(desk.vault.openings())) == before + 1


@pytest.mark.parametrize("step", ["hear", "take_evidence"])
def test_wherever_one_side_may_speak_the_other_may(  # H-P4, H-T1
    step: str, live: Live, after: Live
) -> None:
    lives = ((), READY[:2], READY, FOLLOWED, EXAMINED, (*FOLLOWED, "decide"), DELIVERED)
    for steps in (*lives, (*DELIVERED, "object")):
        case = live(*steps)
        assert Step(step) in possible(case)
        for party in ("reporter", "reported"):
            told = {"party": party, "record": f"BAP-{party}", "evidence": "bukti-1"}
            fields = attrs.fields_dict(PAYLOADS[Step(step)])
            data = {key: value for key, value in told.items() if key in fields}
            assert step_data(step) <= data.keys()
            assert after(case, step, data).state is case.state


def step_data(step: str) -> set[str]:
    return {"hear": {"party", "record"}, "take_evidence": {"party", "evidence"}}[step]


def test_whoever_reported_is_heard_apart_called_or_unknown(live: Live, after: Live) -> None:  # H-P4
    apart = (HEARING, ("hear_separately", {"request": "h1"}))
    called = (("hear", {"party": "reporter", "declined": "Tidak datang"}),)
    for more in (apart, called, (REPORTER,)):
        assert after(live(*EXAMINED, "hear", *more), "decide").state is State.DECIDED
    unknown = {"identity": "anonymous", "reporter": "", "secrecy_ground": "Takut dibalas"}
    case = live(*EXAMINED, "hear", filed=unknown)
    assert after(case, "decide").state is State.DECIDED
    # Where nobody spoke there is nothing to be equal to.
    assert after(live(*EXAMINED), "decide").state is State.DECIDED


def test_evidence_of_the_reported_stays_till_the_decision(live: Live, after: Live) -> None:  # H-T1
    brought = ("take_evidence", {"party": "reported", "evidence": "saksi-1"})
    case = live(*EXAMINED, brought, REPORTER, "hear")
    for step, data in (
        ("reassign", {"handler": {"officer": "A8"}}),
        ("take_evidence", {"party": "reporter", "evidence": "bukti-2"}),
        ("escalate", {}),
        ("decide", {}),
        ("deliver", {}),
        ("object", {}),
        ("rework", {"examination": True}),
    ):
        case = after(case, step, data)
        assert "saksi-1" in {one.evidence for one in case.evidence}
        assert "saksi-1" in json.dumps(view(case, Role.EXAMINER), default=str)


def test_whoever_stays_away_twice_is_decided_on_without(live: Live, after: Live) -> None:  # H-T3
    away = ("hear", {"party": "reported", "declined": "Tidak datang"})
    case = live(*EXAMINED, REPORTER, away, away, filed={"accused": ["B1"]})
    # Called twice on one day is called once.
    assert refusal_of(lambda: after(case, "decide")) == "reported.unheard"
    again = after(case, *away, days=5)
    assert after(again, "decide").state is State.DECIDED


def on_paper(document: Any) -> str:
    return repr(document)


def test_the_record_of_the_reported_person_is_theirs_alone(live: Live) -> None:  # H-T2
    own = ("hear", {"party": "reported", "record": "BAP-2"})
    case = live(*EXAMINED, REPORTER, own)
    known = taken({"name": NAME, "address": "Jalan Contoh 1"})
    shown = on_paper(
        papers.record_of_examination_document(
            case,
            matter=f"Antrean yang diadukan {NAME}",
            answers=[("Siapa yang datang?", "Ibu Zubaedah datang pukul sembilan")],
            known_as=known,
        )
    )
    assert "BAP-2" in shown
    assert [one for one in ("Zubaedah", "Qomariyah", "BAP-P", case.reporter) if one in shown] == []
    # Whoever did not come has no record that could be asked for.
    away = live(*EXAMINED, REPORTER, ("hear", {"party": "reported", "declined": "Sakit"}))
    with pytest.raises(NoPaperError):
        papers.record_of_examination_document(away, known_as=known)


def test_no_view_report_or_paper_tells_who_is_accused(live: Live) -> None:  # H-T4
    filed = {"accused": ["TERADU77"]}
    case = live(*EXAMINED, "hear", REPORTER, "decide", "deliver", filed=filed)
    line = line_of(case, calendar=CALENDAR)
    shown = [view(case, role) for role in (Role.PUBLIC, Role.REPORTER, Role.OFFICER)]
    told = [*shown, view(case, Role.CUSTODIAN), statistics(case), line, recap_of([line], year=2026)]
    paper = [papers.complaint_decision_document(case), papers.receipt_document(case)]
    paper += [papers.notice_document(case, place) for place in range(1, len(case.log))]
    assert [one for one in (*told, *paper) if "TERADU77" in on_paper(one)] == []
    assert "TERADU77" in on_paper(view(case, Role.EXAMINER))


def test_no_one_outside_learns_what_the_report_says(live: Live) -> None:  # H-X1
    decided = ("decide", {"outcome": "proven", "reasons": "SEBAB77", "report": "LHP77"})
    case = live(*EXAMINED, "hear", REPORTER, decided, "deliver")
    shown = [view(case, role) for role in Role if role is not Role.EXAMINER]
    told = [*shown, statistics(case), line_of(case, calendar=CALENDAR)]
    paper = [papers.complaint_decision_document(case)]
    paper += [papers.notice_document(case, place) for place in range(1, len(case.log))]
    assert [one for one in (*told, *paper) if "LHP77" in on_paper(one)] == []
    assert [one for one in told if "SEBAB77" in on_paper(one)] == []
    assert "LHP77" in on_paper(view(case, Role.EXAMINER))


def test_no_complaint_is_lost_to_the_figures_whatever_becomes_of_it(live: Live) -> None:  # H-M1
    ways: tuple[tuple[Any, ...], ...] = (
        ("refer",),
        ("transfer",),
        ("withdraw",),
        (*READY[:2], "archive"),
        DELIVERED,
        (*DELIVERED, "accept"),
    )
    about = {"accused": ["B1"]}
    lines = [
        line_of(live(*way, filed=about if way == ("refer",) else {}), calendar=CALENDAR)
        for way in ways
    ]
    recap = recap_of(lines, year=2026)
    assert recap.total == len(ways)
    assert sum(count for _, count in recap.ends) == len(ways) - 1
    told = live(
        *READY, "announce", ("announce", {"report": "rekap_b170"}), filed={"accused": ["B17"]}
    )
    assert told.announced == ("laporan-2026", "rekap_b170")


@pytest.mark.parametrize(
    ("which", "steps", "due"),
    [
        (Clock.FIRST_ANSWER, (), "2026-03-24"),
        (Clock.DECISION, READY, "2026-05-09"),
        (Clock.DELIVERY, (*FOLLOWED, "decide"), "2026-03-24"),
    ],
)
def test_an_answer_in_time_is_reckoned(  # H-P6
    which: Clock, steps: tuple[Any, ...], due: str, live: Live
) -> None:
    case, last = live(*steps), dt.date.fromisoformat(due)
    assert reading(case, which, last).status is Status.ON_TIME
    assert reading(case, which, last + dt.timedelta(days=1)).status is Status.LATE
    assert reading(case, which, last + dt.timedelta(days=60)).status is Status.VERY_LATE


def test_other_roads_do_not_end_the_one_of_the_office(live: Live, after: Live) -> None:  # H-P13
    for track in ("ombudsman", "dpr", "dprd", "ptun", "court", "police"):
        case = after(live(*READY), "open_track", {"track": track})
        assert case.state is State.ASSIGNED
        assert reading(case, Clock.DECISION, dt.date(2026, 5, 10)).status is Status.LATE


def test_a_data_subject_is_told_in_three_days(live: Live, after: Live) -> None:  # H-S1
    at = dt.datetime.fromisoformat("2026-03-20T10:00+07:00")
    for which in (Clock.BREACH, Clock.DATA_SUBJECT):
        assert loose_clock(which, at, at + dt.timedelta(hours=72)).status is Status.ON_TIME
        assert loose_clock(which, at, at + dt.timedelta(hours=73)).status is Status.LATE
    case = live(*READY, asked("own_data"))
    begun = case.log[-1].at.date()
    for days, status in ((3, Status.ON_TIME), (4, Status.LATE)):
        on = begun + dt.timedelta(days=days)
        assert reading(case, Clock.DATA_SUBJECT, on).status is status
    answer = {"request": "r9", "documents": ["data.pdf"]}
    late = after(case, "hand_over", answer, days=3)  # a minute too late
    assert reading(late, Clock.DATA_SUBJECT, begun).status is Status.LATE
    given = after(case, "hand_over", answer, days=2)
    found = reading(given, Clock.DATA_SUBJECT, begun + dt.timedelta(days=9))
    assert (found.status, found.running) == (Status.ON_TIME, False)


def test_what_is_asked_for_by_an_act_is_on_the_due_list(live: Live) -> None:  # H-S1, H-I1
    for kind, which, days in (
        ("own_data", Clock.DATA_SUBJECT, 3),
        ("information", Clock.INFORMATION, 14),
    ):
        # Everything else that the desk keeps ends later, or is told apart by its name.
        case = live(*DELIVERED, asked(kind))
        line = line_of(case, calendar=CALENDAR)
        assert line.due_clock is which
        assert line.due_strict is not None
        begun = line.due_strict - dt.timedelta(days=days)
        assert due_of(line, begun).percent == 0
        assert due_of(line, begun + dt.timedelta(days=1)).percent == 100 // days
        assert due_of(line, line.due_strict).percent == 100
        assert due_of(line, line.due_strict + dt.timedelta(days=1)).light is Light.RED


def test_one_can_complain_by_word_of_mouth_and_with_help(live: Live) -> None:  # H-R1
    spoken = {"oral": True, "assisted": True, "signed": False, "needs": ["sign_language"]}
    assert live(*READY, filed=spoken).state is State.ASSIGNED


def test_silence_on_a_request_for_information_is_late(live: Live, after: Live) -> None:  # H-I1
    at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    sent = advance_request(
        None,
        InformationEvent(step=InformationStep.SUBMIT, at=at, by="reporter"),
        calendar=CALENDAR,
    )
    found = information_clocks(sent, calendar=CALENDAR, on=dt.date(2026, 4, 1))
    assert found[0].status is Status.LATE
    case = live(*READY, asked("information"))
    last = CALENDAR.add_working_days(case.log[-1].at.date(), 10)
    assert reading(case, Clock.INFORMATION, last).status is Status.ON_TIME
    assert reading(case, Clock.INFORMATION, last + dt.timedelta(days=1)).status is Status.LATE
    given = after(case, "hand_over", {"request": "r9", "documents": ["data.csv"]})
    assert not reading(given, Clock.INFORMATION, last).running
    # A question that was one from the start is as old as the complaint.
    idea = (*READY[:2], ("classify", {"complaint_class": "information"}))
    case = after(live(*idea), "request", {"id": "r9", "kind": "information"}, days=9)
    assert reading(case, Clock.INFORMATION, last).started == case.filed_at.date()


ELSEWHERE = {"H-P6", "H-P13"}


def test_every_right_has_its_attempt() -> None:
    assert {one[0] for one in BROKEN} | ELSEWHERE == {one.id for one in RIGHTS}
    assert len(RIGHTS) == 25


def in_payload(name: str) -> bool:
    step, _, member = name.partition(".")
    return member in attrs.fields_dict(PAYLOADS[Step(step)])


THERE: dict[str, Callable[[str], bool]] = {
    "guard": lambda name: name in GUARDS,
    "step": lambda name: name in {one.value for one in Step},
    "clock": lambda name: name in {one.value for one in Clock},
    "case": lambda name: name in attrs.fields_dict(Case),
    "field": in_payload,
    "rule": lambda name: name in {row.id for row in standard_rulebook().rows},
    "text": lambda name: has_text("complaints", name),
    "module": lambda name: importlib.util.find_spec(name) is not None,
}


VAULT = "pst_standards.complaints.secrecy"


@pytest.mark.parametrize("right", RIGHTS, ids=lambda one: one.id)
def test_what_enforces_a_right_is_there(right: Any) -> None:
    vault = importlib.util.find_spec(VAULT) is not None
    places = [one for one in right.enforced if vault or not one.name.startswith(VAULT)]
    assert places
    assert [one for one in places if not THERE[one.kind](one.name)] == []
    assert all(right.text(lang) for lang in ("id", "en"))
    assert right.citations
    assert [str(Citation.parse(one)) for one in right.citations] == list(right.citations)


def test_the_page_of_an_office_shows_four_and_two_and_two() -> None:
    shown = [len(rights_of(one, on_page=True)) for one in Holder]
    assert shown == [4, 2, 2, 0, 0, 0, 0]
    assert sum(len(rights_of(one)) for one in Holder) == 25
