"""Sheet and report of a survey: what they say, what they leave to the hand, whom they hide."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.documents.drawing import Canvas
from pst_standards.documents.kinds import FORMATS
from pst_standards.documents.outline import (
    Document,
    Heading,
    ItemList,
    KeyValues,
    Note,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from pst_standards.documents.plots import Plot
from pst_standards.documents.refusals import RequestError
from pst_standards.documents.survey_reports import (
    survey_report,
    survey_report_document,
    survey_sheet,
    survey_sheet_document,
)
from pst_standards.findings import Confidence
from pst_standards.model.definition import Definition
from pst_standards.surveys import (
    Element,
    Score,
    Tally,
    Term,
    Weighting,
    adapted,
    grade_of,
    instrument,
    score,
)
from pst_standards.surveys.frames import Counted, Terms, count_file
from pst_standards.surveys.particulars import read_particulars
from pst_standards.surveys.reporting import (
    AnswerRows,
    FollowUp,
    Particulars,
    PartOfYear,
    PastResult,
    Profile,
    ServiceLevel,
    Signing,
    SurveyPeriod,
    SurveyResult,
)
from pst_standards.surveys.statistics import Joint, Told, quality_of, sample_size

DASH, MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "survey" / "skm-2024.csv"
SKM = instrument("skm-2017")
QUESTIONS = {"sex": "jenis_kelamin", "age": "usia", "education": "pendidikan", "work": "pekerjaan"}


@pytest.fixture(autouse=True)
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no pixels: what charts look like is tested with the charts."""
    dot = Canvas(1, 1).png()
    monkeypatch.setattr(Plot, "png", lambda _: dot)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def surveyed(rows: list[dict[str, str]]) -> SurveyResult:
    """The example, with the first five rows only for the processing table."""
    counted = count_file(EXAMPLE, SKM, Terms(), joints=True)
    found = score(counted.tallies.total())
    told = read_particulars(EXAMPLE.with_suffix(".toml").read_text(encoding="utf-8"))
    assert told.period is not None
    sample = sample_size(told.population or 0)
    by_service = count_file(EXAMPLE, SKM, Terms(group_by=("layanan",))).tallies
    return SurveyResult(
        period=told.period,
        score=found,
        quality=quality_of(
            counted.joints[()],
            told=Told(population=told.population, needed=sample.n),
            index=found.index,
            grade=letter_of(found),
        ),
        sample=sample,
        profile=tuple(
            Profile(key=key, counts=dict(sorted(Counter(row[name] for row in rows).items())))
            for key, name in QUESTIONS.items()
        ),
        services=tuple((dict(key)["layanan"], score(tally)) for key, tally in by_service),
        answers=first_rows(counted, rows),
        told=told,
    )


def letter_of(found: Score) -> Callable[[Fraction], str]:
    table = found.table
    assert table is not None
    return lambda index: grade_of(index, table).letter


def first_rows(counted: Counted, rows: list[dict[str, str]]) -> AnswerRows:
    headings = {key: counted.header[place] for key, place in counted.columns.answers.items()}
    cells = ((row[heading] for heading in headings.values()) for row in rows[:5])
    return AnswerRows(
        items=tuple(headings),
        rows=tuple(tuple(int(cell) if cell else None for cell in row) for row in cells),
    )


def scored(**frequencies: tuple[int, ...]) -> Score:
    return score(Tally.from_frequencies(SKM, frequencies))


def bare_result(found: Score, **fields: Any) -> SurveyResult:
    return SurveyResult(period=SurveyPeriod.of(2024), score=found, **fields)


def texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text) | Note(text=text):
                yield text if isinstance(text, str) else "".join(run.text for run in text)
            case ItemList(items=items):
                yield from (item for item in items if isinstance(item, str))
            case KeyValues(pairs=pairs):
                for label, value in pairs:
                    told = value if isinstance(value, str) else "".join(run.text for run in value)
                    yield f"{label}: {told}"


def tables(document: Document) -> Mapping[str, Table]:
    named = (block for block in document.blocks if isinstance(block, Table))
    return {block.caption or block.columns[0].title: block for block in named}


def ending_in(title: str, document: Document) -> Table:
    """Return the table whose last column is called so."""
    (found,) = (
        block
        for block in document.blocks
        if isinstance(block, Table) and block.columns[-1].title == title
    )
    return found


def pictures(document: Document) -> list[Picture]:
    return [block for block in document.blocks if isinstance(block, Picture)]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("kind", ["sheet", "report"])
def test_sheet_and_report_say_what_they_said(
    kind: str,
    lang: str,
    surveyed: SurveyResult,
    office: Definition,
    pictures: Mapping[str, bytes],
    tell: Callable[[Document], str],
    compare_golden: Callable[[str, str], None],
) -> None:
    make = {"sheet": survey_sheet_document, "report": survey_report_document}[kind]
    made = make(surveyed, office=office, lang=lang, assets=pictures)
    compare_golden(f"composed-survey-{kind}.{lang}.txt", tell(made))


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_survey_gives_the_same_bytes(format_: str, surveyed: SurveyResult) -> None:
    assert survey_sheet(surveyed, format_) == survey_sheet(surveyed, format_)
    assert survey_report(surveyed, format_) != survey_sheet(surveyed, format_)


def test_a_format_that_there_is_not_is_refused(surveyed: SurveyResult) -> None:
    for make in (survey_sheet, survey_report):
        with pytest.raises(RequestError):
            make(surveyed, "odt")


def test_an_example_says_on_both_that_it_is_one(surveyed: SurveyResult) -> None:
    for make in (survey_sheet_document, survey_report_document):
        notes = [block for block in make(surveyed).blocks if isinstance(block, Note)]
        assert "rekaan" in str(notes[0].text)


def test_the_report_has_its_five_chapters_in_order(surveyed: SurveyResult) -> None:
    made = survey_report_document(surveyed, lang="en")
    found = [block.text for block in made.blocks if isinstance(block, Heading) and block.level == 2]
    numbers = [str(text).partition(".")[0] for text in found]
    assert numbers == ["I", "II", "III", "IV", "V", "Annex A", "Annex B", "Annex C"]


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


def test_without_any_answer_neither_index_nor_grade_is_told(office: Definition) -> None:
    result = bare_result(score(Tally.empty("skm-2017")))
    for make in (survey_sheet_document, survey_report_document):
        made = make(result, office=office)
        said = list(texts(made))
        assert any("Belum ada jawaban" in text for text in said)
        assert not pictures(made)
        assert not any(re.search(r"\bmutu pelayanan [A-D]\b", text, re.IGNORECASE) for text in said)


def test_what_nobody_told_leaves_room_for_the_hand() -> None:
    made = survey_report_document(bare_result(scored(fee=(0, 0, 20, 20), conduct=(1, 1, 20, 18))))
    said = list(texts(made))
    assert any(text.startswith("Metode: …") for text in said)
    found = tables(made)
    assert found["Susunan tim pelaksana"].row_height > 0
    plan = ending_in("Penanggung jawab", made)
    assert plan.row_height > 0
    ((_, first, *rest),) = plan.rows
    assert str(first).startswith("Perilaku pelaksana (komponen standar: Kompetensi pelaksana")
    assert rest == ["", "", ""]
    (signature,) = [block for block in made.blocks if isinstance(block, Signature)]
    assert signature.name.startswith("…")


def test_a_whole_plan_leaves_no_room(surveyed: SurveyResult) -> None:
    plan = ending_in("Penanggung jawab", survey_report_document(surveyed))
    assert plan.row_height == 0
    assert len(plan.rows) == 4
    assert "komponen standar" in str(plan.rows[0][1])


def test_counts_of_very_few_people_are_hidden_in_tables_charts_and_words() -> None:
    profile = (Profile(key="education", counts={"SMA": 25, "S1": 11, "S3": 3, "": 1}),)
    result = bare_result(scored(fee=(0, 0, 20, 20)), profile=profile)
    made = survey_report_document(result)
    rows = tables(made)["Pendidikan"].rows
    assert [row[1] for row in rows] == ["25", "*", "*", "*", "40"]
    assert [row[0] for row in rows][3] == "Tidak diisi"
    told = " ".join((*texts(survey_sheet_document(result)), *(one.alt for one in pictures(made))))
    assert "SMA 25" in told
    assert "S1 11" not in told
    assert any(text.startswith("* Tidak ditampilkan") for text in texts(made))


def test_a_profile_of_which_nothing_may_be_told_has_no_chart() -> None:
    profile = (Profile(key="parkir", counts={"ya": 2, "tidak": 1}, term=Term("Memakai parkir")),)
    made = survey_report_document(bare_result(scored(fee=(0, 0, 2, 1)), profile=profile))
    assert "Memakai parkir" in tables(made)
    assert all("parkir" not in one.alt for one in pictures(made))


def test_the_sheet_takes_other_questions_where_sex_and_education_were_not_asked() -> None:
    profile = (Profile(key="hobby", counts={"membaca": 40}),)
    made = survey_sheet_document(bare_result(scored(fee=(0, 0, 20, 20)), profile=profile))
    assert "Hobby: membaca 40 (100,0%)" in list(texts(made))


def test_the_index_of_a_service_of_very_few_is_hidden() -> None:
    few, many = scored(fee=(1, 1, 1, 0)), scored(fee=(0, 0, 20, 20))
    services = (("Langka", few), ("Ramai", many), ("Sedang", scored(fee=(0, 5, 3, 0))))
    made = survey_report_document(bare_result(many, services=services))
    rows = tables(made)["Indeks menurut jenis pelayanan"].rows
    assert [row[2] for row in rows] == ["*", "87,50", "*", "87,50"]
    assert any(text.startswith("* Tidak ditampilkan") for text in texts(made))


def test_elements_of_fewer_than_ten_respondents_are_not_put_into_an_order() -> None:
    made = survey_report_document(bare_result(scored(fee=(0, 0, 4, 5), conduct=(0, 4, 5, 0))))
    said = list(texts(made))
    assert any("tidak diurutkan" in text for text in said)
    assert not any("didahulukan perbaikannya" in text for text in said)


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


@pytest.mark.parametrize(
    ("period", "lang", "named"),
    [
        (SurveyPeriod.of(2024), "id", "Tahun 2024"),
        (SurveyPeriod.of(2024, PartOfYear.HALF, 2), "id", "Semester II Tahun 2024"),
        (SurveyPeriod.of(2024, PartOfYear.QUARTER, 3), "id", "Triwulan III Tahun 2024"),
        (SurveyPeriod.of(2024, PartOfYear.QUARTER, 3), "en", "Quarter III of 2024"),
        (SurveyPeriod.of(2024, PartOfYear.MONTH, 5), "id", "Mei 2024"),
        (
            SurveyPeriod(start=dt.date(2024, 3, 4), end=dt.date(2024, 4, 5)),
            "id",
            "4 Maret 2024 sampai 5 April 2024",
        ),
    ],
)
def test_a_period_is_called_what_people_call_it(
    period: SurveyPeriod, lang: str, named: str
) -> None:
    before = PastResult(period=period, index=Fraction(80))
    result = SurveyResult(
        period=period,
        score=scored(fee=(0, 0, 20, 20)),
        told=Particulars(previous=(before,)),
    )
    assert survey_report_document(result, lang=lang).title.endswith(named)


def test_weights_that_an_office_set_and_dropped_elements_are_told() -> None:
    found = score(
        Tally.from_frequencies(SKM, {"fee": (0, 0, 20, 20), "conduct": (0, 0, 40, 0)}),
        weights="2dp",
        drop=("conduct",),
        compat=True,
    )
    said = " ".join(texts(survey_report_document(bare_result(found))))
    assert "2 desimal" in said
    assert "“Perilaku pelaksana”" in said


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
    unsure = evolve(level, indicator=9, level=None, confidence=Confidence.UNVERIFIED)
    result = bare_result(scored(fee=(0, 0, 20, 20)), levels=(level, unsure))
    made = survey_report_document(result)
    rows = tables(made)["Indikator"].rows
    assert [row[3] for row in rows] == ["2", "belum diketahui"]
    assert any("belum diverifikasi pada naskah" in text for text in texts(made))
    sure = survey_report_document(evolve(result, levels=(level,)))
    assert not any("belum diverifikasi pada naskah" in text for text in texts(sure))


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


def test_whoever_is_named_signs_and_else_the_head_of_the_office(office: Definition) -> None:
    signing = Signing(
        name="Nama Contoh", position=Term("Sekretaris", "Secretary"), date=dt.date(2025, 1, 3)
    )
    result = bare_result(scored(fee=(0, 0, 20, 20)), told=Particulars(signing=signing))
    made = survey_report_document(result, office=office, lang="en")
    (signature,) = [block for block in made.blocks if isinstance(block, Signature)]
    assert (signature.title, signature.name) == ("Secretary,", "Nama Contoh")
    assert made.created == dt.date(2025, 1, 3)
    by_head = evolve(result, told=Particulars(signing=Signing(place="Kota Contoh")))
    made = survey_report_document(by_head, office=office)
    (signature,) = [block for block in made.blocks if isinstance(block, Signature)]
    assert signature.place == "Kota Contoh"
    assert office.office is not None
    assert office.office.head is not None
    assert signature.name == office.office.head.name


def test_what_the_office_says_of_its_results_is_printed() -> None:
    told = Particulars(
        analysis=(Term("Antrean memanjang pada akhir bulan"),),
        conclusion=(Term("Standar ditinjau pada 2025"),),
        plan=(FollowUp(element="bukan_unsur", programme=Term("Rapat")),),
    )
    said = list(texts(survey_report_document(bare_result(scored(fee=(0, 0, 20, 20)), told=told))))
    assert "Antrean memanjang pada akhir bulan." in said
    assert "Standar ditinjau pada 2025." in said


def test_without_a_table_of_grades_no_grade_is_told() -> None:
    tally = Tally.from_frequencies(SKM, {"fee": (0, 0, 20, 20), "conduct": (0, 10, 20, 10)})
    before = PastResult(period=SurveyPeriod.of(2023), index=Fraction(80))
    result = bare_result(score(tally, grades=""), told=Particulars(previous=(before,)))
    for make in (survey_sheet_document, survey_report_document):
        made = make(result)
        assert not any("mutu pelayanan" in text.lower() for text in texts(made))
        assert "Interval indeks, mutu, dan kinerja" not in tables(made)
    assert any("adalah 81,25." in text for text in texts(made))


def test_a_margin_of_nothing_is_not_told_as_a_range(surveyed: SurveyResult) -> None:
    assert surveyed.quality is not None
    assert surveyed.quality.margin is not None
    none = evolve(surveyed.quality.margin, value=0.0)
    whole = evolve(surveyed, quality=evolve(surveyed.quality, margin=none))
    assert any("diperkirakan antara" in text for text in texts(survey_report_document(surveyed)))
    assert not any("diperkirakan antara" in text for text in texts(survey_report_document(whole)))


def test_a_quality_without_margin_and_correlations_is_told_as_far_as_it_is() -> None:
    joint = Joint.of(["fee"], [(4,)], scale=(1, 4))
    result = bare_result(scored(fee=(0, 0, 0, 1)), quality=quality_of(joint))
    made = survey_report_document(result)
    assert any(text.startswith("Alpha Cronbach: \N{EN DASH}") for text in texts(made))
    assert not any(text.startswith("Margin indeks") for text in texts(made))


def test_importance_of_what_was_not_scored_gives_no_quadrants() -> None:
    asked = Tally.from_frequencies(SKM, {"conduct": (0, 0, 20, 20)}).elements
    tally = Tally.from_frequencies(SKM, {"fee": (0, 0, 20, 20)})
    made = survey_report_document(
        bare_result(score(Tally(SKM.id, tally.elements, 40, importance=asked)))
    )
    assert "Kepuasan dan kepentingan setiap unsur" not in tables(made)


def test_an_element_of_ones_own_has_its_name_and_no_options() -> None:
    own = adapted(SKM, add=(Element(key="parking", term=Term("Tempat parkir yang luas sekali")),))
    tally = Tally.from_frequencies(own, {"parking": (0, 0, 20, 20)})
    made = survey_report_document(bare_result(score(tally, own)))
    form = ending_in("Pilihan jawaban", made)
    assert form.rows[-1] == ("10", "Tempat parkir yang luas sekali", "")
    (chart,) = [one for one in pictures(made) if "Nilai rata-rata" in one.vector]
    assert ">10<" in chart.vector


@pytest.mark.parametrize(
    ("method", "named"), [("slovin", "rumus Slovin"), ("cochran", "rumus Cochran")]
)
def test_the_way_in_which_the_sample_was_sized_is_named(
    method: Literal["slovin", "cochran"], named: str
) -> None:
    result = bare_result(scored(fee=(0, 0, 20, 20)), sample=sample_size(300, method=method))
    rows = tables(survey_report_document(result))["Uraian"].rows
    assert any(named in str(row[0]) for row in rows)


def test_items_that_go_against_the_others_and_margins_without_population_are_told() -> None:
    answers = [(1, 4, 2), (2, 3, 4), (3, 2, 1), (4, 1, 3)] * 10
    joint = Joint.of(["requirements", "procedure", "fee"], answers, scale=(1, 4))
    tally = scored(fee=(10, 10, 10, 10))
    made = survey_report_document(bare_result(tally, quality=quality_of(joint)))
    assert "belum tercapai" in {row[4] for row in tables(made)["Keterandalan setiap butir"].rows}
    assert any("tanpa koreksi populasi" in text for text in texts(made))


def test_every_known_question_about_respondents_has_a_name() -> None:
    known = ("sex", "age", "education", "work", "disability", "service")
    profile = tuple(Profile(key=key, counts={"a": 40}) for key in known)
    result = bare_result(scored(fee=(0, 0, 20, 20)), profile=profile)
    titles = list(tables(survey_report_document(result)))
    assert {"Disabilitas", "Jenis pelayanan", "Usia"} <= set(titles)
    by_service = evolve(result, services=(("a", result.score),))
    titles = [one.columns[-1].title for one in tables(survey_report_document(by_service)).values()]
    assert titles.count("Persentase") == len(known) - 1


def test_weights_of_ones_own_are_told() -> None:
    weights = Weighting(given={"fee": "0.6", "conduct": "0.4"})
    own = adapted(SKM, drop=[key for key in SKM.keys if key not in {"fee", "conduct"}])
    tally = Tally.from_frequencies(own, {"fee": (0, 0, 20, 20), "conduct": (0, 0, 40, 0)})
    result = bare_result(score(tally, own, weights=weights))
    assert any("ditetapkan kantor" in text for text in texts(survey_report_document(result)))


COUNTS = st.lists(st.integers(0, 40), min_size=4, max_size=4).map(tuple)


@settings(max_examples=25, deadline=None)
@given(
    counts=st.dictionaries(st.sampled_from(SKM.keys), COUNTS),
    asked=st.dictionaries(st.sampled_from(SKM.keys), COUNTS),
    people=st.dictionaries(st.text(max_size=4), st.integers(0, 30)),
    lang=st.sampled_from(["id", "en"]),
)
def test_any_survey_makes_both_documents(
    counts: dict[str, tuple[int, ...]],
    asked: dict[str, tuple[int, ...]],
    people: dict[str, int],
    lang: str,
) -> None:
    tally = Tally.from_frequencies(SKM, counts)
    importance = Tally.from_frequencies(SKM, asked)
    whole = Tally(SKM.id, tally.elements, tally.respondents, importance=importance.elements)
    profile = (Profile(key="sex", counts=people),)
    result = bare_result(score(whole), profile=profile)
    dot = Canvas(1, 1).png()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Plot, "png", lambda _: dot)
        for make in (survey_sheet, survey_report):
            assert make(result, "html", lang=lang)
        made = survey_report_document(result, lang=lang)
    for one in pictures(made):
        assert ET.fromstring(one.vector)[0].text  # noqa: S314 - our own
