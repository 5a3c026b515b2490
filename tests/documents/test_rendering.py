"""What the programs of offices make of the files; needs LibreOffice, Chromium and poppler."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.outline import Document

pytestmark = pytest.mark.rendering


def program(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{names[0]} is not installed")
    return found


def run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=120)
    return done.stdout


def text_of(pdf: Path) -> list[str]:
    """Return the text of each page, its lines and spaces made one."""
    pages = run(program("pdftotext"), "-layout", "-enc", "UTF-8", str(pdf), "-").split("\f")
    return [" ".join(page.split()) for page in pages[:-1]]


def size_of(pdf: Path) -> tuple[int, int]:
    """Return width and height of the first page in millimetres."""
    facts = dict(line.split(":", 1) for line in run(program("pdfinfo"), str(pdf)).splitlines())
    width, _, height, *_ = facts["Page size"].split()
    return round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)


def pdf_by_office(data: bytes, folder: Path) -> Path:
    (folder / "sample.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    source = str(folder / "sample.docx")
    run(
        *(program("soffice", "libreoffice"), profile, "--headless", "--convert-to", "pdf"),
        *("--outdir", str(folder), source),
    )
    return folder / "sample.pdf"


def pdf_by_browser(data: bytes, folder: Path) -> Path:
    (folder / "sample.html").write_bytes(data)
    run(
        *(program("chromium", "chromium-browser", "google-chrome"), "--headless", "--no-sandbox"),
        *("--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer"),
        f"--user-data-dir={folder / 'browser'}",
        f"--print-to-pdf={folder / 'sample.pdf'}",
        (folder / "sample.html").as_uri(),
    )
    return folder / "sample.pdf"


def test_libreoffice_shows_three_pages_with_repeated_headers(
    sample: Document, tmp_path: Path
) -> None:
    pdf = pdf_by_office(render_docx(sample), tmp_path)
    pages = text_of(pdf)
    assert len(pages) == 3
    assert size_of(pdf) == (210, 297)
    assert "BADAN PUSAT STATISTIK" in pages[0]
    assert "STANDAR PELAYANAN PERPUSTAKAAN" in pages[0]
    assert "2. Menunjukkan salah satu kartu identitas: a. KTP b. SIM" in pages[0]
    assert all(f"Halaman {page} dari 3" in text for page, text in enumerate(pages, start=1))
    assert pages[1].startswith("No Komponen Uraian"), "the header row is repeated"
    assert "Kota Contoh, 22 November 2026" in pages[1]
    assert "Nama Pejabat Contoh" in pages[1]
    assert pages[2].startswith("Lampiran: daftar periksa 1) Butir pertama")
    assert "3. Dimulai dari tiga 4. Lalu empat i. Romawi ii. Romawi kedua" in pages[2]
    assert "DRAF" not in "".join(pages)


def test_libreoffice_stamps_every_page_of_a_draft(draft: Document, tmp_path: Path) -> None:
    pdf = pdf_by_office(render_docx(draft), tmp_path)
    assert size_of(pdf) == (215, 330)
    assert all(page.startswith("DRAF") for page in text_of(pdf))


def test_chromium_prints_the_page_with_its_numbers(draft: Document, tmp_path: Path) -> None:
    pdf = pdf_by_browser(render_html(draft), tmp_path)
    pages = text_of(pdf)
    assert size_of(pdf) == (215, 330)
    assert all(page.startswith("DRAF") for page in pages)
    for number, text in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in text
    assert "Lampiran: daftar periksa" in pages[-1]
