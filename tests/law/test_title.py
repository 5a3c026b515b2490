from __future__ import annotations

import pytest

from pst_standards.law import Register, RegulationKey
from pst_standards.law.title import titles_agree


@pytest.mark.parametrize(
    ("key", "cited"),
    [
        ("UU 25/2009", "Pelayanan Publik"),
        ("UU 25/2009", "PELAYANAN PUBLIK"),
        ("UU 25/2009", "pelayanan publlk"),
        ("UU 25/2009", "Pelayanan Publik yang mewajibkan setiap penyelenggara menyusun standar"),
        ("UU 14/2008", "KIP"),
        ("UU 16/1997", "Statistik mengatur kerahasiaan data responden"),
        ("PP 96/2012", "Pelaksanaan UU 25/2009"),
        ("PP 96/2012", "Pelaksanaan Undang-Undang Pelayanan Publik"),
        ("PP 7/2015", "Jenis dan Tarif atas PNBP yang Berlaku pada BPS"),
        ("PP 7/2015", "tarif PNBP"),
        ("PermenPANRB 15/2014", "Standar Pelayanan Publik"),
        ("PermenPANRB 14/2017", "SKM"),
        ("PermenPANRB 14/2017", "Pedoman Penyusunan Survey Kepuasan Masyarakat"),
        ("Perka BPS 78/2020", "Standar Pelayanan Statistik Terpadu"),
        ("Peraturan BPS 2/2019", "Tarif Nol Rupiah"),
    ],
)
def test_a_title_people_write_agrees(register: Register, key: str, cited: str) -> None:
    regulation = register.get(RegulationKey.parse(key))
    assert regulation is not None
    assert regulation.title_agrees(cited) is True


@pytest.mark.parametrize(
    ("key", "cited"),
    [
        ("PP 86/2021", "PNBP BPS"),
        ("PP 86/2021", "Jenis dan Tarif atas Jenis Penerimaan Negara Bukan Pajak"),
        ("UU 25/2009", "Keterbukaan Informasi Publik"),
        ("UU 14/2008", "Pelayanan Publik"),
        ("UU 16/1997", "Perpustakaan"),
        ("PermenPANRB 14/2017", "Pedoman Standar"),
        ("UU 25/2009", "-"),
    ],
)
def test_the_title_of_something_else_does_not(register: Register, key: str, cited: str) -> None:
    regulation = register.get(RegulationKey.parse(key))
    assert regulation is not None
    assert regulation.title_agrees(cited) is False


@pytest.mark.parametrize("key", ["Perka BPS 1/2012", "PermenPANRB 13/2017"])
def test_a_title_that_is_not_sure_answers_nothing(register: Register, key: str) -> None:
    regulation = register.get(RegulationKey.parse(key))
    assert regulation is not None
    assert regulation.title_agrees("Apa Saja") is None


def test_every_sure_title_agrees_with_itself_and_its_own_beginning(register: Register) -> None:
    for regulation in register:
        if regulation.title:
            assert titles_agree(regulation.title, regulation.title)
            assert titles_agree(regulation.title, " ".join(regulation.title.split()[:9]))
        for short in regulation.short_titles:
            assert titles_agree(short, short)


def test_a_letter_slipped_in_a_word_is_forgiven_but_not_another_word() -> None:
    assert titles_agree("Perpustakaan", "Perpustakan")
    assert not titles_agree("Perpustakaan", "Persandian")


def test_words_far_behind_the_title_do_not_count() -> None:
    cited = "Perpustakaan, lalu segala hal lain yang sama sekali bukan urusan statistik"
    assert not titles_agree("Statistik", cited)
