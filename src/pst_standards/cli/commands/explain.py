"""``pst explain``: what a rule asks, why, on which article, with an example of each side."""

from __future__ import annotations

from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    parser.add_input("rule", "rule", help=parser.say("explain.rule"))


def run(work: Run) -> int:
    """Print the explanation of a rule, found by id or by an older name."""
    from difflib import get_close_matches

    from pst_standards.cli.explaining import explanation
    from pst_standards.rules import catalogue

    rows = catalogue()
    name = work.options.rule.strip().upper()
    if name not in rows:
        names = [known for row in rows for known in (row.id, *row.aliases)]
        meant = get_close_matches(name, names, n=3)
        raise Refusal(
            "rule-meant" if meant else "rule", rule=work.options.rule, meant=", ".join(meant)
        )
    work.console.line(explanation(rows[name], work.lang))
    return Exit.DONE
