"""``pst check``: what is wrong with a definition, and which article says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.shared_out import as_folders
from pst_standards.cli.sources import add_base_option, bases, day, read
from pst_standards.cli.speech import speaker

if TYPE_CHECKING:
    from pst_standards.definitions import Bases, DefinitionError
    from pst_standards.findings import Report

_SEVERITIES = ("error", "warning", "note")


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("paths", "path", nargs="+", help=say("check.paths"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("check.format")
    )
    parser.add_option("--as-of", "date", type=day(say), help=say("check.as-of"))
    parser.add_option("--fail-on", choices=_SEVERITIES, default="error", help=say("check.fail-on"))
    parser.add_option("--as-folders", action="store_true", help=say("check.as-folders"))
    add_base_option(parser)


class _Answer(NamedTuple):
    """The report on one input, the language to tell it in, and the exit code it asks for."""

    report: Report
    lang: str
    code: Exit


def run(work: Run) -> int:
    """Check every input and print one report each, or all of them as one in JSON."""
    from pst_standards.definitions import DefinitionError

    paths = work.options.paths
    if work.options.as_folders:
        paths = as_folders(paths)
    try:
        known = bases(work.options.bases)
    except DefinitionError as error:
        if work.options.format != "json":
            raise
        # Whoever asked for JSON reads the broken base in the report, as any other finding.
        answers = [_unusable(path, work, error) for path in paths]
    else:
        answers = [_check(path, work, known) for path in paths]
    if work.options.format == "json":
        _print_json(answers, work)
    else:
        _print_text(answers, work)
    return max(answer.code for answer in answers)


def _check(path: str, work: Run, known: Bases) -> _Answer:
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
        return _Answer(report, lang, Exit.FAULT)
    sound = report.ok(Severity(work.options.fail_on))
    return _Answer(report, lang, Exit.DONE if sound else Exit.FINDINGS)


def _unusable(path: str, work: Run, error: DefinitionError) -> _Answer:
    from pst_standards.cli.reports import unusable

    report = unusable(path, error.findings, work.options.as_of)
    return _Answer(report, work.lang, Exit.UNUSABLE)


def _print_text(answers: list[_Answer], work: Run) -> None:
    from pst_standards.rules import formats

    for answer in answers:
        work.console.line(formats.text(answer.report, lang=answer.lang))
        if answer.report.findings:
            work.console.line(speaker(answer.lang)("check.explain"))


def _print_json(answers: list[_Answer], work: Run) -> None:
    from pst_standards.cli.reports import merged
    from pst_standards.rules import formats

    report = merged([answer.report for answer in answers])
    work.console.data(formats.json(report, lang=answers[0].lang))
