"""Requests for information, other roads and whistleblowing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.calendar import Status, default_calendar
from pst_standards.complaints import Case, TransitionError
from pst_standards.complaints.information import (
    InformationEvent,
    InformationRequest,
    advance_request,
    information_clocks,
    replay_request,
    request_to_dict,
)
from pst_standards.complaints.information_terms import (
    InformationState,
    InformationStep,
    ObjectionGround,
)
from pst_standards.complaints.ladder import Rung, lowest_level
from pst_standards.complaints.states import Addressee, Track
from pst_standards.complaints.tracks import CITATIONS, running_tracks
from pst_standards.complaints.whistleblowing import follow_up_note, referral_of

Live = Callable[..., Case]
CALENDAR = default_calendar()
START = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
GOOD: dict[str, dict[str, Any]] = {
    "register": {"number": "P-1"},
    "extend": {"reason": "Data tersebar"},
    "grant_partly": {"redacted": ("Nama",), "reason": "Rahasia pribadi"},
    "refuse": {"letter": "h", "consequence_test": True, "reason": "Rahasia pribadi"},
    "refer": {"target": "Dinas Contoh"},
    "object": {"ground": ObjectionGround.EXCLUDED},
    "answer": {"upheld": True, "reason": "Tetap"},
}


def after(
    request: InformationRequest | None, step: str, *, days: int = 0, **told: Any
) -> InformationRequest:
    at = START if request is None else request.log[-1].at + dt.timedelta(days=days, minutes=1)
    data = {**GOOD.get(step, {}), **told}
    event = InformationEvent(step=InformationStep(step), at=at, by="A1", **data)
    return advance_request(request, event, calendar=CALENDAR)


def live(*steps: str) -> InformationRequest:
    request = after(None, "submit")
    for step in steps:
        request = after(request, step)
    return request


WAYS = [
    ("register", "grant", "hand_over", "close"),
    ("register", "extend", "grant_partly", "hand_over", "close"),
    ("register", "refer", "close"),
    ("register", "refuse", "object", "answer", "dispute", "rule", "sue", "appeal"),
]


@pytest.mark.parametrize("way", WAYS)
def test_every_state_is_reached_and_replayed(way: tuple[str, ...]) -> None:
    request = live(*way)
    assert replay_request(request.log) == request
    assert request_to_dict(request)["state"] == request.state.value
    assert request.number == "P-1"


def test_the_ways_pass_every_state() -> None:
    passed = {live(*way[:end]).state for way in WAYS for end in range(len(way) + 1)}
    assert passed == set(InformationState)


REFUSED: list[tuple[str, tuple[str, ...], str, dict[str, Any]]] = [
    ("number", (), "register", {"number": " "}),
    ("extension-reason", ("register",), "extend", {"reason": ""}),
    ("extension-late", ("register",), "extend", {"days": 30}),
    ("redaction", ("register",), "grant_partly", {"redacted": ()}),
    ("exclusion", ("register",), "refuse", {"letter": "z"}),
    ("exclusion", ("register",), "refuse", {"letter": ""}),
    ("consequence", ("register",), "refuse", {"consequence_test": False}),
    ("target", ("register",), "refer", {"target": ""}),
    ("ground", ("register",), "object", {"ground": None}),
    ("objection-late", ("register",), "object", {"days": 90, "found_on": START.date()}),
    ("answer", ("register", "object"), "answer", {"upheld": None}),
    ("answer-reason", ("register", "object"), "answer", {"reason": ""}),
    ("dispute-early", ("register", "object"), "dispute", {"days": 20}),
    ("dispute-late", ("register", "object", "answer"), "dispute", {"days": 60}),
]


@pytest.mark.parametrize(("key", "steps", "step", "told"), REFUSED)
def test_what_the_act_asks_is_asked(
    key: str, steps: tuple[str, ...], step: str, told: dict[str, Any]
) -> None:
    request = live(*steps)
    with pytest.raises(TransitionError) as refused:
        after(request, step, **told)
    assert refused.value.key == f"information.{key}"
    assert all(refused.value.message(lang) for lang in ("id", "en"))


def test_there_is_one_extension_and_no_dispute_without_objection() -> None:
    for steps, step in ((("register", "extend"), "extend"), (("register", "refuse"), "dispute")):
        with pytest.raises(TransitionError) as refused:
            after(live(*steps), step)
        assert refused.value.key == "step.wrong-state"


def test_silence_on_an_objection_opens_the_dispute() -> None:
    request = after(live("register", "object"), "dispute", days=60)
    assert request.state is InformationState.DISPUTED


def test_what_cannot_be_a_request_is_refused() -> None:
    at = START.replace(tzinfo=None)
    for key, moment, step in (
        ("time.naive", at, "submit"),
        ("zone.unknown", START.astimezone(dt.UTC), "submit"),
        ("information.before-submission", START, "register"),
    ):
        event = InformationEvent(step=InformationStep(step), at=moment, by="A1")
        with pytest.raises(TransitionError) as refused:
            advance_request(None, event, calendar=CALENDAR)
        assert refused.value.key == key
    with pytest.raises(TransitionError):
        replay_request([])
    with pytest.raises(TransitionError):
        after(live("register"), "submit")
    with pytest.raises(TransitionError):
        after(live("register"), "grant", days=-1)
    foreign = InformationRequest(
        state=InformationState.SUBMITTED,
        log=(
            InformationEvent(
                step=InformationStep.SUBMIT, at=START.astimezone(dt.UTC), by="reporter"
            ),
        ),
    )
    with pytest.raises(TransitionError):
        foreign.day(START)


@given(st.integers(0, 20))
def test_an_extension_ends_on_the_seventeenth_working_day(days: int) -> None:
    # The tenth working day after 10 March 2026 is the 31st, the seventeenth the 10th of April.
    request = after(live("register"), "extend", days=days)
    found = information_clocks(request, calendar=CALENDAR, on=dt.date(2026, 4, 11))
    assert [one.strict for one in found] == [dt.date(2026, 4, 10)]
    assert found[0].status is Status.LATE


def test_the_clocks_follow_the_chain() -> None:
    request = live("register", "refuse", "object", "answer", "dispute")
    found = information_clocks(request, calendar=CALENDAR, on=dt.date(2026, 3, 10))
    assert [(one.id, one.strict.isoformat(), one.running) for one in found] == [
        ("I1", "2026-03-31", False),
        ("I2", "2026-04-29", False),
        ("I3", "2026-04-07", False),
    ]


def test_an_exclusion_is_not_mediated() -> None:
    assert [one.value for one in ObjectionGround if one.may_be_mediated] == list("bcdefg")


def test_other_roads_run_until_they_end(live: Live, after: Callable[..., Case]) -> None:
    case = after(after(live(), "open_track"), "open_track", {"track": "ptun"})
    assert running_tracks(case) == (Track.OMBUDSMAN, Track.PTUN)
    ended = after(case, "open_track", {"track": "ptun", "stage": "ended"})
    assert running_tracks(ended) == (Track.OMBUDSMAN,)
    assert CITATIONS.keys() == set(Track)


def test_a_referral_says_that_there_is_one_and_no_more(
    live: Live, after: Callable[..., Case]
) -> None:
    case = after(live(filed={"accused": ["A7"]}), "refer")
    referral = referral_of(case)
    assert referral is not None
    assert referral.public() == {"reference": "WBS-1", "on": "2026-03-10", "stage": "registered"}
    assert referral_of(live()) is None


def test_no_report_is_turned_away() -> None:
    notes = {
        (known, clear): follow_up_note(identity_known=known, evidence_clear=clear)
        for known in (True, False)
        for clear in (True, False)
    }
    assert notes == {
        (True, True): "followed-up",
        (False, True): "kept",
        (True, False): "asked-for-more",
        (False, False): "asked-for-more",
    }


def test_the_ladder_goes_above_whoever_is_accused() -> None:
    assert lowest_level(Addressee.PROVIDER) == Rung.PROVINCE.level
    assert [lowest_level(Addressee.EXECUTOR, one) for one in range(7)] == [2, 2, 3, 4, 5, 5, 5]
    assert [one.level for one in Rung] == list(range(6))
