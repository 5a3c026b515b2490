"""Both sides of a complaint are heard, hidden where they must be, and treated alike."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from pst_standards.complaints import State, Step, possible
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.payloads import PAYLOADS
from pst_standards.complaints.recap_lines import recap_of
from pst_standards.complaints.registers.lines import line_of
from pst_standards.complaints.registers.opening import open_register
from pst_standards.complaints.secrecy import Vault
from pst_standards.complaints.secrecy.identity import taken
from pst_standards.complaints.secrecy.views import Role, statistics, view
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.refusals import NoPaperError
from tests.complaints.rights_steps import (
    CALENDAR,
    DELIVERED,
    EXAMINED,
    FOLLOWED,
    HEARING,
    NAME,
    READY,
    REPORTER,
    Live,
    refusal_of,
)


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


def test_one_can_complain_by_word_of_mouth_and_with_help(live: Live) -> None:  # H-R1
    spoken = {"oral": True, "assisted": True, "signed": False, "needs": ["sign_language"]}
    assert live(*READY, filed=spoken).state is State.ASSIGNED
