"""What a test may say of a definition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pst_standards.definitions.assembling import dumps, read_data
from pst_standards.findings import Finding, Severity
from pst_standards.model.definition import Definition
from pst_standards.rules.checking import check

AS_OF = dt.date(2026, 11, 22)
"""The day for which the assertions check, so that a test does not change with the calendar."""


def assert_finds(source: Definition | Mapping[str, Any], rule: str) -> tuple[Finding, ...]:
    """Assert that a check reports ``rule``; returns its findings.

    >>> assert_finds({"stage": "draft"}, "MKL-001")[0].rule
    'MKL-001'
    """
    report = check(source, as_of=AS_OF)
    found = report.of(rule)
    if not found:
        others = sorted({other.rule for other in report.findings})
        raise AssertionError(f"{rule} was not found; found: {', '.join(others) or 'nothing'}")
    return found


def assert_lawful(source: Definition | Mapping[str, Any]) -> None:
    """Assert that a check reports no error; the message of a failure lists rule and pointer."""
    report = check(source, as_of=AS_OF)
    errors = [f"{e.rule} {e.pointer}" for e in report.findings if e.severity is Severity.ERROR]
    if errors or report.coverage.failed:
        raise AssertionError("\n".join([*errors, *report.coverage.failed]))


def assert_round_trip(definition: Definition) -> None:
    """Assert that writing a definition and loading it again gives an equal one, in both formats."""
    for format_name in ("yaml", "json"):
        again = read_data(dumps(definition, format=format_name)).definition
        if again != definition:
            raise AssertionError(f"{format_name}: {again!r} is not {definition!r}")
