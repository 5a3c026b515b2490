from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

import pst_standards

pytestmark = pytest.mark.rendering

KINDS = (
    *("standard", "booklet", "maklumat", "complaint-procedure", "complaint-rights"),
    *("leaflet", "poster", "combined-poster", "tariff-board"),
    *("maklumat-landscape", "maklumat-bilingual"),
    *("compensation-announcement", "compensation-claim-form", "compensation-register"),
)


def program(name: str) -> str:
    """The program that tools/test.py found."""
    return os.environ[f"PST_{name}"]


def run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    definition = pst_standards.load(root / "examples" / "kabupaten-semarang")
    pst_standards.build(definition, out, formats=("docx", "html"))
    # One of many that differ in their text alone is enough to draw.
    for page in (*out.glob("poster-*"), *out.glob("combined-poster-a4.*")):
        if "library-a4" not in page.name:
            page.unlink()
    return out


@pytest.fixture(scope="module")
def from_office(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Every docx as LibreOffice draws it, in a profile of its own."""
    target = tmp_path_factory.mktemp("office")
    profile = (target / "profile").as_uri()
    documents = sorted(built.glob("*.docx"))
    convert = ("--headless", "--convert-to", "pdf", "--outdir", target)
    run(program("LIBREOFFICE"), f"-env:UserInstallation={profile}", *convert, *documents)
    return {document.stem: target / f"{document.stem}.pdf" for document in documents}


@pytest.fixture(scope="module")
def from_browser(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Every page as Chromium prints it, with no name of a host resolved."""
    target = tmp_path_factory.mktemp("browser")
    options = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-pdf-header-footer",
        f"--user-data-dir={target / 'profile'}",
    )
    drawn = {}
    for page in sorted(built.glob("*.html")):
        drawn[page.stem] = target / f"{page.stem}.pdf"
        run(program("CHROMIUM"), *options, f"--print-to-pdf={drawn[page.stem]}", page.as_uri())
    return drawn


def words(pdf: Path) -> str:
    return " ".join(run(program("POPPLER"), "-layout", pdf, "-").split())


def kind_of(stem: str) -> str:
    return max((kind for kind in KINDS if stem.startswith(kind)), key=len)


def test_every_kind_is_drawn_by_both(
    from_office: Mapping[str, Path], from_browser: Mapping[str, Path]
) -> None:
    assert from_office.keys() == from_browser.keys()
    assert {kind_of(stem) for stem in from_office} == set(KINDS)
    drawn = [*from_office.values(), *from_browser.values()]
    assert [pdf.name for pdf in drawn if not pdf.is_file()] == []


@pytest.mark.parametrize("drawer", ["from_office", "from_browser"])
def test_what_is_drawn_can_be_read(request: pytest.FixtureRequest, drawer: str) -> None:
    drawn: Mapping[str, Path] = request.getfixturevalue(drawer)
    texts = {stem: words(pdf) for stem, pdf in drawn.items()}
    assert [stem for stem, text in texts.items() if "Semarang" not in text.title()] == []
    assert [stem for stem, text in texts.items() if "\N{REPLACEMENT CHARACTER}" in text] == []
    standards = [text for stem, text in texts.items() if kind_of(stem) == "standard"]
    assert standards
    for heading in ("Komponen", "Uraian", "Jangka Waktu"):
        assert [text[:80] for text in standards if heading.lower() not in text.lower()] == []


@pytest.mark.parametrize("drawer", ["from_office", "from_browser"])
def test_a_draft_says_so_where_it_is_drawn(request: pytest.FixtureRequest, drawer: str) -> None:
    drawn: Mapping[str, Path] = request.getfixturevalue(drawer)
    standards = [pdf for stem, pdf in drawn.items() if kind_of(stem) == "standard"]
    assert [pdf.name for pdf in standards if "DRAF" not in words(pdf)] == []


def test_long_tables_repeat_their_header_row(from_office: Mapping[str, Path]) -> None:
    booklet = run(program("POPPLER"), "-layout", from_office["booklet"], "-")
    pages = booklet.split("\f")
    assert len(pages) > len(from_office) / 2
    assert sum("Uraian" in page for page in pages) > sum("Uraian" in page for page in pages[:2])


def test_a_page_fetches_nothing(built: Path) -> None:
    fetched = re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"']?(?:https?:)?//")
    pages = {page.name: page.read_text(encoding="utf-8") for page in built.glob("*.html")}
    assert pages
    assert [name for name, text in pages.items() if fetched.search(text)] == []
    assert [name for name, text in pages.items() if "url(http" in text] == []
