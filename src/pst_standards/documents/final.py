"""What stands between a definition and a final document, as findings with their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pst_standards.documents.compose.draft_page import locate
from pst_standards.documents.compose.open_points import OpenPoints
from pst_standards.findings import Finding, Param, Pointer, Severity, Verdict
from pst_standards.model.base import Choice, Text
from pst_standards.model.definition import Definition
from pst_standards.model.provenance import StatedValue
from pst_standards.model.vocabulary import vocabulary

RULE = "DEF-032"
"""Id of the findings: a value that a final document would print is not confirmed."""


def open_findings(definition: Definition, points: Iterable[OpenPoints]) -> tuple[Finding, ...]:
    """Return a finding for each open point of one or more documents, in the order of the file."""
    found: dict[tuple[str, Pointer], Finding] = {}
    for one in points:
        for finding in _findings(definition, one):
            found.setdefault((finding.variant, finding.pointer), finding)
    return tuple(sorted(found.values(), key=_place))


def _place(finding: Finding) -> tuple[str, int, str]:
    return (finding.location.file or "", finding.location.line or 0, str(finding.pointer))


def _findings(definition: Definition, points: OpenPoints) -> Iterator[Finding]:
    if not points.adopted:
        stage = definition.stage.value if definition.stage else None
        yield _finding(definition, "stage", ("stage",), {"key": "stage", "found": stage or "-"})
    for pointer in points.gaps:
        yield _finding(definition, "missing", pointer, {"key": _key(pointer)})
    for value in points.values:
        variant = value.confidence.value if value.confidence else ""
        yield _finding(definition, variant, value.pointer, _params(value))


def _params(value: StatedValue) -> dict[str, Param]:
    return {
        "key": _key(value.pointer),
        "found": _shown(value.value),
        "confidence": value.confidence.value if value.confidence else None,
        "source": value.source,
    }


def _key(pointer: Pointer) -> str:
    """Return the innermost key whose term says one thing only: ``value`` and ``text`` do not."""
    keys = [step for step in reversed(pointer) if isinstance(step, str)]
    return next((key for key in keys if key not in _ambiguous()), keys[0])


@cache
def _ambiguous() -> frozenset[str]:
    known: dict[str, set[str]] = {}
    for term in vocabulary():
        known.setdefault(term.key, set()).add(term.id)
    return frozenset(key for key, terms in known.items() if len(terms) > 1)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, Choice):
        return str(value.value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(one)}" for key, one in value.items())
    return (value.id or value.en or "") if isinstance(value, Text) else str(value)


def _finding(
    definition: Definition, variant: str, pointer: Pointer, params: dict[str, Param]
) -> Finding:
    return Finding(
        rule=RULE,
        variant=variant,
        severity=Severity.ERROR,
        verdict=Verdict.SHAPE,
        params=params,
        pointer=pointer,
        location=locate(definition, pointer),
    )
