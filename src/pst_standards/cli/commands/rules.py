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


def run(work: Run) -> int:
    """List every rule."""
    from pst_standards.cli import catalogue_text

    if work.options.format == "json":
        from pst_standards.definitions.writing import dump_json

        work.console.data(dump_json(catalogue_text.as_data()))
    else:
        work.console.line(catalogue_text.as_text(work.lang))
    return Exit.DONE
