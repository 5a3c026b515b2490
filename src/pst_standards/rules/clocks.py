"""The time limits of complaint handling that a definition promises, wherever it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.channel import Duration, TimeUnit
from pst_standards.model.complaints import ClockStage, ComplaintClock
from pst_standards.model.definition import Definition
from pst_standards.model.delivery import ComplaintHandling
from pst_standards.rules.detectors.clocks import settles, stage_cited, stage_told
from pst_standards.rules.detectors.spoken_time import Measure, measure_in
from pst_standards.rules.wordings import words_of


class PromisedLimit(NamedTuple):
    """A time limit with what it measures and where it stands."""

    stage: ClockStage
    value: int
    unit: TimeUnit
    pointer: Pointer


def promised_limits(definition: Definition) -> Iterator[PromisedLimit]:
    """Yield the time limits under ``complaints.clocks`` and those of the standards' answers.

    What a clock measures is its ``stage``, else what its citation or its sentence means; where
    neither tells for certain, it is left out.
    """
    complaints = definition.complaints
    for place, clock in enumerate(complaints.clocks if complaints else ()):
        yield from _of_clock(clock, ("complaints", "clocks", place))
    for place, standard in enumerate(definition.standards):
        if standard.complaint_handling is not None:
            pointer = ("standards", place, "complaint_handling")
            yield from _of_handling(standard.complaint_handling, pointer)


def _of_clock(clock: ComplaintClock, pointer: Pointer) -> Iterator[PromisedLimit]:
    stage = clock.stage or stage_cited(clock.citation or "") or _told(clock.text)
    if stage is None:
        return
    measure, key = _measure(clock.within), "within"
    if measure is None and clock.within is None:
        measure, key = measure_in(clock.text.get("id") if clock.text else ""), "text"
    if measure is not None:
        yield PromisedLimit(stage, *measure, (*pointer, key))


def _told(text: Text | None) -> ClockStage | None:
    if text is None:
        return None
    return stage_told(text.id or "") or stage_told(text.en or "")


def _measure(duration: Duration | None) -> Measure | None:
    if duration is None or duration.value is None or duration.unit is None:
        return None
    return Measure(duration.value, duration.unit)


def _of_handling(handling: ComplaintHandling, pointer: Pointer) -> Iterator[PromisedLimit]:
    measure = _measure(handling.time_limit)
    # The field is for the answer; beside words of settling it may hold the time for that.
    if measure is not None and not settles(words_of(handling.text)):
        yield PromisedLimit(ClockStage.FIRST_ANSWER, *measure, (*pointer, "time_limit"))
