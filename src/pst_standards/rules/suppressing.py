"""Findings that the office accepts with a reason, and what is wrong with such acceptances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from pst_standards.findings import Finding, Param, Pointer, Severity, Verdict, parse_pointer
from pst_standards.model.definition import Suppression
from pst_standards.rules.context import Context
from pst_standards.rules.engine import Outcome
from pst_standards.rules.rows import Catalogue, Row
from pst_standards.rules.wordings import says

NO_REASON: Final = "DEF-024"
EXPIRED: Final = "DEF-025"
UNUSED: Final = "DEF-026"
REFUSED: Final = "DEF-027"


@frozen(kw_only=True)
class _Fault:
    """What is wrong with a suppression, before it has its place in a file."""

    id: str
    params: Mapping[str, Param]
    variant: str = ""


@frozen(kw_only=True)
class _Accepted:
    """A suppression that counts: the row it speaks of, and within what it holds."""

    place: int
    row: Row
    within: Pointer = ()

    def covers(self, finding: Finding) -> bool:
        return (
            finding.rule == self.row.id
            and self.row.may_suppress(finding.variant)
            and finding.pointer[: len(self.within)] == self.within
        )


def suppress(outcome: Outcome, context: Context, rows: Catalogue) -> Outcome:
    """Take away the findings that the office accepts; what is wrong with an acceptance is added.

    A suppression counts only for what may be suppressed, with a reason, until its end date. One
    that no finding answers to is reported, unless its rule did not run.
    """
    if not context.definition.suppressions:
        return outcome
    faults: list[Finding] = []
    accepted: list[_Accepted] = []
    for place, said in enumerate(context.definition.suppressions):
        found = _accept(said, place, context, rows)
        if isinstance(found, _Accepted):
            accepted.append(found)
        else:
            faults.append(_finding(found, place, context))
    for one in accepted:
        if _is_unused(one, outcome):
            unused = _Fault(id=UNUSED, params={"rule": one.row.id})
            faults.append(_finding(unused, one.place, context))
    kept = (found for found in outcome.findings if not _is_covered(found, accepted))
    return evolve(outcome, findings=(*kept, *faults))


def _is_covered(finding: Finding, accepted: Sequence[_Accepted]) -> bool:
    return any(one.covers(finding) for one in accepted)


def _is_unused(one: _Accepted, outcome: Outcome) -> bool:
    if one.row.id not in outcome.coverage.checked:
        return False
    return not any(one.covers(finding) for finding in outcome.findings)


def _accept(said: Suppression, place: int, context: Context, rows: Catalogue) -> _Accepted | _Fault:
    row = rows.get(said.rule)
    if row is None:
        return _Fault(id=REFUSED, variant="unknown", params={"rule": said.rule or ""})
    fault = _refusal(row) or _lapse(said, row, context)
    if fault is not None:
        return fault
    try:
        within = parse_pointer(said.pointer or "")
    except ValueError:
        return _Fault(id=REFUSED, variant="pointer", params={"pointer": said.pointer})
    return _Accepted(place=place, row=row, within=within)


def _refusal(row: Row) -> _Fault | None:
    """Say why findings of a rule may not be accepted at all."""
    if row.verdict is Verdict.SHAPE:
        return _Fault(id=REFUSED, variant="shape", params={"rule": row.id})
    if not any(map(row.may_suppress, ("", *row.variants))):
        return _Fault(id=REFUSED, params={"rule": row.id})
    return None


def _lapse(said: Suppression, row: Row, context: Context) -> _Fault | None:
    """Say why a suppression does not count, or no longer."""
    if not says(said.reason):
        return _Fault(id=NO_REASON, params={"rule": row.id})
    if said.until is not None and said.until < context.as_of:
        return _Fault(id=EXPIRED, params={"rule": row.id, "until": said.until.isoformat()})
    return None


def _finding(fault: _Fault, place: int, context: Context) -> Finding:
    pointer = ("suppressions", place)
    found = Finding(
        rule=fault.id,
        variant=fault.variant,
        severity=Severity.NOTE if fault.id == UNUSED else Severity.WARNING,
        verdict=Verdict.SHAPE,
        params=fault.params,
        pointer=pointer,
    )
    origin = context.definition.origin
    return found if origin is None else evolve(found, location=origin.locate(pointer))
