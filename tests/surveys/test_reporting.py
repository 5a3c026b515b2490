"""What the report on a survey is told, and how it is read from a file."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.messages import LANGUAGES
from pst_standards.surveys import SurveyError, Term
from pst_standards.surveys.particulars import read_particulars
from pst_standards.surveys.reporting import (
    AnswerRows,
    Completion,
    PartOfYear,
    SurveyPeriod,
)

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "survey"
HEAD = 'format = "pst-survey/1"\n'
COUNTS = {PartOfYear.YEAR: 1, PartOfYear.HALF: 2, PartOfYear.QUARTER: 4, PartOfYear.MONTH: 12}


@given(st.integers(1990, 2100), st.sampled_from(list(COUNTS)), st.data())
def test_a_part_of_a_year_is_found_again(year: int, part: PartOfYear, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, COUNTS[part]))
    period = SurveyPeriod.of(year, part, number)
    assert period.part == (part, number)


@pytest.mark.parametrize("part", list(COUNTS))
def test_the_parts_of_a_year_fill_it_without_a_gap(part: PartOfYear) -> None:
    parts = [SurveyPeriod.of(2024, part, number + 1) for number in range(COUNTS[part])]
    assert parts[0].start == dt.date(2024, 1, 1)
    assert parts[-1].end == dt.date(2024, 12, 31)
    for before, after in pairwise(parts):
        assert (after.start - before.end).days == 1


def test_any_other_days_are_no_part_of_a_year() -> None:
    assert SurveyPeriod(start=dt.date(2024, 1, 1), end=dt.date(2024, 2, 29)).part[0] == "days"
    with pytest.raises(ValueError, match="cannot end"):
        SurveyPeriod(start=dt.date(2024, 2, 1), end=dt.date(2024, 1, 31))


def test_rows_of_another_width_are_refused() -> None:
    with pytest.raises(ValueError, match="row of answers"):
        AnswerRows(items=("fee",), rows=((1, 2),))


def test_the_example_is_read_whole_and_says_that_it_is_invented() -> None:
    told = read_particulars((EXAMPLE / "skm-2024.toml").read_text(encoding="utf-8"))
    assert told.period == SurveyPeriod.of(2024)
    assert told.population == 174
    assert "rekaan" in told.remark.id
    assert "invented" in told.remark.en
    assert [one.index for one in told.previous] == [
        Fraction(8094, 100),
        Fraction(8237, 100),
        Fraction(8305, 100),
    ]
    assert [one.completion for one in told.previous_plan] == list(Completion)
    assert all(one.programme.en for one in told.plan)
    assert told.signing is not None
    assert told.signing.date == dt.date(2025, 1, 17)
    answers = (EXAMPLE / "skm-2024.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert all(line.startswith("CONTOH-") for line in answers)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("{year = 2024}", SurveyPeriod.of(2024)),
        ("{year = 2024, half = 2}", SurveyPeriod.of(2024, PartOfYear.HALF, 2)),
        ("{month = 5, year = 2024}", SurveyPeriod.of(2024, PartOfYear.MONTH, 5)),
        (
            "{start = 2024-03-04, end = 2024-04-05}",
            SurveyPeriod(start=dt.date(2024, 3, 4), end=dt.date(2024, 4, 5)),
        ),
    ],
)
def test_a_period_is_a_part_of_a_year_or_two_days(written: str, period: SurveyPeriod) -> None:
    assert read_particulars(f"{HEAD}period = {written}").period == period


def test_a_text_may_be_in_one_language_or_two() -> None:
    told = read_particulars(f'{HEAD}analysis = ["satu", {{en = "two"}}, {{id = "tiga"}}]')
    assert told.analysis == (Term("satu"), Term("two", "two"), Term("tiga"))


EARLY = """\
previous_results_on = 2025-03-19
previous_plan = [{programme = 'x', completion = 'done', completed_on = 2025-03-18}]
"""


@pytest.mark.parametrize(
    ("written", "kind", "field"),
    [
        ("= 2", "particulars.toml", None),
        ("population = " + "9" * 5000, "particulars.toml-whole", None),
        ("analysis = " + "[" * 5000, "particulars.toml-whole", None),
        ("populasi = 5", "particulars.unknown", "populasi"),
        ("fieldwork = {tim = []}", "particulars.unknown", "fieldwork.tim"),
        ("population = -1", "particulars.value", "population"),
        ("population = true", "particulars.value", "population"),
        ("remark = 5", "particulars.value", "remark"),
        ("remark = {id = 5}", "particulars.value", "remark.id"),
        ("analysis = 'satu'", "particulars.value", "analysis"),
        ("plan = [5]", "particulars.value", "plan.1"),
        ("plan = [{}]", "particulars.lacks", "plan.1"),
        ("previous = [{period = {year = 2023}}]", "particulars.lacks", "previous.1"),
        (
            "previous = [{period = {year = 2023}, index = '8,4,1'}]",
            "particulars.value",
            "previous.1.index",
        ),
        (
            "previous_plan = [{programme = 'x', completion = 'selesai'}]",
            "particulars.one-of",
            "previous_plan.1.completion",
        ),
        (
            EARLY.replace("done", "not_done").replace("2025-03-19", "2025-03-01"),
            "particulars.not-done",
            "previous_plan.1.completed_on",
        ),
        (
            EARLY,
            "particulars.before-results",
            "previous_plan.1.completed_on",
        ),
        ("previous_results_on = '2025-03-19'", "particulars.value", "previous_results_on"),
        ("signing = {date = '2025-01-01'}", "particulars.value", "signing.date"),
        ("signing = {date = 2025-01-01T08:00:00}", "particulars.value", "signing.date"),
        ("period = {half = 1}", "particulars.value", "period.year"),
        ("period = {year = 2024, half = 3}", "particulars.value", "period"),
        ("period = {year = 2024, half = 1, month = 2}", "particulars.value", "period"),
        ("period = {year = 0}", "particulars.value", "period"),
        ("period = {year = 2024, month = 'Mei'}", "particulars.value", "period"),
        (
            "period = {start = 2024-03-04, end = 2024-03-03}",
            "particulars.value",
            "period",
        ),
        ("signing = {name = 'x', place = 7}", "particulars.value", "signing.place"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    written: str, kind: str, field: str | None
) -> None:
    with pytest.raises(SurveyError) as caught:
        read_particulars(HEAD + written)
    assert caught.value.kind == kind
    assert caught.value.params.get("field") == field
    for lang in LANGUAGES:
        assert (field or "TOML") in caught.value.message(lang)


@pytest.mark.parametrize("text", ["", 'format = "pst-survey/2"', "population = 3"])
def test_another_format_is_refused(text: str) -> None:
    with pytest.raises(SurveyError) as caught:
        read_particulars(text)
    assert caught.value.kind == "particulars.format"


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    _read_or_refuse(text)
    _read_or_refuse(HEAD + text)


def _read_or_refuse(text: str) -> Any:
    try:
        return read_particulars(text)
    except SurveyError as fault:
        return fault.message("id")
