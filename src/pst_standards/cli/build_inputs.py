"""What ``pst build`` is given beside a definition: events, complaints and answers to a survey."""

from __future__ import annotations

import datetime as dt
import os
from argparse import Namespace
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pst_standards.cli import report_reading as reports
from pst_standards.cli.console import shown
from pst_standards.cli.events import answers_of, event_files
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.input_kinds import other_kind, refuse_other_kinds
from pst_standards.cli.moments import day_or_moment
from pst_standards.cli.parser import Parser
from pst_standards.cli.sources import day
from pst_standards.cli.survey_options import (
    add_named_instrument,
    add_numbering,
    must_be_there,
    with_options,
)
from pst_standards.cli.survey_periods import period

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.complaints.recap import Recap
    from pst_standards.definitions import Reading
    from pst_standards.documents.inputs import Inputs
    from pst_standards.model.complaint_recap import ComplaintRecap
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.reporting import SurveyResult

_COUNTS: Final = frozenset({".yaml", ".yml", ".json", ".xlsx"})
"""Endings of counts that are kept elsewhere; a register has another one, or an address."""
_EPOCH: Final = "SOURCE_DATE_EPOCH"
DEPENDING: Final[Mapping[str, Sequence[str]]] = {
    "events": ("on",),
    "register": ("year", "half", "month", "notes", "as-of"),
    "answers": ("details", "period", "instrument", "numbering"),
}
"""Options that say something of another one, by that."""


class Gathered(NamedTuple):
    """What was given beside the definition, and whether all of it is sound.

    Where it is not, what is wrong was told and stands in the documents too, so that they can be
    drafts; a final one rests on nothing of the kind.
    """

    inputs: Inputs
    sound: bool = True


class _Complaints(NamedTuple):
    recap: Recap | None = None
    words: ComplaintRecap | None = None
    code: int = Exit.DONE


def add_inputs(parser: Parser, *, year: bool = True) -> None:
    """Add the options that name further input, and what each of them needs to be understood.

    Without ``year`` the command has an option of that name already.
    """
    say = parser.say
    several: dict[str, Any] = {"action": "append", "default": []}
    parser.add_option("--events", "path", **several, help=say("build.events"))
    parser.add_option("--on", "date", type=day_or_moment(say), help=say("entitlement.on"))
    parser.add_option("--register", "file", help=say("build.register"))
    if year:
        parser.add_option("--year", "number", type=int, help=say("build.year"))
    parser.add_option("--half", type=int, choices=(1, 2), help=say("complaint-report.half"))
    parser.add_option(
        "--month", "number", type=int, choices=range(1, 13), help=say("complaint-report.month")
    )
    parser.add_option("--notes", "file", help=say("complaint-report.notes"))
    parser.add_option("--as-of", "date", type=day(say), help=say("complaint-report.as-of"))
    parser.add_option("--answers", "file", **several, help=say("build.answers"))
    parser.add_option("--details", "file", help=say("survey-report.details"))
    parser.add_option("--period", "period", type=period(say), help=say("survey-report.period"))
    add_named_instrument(parser)
    add_numbering(parser)


def gathered(work: Run, reading: Reading, *, always: Collection[str] = ()) -> Gathered:
    """Read what was given, before anything is written.

    ``always`` names options that say something by themselves. What is wrong in figures is told
    beside, as the commands for each do. Raises ``Refusal`` for an option that says nothing here and
    for answers that cannot be read, and what reading raises.
    """
    from pst_standards.documents.inputs import Inputs

    options = work.options
    refuse_idle(options, always)
    files = event_files(options.events)
    refuse_other_kinds("events", files, work.say)
    refuse_other_kinds("register", [options.register] if options.register else [], work.say)
    refuse_other_kinds("answers", options.answers, work.say)
    events = answers_of(files, reading, work, named=True) if files else []
    complaints = _complaints(work) if options.register else _Complaints()
    survey, ended = _survey(work, reading) if options.answers else (None, Exit.DONE)
    inputs = Inputs(
        events=events, survey=survey, complaints=complaints.recap, words=complaints.words
    )
    return Gathered(inputs, sound=complaints.code == ended == Exit.DONE)


def refuse_idle(options: Namespace, always: Collection[str] = ()) -> None:
    """Raise ``Refusal`` for an option that says something of input that is not given."""
    given = {name: value for name, value in vars(options).items() if name not in always}
    for name, depending in DEPENDING.items():
        for one in depending:
            if given.get(one.replace("-", "_")) is not None and not given[name]:
                raise Refusal("build-idle", option=f"--{one}", needed=f"--{name}")


# -- complaints ----------------------------------------------------------------------------------


def _complaints(work: Run) -> _Complaints:
    """Read a register or counts of it, and the notes."""
    from pst_standards.complaints.errors import ComplaintError

    options = work.options
    place: str = options.register
    address = "://" in place
    counted = not address and Path(place).suffix.lower() in _COUNTS
    work = with_options(
        work,
        from_file=place if counted else None,
        register_file=None if counted else place,
        notes_file=options.notes,
        as_of=options.as_of or today(),
    )
    try:
        return _counted(work) if counted else _registered(work)
    except ComplaintError as error:
        if address:
            raise  # an address may hold a password
        if error.key == "recap.sheets":
            raise other_kind("register", place, "workbook", work.say, "no-recap") from None
        reason = error.message(work.lang)
        raise Refusal("build-register", file=shown(place), reason=reason) from None


def _registered(work: Run) -> _Complaints:
    told = reports.notes_of(work)
    work = with_options(work, year=_year(work))
    recap, ended = reports.recap_of_register(work)
    words = reports.told_words(None, told, recap, work)
    reports.refuse_told(words, (), work)
    return _Complaints(recap, words, ended)


def _counted(work: Run) -> _Complaints:
    told = reports.notes_of(work)
    counts = reports.counts_of(work)
    words = reports.told_words(counts.record, told, counts.recap, work)
    reports.refuse_told(words, counts.findings, work)
    return _Complaints(counts.recap, words, reports.tell_findings(counts.findings, work))


def today() -> dt.date:
    """Return the day of ``SOURCE_DATE_EPOCH``, so that two builds are the same; else today."""
    from pst_standards.documents.dating import moment

    if os.environ.get(_EPOCH):
        return moment(None).date()
    return dt.datetime.now().astimezone().date()


def _year(work: Run) -> int:
    """Return the year asked for, else the last in which a complaint was filed."""
    from pst_standards.complaints.registers.opening import open_register

    options = work.options
    on: dt.date = options.as_of
    if options.year is not None:
        return int(options.year)
    register = open_register(options.register_file, create=False)
    try:
        days = (one.filed_on for one in register.lines())
        return max((one.year for one in days if one <= on), default=on.year)
    finally:
        register.close()


# -- survey --------------------------------------------------------------------------------------


def _survey(work: Run, reading: Reading) -> tuple[SurveyResult, int]:
    from pst_standards.cli.survey_inputs import prepared
    from pst_standards.cli.survey_report import result_of, warned
    from pst_standards.surveys.errors import SurveyError

    options = work.options
    own = {name: getattr(options, name) for name in ("period", "details", "instrument")}
    defaults = _defaults(work)
    asked = with_options(
        work, **{**defaults, **own, "files": options.answers, "numbering": options.numbering}
    )
    try:
        asked = prepared(asked)
        for file in asked.options.files:
            must_be_there(file)
        result = result_of(asked, reading.definition)
    except SurveyError as error:
        raise unusable_answers(error, work.lang) from None
    return result, warned(result, asked)


def unusable_answers(error: SurveyError, lang: str) -> Refusal:
    """Return the refusal of answers, or of what is told about them, with what helps against it."""
    part = error.kind.partition(".")[0]
    key = "build-answers" + (f"-{part}" if part in {"particulars", "sheet"} else "")
    return Refusal(key, reason=error.message(lang))


def _defaults(work: Run) -> dict[str, Any]:
    """Return what ``pst survey report`` does where nothing is said."""
    from pst_standards.cli.survey_report import add_report

    parser = Parser(say=work.say, topic="survey-report")
    add_report(parser)
    return vars(parser.parse_args([".", "--out", "."]))
