"""What people call the period of a survey."""

from __future__ import annotations

from typing import Final

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.formats import long_date, month_name
from pst_standards.surveys.reporting import PartOfYear, SurveyPeriod

_ROMAN: Final = ("", "I", "II", "III", "IV")


def period_name(period: SurveyPeriod, composition: Composition) -> str:
    """Return the name of a period as a title has it: ``Triwulan II Tahun 2024``."""
    part, number = period.part
    lang = composition.lang
    if part is PartOfYear.DAYS:
        first, last = long_date(period.start, lang), long_date(period.end, lang)
        return composition.say("survey-report.of-days", first=first, last=last)
    return composition.say(
        f"survey-report.of-{part}",
        year=str(period.start.year),
        number=month_name(number, lang) if part is PartOfYear.MONTH else _ROMAN[min(number, 4)],
    )


def unbroken(title: str, period: str) -> str:
    """Return a title whose period is kept on one line: a year does not stand alone below it.

    >>> unbroken("Hasil Survei Tahun 2024", "Tahun 2024").split(" ")[-1] == "2024"
    False
    """
    return title.replace(period, period.replace(" ", "\N{NO-BREAK SPACE}"))


def short_name(period: SurveyPeriod, composition: Composition) -> str:
    """Return the name of a period as a chart has it: ``TW II 2024``."""
    part, number = period.part
    if part is PartOfYear.DAYS:
        return f"{period.start:%d.%m.}\N{EN DASH}{period.end:%d.%m.%Y}"
    return composition.say(
        f"survey-report.short-{part}",
        year=str(period.start.year),
        number=month_name(number, composition.lang, short=True)
        if part is PartOfYear.MONTH
        else _ROMAN[min(number, 4)],
    )
