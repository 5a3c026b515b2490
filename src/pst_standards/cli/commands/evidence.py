"""``pst evidence``: the folders that evaluators ask for, filled as far as the definition goes."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.build_inputs import add_inputs, gathered, unusable_answers
from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.formats import EVERY_FORMAT, USUAL_FORMATS, formats
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import STANDARD_INPUT, add_base_option, bases, folder, read
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.documents.inputs import Inputs
    from pst_standards.exchange.evidence import Folder
    from pst_standards.model.definition import Definition
    from pst_standards.surveys.reporting import Particulars

_FOR: Final = ("pekppp", "zi", "ombudsman")
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_EPOCH: Final = "SOURCE_DATE_EPOCH"


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("path", "path", help=say("input.path"))
    parser.add_option(
        "--for", dest="evaluation", choices=_FOR, required=True, help=say("evidence.for")
    )
    parser.add_option("--year", "number", type=_year(say), required=True, help=say("evidence.year"))
    parser.add_option("--out", "folder", type=folder(say), required=True, help=say("evidence.out"))
    parser.add_option(
        "--format",
        "formats",
        dest="formats",
        type=formats(say, EVERY_FORMAT),
        default=USUAL_FORMATS,
        help=say("build.format"),
    )
    add_inputs(parser, year=False)
    add_base_option(parser)


def _year(say: Say) -> Callable[[str], int]:
    def read_year(value: str) -> int:
        if _YEAR.fullmatch(value):
            return int(value)
        raise argparse.ArgumentTypeError(say("usage.year", value=value))

    return read_year


def run(work: Run) -> int:
    """Write the folders and say how it stands."""
    from pst_standards.findings import Severity

    options = work.options
    _refuse_own_folder(options.path, options.out)
    reading = read(options.path, work.console, bases(options.bases))
    work = work.of(reading)
    if not reading.sound:
        from pst_standards.cli.reports import lines_of

        grave = [found for found in reading.findings if found.severity is Severity.ERROR]
        work.console.aside("\n".join([work.say("build.unsound"), *lines_of(grave, work.lang)]))
        return Exit.FINDINGS
    given = gathered(work, reading, always=("year", "details"))
    _tell(_folder(work, reading.definition, given.inputs), work)
    return Exit.DONE


def _refuse_own_folder(path: str, out: str) -> None:
    """Refuse to write evidence among the files of the definition."""
    if Path(path).is_dir() and Path(path).resolve() == Path(out).resolve():
        raise Refusal("out-in-folder", out=shown(out), folder=shown(path))


def _folder(work: Run, definition: Definition, inputs: Inputs) -> Folder:
    from pst_standards.documents.assets import folder_assets
    from pst_standards.exchange.evidence import evidence_folder

    options = work.options
    return evidence_folder(
        definition,
        options.out,
        name=options.evaluation,
        year=options.year,
        as_of=_day(options.year),
        lang=options.lang,
        formats=options.formats,
        assets=None if options.path == STANDARD_INPUT else folder_assets(options.path),
        inputs=inputs,
        told=_told(work, inputs),
    )


def _told(work: Run, inputs: Inputs) -> Particulars | None:
    """Read particulars that were given without answers, for what became of the last plan."""
    from pst_standards.cli.survey_particulars import told_beside
    from pst_standards.surveys.errors import SurveyError

    if inputs.survey is not None or not work.options.details:
        return None
    try:
        return told_beside(work).particulars
    except SurveyError as error:
        raise unusable_answers(error, work.lang) from None


def _day(year: int) -> dt.date:
    """Return the last day of a year that is over, else today; as ``SOURCE_DATE_EPOCH`` has it."""
    from pst_standards.documents.dating import moment

    given = os.environ.get(_EPOCH)
    today = moment(None).date() if given else dt.datetime.now().astimezone().date()
    return min(dt.date(year, 12, 31), today)


def _tell(found: Folder, work: Run) -> None:
    from pst_standards.exchange.evidence import State
    from pst_standards.exchange.evidence.wording import (
        lacks_told,
        level_told,
        unconfirmed_told,
    )
    from pst_standards.rules.formats.cleaning import one_line

    for one in found.assessment.items:
        level = level_told(one, work.lang)
        if level:
            work.console.line(f"{one.item.number} {one.item.title.get(work.lang)}: {level}")
            for line in lacks_told(one, work.lang):
                work.console.line(f"  {line}")
    counts = {state.value: found.count(state) for state in State}
    work.console.line(work.say("evidence.done", folder=shown(work.options.out), **counts))
    if counts[State.UNSORTED.value]:
        unsorted = [
            f"{row.folder}/{name}"
            for row in found.rows
            if row.state is State.UNSORTED
            for name in row.files
        ]
        work.console.line(
            work.say("evidence.unsorted", files=tuple(one_line(shown(one)) for one in unsorted))
        )
    if found.kept:
        kept = tuple(map(shown, found.kept))
        work.console.line(work.say("evidence.kept", files=kept))
    if found.drafts:
        work.console.line(work.say("evidence.drafts", count=found.drafts))
    unsure = unconfirmed_told(found.assessment, work.lang)
    if unsure:
        work.console.line(unsure)
