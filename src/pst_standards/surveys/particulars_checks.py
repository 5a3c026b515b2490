"""Whether what was told of a survey can be: its elements, and the results of earlier periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import evolve

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import told as shown
from pst_standards.surveys.grades import CATEGORIES, grade_of, grade_table
from pst_standards.surveys.instrument_files import instrument as known_instrument
from pst_standards.surveys.numbering import key_of
from pst_standards.surveys.reporting import (
    Completion,
    FollowedUp,
    FollowUp,
    Particulars,
    PastResult,
    SurveyPeriod,
)

if TYPE_CHECKING:
    from pst_standards.surveys.elements import Instrument

_HIGHEST: Final = 100
_Planned = TypeVar("_Planned", FollowUp, FollowedUp)


def checked(
    told: Particulars,
    period: SurveyPeriod,
    instrument: Instrument,
    numbering: str | None = None,
) -> Particulars:
    """Return particulars with elements by their keys, whatever name they were given.

    Raises ``SurveyError`` for what is no element, for an earlier result that does not end before
    the period begins or has the period of another, and for an index that none can have.

    >>> from pst_standards.surveys import instrument
    >>> told = Particulars(plan=(FollowUp(element="Biaya/tarif"),))
    >>> checked(told, SurveyPeriod.of(2024), instrument("skm-2017")).plan[0].element
    'fee'
    """
    _refuse_order(told.previous, period)
    for number, one in enumerate(told.previous, 1):
        _refuse_index(one, f"previous.{number}.index", instrument)
    return evolve(
        told,
        plan=tuple(_named(told.plan, "plan", instrument, numbering)),
        previous_plan=tuple(_named(told.previous_plan, "previous_plan", instrument, numbering)),
    )


def refuse_days(told: Particulars) -> None:
    """Raise ``SurveyError`` for a day of completion of what is not done, or before its results."""
    since = told.previous_results_on
    for number, one in enumerate(told.previous_plan, 1):
        day, field = one.completed_on, f"previous_plan.{number}.completed_on"
        if day is None:
            continue
        if one.completion is not Completion.DONE:
            raise SurveyError("particulars.not-done", field=field, expected=Completion.DONE)
        if since is not None and day < since:
            days = {"found": day.isoformat(), "start": since.isoformat()}
            raise SurveyError("particulars.before-results", field=field, **days)


def wrong_grades(
    previous: Sequence[PastResult], instrument: Instrument
) -> Iterator[tuple[PastResult, str]]:
    """Yield earlier results whose grade is not that of their index, with the one that is.

    One that names no instrument is taken for one of this.
    """
    for one in previous:
        used = _instrument_of(one, instrument)
        if not (one.grade and used.grades):
            continue
        table, scale = grade_table(used.grades), used.scale
        if not scale.lowest_index <= one.index <= _HIGHEST:
            continue
        letters = [
            grade_of(one.index, table, categories=way, scale=scale).letter for way in CATEGORIES
        ]
        if one.grade.strip().upper() not in letters:
            yield one, letters[0]


def _named(
    plan: Sequence[_Planned], name: str, used: Instrument, numbering: str | None
) -> Iterator[_Planned]:
    for number, one in enumerate(plan, 1):
        if not one.element:
            yield one
            continue
        try:
            key = used.element_of(key_of(one.element, used, numbering))
        except SurveyError as fault:
            raise _no_element(one.element, f"{name}.{number}.element", used, fault) from None
        yield evolve(one, element=key)


def _no_element(found: str, field: str, used: Instrument, fault: SurveyError) -> SurveyError:
    if fault.kind == "numbering.missing":
        told = {name: one for name, one in fault.params.items() if name != "column"}
        return SurveyError(fault.kind, **told, field=field)
    names = tuple(one.aliases[0] if one.aliases else one.key for one in used.elements)
    return SurveyError("particulars.element", field=field, found=found, expected=names)


def _refuse_order(previous: Sequence[PastResult], period: SurveyPeriod) -> None:
    seen: set[SurveyPeriod] = set()
    for number, one in enumerate(previous, 1):
        field = f"previous.{number}.period"
        if one.period.end >= period.start:
            days = {"end": one.period.end.isoformat(), "start": period.start.isoformat()}
            raise SurveyError("particulars.not-before", field=field, **days)
        if one.period in seen:
            raise SurveyError("particulars.period-twice", field=field)
        seen.add(one.period)


def _refuse_index(one: PastResult, field: str, instrument: Instrument) -> None:
    lowest = _instrument_of(one, instrument).scale.lowest_index
    if not lowest <= one.index <= _HIGHEST:
        bounds = {"low": shown(lowest, 2), "high": shown(Fraction(_HIGHEST), 2)}
        raise SurveyError("particulars.index", field=field, found=shown(one.index, 2), **bounds)


def _instrument_of(one: PastResult, instrument: Instrument) -> Instrument:
    try:
        return known_instrument(one.instrument) if one.instrument else instrument
    except SurveyError:
        return instrument
