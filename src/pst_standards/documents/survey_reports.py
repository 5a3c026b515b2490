"""The publication sheet of a survey and the report on it, in memory."""

from __future__ import annotations

from typing import Unpack

from pst_standards.documents.alone import PaperChoices, composed_alone
from pst_standards.documents.compose.survey_official import official_sheet_of
from pst_standards.documents.compose.survey_report import report_of
from pst_standards.documents.compose.survey_sheet import sheet_of
from pst_standards.documents.kinds import write
from pst_standards.documents.outline import Document
from pst_standards.model.definition import Definition
from pst_standards.surveys.from_table import OfficialResult
from pst_standards.surveys.reporting import SurveyResult


def survey_sheet(
    result: SurveyResult,
    format: str,  # noqa: A002 - as in json tools
    *,
    office: Definition | None = None,
    **choices: Unpack[PaperChoices],
) -> bytes:
    """Return the sheet on which a survey is published, as the bytes of a file.

    It has the index, the grade, how many answered and who they were, and the mean of each element.
    Counts of very few people are hidden. ``office`` is whose letterhead it bears.

    Raises ``RequestError`` for a format, language or paper that there is not,
    ``MissingExtraError`` without the extra ``office``.

    >>> from pst_standards.surveys import Tally, instrument, score
    >>> from pst_standards.surveys.reporting import SurveyPeriod
    >>> tally = Tally.from_frequencies(instrument("skm-2017"), {"fee": (0, 0, 20, 20)})
    >>> result = SurveyResult(period=SurveyPeriod.of(2024), score=score(tally))
    >>> b"87,50" in survey_sheet(result, "html")
    True
    """
    return write(survey_sheet_document(result, office=office, **choices), format)


def survey_report(
    result: SurveyResult,
    format: str,  # noqa: A002 - as in json tools
    *,
    office: Definition | None = None,
    **choices: Unpack[PaperChoices],
) -> bytes:
    """Return the report on a survey, with five chapters and annexes; otherwise as the sheet.

    What nobody told (who asked, what will be done) leaves room for the hand.
    """
    return write(survey_report_document(result, office=office, **choices), format)


def survey_sheet_document(
    result: SurveyResult,
    *,
    office: Definition | None = None,
    **choices: Unpack[PaperChoices],
) -> Document:
    """Return the sheet as an outline, to be changed or rendered elsewhere."""
    return composed_alone(office or Definition(), sheet_of(result), **choices)


def survey_report_document(
    result: SurveyResult,
    *,
    office: Definition | None = None,
    **choices: Unpack[PaperChoices],
) -> Document:
    """Return the report as an outline, to be changed or rendered elsewhere."""
    return composed_alone(office or Definition(), report_of(result), **choices)


def official_sheet_document(
    found: OfficialResult,
    period: str,
    *,
    office: Definition | None = None,
    **choices: Unpack[PaperChoices],
) -> Document:
    """Return the sheet of a result that was reckoned elsewhere: its figures as they were given.

    ``period`` is what the period is called. What the audit says stands below the figures.
    """
    return composed_alone(office or Definition(), official_sheet_of(found, period), **choices)
