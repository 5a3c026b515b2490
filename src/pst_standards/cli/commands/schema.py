"""``pst schema``: the JSON Schema of the definition format."""

from __future__ import annotations

from pathlib import Path

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    parser.add_input(
        "which",
        "schema",
        nargs="?",
        choices=("definition", "complete"),
        default="definition",
        help=parser.say("schema.which"),
    )
    parser.add_option("--out", "file", help=parser.say("schema.out"))


def run(work: Run) -> int:
    """Print a schema, or write it to a file."""
    from pst_standards.definitions import complete_schema, definition_schema
    from pst_standards.definitions.writing import dump_json

    schema = complete_schema() if work.options.which == "complete" else definition_schema()
    if work.options.out is None:
        work.console.data(dump_json(schema))
        return Exit.DONE
    from pst_standards.definitions.writing import write_atomically

    write_atomically(Path(work.options.out), dump_json(schema).encode("utf-8"))
    work.console.line(work.say("written", file=shown(work.options.out)))
    return Exit.DONE
