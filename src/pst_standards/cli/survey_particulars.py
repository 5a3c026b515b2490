"""The file of particulars for ``pst survey report``: which it is, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.sources import STANDARD_INPUT
from pst_standards.cli.survey_options import asked_instrument, must_be_there
from pst_standards.cli.survey_periods import names_of_period
from pst_standards.messages import LANGUAGES

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.surveys.elements import Instrument
    from pst_standards.surveys.notes import Note
    from pst_standards.surveys.reporting import Particulars, SurveyPeriod

_DETAILS: Final = ".toml"


class Told(NamedTuple):
    """What a file of particulars says, with its text and its name; both empty without a file."""

    particulars: Particulars
    text: str = ""
    file: str = ""


def told_beside(work: Run) -> Told:
    """Read the file that was named, or the one beside the answers with their name.

    Raises ``Refusal`` where several files of answers have one: only one can hold for the report.
    """
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.frames.texts import lines_of, opened
    from pst_standards.surveys.particulars import read_particulars
    from pst_standards.surveys.reporting import Particulars

    file = work.options.details or _beside(work)
    if file is None:
        return Told(Particulars())
    must_be_there(str(file))
    try:
        with opened(str(file)) as stream:
            text = "".join(lines_of(stream, "utf-8"))
        return Told(read_particulars(text), text, Path(file).name)
    except SurveyError as fault:
        raise fault.within(Path(file).name) from None


def _beside(work: Run) -> Path | None:
    places = dict.fromkeys(Path(one).with_suffix(_DETAILS) for one in work.options.files)
    found = [place for place in places if place.is_file()]
    if len(found) > 1:
        raise Refusal("survey-details", files=tuple(one.name for one in found))
    return found[0] if found else None


def without_period(told: Told, work: Run) -> Refusal:
    """Return the refusal of answers whose period nobody named, with where it was looked for."""
    places = dict.fromkeys(Path(one).with_suffix(_DETAILS) for one in work.options.files)
    if told.file:
        return Refusal("survey-period-in", file=told.file)
    if STANDARD_INPUT in work.options.files:
        return Refusal("survey-period")
    answers, looked = tuple(map(shown, work.options.files)), tuple(map(shown, places))
    return Refusal("survey-period-beside", answers=answers, looked=looked)


def checked_by(told: Told, period: SurveyPeriod, work: Run) -> Particulars:
    """Return the particulars, elements by their keys; raises as ``checked``, with file and line."""
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.particulars import placed
    from pst_standards.surveys.particulars_checks import checked

    used, numbering = asked_instrument(work), work.options.numbering
    try:
        return checked(told.particulars, period, used, numbering)
    except SurveyError as fault:
        raise placed(fault, told.text).within(told.file) from None


def notes_on_past(told: Particulars, used: Instrument) -> Iterator[Note]:
    """Yield a remark for each earlier result whose grade is not that of its index."""
    from pst_standards.surveys.figures import told as shown
    from pst_standards.surveys.notes import Note
    from pst_standards.surveys.particulars_checks import wrong_grades
    from pst_standards.surveys.terms import Term

    for one, right in wrong_grades(told.previous, used):
        names = dict(zip(LANGUAGES, names_of_period(one.period), strict=True))
        params = {
            "period": Term(names["id"], names["en"]),
            "found": one.grade,
            "index": shown(one.index, 2),
            "right": right,
            "table": one.instrument or used.id,
        }
        yield Note("past-grade", params)
