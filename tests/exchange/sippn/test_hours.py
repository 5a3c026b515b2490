"""Opening hours: days, clocks and breaks, and the words that say more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read

Part = Callable[..., Any]
Told = Callable[[str], list[str]]


def hours(lines: str) -> list[dict[str, Any]]:
    found = read(f"Perpustakaan\nJam Layanan\n{lines}").data["office"]["opening_hours"]
    return [{key: value for key, value in one.items() if key != "id"} for one in found]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Jumat 08.00-15.00", {"days": ["friday"], "opens": "08:00", "closes": "15:00"}),
        (
            "Hari Jum'at pukul 8.00 s.d. 15.00 WIB",
            {"days": ["friday"], "opens": "08:00", "closes": "15:00"},
        ),
        ("Ahad: 08:00 \u2013 10:00", {"days": ["sunday"], "opens": "08:00", "closes": "10:00"}),
        (
            "Senin-Rabu 08.00-15.30, istirahat 12.00-13.00",
            {
                "days": ["monday", "tuesday", "wednesday"],
                "opens": "08:00",
                "closes": "15:30",
                "break_start": "12:00",
                "break_end": "13:00",
            },
        ),
        (
            "Jumat 08.00-15.00\nIstirahat 11.30-13.00",
            {
                "days": ["friday"],
                "opens": "08:00",
                "closes": "15:00",
                "break_start": "11:30",
                "break_end": "13:00",
            },
        ),
    ],
)
def test_opening_hours_have_days_and_clocks(lines: str, expected: dict[str, Any]) -> None:
    assert hours(lines) == [expected]
    assert read(f"Perpustakaan\nBiaya\nGratis\nJam layanan\n{lines}").remarks == ()


@pytest.mark.parametrize("sign", ["\n", "; ", ", ", " "])
def test_hours_of_several_days_are_parted(sign: str) -> None:
    found = hours(f"Senin-Kamis 08.00-15.30{sign}Jumat 08.00-15.00")
    assert [len(one["days"]) for one in found] == [4, 1]


def test_working_days_are_monday_to_friday() -> None:
    assert len(hours("Setiap hari kerja 08.00-15.30")[0]["days"]) == 5
    assert hours("Sabtu-Senin 08.00-10.00")[0]["days"] == ["monday", "saturday"]


def test_hours_that_say_more_keep_their_words_as_a_note(told: Told) -> None:
    assert hours("Senin 08.00-15.00 kecuali hari libur")[0]["note"].endswith("hari libur")
    assert hours("Senin 08.00-10.00 dan 13.00-15.00")[0]["note"].startswith("Senin")
    assert hours("Mengikuti jam 08.00 kantor pusat")[0] == {
        "note": "Mengikuti jam 08.00 kantor pusat"
    }
    assert told("Perpustakaan\nBiaya\nGratis\nJam layanan\nBuka pukul 08.00") == ["hours-unread"]


def test_several_hours_of_one_name_have_ids_of_their_own() -> None:
    page = "Perpustakaan\nJam layanan\nSenin 08.00-10.00\nSenin 13.00-15.00"
    found = read(page).data["office"]["opening_hours"]
    assert [one["id"] for one in found] == ["senin", "senin-2"]


def test_hours_inside_another_part_do_not_end_it(part: Part) -> None:
    lines = "1. Datang\nJam layanan: Senin 08.00-15.00\n2. Selesai"
    found = part("Prosedur", lines, "procedure")["steps"]
    assert [one["text"] for one in found] == ["Datang", "Selesai"]


def test_more_hours_than_a_week_has_are_told() -> None:
    draft = read("Perpustakaan\nJam layanan\n" + "Senin 08.00-10.00\n" * 60)
    assert len(draft.data["office"]["opening_hours"]) == 50
    assert not draft.whole
