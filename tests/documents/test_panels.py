"""Panels beside each other, and sheets that are no letters."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pikepdf
import pytest
from attrs import evolve

from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.html.page import render_html
from pst_standards.documents.markdown import render_markdown
from pst_standards.documents.outline import (
    Document,
    Heading,
    Layout,
    Panel,
    Panels,
    Paragraph,
    ParagraphStyle,
    Run,
)
from pst_standards.documents.pdf.writer import render_pdf

COVER = Panel(blocks=[Heading(level=1, text="Panduan"), Paragraph(text="Sampul muka")], middle=True)
BACK = Panel(title="Kontak", blocks=[Heading(level=3, text="Surel"), Paragraph(text="Belakang")])
FLAP = Panel(
    title="Pledge",
    blocks=[Paragraph(text=(Run(text="We serve", strong=True),), style=ParagraphStyle.QUOTE)],
    lang="en",
)
LEAFLET = Document(
    title="Panduan",
    blocks=[Panels(columns=[[COVER], [BACK], [FLAP]], order=[2, 1, 0], framed=False, height=150)],
    landscape=True,
    layout=Layout.FOLDED,
)
POSTER = Document(
    title="Poster",
    blocks=[
        Heading(level=1, text="Poster"),
        Panels(columns=[[BACK, FLAP], [BACK]], shares=[3, 2]),
    ],
    layout=Layout.WALL,
    scale=1.5,
)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def test_markdown_reads_one_column_after_the_other() -> None:
    text = render_markdown(LEAFLET).decode("utf-8")
    places = [text.index(word) for word in ("# Panduan", "## Kontak", "### Surel", "## Pledge")]
    assert places == sorted(places)


def test_a_page_keeps_the_order_of_reading_and_the_style_sheet_that_of_the_folds() -> None:
    page = render_html(LEAFLET).decode("utf-8")
    body = page[page.index("<main>") :]
    assert body.index("<h1>Panduan") < body.index("Kontak</h2>") < body.index("Pledge</h2>")
    assert re.findall(r'class="column( middle)?" style="order:(\d)"', body) == [
        (" middle", "2"),
        ("", "1"),
        ("", "0"),
    ]
    assert '<section class="panel" lang="en" aria-label="Pledge">' in body
    assert "<h3>Surel</h3>" in body


def test_word_lays_columns_as_they_are_folded() -> None:
    body = part(render_docx(LEAFLET), "word/document.xml")
    assert body.index("We serve") < body.index("Belakang") < body.index("Sampul muka")
    assert '<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">We serve' in body
    assert body.count('<w:vAlign w:val="center"/>') == 1
    assert "PanelHeading1" in body


def test_a_pdf_of_a_folded_sheet_is_read_from_its_cover() -> None:
    # typst refuses a file whose first heading is not of level 1, as PDF/UA does.
    with pikepdf.open(io.BytesIO(render_pdf(LEAFLET))) as pdf:
        box = [round(float(side)) for side in pdf.pages[0].mediabox]
        assert (len(pdf.pages), box) == (1, [0, 0, 842, 595])


def test_columns_share_the_width_as_asked() -> None:
    body = part(render_docx(POSTER), "word/document.xml")
    left, gap, right = map(int, re.findall(r'<w:gridCol w:w="(\d+)"/>', body)[:3])
    assert (gap, round(left / right, 2)) == (283, 1.5)
    assert b"minmax(0,3fr) minmax(0,2fr)" in render_html(POSTER)
    assert render_pdf(POSTER)


def test_a_sheet_for_the_wall_has_a_line_around_it_and_larger_letters() -> None:
    data = render_docx(POSTER)
    styles = part(data, "word/styles.xml")
    assert "<w:pgBorders" in part(data, "word/document.xml")
    assert re.search(r'"TableText">.*?<w:sz w:val="30"/>', styles)
    assert re.search(r'"Heading1">.*?<w:sz w:val="55"/>', styles)
    assert re.search(r'"Footer">.*?<w:sz w:val="17"/>', styles)
    assert "<w:pgBorders" not in part(render_docx(LEAFLET), "word/document.xml")
    page = render_html(POSTER).decode("utf-8")
    assert '<body class="wall">' in page
    assert "@media print { html { font-size: 24px } }" in page


def test_a_folded_sheet_has_no_page_numbers() -> None:
    assert "NUMPAGES" not in part(render_docx(LEAFLET), "word/footer1.xml")
    assert b"counter(pages)" not in render_html(LEAFLET)
    assert "NUMPAGES" in part(render_docx(POSTER), "word/footer1.xml")


@pytest.mark.parametrize(
    "wrong", [{"order": [0, 0]}, {"order": [0]}, {"shares": [1]}, {"shares": [1, 0]}]
)
def test_panels_that_cannot_be_laid_out_are_refused(wrong: dict[str, Any]) -> None:
    two = Panels(columns=[[BACK], [FLAP]])
    with pytest.raises(ValueError, match="for 2 columns"):
        evolve(two, **wrong)


def test_headings_in_panels_follow_those_before_them() -> None:
    with pytest.raises(ValueError, match="level 2 follows level 0"):
        evolve(LEAFLET, blocks=[Panels(columns=[[BACK], [COVER]])])


def test_a_panel_without_anything_is_printed_empty() -> None:
    nameless = Panel(title="\x1b", blocks=())
    columns = [[Panel(blocks=()), nameless], []]
    empty = evolve(POSTER, blocks=[POSTER.blocks[0], Panels(columns=columns, framed=False)])
    assert b"</h2>" not in render_html(empty)
    for render in (render_docx, render_html, render_pdf, render_markdown):
        assert render(empty)


def test_a_panel_named_by_signs_nobody_sees_has_no_heading() -> None:
    named = Panel(title="\x1b\N{ZERO WIDTH NO-BREAK SPACE}", blocks=[Paragraph(text="Isi")])
    blocks = [POSTER.blocks[0], Panels(columns=[[named]])]
    assert render_pdf(evolve(POSTER, blocks=blocks))
