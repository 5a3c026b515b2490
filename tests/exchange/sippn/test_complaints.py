"""Complaints: their steps, the channels they come by, and the time of the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read

Part = Callable[..., Any]
Told = Callable[[str], list[str]]
KEY = "complaint_handling"


def channels(lines: str) -> dict[str, str]:
    data = read(f"Perpustakaan\nPengaduan Layanan\n{lines}").data
    found = data.get("complaints", {}).get("channels", ())
    return {one["id"]: one.get("value", "") for one in found}


def test_the_steps_of_complaints_stay_with_complaints(told: Told, part: Part) -> None:
    good = "Alur Pengaduan\n1. Pengadu menyampaikan pengaduan\n2. Petugas mencatat\n"
    draft = read(f"Perpustakaan\nPengaduan Layanan\nKotak saran\n{good}")
    (standard,) = draft.data["standards"]
    assert "procedure" not in standard
    assert standard["complaint_handling"]["text"] == "Kotak saran"
    assert [one["number"] for one in standard["complaint_handling"]["steps"]] == [1, 2]
    assert draft.remarks == ()
    assert told("Perpustakaan\nProsedur Pengaduan\n1. Datang") == ["heading-differs", "no-channel"]
    intro = part("Mekanisme Pengaduan", "Melalui kotak saran:\n1. Pengaduan dicatat", KEY)
    assert intro["text"] == "Melalui kotak saran:"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kotak saran di ruang tunggu", {"box": ""}),
        ("Kotak pengaduan, kotak saran", {"box": ""}),
        ("Loket pengaduan", {"desk": ""}),
        ("Melalui surat ke alamat kantor", {"letter": ""}),
        ("Surat keputusan", {}),
        ("Email: a@b.example, c@d.example.", {"email": "a@b.example", "email-2": "c@d.example"}),
        ("s.example.go.id/pengaduan", {"web": "s.example.go.id/pengaduan"}),
        ("https://example.go.id/x?y=1.", {"web": "https://example.go.id/x?y=1"}),
        ("Kunjungi www.example.org, ya", {"web": "www.example.org"}),
        ("Telepon (0000) 000-000", {"phone": "(0000) 000-000"}),
        ("Telp/Fax: 0000 000000", {"phone": "0000 000000"}),
        ("Call center 0000000", {"phone": "0000000"}),
        ("Faks 0000 000000", {}),
        ("WhatsApp 0800-0000-0000", {"whatsapp": "0800-0000-0000"}),
        ("Telepon/WA 0800 0000 0000", {"whatsapp": "0800 0000 0000"}),
        ("https://wa.me/620000000000", {"whatsapp": "620000000000"}),
        ("SMS 0000", {"sms": "0000"}),
        ("Instagram @contoh_kantor", {"social-media": "@contoh_kantor"}),
        ("Media sosial kantor", {"social-media": ""}),
        ("SP4N-LAPOR! di www.lapor.go.id", {"lapor": "www.lapor.go.id"}),
        ("https://lapor.go.id.", {"lapor": "https://lapor.go.id"}),
        ("lapor.go.id, LAPOR!", {"lapor": "lapor.go.id"}),
        ("SP4N-LAPOR!", {"lapor": ""}),
        ("Lapor kepada petugas", {}),
    ],
)
def test_the_channels_of_complaints_are_found(text: str, expected: dict[str, str]) -> None:
    assert channels(text) == expected


def test_the_words_about_complaints_stay_as_they_are(part: Part, told: Told) -> None:
    lines = "1. Kotak saran\n2. Surel a@b.example"
    assert part("Pengaduan", lines, KEY) == {"text": lines}
    assert told("Perpustakaan\nPengaduan\nHubungi kami segera") == ["no-channel"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pengaduan ditanggapi paling lambat 60 hari", (60, "day")),
        ("Kotak saran; dijawab maks. 5 (lima) hari kerja", (5, "working_day")),
        ("Tanggapan dalam 2 jam. Penyelesaian paling lama 60 hari.", (2, "hour")),
        ("Call center 24 jam", None),
        ("Diselesaikan paling lambat 60 hari", None),
        ("Pengaduan diajukan paling lambat 30 hari", None),
        ("Ditanggapi paling lambat 2 minggu", None),
        ("Ditanggapi paling lambat 3 hari atau 5 hari", None),
        ("Ditanggapi paling lambat 3 hari. Dijawab paling lambat 5 hari.", None),
    ],
)
def test_complaints_have_a_time_where_the_words_speak_of_the_answer(
    part: Part, text: str, expected: tuple[int, str] | None
) -> None:
    found = part("Pengaduan", text, KEY)
    assert found["text"] == text
    assert tuple(found.get("time_limit", {}).values()) == (expected or ())


def test_another_time_of_complaints_is_told(told: Told) -> None:
    page = "Perpustakaan\nPengaduan\nKotak saran, "
    assert told(f"{page}selesai paling lambat 60 hari") == ["complaint-time"]
    assert told(f"{page}dijawab paling lambat 5 hari; selesai paling lambat 60 hari") == [
        "complaint-time"
    ]
    assert told(f"{page}dijawab paling lambat 5 hari; dibalas paling lambat 6 hari") == [
        "complaint-time",
        "complaint-time",
    ]
    assert told(f"{page}dijawab paling lambat 5 hari") == []
    assert told(f"{page}buka 24 jam") == []


def test_no_more_channels_are_kept_than_an_office_could_have() -> None:
    many = ", ".join(f"a{n}@b.example" for n in range(300))
    assert len(channels(many)) == 100
