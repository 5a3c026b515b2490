"""``pst rules``: the catalogue of what is checked."""

from __future__ import annotations

from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("rules.format")
    )
    parser.add_option("--summary", action="store_true", help=say("rules.summary-help"))


def run(work: Run) -> int:
    """List every rule, or count them by how far a machine answers for them."""
    from pst_standards.cli import catalogue_text

    summary = work.options.summary
    if work.options.format == "json":
        from pst_standards.definitions.writing import dump_json

        data = catalogue_text.summary_data() if summary else catalogue_text.as_data()
        work.console.data(dump_json(data))
    elif summary:
        work.console.line(catalogue_text.summary_text(work.lang))
    else:
        work.console.line(catalogue_text.as_text(work.lang))
    return Exit.DONE
