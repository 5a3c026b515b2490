"""``pst check``: what is wrong with a definition, and which article says so."""

from __future__ import annotations

from typing import Final

from pst_standards.cli.parser import Parser
from pst_standards.cli.rule_choice import add_rule_options
from pst_standards.cli.running import Run
from pst_standards.cli.sources import add_base_option, day

_SEVERITIES: Final = ("error", "warning", "note")


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    from pst_standards.rules.formats import NAMES

    say = parser.say
    parser.add_input("paths", "path", nargs="+", help=say("check.paths"))
    parser.add_option("--all", action="store_true", help=say("check.all"))
    parser.add_option("--format", choices=NAMES, help=say("check.format"))
    parser.add_option("--out", "file", help=say("check.out"))
    parser.add_option("--as-of", "date", type=day(say), help=say("check.as-of"))
    parser.add_option("--fail-on", choices=_SEVERITIES, default="error", help=say("check.fail-on"))
    parser.add_option("--as-folders", action="store_true", help=say("check.as-folders"))
    parser.add_option("--baseline", "file", help=say("check.baseline"))
    parser.add_option("--write-baseline", "file", help=say("check.write-baseline"))
    parser.add_option("--definition", "path", help=say("check.definition"))
    add_rule_options(parser)
    add_base_option(parser)
    parser.add_option("--quiet", action="store_true", help=say("option.quiet"))


def run(work: Run) -> int:
    """Check every input and hand out what was found: one report each, or one on all of them."""
    from pst_standards.cli.answering import answers, inputs
    from pst_standards.cli.bulk import tell_others
    from pst_standards.cli.handing_out import chosen_format, hand_out, refuse_unfit_out
    from pst_standards.cli.many import counted, tell_many, write_baseline

    work.options.format = chosen_format(work.options.format, work.options.out)
    refuse_unfit_out(work.options.paths, work)
    paths, many, faults, others = inputs(work)
    given = answers(paths, work, faults)
    found = counted(given, paths, work) if many else given
    if work.options.write_baseline is not None:
        return write_baseline(found, work)
    plain = work.options.format == "text" and not (work.options.all or work.options.out)
    code = tell_many(found, work) if many and plain else hand_out(found, work)
    tell_others(others, work)
    return code
