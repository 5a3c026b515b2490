"""One part at a time: procedure, time, fee, complaints, hours, and what SIPPN has no place for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read
from pst_standards.exchange.sippn.lists import MOST_ENTRIES

Part = Callable[..., Any]
Told = Callable[[str], list[str]]


def step(part: Part, lines: str) -> dict[str, Any]:
    (found,) = part("Prosedur", lines, "procedure")["steps"]
    return dict(found)


def limits(part: Part, lines: str) -> list[dict[str, Any]]:
    return list(part("Waktu Penyelesaian", lines, "time_limit")["limits"])


def limit(part: Part, lines: str) -> dict[str, Any]:
    (found,) = limits(part, lines)
    return {key: value for key, value in found.items() if key != "text"}


def fee(part: Part, lines: str) -> dict[str, Any]:
    return dict(part("Biaya / Tarif", lines, "fee"))


def channels(lines: str) -> dict[str, str]:
    data = read(f"Perpustakaan\nPengaduan Layanan\n{lines}").data
    found = data.get("complaints", {}).get("channels", ())
    return {one["id"]: one.get("value", "") for one in found}


def hours(lines: str) -> list[dict[str, Any]]:
    found = read(f"Perpustakaan\nJam Layanan\n{lines}").data["office"]["opening_hours"]
    return [{key: value for key, value in one.items() if key != "id"} for one in found]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Pengguna mengisi buku tamu", "user"),
        ("Pemohon mengajukan permohonan", "user"),
        ("Petugas loket memeriksa berkas", "officer"),
        ("Selanjutnya petugas memeriksa", "officer"),
        ("Bendahara menerbitkan kuitansi", "treasurer"),
        ("Kepala menandatangani surat", "supervisor"),
        ("Sistem mengirim notifikasi", "system"),
        ("Pengguna dan petugas berdiskusi", "both"),
        ("Petugas bersama pemohon berdiskusi", "both"),
        ("Berkas diperiksa oleh petugas", "officer"),
        ("Mengisi buku tamu", None),
        ("Unit lain memberi jawaban", None),
        ("Menemui petugas", None),
    ],
)
def test_who_acts_is_said_where_the_words_say_it(part: Part, text: str, actor: str | None) -> None:
    assert step(part, text).get("actor") == actor
    assert step(part, text)["text"] == text


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("11. A\n1. B\n2. C", [11, 1, 2]),
        ("1. A\n1. B\n3. C", [1, 1, 3]),
        ("1. A 2. B 3. C", [1, 2, 3]),
        ("a. A\nb. B\nd. D", [1, 2, 4]),
        ("A\nB", [None, None]),
        ("- A\n- B", [None, None]),
        ("c. A\ne. B", [None, None]),
    ],
)
def test_steps_keep_the_numbers_and_the_order_of_the_page(
    part: Part, lines: str, numbers: list[int | None]
) -> None:
    steps = part("Prosedur", lines, "procedure")["steps"]
    assert [one.get("number") for one in steps] == numbers


@pytest.mark.parametrize(
    "lines",
    [
        "Petugas memeriksa. Jika sesuai, dilayani. Jika tidak sesuai, dikembalikan.",
        "Petugas memeriksa; jika sesuai, maka dilayani; jika tidak sesuai, maka dikembalikan",
        "Petugas memeriksa, apabila sesuai maka dilayani, bila tidak sesuai, dikembalikan",
        "Petugas memeriksa; jika sesuai, dilayani; sedangkan jika tidak sesuai, dikembalikan",
        "1. Petugas memeriksa\nJika sesuai: dilayani\nJika tidak sesuai: dikembalikan",
        "1. Petugas memeriksa\na. Sesuai: dilayani\nb. Tidak sesuai: dikembalikan",
        "1. Petugas memeriksa:\n- Jika sesuai, dilayani\n- Jika tidak sesuai, dikembalikan",
        "1. Petugas memeriksa: a. Sesuai: dilayani; b. Tidak sesuai: dikembalikan",
        "• Petugas memeriksa\n1. Sesuai \u2192 dilayani\n2. Tidak sesuai \u2192 dikembalikan",
    ],
)
def test_where_the_way_parts_the_step_has_branches(part: Part, lines: str) -> None:
    found = step(part, lines)
    assert found["text"].rstrip(".:;,") == "Petugas memeriksa"
    said = [(one["when"], one["then"].rstrip(".,;")) for one in found["branches"]]
    assert [(when.lower(), then) for when, then in said] == [
        ("sesuai", "dilayani"),
        ("tidak sesuai", "dikembalikan"),
    ]
    assert read(f"Perpustakaan\nProsedur\n{lines}").whole


def test_a_branch_that_leads_to_a_step_names_it(part: Part) -> None:
    lines = "Petugas memeriksa; jika tidak lengkap, pengguna kembali ke langkah 2"
    assert step(part, lines)["branches"][0]["to_step"] == 2


@pytest.mark.parametrize(
    "lines",
    [
        "Apabila tersedia maka diberikan, apabila tidak tersedia maka dijelaskan",
        "Apabila tersedia, diberikan; jika tidak tersedia, dijelaskan",
        "1. Bila tersedia maka diberikan dan bila tidak tersedia maka dijelaskan",
    ],
)
def test_a_step_that_is_nothing_but_its_ways_has_them_all(part: Part, lines: str) -> None:
    found = step(part, lines)
    assert found["text"] == lines.removeprefix("1. ")
    said = [(one["when"], one["then"].rstrip(",")) for one in found["branches"]]
    assert said == [("tersedia", "diberikan"), ("tidak tersedia", "dijelaskan")]


@pytest.mark.parametrize(
    "lines",
    [
        "Petugas mengecek apabila tersedia maka diberikan, apabila tidak tersedia maka dijelaskan",
        "Petugas mengecek apabila tersedia maka diberikan dan bila tidak tersedia maka dijelaskan",
    ],
)
def test_ways_that_run_on_behind_a_step_are_all_parted_from_it(part: Part, lines: str) -> None:
    found = step(part, lines)
    assert found["text"] == "Petugas mengecek"
    assert [one["when"] for one in found["branches"]] == ["tersedia", "tidak tersedia"]


@pytest.mark.parametrize(
    "text",
    [
        "Bila salah, petugas mengirim ulang",
        "Bila salah, diulang. Petugas memeriksa; bila benar, lanjut",
        "Petugas memperbaiki bila salah",
        "Petugas memeriksa; bila tidak sesuai transaksi dibatalkan",
        "; ".join(["Memeriksa", *(f"jika {n}, lanjut" for n in "abcdefghijklmnopqrstu")]),
    ],
)
def test_what_cannot_be_parted_stays_in_the_words_of_the_step(part: Part, text: str) -> None:
    found = step(part, text)
    assert (found["text"], "branches" in found) == (text, False)
    nested = step(part, "1. Memeriksa: a. Surat b. Sampul")
    assert (nested["text"], "branches" in nested) == ("Memeriksa: a. Surat b. Sampul", False)


def test_a_list_inside_a_step_is_left_and_told(part: Part, told: Told) -> None:
    lines = "1. 1) Datang 2) Petugas memeriksa; jika ada, lanjut 3) Selesai"
    assert step(part, lines)["text"] == lines.removeprefix("1. ")
    assert told(f"Perpustakaan\nProsedur\n{lines}") == ["numbers-inside"]


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


KEY = "complaint_handling"


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tidak dipungut biaya", {"kind": "free"}),
        ("Gratis", {"kind": "free"}),
        ("Tanpa biaya (Rp0 nol rupiah)", {"kind": "free"}),
        ("PNBP", {"kind": "pnbp"}),
        ("Sesuai PP Nomor 13 Tahun 2024", {"kind": "pnbp", "instrument": "PP 13/2024"}),
        ("Tarif nol rupiah", {"kind": "zero_rupiah"}),
        ("Tarif PNBP sebesar Rp 0,-", {"kind": "zero_rupiah"}),
        (
            "Retribusi menurut Perda Nomor 8 Tahun 2018",
            {"instrument": "Perda Nomor 8 Tahun 2018"},
        ),
        ("Sesuai ketentuan", {}),
        ("Sesuai Pasal 3", {}),
    ],
)
def test_a_fee_has_its_kind_and_instrument(part: Part, text: str, expected: dict[str, Any]) -> None:
    found = fee(part, text)
    words = [found.pop("text", ""), *(one["text"] for one in found.pop("items", ()))]
    assert found == expected
    assert text in words


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("Rp 10.000,- per judul", 10_000, "per judul"),
        ("Rp10.000/lembar", 10_000, "/lembar"),
        ("Rp. 10.000,00 setiap halaman", 10_000, "setiap halaman"),
        ("IDR 1,000,000", 1_000_000, None),
        ("10.000 rupiah", 10_000, None),
        ("Rp 500", 500, None),
        ("Gratis (Rp 0,-)", 0, None),
    ],
)
def test_an_amount_is_whole_rupiah(part: Part, text: str, amount: int, unit: str | None) -> None:
    (item,) = fee(part, text)["items"]
    assert (item["amount"], item.get("unit"), item["text"]) == (amount, unit, text)


@pytest.mark.parametrize("text", ["Rp 7.50 0", "Rp 10.00.0", "Rp 5.000 atau Rp 7.000", "Rp 12.5"])
def test_an_amount_that_is_not_clear_is_told_and_its_words_kept(
    part: Part, told: Told, text: str
) -> None:
    assert fee(part, text) == {"text": text}
    assert told(f"Perpustakaan\nBiaya\n{text}") == ["amount-unread", "fee-unread"]


def test_lines_of_several_kinds_are_items(part: Part) -> None:
    found = fee(part, "1. Publikasi: gratis\n2. Data mikro: PNBP sesuai PP 13/2024")
    assert "kind" not in found
    assert [item["kind"] for item in found["items"]] == ["free", "pnbp"]
    assert found["instrument"] == "PP 13/2024"


def test_a_fee_for_several_cases_holds_for_each(part: Part) -> None:
    found = fee(part, "Tarif nol rupiah untuk:\n1. Penelitian\n2. Tugas negara")
    assert [item.get("case") for item in found["items"]] == [None, "Penelitian", "Tugas negara"]
    assert {item["kind"] for item in found["items"]} == {"zero_rupiah"}


def test_a_fee_of_a_channel_is_an_item_with_it(part: Part) -> None:
    found = fee(part, "Langsung:\n- Gratis\nOnline:\n- Rp 5.000 per judul")
    assert [item["channels"] for item in found["items"]] == [["in_person"], ["online"]]


def test_a_zero_alone_is_read_as_free_and_told(part: Part, told: Told) -> None:
    assert fee(part, "Rp 0,-")["kind"] == "free"
    assert told("Perpustakaan\nBiaya\nRp 0,-") == ["fee-zero"]
    assert told("Perpustakaan\nBiaya\nSesuai ketentuan") == ["fee-unread"]


def items(part: Part, text: str) -> list[tuple[Any, ...]]:
    keys = ("case", "kind", "amount", "unit")
    return [tuple(one.get(key) for key in keys) for one in fee(part, text).get("items", ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mahasiswa gratis, umum Rp 25.000",
            [("Mahasiswa", "free", None, None), ("umum", None, 25_000, None)],
        ),
        (
            "Umum: 25.000; mahasiswa: tidak dipungut biaya.",
            [("Umum", None, 25_000, None), ("mahasiswa", "free", None, None)],
        ),
        (
            "Gratis bagi pelajar sedangkan umum 5.000 rupiah/lembar",
            [("pelajar", "free", None, None), ("umum", None, 5_000, "/lembar")],
        ),
        (
            "1. Mahasiswa: gratis\n2. Umum: Rp 25.000",
            [("Mahasiswa", "free", None, None), (None, None, 25_000, None)],
        ),
    ],
)
def test_a_line_of_plain_cases_has_an_item_for_each(
    part: Part, told: Told, text: str, expected: list[tuple[Any, ...]]
) -> None:
    assert items(part, text) == expected
    assert "kind" not in fee(part, text)
    assert told(f"Perpustakaan\nBiaya\n{text}") == []


def test_a_sum_of_zero_for_one_case_is_a_guess(part: Part, told: Told) -> None:
    text = "Rp10.000 per lembar, mahasiswa Rp 0"
    assert items(part, text) == [
        (None, None, 10_000, "per lembar"),
        ("mahasiswa", "free", 0, None),
    ]
    assert told(f"Perpustakaan\nBiaya\n{text}") == ["fee-zero"]


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Gratis, kecuali data mikro sesuai PP No. 21 Tahun 2022", "PP 21/2022"),
        ("Gratis bagi anggota yang terdaftar, lainnya membayar Rp 25.000", None),
        ("Gratis untuk umum dan mahasiswa", None),
        ("PNBP; mahasiswa yang menulis skripsi gratis", None),
        ("Tarif nol rupiah kecuali data mikro", None),
        ("Tarif Rp 0 untuk penelitian, selebihnya Rp 25.000", None),
        ("Rp 25.000 (dua puluh lima ribu), penelitian dikenai Rp 0", None),
        ("Gratis, biaya kirim Rp 10.000", None),
    ],
)
def test_what_is_free_for_some_has_no_kind_and_is_told(
    part: Part, told: Told, text: str, instrument: str | None
) -> None:
    found = fee(part, text)
    assert found.pop("instrument", None) == instrument
    assert found == {"text": text}
    assert told(f"Perpustakaan\nBiaya\n{text}") == ["fee-for-some"]


def test_a_case_alone_says_nothing_of_the_others_and_is_told(part: Part, told: Told) -> None:
    assert items(part, "Gratis bagi mahasiswa") == [("mahasiswa", "free", None, None)]
    assert "kind" not in fee(part, "Gratis bagi mahasiswa")
    assert told("Perpustakaan\nBiaya\nMahasiswa gratis, dosen gratis") == ["fee-for-some"]


def test_a_fee_that_is_denied_to_be_free_is_not(part: Part, told: Told) -> None:
    for text in ("Tidak gratis", "Bukan tarif nol rupiah"):
        assert fee(part, text) == {"text": text}
        assert told(f"Perpustakaan\nBiaya\n{text}") == ["fee-unread"]
    assert items(part, "Tidak gratis, Rp 500 per lembar") == [(None, None, 500, "per lembar")]
    assert fee(part, "Tidak gratis, sesuai PP 13/2024")["kind"] == "pnbp"


def test_lines_of_which_one_costs_are_not_free_as_a_whole(part: Part) -> None:
    for free, kind in (("Gratis", "free"), ("Tarif nol rupiah", "zero_rupiah")):
        found = fee(part, f"1. {free}\n2. Cetak Rp 10.000 per judul")
        assert "kind" not in found
        assert [one.get("kind") for one in found["items"]] == [kind, None]
    assert fee(part, "1. Gratis\n2. Harap tenang")["items"][0]["kind"] == "free"
    assert "kind" in fee(part, "Tarif PNBP nol")


def test_a_product_has_the_formats_it_names(part: Part) -> None:
    found = part("Produk", "1. Softcopy (PDF, CSV, PDF)\n2. Buku", "product")["items"]
    assert found == [
        {"text": "Softcopy (PDF, CSV, PDF)", "formats": ["PDF", "CSV"]},
        {"text": "Buku"},
    ]


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


def test_parts_without_a_place_on_sippn_are_carried_all_the_same() -> None:
    page = """Perpustakaan
Dasar Hukum
Dasarnya adalah:
1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik
2. PP 96/2012
Sarana dan Prasarana
Ruang baca
Kompetensi Pelaksana
1. Ramah
Pengawasan Internal
Atasan langsung
Jumlah Pelaksana
3 (tiga) orang
Jaminan Pelayanan
Sesuai standar
Jaminan Keamanan dan Keselamatan Pelayanan
CCTV
Evaluasi Kinerja Pelaksana
Setiap tahun
Maklumat Pelayanan
Kami sanggup
"""
    draft = read(page)
    (standard,) = draft.data["standards"]
    assert draft.whole
    assert draft.data["maklumat"] == {"pledge": "Kami sanggup"}
    assert standard["legal_basis"]["regulations"] == [
        {"note": "Dasarnya adalah:"},
        {"citation": "UU Nomor 25 Tahun 2009", "title": "Pelayanan Publik"},
        {"citation": "PP 96/2012"},
    ]
    assert standard["facilities"] == {"note": "Ruang baca"}
    assert standard["competence"] == {"items": [{"text": "Ramah"}]}
    assert standard["internal_supervision"] == {"text": "Atasan langsung"}
    assert standard["staffing"] == {"count": 3, "text": "3 (tiga) orang"}
    assert standard["service_guarantee"] == {"text": "Sesuai standar"}
    assert standard["safety_guarantee"] == {"text": "CCTV"}
    assert standard["performance_evaluation"] == {"method": "Setiap tahun"}


@pytest.mark.parametrize("word", ["Peringatan", "Keterangan", "Catatan"])
@pytest.mark.parametrize(
    ("heading", "key", "field"),
    [
        ("Persyaratan", "requirements", "note"),
        ("Prosedur", "procedure", "note"),
        ("Waktu", "time_limit", "note"),
        ("Produk", "product", "note"),
        ("Biaya", "fee", "text"),
        ("Pengaduan", KEY, "text"),
    ],
)
def test_a_remark_of_the_page_is_a_note_of_the_part_above_it(
    part: Part, word: str, heading: str, key: str, field: str
) -> None:
    for lines in (f"5 menit\n{word}: hanya contoh", f"5 menit\n{word}\nhanya contoh"):
        assert part(heading, lines, key)[field].endswith("hanya contoh")
        assert word in part(heading, lines, key)[field]


def test_a_remark_with_no_part_above_it_is_told_as_lost(told: Told) -> None:
    assert told("Perpustakaan\nPeringatan\nHanya contoh") == ["no-part", "unplaced"]
    assert told("Perpustakaan\nDasar hukum\nPP 96/2012\nCatatan: masih berlaku") == ["unplaced"]
