"""Whatever text is given: nothing is raised, nothing lost in silence, and what comes out loads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import read_data
from pst_standards.exchange.sippn import Draft, Fate, read
from pst_standards.findings import Severity
from pst_standards.rules import check

WORD = re.compile(r"[^\W_]+")
# Words for which a key, an order or a list stands in a draft.
SHAPE = frozenset(
    WORD.findall(
        """no nomor sk surat keputusan penetapan standar pelayanan layanan publik judul nama jenis
        unit kerja penyelenggara instansi opd satuan satker pengguna penerima sasaran deskripsi
        singkat definisi pengertian tentang persyaratan syarat sistem mekanisme prosedur alur tata
        cara tatacara sop langkah jangka waktu penyelesaian lama lamanya janji biaya tarif tarip
        produk hasil output pengaduan penanganan pengelolaan penyampaian saran masukan aspirasi
        apresiasi kritik kontak keterangan tambahan catatan penting peringatan perhatian nb dasar
        landasan hukum sarana prasarana fasilitas kompetensi pelaksana petugas pengawasan internal
        jumlah jaminan keamanan keselamatan evaluasi kinerja maklumat komponen service delivery
        manufacturing unsur uraian detail informasi hari jam jadwal operasional buka
        langsung tidak tak non online on line daring during jarak jauh tatap muka offline off
        luring site walk in di tempat kunjungan secara dengan melalui via lewat media untuk bagi
        yang jalur kanal datang berkunjung pengunjung permintaan permohonan ke pst kantor aplikasi
        website web laman portal email e mail surel mandiri dan atau silastik bps dilakukan
        jika bila bilamana apabila kalau maka sedangkan tetapi namun tapi o
        senin selasa rabu kamis jumat jum at sabtu minggu ahad pukul wib wita wit istirahat ishoma
        setiap s d sampai hingga"""
    )
)
MARK = re.compile(r"[0-9]{1,3}|[a-z]")
SNIPPETS = st.sampled_from(
    [
        "Persyaratan", "Persyaratan:", "PERSYARATAN", "1. Persyaratan", "Prosedur Pengaduan",
        "Sistem, Mekanisme dan Prosedur", "Waktu Penyelesaian", "Biaya / Tarif", "Produk Pelayanan",
        "Pengaduan Layanan", "No. SK :", "No. SK: 1/2 TAHUN 2024", "Jam layanan:", "Keterangan:",
        "Dasar hukum", "Langsung", "Tidak Langsung:", "● Layanan online", "1.", "2)", "a.", "-",
        "1. Pengguna datang", "2. Petugas memeriksa: a. Sesuai: lanjut b. Tidak sesuai: kembali",
        "1) A 2) B 3) C", "10 Menit", "maks. 3 (tiga) hari kerja sejak berkas lengkap",
        "1-3 hari kerja", "Gratis", "Rp 10.000,- per judul", "Rp 7.50 0", "Rp0", "PNBP",
        "Senin-Jumat 08.00-15.30 WIB", "bps9901@mail.example", "Telp. 0000-00000", "<b>tebal</b>",
        "<nama kantor>", "&lt;script&gt;", "| 1 | Biaya | Gratis |", "Beranda > Layanan", "\t",
        "Jika lengkap, maka diproses; jika tidak lengkap, dikembalikan ke langkah 1.", "**",
        "# Judul", "Mahasiswa gratis, umum Rp 25.000", "Gratis, kecuali data mikro",
        "Online: gratis",
        "Apabila ada maka diberi, apabila tidak ada maka dijelaskan", "https://lapor.go.id",
        "Rp10.000 per lembar sedangkan mahasiswa Rp 0", "Dijawab paling lambat 5 hari kerja",
        "1 x 24 jam pada hari kerja", "Resep nasi goreng",
        "\u2028", "\u200b", "\x07", "\ud800", "Unit: BPS Kabupaten Contoh (9901)", "2 minggu",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(SNIPPETS, st.text(max_size=30)), max_size=25).map("\n".join),
    st.lists(SNIPPETS, max_size=12).map(" ".join),
)


def words_of(text: str) -> list[str]:
    shown = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return WORD.findall(shown.casefold())


def words_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_in(part)
    else:
        yield from words_of(str(value))


def untold(text: str, draft: Draft) -> dict[int, set[str]]:
    """Return the words of each line that stand neither in the draft nor in a remark."""
    parts = [part for key, part in draft.data.items() if key != "source"]
    carried = set(words_in(parts))
    told = {remark.line for remark in draft.remarks if remark.fate is not Fate.KEPT}
    carried |= set(words_of(draft.data["source"])) if "http" in draft.data["source"] else set()
    left = {}
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        words = {word for word in words_of(line) if word not in SHAPE and not MARK.fullmatch(word)}
        if number not in told and not words <= carried:
            left[number] = words - carried
    return left


@given(TEXTS)
def test_every_word_is_carried_or_told(text: str) -> None:
    assert untold(text, read(text)) == {}


@given(TEXTS)
def test_what_comes_out_loads_and_can_be_checked(text: str) -> None:
    draft = read(text)
    for lang in ("id", "en"):
        reading = read_data(draft.yaml(lang))
        assert [found for found in reading.findings if found.severity is Severity.ERROR] == []
        assert reading.definition == draft.definition
    assert check(draft.definition).coverage.failed == ()
    assert all(remark.message(lang) for remark in draft.remarks for lang in ("id", "en"))
    lines = len(re.split(r"\r\n|\r|\n", text))
    assert all(1 <= remark.line <= lines for remark in draft.remarks)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text).yaml() == read(text).yaml()
