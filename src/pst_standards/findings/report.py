"""The result of a check: what was found, and what was and was not looked at."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from pst_standards.findings.finding import Finding, in_order
from pst_standards.findings.severity import Severity
from pst_standards.findings.subject import Subject


@frozen(kw_only=True)
class Coverage:
    """Which rules were applied: a pass says what it did not look at.

    Each field holds rule ids in catalogue order. ``uncheckable`` needs a person or other data;
    ``failed`` broke while running, which is a fault of the rule and never passes in silence;
    ``switched_off`` was taken out by a profile.
    """

    checked: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    uncheckable: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    switched_off: tuple[str, ...] = ()


@frozen(kw_only=True)
class Report:
    """All findings of one check in stable order, with the date and inputs they hold for.

    ``known`` are those that a baseline told apart: they were there before and do not count.
    ``office`` and ``subjects`` are the names under which people know what was checked. A report
    on several definitions keeps that on each of them in ``parts``. ``about`` is the kind of record
    that was checked, such as ``sale``; it is empty for a definition.

    >>> Report(as_of=date(2026, 11, 22)).ok()
    True
    """

    as_of: date
    inputs: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), converter=tuple[Finding, ...])
    coverage: Coverage = Coverage()
    known: tuple[Finding, ...] = field(default=(), converter=tuple[Finding, ...])
    office: str = ""
    subjects: tuple[Subject, ...] = ()
    parts: tuple[Report, ...] = ()
    about: str = ""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "findings", in_order(self.findings, self.inputs))

    def each(self) -> tuple[Report, ...]:
        """Return the report on each definition: its parts, or itself where it has none."""
        return self.parts or (self,)

    def ok(self, fail_on: Severity = Severity.ERROR) -> bool:
        """Tell whether nothing as grave as ``fail_on`` was found and every rule could run."""
        return not self.coverage.failed and all(found.severity < fail_on for found in self.findings)

    @property
    def clean_key(self) -> str:
        """Key of the sentence that nothing was found: by the law, or where no rule looked, in form.

        >>> Report(as_of=date(2026, 11, 22)).clean_key
        'clean-form'
        """
        return "clean-form" if self.form_only else "clean"

    @property
    def form_only(self) -> bool:
        """Whether no rule looked, so that only the form was checked."""
        return not (self.coverage.checked or self.coverage.failed)

    def count(self, severity: Severity) -> int:
        """Count the findings of exactly this severity."""
        return sum(found.severity is severity for found in self.findings)

    def of(self, *rules: str) -> tuple[Finding, ...]:
        """Pick the findings of the named rules, in report order."""
        return tuple(found for found in self.findings if found.rule in rules)
