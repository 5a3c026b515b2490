"""``pst complaint report``: the report on complaint handling, from a register or from counts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.formats import PAPERS, USUAL_FORMATS, formats
from pst_standards.cli.papers import assets_of
from pst_standards.cli.parser import Parser
from pst_standards.cli.report_files import store_reports
from pst_standards.cli.report_reading import (
    FORM,
    counts_of,
    notes_of,
    recap_of_register,
    refuse_told,
    tell_findings,
    told_words,
)
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import add_base_option, day

if TYPE_CHECKING:
    from pst_standards.complaints.recap import Recap
    from pst_standards.findings import Finding
    from pst_standards.model.complaint_recap import ComplaintRecap
    from pst_standards.model.definition import Definition

_STEMS: Final[Mapping[str, str]] = {"id": "laporan-pengaduan", "en": "complaint-report"}
_PUBLISHED: Final[Mapping[str, str]] = {"id": "-publikasi", "en": "-published"}
"""What ends the name of a report for everybody, so that it never replaces the internal one."""


def add_report(parser: Parser) -> None:
    """Fill the parser of the action ``report``."""
    say = parser.say
    for name in ("register", "from", "notes", "template"):
        parser.add_option(
            f"--{name}", "file", dest=f"{name}_file", help=say(f"complaint-report.{name}")
        )
    parser.add_option("--definition", "path", help=say("complaint-report.definition"))
    parser.add_option("--year", "number", type=int, help=say("complaint-report.year"))
    parser.add_option("--half", type=int, choices=(1, 2), help=say("complaint-report.half"))
    parser.add_option("--month", "number", type=int, help=say("complaint-report.month"))
    parser.add_option("--out", "folder", help=say("complaint-report.out"))
    parser.add_option(
        "--format",
        "formats",
        dest="formats",
        type=formats(say),
        action="extend",
        help=say("complaint-report.format"),
    )
    parser.add_option("--published", action="store_true", help=say("complaint-report.published"))
    parser.add_option("--force", action="store_true", help=say("complaint-report.force"))
    parser.add_option("--paper", choices=PAPERS, default="A4", help=say("build.paper"))
    parser.add_option("--as-of", "date", type=day(say), help=say("complaint-report.as-of"))
    add_base_option(parser)


def run_report(work: Run) -> int:
    """Write the report, or an empty form, and say what was written and what was found."""
    options = work.options
    if options.template_file:
        return _write_form(work)
    if (options.register_file is None) == (options.from_file is None):
        raise Refusal("report-source")
    if not (options.out or "").strip():
        raise Refusal("report-needs", option="--out")
    told = notes_of(work)
    if options.from_file:
        return _write_counted(work, told)
    recap, ended = recap_of_register(work)
    return max(_write(work, recap, told_words(None, told, recap, work), ()), ended)


def _write_counted(work: Run, told: ComplaintRecap | None) -> int:
    """Write the report on counts kept elsewhere."""
    counts = counts_of(work)
    words = told_words(counts.record, told, counts.recap, work)
    return _write(work, counts.recap, words, counts.findings)


def _write_form(work: Run) -> int:
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.exchange.recap import recap_form

    options, file = work.options, Path(work.options.template_file)
    if file.suffix.lower() != FORM:
        raise Refusal("report-template")
    if options.year is None:
        raise Refusal("report-needs", option="--year")
    if file.exists():
        raise Refusal("report-template-there", file=shown(file))
    write_atomically(file, recap_form(year=options.year, half=options.half, lang=work.lang))
    work.console.line(work.say("complaint-report.form", file=shown(file)))
    return Exit.DONE


def _write(
    work: Run, recap: Recap, words: ComplaintRecap | None, found: tuple[Finding, ...]
) -> int:
    from pst_standards.documents.complaint_reports import complaint_report_document
    from pst_standards.documents.kept import NAME
    from pst_standards.documents.kinds import write

    options, out = work.options, Path(work.options.out)
    if options.published:
        refuse_told(words, found, work)
    document = complaint_report_document(
        recap,
        words=words,
        office=_office(work),
        published=options.published,
        lang=work.lang,
        paper=options.paper,
        assets=assets_of(options.definition) if options.definition else None,
    )
    stem = f"{_STEMS[work.lang]}-{recap.period.stem}{_PUBLISHED[work.lang] * options.published}"
    wanted = dict.fromkeys(options.formats or USUAL_FORMATS)
    files = {f"{stem}.{name}": write(document, name) for name in wanted}
    store_reports(files, work, listing=NAME)
    for name in files:
        work.console.line(work.say("written", file=shown(out / name)))
    return tell_findings(found, work)


def _office(work: Run) -> Definition | None:
    path = work.options.definition
    return sound_reading(path, work).definition if path else None
