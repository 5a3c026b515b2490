"""``pst export``: a definition as open data, with a report of what could not be carried."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.handing_out import refuse_input, refuse_to_join
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import add_base_option, bases, read

if TYPE_CHECKING:
    from pst_standards.open_data import Exported

_POSITION: Final = re.compile(r"/[0-9]+(?=/|$)")
"""A place in a list: what all items of a list lose is one line, with how often it happens."""
_NAMED: Final = 10
"""Of more such lines the most frequent are printed; the report has all."""


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    from pst_standards.open_data import FORMATS

    say = parser.say
    parser.add_input("path", "path", help=say("input.path"))
    parser.add_option("--format", choices=FORMATS, required=True, help=say("export.format"))
    parser.add_option("--out", "file", help=say("export.out"))
    parser.add_option("--report", "file", help=say("export.report"))
    parser.add_option("--address", "text", default="", help=say("export.address"))
    add_base_option(parser)


def run(work: Run) -> int:
    """Write the export, and say what is not in it."""
    from pst_standards.cli.reports import lines_of
    from pst_standards.findings import Severity
    from pst_standards.open_data import export

    options = work.options
    _refuse_address(options.address)
    targets = [Path(one) for one in (options.out, options.report) if one]
    _refuse_one_file(targets)
    for target in targets:
        refuse_to_join(target, [options.path])
    reading = read(options.path, work.console, bases(options.bases))
    for target in targets:
        refuse_input(target, reading.inputs)
    work = work.of(reading)
    if not reading.sound:
        grave = [found for found in reading.findings if found.severity is Severity.ERROR]
        work.console.aside("\n".join(lines_of(grave, work.lang)))
        return Exit.FINDINGS
    made = export(reading.definition, options.format, base=options.address, lang=work.lang)
    _write(made, work)
    return Exit.DONE


def _refuse_address(given: str) -> None:
    from pst_standards.open_data.naming import is_base

    if given and not is_base(given):
        raise Refusal("address", value=given)


def _refuse_one_file(targets: Sequence[Path]) -> None:
    """Refuse to write the report over the export."""
    if len({one.resolve() for one in targets}) < len(targets):
        raise Refusal("export-report", file=shown(targets[0]))


def _write(made: Exported, work: Run) -> None:
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.open_data.losses import report_json

    options, console = work.options, work.console
    tell = console.line if options.out else console.aside
    if options.out:
        write_atomically(Path(options.out), made.text.encode("utf-8"))
        tell(work.say("written", file=shown(options.out)))
    else:
        console.data(made.text)
    if options.report:
        report = report_json(made.losses, work.lang)
        write_atomically(Path(options.report), report.encode("utf-8"))
        tell(work.say("written", file=shown(options.report)))
    for line in _lines(made, work):
        tell(line)


def _lines(made: Exported, work: Run) -> Iterator[str]:
    if not made.losses:
        yield work.say("export.whole")
        return
    yield work.say("export.losses", count=len(made.losses))
    grouped = Counter(
        (_POSITION.sub("/*", loss.pointer), loss.message(work.lang)) for loss in made.losses
    )
    many = len(grouped) > _NAMED
    if many:
        fates = Counter(loss.fate.value for loss in made.losses)
        for fate, count in fates.items():
            yield "  " + work.say(f"export.fate.{fate}", count=count)
        yield work.say("export.most")
    for (place, sentence), count in grouped.most_common(_NAMED) if many else grouped.items():
        named = shown(place) if place else work.say("export.definition")
        yield f"  {named}{f' ({count})' if count > 1 else ''}: {sentence}"
    if many:
        told, file = len(grouped) - _NAMED, work.options.report
        where = "export.reported" if file else "export.more"
        yield work.say(where, count=told, file=file or "")
