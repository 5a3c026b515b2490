from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.law import PartialDate


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates(min_value=date(1945, 8, 17), max_value=date(2200, 12, 31)))
    known = draw(st.sampled_from(("year", "month", "day")))
    return PartialDate(
        year=day.year,
        month=None if known == "year" else day.month,
        day=day.day if known == "day" else None,
    )


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2012", "year", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", "month", date(2012, 2, 1), date(2012, 2, 29)),
        ("2012-12", "month", date(2012, 12, 1), date(2012, 12, 31)),
        ("2012-10-30", "day", date(2012, 10, 30), date(2012, 10, 30)),
    ],
)
def test_a_written_date_spans_what_it_can_mean(
    text: str, precision: str, earliest: date, latest: date
) -> None:
    written = PartialDate.parse(text)
    assert (written.precision, written.earliest(), written.latest()) == (
        precision,
        earliest,
        latest,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "2012-",
        "2012-1",
        "2012-13",
        "2012-02-31",
        "2012/10",
        " 2012",
        "2012-10-30T00",
        "٢٠١٢",
    ],
)
def test_a_text_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(year=2012, day=3)


@given(partial_dates())
def test_writing_and_reading_are_inverse(written: PartialDate) -> None:
    assert PartialDate.parse(str(written)) == written


@given(partial_dates(), st.dates(min_value=date(1945, 1, 1), max_value=date(2201, 1, 1)))
def test_an_answer_is_certain_only_when_every_day_it_can_mean_agrees(
    written: PartialDate, on: date
) -> None:
    days = {written.earliest(), written.latest()}
    before, after = {day < on for day in days}, {day > on for day in days}
    assert written.is_before(on) == (before.pop() if len(before) == 1 else None)
    assert written.is_after(on) == (after.pop() if len(after) == 1 else None)


def test_the_day_itself_is_neither_before_nor_after() -> None:
    written = PartialDate.parse("2024-03-14")
    assert written.is_before(date(2024, 3, 14)) is False
    assert written.is_after(date(2024, 3, 14)) is False
    assert written.is_before(date(2024, 3, 14) + timedelta(days=1)) is True


def test_a_year_leaves_a_day_inside_it_open() -> None:
    assert PartialDate.parse("2024").is_before(date(2024, 7, 1)) is None
    assert PartialDate.parse("2024").is_after(date(2024, 7, 1)) is None
