"""Checking what the command names: one answer for each input, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pst_standards.cli.exits import Exit
from pst_standards.cli.running import Run
from pst_standards.cli.sources import bases, read

if TYPE_CHECKING:
    from pst_standards.definitions import Bases, DefinitionError
    from pst_standards.findings import Report


class Answer(NamedTuple):
    """The report on one input, the language to tell it in, and the exit code it asks for."""

    report: Report
    lang: str
    code: Exit


def answers(paths: list[str], work: Run) -> Iterator[Answer]:
    """Yield an answer for each input, one after the other.

    A base given with ``--base`` that is broken is the answer for every input; for text the
    ``DefinitionError`` is raised instead.
    """
    from pst_standards.definitions import DefinitionError

    try:
        known = bases(work.options.bases)
    except DefinitionError as error:
        if work.options.format == "text":
            raise
        # Whoever asked for a format reads the broken base in the report, as any other finding.
        yield from (_unusable(path, work, error) for path in paths)
        return
    for path in paths:
        yield _check(path, work, known)


def _check(path: str, work: Run, known: Bases) -> Answer:
    from pst_standards.definitions import DefinitionError
    from pst_standards.findings import Severity
    from pst_standards.rules import check_reading

    try:
        reading = read(path, work.console, known)
    except DefinitionError as error:
        return _unusable(path, work, error)
    report = check_reading(reading, as_of=work.options.as_of)
    lang = work.of(reading).lang
    if report.coverage.failed:
        return Answer(report, lang, Exit.FAULT)
    sound = report.ok(Severity(work.options.fail_on))
    return Answer(report, lang, Exit.DONE if sound else Exit.FINDINGS)


def _unusable(path: str, work: Run, error: DefinitionError) -> Answer:
    from pst_standards.cli.reports import unusable

    report = unusable(path, error.findings, work.options.as_of)
    return Answer(report, work.lang, Exit.UNUSABLE)
