"""The life of a complaint as a table: from where, to where, on what conditions, by which norm."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from pst_standards.complaints.events import CITIZENS, SYSTEM
from pst_standards.complaints.states import OPEN, State, Step

_ACT: Final = "UU 25/2009 Pasal"


@frozen
class Transition:
    """One row: the states it may start in and the one it leads to, ``None`` where none changes.

    ``guards`` are names in the table of ``guards``; ``starts`` and ``stops`` are ids of clocks.
    Of a rework the payload says whether ``to`` or ``other`` follows. ``others`` are those who may
    stand in ``by`` beside an officer: the complainant and their proxy, or time that passed.
    """

    step: Step
    sources: frozenset[State]
    to: State | None = None
    guards: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    other: State | None = None
    others: frozenset[str] = frozenset()


def _act(*articles: str) -> tuple[str, ...]:
    return tuple(f"{_ACT} {article}" for article in articles)


_TIME: Final = frozenset({SYSTEM})
_FIRST: Final = frozenset({State.RECEIVED, State.REVIEWED})
_WORK: Final = frozenset({State.FOLLOWED_UP, State.EXAMINED})
_ROWS: Final = (
    Transition(
        Step.FILE,
        frozenset(),
        State.RECEIVED,
        ("says_something", "since_the_act", "served_before", "free_of_charge", "zone_known"),
        _act("36 ayat (2)", "42"),
        ("K1", "K2", "K2s", "K4p", "K9"),
        others=CITIZENS,
    ),
    Transition(
        Step.ISSUE_RECEIPT,
        frozenset({State.RECEIVED}),
        guards=("no_receipt_yet", "receipt_whole"),
        citations=_act("44 ayat (1)", "44 ayat (2)"),
    ),
    Transition(
        Step.REVIEW,
        frozenset({State.RECEIVED}),
        State.REVIEWED,
        ("receipt_there", "handler_free"),
        _act("44 ayat (1)", "48 ayat (1)"),
        stops=("K2s",),
    ),
    Transition(
        Step.CLASSIFY,
        frozenset({State.REVIEWED}),
        guards=("off_the_desk", "public_interest_kept"),
        citations=_act("48 ayat (1)"),
        starts=("K4p",),
    ),
    Transition(
        Step.DECLARE_INCOMPLETE,
        frozenset({State.REVIEWED}),
        State.AWAITING_COMPLETION,
        ("something_missing", "reporter_told"),
        _act("44 ayat (3)"),
        ("K3",),
        ("K2",),
    ),
    Transition(
        Step.COMPLETE,
        frozenset({State.AWAITING_COMPLETION}),
        State.REVIEWED,
        ("by_citizen",),
        _act("44 ayat (4)"),
        stops=("K3",),
        others=CITIZENS,
    ),
    Transition(
        Step.LAPSE,
        frozenset({State.AWAITING_COMPLETION}),
        State.DEEMED_WITHDRAWN,
        ("completion_over", "reporter_told"),
        _act("44 ayat (4)", "44 ayat (5)"),
        stops=("K3",),
        others=_TIME,
    ),
    Transition(
        Step.DECLARE_COMPLETE,
        frozenset({State.REVIEWED}),
        State.ASSIGNED,
        ("classified", "parts_there", "right_addressee", "handler_free", "off_the_desk"),
        _act("44 ayat (3)", "45", "48 ayat (1)", "50 ayat (1)"),
        ("K5", "K6"),
        ("K2",),
    ),
    Transition(
        Step.TRANSFER,
        _FIRST,
        State.TRANSFERRED,
        ("target_named", "reporter_told"),
        stops=("K2", "K2s", "K4p"),
    ),
    Transition(
        Step.REFER,
        _FIRST,
        State.TRANSFERRED,
        ("referral_grounded", "reporter_told"),
        ("Kep. Inspektur Utama BPS B146/2019",),
        stops=("K2", "K2s", "K4p"),
    ),
    Transition(
        Step.ARCHIVE,
        frozenset({State.REVIEWED}),
        State.ARCHIVED,
        ("duplicate_linked", "reporter_told"),
        stops=("K2", "K4p"),
    ),
    Transition(
        Step.BEGIN_FOLLOW_UP,
        frozenset({State.ASSIGNED}),
        State.FOLLOWED_UP,
        ("needs_no_examination", "no_separate_hearing_open"),
    ),
    Transition(
        Step.BEGIN_EXAMINATION,
        frozenset({State.ASSIGNED}),
        State.EXAMINED,
        ("handler_free", "off_the_desk"),
        _act("47 ayat (1)", "48 ayat (1)"),
    ),
    Transition(
        Step.HEAR_SEPARATELY,
        frozenset({State.EXAMINED}),
        guards=("separate_hearing_asked",),
        citations=_act("48 ayat (3)"),
    ),
    Transition(
        Step.HAND_OVER,
        frozenset(State),
        guards=("documents_asked", "documents_given", "report_kept_back"),
        citations=_act("43 ayat (2)"),
        stops=("K13", "I1"),
    ),
    Transition(
        Step.DECIDE,
        _WORK,
        State.DECIDED,
        (
            "handler_there",
            "somebody_else",
            "reasons_given",
            "actions_told_apart",
            "documents_handed_over",
            "no_separate_hearing_open",
            "reported_heard",
            "sides_equal",
            "damages_decided",
        ),
        _act(
            "14 huruf d", "43 ayat (2)", "48 ayat (1)", "48 ayat (3)", "50 ayat (1)", "50 ayat (3)"
        ),
        ("K7",),
        ("K5",),
    ),
    Transition(
        Step.DELIVER,
        frozenset({State.DECIDED}),
        State.DELIVERED,
        ("copy_given", "report_kept_back"),
        _act("50 ayat (2)", "50 ayat (9)"),
        ("K8",),
        ("K4p", "K7"),
    ),
    Transition(
        Step.ACCEPT,
        frozenset({State.DELIVERED}),
        State.CLOSED,
        ("by_citizen", "tasks_done", "damages_paid", "requests_answered"),
        _act("36 ayat (3)"),
        stops=("K6", "K8"),
        others=CITIZENS,
    ),
    Transition(
        Step.OBJECT,
        frozenset({State.DELIVERED}),
        State.REOPENED,
        ("by_citizen", "reaction_open"),
        stops=("K8",),
        others=CITIZENS,
    ),
    Transition(
        Step.CLOSE_UNANSWERED,
        frozenset({State.DELIVERED}),
        State.CLOSED,
        ("reaction_over", "tasks_done", "damages_paid", "requests_answered"),
        ("penjelasan UU 25/2009 Pasal 36 ayat (3)", "penjelasan UU 25/2009 Pasal 50 ayat (8)"),
        stops=("K6", "K8"),
        others=_TIME,
    ),
    Transition(
        Step.REWORK,
        frozenset({State.REOPENED}),
        State.FOLLOWED_UP,
        ("handler_free", "off_the_desk", "somebody_else", "rework_examined"),
        _act("48 ayat (1)"),
        other=State.EXAMINED,
    ),
    Transition(
        Step.WITHDRAW,
        OPEN,
        State.WITHDRAWN,
        ("by_citizen", "voluntary", "no_public_interest"),
        stops=("K2", "K2s", "K3", "K4p", "K5", "K6", "K7", "K8"),
        others=CITIZENS,
    ),
    Transition(Step.ESCALATE, OPEN, guards=("goes_up",), citations=_act("35", "45"), others=_TIME),
    Transition(
        Step.OPEN_TRACK,
        frozenset(State),
        guards=("track_in_order",),
        citations=_act("40 ayat (1)", "46", "51", "52", "53"),
        starts=("K10", "K11"),
        stops=("K9",),
        others=CITIZENS,
    ),
    Transition(
        Step.REQUEST,
        frozenset(State),
        guards=("by_citizen", "request_new", "request_in_time", "request_grounded"),
        citations=_act("43 ayat (2)", "48 ayat (3)"),
        starts=("K13", "I1"),
        others=CITIZENS,
    ),
    Transition(
        Step.HEAR,
        OPEN,
        guards=("heard_freely", "record_kept"),
        citations=_act("14 huruf d", "48 ayat (1)"),
    ),
    Transition(Step.TAKE_EVIDENCE, OPEN, guards=("evidence_named",), citations=_act("43 ayat (1)")),
    Transition(Step.CARRY_OUT, OPEN, guards=("task_open",), citations=_act("36 ayat (3)")),
    Transition(
        Step.PAY_DAMAGES,
        OPEN,
        guards=("damages_due",),
        citations=("penjelasan UU 25/2009 Pasal 50 ayat (8)",),
    ),
    Transition(
        Step.REPORT_CONFLICT,
        OPEN,
        citations=(f"{_ACT} 48 ayat (1)", "UU 30/2014 Pasal 44 ayat (3)"),
        starts=("K14",),
    ),
    Transition(
        Step.REASSIGN,
        OPEN - {State.RECEIVED},
        guards=("handler_free", "off_the_desk", "somebody_else"),
        citations=_act("48 ayat (1)"),
    ),
    Transition(
        Step.SET_LIMIT,
        frozenset({State.ASSIGNED}) | _WORK,
        guards=("limit_inside",),
        citations=_act("50 ayat (1)"),
    ),
    Transition(
        Step.ANNOUNCE,
        OPEN,
        guards=("announced_in_figures",),
        citations=(f"{_ACT} 23 ayat (4)", "PP 96/2012 Pasal 42 ayat (2)"),
        stops=("K6",),
    ),
)

TRANSITIONS: Final[Mapping[Step, Transition]] = MappingProxyType({row.step: row for row in _ROWS})
"""The row of each step.

>>> TRANSITIONS[Step.DELIVER].citations
('UU 25/2009 Pasal 50 ayat (2)', 'UU 25/2009 Pasal 50 ayat (9)')
"""
