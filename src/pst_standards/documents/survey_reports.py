"""The publication sheet of a survey and the report on it, in memory."""

from __future__ import annotations

from collections.abc import Mapping

from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.finishing import compose
from pst_standards.documents.compose.survey_official import official_sheet_of
from pst_standards.documents.compose.survey_report import report_of
from pst_standards.documents.compose.survey_sheet import sheet_of
from pst_standards.documents.kinds import (
    FORMATS,
    RENDERERS,
    chosen_language,
    chosen_paper,
    known,
)
from pst_standards.documents.outline import Document
from pst_standards.model.definition import Definition
from pst_standards.surveys.from_table import OfficialResult
from pst_standards.surveys.reporting import SurveyResult

_Assets = Mapping[str, bytes] | None


def survey_sheet(
    result: SurveyResult,
    format: str,  # noqa: A002 - as in json tools
    *,
    office: Definition | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
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
    writer = RENDERERS[known("format", format, FORMATS)]
    made = survey_sheet_document(result, office=office, lang=lang, paper=paper, assets=assets)
    return writer(made)


def survey_report(
    result: SurveyResult,
    format: str,  # noqa: A002 - as in json tools
    *,
    office: Definition | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> bytes:
    """Return the report on a survey, with five chapters and annexes; otherwise as the sheet.

    What nobody told (who asked, what will be done) leaves room for the hand.
    """
    writer = RENDERERS[known("format", format, FORMATS)]
    made = survey_report_document(result, office=office, lang=lang, paper=paper, assets=assets)
    return writer(made)


def survey_sheet_document(
    result: SurveyResult,
    *,
    office: Definition | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the sheet as an outline, to be changed or rendered elsewhere."""
    return _composed(sheet_of(result), office, lang, paper, assets)


def survey_report_document(
    result: SurveyResult,
    *,
    office: Definition | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the report as an outline, to be changed or rendered elsewhere."""
    return _composed(report_of(result), office, lang, paper, assets)


def official_sheet_document(
    found: OfficialResult,
    period: str,
    *,
    office: Definition | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the sheet of a result that was reckoned elsewhere: its figures as they were given.

    ``period`` is what the period is called. What the audit says stands below the figures.
    """
    return _composed(official_sheet_of(found, period), office, lang, paper, assets)


def _composed(
    composer: Composer, office: Definition | None, lang: str | None, paper: str, assets: _Assets
) -> Document:
    definition = office or Definition()
    return compose(
        definition,
        composer,
        lang=chosen_language(definition, lang),
        paper=chosen_paper(paper),
        assets=assets,
    ).document
