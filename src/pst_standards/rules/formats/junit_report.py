"""A report as JUnit XML: a test case for every rule, so that any CI shows it as a run of tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from pst_standards.definitions.wording import place_in_words, word
from pst_standards.findings import Finding, Report, Severity, format_pointer
from pst_standards.messages import text as say
from pst_standards.rules.formats.cleaning import clean
from pst_standards.rules.formats.telling import rule_title
from pst_standards.rules.rows import catalogue

_FAILS: Final = Severity.WARNING
"""From this severity on a finding fails its case; a note is told beside a case that passes."""


def junit(report: Report, *, lang: str = "id") -> str:
    """Write a report as JUnit XML, a suite for each definition and a case for each rule.

    Errors and warnings fail a case, notes are its output. A rule that does not apply or needs a
    person is skipped with the reason, one that broke is an error.

    >>> import datetime as dt
    >>> print(junit(Report(as_of=dt.date(2026, 11, 22), inputs=("kantor.yaml",)))[39:95])
    <testsuites name="pst check" tests="0" failures="0" erro
    """
    suites = [_suite(part, lang) for part in report.each()]
    root = ET.Element("testsuites", name="pst check")
    _count(root, (case for suite in suites for case in suite.iter("testcase")))
    root.extend(suites)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(report: Report, lang: str) -> ET.Element:
    name = next(iter(report.inputs), report.office or "pst")
    suite = ET.Element("testsuite", name=clean(name))
    coverage = report.coverage
    found: dict[str, list[Finding]] = {rule: [] for rule in coverage.checked}
    for one in report.findings:
        found.setdefault(_tested(one), []).append(one)
    for rule in coverage.failed:
        found.setdefault(rule, [])
    cases = [_judged(rule, findings, report, lang) for rule, findings in found.items()]
    cases += [
        _skipped(rule, key, lang)
        for key in ("not_applicable", "uncheckable", "switched_off")
        for rule in getattr(coverage, key)
        if rule not in found
    ]
    _count(suite, cases)
    suite.set("timestamp", f"{report.as_of.isoformat()}T00:00:00")
    suite.extend(cases)
    return suite


def _tested(found: Finding) -> str:
    """Return the rule whose case a finding belongs to: that of a rule that broke is the rule."""
    from pst_standards.rules.engine import FAILED

    return str(found.params["rule"]) if found.rule == FAILED else found.rule


def _count(element: ET.Element, cases: Iterable[ET.Element]) -> None:
    told = list(cases)
    facts = {"tests": len(told)}
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        facts[name] = sum(case.find(tag) is not None for case in told)
    for name, number in facts.items():
        element.set(name, str(number))
    element.set("time", "0")


def _case(rule: str, lang: str) -> ET.Element:
    row = catalogue().get(rule)
    name = clean(f"{rule} {rule_title(rule, lang)}")
    area = row.area if row else "own"
    return ET.Element("testcase", classname=f"pst.{area}", name=name, time="0")


def _judged(rule: str, findings: list[Finding], report: Report, lang: str) -> ET.Element:
    case = _case(rule, lang)
    grave = [found for found in findings if found.severity >= _FAILS]
    notes = [found for found in findings if found.severity < _FAILS]
    if rule in report.coverage.failed:
        _tell(case, "error", "failed", grave, lang)
    elif grave:
        _tell(case, "failure", max(found.severity for found in grave).value, grave, lang)
    if notes:
        ET.SubElement(case, "system-out").text = _lines(notes, lang)
    return case


def _tell(case: ET.Element, tag: str, kind: str, findings: list[Finding], lang: str) -> None:
    message = word(findings[0], lang)[0] if findings else say("rules", "report.broken", lang)
    if len(findings) > 1:
        more = say("rules", "report.alike", lang, {"count": len(findings) - 1})
        message = f"{message} ({more})"
    told = ET.SubElement(case, tag, type=kind, message=clean(message))
    told.text = _lines(findings, lang)


def _lines(findings: Iterable[Finding], lang: str) -> str:
    return "\n".join(_line(found, lang) for found in findings)


def _line(found: Finding, lang: str) -> str:
    message, hint = word(found, lang)
    place = place_in_words(found.location, lang) or format_pointer(found.pointer) or "/"
    severity = say("rules", f"report.severity.{found.severity.value}", lang)
    remedy = say("rules", "report.hint", lang, {"hint": hint})
    return clean(f"{place}: {severity}: {message} {remedy}")


def _skipped(rule: str, key: str, lang: str) -> ET.Element:
    case = _case(rule, lang)
    ET.SubElement(case, "skipped", message=clean(_reason(rule, key, lang)))
    return case


def _reason(rule: str, key: str, lang: str) -> str:
    row = catalogue().get(rule)
    if key == "uncheckable" and row is not None and row.reason is not None:
        return row.reason.get(lang)
    return say("rules", f"report.skipped.{key}", lang)
