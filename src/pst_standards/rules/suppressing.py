"""Findings that the office accepts with a reason, and what is wrong with such acceptances."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve, field, frozen

from pst_standards.findings import Finding, Param, Pointer, Severity, Verdict, parse_pointer
from pst_standards.model.definition import Suppression
from pst_standards.rules.context import Context
from pst_standards.rules.engine import Outcome
from pst_standards.rules.rows import Catalogue, Row, catalogue
from pst_standards.rules.wordings import says

_SEVERITIES: Final = {"DEF-026": Severity.NOTE}


@frozen(kw_only=True)
class _Accepted:
    """A suppression with its place and the row it speaks of."""

    said: Suppression
    place: int
    row: Row
    within: Pointer = field(default=())

    def covers(self, finding: Finding) -> bool:
        return (
            finding.rule == self.row.id
            and self.row.may_suppress(finding.variant)
            and finding.pointer[: len(self.within)] == self.within
        )


def suppress(outcome: Outcome, context: Context) -> Outcome:
    """Take away the findings that the office accepts; what is wrong with an acceptance is added.

    A suppression counts only for what may be suppressed, with a reason, until its end date. One that no finding answers to is reported, unless its rule did not run.
    """
    suppressions = context.definition.suppressions
    if not suppressions:
        return outcome
    faults: list[Finding] = []
    accepted: list[_Accepted] = []
    for place, said in enumerate(suppressions):
        found = _accept(said, place, context, catalogue())
        (faults if isinstance(found, Finding) else accepted).append(found)  # type: ignore[arg-type]
    faults += [_unused(one, context) for one in accepted if _is_unused(one, outcome)]
    kept = [found for found in outcome.findings if not _covered(found, accepted)]
    return evolve(outcome, findings=(*kept, *faults))


def _covered(finding: Finding, accepted: Sequence[_Accepted]) -> bool:
    return any(one.covers(finding) for one in accepted)


def _is_unused(one: _Accepted, outcome: Outcome) -> bool:
    if one.row.id not in outcome.coverage.checked:
        return False
    return not any(one.covers(finding) for finding in outcome.findings)


def _accept(
    said: Suppression, place: int, context: Context, rows: Catalogue
) -> _Accepted | Finding:
    name = said.rule or ""
    if name not in rows:
        return _fault("DEF-027", place, context, variant="unknown", rule=name)
    row = rows[name]
    if not any(map(row.may_suppress, ("", *row.variants))):
        return _fault("DEF-027", place, context, rule=row.id)
    if not says(said.reason):
        return _fault("DEF-024", place, context, rule=row.id)
    if said.until is not None and said.until < context.as_of:
        return _fault("DEF-025", place, context, rule=row.id, until=said.until.isoformat())
    try:
        within = parse_pointer(said.pointer or "")
    except ValueError:
        return _fault("DEF-027", place, context, variant="pointer", pointer=said.pointer)
    return _Accepted(said=said, place=place, row=row, within=within)


def _unused(one: _Accepted, context: Context) -> Finding:
    return _fault("DEF-026", one.place, context, rule=one.row.id)


def _fault(
    rule: str, place: int, context: Context, *, variant: str = "", **params: Param
) -> Finding:
    pointer = ("suppressions", place)
    found = Finding(
        rule=rule,
        variant=variant,
        severity=_SEVERITIES.get(rule, Severity.WARNING),
        verdict=Verdict.SHAPE,
        params=params,
        pointer=pointer,
    )
    origin = context.definition.origin
    return found if origin is None else evolve(found, location=origin.locate(pointer))
