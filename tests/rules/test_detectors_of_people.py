from __future__ import annotations

import pytest

from pst_standards.rules.detectors.participants import elements_in
from pst_standards.rules.detectors.positions import is_below_leader, is_leader


@pytest.mark.parametrize(
    ("words", "elements"),
    [
        ("Pengguna layanan", "user"),
        ("PENERIMA  MANFAAT", "user"),
        ("Penerima layanan", "user"),
        ("Masyarakat", "user"),
        ("Wakil masyarakat pengunjung perpustakaan", "user"),
        ("General public", "user"),
        ("Service users", "user"),
        ("Tokoh masyarakat", "community_figure"),
        ("Pemuka agama dan ketua RT", "community_figure"),
        ("Community leaders", "community_figure"),
        ("Akademisi", "academic"),
        ("Dosen perguruan tinggi", "academic"),
        ("Himpunan mahasiswa", "academic"),
        ("Lecturers", "academic"),
        ("Praktisi statistik", "practitioner"),
        ("Tenaga ahli", "practitioner"),
        ("Pakar", "practitioner"),
        ("Dunia usaha", "business"),
        ("Badan usaha milik daerah", "business"),
        ("Kadin dan UMKM", "business"),
        ("Business", "business"),
        ("Organisasi profesi", "profession"),
        ("Ikatan Statistisi", "profession"),
        ("Professional associations", "profession"),
        ("LSM", "civil_society"),
        ("Lembaga swadaya masyarakat", "civil_society"),
        ("Organisasi masyarakat sipil", "civil_society"),
        ("Organisasi kemasyarakatan (ormas)", "civil_society"),
        ("Non-governmental organisations", "civil_society"),
        ("Media massa", "media"),
        ("Wartawan", "media"),
        ("Instansi terkait", "agency"),
        ("Dinas Kominfo", "agency"),
        ("Badan Kesatuan Bangsa", "agency"),
        ("Pengguna layanan, akademisi, dan media massa", "academic media user"),
        ("Akademisi/praktisi\ndan dunia\n usaha", "academic business practitioner"),
        ("Peserta rapat", ""),
        ("Kepala kantor dan seluruh pegawai", ""),
        ("Ibu Contoh", ""),
        ("Persiapan, multimedia", ""),
        ("", ""),
    ],
)
def test_elements_of_the_public_are_known_by_words(words: str, elements: str) -> None:
    assert sorted(elements_in(words)) == elements.split()


@pytest.mark.parametrize(
    "position",
    [
        "Kepala BPS Kabupaten Contoh",
        "KEPALA BADAN PUSAT STATISTIK",
        "Ka. BPS Kabupaten Contoh",
        "Direktur Diseminasi Statistik",
        "Ketua Pengadilan",
        "Camat",
        "Wali Kota Contoh",
        "Walikota Contoh",
        "Sekretaris Utama",
        "Plt. Kepala Dinas",
        "Plh Kepala",
        "a.n. Kepala, Kepala Bagian Umum",
        "An. Kepala Kantor",
        "Atas nama Kepala",
        "Pelaksana tugas Kepala Seksi",
        "Head of BPS Kabupaten Contoh",
        "Chief Executive Officer",
    ],
)
def test_a_leader_or_who_stands_in_for_one(position: str) -> None:
    assert is_leader(position)
    assert not is_below_leader(position)


@pytest.mark.parametrize(
    "position",
    [
        "Kepala Subbagian Umum",
        "Kepala Sub Bagian Umum",
        "Kepala Seksi Statistik Sosial",
        "Kepala Bidang Pelayanan",
        "Kasubbag Umum",
        "Kasubag Umum",
        "Kasi Pelayanan",
        "Staf PST",
        "Petugas pelayanan",
        "Ketua Tim Pelayanan",
        "Statistisi Ahli Muda",
        "Pranata Komputer",
        "Pustakawan",
        "Head of the Section of Services",
        "Front officer",
    ],
)
def test_a_position_below_the_leader(position: str) -> None:
    assert is_below_leader(position)
    assert not is_leader(position)


@pytest.mark.parametrize("position", ["Penanggung jawab", "Koordinator PST", "Sekretaris", "", "…"])
def test_a_position_that_is_neither_surely(position: str) -> None:
    assert not is_below_leader(position)
    assert not is_leader(position)
