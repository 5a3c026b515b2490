"""Past results of a survey: in their order, with their changes, where they can be compared."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from pst_standards.documents.outline import Document
from pst_standards.documents.survey_reports import survey_report_document
from pst_standards.surveys.reporting import Particulars, PastResult, SurveyPeriod
from tests.documents.compose.survey.survey_results import (
    DASH,
    MINUS,
    bare_result,
    pictures,
    scored,
    tables,
    texts,
)


def past(year: int, index: str, **fields: Any) -> PastResult:
    return PastResult(period=SurveyPeriod.of(year), index=Fraction(index), **fields)


def with_past(*previous: PastResult) -> Document:
    told = Particulars(previous=previous)
    return survey_report_document(bare_result(scored(fee=(0, 0, 20, 20)), told=told))


def test_a_rise_is_told_as_a_rise_and_a_fall_as_a_fall() -> None:
    for index, told in (("80", "naik 7,50"), ("90", "turun 2,50"), ("87.5", "sama dengan")):
        said = list(texts(with_past(past(2023, index))))
        assert sum(told in text for text in said) == 2


def test_periods_stand_in_their_order_and_changes_have_their_sign() -> None:
    rows = tables(with_past(past(2023, "90"), past(2022, "80", n=40, grade="B")))[
        "Indeks dari periode ke periode"
    ].rows
    assert [row[0] for row in rows] == ["Tahun 2022", "Tahun 2023", "Tahun 2024"]
    assert [row[4] for row in rows] == [DASH, "+10,00", f"{MINUS}2,50"]
    assert rows[0][1:4] == ("40", "80,00", "B")


def test_a_series_breaks_where_the_instrument_or_the_weights_change() -> None:
    made = with_past(
        past(2021, "70", instrument="skm-2014"),
        past(2022, "80", instrument="skm-2017", weights="2dp"),
        past(2023, "81", instrument="skm-2017", weights="exact"),
    )
    rows = tables(made)["Indeks dari periode ke periode"].rows
    changes = [row[4] for row in rows]
    assert changes == [DASH, "tidak sebanding", "tidak sebanding", "+6,50"]
    (chart,) = [one for one in pictures(made) if "periode ke periode" in one.vector]
    assert chart.vector.count('stroke-width="4"') == 1
    said = list(texts(made))
    assert any("instrumennya berbeda" in text for text in said)
    assert any("pembulatan bobotnya berbeda" in text for text in said)


def test_a_trend_is_called_shown_only_where_it_is() -> None:
    rising = [past(2015 + step, str(70 + step)) for step in range(9)]
    assert any("kecenderungan naik (uji" in text for text in texts(with_past(*rising)))
    falling = [past(2015 + step, str(99 - step)) for step in range(9)]
    assert any("kecenderungan turun (uji" in text for text in texts(with_past(*falling)))
    mixed = [past(2015 + step, str(80 + step % 2)) for step in range(9)]
    assert any("tidak terbukti" in text for text in texts(with_past(*mixed)))
    few = [past(2021 + step, str(80 + step)) for step in range(3)]
    assert any("belum dapat dibuktikan" in text for text in texts(with_past(*few)))
