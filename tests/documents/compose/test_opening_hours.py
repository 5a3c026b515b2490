from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from pst_standards.definitions.assembling import loads
from pst_standards.documents import document
from pst_standards.documents.outline import Document
from pst_standards.model.office import Weekday

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


def test_the_zone_stands_above_the_hours(booklet: Callable[..., str]) -> None:
    assert "Jam pelayanan (WITA)" in booklet(opening_hours=[DAY], time_zone="WITA")
    assert "Jam pelayanan (WIT)" in booklet(opening_hours=[DAY], code="9471")
    assert "Jam pelayanan (siang)" in booklet(opening_hours=[DAY], time_zone="siang")
    assert "Jam pelayanan |" in booklet(opening_hours=[DAY], time_zone=" ")


@pytest.mark.parametrize(
    ("open_on", "calendar", "told"),
    [
        (list(Weekday)[:5], {}, "Tutup: Sabtu, Minggu, hari libur nasional, dan cuti bersama."),
        (
            list(Weekday)[:4],
            {},
            "Tutup: Jumat sampai Minggu, hari libur nasional, dan cuti bersama.",
        ),
        (
            list(Weekday)[:6],
            {"collective_leave_worked": True},
            "Tutup: Minggu dan hari libur nasional.",
        ),
        (list(Weekday), {}, "Tutup: hari libur nasional dan cuti bersama."),
    ],
)
def test_a_board_and_a_leaflet_say_when_the_office_is_closed(
    open_on: list[Weekday], calendar: dict[str, Any], told: str, data: Data, tell: Tell
) -> None:
    changed = copy.deepcopy(dict(data))
    hours = [{**DAY, "days": [one.value for one in open_on]}]
    changed["office"] |= {"opening_hours": hours, "calendar": calendar, "time_zone": "WIT"}
    board, leaflet = (
        tell(document(loads(changed), kind, lang="id")) for kind in ("tariff-board", "leaflet")
    )
    assert told in board
    assert told.removesuffix(".") in leaflet
    assert "08.00\N{EN DASH}15.30 WIT" in leaflet


def test_an_office_that_states_no_days_is_not_said_to_be_closed(
    booklet: Callable[..., str],
) -> None:
    assert "Tutup:" not in booklet(opening_hours=[{**DAY, "days": []}])


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
