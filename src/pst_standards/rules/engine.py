"""Running the rules over a definition: every rule, one report, no rule stops another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from itertools import chain
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

from attrs import evolve, frozen

from pst_standards.definitions.forms import is_workbook
from pst_standards.findings import Coverage, Finding, Location, Pointer, Severity, Verdict
from pst_standards.model.definition import Stage
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.norms import holding
from pst_standards.rules.rows import DEFINITION, Catalogue, Row, Status

MODULES: Final = (
    "components",
    "legal_basis",
    "requirements",
    "steps",
    "complaint_paths",
    "time_limits",
    "products",
    "channels",
    "fees",
    "cash",
    "resources",
    "management",
    "mailboxes",
    "decrees",
    "guarantees",
    "evaluation",
    "opening_hours",
    "simplicity",
    "recommendation",
    "sales",
    "contacts",
    "writing",
    "tariffs",
    "payments",
    "services",
    "refusals",
    "discussion",
    "sequence",
    "making_in_time",
    "adoption",
    "upkeep",
    "performance_assessment",
    "one_door",
    "maklumat",
    "maklumat_wording",
    "maklumat_media",
    "maklumat_age",
    "maklumat_in_time",
    "complaints",
    "complaint_setup",
    "complaint_guides",
    "complaint_form",
    "complaint_clocks",
    "complaint_reports",
    "whistleblowing",
    "privacy",
    "compensation",
    "claims",
    "remedies",
    "remedy_wordings",
    "facilities",
    "equipment",
    "repairs",
    "vulnerable",
    "staff",
    "executors",
    "conduct",
    "publications",
    "languages",
    "examples",
    "media",
    "provider",
    "citations",
    "register",
    "working_days",
    "office_calendar",
)
"""The modules of ``rules/checks`` that hold rules."""

FAILED: Final = "DEF-099"
"""Id of the finding that a rule could not be run."""
CUT_SHORT: Final = "DEF-034"
MOST_FINDINGS: Final = 500
"""Findings of one rule that a report lists; a person reads fewer, a hostile file has millions."""

Words: TypeAlias = tuple[tuple[str, str, str], ...]
"""Language, message and hint, for a rule whose sentences are not in our catalogues."""


@frozen(kw_only=True)
class Outcome:
    """What the rules found, and which of them looked."""

    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()


@cache
def checks() -> Mapping[str, Check]:
    """Return the functions of all rules by id."""
    modules = (import_module(f"pst_standards.rules.checks.{name}") for name in MODULES)
    return {check.id: check for module in modules for check in module.CHECKS}


class Rules(Protocol):
    """What the engine runs: rows, their functions, what is switched off, foreign sentences."""

    @property
    def rows(self) -> Catalogue:
        """The rows, in the order in which they are looked into."""

    @property
    def functions(self) -> Mapping[str, Any]:
        """The function behind each row that runs."""

    @property
    def off(self) -> frozenset[str]:
        """Rules and variants (``STD-034.few``) that are not looked into."""

    def words(self, rule: str, key: str) -> Words:
        """Return the words of a finding whose sentences are not in our catalogues."""


class Looked(Protocol):
    """What rules look at: a definition or a record, on a day."""

    @property
    def as_of(self) -> date:
        """The day whose law counts."""

    @property
    def stage(self) -> Stage:
        """How far what is looked at has come."""

    @property
    def about(self) -> str:
        """The kind of it, as rows name it."""

    def locate(self, pointer: Pointer) -> Location:
        """Return where a value stands in the file that it was read from."""


def run(context: Looked, rules: Rules) -> Outcome:
    """Run every rule that applies to a definition or a record.

    A rule that raises is at fault itself: it is listed under ``coverage.failed``, a finding says
    so, and the others go on.
    """
    plan = _plan(rules.rows, rules.off, context.as_of, context.stage, context.about)
    covered: dict[str, list[str]] = {"checked": [], "not_applicable": [], "failed": []}
    findings: list[Finding] = []
    for row, settled in plan.asked:
        outcome = settled or _judge(row, rules, context, findings)
        covered[outcome].append(row.id)
    coverage = Coverage(
        **{name: tuple(ids) for name, ids in covered.items()},
        uncheckable=plan.uncheckable,
        switched_off=plan.switched_off,
    )
    return Outcome(findings=tuple(findings), coverage=coverage)


class _Plan(NamedTuple):
    """The rows that are asked, each with what is known without looking, and those left out."""

    asked: tuple[tuple[Row, str], ...]
    uncheckable: tuple[str, ...]
    switched_off: tuple[str, ...]


def _planned(rows: Catalogue, off: frozenset[str], on: date, stage: Stage, about: str) -> _Plan:
    # A definition is asked about every rule, a record only about those that look at its kind.
    known = [row for row in rows.law() if about == DEFINITION or about in row.kinds]
    settled = [(row, _settled(row, on, stage, about)) for row in known if row.id not in off]
    return _Plan(
        asked=tuple(one for one in settled if one[1] != "uncheckable"),
        uncheckable=tuple(row.id for row, outcome in settled if outcome == "uncheckable"),
        switched_off=tuple(row.id for row in known if row.id in off),
    )


_plan = lru_cache(maxsize=64)(_planned)
"""Return what can be said without looking: many checks share day and stage."""


def _settled(row: Row, on: date, stage: Stage, about: str) -> str:
    """Return the part of the coverage that a row belongs to; ``""`` where its function must look.

    Every row belongs to one.
    """
    if about not in row.kinds or not row.status.can_be_answered:
        return "uncheckable"
    if not (row.in_force(on) and row.reached(stage)):
        return "not_applicable"
    return "checked" if row.status is Status.BY_CONSTRUCTION else ""


def _judge(row: Row, rules: Rules, context: Looked, findings: list[Finding]) -> str:
    """Ask the function of a row, add what it finds, and return the part of the coverage."""
    try:
        check = rules.functions[row.id]
        if check.applies is not None and not check.applies(context):
            return "not_applicable"
        hits = iter(check.find(context))
        first = next(hits, None)
        if first is not None:  # most rules find nothing in most definitions
            # Of a rule that raises later on nothing is kept, hence the list.
            findings += list(_findings(row, chain((first,), hits), rules, context))
    except Exception as error:  # noqa: BLE001 - whatever breaks one rule must not silence the rest
        findings.append(_broken(row, rules, error))
        return "failed"
    return "checked"


def _findings(row: Row, hits: Iterable[Hit], rules: Rules, context: Looked) -> Iterator[Finding]:
    # The two languages of a text share one place, and say the same thing there only once.
    seen: set[tuple[object, ...]] = set()
    for hit in hits:
        key = (hit.pointer, hit.variant, hit.citations, *hit.params.items())
        if key in seen or (rules.off and f"{row.id}.{hit.variant}" in rules.off):
            continue
        if len(seen) == MOST_FINDINGS:
            yield _cut_short(row)
            return
        seen.add(key)
        yield _finding(row, hit, rules, context)


def _cut_short(row: Row) -> Finding:
    return Finding(
        rule=CUT_SHORT,
        severity=Severity.WARNING,
        verdict=Verdict.SHAPE,
        params={"rule": row.id, "count": MOST_FINDINGS},
    )


def _finding(row: Row, hit: Hit, rules: Rules, context: Looked) -> Finding:
    found = Finding(
        words=rules.words(row.id, f"{row.id}.{hit.variant}" if hit.variant else row.id),
        rule=row.id,
        variant=hit.variant,
        severity=row.severity_of(hit.variant),
        verdict=row.verdict,
        params=hit.params,
        pointer=hit.pointer,
        citations=holding(hit.citations or row.cites, context.as_of),
        location=context.locate(hit.pointer),
    )
    if not is_workbook(found.location.file or "") or not isinstance(context, Context):
        return found
    from pst_standards.rules.aiming import aimed

    # In a form also what is missing has a cell of its own.
    return evolve(found, location=aimed(found, context.stated(hit.pointer), context))


def _broken(row: Row, rules: Rules, error: Exception) -> Finding:
    pack = {"pack": row.area} if rules.words(row.id, row.id) else {}
    return Finding(
        rule=FAILED,
        variant="pack" if pack else "",
        severity=Severity.ERROR,
        verdict=Verdict.SHAPE,
        params={"rule": row.id, "error": type(error).__name__, **pack},
    )
