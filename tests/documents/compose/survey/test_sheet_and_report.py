"""Sheet and report of a survey: what they say, in which order, and who signs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.definitions import loads
from pst_standards.documents.drawing import Canvas
from pst_standards.documents.kinds import FORMATS
from pst_standards.documents.outline import Document, Heading, Note, Signature
from pst_standards.documents.plots import Plot
from pst_standards.documents.refusals import RequestError
from pst_standards.documents.survey_reports import (
    survey_report,
    survey_report_document,
    survey_sheet,
    survey_sheet_document,
)
from pst_standards.model.definition import Definition
from pst_standards.surveys import Element, Tally, Term, Weighting, adapted, score
from pst_standards.surveys.reporting import (
    FollowUp,
    Particulars,
    PartOfYear,
    PastResult,
    Profile,
    Signing,
    SurveyPeriod,
    SurveyResult,
)
from pst_standards.surveys.statistics import Joint, quality_of, sample_size
from tests.documents.compose.survey.survey_results import (
    SKM,
    bare_result,
    ending_in,
    pictures,
    scored,
    tables,
    texts,
)


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


@pytest.mark.parametrize(
    ("named", "shown"),
    [({}, "Daring"), ({"instrument": "skm"}, "Daring"), ({"instrument": "skd"}, "…")],
)
def test_the_way_to_ask_is_that_of_the_definition_where_it_is_of_this_survey(
    named: dict[str, str], shown: str
) -> None:
    office = loads({"survey": {**named, "method": "Daring"}})
    made = survey_report_document(bare_result(scored(fee=(0, 0, 20, 20))), office=office)
    assert any(text.startswith(f"Metode: {shown}") for text in texts(made))


def test_a_whole_plan_leaves_no_room(surveyed: SurveyResult) -> None:
    plan = ending_in("Penanggung jawab", survey_report_document(surveyed))
    assert plan.row_height == 0
    assert len(plan.rows) == 4
    assert "komponen standar" in str(plan.rows[0][1])


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
