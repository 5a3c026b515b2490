"""What is raised when a definition cannot be used or written; every error carries findings."""

from __future__ import annotations

from pst_standards.findings import Finding
from pst_standards.messages import text


def _line(finding: Finding) -> str:
    sentence = text("definition", finding.message_key, "id", finding.params)
    place = str(finding.location)
    return f"{place}: {finding.rule} {sentence}" if place else f"{finding.rule} {sentence}"


class _FindingsError(Exception):
    """An error that says what is wrong as findings, so that every caller can word and place it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        """Write one line a finding, in Indonesian unless another language is asked."""
        return "\n".join(map(_line, self.findings))


class DefinitionError(_FindingsError):
    """A definition cannot be used; ``findings`` says why and where.

    >>> from pst_standards.findings import Location, Severity, Verdict
    >>> finding = Finding(
    ...     rule="DEF-002",
    ...     variant="empty",
    ...     severity=Severity.ERROR,
    ...     verdict=Verdict.SHAPE,
    ...     location=Location("office.yaml", 1, 1),
    ... )
    >>> print(DefinitionError((finding,)))
    office.yaml:1:1: DEF-002 Berkas ini kosong.
    """


class UnreadableError(DefinitionError):
    """A text is not a definition at all: no data came out of it."""


class OutputError(_FindingsError):
    """A file could not be written; what stood there before still stands there."""
