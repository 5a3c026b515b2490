"""A request for information that nobody registered, and an answer that came by a slow letter."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.calendar import default_calendar
from pst_standards.complaints import TransitionError
from pst_standards.complaints.information import (
    InformationEvent,
    InformationRequest,
    advance_request,
    information_clocks,
)
from pst_standards.complaints.information_terms import (
    InformationState,
    InformationStep,
    ObjectionGround,
)

STEP = InformationStep
CALENDAR = default_calendar()
GROUND = next(iter(ObjectionGround))


def lived(*steps: tuple[InformationStep, str, dict[str, Any]]) -> InformationRequest:
    request = None
    for step, day, told in steps:
        at = dt.datetime.fromisoformat(f"{day}T09:00+07:00")
        event = InformationEvent(step=step, at=at, by="A1", **told)
        request = advance_request(request, event, calendar=CALENDAR)
    assert request is not None
    return request


def test_silence_is_objected_to_also_where_nobody_gave_a_number() -> None:
    told = {"ground": GROUND}
    request = lived((STEP.SUBMIT, "2026-06-01", {}), (STEP.OBJECT, "2026-08-03", told))
    assert request.state is InformationState.OBJECTED


def answered(received: str | None, disputed: str = "") -> InformationRequest:
    told = {"received_on": dt.date.fromisoformat(received)} if received else {}
    upheld = {"upheld": True, "reason": "Tetap dikecualikan", **told}
    end = [(STEP.DISPUTE, disputed, dict[str, Any]())] if disputed else []
    return lived(
        (STEP.SUBMIT, "2026-06-01", {}),
        (STEP.REGISTER, "2026-06-02", {"number": "P-1"}),
        (STEP.OBJECT, "2026-06-08", {"ground": GROUND}),
        (STEP.ANSWER, "2026-06-10", upheld),
        *end,
    )


def test_the_time_to_dispute_runs_from_the_day_of_receipt() -> None:
    assert answered("2026-06-20", "2026-07-02").state is InformationState.DISPUTED
    for received in (None, "2026-06-01", "2026-06-10"):
        with pytest.raises(TransitionError) as refused:
            answered(received, "2026-07-02")
        assert refused.value.key == "information.dispute-late"
    with pytest.raises(TransitionError):
        answered("2026-06-20", "2026-07-10")


def test_the_clock_runs_from_the_day_of_receipt_too() -> None:
    def ends(received: str | None) -> tuple[dt.date, dt.date]:
        found = information_clocks(answered(received), calendar=CALENDAR, on=dt.date(2026, 6, 21))
        (clock,) = (one for one in found if one.id == "I3")
        return clock.started, clock.lenient

    assert ends("2026-06-20") == (dt.date(2026, 6, 20), dt.date(2026, 7, 9))
    assert ends(None)[0] == dt.date(2026, 6, 10)
