"""``pst sippn``: what has to do with the public pages of SIPPN."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sippn_comparing import add_compare, run_compare
from pst_standards.cli.sippn_pasting import add_write, run_write
from pst_standards.cli.sources import STANDARD_INPUT

LARGEST: Final = 1_500_000
"""Bytes of a page that are read; a real one has some twenty thousand."""


def arguments(parser: Parser) -> None:
    """Fill the parser: each action has a parser of its own."""
    say = parser.say
    group = parser.add_subparsers(
        dest="action", required=True, title=say("label.commands"), metavar=say("metavar.command")
    )
    for name, (fill, _) in _ACTIONS.items():
        topic = f"sippn-{name}"
        action = group.add_parser(name, say=say, topic=topic, help=say(f"{topic}.summary"))
        fill(action)
        action.add_common(inner=True)


def run(work: Run) -> int:
    """Do what the action says."""
    _, do = _ACTIONS[work.options.action]
    return do(work)


def _read_arguments(parser: Parser) -> None:
    parser.add_input("file", "file", help=parser.say("sippn-read.file"))


def _read(work: Run) -> int:
    """Print the draft of a page; beside it, a line for each thing to look at."""
    from pst_standards.exchange.sippn import read

    name = work.options.file
    draft = read(_page(name, work))
    work.console.data(draft.yaml(work.lang))
    for remark in draft.remarks:
        work.console.aside(f"{shown(name)}:{remark.line}: {remark.message(work.lang)}")
    return Exit.DONE if draft.whole else Exit.FINDINGS


def _page(name: str, work: Run) -> str:
    """Return the text of a page; refuses what is too large, no text, or empty."""
    from pst_standards.definitions.errors import UnreadableError
    from pst_standards.definitions.gathering import read_bytes
    from pst_standards.definitions.reading.encoding import decoded

    at_input = name == STANDARD_INPUT
    data = work.console.read(LARGEST) if at_input else read_bytes(Path(name), shown(name))
    if len(data) > LARGEST:
        raise Refusal("page-large", file=shown(name), limit=LARGEST // 1000)
    try:
        text = decoded(data, shown(name))
    except UnreadableError as error:
        if any(found.variant == "binary" for found in error.findings):
            raise Refusal("page-binary", file=shown(name)) from None
        raise
    if not text.strip():
        raise Refusal("page-empty", file=shown(name))
    return text


_ACTIONS: Final[Mapping[str, tuple[Callable[[Parser], None], Callable[[Run], int]]]] = {
    "write": (add_write, run_write),
    "compare": (add_compare, run_compare),
    "read": (_read_arguments, _read),
}
"""Each action by its name: what fills its parser, and what does its work."""
