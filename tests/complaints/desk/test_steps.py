"""A case goes its way at the desk, also where somebody else was faster."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable
from typing import Any

import pytest
from attrs import evolve

from pst_standards.complaints import ComplaintError, Event, EventError, State, Step, TransitionError
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.desk_references import step_of
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.registers import Line, MemoryRegister, RegisterError
from pst_standards.complaints.secrecy import Vault
from tests.complaints.desk.desk_forms import AT, NAME, form, key_of, ready


def test_a_case_goes_its_way(desk: Desk) -> None:
    number = ready(desk)
    case = desk.advance(number, "declare_complete", {"handler": {"officer": "A3"}})
    assert case.state is State.ASSIGNED
    assert case.receipt is not None
    assert (case.receipt.place, case.receipt.officer) == ("Meja pengaduan", "A1")
    assert Step.BEGIN_FOLLOW_UP in desk.possible(number)
    line = desk.register.line(number)
    assert line is not None
    assert (line.events, line.handler, line.due_clock) == (5, "A3", Clock.SETTLEMENT)


@pytest.mark.parametrize(
    ("step", "data", "kind", "key"),
    [
        ("decide", {"outcome": "proven", "reasons": "x"}, TransitionError, "step.wrong-state"),
        ("nothing", {}, EventError, "step.unknown"),
        ("classify", {"complaint_class": "x"}, EventError, "choice.unknown"),
        ("classify", {}, EventError, "field.missing"),
        ("classify", {"complaint_class": "ordinary", "x": 1}, EventError, "field.unknown"),
        ("issue_receipt", {}, TransitionError, "step.wrong-state"),
    ],
)
def test_what_may_not_happen_changes_nothing(
    desk: Desk, step: str, data: dict[str, Any], kind: type[Exception], key: str
) -> None:
    number = ready(desk)
    before = desk.register.events(number)
    with pytest.raises(kind) as refused:
        desk.advance(number, step, data)
    assert getattr(refused.value, "key", "") == key
    assert desk.register.events(number) == before


def test_an_earlier_time_changes_nothing(desk: Desk) -> None:
    number = ready(desk)
    call = lambda: desk.advance(number, "report_conflict", {"officer": "A2"}, at=AT)  # noqa: E731
    assert key_of(call) == "time.back"


def test_what_is_the_complainants_is_noted_as_theirs(desk: Desk) -> None:
    number = ready(desk)
    case = desk.advance(number, "withdraw", {"voluntary": True})
    assert (case.log[-1].by, case.state) == ("reporter", State.WITHDRAWN)
    recorded: Any = desk.register.events(number)[-1].data
    assert recorded.recorded_by == "A1"
    proxied = ready(desk, proxy=True, mandate="Surat kuasa")
    assert desk.advance(proxied, "withdraw", {"voluntary": True}).log[-1].by == "proxy"
    assert desk.advance(ready(desk), "withdraw", {"voluntary": True}, by="proxy").log[-1].by


def test_time_that_passes_is_nobodys_deed(desk: Desk) -> None:
    number = ready(desk)
    told = {"missing": ["request"], "notice": {"means": "letter"}}
    desk.advance(number, "declare_incomplete", told)
    later = AT + dt.timedelta(days=90)
    desk = evolve(desk, now=lambda: later)
    case = desk.advance(number, "lapse", {"notice": {"means": "letter"}}, at=later)
    assert (case.log[-1].by, case.state) == ("system", State.DEEMED_WITHDRAWN)


def test_nothing_happens_before_its_time(desk: Desk) -> None:
    ahead = AT + dt.timedelta(days=400)
    assert key_of(lambda: desk.file(form(filed_at=ahead.isoformat()))) == "time.future"
    number = ready(desk)
    assert key_of(lambda: desk.advance(number, "withdraw", {}, at=ahead)) == "time.future"


def test_who_wrote_first_is_not_overwritten(desk: Desk) -> None:
    number = ready(desk)
    failed: list[Exception] = []

    def note(place: int) -> None:
        try:
            for part in range(5):
                told = {"party": "reporter", "evidence": f"bukti-{place}-{part}"}
                desk.advance(number, "take_evidence", told)
        except ComplaintError as error:  # pragma: no cover - shown below
            failed.append(error)

    workers = [threading.Thread(target=note, args=(place,)) for place in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    lost = [error for error in failed if getattr(error, "key", "") != "register.moved-on"]
    assert lost == []
    taken = {one.evidence for one in desk.case(number).evidence}
    assert len(taken) == len(desk.case(number).evidence)
    assert len(taken) >= 5


class Hasty(MemoryRegister):
    """A register on which somebody else is always a step ahead."""

    times = 0

    def append_all(self, number: str, lived: Iterable[tuple[Event, Line]]) -> None:
        told = [*lived]
        if told[0][1].events > 1 and Hasty.times:
            Hasty.times -= 1
            raise RegisterError("register.moved-on", number=number)
        super().append_all(number, told)


@pytest.mark.parametrize(("times", "passes"), [(0, True), (4, True), (5, False)])
def test_a_step_is_tried_again_where_somebody_was_faster(times: int, passes: bool) -> None:
    desk = Desk(Hasty(), None, "A1", now=lambda: AT)
    number = desk.file(form(reporter=None)).number
    Hasty.times = times
    told = {"officer": "A2"}
    if passes:
        assert desk.advance(number, "report_conflict", told).conflicts
    else:
        call = lambda: desk.advance(number, "report_conflict", told)  # noqa: E731
        assert key_of(call) == "register.moved-on"
    Hasty.times = 0


def test_a_sealing_that_was_not_kept_is_undone(vault: Vault) -> None:
    desk = Desk(Hasty(), vault, "A1", now=lambda: AT)
    number = ready(desk, reporter=None)
    told = {"missing": ["identity"], "notice": {"means": "letter"}}
    desk.advance(number, "declare_incomplete", told)
    Hasty.times = 5
    call = lambda: desk.advance(number, "complete", {"reporter": {"name": NAME}})  # noqa: E731
    assert key_of(call) == "register.moved-on"
    Hasty.times = 0
    assert vault.verify() == 0


@pytest.mark.parametrize("step", ["T16", "decide", Step.DECIDE])
def test_a_step_is_known_by_name_and_number(step: Any) -> None:
    assert step_of(step) is Step.DECIDE
