"""Findings about a file itself, DEF-001 to DEF-010: how they are made and gathered."""

from __future__ import annotations

from typing import Final, NoReturn

from pst_standards.definitions.errors import UnreadableError
from pst_standards.findings import Finding, Location, Param, Pointer, Severity, Verdict

SYNTAX: Final = "DEF-001"
NOT_A_MAPPING: Final = "DEF-002"
TOO_LARGE: Final = "DEF-003"
TOO_DEEP: Final = "DEF-004"
ALIASES: Final = "DEF-005"
DUPLICATE_KEY: Final = "DEF-006"
ENCODING: Final = "DEF-007"
CONTROL_CHARACTER: Final = "DEF-008"
UNSUPPORTED: Final = "DEF-009"
NUMBER: Final = "DEF-010"

MOST_FINDINGS: Final = 1000
"""More findings of one file are not kept: nobody reads them, and they would eat the memory."""


_LONGEST_SHOWN: Final = 100


def shortened(text: str) -> str:
    """Return the part of a user's text that goes into a finding."""
    return text[:_LONGEST_SHOWN]


def fault(
    rule: str,
    variant: str,
    location: Location,
    pointer: Pointer = (),
    **params: Param,
) -> Finding:
    """Return an error about the shape of a file; a number that lost its zero is a warning."""
    severity = Severity.WARNING if variant == "leading_zero" else Severity.ERROR
    return Finding(
        rule=rule,
        variant=variant,
        severity=severity,
        verdict=Verdict.SHAPE,
        location=location,
        pointer=pointer,
        params=params,
    )


def refuse(rule: str, variant: str, location: Location, **params: Param) -> NoReturn:
    """Raise ``UnreadableError`` with one finding: no data can come out of the text."""
    raise UnreadableError((fault(rule, variant, location, (), **params),))
