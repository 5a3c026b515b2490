"""``pst build``: the documents of a definition."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.cli.bulk import build_offices, offices_of, whole
from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.formats import EVERY_FORMAT, PAPERS, USUAL_FORMATS, formats
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import STANDARD_INPUT, add_base_option, bases, read
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.documents.manifest import Manifest
    from pst_standards.findings import Finding
    from pst_standards.model.definition import Definition


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("path", "path", help=say("input.path"))
    parser.add_option("--out", "folder", type=_folder(say), required=True, help=say("build.out"))
    parser.add_option(
        "--format",
        "formats",
        dest="formats",
        type=formats(say, EVERY_FORMAT),
        default=USUAL_FORMATS,
        help=say("build.format"),
    )
    parser.add_option("--final", action="store_true", help=say("build.final"))
    parser.add_option("--paper", choices=PAPERS, default="A4", help=say("build.paper"))
    parser.add_option("--no-qr", dest="qr", action="store_false", help=say("build.no-qr"))
    parser.add_option("--quiet", action="store_true", help=say("option.quiet"))
    parser.add_option("--jobs", "number", type=whole(say), help=say("build.jobs"))
    add_base_option(parser)


def _folder(say: Say) -> Callable[[str], str]:
    def read_folder(value: str) -> str:
        # A script whose variable is empty must not scatter documents over the working folder.
        if value.strip():
            return value
        raise argparse.ArgumentTypeError(say("usage.folder"))

    return read_folder


def run(work: Run) -> int:
    """Write the documents and say what was written."""
    offices = offices_of(work)
    if offices is not None:
        return build_offices(offices, work)
    from pst_standards.documents.refusals import FinalError
    from pst_standards.findings import Severity
    from pst_standards.rules import check_reading

    reading = read(work.options.path, work.console, bases(work.options.bases))
    work = work.of(reading)
    if not reading.sound:
        grave = [found for found in reading.findings if found.severity is Severity.ERROR]
        return _refuse(work, work.say("build.unsound"), grave)
    report = check_reading(reading)
    errors = [found for found in report.findings if found.severity is Severity.ERROR]
    if errors and work.options.final:
        return _refuse(work, work.say("build.unlawful", count=len(errors)), errors)
    try:
        manifest = _build(work, reading.definition)
    except FinalError as error:
        return _refuse(work, error.message(work.lang), error.findings)
    _tell(work, manifest)
    if errors:
        work.console.line(work.say("build.errors", count=len(errors)))
    return Exit.DONE


def _build(work: Run, definition: Definition) -> Manifest:
    from pst_standards.cli.progress import progress
    from pst_standards.documents.assets import folder_assets
    from pst_standards.documents.building import build

    options = work.options
    assets = None if options.path == STANDARD_INPUT else folder_assets(options.path)
    with progress(work.console, work.say, quiet=options.quiet) as step:
        return build(
            definition,
            Path(options.out),
            formats=options.formats,
            lang=options.lang,
            paper=options.paper,
            final=options.final,
            assets=assets,
            progress=step,
            qr=options.qr,
        )


def _refuse(work: Run, reason: str, findings: list[Finding] | tuple[Finding, ...]) -> int:
    from pst_standards.cli.reports import lines_of

    work.console.aside("\n".join([reason, *lines_of(findings, work.lang)]))
    return Exit.FINDINGS


def _tell(work: Run, manifest: Manifest) -> None:
    from pst_standards.cli.reports import lines_of

    say, folder = work.say, shown(work.options.out)
    work.console.line(say("build.done", folder=folder))
    width = max((len(made.path) for made in manifest.documents), default=0)
    for made in manifest.documents:
        stamp = f"  {say('build.draft')}" if made.draft else ""
        work.console.line(f"  {made.path:{width}}{stamp}".rstrip())
    work.console.line("  manifest.json")
    for skipped in manifest.skipped:
        work.console.line(say("build.skipped", kind=skipped.kind, reason=skipped.reason))
    for line in lines_of(manifest.findings, work.lang):
        work.console.line(line)
    drafts = sum(made.draft for made in manifest.documents)
    if drafts:
        work.console.line(say("build.drafts", count=drafts, total=len(manifest.documents)))
