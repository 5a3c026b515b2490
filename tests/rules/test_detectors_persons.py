"""Which people a text gives away: names, numbers, mails, tickets; and how long it keeps them."""

from __future__ import annotations

import pytest

from pst_standards.rules.detectors.persons import (
    holds_national_id,
    holds_ticket_code,
    mobile_numbers,
    names_person,
    private_mails,
)
from pst_standards.rules.detectors.retention import states_retention


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("pelapor bernama Budi", True),
        ("Terlapor a.n. Siti", True),
        ("saksi, Sdr. Budi", True),
        ("PELAPOR ATAS NAMA BUDI", True),
        ("pelapor (Ibu Siti)", True),
        ("the witness named Budi", True),
        ("pelapor menyebutkan nama", False),
        ("terlapor adalah Pegawai BPS", False),
        ("pelapor bernama Nama Contoh", False),
        ("pelapor atas nama Dinas Kependudukan", False),
        ("pelapor atas nama Timothy", True),
        ("saksi ibu hamil", False),
        ("pemohon bernama Budi", False),
        ("pelaporan bernama Budi", False),
        ("x" * 19_990 + " pelapor bernama Budi", False),
    ],
)
def test_a_person_is_named(words: str, *, named: bool) -> None:
    assert names_person(words) is named


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("3399010101900001", True),
        ("NIK:3399013112900001.", True),
        ("3399014101900001", True),
        ("3399017112900001", True),
        ("1199010101900001", True),
        ("1099010101900001", False),
        ("3399010001900001", False),
        ("3399013201900001", False),
        ("3399014001900001", False),
        ("3399017201900001", False),
        ("3399010100900001", False),
        ("3399010113900001", False),
        ("3399010112900001", True),
        ("3399010101900000", False),
        ("33990101019000012", False),
        ("339901010190001", False),
        ("0000000000000000 3399010101900001", True),
        ("", False),
        ("x" * 19_984 + "3399010101900001", True),
        ("x" * 19_985 + "3399010101900001", False),
    ],
)
def test_an_identity_number_is_told_from_other_digits(words: str, *, held: bool) -> None:
    assert holds_national_id(words) is held


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("0812-3456-7890", {"81234567890"}),
        ("+62 812 3456 7890, 081234567890", {"81234567890"}),
        ("62812.3456.789", {"8123456789"}),
        ("(024) 6921234", set()),
        ("0812", set()),
        ("10812345678901234", set()),
        ("0812-0000-0000 dan 0813-0000-0000", {"81200000000", "81300000000"}),
    ],
)
def test_mobile_numbers_are_read_in_any_spelling(words: str, numbers: set[str]) -> None:
    assert mobile_numbers(words) == numbers


@pytest.mark.parametrize(
    ("words", "mails"),
    [
        ("Nama.Contoh@Example.com", {"nama.contoh@example.com"}),
        ("bps3399@bps.go.id", set()),
        ("PPID@BPS.GO.ID", set()),
        ("x@go.id", set()),
        ("x@mygo.id", {"x@mygo.id"}),
        ("satu@example.com, dua@example.org", {"satu@example.com", "dua@example.org"}),
        ("@lapor1708", set()),
    ],
)
def test_mails_of_the_government_are_not_private(words: str, mails: set[str]) -> None:
    assert private_mails(words) == mails


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Nomor tiket: L-3399/092026/AB12", True),
        ("kode pelacakan ABC12345", True),
        ("No. pengaduan 2026-000123", True),
        ("ticket number", False),
        ("Nomor pengaduan dicatat", False),
        ("nomor tiket: PENGADUAN", False),
        ("nomor pengaduan 12", False),
        ("jumlah pengaduan 20260001", False),
    ],
)
def test_a_ticket_number_is_found(words: str, *, held: bool) -> None:
    assert holds_ticket_code(words) is held


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Data disimpan selama 5 tahun", True),
        ("Masa retensi 24 bulan", True),
        ("Penghapusan setelah 90 hari", True),
        ("Kept for 2 years", True),
        ("Dimusnahkan menurut jadwal retensi", True),
        ("By the retention schedule", True),
        ("Data disimpan dengan aman", False),
        ("Ditanggapi dalam 14 hari", False),
        ("Jadwal pelayanan 8 jam", False),
        ("", False),
    ],
)
def test_a_time_of_keeping_is_stated(words: str, *, stated: bool) -> None:
    assert states_retention(words) is stated
