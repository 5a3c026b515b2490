from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from pst_standards.complaints import Case, Event, advance

START = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
TOLD = {"means": "letter"}
FILED: dict[str, Any] = {
    "number": "K-7Q2M",
    "channel": "complaint_desk",
    "text": "Antrean tiga jam tanpa kabar",
    "reporter": "ref-1",
    "service": "library",
    "served_on": "2026-03-09",
    "loss": "Ongkos perjalanan kedua",
    "request": "Data diserahkan",
    "place": "Meja layanan",
    "signed": True,
}
RECEIPT: dict[str, Any] = {
    "identity": True,
    "description": True,
    "place": "Meja layanan",
    "received_at": "2026-03-10T09:00+07:00",
    "officer": "A1",
    "signed": True,
}
HANDLER: dict[str, Any] = {"officer": "A2"}
DECISION: dict[str, Any] = {"outcome": "proven", "reasons": "Antrean tidak diatur"}
DATA: dict[str, dict[str, Any]] = {
    "file": FILED,
    "issue_receipt": RECEIPT,
    "review": {"handler": HANDLER},
    "classify": {"complaint_class": "ordinary"},
    "declare_incomplete": {"missing": ["request"], "notice": TOLD},
    "lapse": {"notice": TOLD},
    "declare_complete": {"handler": HANDLER, "level": 2},
    "transfer": {"target": "Dinas Contoh", "notice": TOLD},
    "refer": {"referral": "WBS-1", "ground": "own_superior", "notice": TOLD},
    "archive": {"reason": "spam", "notice": TOLD},
    "begin_examination": {"examiner": {"officer": "A3"}},
    "decide": DECISION,
    "deliver": {"copy": "petikan.pdf"},
    "rework": {"handler": {"officer": "A9"}},
    "withdraw": {"voluntary": True},
    "escalate": {"level": 3, "cause": "asked"},
    "open_track": {"track": "ombudsman"},
    "request": {"id": "r1", "kind": "documents"},
    "hear": {"party": "reported", "record": "BAP-T"},
    "announce": {"report": "laporan-2026"},
    "take_evidence": {"party": "reported", "evidence": "bukti-1"},
    "report_conflict": {"officer": "A2"},
    "reassign": {"handler": {"officer": "A5"}},
}
BY_CITIZEN = {"file", "complete", "accept", "object", "withdraw", "request"}
TO_DECISION = ("issue_receipt", "review", "classify", "declare_complete", "begin_follow_up")
TO_DELIVERY = (*TO_DECISION, "decide", "deliver")

Told: TypeAlias = str | tuple[str, dict[str, Any]]
Live: TypeAlias = Callable[..., Case]


def event(step: str, at: dt.datetime, data: dict[str, Any] | None = None, by: str = "") -> Event:
    told = {**DATA.get(step, {}), **(data or {})}
    who = by or ("reporter" if step in BY_CITIZEN else "A1")
    return Event.from_dict({"step": step, "at": at.isoformat(), "by": who, "data": told})


def live(*steps: Told, filed: dict[str, Any] | None = None, start: dt.datetime = START) -> Case:
    """Take a complaint through steps, an hour apart."""
    case = advance(None, event("file", start, filed))
    for number, one in enumerate(steps, 1):
        step, data = (one, {}) if isinstance(one, str) else one
        case = advance(case, event(step, start + dt.timedelta(minutes=10 * number), data))
    return case


def after(case: Case, step: str, data: dict[str, Any] | None = None, **more: Any) -> Case:
    """Take one step more, ``days`` later."""
    at = case.log[-1].at + dt.timedelta(days=more.pop("days", 0), minutes=1)
    return advance(case, event(step, at, data, **more))


@pytest.fixture(name="live")
def _live() -> Live:
    return live


@pytest.fixture(name="after")
def _after() -> Live:
    return after


@pytest.fixture(name="event")
def _event() -> Callable[..., Event]:
    return event
