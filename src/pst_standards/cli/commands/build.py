"""``pst build``: the documents of a definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.build_inputs import add_inputs, gathered
from pst_standards.cli.bulk import build_offices, offices_of, whole
from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.formats import EVERY_FORMAT, PAPERS, USUAL_FORMATS, formats
from pst_standards.cli.open_text import open_lines
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.shared_out import tell_part
from pst_standards.cli.sources import STANDARD_INPUT, add_base_option, bases, folder, read
from pst_standards.cli.templates import office_template, refuse_template

if TYPE_CHECKING:
    from pst_standards.documents.inputs import Inputs
    from pst_standards.documents.manifest import Manifest
    from pst_standards.findings import Finding
    from pst_standards.model.definition import Definition

_NAMED: Final = 10
"""Of files that earlier builds left so many are named; the manifest has all that stay."""


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("path", "path", help=say("input.path"))
    parser.add_option("--out", "folder", type=folder(say), required=True, help=say("build.out"))
    parser.add_option(
        "--format",
        "formats",
        dest="formats",
        type=formats(say, EVERY_FORMAT),
        default=USUAL_FORMATS,
        help=say("build.format"),
    )
    add_inputs(parser)
    parser.add_option("--final", action="store_true", help=say("build.final"))
    parser.add_option("--paper", choices=PAPERS, help=say("build.paper"))
    parser.add_option("--template", "file", help=say("build.template"))
    parser.add_option("--signature", choices=("wet", "electronic"), help=say("build.signature"))
    parser.add_option("--anchor", "text", help=say("build.anchor"))
    parser.add_option("--no-qr", dest="qr", action="store_false", help=say("build.no-qr"))
    parser.add_option("--quiet", action="store_true", help=say("option.quiet"))
    parser.add_option("--jobs", "number", type=whole(say), help=say("build.jobs"))
    add_base_option(parser)


def run(work: Run) -> int:
    """Write the documents and say what was written."""
    offices = offices_of(work)
    if offices is not None:
        return build_offices(offices, work)
    from pst_standards.findings import Severity
    from pst_standards.rules import check_reading

    tell_part(work.options.path, work)
    reading = read(work.options.path, work.console, bases(work.options.bases))
    work = work.of(reading)
    if not reading.sound:
        grave = [found for found in reading.findings if found.severity is Severity.ERROR]
        return _refuse(work, work.say("build.unsound"), grave)
    report = check_reading(reading)
    errors = [found for found in report.findings if found.severity is Severity.ERROR]
    if errors and work.options.final:
        return _refuse(work, work.say("build.unlawful", count=len(errors)), errors)
    given = gathered(work, reading)
    if work.options.final and not given.sound:
        return _refuse(work, work.say("build.doubtful"), ())
    return _built(work, reading.definition, given.inputs, errors)


def _built(work: Run, definition: Definition, inputs: Inputs, errors: list[Finding]) -> int:
    from pst_standards.documents.refusals import FinalError
    from pst_standards.documents.template.finding import TemplateError

    try:
        manifest = _build(work, definition, inputs)
    except FinalError as error:
        lines = open_lines(error.findings, work)
        work.console.aside("\n".join([error.message(work.lang), *lines]))
        return Exit.FINDINGS
    except TemplateError as error:
        return refuse_template(error, work)
    _tell(work, manifest)
    if errors:
        work.console.line(work.say("build.errors", count=len(errors)))
    return Exit.DONE


def _build(work: Run, definition: Definition, inputs: Inputs) -> Manifest:
    from pst_standards.cli.progress import progress
    from pst_standards.documents.assets import folder_assets
    from pst_standards.documents.building import build
    from pst_standards.documents.signatures import chosen_signature

    options = work.options
    template = office_template(work)
    paper = options.paper or (template.paper if template else "") or "A4"
    assets = None if options.path == STANDARD_INPUT else folder_assets(options.path)
    with progress(work.console, work.say, quiet=options.quiet) as step:
        return build(
            definition,
            Path(options.out),
            formats=options.formats,
            lang=options.lang,
            paper=paper,
            final=options.final,
            assets=assets,
            inputs=inputs,
            template=template,
            signature=chosen_signature(options.signature, options.anchor),
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
    width = max((len(made.path) for made in manifest.made), default=0)
    for made in manifest.made:
        stamp = f"  {say('build.draft')}" if made.draft else ""
        work.console.line(f"  {made.path:{width}}{stamp}".rstrip())
    work.console.line("  manifest.json")
    if untouched := _without_template(work, manifest):
        work.console.line(say("build.without-template", kinds=", ".join(untouched)))
    for skipped in manifest.skipped:
        work.console.line(say("build.skipped", kind=skipped.kind, reason=skipped.reason))
    for reason, kinds in _incomplete(manifest).items():
        work.console.line(say("build.incomplete", kind=", ".join(kinds), reason=reason))
    for line in lines_of(manifest.findings, work.lang):
        work.console.line(line)
    for line in _earlier(work, manifest):
        work.console.line(line)
    drafts = sum(made.draft for made in manifest.made)
    if drafts:
        work.console.line(say("build.drafts", count=drafts, total=len(manifest.made)))


def _incomplete(manifest: Manifest) -> dict[str, list[str]]:
    """Return the kinds that lack something by the reason, which some have in common."""
    kinds: dict[str, list[str]] = {}
    for partly in manifest.incomplete:
        kinds.setdefault(partly.reason, []).append(partly.kind)
    return kinds


def _without_template(work: Run, manifest: Manifest) -> list[str]:
    """Return the kinds of Word files that keep their own layout though a template was given."""
    from pst_standards.documents.every_kind import EVERY_KIND

    if work.options.template is None:
        return []
    own = {one.name for one in EVERY_KIND.values() if one.own_layout}
    made = (one.kind for one in manifest.made if one.format == "docx")
    return list(dict.fromkeys(kind for kind in made if kind in own))


def _earlier(work: Run, manifest: Manifest) -> Iterator[str]:
    """Yield what became of documents that earlier builds left in the folder."""
    if manifest.earlier:
        yield work.say("build.earlier", count=len(manifest.earlier))
    if manifest.removed:
        yield work.say("build.removed", files=_some(manifest.removed, work))
    aside = manifest.set_aside
    if aside:
        moves = [f"{old} → {new}" for old, new in aside.items()]
        yield work.say("build.set-aside", files=_some(moves, work))
    told = {*aside.values(), *(one.path for one in manifest.stale)}
    own = [one for one in manifest.kept if one.path not in told]
    for key, same in (("build.changed", True), ("build.outlived", False)):
        found = [
            one.path for one in own if (one.definition_sha256 == manifest.definition_sha256) is same
        ]
        if found:
            yield work.say(key, files=_some(found, work))
    if manifest.stale:
        from pst_standards.documents.earlier import options_for

        files = _some([one.path for one in manifest.stale], work)
        yield work.say("build.stale", files=files, options=options_for(manifest.stale))


def _some(names: Sequence[str], work: Run) -> str:
    """Return names with commas between them; of many the first, and how many more there are."""
    told = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return work.say("build.some", names=told, count=more) if more > 0 else told
