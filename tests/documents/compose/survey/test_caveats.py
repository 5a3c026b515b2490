"""What changes a figure stands on the sheet and in the last chapter, not in the report alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import pytest

from pst_standards.documents.outline import Document
from pst_standards.documents.survey_reports import survey_report_document, survey_sheet_document
from pst_standards.surveys import Tally, instrument, score
from pst_standards.surveys.grades import grade_of
from pst_standards.surveys.reporting import SurveyPeriod, SurveyResult
from pst_standards.surveys.scoring import Score, Weighting
from pst_standards.surveys.statistics import Joint, Told, quality_of, sample_size

SKM = instrument("skm-2017")
Tell = Callable[[Document], str]


def answers(*, without: str = "", of: int = 20, **changed: object) -> Tally:
    counts = {key: (0, 0, of, of) for key in SKM.keys if key != without}
    return Tally.from_frequencies(SKM, counts).changed(**changed)


def bare(found: Score, **fields: Any) -> SurveyResult:
    return SurveyResult(period=SurveyPeriod.of(2024), score=found, **fields)


def told_twice(result: SurveyResult, tell: Tell) -> Iterator[str]:
    yield tell(survey_sheet_document(result))
    _, last = tell(survey_report_document(result)).split("## V. Simpulan")
    yield last.partition("--- page ---")[0]


SKEWED: Mapping[str, Fraction] = {
    key: Fraction(2, 10) if key == "fee" else Fraction(1, 10) for key in SKM.keys
}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (score(answers(without="fee")), "Tidak ada kolomnya, jadi tidak dihitung: Biaya/tarif"),
        (score(answers(), drop=["fee"]), "Dikeluarkan atas permintaan: Biaya/tarif"),
        (score(answers(of=5)), "Respondennya hanya 10"),
        (score(answers(), weights="2dp"), "sama untuk setiap unsur, 2 desimal"),
        (score(answers(), weights="2dp"), "nilai tertinggi yang mungkin 99,00"),
        (score(answers(), weights=Weighting(given=SKEWED)), "ditetapkan kantor"),
        (score(answers(left_out={"answer.zero": 3})), "3 sel berisi 0 tidak dihitung"),
    ],
)
def test_what_changes_the_index_stands_where_the_index_is_published(
    found: Score, said: str, tell: Tell
) -> None:
    for page in told_twice(bare(found), tell):
        assert said in page


def test_a_sound_result_has_no_caveats(tell: Tell) -> None:
    for page in told_twice(bare(score(answers())), tell):
        assert "catatan berikut" not in page
        assert "Bobot unsur" not in page


def test_too_few_for_the_formula_stands_on_both_and_asks_nothing_of_their_readers(
    tell: Tell,
) -> None:
    sample = sample_size(300)
    told = Told(population=300, needed=sample.n, declared=99)
    joint = Joint.of(SKM.keys, [(3,) * 9, (4,) * 9] * 20, scale=(1, 4))
    short = bare(score(answers()), sample=sample, quality=quality_of(joint, told=told))
    for page in told_twice(short, tell):
        assert "Yang menjawab 40 orang dari 169 yang diperlukan" in page
    report = tell(survey_report_document(short))
    assert "menurut rumus Krejcie dan Morgan diperlukan 169. Ketelitian" in report
    assert not re.search(r"\b([Ss]ebutkan|[Pp]eriksa)\b", report)
    enough = bare(score(answers()), sample=sample_size(40))
    assert all("diperlukan" not in page for page in told_twice(enough, tell))


def test_an_unsteady_letter_has_its_range_beside_it(tell: Tell) -> None:
    rows = [(3, 4), (4, 4), (3, 3), (4, 3), (2, 3), (4, 4), (3, 3), (4, 4), (3, 3), (4, 4)]
    tally = Tally.from_frequencies(SKM, {"fee": (0, 1, 4, 5), "product": (0, 0, 5, 5)})
    found = score(tally)
    table = found.table
    assert table is not None
    quality = quality_of(
        Joint.of(["fee", "product"], rows, scale=(1, 4)),
        index=found.index,
        grade=lambda index: grade_of(index, table).letter,
    )
    assert quality.letters is not None
    assert not quality.letters.is_stable
    for page in told_twice(bare(found, quality=quality), tell):
        assert f"(tingkat kepercayaan 95%), mutunya {quality.letters}." in page


def test_rows_whose_cells_were_left_out_are_not_called_questionnaires(tell: Tell) -> None:
    tally = answers(left_out={"answer.outside": 9}, empty_respondents=7)
    page = tell(survey_report_document(bare(score(tally))))
    assert "Baris tanpa satu pun jawaban yang dapat dihitung" in page
    assert "7 baris tidak berisi satu pun jawaban" in page
    assert "Kuesioner tanpa satu pun jawaban" not in page
    blank = tell(survey_report_document(bare(score(answers(empty_respondents=7)))))
    assert "Kuesioner tanpa satu pun jawaban" in blank
