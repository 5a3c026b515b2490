"""Findings: what a check says, where, how gravely and on which norm. Pure data, no I/O."""

from pst_standards.findings.finding import Finding, Param, in_order
from pst_standards.findings.pointer import Location, Pointer, format_pointer, parse_pointer
from pst_standards.findings.report import Coverage, Report
from pst_standards.findings.severity import Confidence, Severity, Verdict
from pst_standards.findings.subject import Subject

__all__ = [
    "Confidence",
    "Coverage",
    "Finding",
    "Location",
    "Param",
    "Pointer",
    "Report",
    "Severity",
    "Subject",
    "Verdict",
    "format_pointer",
    "in_order",
    "parse_pointer",
]
