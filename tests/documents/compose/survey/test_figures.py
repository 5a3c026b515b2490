"""Figures of a survey on its sheet and in its report: charts, tables, grades and quadrants."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction
from xml.etree import ElementTree as ET

from attrs import evolve

from pst_standards.documents.incomplete import unfilled
from pst_standards.documents.outline import Table
from pst_standards.documents.survey_reports import (
    survey_report_document,
    survey_sheet,
    survey_sheet_document,
)
from pst_standards.findings import Confidence
from pst_standards.surveys import Score, Tally, Term, instrument, score
from pst_standards.surveys.reporting import (
    AnswerRows,
    Particulars,
    PastResult,
    ServiceLevel,
    SurveyPeriod,
    SurveyResult,
)
from pst_standards.surveys.statistics import Joint, quality_of
from tests.documents.compose.survey.survey_results import (
    DASH,
    SKM,
    bare_result,
    ending_in,
    pictures,
    scored,
    tables,
    texts,
)


def test_a_chart_has_a_title_a_description_and_a_table_after_it(surveyed: SurveyResult) -> None:
    made = survey_report_document(surveyed)
    found = pictures(made)
    assert len(found) == 4 + 2 + 1 + 1
    for one in found:
        drawn = ET.fromstring(one.vector)  # noqa: S314 - our own
        title, description, *_ = drawn
        assert title.tag.endswith("title")
        assert title.text
        assert description.text == one.alt
        place = made.blocks.index(one)
        near = made.blocks[max(place - 1, 0) : place + 3]
        assert any(isinstance(block, Table) for block in near)


def test_word_gets_the_chart_as_picture_and_as_vectors(surveyed: SurveyResult) -> None:
    with zipfile.ZipFile(io.BytesIO(survey_sheet(surveyed, "docx"))) as made:
        media = [name for name in made.namelist() if "media" in name]
        body = made.read("word/document.xml").decode()
        relations = made.read("word/_rels/document.xml.rels").decode()
        types = made.read("[Content_Types].xml").decode()
        drawn = next(made.read(name) for name in media if name.endswith(".svg"))
    assert sorted(name.rpartition(".")[2] for name in media) == ["png", "svg"]
    assert drawn.startswith(b"<svg")
    assert 'Extension="svg" ContentType="image/svg+xml"' in types
    (target,) = re.findall(r'svgBlip[^>]* r:embed="(rId\d+)"', body)
    assert re.search(rf'Id="{target}"[^>]*Target="media/[^"]*\.svg"', relations)


def test_elements_that_tie_are_not_cut_apart() -> None:
    same = dict.fromkeys(SKM.keys[:8], (0, 0, 10, 10))
    made = survey_report_document(bare_result(scored(**same, facilities=(0, 0, 0, 20))))
    (told,) = [text for text in texts(made) if "Unsur dengan nilai tertinggi adalah" in text]
    assert told.count("(4,000)") == 1
    assert not any("Unsur dengan nilai terendah adalah" in text for text in texts(made))


def test_what_comes_first_is_what_matters_and_satisfies_less() -> None:
    means = dict.fromkeys(SKM.keys, (0, 0, 10, 10)) | {
        "fee": (0, 20, 0, 0),
        "product": (0, 10, 10, 0),
    }
    asked = dict.fromkeys(SKM.keys, (0, 0, 10, 10)) | {
        "fee": (0, 20, 0, 0),
        "product": (0, 0, 0, 20),
    }
    tally = Tally.from_frequencies(SKM, means)
    importance = Tally.from_frequencies(SKM, asked).elements
    made = survey_report_document(bare_result(score(tally.changed(importance=importance))))
    said = list(texts(made))
    (first,) = [text for text in said if "didahulukan perbaikannya" in text]
    assert "Produk spesifikasi" in first
    assert "Biaya" not in first  # the lowest of all, but less important than the others
    (plan,) = ending_in("Penanggung jawab", made).rows
    assert str(plan[1]).startswith("Produk spesifikasi")


def test_both_grades_are_told_where_they_differ() -> None:
    frequencies = dict.fromkeys(SKM.keys, (0, 0, 43, 0))
    raised = {**frequencies, "fee": (0, 0, 0, 43)}
    found = score(Tally.from_frequencies(SKM, raised), categories="strict_lower")
    told = with_other_grade(found)
    said = " ".join(texts(survey_report_document(bare_result(told))))
    assert "Mutu menurut nilai sebelum dibulatkan: A (Sangat baik)" in said


def with_other_grade(found: Score) -> Score:
    """Give a score another grade by the other way of reading, as in a hole of the table."""
    assert found.table is not None
    return found.changed(grading=found.grading._replace(other=found.table.grade("A")))


def test_levels_of_the_evaluation_say_when_they_are_not_verified() -> None:
    level = ServiceLevel(indicator=8, term=Term("Tindak lanjut"), found=Term("50%"), level=2)
    unsure = evolve(level, indicator=9, level=3, confidence=Confidence.UNVERIFIED)
    result = bare_result(scored(fee=(0, 0, 20, 20)), levels=(level, unsure))
    made = survey_report_document(result)
    rows = tables(made)["Indikator"].rows
    assert [row[3] for row in rows] == ["2", "3"]
    assert any("belum diverifikasi pada naskah" in text for text in texts(made))
    sure = survey_report_document(evolve(result, levels=(level,)))
    assert not any("belum diverifikasi pada naskah" in text for text in texts(sure))


def test_a_report_has_no_row_of_a_level_that_is_not_known() -> None:
    level = ServiceLevel(indicator=8, term=Term("Tindak lanjut"), found=Term("50%"), level=2)
    unknown = tuple(evolve(level, indicator=one, level=None, found=Term("")) for one in (6, 9))
    found = scored(fee=(0, 0, 20, 20))
    made = survey_report_document(bare_result(found, levels=(level, *unknown)))
    assert [row[0] for row in tables(made)["Indikator"].rows] == ["8"]
    assert "Indikator" not in tables(survey_report_document(bare_result(found, levels=unknown)))
    (told,) = unfilled("survey-report", ["9"], "id")
    assert "previous_results_on" in told.reason


def test_an_instrument_of_ten_steps_and_many_attributes_has_its_quadrants() -> None:
    skd = instrument("skd-2025")
    spread = {
        key: (0,) * (7 + n % 3) + (30,) + (0,) * (2 - n % 3) for n, key in enumerate(skd.keys)
    }
    tally = Tally.from_frequencies(skd, spread)
    asked = Tally.from_frequencies(skd, dict(zip(spread, reversed(spread.values()), strict=True)))
    result = bare_result(score(Tally(skd.id, tally.elements, 30, importance=asked.elements)))
    made = survey_report_document(result, lang="en")
    assert len(tables(made)["Satisfaction with and importance of each element"].rows) == 16
    assert any("First priority" in one.vector for one in pictures(made))
    assert "The index of 2024 is" in " ".join(texts(made))


def test_attributes_that_are_all_alike_have_no_quadrants() -> None:
    tally = Tally.from_frequencies(SKM, dict.fromkeys(SKM.keys, (0, 0, 20, 20)))
    result = bare_result(score(Tally(SKM.id, tally.elements, 40, importance=tally.elements)))
    made = survey_report_document(result)
    rows = tables(made)["Kepuasan dan kepentingan setiap unsur"].rows
    assert {row[4] for row in rows} == {"tidak ditentukan"}
    assert any("Kuadran tidak dapat ditentukan" in text for text in texts(made))


def test_questions_within_an_element_stand_by_themselves_in_the_processing_table() -> None:
    counts = {"time_limit.1": (0, 0, 20, 20), "time_limit.2": (0, 20, 20, 0), "fee": (0, 0, 0, 40)}
    made = survey_report_document(bare_result(score(Tally.from_frequencies(SKM, counts))))
    table = tables(made)["Pengolahan jawaban"]
    assert [column.title for column in table.columns][1:] == ["U3.1", "U3.2", "U4"]
    weights = next(row for row in table.rows if row[0] == "Bobot")
    assert weights[1:] == ("0,5000", "", "0,5000")
    assert any("jumlah seluruh jawaban" in text for text in texts(made))


def test_a_form_of_many_questions_tells_each_of_them() -> None:
    form = instrument("skm-16-online-a")
    counts = {item.key: (0, 0, 20, 20) for item in form.items}
    result = bare_result(score(Tally.from_frequencies(form, counts), form))
    found = tables(survey_report_document(result))
    assert "Pengolahan jawaban" not in found
    sums = found["Jumlah dan nilai setiap kode"].rows
    assert [row[0] for row in sums][:3] == ["U1.1", "U1.2", "U2.1"]
    assert {row[1:4] for row in sums} == {("140", "40", "3,500")}
    answers = AnswerRows(items=tuple(counts), rows=((3,) * 16, (4,) * 16))
    with_rows = tables(survey_report_document(evolve(result, answers=answers)))
    assert len(with_rows["Pengolahan jawaban"].rows) == 2
    codes = found["Arti kode unsur"]
    assert len(codes.rows) == 16
    assert all(row[2] != DASH for row in codes.rows)


def test_of_very_many_respondents_the_processing_table_has_sums_only() -> None:
    answers = AnswerRows(items=("fee",), rows=((3,),) * 1001)
    result = bare_result(scored(fee=(0, 0, 1001, 0)), answers=answers)
    made = survey_report_document(result)
    assert len(tables(made)["Pengolahan jawaban"].rows) == 5
    assert any("paling banyak 1.000" in text for text in texts(made))


def test_rows_without_a_question_leave_its_cells_empty() -> None:
    answers = AnswerRows(items=("fee",), rows=((3,), (None,)))
    counts = {"fee": (0, 0, 1, 0), "conduct": (0, 0, 0, 2)}
    made = survey_report_document(bare_result(scored(**counts), answers=answers))
    assert tables(made)["Pengolahan jawaban"].rows[:2] == (("1", "3", ""), ("2", "", ""))


def test_without_a_table_of_grades_no_grade_is_told() -> None:
    tally = Tally.from_frequencies(SKM, {"fee": (0, 0, 20, 20), "conduct": (0, 10, 20, 10)})
    before = PastResult(period=SurveyPeriod.of(2023), index=Fraction(80))
    result = bare_result(score(tally, grades=""), told=Particulars(previous=(before,)))
    for make in (survey_sheet_document, survey_report_document):
        made = make(result)
        assert not any("mutu pelayanan" in text.lower() for text in texts(made))
        assert "Interval indeks, mutu, dan kinerja" not in tables(made)
    assert any("adalah 81,25." in text for text in texts(made))


def test_importance_of_what_was_not_scored_gives_no_quadrants() -> None:
    asked = Tally.from_frequencies(SKM, {"conduct": (0, 0, 20, 20)}).elements
    tally = Tally.from_frequencies(SKM, {"fee": (0, 0, 20, 20)})
    made = survey_report_document(
        bare_result(score(Tally(SKM.id, tally.elements, 40, importance=asked)))
    )
    assert "Kepuasan dan kepentingan setiap unsur" not in tables(made)


def test_items_that_go_against_the_others_and_margins_without_population_are_told() -> None:
    answers = [(1, 4, 2), (2, 3, 4), (3, 2, 1), (4, 1, 3)] * 10
    joint = Joint.of(["requirements", "procedure", "fee"], answers, scale=(1, 4))
    tally = scored(fee=(10, 10, 10, 10))
    made = survey_report_document(bare_result(tally, quality=quality_of(joint)))
    assert "belum tercapai" in {row[4] for row in tables(made)["Keterandalan setiap butir"].rows}
    assert any("tanpa koreksi populasi" in text for text in texts(made))
