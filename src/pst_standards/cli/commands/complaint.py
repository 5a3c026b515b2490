"""``pst complaint``: handling complaints at a desk without an application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pst_standards.cli.commands.complaint_report import add_report, run_report
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run


def arguments(parser: Parser) -> None:
    """Fill the parser: each action has a parser of its own."""
    say = parser.say
    group = parser.add_subparsers(
        dest="action", required=True, title=say("label.commands"), metavar=say("metavar.command")
    )
    for name, (fill, _) in _ACTIONS.items():
        topic = f"complaint-{name}"
        action = group.add_parser(name, say=say, topic=topic, help=say(f"{topic}.summary"))
        fill(action)
        action.add_common(inner=True)


def run(work: Run) -> int:
    """Do what the action says."""
    _, do = _ACTIONS[work.options.action]
    return do(work)


_ACTIONS: Final[Mapping[str, tuple[Callable[[Parser], None], Callable[[Run], int]]]] = {
    "report": (add_report, run_report),
}
"""Each action by its name: what fills its parser, and what does its work."""
