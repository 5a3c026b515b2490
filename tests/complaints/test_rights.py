"""Each of the 25 rights, by trying to break it."""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from pst_standards.calendar import Status, default_calendar
from pst_standards.complaints import Case, ComplaintError, Event, State, Step, profile_on
from pst_standards.complaints.clocks import clock, loose_clock
from pst_standards.complaints.guards import GUARDS
from pst_standards.complaints.information import (
    InformationEvent,
    advance_request,
    information_clocks,
)
from pst_standards.complaints.information_terms import InformationStep
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.payloads import PAYLOADS
from pst_standards.complaints.rights import RIGHTS, Holder, rights_of
from pst_standards.law import Citation
from pst_standards.messages import has_text
from pst_standards.rules.rulebook import standard_rulebook

Live = Callable[..., Case]
Make = Callable[..., Event]
READY = ("issue_receipt", "review", "classify", "declare_complete")
EXAMINED = (
    "issue_receipt",
    "review",
    ("classify", {"complaint_class": "supervisory"}),
    "declare_complete",
    "begin_examination",
)
HEARING = ("request", {"id": "h1", "kind": "separate_hearing", "ground": "Diancam"})
CALENDAR = default_calendar()

# Steps up to the attempt, what was filed, the attempt, and the error that it meets.
BROKEN: dict[str, tuple[tuple[Any, ...], dict[str, Any], str, dict[str, Any], str]] = {
    "H-P1": ((), {}, "file", {"name": "Nama Contoh"}, "field.unknown"),
    "H-P2": ((), {}, "withdraw", {"voluntary": False}, "withdrawal.forced"),
    "H-P3": ((), {}, "transfer", {"notice": None}, "notice.missing"),
    "H-P4": (EXAMINED, {}, "hear", {"party": "reporter", "voluntary": False}, "hearing.forced"),
    "H-P5": ((), {}, "review", {}, "receipt.missing"),
    "H-P7": ((*EXAMINED, "request"), {}, "decide", {}, "documents.open"),
    "H-P8": ((*EXAMINED, HEARING), {}, "decide", {}, "hearing.open"),
    "H-P9": ((), {"fee": 1}, "", {}, "fee.charged"),
    "H-P10": ((*EXAMINED, "decide"), {}, "deliver", {"copy": ""}, "copy.missing"),
    "H-P11": (
        EXAMINED,
        {"damages_claimed": True, "damages_cause": "Terlambat"},
        "decide",
        {},
        "damages.undecided",
    ),
    "H-P12": (READY[:3], {"proxy": True}, "declare_complete", {}, "parts.missing"),
    "H-T1": (EXAMINED, {}, "take_evidence", {"evidence": ""}, "evidence.missing"),
    "H-T3": (EXAMINED, {"accused": ["B1"]}, "decide", {}, "reported.unheard"),
    "H-T4": ((), {}, "file", {"accused_name": "Nama Contoh"}, "field.unknown"),
    "H-X1": (EXAMINED, {}, "decide", {"conclusion": "Terbukti"}, "field.unknown"),
    "H-X2": (EXAMINED, {}, "set_limit", {"until": "2026-12-31"}, "limit.outside"),
    "H-X3": (
        EXAMINED,
        {"accused": ["B1"]},
        "reassign",
        {"handler": {"officer": "A7", "superiors": ["B1"]}},
        "handler.subordinate",
    ),
}


@pytest.mark.parametrize("right", BROKEN)
def test_a_right_cannot_be_broken(right: str, live: Live, after: Live) -> None:
    steps, filed, step, data, key = BROKEN[right]
    with pytest.raises(ComplaintError) as refused:
        after(live(*steps, filed=filed), step, data)
    assert refused.value.key == key


def test_an_answer_in_time_is_reckoned(live: Live) -> None:  # H-P6
    found = clock(
        live(),
        Clock.FIRST_ANSWER,
        calendar=CALENDAR,
        profile=profile_on(dt.date(2026, 3, 10)),
        on=dt.date(2026, 5, 1),
    )
    assert found is not None
    assert found.status is Status.VERY_LATE


def test_other_roads_do_not_end_the_one_of_the_office(live: Live, after: Live) -> None:  # H-P13
    for track in ("ombudsman", "dpr", "dprd", "ptun", "court", "police"):
        assert after(live(*READY), "open_track", {"track": track}).state is State.ASSIGNED


def test_the_record_of_the_reported_person_is_theirs_alone(live: Live, after: Live) -> None:  # H-T2
    case = after(live(*EXAMINED), "hear", {"party": "reporter", "record": "BAP-1"})
    case = after(case, "hear", {"party": "reported", "record": "BAP-2"})
    own = [one.record for one in case.hearings if one.party.value == "reported"]
    assert own == ["BAP-2"]


def test_a_data_subject_is_told_in_three_days() -> None:  # H-S1
    at = dt.datetime.fromisoformat("2026-03-20T10:00+07:00")
    for which in (Clock.BREACH, Clock.DATA_SUBJECT):
        assert loose_clock(which, at, at + dt.timedelta(hours=72)).status is Status.ON_TIME
        assert loose_clock(which, at, at + dt.timedelta(hours=73)).status is Status.LATE


def test_one_can_complain_by_word_of_mouth_and_with_help(live: Live) -> None:  # H-R1
    spoken = {"oral": True, "assisted": True, "signed": False, "needs": ["sign_language"]}
    assert live(*READY, filed=spoken).state is State.ASSIGNED


def test_silence_on_a_request_for_information_is_late() -> None:  # H-I1
    at = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
    asked = advance_request(
        None,
        InformationEvent(step=InformationStep.SUBMIT, at=at, by="reporter"),
        calendar=CALENDAR,
    )
    found = information_clocks(asked, calendar=CALENDAR, on=dt.date(2026, 4, 1))
    assert found[0].status is Status.LATE


ELSEWHERE = {
    "H-P6": test_an_answer_in_time_is_reckoned,
    "H-P13": test_other_roads_do_not_end_the_one_of_the_office,
    "H-T2": test_the_record_of_the_reported_person_is_theirs_alone,
    "H-S1": test_a_data_subject_is_told_in_three_days,
    "H-R1": test_one_can_complain_by_word_of_mouth_and_with_help,
    "H-I1": test_silence_on_a_request_for_information_is_late,
}
# Nothing an office does breaks the first; the second is held by the report and its rules.
TOLD_ONLY = {"H-P14", "H-M1"}


def test_every_right_has_its_attempt() -> None:
    assert BROKEN.keys() | ELSEWHERE.keys() | TOLD_ONLY == {one.id for one in RIGHTS}
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
