"""Texts that no document may carry: markup and invisible characters, wherever they hide."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Origin
from pst_standards.findings import Finding, Pointer

MARKUP: Final = re.compile(r"<[A-Za-z!/?][^<>]{0,200}>|<(?:script|style|iframe)\b", re.IGNORECASE)
CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SUSPECT: Final = re.compile(f"<|{CONTROL.pattern}")
_MOST: Final = 100


_SIGNS: Final = ("<", "\\u", "null", '"remove"')


def written(data: Any) -> str | None:
    """Write data as JSON, to search it as one string; ``None`` for data that JSON cannot hold."""
    try:
        return json.dumps(data, ensure_ascii=False, check_circular=False)
    except (TypeError, ValueError):
        return None


def is_plain(data: Mapping[str, Any]) -> bool:
    """Tell whether data removes nothing and holds no suspect text, at a tenth of a walk's cost."""
    text = written(data)
    if text is None or any(sign in text for sign in _SIGNS):
        return False
    # Printable text has no control characters; the exact search is the slower one.
    return text.isprintable() or CONTROL.search(text) is None


def text_findings(data: Mapping[str, Any], origin: Origin) -> list[Finding]:
    """Find texts with markup (DEF-029) or control characters (DEF-008), in keys as in values."""
    findings: list[Finding] = []
    waiting: list[tuple[Pointer, Any]] = [((), data)]
    suspect = _SUSPECT.search
    while waiting:
        pointer, value = waiting.pop()
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for step, part in parts:
            if type(step) is str and suspect(step):
                findings += _judge(step, (*pointer, step), origin)
            if type(part) is str:
                if suspect(part):
                    findings += _judge(part, (*pointer, step), origin)
            elif type(part) is dict or type(part) is list:
                waiting.append(((*pointer, step), part))
        if len(findings) > _MOST:
            break
    return findings


def _judge(value: str, pointer: Pointer, origin: Origin) -> list[Finding]:
    findings = []
    hidden, tag = CONTROL.search(value), MARKUP.search(value)
    where = origin.locate(pointer)
    if hidden:
        code = f"U+{ord(hidden[0]):04X}"
        findings.append(
            fault("DEF-008", variant="data", pointer=pointer, location=where, code=code)
        )
    if tag:
        findings.append(fault("DEF-029", pointer=pointer, location=where, found=tag[0]))
    return findings
