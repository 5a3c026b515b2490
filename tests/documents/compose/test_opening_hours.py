from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from pst_standards.definitions.assembling import loads
from pst_standards.documents import document
from pst_standards.documents.outline import Document

Tell = Callable[[Document], str]
Data = Mapping[str, Any]
DAY = {"id": "harian", "days": ["monday"], "opens": "08:00", "closes": "15:30"}


@pytest.fixture
def booklet(data: Data, tell: Tell) -> Callable[..., str]:
    """Print the booklet of an office with these changes."""

    def print_it(lang: str = "id", **office: Any) -> str:
        changed = copy.deepcopy(dict(data))
        changed["office"] = {**changed["office"], **office}
        return tell(document(loads(changed), "booklet", lang=lang))

    return print_it


@pytest.mark.parametrize(
    ("period", "shown", "in_english"),
    [
        (
            {"valid_from": "2027-02-08", "valid_until": "2027-03-09"},
            "8 Februari 2027 sampai 9 Maret 2027",
            "8 February 2027 to 9 March 2027",
        ),
        ({"valid_from": "2027-02-08"}, "mulai 8 Februari 2027", "from 8 February 2027"),
        ({"valid_until": "2027-03-09"}, "sampai 9 Maret 2027", "until 9 March 2027"),
    ],
)
def test_hours_of_a_period_are_printed_with_it(
    period: dict[str, str], shown: str, in_english: str, booklet: Callable[..., str]
) -> None:
    hours = [DAY, {**DAY, "id": "ramadan", **period}]
    assert shown in booklet(opening_hours=hours)
    assert "Berlaku" in booklet(opening_hours=hours)
    assert in_english in booklet("en", opening_hours=hours)


def test_hours_that_always_hold_have_no_column_for_a_period(booklet: Callable[..., str]) -> None:
    assert "Berlaku" not in booklet(opening_hours=[DAY])


def test_the_zone_stands_below_the_hours(booklet: Callable[..., str]) -> None:
    assert "Jam menurut WITA." in booklet(opening_hours=[DAY], time_zone="WITA")
    assert "Jam menurut" not in booklet(opening_hours=[], time_zone="WITA")
    assert "Jam menurut" not in booklet(opening_hours=[DAY], time_zone=" ")


def test_days_of_the_office_are_printed_with_their_decree(booklet: Callable[..., str]) -> None:
    changes = [
        {
            "date": "2026-12-11",
            "kind": "closed",
            "name": "Perbaikan ruang",
            "decree": {"number": "07 Tahun 2026"},
        },
        {"date": "2027-12-01", "kind": "closed", "estimated": True},
        {},
    ]
    shown = booklet(calendar={"collective_leave_worked": True, "changes": changes})
    for words in (
        "Kantor tetap melayani pada hari cuti bersama.",
        "Hari buka dan tutup khusus",
        "11 Desember 2026",
        "Perbaikan ruang",
        "07 Tahun 2026",
        "1 Desember 2027 (perkiraan)",
    ):
        assert words in shown
    assert "1 December 2027 (estimate)" in booklet("en", calendar={"changes": changes})


def test_a_calendar_without_days_adds_nothing(booklet: Callable[..., str]) -> None:
    plain = booklet()
    assert booklet(calendar={"as_of": "2026-11-20"}) == plain


def test_an_office_without_hours_still_prints_its_days(booklet: Callable[..., str]) -> None:
    shown = booklet(opening_hours=[], calendar={"collective_leave_worked": True})
    assert "Kantor tetap melayani" in shown
