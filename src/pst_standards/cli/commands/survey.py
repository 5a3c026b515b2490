"""``pst survey``: scores of a satisfaction survey, how many to ask, the audit, and the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from pst_standards.cli.exits import Exit
from pst_standards.cli.survey_groups import print_data
from pst_standards.cli.survey_options import (
    add_format,
    add_instrument,
    add_numbering,
    add_text,
    number,
)
from pst_standards.cli.survey_report import add_report, run_report
from pst_standards.cli.survey_scoring import add_score, run_score

if TYPE_CHECKING:
    from pst_standards.cli.parser import Parser
    from pst_standards.cli.running import Run

_WRONG: Final = frozenset({"audit-grade", "audit-beyond", "audit-means", "audit-outside"})
"""Notes of an audit on what does not follow: a letter, an index beyond the scale, a mean."""
_METHODS: Final = ("krejcie_morgan", "slovin", "cochran")
_ROUNDINGS: Final = ("nearest", "ceil", "table_up")


def arguments(parser: Parser) -> None:
    """Fill the parser: each action has a parser of its own."""
    say = parser.say
    group = parser.add_subparsers(
        dest="action", required=True, title=say("label.commands"), metavar=say("metavar.command")
    )
    for name, (fill, _) in _ACTIONS.items():
        topic = f"survey-{name}"
        action = group.add_parser(name, say=say, topic=topic, help=say(f"{topic}.summary"))
        fill(action)
        action.add_common(inner=True)
        action.set_defaults(parser=action)


def run(work: Run) -> int:
    """Do what the action says."""
    from pst_standards.cli.survey_hints import hint_for
    from pst_standards.surveys.errors import SurveyError

    _, do = _ACTIONS[work.options.action]
    try:
        return do(work)
    except SurveyError as error:
        work.console.aside(error.message(work.lang))
        hint = hint_for(error, work)
        if hint is not None:
            work.console.aside(work.say("label.hint", hint=hint))
        return Exit.UNUSABLE


# -- sample size ---------------------------------------------------------------------------------


def _sample_arguments(parser: Parser) -> None:
    say = parser.say
    parser.add_input("population", "number", type=number(say), help=say("survey-sample.population"))
    parser.add_option("--method", choices=_METHODS, help=say("survey-sample.method"))
    parser.add_option("--rounding", choices=_ROUNDINGS, help=say("survey-sample.rounding"))
    parser.add_option("--margin", "share", help=say("survey-sample.margin"))
    add_format(parser)


def _sample(work: Run) -> int:
    """Print how many to ask."""
    from pst_standards.surveys.figures import read_figure
    from pst_standards.surveys.statistics import sample_size

    options = work.options
    given = {} if options.margin is None else {"margin": read_figure(options.margin)}
    found = sample_size(
        options.population,
        method=options.method or _METHODS[0],
        rounding=options.rounding,
        **given,
    )
    if options.format == "json":
        return print_data(work, found.to_dict())
    from pst_standards.cli.survey_text import sample_text

    work.console.line(sample_text(found, work.lang))
    return Exit.DONE


# -- audit ---------------------------------------------------------------------------------------


def _audit_arguments(parser: Parser) -> None:
    parser.add_input("file", "file", help=parser.say("survey-audit.file"))
    add_instrument(parser)
    add_numbering(parser)
    add_text(parser)
    add_format(parser)


def _audit(work: Run) -> int:
    """Print which conventions reproduce a published result; end with 1 when it does not follow."""
    from pst_standards.cli.survey_tables import published_in
    from pst_standards.surveys.auditing import audit

    found = audit(published_in(work.options.file, work))
    wrong = found.status == "inconsistent" or any(note.key in _WRONG for note in found.notes)
    code = Exit.FINDINGS if wrong else Exit.DONE
    if work.options.format == "json":
        print_data(work, found.to_dict())
        return code
    from pst_standards.cli.survey_text import audit_text

    work.console.line(audit_text(found, work.lang))
    return code


_ACTIONS: Final[Mapping[str, tuple[Callable[[Parser], None], Callable[[Run], int]]]] = {
    "score": (add_score, run_score),
    "sample-size": (_sample_arguments, _sample),
    "audit": (_audit_arguments, _audit),
    "report": (add_report, run_report),
}
