"""What papers for the hand need of the renderers: boxes, room to write, a line to cut along."""

from __future__ import annotations

import io
import zipfile

import pytest

from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.outline import (
    Block,
    Column,
    Document,
    Heading,
    ItemList,
    Marker,
    Paper,
    Paragraph,
    ParagraphStyle,
    Table,
)

COLUMNS = (Column(title="Isian", heads_row=True), Column(title="Jawaban"))


def word(*blocks: Block, part: str = "word/document.xml", **more: bool | Paper) -> str:
    made = render_docx(Document(title="x", blocks=blocks, **more))  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return archive.read(part).decode()


def web(*blocks: Block, **more: bool | Paper) -> str:
    return render_html(Document(title="x", blocks=blocks, **more)).decode()  # type: ignore[arg-type]


def test_boxes_are_a_list_of_their_own() -> None:
    boxes = ItemList(items=("Terlambat", "Rusak"), marker=Marker.BOX)
    assert '<ul class="boxes"><li>Terlambat</li>' in web(boxes)
    assert '<w:pStyle w:val="ListBullet"/>' in word(boxes)
    numbering = word(boxes, part="word/numbering.xml")
    assert '<w:lvlText w:val="☐"/>' in numbering
    assert numbering.count("Segoe UI Symbol") == 4 * 4, "four levels, four kinds of script"
    assert '<w:num w:numId="3"><w:abstractNumId w:val="6"/>' in numbering


@pytest.mark.parametrize(("height", "twips"), [(9.0, "510"), (0.0, "")])
def test_a_row_leaves_room_for_the_hand(height: float, twips: str) -> None:
    table = Table(columns=COLUMNS, rows=[("Nama", "")], row_height=height)
    assert ('<w:trHeight w:val="510"/>' in word(table)) is bool(twips)
    assert ('style="height:9mm"' in web(table)) is bool(twips)


def test_a_whole_table_keeps_all_rows_but_the_last_with_the_next() -> None:
    rows = [("a", ""), ("b", ""), ("c", "")]
    kept = word(Table(columns=COLUMNS, rows=rows, whole=True, keep_rows=False))
    loose = word(Table(columns=COLUMNS, rows=rows, keep_rows=False))
    assert kept.count("<w:keepNext/>") == 4
    assert loose.count("<w:keepNext/>") == 0
    assert kept.count("<w:cantSplit/>") == 4
    assert loose.count("<w:cantSplit/>") == 1, "the header row alone"
    assert 'class="form whole"' in web(
        Table(columns=COLUMNS, rows=rows, whole=True, keep_rows=False)
    )


def test_a_dense_table_is_set_in_small_letters() -> None:
    table = Table(columns=COLUMNS, rows=[("a", "b")], dense=True)
    shown = word(table)
    for style in ("TableDenseHeading", "TableDenseRowHeading", "TableDense"):
        assert f'<w:pStyle w:val="{style}"/>' in shown
        assert f'w:styleId="{style}"' in word(table, part="word/styles.xml")
    assert 'class="form kept dense"' in web(table)


def test_the_line_to_cut_along_is_marked() -> None:
    cut = Paragraph(text="Gunting di sini", style=ParagraphStyle.CUT)
    assert '<p class="cut">Gunting di sini</p>' in web(cut)
    assert '<w:pStyle w:val="CutLine"/>' in word(cut)
    assert 'w:styleId="CutLine"' in word(cut, part="word/styles.xml")


def test_the_line_to_cut_along_stays_with_the_heading_below_it() -> None:
    cut = Paragraph(text="Gunting di sini", style=ParagraphStyle.CUT)
    heads = (Heading(level=1, text="Formulir"), cut, Heading(level=2, text="Tanda terima"))
    shown = web(*heads, Paragraph(text="a"), cut, cut, Heading(level=1, text="Lain"))
    assert shown.count("Gunting di sini") == 3
    assert '<section aria-labelledby="s2">\n<p class="cut">Gunting di sini</p>\n<h2' in shown


def test_a_sheet_that_lies_is_wide() -> None:
    assert '<body class="landscape">' in web(landscape=True)
    assert '<body class="draft landscape">' in web(landscape=True, draft=True)
    assert "size: 330mm 215mm" in web(landscape=True, paper=Paper.F4)
    assert 'w:orient="landscape"' in word(landscape=True)
    assert 'w:orient="landscape"' not in word()
    wide = word(Table(columns=COLUMNS, rows=[("a", "b")]), landscape=True)
    assert '<w:tblW w:w="14287" w:type="dxa"/>' in wide
