"""Making the DEF findings of this room; the reader of single files makes its own."""

from __future__ import annotations

from typing import Final

from pst_standards.findings import Finding, Location, Param, Pointer, Severity, Verdict

NOWHERE: Final = Location()
_WARNINGS: Final = frozenset({"DEF-015", "DEF-030", "DEF-031"})


def fault(
    rule: str,
    *,
    variant: str = "",
    pointer: Pointer = (),
    location: Location = NOWHERE,
    **params: Param,
) -> Finding:
    """Make a finding about the shape of a definition."""
    return Finding(
        rule=rule,
        variant=variant,
        severity=Severity.WARNING if rule in _WARNINGS else Severity.ERROR,
        verdict=Verdict.SHAPE,
        pointer=pointer,
        location=location,
        params=params,
    )
