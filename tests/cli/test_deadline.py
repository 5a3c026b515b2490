from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
OFFICE = """\
format: pst-definition/1
office:
  code: "9171"
  name: Badan Pusat Statistik Contoh
  opening_hours:
  - {id: kerja, days: [tuesday, wednesday, thursday], opens: "09:00", closes: "15:00"}
"""


def as_json(pst: Pst, *arguments: str) -> Any:
    ended = pst("deadline", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def test_three_working_days_from_17_march_2026_end_on_the_27th(pst: Pst) -> None:
    found = as_json(pst, "2026-03-17", "3 working_day")
    assert (found["due"], found["provisional"]) == ("2026-03-27", False)
    assert found["citations"] == [
        "Perpres 21/2023",
        "SKB Menag 1497/2025, Menaker 2/2025, MenPANRB 5/2025",
    ]
    assert [one["date"] for one in found["reasoning"] if one["counted"]] == [
        "2026-03-25",
        "2026-03-26",
        "2026-03-27",
    ]
    worked = as_json(pst, "2026-03-17", "3 working_day", "--collective-leave-worked")
    assert worked["due"] == "2026-03-23"


def test_days_of_no_kind_have_both_readings(pst: Pst) -> None:
    found = as_json(pst, "2026-03-02", "14 day")
    assert found["due"] == "2026-03-16"
    assert found["readings"] == {"strict": "2026-03-16", "lenient": "2026-03-27"}


@pytest.mark.parametrize(("lang", "decree"), [("id", "Keputusan Bersama"), ("en", "joint decree")])
def test_a_year_without_data_names_the_decree_that_is_missing(
    pst: Pst, lang: str, decree: str
) -> None:
    ended = pst("deadline", "2028-03-01", "5 working_day", "--lang", lang)
    assert (ended.code, ended.out) == (2, "")
    assert decree in ended.err
    assert "2028" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2026-03-17T16:40", "3 working_day"), "sebutkan zona kantor: WIB, WITA, atau WIT"),
        (("2026-03-17", "-3 working_day"), "tidak boleh negatif"),
        (("2026-03-17", "3 fortnight"), "working_day"),
        (("2026-03-17", "2 hour"), "2026-03-17T09:00+07:00"),
        (("2026-02-30", "3 day"), "bukan tanggal atau waktu"),
        (("2026-03-17T25:00", "3 day"), "bukan tanggal atau waktu"),
        (("17-03-2026", "3 day"), "bukan tanggal atau waktu"),
        (("2026-03-17", "3 day", "--zone", "UTC+8"), "WITA (Asia/Makassar)"),
        (("2026-03-17", "3 day", "--paused", "2026-03-18"), "bukan jeda"),
        (("2026-03-17", "3 day", "--paused", "2026-03-19..2026-03-18"), "berakhir sebelum dimulai"),
        (("2026-03-17", "3 day", "--paused", "2026-03-19T10:00..2026-03-20"), "zonanya"),
        (("2026-03-17", "3 day", "--definition", "tidak-ada.yaml"), "tidak-ada.yaml"),
    ],
)
def test_what_cannot_be_counted_is_told_in_a_sentence(
    pst: Pst, arguments: tuple[str, ...], said: str
) -> None:
    ended = pst("deadline", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert "Traceback" not in ended.err


TOLD = """\
2 hari kerja sejak Jumat, 29 Mei 2026
Batas akhir: Rabu, 3 Juni 2026

     Jumat, 29 Mei 2026   hari kejadian, tidak dihitung
     Sabtu, 30 Mei 2026   akhir pekan, tidak dihitung
     Minggu, 31 Mei 2026  libur nasional Hari Raya Waisak, tidak dihitung [2]
     Senin, 1 Juni 2026   libur nasional Hari Lahir Pancasila, tidak dihitung [2]
  1  Selasa, 2 Juni 2026  hari kerja
  2  Rabu, 3 Juni 2026    hari kerja

Dasar
  [1] Perpres 21/2023 (menurut sumber sekunder)
  [2] SKB Menag 1497/2025, Menaker 2/2025, MenPANRB 5/2025
Data hari libur per 26 November 2026.
"""


def test_a_clerk_reads_the_date_the_days_and_what_they_rest_on(pst: Pst) -> None:
    assert pst("deadline", "2026-05-29", "2 hari kerja").out == TOLD


def test_both_readings_are_told_apart(pst: Pst) -> None:
    said = pst("deadline", "2026-03-02", "14 day", "--lang", "en").out
    assert "calendar days (strict) the limit ends on Monday, 16 March 2026" in " ".join(
        said.split()
    )
    assert (
        "\n\nCalendar days (strict reading)\n  1\u201314  3\u201316 March 2026  calendar day\n"
        in said
    )
    assert "\n\nWorking days (lenient reading)\n   1  Tuesday, 3 March 2026 " in said


def test_nothing_is_shown_of_a_reading_that_has_no_days(pst: Pst) -> None:
    said = pst("deadline", "2026-03-02", "0 day", "--lang", "en").out
    assert "strict reading" not in said


def test_a_long_list_joins_days_of_one_kind(pst: Pst) -> None:
    said = pst("deadline", "2026-06-02", "60 working_day", "--lang", "en").out
    assert "  4\u20138  8\u201312 June 2026 " in said
    assert " 13\u201314 June 2026 " in said
    assert " 29 June \u2013 3 July 2026 " in said
    assert all(len(line) <= 90 for line in said.splitlines())
    turn = pst("deadline", "2026-12-14", "40 working_day", "--lang", "en").out
    assert " 28\u201331 December 2026 " in turn


def test_hours_are_told_with_the_clock_of_the_office_and_what_was_assumed(pst: Pst) -> None:
    said = pst("deadline", "2026-06-02T15:30", "1 hour", "--zone", "WIT", "--lang", "en").out
    assert said.startswith("1 hour from Tuesday, 2 June 2026, 15:30 WIT\n")
    assert "Due: Wednesday, 3 June 2026, 08:00 WIT" in said
    assert "30 minutes, until 16:00" in said
    assert "Note: the office states no hours" in said


def test_the_hours_and_the_zone_of_a_definition_are_used(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text(OFFICE, encoding="utf-8")
    found = as_json(pst, "2026-06-02T14:00", "2 hour", "--definition", str(file))
    assert (found["zone"], found["due_at"]) == ("WIT", "2026-06-03T10:00:00+09:00")
    other = as_json(pst, "2026-06-02T14:00", "2 hour", "--definition", str(file), "--zone", "wib")
    assert other["due_at"] == "2026-06-03T10:00:00+07:00"


YEAR = """\
  calendar:
    years:
    - year: 2028
      decree: {number: Keputusan Bersama Contoh 1/2027}
      national_holidays: [{date: "2028-01-01", name: Tahun Baru}]
      collective_leave: [{date: "2028-03-02", name: Nyepi}]
"""


def test_a_year_can_be_added_in_the_definition(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text(OFFICE + YEAR, encoding="utf-8")
    asked = ("2028-03-01", "5 working_day", "--definition", str(file))
    found = as_json(pst, *asked)
    assert (found["due"], found["provisional"]) == ("2028-03-09", False)
    assert "Keputusan Bersama Contoh 1/2027" in found["citations"]
    assert "Sementara" not in pst("deadline", *asked).out
    estimate = YEAR.replace("decree: {number: Keputusan Bersama Contoh 1/2027}", "estimated: true")
    file.write_text(OFFICE + estimate, encoding="utf-8")
    assert as_json(pst, *asked)["provisional"]
    assert "Sementara" in pst("deadline", *asked).out
    file.write_text(OFFICE + YEAR.replace("2028-01-01", "2027-01-01"), encoding="utf-8")
    ended = pst("deadline", *asked)
    assert (ended.code, ended.out) == (2, "")
    assert "Tahun 2028 pada office.calendar.years" in ended.err


def test_pauses_and_days_of_24_hours_can_be_asked_for(pst: Pst) -> None:
    pauses = ("--paused", "2026-06-03..2026-06-04", "--paused", "2026-06-08..2026-06-09")
    assert as_json(pst, "2026-06-02", "3 working_day", *pauses)["due"] == "2026-06-08"
    always = ("2026-06-05T17:00+07:00", "72 hour", "--around-the-clock")
    assert as_json(pst, *always)["due_at"] == "2026-06-08T17:00:00+07:00"
    timed = ("--zone", "WIB", "--paused", "2026-06-02T10:00..2026-06-02T11:00")
    assert as_json(pst, "2026-06-02T09:00", "2 hour", *timed)["due_at"] == (
        "2026-06-02T12:00:00+07:00"
    )


def test_a_month_has_no_number_of_its_own(pst: Pst) -> None:
    said = pst("deadline", "2026-01-31", "1 bulan").out
    assert "\n    Sabtu, 28 Februari 2026  akhir bulan setelah 1 bulan" in said
    assert "Dasar" not in said


def test_what_is_provisional_and_not_sure_says_so(pst: Pst) -> None:
    said = pst("deadline", "2027-02-09T09:00+07:00", "2 hour", "--lang", "en").out
    assert "Provisional: " in said
    assert "tentang libur 2027 (from a secondary source)" in said
    assert (
        "MenPANRB 4/2023 (from a secondary source)"
        in pst("deadline", "2024-04-01", "2 day", "--lang", "en").out
    )
