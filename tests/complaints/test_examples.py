"""The examples: every file is read, lived through and told, and together they pass each state."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pst_standards.complaints import Case, Event, EventError, State, Step, advance, replay
from pst_standards.complaints.records import events_of, filing_of
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


def test_the_examples_pass_every_state_and_nearly_every_step() -> None:
    cases = [case for file in FILES for case in states(file)]
    assert {case.state for case in cases} == set(State)
    steps = {entry.step for case in cases for entry in case.log}
    assert set(Step) - steps == {Step.PAY_DAMAGES, Step.REPORT_CONFLICT, Step.REASSIGN}


def test_who_complains_is_in_no_event() -> None:
    record = load_record(FOLDER / "late-service.yaml", ComplaintRecord)
    assert record.reporter is not None
    assert record.reporter.name == "Pelapor Contoh"
    event = filing_of(record, number="P-1", reporter="ref-1")
    assert "Pelapor Contoh" not in f"{record!r}{event!r}{event.to_dict()}"
    assert repr(Reporter(name="Nama")) == "Reporter(...)"


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
