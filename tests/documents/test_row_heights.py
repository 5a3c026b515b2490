"""Rows of tables: each stays on one page, unless no page can hold it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.outline import (
    Column,
    Content,
    Document,
    Heading,
    ItemList,
    KeyValues,
    Note,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from pst_standards.documents.row_heights import A4, PageRoom, kept_rows

_COLUMNS = (Column(title="No."), Column(title="Komponen", share=2), Column(title="Uraian", share=7))
_LONG = ItemList(items=[f"Langkah {number} dari pelayanan ini." for number in range(90)])
_HALF = ItemList(items=[f"Langkah {number} dari pelayanan ini." for number in range(38)])
_SHORT = Paragraph(text="Tidak dipungut biaya.")


def form(*contents: Content) -> Table:
    """Return a table as that of a standard, a row for each content."""
    return Table(columns=_COLUMNS, rows=[["1.", "Komponen", told] for told in contents])


def test_one_long_row_lets_only_itself_go() -> None:
    assert kept_rows(form((_SHORT,), (_LONG,), (_HALF,), (_SHORT,)), A4) == [
        True,
        False,
        True,
        True,
    ]


def test_a_first_row_leaves_no_page_empty_below_a_letterhead() -> None:
    most = ItemList(items=[f"Langkah {number}." for number in range(40)])
    assert kept_rows(form((most,), (most,)), A4) == [False, True]


def test_larger_letters_and_a_lower_page_let_more_rows_go() -> None:
    table = form((_SHORT,), (_HALF,))
    assert kept_rows(table, A4) == [True, True]
    assert kept_rows(table, A4.smaller(2)) == [True, False]
    assert kept_rows(table, PageRoom(width=252, height=140)) == [True, False]


def test_a_measure_is_asked_only_where_the_usual_width_says_too_much() -> None:
    lines = "i" * 6000
    table = form((_SHORT,), lines)
    assert kept_rows(table, A4) == [True, False]
    assert kept_rows(table, A4, lambda line: len(line) * 0.22) == [True, True]


@pytest.mark.parametrize(
    "block",
    [
        Heading(level=2, text="Langsung"),
        Note(text="Nilai contoh."),
        KeyValues(pairs=[("Nomor", "12 Tahun 2026")]),
        Table(columns=[Column(title="a")], rows=[["b"]]),
    ],
)
def test_a_few_blocks_of_any_kind_are_kept(block: Heading | Note | KeyValues | Table) -> None:
    assert kept_rows(form((_SHORT,), (block,) * 12), A4) == [True, True]


def test_a_picture_is_as_high_as_it_is_drawn(logo: bytes) -> None:
    pictures = [Picture(data=logo, alt="Logo", width=40)] * 5
    assert kept_rows(form((_SHORT,), (*pictures,)), A4) == [True, True]
    assert kept_rows(form((_SHORT,), (*pictures, *pictures)), A4) == [True, False]


def test_what_is_not_known_may_split() -> None:
    signed = Signature(place="Kota", date="1 Mei", title="Kepala", name="Nama")
    assert kept_rows(form((_SHORT,), (signed, signed)), A4) == [True, False]


def test_word_and_web_keep_each_row_that_a_page_holds() -> None:
    document = Document(title="Standar", blocks=[form((_SHORT,), (_LONG,), (_HALF,))])
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as made:
        rows = made.read("word/document.xml").decode().split("<w:tr>")[1:]
    assert ["<w:cantSplit/>" in row for row in rows] == [True, True, False, True]
    page = render_html(document).decode()
    shown = re.findall(r'<tr role="row"( class="long")?>', page.partition("<tbody")[2])
    assert shown == ["", ' class="long"', ""]
    assert "tr:not(.long)" in page
