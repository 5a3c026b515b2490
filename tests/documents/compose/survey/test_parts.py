"""The survey of data needs has indices of its own, and its sheet and its report tell them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.documents.outline import Document, Picture
from pst_standards.documents.survey_reports import survey_report_document, survey_sheet_document
from pst_standards.surveys import Tally, instrument, score
from pst_standards.surveys.reporting import SurveyPeriod, SurveyResult

SKD = instrument("skd-2025")
Tell = Callable[[Document], str]


def result(*, without: str = "", importance: bool = True, **options: Any) -> SurveyResult:
    """Nines for what is of the service, tens for what is of corruption."""
    tens = SKD.parts["ipak"]
    counts = {
        key: (*(0,) * 8, 0 if key in tens else 40, 40 if key in tens else 0)
        for key in SKD.keys
        if key != without
    }
    tally = Tally.from_frequencies(SKD, counts)
    if importance:
        tally = tally.changed(importance=tally.elements)
    return SurveyResult(period=SurveyPeriod.of(2025), score=score(tally, **options))


@pytest.mark.parametrize("make", [survey_sheet_document, survey_report_document])
def test_sheet_and_report_tell_the_indices_of_parts_and_by_importance(
    make: Callable[..., Document], tell: Tell
) -> None:
    page = tell(make(result()))
    for name in ("IPKP", "IPAK", "IKK", "90,00", "100,00", "93,36", "belum diverifikasi"):
        assert name in page
    bare = tell(make(result(importance=False)))
    assert "IPAK" in bare
    assert "IKK" not in bare


def test_a_part_that_lacks_an_element_has_no_index(tell: Tell) -> None:
    page = tell(survey_sheet_document(result(without="no_gratuity")))
    assert "IPKP : " in page
    assert "IPAK : " not in page


def test_without_a_table_of_grades_there_are_no_grades(tell: Tell) -> None:
    page = tell(survey_sheet_document(result(grades="")))
    assert "IPKP : 90,00\n" in page


def test_a_sheet_of_many_elements_has_no_chart_so_that_it_stays_one_page() -> None:
    made = survey_sheet_document(result())
    assert not [one for one in made.blocks if isinstance(one, Picture)]
