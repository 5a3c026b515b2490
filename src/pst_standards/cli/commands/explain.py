"""``pst explain``: what a rule asks, why, on which article, with an example of each side."""

from __future__ import annotations

from typing import Final

from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run

_ALIKE: Final = 0.7
_MOST: Final = 3


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    parser.add_input("rule", "rule", help=parser.say("explain.rule"))


def run(work: Run) -> int:
    """Print the explanation of a rule, found by id or by an older name."""
    from pst_standards.cli.explaining import explanation
    from pst_standards.rules import installed_rulebook

    rows = installed_rulebook().rows
    name = work.options.rule.strip().upper()
    if name not in rows:
        known = [known for row in rows for known in (row.id, *row.aliases)]
        meant = ", ".join(_like(name, known))
        raise Refusal("rule-meant" if meant else "rule", rule=work.options.rule, meant=meant)
    work.console.line(explanation(rows[name], work.lang))
    return Exit.DONE


def _like(name: str, known: list[str]) -> list[str]:
    """Return the names most like one, of equals the one that stands first in the catalogue."""
    from difflib import SequenceMatcher

    likeness = {other: SequenceMatcher(None, name, other).ratio() for other in known}
    ranked = sorted(known, key=lambda other: -likeness[other])
    return [other for other in ranked if likeness[other] >= _ALIKE][:_MOST]
