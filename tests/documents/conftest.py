"""The sample document of these tests, and the comparison with what it should become.

``pytest tests/documents --update-golden`` writes the files in ``golden/`` anew; look at the
difference before committing it.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import evolve

from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    Marker,
    Note,
    NoteKind,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    Picture,
    Run,
    Signature,
    Table,
)

HERE = Path(__file__).parent
CompareGolden: TypeAlias = Callable[[str, str], None]


@pytest.fixture
def logo() -> bytes:
    return (HERE / "logo.png").read_bytes()


@pytest.fixture
def part() -> Callable[[bytes, str], str]:
    """Read one part of a Word file as text."""

    def read(data: bytes, name: str) -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(name).decode("utf-8")

    return read


@pytest.fixture
def compare_golden(request: pytest.FixtureRequest) -> CompareGolden:
    """Compare a text with the file of that name in ``golden/``, or write it when asked."""

    def compare(name: str, shown: str) -> None:
        file = HERE / "golden" / name
        if request.config.getoption("--update-golden", default=False):
            file.write_text(shown, encoding="utf-8", newline="\n")
        assert shown == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def sample(logo: bytes) -> Document:
    """Return a standard in the ministry's form, with every kind of block somewhere in it."""
    return Document(
        title="Standar Pelayanan Perpustakaan",
        lang="id",
        subject="Standar pelayanan BPS Kabupaten Contoh",
        author="BPS Kabupaten Contoh",
        keywords=("standar pelayanan", "perpustakaan"),
        created=dt.date(2026, 11, 22),
        footer_text="BPS Kabupaten Contoh · Standar Pelayanan Perpustakaan",
        letterhead=Letterhead(
            names=("Badan Pusat Statistik", "Kabupaten Contoh"),
            address="Jalan Teladan Nomor 1, Kota Contoh 50001",
            contact="Telepon (0298) 000000 · bps0000@contoh.go.id · contoh.bps.go.id",
            logo=Picture(data=logo, alt="Logo kantor: tiga batang", width=22),
        ),
        blocks=(*_opening(), *_delivery(), *_manufacturing(), *_end()),
    )


@pytest.fixture
def draft(sample: Document) -> Document:
    """Return the sample as a draft on F4."""
    note = "Memuat nilai yang belum dikonfirmasi kantor; belum boleh ditandatangani."
    return evolve(sample, draft=True, draft_note=note, paper=Paper.F4)


def _opening() -> tuple[Block, ...]:
    return (
        Heading(level=1, text="Standar Pelayanan Perpustakaan"),
        KeyValues(
            pairs=(
                ("Lampiran", "Keputusan Kepala BPS Kabupaten Contoh"),
                ("Nomor", "12 Tahun 2026"),
                ("Tanggal", (Run(text="22 November 2026", strong=True),)),
            )
        ),
        Paragraph(
            text="Standar ini berlaku untuk layanan langsung dan tidak langsung.",
            style=ParagraphStyle.LEAD,
        ),
        Paragraph(
            text=(
                Run(text="Layanan diberikan menurut "),
                Run(text="Undang-Undang Nomor 25 Tahun 2009", strong=True),
                Run(text=" dan dapat dibaca di "),
                Run(text="laman kantor", link="https://contoh.go.id/standar?a=1&b=2"),
                Run(text=", yang disebut "),
                Run(text="website", emphasis=True),
                Run(text="."),
            )
        ),
    )


def _delivery() -> tuple[Block, ...]:
    requirements = (
        Paragraph(text="Layanan langsung:"),
        ItemList(
            items=(
                "Mengisi buku tamu",
                (
                    Paragraph(text="Menunjukkan salah satu kartu identitas:"),
                    ItemList(items=("KTP", "SIM", "Kartu pelajar"), marker=Marker.LETTER),
                ),
            ),
            marker=Marker.DECIMAL,
        ),
        Paragraph(text="Layanan tidak langsung:"),
        ItemList(items=("Memiliki alamat surel", "Mengisi formulir"), marker=Marker.DECIMAL),
    )
    steps = (
        "Pengguna datang dan mengambil nomor antrean.",
        "Petugas front office mencatat kebutuhan data.",
        "Petugas perpustakaan membantu mencari publikasi.",
        "Pengguna menilai layanan melalui Survei Kebutuhan Data.",
    )
    return (
        Heading(level=2, text="A. Komponen Service Delivery"),
        _form(
            ("Persyaratan", requirements),
            (
                "Sistem, mekanisme, dan prosedur",
                (ItemList(items=steps, marker=Marker.DECIMAL),),
            ),
            ("Jangka waktu pelayanan", "Paling lama 15 menit sejak formulir diterima."),
            ("Biaya/tarif", "Rp0 (nol rupiah)"),
            ("Produk pelayanan", "Layanan baca di tempat dan softcopy publikasi"),
            (
                "Penanganan pengaduan, saran, dan masukan",
                (
                    ItemList(items=("Kotak saran di ruang PST", "Surel", "LAPOR!")),
                    KeyValues(pairs=(("Surel", "pengaduan@contoh.go.id"),)),
                ),
            ),
        ),
    )


def _manufacturing() -> tuple[Block, ...]:
    laws = (
        "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Peraturan Pemerintah Nomor 96 Tahun 2012",
    )
    guarantee = "Layanan diberikan oleh petugas yang kompeten sesuai prosedur."
    return (
        Heading(level=2, text="B. Komponen Manufacturing"),
        _form(
            ("Dasar hukum", (ItemList(items=laws, marker=Marker.DECIMAL),)),
            (
                "Sarana, prasarana, dan/atau fasilitas",
                (
                    Heading(level=3, text="Umum"),
                    Paragraph(text="Ruang tunggu, toilet, dan tempat parkir."),
                    Paragraph(text="Diperiksa setiap hari.", style=ParagraphStyle.SMALL),
                ),
            ),
            ("Kompetensi pelaksana", "Menguasai prosedur layanan dan berkomunikasi dengan baik."),
            ("Pengawasan internal", "Oleh Kepala Subbagian Umum setiap triwulan."),
            ("Jumlah pelaksana", "3 orang"),
            ("Jaminan pelayanan", guarantee),
            ("Jaminan keamanan dan keselamatan pelayanan", "Data pengguna dirahasiakan."),
            ("Evaluasi kinerja pelaksana", "Sekurang-kurangnya sekali dalam setahun."),
        ),
    )


def _end() -> tuple[Block, ...]:
    return (
        Heading(level=3, text="Jam layanan"),
        Table(
            caption="Jam layanan menurut hari",
            columns=(
                Column(title="Hari", share=3, heads_row=True),
                Column(title="Buka", share=2, align=Align.CENTER),
                Column(title="Tutup", share=2, align=Align.CENTER),
                Column(title="Petugas", share=2, align=Align.END),
            ),
            rows=(
                ("Senin sampai Kamis", "08.00", "15.30", "3"),
                ("Jumat", "08.00", "16.00", "2"),
            ),
        ),
        Note(
            title="Hak pengguna layanan",
            text="Kartu kompensasi diberikan bila janji waktu tidak dipenuhi.",
        ),
        Note(
            title="Belum dikonfirmasi",
            text="Jumlah pelaksana berasal dari contoh.",
            kind=NoteKind.WARNING,
        ),
        Paragraph(
            text="Kami sanggup menyelenggarakan pelayanan sesuai standar yang ditetapkan.",
            style=ParagraphStyle.QUOTE,
        ),
        Signature(
            place="Kota Contoh",
            date="22 November 2026",
            title="Kepala BPS Kabupaten Contoh",
            name="Nama Pejabat Contoh",
            identity="NIP 00000000 000000 0 000",
        ),
        PageBreak(),
        Heading(level=2, text="Lampiran: daftar periksa"),
        ItemList(
            items=(
                "Butir pertama",
                (
                    Paragraph(text="Butir kedua dengan rincian"),
                    ItemList(
                        items=(
                            "Rincian satu",
                            (
                                Paragraph(text="Rincian dua"),
                                Paragraph(text="Keterangan lanjutan di bawah rincian."),
                            ),
                        ),
                        marker=Marker.LETTER_PAREN,
                    ),
                ),
            ),
            marker=Marker.DECIMAL_PAREN,
        ),
        ItemList(items=("Dimulai dari tiga", "Lalu empat"), marker=Marker.DECIMAL, start=3),
        ItemList(items=("Romawi", "Romawi kedua"), marker=Marker.ROMAN),
        Paragraph(text="Dicetak dari berkas definisi kantor.", style=ParagraphStyle.SMALL),
        Paragraph(text="— selesai —", style=ParagraphStyle.CENTERED),
    )


def _form(*components: tuple[str, str | tuple[Block, ...]]) -> Table:
    return Table(
        columns=(
            Column(title="No", share=2, align=Align.CENTER),
            Column(title="Komponen", share=9, heads_row=True),
            Column(title="Uraian", share=25),
        ),
        rows=tuple(
            (str(number), name, content)
            for number, (name, content) in enumerate(components, start=1)
        ),
        keep_rows=False,
    )
