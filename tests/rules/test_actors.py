"""Who acts in a step, who is spoken of, and what nobody does."""

from __future__ import annotations

import pytest

from pst_standards.rules.detectors.actors import acting, needs_no_actor, occurring


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Petugas memeriksa berkas", {"officer"}),
        ("Pengguna layanan mengisi buku tamu", {"user"}),
        ("1. Pemohon mengajukan", {"user"}),
        ("- Para petugas menyiapkan", {"officer"}),
        ("Berkas diperiksa oleh petugas", {"officer"}),
        ("Bila sesuai, petugas mencetak; pengguna menunggu", {"user", "officer"}),
        ("Apabila pengguna setuju", {"user"}),
        ("Sistem mengirim pemberitahuan", {"officer"}),
        ("Aplikasi mengirim kode billing", {"officer"}),
        ("BPS menerbitkan surat", {"officer"}),
        ("The officer checks; the user waits", {"user", "officer"}),
        ("Surel dikirim\nAn officer sends the mail", {"officer"}),
        ("Datang dan menemui petugas front-office", set()),
        ("Menyerahkan kepada pengguna", set()),
        ("Petugasnya memeriksa", set()),
        ("Datang ke kantor", set()),
        ("", set()),
    ],
)
def test_who_acts_stands_at_the_head_of_a_clause(words: str, sides: set[str]) -> None:
    assert acting(words) == sides


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Menyerahkan surat kepada pengguna", {"user"}),
        ("Menemui petugas front office", {"officer"}),
        ("Menemui frontline", {"officer"}),
        ("Membayar kepada bendahara", {"officer"}),
        ("Datang ke kantor BPS melalui aplikasi", set()),
        ("Buku tamu", set()),
    ],
)
def test_who_is_spoken_of_occurs(words: str, sides: set[str]) -> None:
    assert occurring(words) == sides


def test_the_end_is_done_by_nobody() -> None:
    assert needs_no_actor("Selesai.")
    assert needs_no_actor("selesai\nFinished")
    assert not needs_no_actor("Selesai dilayani")
