"""Which remedies a text names, and whether it promises money."""

from __future__ import annotations

import pytest

from pst_standards.model.compensation import RemedyKind
from pst_standards.rules.detectors.remedies import (
    offers_cash,
    offers_discount,
    offers_refund,
    remedies_in,
)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Permintaan maaf", "spoken_apology"),
        ("Permintaan maaf secara tertulis", "spoken_apology written_apology"),
        ("Surat permohonan maaf", "spoken_apology written_apology"),
        ("Permohonan maaf dari pimpinan", "apology_of_head spoken_apology"),
        ("Kepala kantor meminta maaf", "apology_of_head spoken_apology"),
        ("Apology of the head", "apology_of_head spoken_apology"),
        ("Teh kotak", "drink"),
        ("Minuman ringan dan kudapan", "drink snack"),
        ("Air mineral", "drink"),
        ("Makanan ringan", "snack"),
        ("Souvenir", "souvenir"),
        ("sovenir pengadilan", "souvenir"),
        ("suvenir", "souvenir"),
        ("Cinderamata", "souvenir"),
        ("Cendera mata", "souvenir"),
        ("gantungan kunci", "souvenir"),
        ("mug", "souvenir"),
        ("sampul sertipikat", "souvenir"),
        ("Bebas antrean", "no_queue"),
        ("Tanpa mengantri", "no_queue"),
        ("Dilayani tanpa antre", "no_queue"),
        ("No queue", "no_queue"),
        ("Prioritas pada kunjungan berikutnya", "priority_next_visit"),
        ("Didahulukan", "priority_next_visit"),
        ("Jalur ekspres", "faster_completion"),
        ("Penyelesaian dipercepat", "faster_completion"),
        ("Didampingi sampai selesai", "assistance"),
        ("Pendampingan petugas", "assistance"),
        ("Dokumen diantar ke rumah", "delivery"),
        ("Pengiriman gratis", "delivery"),
        ("Delivered at home", "delivery"),
        ("Penggantian dokumen", "replacement"),
        ("Produk diterbitkan ulang", ""),
        ("Dokumen terbit ulang", "replacement"),
        ("Bertemu kepala kantor", "meeting_head"),
        ("Audiensi", "meeting_head"),
        ("Evaluasi petugas", "officer_evaluation"),
        ("Kategori A", ""),
        ("Antara pukul 8 dan 10", ""),
        ("Menggantikan", "replacement"),
        ("Ganti rugi", ""),
        ("", ""),
    ],
)
def test_remedies_are_known_by_their_words(words: str, kinds: str) -> None:
    assert sorted(kind.value for kind in remedies_in(words)) == kinds.split()


def test_every_kind_can_be_said() -> None:
    for kind in RemedyKind:
        assert kind in remedies_in(kind.id) | remedies_in(kind.en), kind


@pytest.mark.parametrize(
    "words",
    [
        "Potongan 10 persen biaya PNBP",
        "Diskon 25%",
        "Diskon sebesar 25 persen",
        "50 % potongan",
        "Keringanan tarif",
        "Pembebasan biaya layanan",
        "Tarif dipotong separuh",
        "Biaya layanan dikurangi 10 persen",
        "Pengguna dibebaskan dari biaya",
        "A discount on the fee",
        "10 percent off",
        "The price is reduced",
    ],
)
def test_a_discount_is_told(words: str) -> None:
    assert offers_discount(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Gratis biaya kirim",
        "Pembebasan biaya pengiriman",
        "Potongan harga parkir",
        "Kompensasi tidak berupa potongan tarif",
        "Bukan diskon biaya",
        "Potongan kuku",
        "Pelayanan tidak dipungut biaya",
        "Waktu tunggu dikurangi",
        "10 persen pengguna",
        "No discount on the fee",
    ],
)
def test_what_lowers_no_price_is_let_pass(words: str) -> None:
    assert not offers_discount(words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Pengembalian biaya layanan", True),
        ("Uang dikembalikan", True),
        ("PNBP dikembalikan kepada pengguna", True),
        ("Mengembalikan uang pengguna", True),
        ("Uang kembali", True),
        ("Refund of the fee", True),
        ("The fee is refunded", True),
        ("Pengembalian kelebihan biaya", False),
        ("Pengembalian biaya karena kesalahan pemungutan", False),
        ("Biaya dikembalikan bila produk tidak dapat diberikan", False),
        ("Pengembalian PNBP sesuai dengan UU 9/2018 Pasal 63", False),
        ("Pengembalian biaya menurut peraturan perundang-undangan", False),
        ("Tidak ada pengembalian biaya", False),
        ("Pengembalian dokumen", False),
        ("Buku dikembalikan", False),
        ("Refund of the fee paid in error", False),
        ("", False),
    ],
)
def test_a_refund_is_told(words: str, *, found: bool) -> None:
    assert offers_refund(words) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kompensasi sebesar Rp10.000", True),
        ("Uang tunai", True),
        ("Sejumlah uang", True),
        ("Pulsa", True),
        ("Cash", True),
        ("Kompensasi Rp 0", False),
        ("Suvenir senilai Rp25.000", False),
        ("Tidak berupa uang tunai", False),
        ("Ruang tunggu", False),
        ("", False),
    ],
)
def test_money_in_hand_is_told(words: str, *, found: bool) -> None:
    assert offers_cash(words) is found
