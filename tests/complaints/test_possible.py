"""Which steps a case offers next: those that something waits for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pst_standards.complaints import Case, Step, possible

Live = Callable[..., Case]
READY = ("issue_receipt", "review", "classify", "declare_complete", "begin_follow_up")
APART = ("request", {"id": "h1", "kind": "separate_hearing", "ground": "Diancam"})
OWED = {
    "outcome": "answered",
    "award": {"amount": 5, "pay_by": "2026-06-01"},
    "actions": [{"id": "a1", "text": "Loket dibuka"}],
}
WAITING = {Step.PAY_DAMAGES, Step.CARRY_OUT, Step.HAND_OVER, Step.HEAR_SEPARATELY}


@pytest.mark.parametrize("done", [(), READY[:2], READY[:4], READY])
def test_what_nobody_is_owed_is_not_offered(live: Live, done: tuple[str, ...]) -> None:
    assert not WAITING & {*possible(live(*done))}


def test_the_receipt_comes_before_the_review(live: Live) -> None:
    before, after = possible(live()), possible(live("issue_receipt"))
    assert (Step.ISSUE_RECEIPT in before, Step.REVIEW in before) == (True, False)
    assert (Step.ISSUE_RECEIPT in after, Step.REVIEW in after) == (False, True)


def test_what_somebody_is_owed_is_offered(live: Live) -> None:
    assert Step.HAND_OVER in possible(live("request"))
    examined = live(*READY[:4], "begin_examination", APART)
    assert Step.HEAR_SEPARATELY in possible(examined)
    assert Step.HAND_OVER not in possible(examined)
    decided = possible(live(*READY, ("decide", OWED), "deliver"))
    assert {Step.PAY_DAMAGES, Step.CARRY_OUT} <= {*decided}
