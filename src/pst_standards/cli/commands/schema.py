"""``pst schema``: the JSON Schemas of definition and report, and the form of a definition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    from pst_standards.model.records import RECORDS

    parser.add_input(
        "which",
        "schema",
        nargs="?",
        choices=("definition", "complete", "form", "report", *RECORDS),
        default="definition",
        help=parser.say("schema.which"),
    )
    parser.add_option("--out", "file", help=parser.say("schema.out"))


def run(work: Run) -> int:
    """Print a schema, or write it to a file."""
    from pst_standards.definitions.writing import dump_json

    schema = _schema(work.options.which, work.lang)
    if work.options.out is None:
        work.console.data(dump_json(schema))
        return Exit.DONE
    from pst_standards.definitions.writing import write_atomically

    write_atomically(Path(work.options.out), dump_json(schema).encode("utf-8"))
    work.console.line(work.say("written", file=shown(work.options.out)))
    return Exit.DONE


def _schema(which: str, lang: str) -> dict[str, Any]:
    from pst_standards.definitions import complete_schema, definition_schema
    from pst_standards.definitions.form_schema import form
    from pst_standards.definitions.schema import record_schema
    from pst_standards.model.records import RECORDS
    from pst_standards.rules.formats.report_schema import report_schema

    if which in RECORDS:
        return record_schema(which)
    if which == "form":
        return form(lang)
    made = {"definition": definition_schema, "complete": complete_schema, "report": report_schema}
    return made[which]()
