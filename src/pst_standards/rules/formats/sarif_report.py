"""A report as SARIF 2.1.0, which code hosts show as alerts beside the lines of a change."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import asdict

from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Report, Severity, format_pointer
from pst_standards.rules.formats.cleaning import clean
from pst_standards.rules.formats.fingerprints import fingerprints
from pst_standards.rules.formats.sarif_rules import rule_descriptions

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SAFE_IN_URI: Final = "/-._~!$&'()*+,;=@"
_DRIVE: Final = re.compile(r"[A-Za-z]:(?=[/\\])")


def sarif(report: Report, *, lang: str = "id") -> str:
    """Write a report as a SARIF log with one run, for one definition or several.

    Paths are relative, columns count characters. What recognises a finding in the next run
    rests on rule, file and place in the definition, never on the line. Findings that the office
    accepts are not in a report and so not here.

    >>> import datetime as dt
    >>> sarif(Report(as_of=dt.date(2026, 11, 22))).splitlines()[2]
    '  "version": "2.1.0",'
    """
    from json import dumps

    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, lang)]}
    return dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report, lang: str) -> dict[str, Any]:
    rules = rule_descriptions(report, lang)
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    marks = fingerprints(report)
    return {
        "tool": {"driver": {"name": "pst", **_version(), "language": lang, "rules": rules}},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            _result(found, places[found.rule], mark, lang)
            for found, mark in zip(report.findings, marks, strict=True)
        ],
        "properties": {
            "as_of": report.as_of.isoformat(),
            "inputs": [clean(name) for name in report.inputs],
            "coverage": {name: list(ids) for name, ids in asdict(report.coverage).items()},
        },
    }


def _version() -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return {"version": version("pst-standards")}
    except PackageNotFoundError:  # run from a folder of sources
        return {}


def _invocation(report: Report) -> dict[str, Any]:
    """Tell whether every rule could run; one that broke is a notification too."""
    failed = report.coverage.failed
    told: dict[str, Any] = {"executionSuccessful": not failed}
    if failed:
        told["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": rule}, "descriptor": {"id": rule}}
            for rule in failed
        ]
    return told


def _result(found: Finding, index: int, mark: str, lang: str) -> dict[str, Any]:
    message, hint = word(found, lang)
    return {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": LEVELS[found.severity],
        "message": {"text": _unlinked(f"{message} {hint}")},
        "locations": [_location(found)],
        "partialFingerprints": {"pst/v1": mark},
        "properties": {"citations": list(found.citations)},
    }


def _unlinked(text: str) -> str:
    """Keep what a definition says from becoming a link, for which brackets stand in a message."""
    return clean(text).replace("](", "] (")


def _location(found: Finding) -> dict[str, Any]:
    pointer = clean(format_pointer(found.pointer)) or "/"
    place = found.location
    names = filter(None, (pointer, clean(place.reference or "")))
    told: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": name} for name in names]}
    if place.file is None:
        return told
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
        if place.column is not None:
            physical["region"]["startColumn"] = place.column
    return {"physicalLocation": physical, **told}


def uri(path: str) -> str:
    """Return a path as a URI reference: relative where the path is, with forward slashes.

    >>> uri("kantor saya/a#1.yaml"), uri("C:/kantor/a.yaml"), uri("a:b.yaml")
    ('kantor%20saya/a%231.yaml', 'file:///C:/kantor/a.yaml', 'a%3Ab.yaml')
    """
    from urllib.parse import quote

    drive = _DRIVE.match(path)
    if drive is not None:
        rest = path[drive.end() :].replace("\\", "/")
        return f"file:///{drive[0]}{quote(rest, safe=_SAFE_IN_URI, errors='replace')}"
    written = quote(path, safe=_SAFE_IN_URI, errors="replace")
    return f"file://{written}" if path.startswith("/") else written
