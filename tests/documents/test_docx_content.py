"""The Word file as python-docx sees it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest
from attrs import evolve
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from pst_standards.documents.docx import render_docx, to_docx
from pst_standards.documents.outline import (
    Block,
    Column,
    Document,
    ItemList,
    KeyValues,
    Letterhead,
    Marker,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    Picture,
    Run,
    Signature,
    Table,
)


def opened(*blocks: Block) -> WordDocument:
    return to_docx(Document(title="Uji", blocks=blocks))


def numbering(paragraph: WordParagraph) -> tuple[int, int]:
    number, level = (
        paragraph._p.find(f".//{qn('w:numPr')}/{qn(tag)}") for tag in ("w:numId", "w:ilvl")
    )
    assert number is not None
    assert level is not None
    return int(number.get(qn("w:val"), "")), int(level.get(qn("w:val"), ""))


def style_name(paragraph: WordParagraph) -> str:
    return str(paragraph.style.name) if paragraph.style else ""


def test_the_title_is_a_property_and_headings_are_headings(sample: Document) -> None:
    word = to_docx(sample)
    assert word.core_properties.title == "Standar Pelayanan Perpustakaan"
    assert word.core_properties.author == "BPS Kabupaten Contoh"
    headings = [
        (style_name(paragraph), paragraph.text)
        for paragraph in word.paragraphs
        if style_name(paragraph).startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Standar Pelayanan Perpustakaan"),
        ("Heading 2", "A. Komponen Service Delivery"),
        ("Heading 2", "B. Komponen Manufacturing"),
        ("Heading 3", "Jam layanan"),
        ("Heading 2", "Lampiran: daftar periksa"),
    ]


@pytest.mark.parametrize("paper", [Paper.A4, Paper.F4])
def test_the_sheet_has_the_size_asked_for_and_the_same_width_of_text(
    sample: Document, paper: Paper
) -> None:
    (section,) = to_docx(evolve(sample, paper=paper)).sections
    width, height = paper.value
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    assert abs(section.page_width - Mm(width)) < Mm(0.1)
    assert abs(section.page_height - Mm(height)) < Mm(0.1)
    text_width = section.page_width - section.left_margin - section.right_margin
    assert abs(text_width - Mm(165)) < Mm(0.1)


def test_a_table_repeats_its_header_and_keeps_its_rows() -> None:
    columns = [Column(title="Hari", share=2), Column(title="Jam")]
    word = opened(
        Table(columns=columns, rows=[["Senin", "08.00"], ["Jumat", "09.00"]], caption="Jam buka"),
        Table(columns=columns, rows=[["Sabtu", "-"]], keep_rows=False),
    )
    first, second = word.tables
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        ["Hari", "Jam"],
        ["Senin", "08.00"],
        ["Jumat", "09.00"],
    ]
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in first.rows]
    assert repeated == [True, False, False]
    kept = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in second.rows]
    assert kept == [True, False]
    assert word.paragraphs[0].text == "Jam buka"
    assert style_name(word.paragraphs[0]) == "Caption"
    assert word.paragraphs[0].paragraph_format.keep_with_next is None, "the style says so"
    wide, narrow = (cell.width for cell in first.rows[1].cells)
    assert wide == pytest.approx(narrow * 2, rel=0.001)


def test_each_list_starts_anew_at_its_own_number() -> None:
    word = opened(
        ItemList(items=("a", "b"), marker=Marker.DECIMAL),
        ItemList(items=("c",), marker=Marker.DECIMAL, start=7),
        ItemList(items=("d",)),
    )
    numbers = [numbering(paragraph) for paragraph in word.paragraphs]
    assert numbers == [(3, 0), (3, 0), (4, 0), (5, 0)]
    part = word.part.numbering_part.element
    starts = {
        number.get(qn("w:numId")): [
            start.get(qn("w:val")) for start in number.iter(qn("w:startOverride"))
        ]
        for number in part.iter(qn("w:num"))
    }
    assert starts == {"1": [], "2": [], "3": ["1"], "4": ["7"], "5": ["1"]}
    styles = [style_name(paragraph) for paragraph in word.paragraphs]
    assert styles == ["List Number", "List Number", "List Number", "List Bullet"]


def nested(depth: int) -> ItemList:
    inner = () if depth == 1 else (nested(depth - 1), Paragraph(text=f"lanjutan {depth}"))
    return ItemList(items=((Paragraph(text=f"butir {depth}"), *inner),))


def test_lists_within_lists_go_as_deep_as_word_is_told() -> None:
    shown = [(paragraph.text, style_name(paragraph)) for paragraph in opened(nested(6)).paragraphs]
    assert shown[:6] == [(f"butir {depth}", "List Bullet") for depth in range(6, 0, -1)]
    assert shown[6:] == [
        ("lanjutan 2", "List Continue 3"),
        ("lanjutan 3", "List Continue 3"),
        ("lanjutan 4", "List Continue 3"),
        ("lanjutan 5", "List Continue 2"),
        ("lanjutan 6", "List Continue"),
    ]


def test_an_item_may_begin_with_a_list_and_a_cell_may_be_empty() -> None:
    word = opened(
        ItemList(items=((ItemList(items=("a",)),),)),
        Table(columns=[Column(title="x")], rows=[[()], [(PageBreak(),)], [(KeyValues(pairs=()),)]]),
        KeyValues(pairs=()),
    )
    assert [paragraph.text for paragraph in word.paragraphs[:2]] == ["", "a"]
    assert [row.cells[0].text for row in word.tables[0].rows] == ["x", "", "", ""]


def test_labels_are_as_wide_as_the_longest_but_leave_room() -> None:
    word = opened(KeyValues(pairs=(("No", "1"),)), KeyValues(pairs=(("Sangat panjang " * 9, "1"),)))
    for table in word.tables:
        widths = [cell.width or 0 for cell in table.rows[0].cells]
        assert sum(widths) == pytest.approx(Mm(165), rel=0.001)
        assert widths[0] <= Mm(165) * 0.4


def test_runs_are_styled_and_linked() -> None:
    (paragraph,) = opened(
        Paragraph(
            text=(
                Run(text="a", strong=True),
                Run(text="b", strong=True, emphasis=True),
                Run(text="c", emphasis=True),
                Run(text="d", link="https://contoh.go.id", strong=True),
                Run(text="e", link="javascript:alert(1)"),
                Run(text="f\ng\th"),
            )
        )
    ).paragraphs
    assert paragraph.text == "abcdef\ng\th"
    styles = [run.style.name for run in paragraph.runs]
    assert styles[:3] == ["Strong", "Strong", "Emphasis"]
    assert [run.italic for run in paragraph.runs[:3]] == [None, True, None]
    (link,) = paragraph.hyperlinks
    assert (link.text, link.address) == ("d", "https://contoh.go.id")


def test_pictures_have_a_text_and_fit_their_place(logo: bytes) -> None:
    word = opened(
        Picture(data=logo, alt='Denah "lantai 1"', width=60),
        Picture(data=logo, alt="", width=900),
    )
    small, large = word.inline_shapes
    assert small._inline.docPr.get("descr") == 'Denah "lantai 1"'
    assert abs(small.width - Mm(60)) < Mm(0.2)
    assert abs(large.width - Mm(165)) < Mm(0.2)
    assert large.width == large.height


def test_the_letterhead_stands_first_with_its_logo_at_the_left(sample: Document) -> None:
    table = to_docx(sample).tables[0]
    logo, names = table.rows[0].cells
    assert logo._tc.find(f".//{qn('w:drawing')}") is not None
    assert [paragraph.text for paragraph in names.paragraphs][:2] == [
        "Badan Pusat Statistik",
        "Kabupaten Contoh",
    ]
    plain = opened(Letterhead(names=("Kantor Contoh",), contact="Telepon 000"))
    assert not plain.tables
    assert [paragraph.text for paragraph in plain.paragraphs] == [
        "Kantor Contoh",
        "Telepon 000",
        "",
    ]


def kept_with_next(word: WordDocument) -> Iterator[bool | None]:
    """Tell for each paragraph whether it or its style keeps it with the next one."""
    for paragraph in word.paragraphs:
        asked = paragraph.paragraph_format.keep_with_next
        style = paragraph.style
        while asked is None and style is not None:
            asked = style.paragraph_format.keep_with_next
            style = style.base_style
        yield asked


def test_a_signature_stays_in_one_piece_and_with_the_line_before() -> None:
    word = opened(
        Paragraph(text="Ditetapkan."),
        Signature(
            place="Kota Contoh",
            date="22 November 2026",
            title="Kepala",
            name="Nama Contoh",
            identity="NIP 0",
            note="Ditandatangani secara elektronik",
        ),
    )
    assert [paragraph.text for paragraph in word.paragraphs][1] == "Kota Contoh, 22 November 2026"
    assert list(kept_with_next(word)) == [True, True, True, True, True, False]


def test_a_list_before_a_signature_stays_with_it_by_its_last_two_lines() -> None:
    signature = Signature(place="Kota", date="1 Mei 2026", title="Kepala", name="Nama")
    for last, kept in (("tiga", True), ("tiga " * 30, None)):
        word = opened(ItemList(items=("satu", "dua", last), marker=Marker.DECIMAL), signature)
        assert list(kept_with_next(word))[:3] == [None, kept, True]


def test_a_page_break_leaves_no_empty_line_and_none_in_a_table() -> None:
    word = opened(PageBreak(), Table(columns=[Column(title="x")], rows=[[(PageBreak(),)]]))
    assert style_name(word.paragraphs[0]) == "PST Page Break"
    assert word.styles["PST Page Break"].element.find(f".//{qn('w:pageBreakBefore')}") is not None
    assert style_name(word.tables[0].rows[1].cells[0].paragraphs[0]) == "PST Table Text"


def test_every_style_behind_a_paragraph_is_defined_with_a_name_word_knows(sample: Document) -> None:
    word = to_docx(sample)
    known = {style.style_id for style in word.styles}
    used = {
        element.get(qn("w:val"))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
        for root in (word.element, word.styles.element)
        for element in root.iter(qn(tag))
    }
    assert used <= known
    names = [style.name for style in word.styles]
    assert len(set(names)) == len(names)


def test_a_developer_can_go_on_with_the_live_document(sample: Document) -> None:
    word = to_docx(sample)
    word.add_heading("Tambahan", level=2)
    word.add_heading("Judul", level=0)
    word.add_paragraph("butir", style="List Bullet")
    word.add_table(rows=1, cols=2, style="PST Table").cell(0, 0).text = "sel"
    target = io.BytesIO()
    word.save(target)
    again = docx.Document(io.BytesIO(target.getvalue()))
    assert [paragraph.text for paragraph in again.paragraphs][-3:] == ["Tambahan", "Judul", "butir"]
    assert again.styles["List Bullet"].type == WD_STYLE_TYPE.PARAGRAPH


def test_the_live_document_holds_what_the_file_holds(sample: Document) -> None:
    read = docx.Document(io.BytesIO(render_docx(sample)))
    assert to_docx(sample).element.xml == read.element.xml


def test_a_large_sheet_gives_the_text_all_its_room(sample: Document) -> None:
    live = docx.Document(io.BytesIO(render_docx(evolve(sample, paper=Paper.A3))))
    section = live.sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    text = section.page_width - section.left_margin - section.right_margin
    assert round(text / 36_000) == 252


def test_no_gap_below_a_table_fills_an_empty_page() -> None:
    table = Table(columns=[Column(title="Hari")], rows=[["Senin"]])
    word = opened(table, Paragraph(text="antara"), table, PageBreak(), table)
    after = [style_name(one) for one in word.paragraphs]
    assert after == ["PST Table Gap", "Body Text", "PST Page Break", "PST Table Gap"]
    assert [one.paragraph_format.line_spacing for one in word.paragraphs[::3]] == [None, Pt(1)]


def test_a_remark_or_signature_stays_with_what_it_stands_below() -> None:
    remark = Paragraph(text="Dasar: pasal.", style=ParagraphStyle.SMALL)
    table = Table(columns=[Column(title="Hari")], rows=[["Senin"], ["Selasa"]])
    for block in (
        Paragraph(text="Isi."),
        ItemList(items=["a", "b"]),
        KeyValues(pairs=[("a", "b")]),
    ):
        word = opened(block, remark)
        *_, last, shown = word.element.body.iterchildren(qn("w:p"))
        assert last.pPr.keepNext is not None
        *_, last, _ = opened(block, Note(text="Gratis.")).element.body.iterchildren(qn("w:p"))
        assert last.pPr.keepNext is not None
        assert shown.pPr.keepNext is None
    word = opened(Paragraph(text="Syarat:"), ItemList(items=["a"]), Paragraph(text="Isi."), table)
    kept = [one.paragraph_format.keep_with_next for one in word.paragraphs]
    assert kept[:3] == [True, None, None], "what announces a list goes with it"
    rows = opened(table, remark).tables[0].rows
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]
    assert kept == [None, None, True]
