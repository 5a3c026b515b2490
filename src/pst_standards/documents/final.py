"""What stands between a definition and a final document, as findings with their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeAlias

from pst_standards.definitions.start_examples import is_example
from pst_standards.documents.compose.draft_page import locate
from pst_standards.documents.compose.naming import Names
from pst_standards.documents.compose.open_points import OpenPoints
from pst_standards.documents.outline import Lang
from pst_standards.documents.refusals import FinalError
from pst_standards.findings import Finding, Param, Pointer, Severity, Verdict
from pst_standards.model.base import Node, counts
from pst_standards.model.definition import Definition
from pst_standards.model.provenance import StatedValue

RULE = "DEF-032"
"""Id of the findings: a value that a final document would print is not confirmed."""

_LANGUAGES: Final[tuple[Lang, ...]] = ("id", "en")
_Names: TypeAlias = Mapping[Lang, Names]


def open_findings(definition: Definition, points: Iterable[OpenPoints]) -> tuple[Finding, ...]:
    """Return a finding for each open point of one or more documents, in the order of the file."""
    found: dict[tuple[str, Pointer], Finding] = {}
    names = {lang: Names(definition, lang) for lang in _LANGUAGES}
    for one in points:
        for finding in _findings(definition, one, names):
            found.setdefault((finding.variant, finding.pointer), finding)
    return tuple(sorted(found.values(), key=_place))


def refuse_drafts(definition: Definition, points: Iterable[OpenPoints]) -> None:
    """Raise ``FinalError`` where any document must be stamped."""
    found = [one for one in points if one.draft]
    if found:
        reason = next((one.reason for one in found if one.reason), "")
        raise FinalError(open_findings(definition, found), reason)


def _place(finding: Finding) -> tuple[str, int, str, str]:
    at = finding.location
    return (at.file or "", at.line or 0, at.reference or "", str(finding.pointer))


def _findings(definition: Definition, points: OpenPoints, names: _Names) -> Iterator[Finding]:
    if not points.adopted:
        yield _finding(definition, "stage", ("stage",), _stage(definition))
    for pointer in points.gaps:
        yield _finding(definition, "missing", pointer, {"key": _key(pointer)})
    for value in points.values:
        variant, params = _variant(value), _params(value, names)
        day = _lapsed(definition, value.pointer) if variant != "example" else None
        if day is not None:
            variant = "stale"
            params |= {"confirmed": day.isoformat(), "expected": str(_released(definition))}
        yield _finding(definition, variant, value.pointer, params)


def _lapsed(definition: Definition, pointer: Pointer) -> date | None:
    """Return the day on which a value was confirmed, where that was before the base came out."""
    node: Any = definition
    found: date | None = None
    for step in pointer:
        said = node.confirmed if isinstance(node, Node) else None
        if said is not None and counts(said) and not counts(said, _released(definition)):
            found = said.on
        node = node[step] if isinstance(step, int) else getattr(node, step, None)
    return found


def _released(definition: Definition) -> date | None:
    return definition.origin.released if definition.origin is not None else None


def _variant(value: StatedValue) -> str:
    if is_example(_key(value.pointer), value.value):
        return "example"
    return value.confidence.value if value.confidence else ""


def _stage(definition: Definition) -> dict[str, Param]:
    stage = definition.stage
    found = {lang: stage.term(lang) if stage else "-" for lang in _LANGUAGES}
    return {"key": "stage", "found": found["id"], "found_en": found["en"]}


def _params(value: StatedValue, names: _Names) -> dict[str, Param]:
    """Return what the sentence needs; a value is worded in both languages of a report."""
    key = _key(value.pointer)
    found = {lang: one.shown(value.owner, key, value.value) for lang, one in names.items()}
    return {
        "key": key,
        "found": found["id"] or "-",
        "found_en": found["en"] or "-",
        "confidence": value.confidence.value if value.confidence else None,
        "source": value.source,
    }


def _key(pointer: Pointer) -> str:
    """Return the innermost key: the path tells which of its terms is meant."""
    return next(step for step in reversed(pointer) if isinstance(step, str))


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
