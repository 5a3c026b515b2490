from __future__ import annotations

import importlib
import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pst_standards.cli import main
from pst_standards.documents.every_kind import EVERY_KIND

if TYPE_CHECKING:
    from devtools import Tab

pytestmark = pytest.mark.rendering

# The page in which an office pastes a part that has no page around it.
HOST = (
    '<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Layanan</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<main><h1>Layanan BPS</h1>{}</main>"
)
AXE = """
axe.run({resultTypes: ["violations"], preload: false}).then(told => told.violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)}`)
))
"""


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
    examples = root / "examples"
    given = (
        *("--events", examples / "events" / "late-consultation.yaml"),
        *("--register", examples / "recaps" / "2025.yaml"),
        *("--answers", examples / "survey" / "skm-2024.csv"),
    )
    command = ("build", examples / "kabupaten-semarang", *given, "--out", out, "--quiet")
    assert main([str(part) for part in command]) == 0
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
def browser(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """One Chromium for all pages, with no name of a host resolved."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "tools"))
        devtools = importlib.import_module("devtools")
    with devtools.tab(program("CHROMIUM"), tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(built: Path) -> Sequence[Path]:
    """Every page of the set; of those that differ in the size of their paper only, one."""
    bodies = {
        page.read_text(encoding="utf-8").partition("<body")[2] or page.name: page
        for page in sorted(built.glob("*.html"))
    }
    return list(bodies.values())


@pytest.fixture(scope="module")
def from_browser(
    browser: Tab, pages: Sequence[Path], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """Every page as Chromium prints it."""
    target = tmp_path_factory.mktemp("browser")
    drawn = {page.stem: target / f"{page.stem}.pdf" for page in pages}
    for page in pages:
        browser.show(page.as_uri())
        drawn[page.stem].write_bytes(browser.printed())
    return drawn


def words(pdf: Path) -> str:
    return " ".join(run(program("POPPLER"), "-layout", pdf, "-").split())


def kind_of(stem: str) -> str:
    return max((kind for kind in EVERY_KIND if stem.startswith(kind)), key=len)


def of_format(name: str) -> set[str]:
    return {kind for kind, one in EVERY_KIND.items() if name in one.formats}


def test_every_kind_is_drawn_by_both(
    from_office: Mapping[str, Path], from_browser: Mapping[str, Path]
) -> None:
    assert {kind_of(stem) for stem in from_office} == of_format("docx")
    assert {kind_of(stem) for stem in from_browser} == of_format("html")
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


def test_axe_finds_nothing_wrong_on_any_page_narrow_or_wide(
    browser: Tab, pages: Sequence[Path], tmp_path: Path
) -> None:
    rules = Path(program("AXE")).read_text(encoding="utf-8")
    found = {}
    for page in pages:
        source = page.read_text(encoding="utf-8")
        shown = tmp_path / page.name
        shown.write_text(source if "<html" in source else HOST.format(source), encoding="utf-8")
        browser.show(shown.as_uri())
        browser.ask(rules)
        for width in (320, 1280):
            browser.resize(width)
            faults = list(browser.ask(AXE))
            if browser.ask("document.documentElement.scrollWidth") > width:
                faults.append("the page is wider than the screen")
            if faults:
                found[page.name, width] = faults
    assert found == {}


def test_no_page_is_wider_than_the_screen_because_of_a_long_word(
    browser: Tab, root: Path, tmp_path: Path
) -> None:
    address = f"https://teladan.contoh.go.id/{'layanan-statistik/' * 10}{'x' * 1500}"
    source = (root / "tests" / "documents" / "compose" / "kantor.yaml").read_text(encoding="utf-8")
    changed = re.sub(r"(?:Mengisi buku tamu|Perpustakaan|Salinan koleksi)", address, source)
    assert changed.count(address) >= 3
    (tmp_path / "kantor.yaml").write_text(changed, encoding="utf-8")
    out = tmp_path / "out"
    command = ("build", tmp_path, "--out", out, "--format", "html", "--quiet")
    assert main([str(part) for part in command]) == 0
    found = {}
    for page in sorted(out.glob("*.html")):
        source = page.read_text(encoding="utf-8")
        if "<html" not in source:
            page.write_text(HOST.format(source), encoding="utf-8")
        browser.show(page.as_uri())
        for width in (320, 768, 1280):
            browser.resize(width)
            if (wide := browser.ask("document.documentElement.scrollWidth")) > width:
                found[page.name, width] = wide
    assert found == {}
