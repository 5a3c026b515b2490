"""Checking what the command names: one answer for each input, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pst_standards.cli.exits import Exit
from pst_standards.cli.record_checks import check_record, kind_of
from pst_standards.cli.register_checks import check_place, is_register, shown_place
from pst_standards.cli.rule_choice import chosen_rules
from pst_standards.cli.running import Run
from pst_standards.cli.shared_out import as_folders, tell_part
from pst_standards.cli.sources import STANDARD_INPUT, bases, read

if TYPE_CHECKING:
    from pst_standards.calendar import Calendar
    from pst_standards.definitions import Bases, DefinitionError
    from pst_standards.definitions.folder_faults import Faults
    from pst_standards.findings import Report, Severity
    from pst_standards.model.definition import Definition
    from pst_standards.rules import Rulebook
    from pst_standards.rules.baseline import Baseline

NONE: Final[Faults] = MappingProxyType({})
"""Nothing is wrong with a definition beside others."""


class Answer(NamedTuple):
    """The report on one input, the language to tell it in, and the exit code it asks for.

    ``debts`` are its findings as a baseline would hold them, where one is to be written.
    """

    report: Report
    lang: str
    code: Exit
    debts: tuple[dict[str, str], ...] = ()


class _Asked(NamedTuple):
    """What is asked of every input alike."""

    bases: Bases
    rules: Rulebook
    known: Baseline | None
    faults: Faults


class Inputs(NamedTuple):
    """The names of the definitions to check, and whether a folder stood for several.

    ``faults`` are wrong with them beside each other, ``others`` are files that are none.
    """

    paths: list[str]
    many: bool = False
    faults: Faults = NONE
    others: tuple[Path, ...] = ()


def inputs(work: Run) -> Inputs:
    """Return the definitions that the command names."""
    paths = work.options.paths
    if work.options.as_folders:
        return Inputs(as_folders(paths))
    for path in {Path(path).parent: path for path in reversed(paths)}.values():
        tell_part(path, work)
    each = [_definitions(path) for path in paths]
    found = [name for one in each for name in one.paths]
    faults = {path: told for one in each for path, told in one.faults.items()}
    others = tuple(other for one in each for other in one.others)
    return Inputs(found, len(found) > len(paths), faults, others)


def _definitions(path: str) -> Inputs:
    if path == STANDARD_INPUT or not Path(path).is_dir():
        return Inputs([path])
    from pst_standards.definitions.folder_faults import faults_in
    from pst_standards.definitions.folders import contents_of
    from pst_standards.exchange.office_form import office_stated

    contents = contents_of(Path(path), forms=True)
    if contents.definitions == (Path(path),):
        return Inputs([path])
    found = [one.as_posix() for one in contents.definitions]
    return Inputs(found, faults=faults_in(contents, naming=office_stated), others=contents.others)


def answers(paths: list[str], work: Run, faults: Faults = NONE) -> Iterator[Answer]:
    """Yield an answer for each input, one after the other.

    A base given with ``--base`` that is broken is the answer for every input; for text the
    ``DefinitionError`` is raised instead.
    """
    from pst_standards.definitions import DefinitionError

    rules, known = chosen_rules(work), _baseline(work)
    try:
        asked = _Asked(bases(work.options.bases), rules, known, faults)
    except DefinitionError as error:
        if work.options.format == "text":
            raise
        # Whoever asked for a format reads the broken base in the report, as any other finding.
        yield from (_unusable(path, work, error) for path in paths)
        return
    for path in paths:
        yield _check(path, work, asked)


def _baseline(work: Run) -> Baseline | None:
    if work.options.baseline is None:
        return None
    from pst_standards.rules.baseline import read_baseline

    return read_baseline(Path(work.options.baseline).read_bytes())


def _check(path: str, work: Run, asked: _Asked) -> Answer:
    from pst_standards.definitions import DefinitionError
    from pst_standards.definitions.folder_faults import told_beside
    from pst_standards.findings import Severity
    from pst_standards.rules import check_reading
    from pst_standards.rules.baseline import apart, entries

    if is_register(path):
        day, days = work.options.as_of, _days_off(work)
        report = check_place(path, as_of=day, rules=asked.rules, calendar=days)
        if report.findings and work.options.format == "text":
            # A register is not edited: what advice calls events is noted by a command.
            work.console.aside(work.say("check.register-steps", file=shown_place(path)))
        return _of_a_record(report, work)
    try:
        reading = read(path, work.console, asked.bases)
    except DefinitionError as error:
        return _unusable(path, work, error)
    reading = told_beside(reading, asked.faults.get(Path(path), ()))
    kind = kind_of(reading)
    if kind is not None:
        report = check_record(kind, path, reading, as_of=work.options.as_of, rules=asked.rules)
        return _of_a_record(report, work)
    report = check_reading(reading, as_of=work.options.as_of, rules=asked.rules)
    report = _with_pictures(report, reading.definition, path)
    definition, lang = reading.definition, work.of(reading).lang
    if work.options.write_baseline is not None:
        return Answer(
            report, lang, _code(report), tuple(entries(path, report, definition, asked.rules.rows))
        )
    if asked.known is not None:
        report = apart(report, definition, asked.known.of(path), asked.rules.rows)
    return Answer(report, lang, _code(report, Severity(work.options.fail_on)))


def _with_pictures(report: Report, definition: Definition, path: str) -> Report:
    """Add the pictures beside a definition that a build would not print."""
    from attrs import evolve

    named = definition.facilities or (definition.office and definition.office.logo)
    if path == STANDARD_INPUT or not named:
        return report
    from pst_standards.documents.pictures import unfit_beside

    found = tuple(unfit_beside(definition, path))
    return evolve(report, findings=(*report.findings, *found)) if found else report


def _days_off(work: Run) -> Calendar | None:
    """Return the calendar of the office in ``--definition``, as a desk is told it."""
    from pst_standards.calendar.offices import office_calendar
    from pst_standards.cli.complaint_options import definition_of

    office = definition_of(work)
    return office_calendar(office.office) if office else None


def _of_a_record(report: Report, work: Run) -> Answer:
    from pst_standards.findings import Severity

    # A baseline speaks of definitions; of a record it neither holds nor hides anything.
    writing = work.options.write_baseline is not None
    return Answer(
        report, work.lang, _code(report, None if writing else Severity(work.options.fail_on))
    )


def _code(report: Report, fail_on: Severity | None = None) -> Exit:
    if report.coverage.failed:
        return Exit.FAULT
    return Exit.DONE if fail_on is None or report.ok(fail_on) else Exit.FINDINGS


def _unusable(path: str, work: Run, error: DefinitionError) -> Answer:
    from pst_standards.cli.reports import unusable

    report = unusable(path, error.findings, work.options.as_of)
    return Answer(report, work.lang, Exit.UNUSABLE)
