"""Findings that were there when checking began, told apart from new ones.

A baseline names each by rule, pointer and value, never by line: what moves stays known, what
changes is looked at anew. Items of lists are named by their ids. What an act or a government
regulation commands never goes into a baseline, as it may not be accepted either.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final, NamedTuple

from attrs import evolve, frozen

from pst_standards.findings import Finding, Pointer, Report, Severity, Verdict, format_pointer
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition
from pst_standards.rules.errors import BaselineError
from pst_standards.rules.rows import Catalogue

FORMAT: Final = "pst-baseline/1"
GONE: Final = "DEF-035"
_DIGITS: Final = 16
_MOST_SHOWN: Final = 80


class Debt(NamedTuple):
    """One finding as a baseline knows it: rule with variant, pointer by names, value hashed."""

    rule: str
    pointer: str
    value: str


@frozen(kw_only=True)
class Baseline:
    """The known findings of each input, by the name under which it is checked."""

    debts: Mapping[str, tuple[Debt, ...]]

    def of(self, name: str) -> tuple[Debt, ...]:
        """Return the known findings of an input."""
        return self.debts.get(name, ())


def debt(finding: Finding, definition: Definition) -> Debt:
    """Return how a baseline names a finding."""
    import hashlib
    from json import dumps

    names, value = _walked(definition, finding.pointer)
    told = {"params": dict(finding.params), "value": _plain(value)}
    canonical = dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    return Debt(finding.message_key, format_pointer(names), digest[:_DIGITS])


def _walked(definition: Definition, pointer: Pointer) -> tuple[Pointer, Any]:
    """Follow a pointer; return it with ids in place of indexes, and the value it leads to."""
    node: Any = definition
    names: list[str | int] = []
    for step in pointer:
        node = _child(node, step)
        named = getattr(node, "id", None) if isinstance(step, int) else None
        names.append(named if isinstance(named, str) else step)
    return tuple(names), node


def _child(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node[step] if isinstance(node, tuple) and step < len(node) else None
    return node.get(step) if isinstance(node, Mapping) else getattr(node, step, None)


def _plain(value: Any) -> Any:
    """Return a single value as it goes into the hash; a part with parts of its own says nothing."""
    if isinstance(value, Text):
        return [value.id, value.en]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | dt.date | dt.time):
        return str(value)
    return None


def entries(
    name: str, report: Report, definition: Definition, rows: Catalogue
) -> list[dict[str, str]]:
    """Return the findings of one input as they go into a baseline, in a fixed order."""
    debts = (debt(found, definition) for found in report.findings if may_be_known(found, rows))
    return [{"input": name, **one._asdict()} for one in sorted(debts)]


def written(known: Iterable[Mapping[str, str]]) -> str:
    """Return a baseline as JSON text; the same findings give the same bytes."""
    from json import dumps

    data = {"format": FORMAT, "findings": list(known)}
    return dumps(data, ensure_ascii=False, indent=1) + "\n"


def may_be_known(finding: Finding, rows: Catalogue) -> bool:
    """Tell whether a finding may go into a baseline: whether an office may accept it."""
    row = rows.get(finding.rule)
    if row is None or finding.verdict is Verdict.SHAPE:
        return False
    return row.may_suppress(finding.variant)


def read_baseline(content: str | bytes) -> Baseline:
    """Read a baseline.

    Raises ``BaselineError`` for what is no JSON, another format, or an entry that lacks a part.
    """
    from json import loads

    try:
        data = loads(content)
    except ValueError as error:  # no JSON, or no UTF-8
        raise BaselineError("baseline.syntax", detail=str(error)) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BaselineError("baseline.format", expected=FORMAT)
    entries = data.get("findings")
    debts: dict[str, list[Debt]] = {}
    for entry in entries if isinstance(entries, list) else [None]:
        name, one = _entry(entry)
        debts.setdefault(name, []).append(one)
    return Baseline(debts={name: tuple(found) for name, found in debts.items()})


def _entry(entry: Any) -> tuple[str, Debt]:
    given = entry if isinstance(entry, dict) else {}
    keys = ("input", *Debt._fields)
    stated = [str(given[key]) for key in keys if isinstance(given.get(key), str)]
    if len(stated) < len(keys):
        raise BaselineError("baseline.entry", detail=str(entry)[:_MOST_SHOWN])
    return stated[0], Debt(*stated[1:])


def apart(report: Report, definition: Definition, known: Iterable[Debt], rows: Catalogue) -> Report:
    """Take the known findings out of a report, count them, and tell which are no longer there."""
    left = Counter(known)
    fresh: list[Finding] = []
    old: list[Finding] = []
    for found in report.findings:
        one = debt(found, definition) if may_be_known(found, rows) else None
        if one is not None and left[one]:
            left[one] -= 1
            old.append(found)
        else:
            fresh.append(found)
    gone = [one for one in left.elements() if one.rule.partition(".")[0] in rows]
    return evolve(report, findings=(*fresh, *_told(gone)), known=tuple(old))


def _told(gone: list[Debt]) -> Iterable[Finding]:
    if gone:
        yield Finding(
            rule=GONE,
            severity=Severity.NOTE,
            verdict=Verdict.SHAPE,
            params={
                "count": len(gone),
                "rules": tuple(sorted({one.rule.partition(".")[0] for one in gone})),
            },
        )
