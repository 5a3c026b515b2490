"""Periods of surveys for ``pst survey``: read from the command line, and named."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pst_standards.cli.speech import Say, speaker
from pst_standards.messages import LANGUAGES

if TYPE_CHECKING:
    from pst_standards.surveys.recording import PublishedResult
    from pst_standards.surveys.reporting import SurveyPeriod, SurveyResult

_ROMAN: Final = ("", "I", "II", "III", "IV")
_PERIOD: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<part>tw|q|s|h)?(?P<number>[0-9]{1,2}))?", re.IGNORECASE
)
_PARTS: Final = {"tw": "quarter", "q": "quarter", "s": "half", "h": "half", "": "month"}
_STEM_PARTS: Final = {"quarter": "tw", "half": "s", "month": ""}


def period(say: Say) -> Callable[[str], SurveyPeriod]:
    """Return what reads ``2024``, ``2024-TW2``, ``2024-S1`` or ``2024-05``."""

    def read(value: str) -> SurveyPeriod:
        from pst_standards.surveys.reporting import PartOfYear, SurveyPeriod

        found = _PERIOD.fullmatch(value)
        try:
            if found and found["number"]:
                part = PartOfYear(_PARTS[(found["part"] or "").lower()])
                return SurveyPeriod.of(int(found["year"]), part, int(found["number"]))
            if found:
                return SurveyPeriod.of(int(found["year"]))
        except ValueError:
            pass
        raise argparse.ArgumentTypeError(say("survey.period", value=value))

    return read


def stem_of(period: SurveyPeriod) -> str:
    """Return a period as a part of a file name.

    >>> from pst_standards.surveys.reporting import PartOfYear, SurveyPeriod
    >>> stem_of(SurveyPeriod.of(2024)), stem_of(SurveyPeriod.of(2024, PartOfYear.QUARTER, 2))
    ('2024', '2024-tw2')
    """
    part, place = period.part
    if part.value in _STEM_PARTS:
        letters = _STEM_PARTS[part.value]
        return f"{period.start.year}-{letters}{place:{'' if letters else '02'}}"
    if part.value == "year":
        return str(period.start.year)
    return f"{period.start.isoformat()}-{period.end.isoformat()}"


def published(result: SurveyResult, today: dt.date) -> PublishedResult:
    """Return what a definition says of a result; a day only of a period that is over by then."""
    from pst_standards.surveys.recording import PublishedResult
    from pst_standards.surveys.terms import Term

    period = result.period
    says = {lang: speaker(lang) for lang in LANGUAGES}
    names = {lang: _named(period, lang, say) for lang, say in says.items()}
    titles = (
        say("survey-report.title", period=_within(period, names[lang]))
        for lang, say in says.items()
    )
    day = result.told.conducted_on or period.end
    return PublishedResult(
        id=f"survey-{stem_of(period)}",
        title=Term(*titles),
        period=Term(*names.values()),
        year=period.start.year,
        text=Term(*(_outcome(result, lang, say) for lang, say in says.items())),
        conducted_on=day if day <= today else None,
    )


def _outcome(result: SurveyResult, lang: str, say: Say) -> str:
    """Return index, grade and number of respondents in a sentence, with the remark after it."""
    from pst_standards.surveys.figures import told

    score = result.score
    index = "-" if score.index is None else told(score.index, 2).get(lang)
    found = say(
        "survey-report.outcome" if score.grade else "survey-report.outcome-ungraded",
        index=index,
        grade=score.grade.letter if score.grade else "-",
        label=score.grade.label.get(lang) if score.grade else "-",
        n=score.tally.respondents,
        instrument=score.instrument.id,
    )
    return f"{found} {result.told.remark.get(lang)}".strip()


def names_of_period(period: SurveyPeriod) -> tuple[str, ...]:
    """Return what a period is called in each language.

    >>> from pst_standards.surveys.reporting import SurveyPeriod
    >>> names_of_period(SurveyPeriod.of(2024))
    ('Tahun 2024', 'Year 2024')
    """
    return tuple(_named(period, lang, speaker(lang)) for lang in LANGUAGES)


def _named(period: SurveyPeriod, lang: str, say: Say) -> str:
    """Return what people call a period: ``Triwulan II 2024``."""
    from pst_standards.documents.formats import month_name

    part, place = period.part
    if part.value == "month":
        shown_place = month_name(place, "en" if lang == "en" else "id")
    else:
        shown_place = _ROMAN[min(place, len(_ROMAN) - 1)]
    return say(
        f"survey-report.period.{part.value}",
        year=period.start.year,
        number=shown_place,
        start=period.start.isoformat(),
        end=period.end.isoformat(),
    )


def _within(period: SurveyPeriod, name: str) -> str:
    """Return the name of a period within a sentence; months keep their capital."""
    return name if period.part[0].value in {"month", "days"} else name[:1].lower() + name[1:]
