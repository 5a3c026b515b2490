"""``pst show``: the resolved definition, or where each of its values comes from."""

from __future__ import annotations

from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import add_base_option, bases, read


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    parser.add_input("path", "path", help=parser.say("input.path"))
    parser.add_option(
        "--format", choices=("json", "yaml"), default="json", help=parser.say("show.format")
    )
    parser.add_option("--provenance", action="store_true", help=parser.say("show.provenance"))
    add_base_option(parser)


def run(work: Run) -> int:
    """Print the definition with all layers laid over each other."""
    from pst_standards.cli.reports import lines_of
    from pst_standards.definitions import dumps
    from pst_standards.definitions.provenance import provenance
    from pst_standards.definitions.writing import dump_json
    from pst_standards.findings import Severity

    reading = read(work.options.path, work.console, bases(work.options.bases))
    if not reading.sound:
        grave = [found for found in reading.findings if found.severity is Severity.ERROR]
        work.console.aside("\n".join(lines_of(grave, work.of(reading).lang)))
        return Exit.FINDINGS
    if work.options.provenance:
        work.console.data(dump_json(provenance(reading.definition)))
    else:
        work.console.data(dumps(reading.definition, format=work.options.format))
    return Exit.DONE
