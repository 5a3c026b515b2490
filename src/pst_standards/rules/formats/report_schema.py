"""JSON Schema 2020-12 of ``pst-report/1``."""

from __future__ import annotations

from typing import Any, Final

import attrs

from pst_standards.definitions.schema import DIALECT, HOME
from pst_standards.findings import Coverage, Severity, Verdict
from pst_standards.rules.formats.json_report import FORMAT

_TEXT: Final = {"type": "string"}
_MAYBE_TEXT: Final = {"type": ["string", "null"]}
_TEXTS: Final = {"type": "array", "items": _TEXT}
_COUNT: Final = {"type": "integer", "minimum": 0}
_MAYBE_PLACE: Final = {"type": ["integer", "null"], "minimum": 1}
_DAY: Final = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def report_schema() -> dict[str, Any]:
    """Return the schema of a report in JSON; later versions of it may only add keys.

    >>> report_schema()["properties"]["format"]
    {'const': 'pst-report/1'}
    """
    return {
        "$schema": DIALECT,
        "$id": f"{HOME}/report.schema.json",
        "title": "Laporan pemeriksaan standar pelayanan · Report on service standards",
        "description": "What pst check found in one definition or several, and what it looked at.",
        **_object(
            {
                "format": {"const": FORMAT},
                "as_of": {**_DAY, "description": "The day whose law counts."},
                "inputs": {**_TEXTS, "description": "Every file that was read."},
                "summary": _object({level.value: _COUNT for level in reversed(Severity)}),
                "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
                "coverage": _coverage(),
                "known": {**_COUNT, "description": "Findings that a baseline told apart."},
            }
        ),
        "$defs": {"finding": _finding(), "value": _value()},
    }


def _object(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", **more, "properties": properties, "required": list(properties)}


def _coverage() -> dict[str, Any]:
    rules = {"type": "array", "items": {"$ref": "#/$defs/finding/properties/rule"}}
    return _object({field.name: {**rules, "uniqueItems": True} for field in attrs.fields(Coverage)})


_ONLY_IN_WORKBOOKS: Final = {
    "sheet": {**_TEXT, "description": "Sheet of the workbook that the file is."},
    "cell": {**_TEXT, "description": "Cell of that sheet, such as C7."},
}


def _finding() -> dict[str, Any]:
    found = _object(
        {
            "rule": {"type": "string", "minLength": 1},
            "severity": {"enum": [level.value for level in reversed(Severity)]},
            "verdict": {"enum": [verdict.value for verdict in Verdict]},
            "message": {**_TEXT, "description": "What is wrong, for people."},
            "hint": {**_TEXT, "description": "What to do about it, for people."},
            "params": {
                "type": "object",
                "description": "The values that the message names; keys differ by rule.",
                "additionalProperties": {"$ref": "#/$defs/value"},
            },
            "file": _MAYBE_TEXT,
            "line": _MAYBE_PLACE,
            "column": _MAYBE_PLACE,
            "pointer": {**_TEXT, "description": "Place in the definition (RFC 6901)."},
            "source_layer": _MAYBE_TEXT,
            "citations": _TEXTS,
        }
    )
    return {**found, "properties": {**found["properties"], **_ONLY_IN_WORKBOOKS}}


def _value() -> dict[str, Any]:
    single = ["string", "integer", "boolean", "null"]
    return {"type": [*single, "array"], "items": {"type": ["string", "integer"]}}
