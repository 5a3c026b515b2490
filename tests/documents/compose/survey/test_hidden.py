"""Counts of very few people are hidden on sheet and report of a survey."""

from __future__ import annotations

from attrs import evolve

from pst_standards.documents.survey_reports import survey_report_document, survey_sheet_document
from pst_standards.surveys import Term
from pst_standards.surveys.reporting import Profile
from tests.documents.compose.survey.survey_results import (
    bare_result,
    pictures,
    scored,
    tables,
    texts,
)


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


def test_every_known_question_about_respondents_has_a_name() -> None:
    known = ("sex", "age", "education", "work", "disability", "service")
    profile = tuple(Profile(key=key, counts={"a": 40}) for key in known)
    result = bare_result(scored(fee=(0, 0, 20, 20)), profile=profile)
    titles = list(tables(survey_report_document(result)))
    assert {"Disabilitas", "Jenis pelayanan", "Usia"} <= set(titles)
    by_service = evolve(result, services=(("a", result.score),))
    titles = [one.columns[-1].title for one in tables(survey_report_document(by_service)).values()]
    assert titles.count("Persentase") == len(known) - 1
