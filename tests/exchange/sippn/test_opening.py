"""What stands above the parts: title, unit, office, decree, address, and the frame of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.exchange.sippn import read

Told = Callable[[str], list[str]]


def service(text: str) -> dict[str, Any]:
    return dict(read(text).data["services"][0])


def office(text: str) -> dict[str, Any]:
    found = dict(read(text).data.get("office", {}))
    found.pop("marks", None)
    return found


def standard(text: str) -> dict[str, Any]:
    return dict(read(text).data["standards"][0])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Layanan Perpustakaan", "library"),
        ("Konsultasi Statistik pada Pelayanan Statistik Terpadu", "consultation"),
        ("Pelayanan Produk Statistik Berbayar", "product-sales"),
        ("Penjualan Data Mikro", "product-sales"),
        ("Rekomendasi Kegiatan Statistik", "recommendation"),
        ("Pelayanan Ruang Loket", "pelayanan-ruang-loket"),
        ("Pelayanan " + "sangat " * 20, "pelayanan-sangat-sangat-sangat-sangat-sa"),
        ("服务", "layanan"),
    ],
)
def test_a_service_has_the_id_of_its_kind_or_of_its_title(title: str, name: str) -> None:
    found = service(f"{title}\nBiaya\nGratis")
    assert (found["id"], found["name"]) == (name, title.strip())
    assert standard(f"{title}\nBiaya\nGratis")["service"] == name


@pytest.mark.parametrize(
    ("title", "channels"),
    [
        ("Penjualan Data Mikro melalui Media Datang Langsung", ["in_person"]),
        ("Penjualan Data Mikro melalui Media Online", ["online"]),
        ("Pelayanan Konsultasi Langsung dan Daring", ["in_person", "online"]),
        ("Konsultasi Statistik", None),
    ],
)
def test_a_title_may_name_the_channels(title: str, channels: list[str] | None) -> None:
    assert service(title).get("channels") == channels


def test_a_title_that_says_standard_names_the_service_and_the_standard() -> None:
    page = "Standar Pelayanan Perpustakaan\nBiaya\nGratis"
    assert service(page)["name"] == "Perpustakaan"
    assert standard(page)["title"] == "Standar Pelayanan Perpustakaan"


def test_labels_say_more_than_places(told: Told) -> None:
    page = (
        "Apa saja\nBPS Kabupaten Contoh\nNama Layanan: Perpustakaan\nUnit: Dinas Contoh\n"
        "Pengguna layanan: umum\nDeskripsi: Tempat membaca\nBiaya: Gratis"
    )
    assert service(page) == {
        "id": "library",
        "name": "Perpustakaan",
        "description": "Tempat membaca",
        "users": "umum",
    }
    assert office(page) == {"name": "Dinas Contoh"}
    assert told(page) == ["unplaced", "unplaced"]
    assert told("Judul: Perpustakaan\nJudul: Perpustakaan\nBiaya\nGratis") == ["unplaced"]


def test_a_page_without_title_says_so(told: Told) -> None:
    assert told("Persyaratan\nKTP") == ["title-missing"]
    assert service("Persyaratan\nKTP") == {"id": "layanan"}


def test_a_unit_may_stand_above_the_title() -> None:
    page = "Dinas Perpustakaan Contoh\nLayanan Perpustakaan\nBiaya\nGratis"
    assert service(page)["name"] == "Layanan Perpustakaan"
    assert office(page) == {"name": "Dinas Perpustakaan Contoh"}


def test_a_line_alone_is_the_title_whatever_it_begins_with() -> None:
    assert service("BPS Kabupaten Contoh\nBiaya\nGratis")["name"] == "BPS Kabupaten Contoh"


def test_a_paragraph_above_the_parts_is_the_description(told: Told) -> None:
    words = "Layanan ini membantu pengguna membaca pustaka."
    page = f"Perpustakaan\n{words}\nTersedia\nBiaya\nGratis"
    assert service(page)["description"] == words
    assert told(page) == ["description", "unplaced"]


@pytest.mark.parametrize(
    "line",
    [
        *("Beranda", "Beranda > Pelayanan Publik", "SIPPN", "Cetak", "© 2026 Kementerian"),
        *("Dilihat 12 kali", "120 kali dilihat", "Hak Cipta 2026", "Terakhir diperbarui 1 Mei"),
    ],
)
def test_the_frame_of_the_web_page_is_left_out(told: Told, line: str) -> None:
    assert service(f"{line}\nPerpustakaan\n{line}\nBiaya\nGratis")["name"] == "Perpustakaan"
    assert told(f"{line}\nPerpustakaan\n{line}\nBiaya\nGratis") == ["frame", "frame"]


def test_the_address_of_the_page_is_its_source() -> None:
    address = "https://sippn.menpan.go.id/pelayanan-publik/8000000/contoh"
    draft = read(f"{address}\nPerpustakaan\nBiaya\nGratis")
    assert draft.data["source"] == address
    assert draft.remarks == ()
    assert read("Perpustakaan").data["source"] == "Teks halaman SIPPN"


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("No. SK : 038A TAHUN 2023", "038A TAHUN 2023"),
        ("No SK: 12", "12"),
        ("NO. SK 12/3322", "12/3322"),
        ("Nomor SK\n12/3322/2026", "12/3322/2026"),
        ("**No. SK:** KEP-1/2024", "KEP-1/2024"),
        ("No. SK : Nomor 0000000 Tahun 2024", "Nomor 0000000 Tahun 2024"),
        ("SK Penetapan: Peraturan Kepala Nomor 00 Ta", "Peraturan Kepala Nomor 00 Ta"),
        ("Keputusan: 1/2026", "1/2026"),
    ],
)
def test_a_decree_has_its_number_as_written(lines: str, number: str) -> None:
    for page in (f"Perpustakaan\n{lines}\nBiaya\nGratis", f"{lines}\nPerpustakaan\nBiaya\nGratis"):
        assert standard(page)["decree"] == {"number": number}
        assert service(page)["name"] == "Perpustakaan"
        assert read(page).remarks == ()


@pytest.mark.parametrize(
    ("line", "decree"),
    [
        ("No. SK :", None),
        ("No. SK", None),
        ("No. SK : -", {"number": "-"}),
        ("No. SK : / / /2014", {"number": "/ / /2014"}),
        ("No. SK : ...", {"number": "..."}),
    ],
)
def test_a_decree_left_blank_is_told(told: Told, line: str, decree: dict[str, str] | None) -> None:
    page = f"Perpustakaan\n{line}\nPersyaratan\nKTP"
    assert standard(page).get("decree") == decree
    assert told(page) == ["decree-blank"]


def test_the_day_of_a_decree_is_read_where_it_is_a_day() -> None:
    page = "Perpustakaan\nNo. SK : 12 Tahun 2026 tanggal {} 2026\nBiaya\nGratis"
    decree = standard(page.format("5 Januari"))["decree"]
    assert decree == {"number": "12 Tahun 2026 tanggal 5 Januari 2026", "date": "2026-01-05"}
    assert "date" not in standard(page.format("31 Februari"))["decree"]


def test_a_second_decree_is_told_as_lost(told: Told) -> None:
    page = "Perpustakaan\nNo. SK : 1/2026\nBiaya\nGratis\nNo. SK : 2/2026"
    assert standard(page)["decree"] == {"number": "1/2026"}
    assert told(page) == ["unplaced"]


def page(unit: str, contact: str = "") -> str:
    return f"Perpustakaan\n{unit}\nPengaduan Layanan\nKotak saran {contact}"


def test_an_office_is_known_by_the_name_of_its_area() -> None:
    assert office(page("BPS Kabupaten Semarang")) == {
        "code": "3322",
        "kind": "regency",
        "name": "Badan Pusat Statistik Kabupaten Semarang",
        "short_name": "BPS Kabupaten Semarang",
    }
    found = office(page("Pelayanan Statistik Terpadu BPS Provinsi Jawa Tengah"))
    assert (found["code"], found["kind"]) == ("3300", "province")
    assert found["integrated_service"] == {
        "name": "Pelayanan Statistik Terpadu BPS Provinsi Jawa Tengah"
    }
    assert office(page("Badan Pusat Statistik Kota Semarang"))["code"] == "3374"


def test_what_the_table_of_offices_adds_is_marked() -> None:
    data = read(page("BPS Kab. Semarang")).data["office"]
    assert data["marks"]["name"]["source"] == "Daftar kode kantor BPS"
    assert data["integrated_service"] == {"unit": "BPS Kab. Semarang"}


@pytest.mark.parametrize(
    "contact",
    ["bps3322@bps.go.id", "s.example.go.id/pengaduan3322", "pengaduan3322@example.go.id"],
)
def test_an_office_is_known_by_the_code_in_its_contacts(contact: str) -> None:
    assert office(page("Pelayanan Statistik Terpadu", contact))["code"] == "3322"
    assert office(f"Perpustakaan\nPengaduan Layanan\n{contact}")["kind"] == "regency"


def test_a_code_written_behind_the_name_counts() -> None:
    found = office(page("BPS Kabupaten Contoh (9901)", "bps9901@example.go.id"))
    assert found == {"code": "9901", "kind": "regency", "short_name": "BPS Kabupaten Contoh"}


def test_a_service_that_hangs_under_its_province_is_of_the_office_of_its_contacts(
    told: Told,
) -> None:
    text = page("Pelayanan Statistik Terpadu BPS Provinsi Jawa Tengah", "bps3322@bps.go.id")
    assert office(text)["code"] == "3322"
    assert told(text) == ["office-below"]


@pytest.mark.parametrize(
    ("unit", "contact", "code"),
    [
        ("Sekretariat Utama", "bps3322@bps.go.id", "0000"),
        ("BPS Kabupaten Semarang", "bps3374@bps.go.id", "3322"),
        ("BPS Provinsi Aceh", "bps3322@bps.go.id", "1100"),
        ("Pelayanan Statistik Terpadu", "bps3322@bps.go.id bps3374@bps.go.id", None),
    ],
)
def test_unit_and_contacts_that_differ_are_told(
    told: Told, unit: str, contact: str, code: str | None
) -> None:
    assert office(page(unit, contact)).get("code") == code
    assert told(page(unit, contact)) == ["office-differs"]


def test_contacts_that_are_not_known_by_any_unit_are_told_too(told: Told) -> None:
    text = "Perpustakaan\nPengaduan\nKotak saran bps3322@a.example bps3374@a.example"
    assert "code" not in office(text)
    assert told(text) == ["office-differs"]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("Dinas Sosial Kabupaten Semarang", {"name": "Dinas Sosial Kabupaten Semarang"}),
        ("BPS Provinsi Contoh", {"kind": "province", "short_name": "BPS Provinsi Contoh"}),
        ("BPS Kota Contoh", {"kind": "city", "short_name": "BPS Kota Contoh"}),
        (
            "Badan Pusat Statistik Kabupaten Contoh",
            {"kind": "regency", "name": "Badan Pusat Statistik Kabupaten Contoh"},
        ),
        ("BPS", {"short_name": "BPS"}),
        ("BPS Daerah 2024", {"short_name": "BPS Daerah 2024"}),
    ],
)
def test_an_office_that_the_table_does_not_have_is_named_as_written(
    unit: str, expected: dict[str, str]
) -> None:
    assert office(page(unit)) == expected
