"""Time limits: value and unit, where they start and end, what they hold for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read
from pst_standards.exchange.sippn.lists import MOST_ENTRIES

Part = Callable[..., Any]
Told = Callable[[str], list[str]]


def limits(part: Part, lines: str) -> list[dict[str, Any]]:
    return list(part("Waktu Penyelesaian", lines, "time_limit")["limits"])


def limit(part: Part, lines: str) -> dict[str, Any]:
    (found,) = limits(part, lines)
    return {key: value for key, value in found.items() if key != "text"}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("10 menit", 10, "minute"),
        ("10 Menit", 10, "minute"),
        ("maks. 10 (sepuluh) menit", 10, "minute"),
        ("Paling lama 3 (tiga) hari kerja", 3, "working_day"),
        ("14 Hari", 14, "day"),
        ("30 hari kalender", 30, "calendar_day"),
        ("2 jam", 2, "hour"),
        ("1 x 24 jam", 24, "hour"),
        ("1 bulan", 1, "month"),
        ("sepuluh menit", 10, "minute"),
        ("lima belas menit", 15, "minute"),
        ("3hari kerja", 3, "working_day"),
        ("5 HK", 5, "working_day"),
    ],
)
def test_a_limit_has_its_value_and_unit(part: Part, text: str, value: int, unit: str) -> None:
    assert limits(part, text) == [{"value": value, "unit": unit, "text": text}]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1 x 24 jam pada hari kerja", 1, "working_day"),
        ("2 x 24 jam (hari kerja)", 2, "working_day"),
        ("24 jam di luar hari libur", 1, "working_day"),
    ],
)
def test_days_counted_in_hours_on_working_days_are_a_guess(
    part: Part, told: Told, text: str, value: int, unit: str
) -> None:
    assert limits(part, text) == [{"value": value, "unit": unit, "text": text}]
    assert told(f"Perpustakaan\nWaktu\n{text}") == ["time-workdays"]


def test_hours_that_are_no_days_stay_hours(part: Part, told: Told) -> None:
    assert limit(part, "2 jam pada hari kerja") == {"value": 2, "unit": "hour"}
    assert told("Perpustakaan\nWaktu\n1 x 24 jam") == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Prosedur\n1. Datang\nWaktu\nOnline: 1 x 24 jam", None),
        ("Biaya\nOnline: gratis", None),
        ("Waktu\nLangsung: 10 menit\nOnline: 1 hari kerja", ["in_person", "online"]),
        ("Prosedur\nLangsung:\n1. Datang\nWaktu\nOnline: 1 hari", ["in_person", "online"]),
        ("Persyaratan\nOnline:\n1. Surel\nWaktu\n1 hari", ["online"]),
    ],
)
def test_a_line_about_the_time_does_not_narrow_the_channels_of_a_service(
    lines: str, expected: list[str] | None
) -> None:
    (service,) = read(f"Perpustakaan\n{lines}").data["services"]
    assert service.get("channels") == expected


@pytest.mark.parametrize(
    "text", ["1-3 hari kerja", "1 s.d. 3 hari kerja", "1 (satu) sampai dengan 3 (tiga) hari kerja"]
)
def test_of_two_ends_the_later_is_the_promise(part: Part, told: Told, text: str) -> None:
    assert limit(part, text) == {"value": 3, "unit": "working_day"}
    assert told(f"Perpustakaan\nWaktu\n{text}") == ["time-range"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 menit setelah antrean sebelumnya selesai", "antrean sebelumnya selesai"),
        ("3 hari kerja sejak berkas lengkap (di loket)", "berkas lengkap"),
        ("3 hari kerja terhitung sejak berkas lengkap.", "berkas lengkap"),
        ("Setelah berkas lengkap, paling lama 3 hari kerja", "berkas lengkap"),
        ("3 hari kerja", None),
    ],
)
def test_a_limit_starts_after_an_event(part: Part, text: str, expected: str | None) -> None:
    assert limit(part, text).get("start") == expected


def test_a_limit_may_name_where_it_ends(part: Part) -> None:
    found = limit(part, "5 hari kerja sejak berkas lengkap sampai dengan surat diterbitkan")
    assert (found["start"], found["end"]) == ("berkas lengkap", "surat diterbitkan")
    assert found["scope"] == "whole_process"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Dilayani maksimal 10 menit setelah pengunjung sebelumnya selesai", "waiting"),
        ("10 menit setelah nomor antrean sebelumnya", "waiting"),
        ("Menunggu paling lama 3 hari kerja", "waiting"),
        ("Dilayani dalam 5 menit", "waiting"),
        ("Dilayani dalam 5 hari kerja", None),
        ("10 menit setelah pengguna mengisi buku tamu", None),
        ("30 menit untuk seluruh proses pelayanan", "whole_process"),
        ("3 hari kerja", None),
    ],
)
def test_a_limit_covers_what_the_words_say_plainly(
    part: Part, text: str, scope: str | None
) -> None:
    assert limit(part, text).get("scope") == scope


@pytest.mark.parametrize(
    "lines",
    [
        "Langsung: 10 menit\nTidak langsung: 3 hari kerja",
        "Langsung: 10 menit; tidak langsung: 3 hari kerja",
        "Layanan langsung maksimal 10 menit. Layanan online maksimal 3 hari kerja.",
        "a. Secara langsung: 10 menit\nb. Secara daring: 3 hari kerja",
        "Langsung\n10 menit\nTidak langsung\n3 hari kerja",
        "Offline 10 menit\nOnline 3 hari kerja",
    ],
)
def test_each_channel_has_its_limit(part: Part, lines: str) -> None:
    found = limits(part, lines)
    assert [(one["value"], one["channels"]) for one in found] == [
        (10, ["in_person"]),
        (3, ["online"]),
    ]


def test_the_value_shown_first_is_joined_with_the_sentence_that_says_it_again(part: Part) -> None:
    (found,) = limits(part, "10 Menit\nLangsung: 10 menit setelah antrean sebelumnya selesai")
    assert found["text"].splitlines()[0] == "10 Menit"
    assert found["channels"] == ["in_person"]
    assert len(limits(part, "10 Menit\n3 hari kerja sejak lengkap")) == 2
    later = limits(part, "3 Hari kerja\nOffline: 10 menit\nOnline: 3 hari kerja sejak lengkap")
    assert [one["text"].partition("\n")[0] for one in later] == [
        "Offline: 10 menit",
        "3 Hari kerja",
    ]


def test_a_limit_may_hold_for_a_case(part: Part) -> None:
    assert limit(part, "Data mikro: 3 hari kerja")["case"] == "Data mikro"
    assert "case" not in limit(part, "Waktu pelayanan: 3 hari kerja")
    assert "case" not in limit(part, "Maksimal: 3 hari kerja")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Secepatnya", "time-unread"),
        ("Paling lama 1,5 jam", "time-unread"),
        ("2 minggu", "time-unit"),
        ("8 jam kerja", "time-unit"),
        ("10 menit atau 15 menit", "time-several"),
        ("Seketika setelah login", "time-at-once"),
    ],
)
def test_a_time_that_is_guessed_or_cannot_be_read_is_told(
    part: Part, told: Told, text: str, key: str
) -> None:
    assert told(f"Perpustakaan\nWaktu\n{text}") == [key]
    assert limits(part, text)[0]["text"] == text


def test_service_at_once_is_self_service_of_no_minutes(part: Part) -> None:
    expected = {"value": 0, "unit": "minute", "scope": "self_service", "start": "login"}
    assert limit(part, "Seketika setelah login") == expected


def test_a_sentence_without_a_time_is_a_note_of_the_limits(part: Part) -> None:
    found = part("Waktu", "10 menit\nTergantung kerumitan permintaan", "time_limit")
    assert len(found["limits"]) == 1
    assert found["note"] == "Tergantung kerumitan permintaan"


def test_more_limits_than_anybody_states_are_cut_and_told() -> None:
    draft = read("Perpustakaan\nWaktu\n" + "10 menit; " * (MOST_ENTRIES + 2))
    assert len(draft.data["standards"][0]["time_limit"]["limits"]) == MOST_ENTRIES
    assert not draft.whole
