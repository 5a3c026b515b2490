"""Sheets, heads and feet of documents in the template of an office."""

from __future__ import annotations

import re

from attrs import evolve
from docx.enum.text import WD_ALIGN_PARAGRAPH

from pst_standards.documents import render
from pst_standards.documents.outline import Document, Identity, Picture
from pst_standards.documents.template.template import open_template
from pst_standards.documents.template.writing import render_into
from pst_standards.model.definition import Definition
from tests.documents.template.opened_files import Alter, opened, parts


def test_header_rows_alternative_texts_and_title_stay(
    letter: bytes, sample: Document, logo: bytes
) -> None:
    shown = (*sample.blocks, Picture(data=logo, alt="Alur pengaduan"))
    data = render_into(evolve(sample, blocks=shown), open_template(letter))
    body = parts(data)["word/document.xml"]
    assert body.count("<w:tblHeader/>") >= 1
    assert 'descr="Alur pengaduan"' in body
    assert opened(data).core_properties.title == sample.title
    assert '<w:lang w:val="id-ID"' in parts(data)["word/styles.xml"]


def test_a_draft_is_stamped_on_every_kind_of_page(folio: bytes, sample: Document) -> None:
    template = open_template(folio)
    stamped = parts(render_into(evolve(sample, draft=True), template))
    heads = [
        content for name, content in stamped.items() if "header" in name and ".rels" not in name
    ]
    assert len(heads) == 2
    assert all("PowerPlusWaterMarkObject" in content for content in heads)
    assert re.findall(r'headerReference w:type="(\w+)"', stamped["word/document.xml"]) == [
        "default",
        "first",
    ]
    plain = parts(render_into(sample, template))
    assert not any("PowerPlusWaterMarkObject" in content for content in plain.values())
    assert "word/pst-header.xml" not in plain


def test_the_sheet_is_the_templates_and_turned_where_the_document_lies(
    folio: bytes, sample: Document
) -> None:
    template = open_template(folio)
    size = re.compile(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"')
    upright, lying = (
        size.findall(parts(render_into(one, template))["word/document.xml"])
        for one in (sample, evolve(sample, landscape=True))
    )
    (width, height), *_ = upright
    assert lying == [(height, width)]


def test_the_letterhead_is_written_where_the_template_has_none(
    starter: bytes, alter: Alter, sample: Document
) -> None:
    assert sample.letterhead is not None
    name = sample.letterhead.names[-1]
    with_head = render_into(sample, open_template(starter))
    assert name not in [one.text for one in opened(with_head).paragraphs]
    empty = alter({"word/header1.xml": lambda data: data[: data.index(b"<w:p>")] + b"</w:hdr>"})
    without = parts(render_into(sample, open_template(empty)))["word/document.xml"]
    assert name in without


def test_sections_keep_their_sheets_and_every_kind_of_page_its_stamp(
    alter: Alter, sample: Document
) -> None:
    size = '<w:pgSz w:w="8000" w:h="9000"/><w:pgMar w:left="x" w:right="500"/>'
    cover = f"<w:p><w:pPr><w:sectPr>{size}</w:sectPr></w:pPr><w:r><w:t>Sampul</w:t></w:r></w:p>"
    own = '<w:pgSz w:w="10000" w:h="15000"/><w:cols w:num="1"/><w:titlePg/>'
    place = f"<w:p><w:pPr><w:sectPr>{own}</w:sectPr></w:pPr><w:r><w:t>{{{{isi}}}}</w:t></w:r></w:p>"
    data = alter(
        {
            "word/document.xml": lambda one: re.sub(
                rb"<w:body>.*<w:sectPr>", f"<w:body>{cover}{place}<w:sectPr>".encode(), one
            ),
            "word/settings.xml": lambda one: one.replace(
                b"</w:settings>", b"<w:evenAndOddHeaders/></w:settings>"
            ),
        }
    )
    template = open_template(data, paper="A4")
    assert template.paper == ""
    assert "176 x 265 mm" in [one.params.get("own") for one in template.findings]
    body = parts(render_into(evolve(sample, draft=True), template))["word/document.xml"]
    assert re.findall(r'pgSz w:w="(\d+)"', body)[:2] == ["8000", "10000"]
    kinds = ("default", "even", "first")
    assert [kind for kind in kinds if f'headerReference w:type="{kind}"' in body] == [*kinds]
    # The paragraph that ended the section of the text still ends it, behind the text.
    assert body.index("pst_isi_akhir") < body.index('w:w="10000"')


def test_the_foot_of_the_first_template_is_as_wide_as_any_sheet(
    starter: bytes, sample: Document
) -> None:
    for landscape in (False, True):
        made = evolve(
            sample, landscape=landscape, identity=Identity(kind="a", definition_sha256="b")
        )
        foot = opened(render_into(made, open_template(starter))).sections[0].footer
        [table] = foot.tables
        assert 'w:type="pct"' in table._tbl.tblPr.xml
        assert "w:tab/" not in foot._element.xml
        assert "Halaman" in table.cell(0, 1).text
        assert table.cell(1, 1)._tc.xpath(".//pic:pic")


def test_the_head_of_a_decree_stands_in_the_middle_whatever_the_style(
    folio: bytes, semarang: Definition
) -> None:
    for kind, shown in (("decree", "KEPUTUSAN KEPALA"), ("maklumat", "Maklumat")):
        word = opened(render(semarang, kind, "docx", template=folio))
        head = next(one for one in word.paragraphs if one.style and one.style.name == "Judul 1")
        assert head.text.startswith(shown)
        assert head.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert head.paragraph_format.first_line_indent == 0
