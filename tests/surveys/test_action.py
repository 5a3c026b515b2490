from __future__ import annotations

import csv
import datetime as dt
import io
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import read_path
from pst_standards.definitions.errors import DefinitionError
from pst_standards.rules.months import months_after
from pst_standards.surveys import SurveyError, Tally, Term, instrument, instruments, score
from pst_standards.surveys.action import (
    completed,
    months_between,
    months_taken,
    plan_of,
    service_levels,
)
from pst_standards.surveys.frames import Layout, Terms, count_file
from pst_standards.surveys.instrument_files import data
from pst_standards.surveys.priorities import component_terms, components_of, ends, priorities
from pst_standards.surveys.profiles import (
    age_band,
    alike,
    profile_columns,
    profile_of,
    rows_of,
    without_rare,
)
from pst_standards.surveys.recording import PublishedResult, recorded
from pst_standards.surveys.reporting import Completion, FollowedUp, Particulars
from pst_standards.surveys.tallies import GroupKey, Tallies

SKM = instrument("skm-2017")
HALVES = (0, 0, 9, 9)


def told(**low: tuple[int, ...]) -> Tally:
    return Tally.from_frequencies(SKM, dict.fromkeys(SKM.keys, HALVES) | low)


# -- priorities ----------------------------------------------------------------------------------


def test_every_element_leads_to_a_component_of_the_standard() -> None:
    for one in instruments():
        for key in one.keys:
            assert component_terms(components_of(key)).id, (one.id, key)


def test_only_known_elements_lead_somewhere() -> None:
    known = {key for one in instruments() for key in one.keys}
    assert set(data("actions")["components"]) <= known


def test_the_lowest_come_first_and_ties_come_together() -> None:
    found = priorities(score(told(fee=(9, 9, 0, 0), product=(0, 9, 9, 0), conduct=(0, 9, 9, 0))))
    assert [one.element.key for one in found] == ["fee", "product", "conduct"]
    found = priorities(
        score(told(fee=(9, 9, 0, 0), product=(0, 9, 9, 0), conduct=(0, 9, 9, 0))), most=2
    )
    assert [one.element.key for one in found] == ["fee"]  # level ones come together or not
    assert found[0].to_dict()["mean_exact"] == "3/2"


@given(st.lists(st.integers(18, 30), min_size=1, max_size=9))
def test_no_element_is_among_the_lowest_and_the_highest(fours: list[int]) -> None:
    counts = {key: (0, 0, 30 - four, four) for key, four in zip(SKM.keys, fours, strict=False)}
    elements = score(Tally.from_frequencies(SKM, counts)).elements
    low, high = (ends(elements, most=3, lowest=lowest) for lowest in (True, False))
    asked = [one for one in elements if not one.dropped]
    assert not {one.key for one in low} & {one.key for one in high} or len(asked) == 1
    for one, other in ((low, -1), (high, 1)):
        if not one:  # most are level with the outermost
            worst = max(other * (e.mean or 0) for e in asked)
            assert 2 * sum(other * (e.mean or 0) == worst for e in asked) > len(asked)


def test_an_element_that_does_not_count_is_no_priority() -> None:
    found = priorities(score(told(fee=(9, 9, 0, 0), product=(0, 0, 0, 0)), drop=["fee"]))
    assert found == ()  # the others are level


def test_of_few_people_nothing_is_put_into_an_order() -> None:
    few = Tally.from_frequencies(SKM, {"fee": (0, 9, 0, 0), "product": (0, 0, 0, 9)})
    assert priorities(score(few)) == ()
    enough = Tally.from_frequencies(SKM, {"fee": (0, 10, 0, 0), "product": (0, 0, 0, 10)})
    assert [one.element.key for one in priorities(score(enough))] == ["fee"]
    assert priorities(score(Tally.empty(SKM.id))) == ()


def test_a_plan_begins_with_elements_and_components_and_leaves_the_rest_to_people() -> None:
    (one,) = plan_of(score(told(conduct=(9, 9, 0, 0))), most=1)
    assert one.element == "conduct"
    assert one.component.en == "Competence of executors; Internal supervision"
    assert (one.programme, one.time, one.responsible) == (Term(""), Term(""), Term(""))


# -- levels --------------------------------------------------------------------------------------


def plan(done: int, of: int) -> list[FollowedUp]:
    states = [Completion.DONE] * done + [Completion.UNDER_WAY] * (of - done)
    return [FollowedUp(programme=Term(str(at)), completion=one) for at, one in enumerate(states)]


@pytest.mark.parametrize(
    ("done", "of", "level"),
    [(0, 3, 1), (29, 100, 2), (30, 100, 3), (80, 100, 3), (81, 100, 4), (99, 100, 4), (4, 4, 5)],
)
def test_the_part_of_a_plan_that_was_carried_out_has_a_level(
    done: int, of: int, level: int
) -> None:
    assert completed(plan(done, of)) == Fraction(done, of)
    levels = {one.indicator: one.level for one in service_levels(plan=plan(done, of))}
    assert levels == {6: None, 7: None, 8: level, 9: None}


@pytest.mark.parametrize(
    ("months", "level"),
    [(0, 5), (1, 5), (2, 4), (3, 4), (6, 3), (7, 2), (9, 2), (12, 1), (13, 0)],
)
def test_a_quick_follow_up_has_a_high_level(months: int, level: int) -> None:
    assert service_levels(months=months)[3].level == level


@pytest.mark.parametrize(
    ("start", "days", "months"),
    [
        ("2025-01-17", ["2025-01-17"], 0),
        ("2025-01-17", ["2025-02-17", "2025-02-18"], 2),
        ("2025-01-31", ["2025-02-28"], 1),
        ("2024-12-31", ["2025-12-31", "2025-03-01"], 12),
        ("2025-01-17", ["2025-02-17", None], None),
        (None, ["2025-02-17"], None),
        ("2025-01-17", [], None),
    ],
)
def test_a_plan_takes_until_its_last_measure(
    start: str | None, days: list[str | None], months: int | None
) -> None:
    done = tuple(
        FollowedUp(
            programme=Term("x"),
            completion=Completion.DONE,
            completed_on=dt.date.fromisoformat(day) if day else None,
        )
        for day in days
    )
    since = dt.date.fromisoformat(start) if start else None
    told = Particulars(previous_results_on=since, previous_plan=done)
    assert months_taken(told) == months


@given(start=st.dates(dt.date(1990, 1, 1), dt.date(2050, 1, 1)), days=st.integers(0, 900))
def test_months_are_those_of_the_rules(start: dt.date, days: int) -> None:
    end = start + dt.timedelta(days=days)
    least = next(count for count in range(40) if months_after(start, count) >= end)
    assert months_between(start, end) == least


@pytest.mark.parametrize(("media", "level"), [(0, 0), (1, 1), (4, 4), (5, 5), (9, 5)])
def test_every_medium_raises_the_level(media: int, level: int) -> None:
    found = service_levels(media=media)[1]
    assert (found.level, found.found) == (level, Term(str(media), str(media)))


def test_without_a_plan_nothing_is_said_of_it() -> None:
    assert completed([]) is None
    assert {one.level for one in service_levels()} == {None}
    assert service_levels(plan=plan(1, 3))[2].found == Term("33,3", "33.3")


# -- who answered --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "band"),
    [
        ("16", "<17"),
        ("17", "17-25"),
        ("25", "17-25"),
        ("26", "26-34"),
        ("65", "55-65"),
        ("66", ">65"),
    ],
)
def test_ages_are_put_into_the_bands_of_the_form(age: str, band: str) -> None:
    assert age_band(age) == band.replace("-", "\N{EN DASH}")


def counts(key: str, *values: str) -> dict[str, int]:
    groups: dict[GroupKey, Tally] = {((key, value),): Tally(SKM.id, {}, 2, 1) for value in values}
    return dict(profile_of(key, Tallies(SKM.id, groups)).counts)


def test_answers_about_people_stand_in_an_order() -> None:
    assert list(counts("age", "70", "", "16", "30", "tidak tahu", "18")) == [
        *("<17", "17\N{EN DASH}25", "26\N{EN DASH}34", ">65", "tidak tahu", ""),
    ]
    assert counts("age", "18", "19") == {"17\N{EN DASH}25": 6}
    schools = ["S2", "", "SD", "SMA", "D4/S1", "Tidak sekolah"]
    assert list(counts("education", *schools)) == [
        *("Tidak sekolah", "SD", "SMA", "D4/S1", "S2", ""),
    ]
    assert list(counts("work", "Lainnya", "", "Swasta", "PNS")) == ["PNS", "Swasta", "Lainnya", ""]


def test_a_heading_that_is_there_twice_asks_nothing() -> None:
    assert profile_columns(["Usia", "Usia", "Jenis-Kelamin"]) == {"sex": "Jenis-Kelamin"}


def test_rows_are_those_of_the_file_in_no_telling_order(tmp_path: Path) -> None:
    rows = [("4", "", "2"), ("1", "3", "2"), ("4", "", "2"), ("", "", "")]
    out = io.StringIO()
    csv.writer(out).writerows([("biaya", "waktu", "produk"), *rows])
    file = tmp_path / "jawaban.csv"
    file.write_text(out.getvalue(), encoding="utf-8")
    found = rows_of(file, count_file(file, SKM), SKM, Terms(), Layout())
    assert found.items == ("fee", "time_limit", "product")
    assert found.rows == ((1, 3, 2), (4, None, 2), (4, None, 2))


# -- written back --------------------------------------------------------------------------------

RESULT = PublishedResult(
    id="survey-2024",
    title=Term("Hasil survei kepuasan tahun 2024", "Satisfaction survey, year 2024"),
    period=Term("Tahun 2024", "Year 2024"),
    year=2024,
    conducted_on=dt.date(2024, 12, 31),
)


def test_a_definition_without_a_survey_gets_one(tmp_path: Path) -> None:
    file = tmp_path / "office.yaml"
    text = "# kantor\noffice:\n  code: '3399'  # contoh\n"
    file.write_text(text, encoding="utf-8")
    new = recorded(file, RESULT)[file]
    assert new.startswith(text)
    assert file.read_text(encoding="utf-8") == text
    file.write_text(new, encoding="utf-8")
    definition = read_path(file).definition
    assert definition.survey is not None
    assert definition.survey.results == ("survey-2024",)
    assert definition.survey.conducted_on == (RESULT.conducted_on,)
    assert definition.publications[0].title is not None
    assert definition.publications[0].title.en == RESULT.title.en
    assert recorded(file, RESULT) == {}


def test_a_result_that_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "office.yaml"
    file.write_text("publications:\n  - {id: survey-2024, title: Lain}\n", encoding="utf-8")
    new = recorded(file, RESULT)[file]
    assert "{id: survey-2024, title: Lain}" in new
    assert new.count("survey-2024") == 2


def test_what_is_no_definition_is_not_written_to(tmp_path: Path) -> None:
    with pytest.raises(SurveyError):
        recorded(tmp_path / "x.yaml", RESULT)
    with pytest.raises(SurveyError):
        recorded(tmp_path, RESULT)
    file = tmp_path / "x.yaml"
    file.write_text("[", encoding="utf-8")
    with pytest.raises(DefinitionError):
        recorded(file, RESULT)


def test_what_people_wrote_themselves_is_told_as_others() -> None:
    def by(**people: int) -> Tallies:
        return Tallies(
            SKM.id,
            {(("work", name),): Tally(SKM.id, {}, times) for name, times in people.items()},
        )

    free = {f"Bu_{n}_081200000{n}": 1 for n in range(9)}
    assert profile_of("work", by(Pelajar=20, **free)).counts == {"Pelajar": 20, "lainnya": 9}
    few = {"Pelajar": 20, "PNS": 3, "Petani": 1}
    assert profile_of("work", by(**few)).counts == few
    gathered = without_rare(by(Pelajar=20, **free))
    assert [(key[0][1], one.respondents) for key, one in gathered] == [
        ("Pelajar", 20),
        ("lainnya", 9),
    ]
    assert without_rare(by(**few)) == by(**few)


def test_longer_headings_ask_the_same_and_long_questions_do_not() -> None:
    header = [
        "Jenis layanan yang diterima",
        "Pekerjaan Utama",
        "Pendidikan",
        "Pendidikan terakhir ibu",
    ]
    assert profile_columns(header) == {
        "education": "Pendidikan",
        "work": "Pekerjaan Utama",
        "service": "Jenis layanan yang diterima",
    }
    question = "Jenis layanan yang Anda terima hari ini mudah?"
    assert profile_columns([question]) == {}


def test_schools_stand_in_their_order_however_they_are_written() -> None:
    found = counts(
        "education", "D IV", "Strata 2", "SMA/SMK", "S1", "Diploma III", "D-I", "Lainnya"
    )
    assert list(found) == ["Lainnya", "SMA/SMK", "D-I", "Diploma III", "D IV", "S1", "Strata 2"]


@pytest.mark.parametrize(
    ("key", "labels", "same"),
    [
        ("service", ["A", "a", "A ", "B"], (("A", "a", "A "),)),
        ("sex", ["L", "Pria", "P", "Wanita"], (("L", "Pria"), ("P", "Wanita"))),
        ("work", ["L", "Pria", "", " "], ()),
    ],
)
def test_labels_that_seem_to_be_one_are_found(
    key: str, labels: list[str], same: tuple[tuple[str, ...], ...]
) -> None:
    assert alike(key, labels) == same
