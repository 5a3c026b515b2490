"""Texts that no document may carry: markup and invisible characters, wherever they hide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Origin
from pst_standards.definitions.reading.controls import forbidden
from pst_standards.findings import Finding, Pointer

_MOST: Final = 100


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"<[A-Za-z!/?][^<>]{0,200}>|<(?:script|style|iframe)\b", re.IGNORECASE)


def text_findings(data: Mapping[str, Any], origin: Origin) -> list[Finding]:
    """Find texts with markup (DEF-029) or control characters (DEF-008), in keys as in values."""
    findings: list[Finding] = []
    waiting: list[tuple[Pointer, Any]] = [((), data)]
    while waiting and len(findings) < _MOST:
        pointer, value = waiting.pop()
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            here = (*pointer, step)
            if isinstance(step, str):
                findings += _judge(step, here, origin)
            if isinstance(part, str):
                findings += _judge(part, here, origin)
            elif isinstance(part, dict | list):
                waiting.append((here, part))
    return findings


def _judge(value: str, pointer: Pointer, origin: Origin) -> list[Finding]:
    hidden = forbidden(value)
    tag = _markup().search(value) if "<" in value else None
    if not hidden and tag is None:
        return []
    where = origin.locate(pointer)
    findings = []
    if hidden:
        code = ", ".join(hidden)
        findings.append(
            fault("DEF-008", variant="data", pointer=pointer, location=where, code=code)
        )
    if tag:
        findings.append(fault("DEF-029", pointer=pointer, location=where, found=tag[0]))
    return findings
