"""The examples: every file is read, lived through and told, and together they pass each state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.complaints import Case, Event, EventError, State, Step, advance, replay
from pst_standards.complaints.records import events_of, filing_of
from pst_standards.complaints.rights import RIGHTS
from pst_standards.definitions.records import load_record
from pst_standards.model.complaint_case import ComplaintRecord, EventDetails, LoggedEvent, Reporter

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "complaints"
FILES = sorted(FOLDER.glob("*.yaml"))
AT = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")


def states(file: Path) -> list[Case]:
    record = load_record(file, ComplaintRecord)
    case: Case | None = None
    lived = []
    for event in (filing_of(record, number="P-1", reporter="ref-1"), *later(record)):
        case = advance(case, event)
        lived.append(case)
    return lived


def later(record: ComplaintRecord) -> tuple[Event, ...]:
    return events_of(record, reporter="ref-1")[1:] if record.events else ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_is_lived_through(file: Path) -> None:
    ended = states(file)[-1]
    record = load_record(file, ComplaintRecord)
    if record.events:
        assert replay(events_of(record, reporter="ref-1")) == ended
        assert ended.reporter == "ref-1"


def test_the_examples_pass_every_state_and_every_step() -> None:
    cases = [case for file in FILES for case in states(file)]
    assert {case.state for case in cases} == set(State)
    assert {entry.step for case in cases for entry in case.log} == set(Step)


def test_who_complains_is_in_no_record_and_no_event() -> None:
    record = load_record(FOLDER / "late-service.yaml", ComplaintRecord)
    assert record.reporter is None
    event = filing_of(record, number="P-1", reporter="ref-1")
    assert "Pelapor Contoh" not in f"{record!r}{event!r}{event.to_dict()}"
    assert repr(Reporter(name="Nama")) == "Reporter(...)"


def after(name: str) -> Case:
    return states(FOLDER / f"{name}.yaml")[-1]


def steps(case: Case) -> set[Step]:
    return {entry.step for entry in case.log}


def answered(case: Case, kind: str) -> bool:
    return any(one.kind.value == kind and one.answered for one in case.requests)


# Which example shows a right at work, and what is to be seen in the case that comes of it.
SHOWN: dict[str, tuple[str, Callable[[Case], object]]] = {
    "H-P1": ("secret", lambda case: case.identity.value == "secret" and case.reporter == "ref-1"),
    "H-P2": ("withdrawn", lambda case: case.voluntary),
    "H-P3": ("transferred", lambda case: case.log[-1].notice),
    "H-P4": ("examined", lambda case: {one.party.value for one in case.hearings} >= {"reporter"}),
    "H-P5": ("completed", lambda case: case.receipt),
    "H-P6": ("closed", lambda case: {Step.REVIEW, Step.DECIDE, Step.DELIVER} <= steps(case)),
    "H-P7": ("examined", lambda case: Step.HAND_OVER in steps(case)),
    "H-P8": ("examined", lambda case: Step.HEAR_SEPARATELY in steps(case)),
    "H-P9": ("late-service", lambda case: case.fee == 0),
    "H-P10": ("closed", lambda case: case.copies),
    "H-P11": ("damages-paid", lambda case: case.paid == 150_000 and not case.damages_open),
    "H-P12": ("reassigned", lambda case: case.proxy and case.mandate),
    "H-P13": ("escalated", lambda case: case.tracks and not case.state.is_terminal),
    "H-T1": ("examined", lambda case: case.evidence),
    "H-T2": ("examined", lambda case: [one.record for one in case.hearings][-1] == "BAP-2"),
    "H-T3": ("examined", lambda case: any(one.party.value == "reported" for one in case.hearings)),
    "H-T4": ("examined", lambda case: case.accused == ("B1",)),
    "H-X1": ("examined", lambda case: case.decision and case.decision.report),
    "H-X2": ("examined", lambda case: case.own_limit),
    "H-X3": ("reassigned", lambda case: "A3" in case.excluded and case.handler),
    "H-P14": ("requests", lambda case: answered(case, "protection")),
    "H-M1": ("requests", lambda case: case.announced == ("rekapitulasi-triwulan-1-2026",)),
    "H-S1": ("requests", lambda case: answered(case, "own_data")),
    "H-I1": ("requests", lambda case: answered(case, "information")),
    "H-R1": ("escalated", lambda case: case.oral and case.assisted and case.needs),
}


def test_the_examples_show_every_right() -> None:
    assert SHOWN.keys() == {one.id for one in RIGHTS}


@pytest.mark.parametrize("right", SHOWN)
def test_an_example_shows_a_right_at_work(right: str) -> None:
    name, seen = SHOWN[right]
    assert seen(after(name))


def test_a_record_that_lacks_something_says_what() -> None:
    bare: dict[str, Any] = {"channel": "letter", "text": "x", "number": "1", "filed_at": AT}
    for key, record in (
        ("field.missing", ComplaintRecord(channel="letter", text="x")),
        ("field.missing", ComplaintRecord(**bare, events=(LoggedEvent(step="review"),))),
        ("step.unknown", ComplaintRecord(**bare, events=(LoggedEvent(step="x", at=AT, by="A"),))),
        (
            "field.unknown",
            ComplaintRecord(
                **bare,
                events=(LoggedEvent(step="lapse", at=AT, by="A", data=EventDetails(copy="c")),),
            ),
        ),
        ("choice.unknown", ComplaintRecord(channel="pigeon", text="x", filed_at=AT)),
    ):
        with pytest.raises(EventError) as refused:
            events_of(record)
        assert refused.value.key == key
    proxy = ComplaintRecord(**bare, proxy=True)
    assert filing_of(proxy).by == "proxy"
