"""Templates as offices make them, and such as nobody should make."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from pst_standards.definitions import Bases, read_path
from pst_standards.documents.template.starter import starter_template
from pst_standards.model.definition import Definition

Change: TypeAlias = Callable[[bytes], bytes] | bytes
Alter: TypeAlias = Callable[[Mapping[str, Change]], bytes]
LOGO = Path(__file__).parents[1] / "logo.png"


def saved(word: docx.document.Document) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def letter() -> bytes:
    """A letterhead on A4 with a logo, a footer, and text behind the body; placeholders are cut."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    head = section.header.paragraphs[0]
    head.add_run("KANTOR {{kan")
    head.add_run("tor}}").bold = True
    head.add_run().add_picture(str(LOGO), width=Mm(12))
    section.header.add_paragraph("{{ Alamat }}")
    section.footer.paragraphs[0].text = "Nomor {{nomor}} \N{MIDDLE DOT} {{sidik}}"
    word.add_paragraph("Surat ini dibuat pada {{date}}.")
    word.add_paragraph("{{isi}}")
    word.add_paragraph("Tembusan: arsip.")
    return saved(word)


@pytest.fixture(scope="session")
def folio() -> bytes:
    """A folio sheet, styles with Indonesian names in maroon, and nothing on it but a first head."""
    word = docx.Document()
    styles = word.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Bookman Old Style", Pt(12)
    normal.paragraph_format.first_line_indent = Mm(10)
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for name in ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "Caption"):
        styles.element.remove(styles[name].element)
    for level in (1, 2, 3):
        made = styles.add_style(f"Judul {level}", WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = normal
        made.font.size, made.font.color.rgb = Pt(16 - 2 * level), RGBColor(0x7A, 0x10, 0x20)
    styles.add_style("Keterangan", WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    section = word.sections[0]
    section.page_width, section.page_height = Mm(215), Mm(330)
    section.left_margin, section.right_margin = Mm(35), Mm(20)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "{{kantor_singkat}}"
    return saved(word)


@pytest.fixture(scope="session")
def starter() -> bytes:
    return starter_template()


@pytest.fixture
def alter(starter: bytes) -> Alter:
    """Change parts of the template to begin with, or add some."""

    def altered(changes: Mapping[str, Change]) -> bytes:
        with zipfile.ZipFile(io.BytesIO(starter)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for name, change in changes.items():
            parts[name] = change if isinstance(change, bytes) else change(parts.get(name, b""))
        return zipped(parts)

    return altered


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture(scope="session")
def semarang() -> Definition:
    """The example, which has every part."""
    folder = Path(__file__).resolve().parents[3] / "examples" / "kabupaten-semarang"
    return read_path(folder, bases=Bases()).definition
