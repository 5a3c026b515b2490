"""Damages (ganti rugi): what the law gives to a claim in a complaint, and how far it has come.

A type of its own. Compensation is a promise of the office and closes nothing; damages ask for a
loss, its cause, a decision with amount and time, and their payment closes the complaint (UU
25/2009 Pasal 42, 48, 50 and 57).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from pst_standards.calendar import Calendar, Deadline, Side, Status, deadline
from pst_standards.compensation.errors import EventError
from pst_standards.model.base import Choice
from pst_standards.model.channel import Duration, TimeUnit
from pst_standards.model.damages import DamagesCase, DamagesDecision

FORMAT: Final = "pst-damages-standing/1"


class DamagesState(Choice):
    """How far a claim for damages has come."""

    OPEN = "open", "Belum diajukan", "Not claimed"
    CLAIMED = "claimed", "Diajukan", "Claimed"
    COMPLETE = "complete", "Berkas lengkap", "File complete"
    GRANTED = "granted", "Dikabulkan, belum dibayar", "Granted, not paid"
    REFUSED = "refused", "Diputus tanpa ganti rugi", "Decided without damages"
    PAID = "paid", "Dibayar", "Paid"
    CLOSED = "closed", "Selesai", "Closed"


class DamagesStep(Choice):
    """A time limit on the way of a claim for damages."""

    CLAIM = "claim", "Mengadukan dengan tuntutan ganti rugi", "Complain with the claim"
    ANSWER = "answer", "Tanggapan kelengkapan", "Answer on completeness"
    DECISION = "decision", "Keputusan", "Decision"
    DELIVERY = "delivery", "Penyampaian keputusan", "Delivery of the decision"
    PAYMENT = "payment", "Pembayaran ganti rugi", "Payment of the damages"


@frozen(kw_only=True)
class DamagesClock:
    """One time limit: ``strict`` where hari are calendar days, ``lenient`` where working days.

    ``status`` is that of the day on which it was done, else of the day of looking; ``None`` when
    neither is known. Doubt about the kind of day goes to the citizen.
    """

    step: DamagesStep
    strict: dt.date
    lenient: dt.date
    citation: str
    done_on: dt.date | None = None
    status: Status | None = None
    provisional: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the limit as data."""
        return {
            "step": self.step.value,
            "title": {"id": self.step.id, "en": self.step.en},
            "strict": self.strict.isoformat(),
            "lenient": self.lenient.isoformat(),
            "done_on": self.done_on.isoformat() if self.done_on else None,
            "status": self.status.value if self.status else None,
            "citation": self.citation,
            "provisional": self.provisional,
        }


@frozen(kw_only=True)
class DamagesStanding:
    """How a claim for damages stands: its state, its time limits, and what it asks for."""

    case: DamagesCase
    state: DamagesState
    clocks: tuple[DamagesClock, ...]

    @property
    def claimed(self) -> int | None:
        """The sum of the losses that have an amount, ``None`` when none has."""
        amounts = [one.amount for one in self.case.losses if one.amount is not None]
        return sum(amounts) if amounts else None

    @property
    def awarded(self) -> int | None:
        """What the decision awards, ``None`` before it, or when it does not say."""
        return None if self.case.decision is None else self.case.decision.amount

    def clock(self, step: DamagesStep) -> DamagesClock | None:
        """Return a time limit, ``None`` while it has not begun."""
        return next((one for one in self.clocks if one.step is step), None)

    def to_dict(self) -> dict[str, Any]:
        """Return the standing as data."""
        return {
            "format": FORMAT,
            "case": self.case.id,
            "state": self.state.value,
            "claimed": self.claimed,
            "awarded": self.awarded,
            "clocks": [one.to_dict() for one in self.clocks],
        }


_LIMITS: Final = (
    (DamagesStep.CLAIM, "received_on", 30, "claimed_on", "UU 25/2009 Pasal 42 ayat (2)"),
    (DamagesStep.ANSWER, "claimed_on", 14, "answered_on", "UU 25/2009 Pasal 44 ayat (3)"),
    (DamagesStep.DECISION, "complete_on", 60, "decided_on", "UU 25/2009 Pasal 50 ayat (1)"),
    (DamagesStep.DELIVERY, "decided_on", 14, "delivered_on", "UU 25/2009 Pasal 50 ayat (2)"),
)
"""Each limit: from which day, how many hari, until what, by which article."""
_ORDER: Final = (
    "received_on",
    "claimed_on",
    "complete_on",
    "decided_on",
    "delivered_on",
)


def damages_standing(
    case: DamagesCase, *, on: dt.date | None = None, calendar: Calendar | None = None
) -> DamagesStanding:
    """Tell how a claim for damages stands, with both readings of each time limit.

    Raises ``EventError`` for a day before one that it follows, ``YearError`` for a year without
    data.

    >>> case = DamagesCase(id="case-1", received_on=dt.date(2026, 3, 2))
    >>> clock = damages_standing(case).clocks[0]
    >>> clock.step.value, clock.strict.isoformat(), clock.lenient.isoformat()
    ('claim', '2026-04-01', '2026-04-21')
    """
    days = _days(case)
    _in_order(days)
    clocks = [*_counted(days, on, calendar), *_payment(case, on)]
    return DamagesStanding(case=case, state=_state(case), clocks=tuple(clocks))


def _days(case: DamagesCase) -> dict[str, dt.date | None]:
    decision = case.decision or DamagesDecision()
    names = ("received_on", "claimed_on", "answered_on", "complete_on")
    return {
        **{name: getattr(case, name) for name in names},
        "decided_on": decision.decided_on,
        "delivered_on": decision.delivered_on,
    }


def _in_order(days: dict[str, dt.date | None]) -> None:
    known = [(name, day) for name in _ORDER if (day := days[name]) is not None]
    for place, (first, before) in enumerate(known):
        for later, after in known[place + 1 :]:
            if after < before:
                told = {"before": before.isoformat(), "after": after.isoformat()}
                raise EventError("time.order", first=first, later=later, **told)


def _counted(
    days: dict[str, dt.date | None], on: dt.date | None, calendar: Calendar | None
) -> Iterator[DamagesClock]:
    for step, begins, number, ends, citation in _LIMITS:
        start, done = days[begins], days[ends]
        if start is None:
            continue
        side = Side.CITIZEN if step is DamagesStep.CLAIM else Side.OFFICE
        limit = Duration(value=number, unit=TimeUnit.DAY)
        found = deadline(start, limit, side=side, calendar=calendar)
        yield _clock(step, found, citation, done, on)


def _clock(
    step: DamagesStep,
    found: Deadline,
    citation: str,
    done: dt.date | None,
    on: dt.date | None,
) -> DamagesClock:
    day = done or on
    readings = found.readings
    return DamagesClock(
        step=step,
        strict=readings.strict if readings else found.due,
        lenient=readings.lenient if readings else found.due,
        citation=citation,
        done_on=done,
        status=None if day is None else found.status(day),
        provisional=found.provisional,
    )


def _payment(case: DamagesCase, on: dt.date | None) -> Iterator[DamagesClock]:
    by = case.decision.pay_by if case.decision else None
    if by is None:
        return
    day = case.paid_on or on
    late = None if day is None else (Status.LATE if day > by else Status.ON_TIME)
    yield DamagesClock(
        step=DamagesStep.PAYMENT,
        strict=by,
        lenient=by,
        citation="UU 25/2009 Pasal 50 ayat (3)",
        done_on=case.paid_on,
        status=late,
    )


def _state(case: DamagesCase) -> DamagesState:
    if case.closed_on is not None:
        return DamagesState.CLOSED
    if case.paid_on is not None:
        return DamagesState.PAID
    if case.decision is not None and case.decision.decided_on is not None:
        return DamagesState.GRANTED if case.decision.amount else DamagesState.REFUSED
    if case.complete_on is not None:
        return DamagesState.COMPLETE
    return DamagesState.CLAIMED if case.claimed_on is not None else DamagesState.OPEN
