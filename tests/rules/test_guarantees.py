from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.model.base import Text
from pst_standards.rules.detectors.guarantees import names_measure, refers_to_standard

Check = Callable[..., Report]


def standard(**components: Any) -> dict[str, Any]:
    return {"standards": [{"id": "x"}, {"id": "y", **components}]}


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("Pelayanan dilaksanakan sesuai dengan standar pelayanan", True),
        ("Dilayani sesuai Standart Pelayanan", True),
        ("Petugas bekerja menurut SOP", True),
        ("Sesuai SP yang ditetapkan", True),
        ("Sistem manajemen mutu ISO 9001", True),
        ("Sesuai prosedur", True),
        ("Sesuai maklumat pelayanan", True),
        ("Kami menepati janji layanan", True),
        ("Selesai dalam jangka waktu yang ditetapkan", True),
        ("Layanan selesai tepat waktu", True),
        ("Dilayani bila persyaratan lengkap", True),
        ("The service follows the standard", True),
        ("By procedure", True),
        ("As our charter says", True),
        ("Within the time limit", True),
        ("Always on time", True),
        ("When requirements are met", True),
        ("Petugas melayani dengan ramah", False),
        ("Sesuai peraturan perundang-undangan", False),
        ("Spesialis yang kompeten", False),
        ("Isolasi", False),
        ("Sopan", False),
    ],
)
def test_a_guarantee_refers_to_a_yardstick(text: str, *, refers: bool) -> None:
    assert refers_to_standard(text) is refers
    assert refers_to_standard(Text(None, text.upper())) is refers


@pytest.mark.parametrize(
    "text",
    [
        "Tersedia APAR", "Alat pemadam api", "CCTV 24 jam", "Kamera pengawas", "Satpam berjaga",
        "Dua petugas keamanan", "Pengamanan gedung", "Ada penjaga", "Gedung dijaga",
        "Ruang diawasi", "Jalur evakuasi", "Titik kumpul", "P3K", "Kotak obat",
        "Pertolongan pertama", "Pintu darurat", "Rambu keselamatan", "Pagar", "Alarm kebakaran",
        "Detektor asap", "Hidran", "Hydrant", "Loker", "Parkir aman", "Asuransi",
        "Protokol kesehatan", "Disinfeksi", "Penerangan cukup", "Kerahasiaan data",
        "Rahasia terjaga", "Data dienkripsi: enkripsi", "Kata sandi", "Password",
        "Pelindungan data pribadi", "Perlindungan data", "Akun sendiri", "Antivirus", "Firewall",
        "Cadangan data", "Backup harian", "SSL", "HTTPS", "Akses terbatas", "Hak akses",
        "Tanda tangan elektronik", "Ditandatangani kepala", "Meterai", "Materai", "Segel",
        "Hologram", "Watermark", "Barcode", "Kode QR", "Keabsahan produk", "Keaslian",
        "Data akurat", "Dapat dipertanggungjawabkan", "Diverifikasi", "Verifikasi",
        "Tidak menyesatkan", "Bebas pungli", "Tanpa pungutan liar", "Tolak gratifikasi",
        "Bebas korupsi", "Tanpa calo", "Fire extinguisher", "Cameras", "Guards", "Evacuation",
        "Assembly point", "First-aid kit", "First aid", "Emergency exit", "Kept confidential",
        "Kept secret", "Encrypted", "Protected", "Locked", "Signed", "Sealed", "Verified",
        "Not misleading",
    ],
)  # fmt: skip
def test_a_measure_of_safety_is_known_by_its_words(text: str) -> None:
    assert names_measure(text)
    assert names_measure(Text(text.lower()))


@pytest.mark.parametrize(
    "text",
    [
        "Keamanan dan keselamatan pengguna dijamin",
        "Pelayanan aman dan nyaman",
        "Safety is guaranteed",
        "Akuntabel",
        "Kalori",
    ],
)
def test_a_bare_promise_of_safety_is_no_measure(text: str) -> None:
    assert not names_measure(text)


def test_a_guarantee_without_a_yardstick_is_told_where_it_stands(report: Check) -> None:
    (found,) = report(standard(service_guarantee={"text": "Petugas ramah"})).of("STD-039")
    assert found.pointer == ("standards", 1, "service_guarantee", "text")
    assert found.params == {"text": "Petugas ramah"}
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "guarantee", [{}, {"text": "-"}, {"text": "Sesuai SOP"}, {"text": {"en": "By the standard"}}]
)
def test_an_empty_guarantee_is_the_matter_of_another_rule(
    guarantee: dict[str, Any], report: Check
) -> None:
    assert report(standard(service_guarantee=guarantee)).of("STD-039") == ()


def test_safety_without_a_measure_is_told_where_it_stands(report: Check) -> None:
    (found,) = report(standard(safety_guarantee={"text": "Keamanan dijamin"})).of("STD-040")
    assert found.pointer == ("standards", 1, "safety_guarantee", "text")
    assert found.params == {"text": "Keamanan dijamin"}
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("guarantee", "found"),
    [
        ({}, 0),
        ({"text": "-"}, 0),
        ({"text": "Tersedia APAR"}, 0),
        ({"text": "Dijamin", "measures": [{"text": "Pintu dibuka petugas"}]}, 0),
        ({"text": "Dijamin", "measures": [{"text": "…"}, {"kind": "people"}]}, 1),
        ({"text": "Dijamin", "measures": [{"text": "…"}, {"text": "Dua orang"}]}, 0),
    ],
)
def test_one_listed_measure_is_enough(guarantee: dict[str, Any], found: int, report: Check) -> None:
    assert len(report(standard(safety_guarantee=guarantee)).of("STD-040")) == found


def test_without_the_component_there_is_nothing_to_look_at(report: Check) -> None:
    skipped = report(standard()).coverage.not_applicable
    assert {"STD-039", "STD-040"} <= set(skipped)
