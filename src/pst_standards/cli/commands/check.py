"""``pst check``: what is wrong with a definition, and which article says so."""

from __future__ import annotations

from typing import Final

from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.shared_out import as_folders
from pst_standards.cli.sources import add_base_option, day

_SEVERITIES: Final = ("error", "warning", "note")


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    from pst_standards.rules.formats import NAMES

    say = parser.say
    parser.add_input("paths", "path", nargs="+", help=say("check.paths"))
    parser.add_option("--all", action="store_true", help=say("check.all"))
    parser.add_option("--format", choices=NAMES, default="text", help=say("check.format"))
    parser.add_option("--out", "file", help=say("check.out"))
    parser.add_option("--as-of", "date", type=day(say), help=say("check.as-of"))
    parser.add_option("--fail-on", choices=_SEVERITIES, default="error", help=say("check.fail-on"))
    parser.add_option("--as-folders", action="store_true", help=say("check.as-folders"))
    add_base_option(parser)


def run(work: Run) -> int:
    """Check every input and hand out what was found: one report each, or one on all of them."""
    from pst_standards.cli.answering import answers
    from pst_standards.cli.handing_out import hand_out, refuse_unfit_out

    paths = work.options.paths
    if work.options.as_folders:
        paths = as_folders(paths)
    refuse_unfit_out(paths, work)
    return hand_out(answers(paths, work), work)
