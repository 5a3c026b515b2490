"""The report on a survey, with its five chapters and its annexes."""

from __future__ import annotations

from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.survey_analysis import analysis, conclusion
from pst_standards.documents.compose.survey_annexes import annexes
from pst_standards.documents.compose.survey_chapters import collection, introduction
from pst_standards.documents.compose.survey_figures import SurveyFigures
from pst_standards.documents.compose.survey_periods import period_name, unbroken
from pst_standards.documents.compose.survey_results import results
from pst_standards.documents.compose.survey_sheet import remark
from pst_standards.documents.outline import Heading
from pst_standards.model.standard import ServiceStandard
from pst_standards.surveys.reporting import SurveyResult


def report_of(result: SurveyResult) -> Composer:
    """Return what composes the report on a survey."""

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        figures = SurveyFigures(result=result, composition=composition)
        period = period_name(result.period, composition)
        title = figures.say("report.title", survey=figures.survey, period=period)
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=unbroken(title, period)),
                *remark(figures),
                *introduction(figures),
                *collection(figures),
                *results(figures),
                *analysis(figures),
                *conclusion(figures),
                *annexes(figures),
            ),
            dated=result.told.signing.date if result.told.signing else None,
            needs_adoption=False,
        )

    return compose
