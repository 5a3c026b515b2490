"""``pst explain``: what a rule asks, why, on which article; who holds a right, what enforces it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    from pst_standards.complaints.rights import Right
    from pst_standards.rules.rows import Row

_ALIKE: Final = 0.7
_MOST: Final = 3


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("rule", "rule", help=say("explain.rule"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("rules.format")
    )


def run(work: Run) -> int:
    """Print the explanation of a rule or a right, found by id or by an older name."""
    from pst_standards.rules import installed_rulebook

    rows = installed_rulebook().rows
    name = work.options.rule.strip().upper()
    if name in rows:
        return _print_rule(work, rows[name])
    from pst_standards.cli.explaining_rights import BY_ID

    if name in BY_ID:
        return _print_right(work, BY_ID[name])
    known = [known for row in rows for known in (row.id, *row.aliases)]
    meant = ", ".join(_like(name, [*known, *BY_ID]))
    raise Refusal("rule-meant" if meant else "rule", rule=work.options.rule, meant=meant)


def _print_rule(work: Run, row: Row) -> int:
    from pst_standards.cli.catalogue_text import rule_data
    from pst_standards.cli.explaining import explanation

    if work.options.format == "json":
        return _print_json(work, rule_data(row))
    work.console.line(explanation(row, work.lang))
    return Exit.DONE


def _print_right(work: Run, right: Right) -> int:
    from pst_standards.cli.explaining_rights import right_data, right_explanation

    if work.options.format == "json":
        return _print_json(work, right_data(right))
    work.console.line(right_explanation(right, work.lang))
    return Exit.DONE


def _print_json(work: Run, data: dict[str, Any]) -> int:
    from pst_standards.definitions.writing import dump_json

    work.console.data(dump_json(data))
    return Exit.DONE


def _like(name: str, known: list[str]) -> list[str]:
    """Return the names most like one, of equals the one that stands first in the catalogue."""
    from difflib import SequenceMatcher

    likeness = {other: SequenceMatcher(None, name, other).ratio() for other in known}
    ranked = sorted(known, key=lambda other: -likeness[other])
    return [other for other in ranked if likeness[other] >= _ALIKE][:_MOST]
