"""What Word asks of a file beyond being well-formed XML: order, nesting, references."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pst_standards.documents.docx import render_docx
from pst_standards.documents.outline import (
    Block,
    Column,
    Document,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    Marker,
    Note,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# The order of children in ISO/IEC 29500-1, of those elements this library writes.
ORDER = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr"),
        *("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc"),
        *("outlineLvl",),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "noProof", "color", "sz", "szCs"),
        *("u", "lang"),
    ),
    "tblPr": (
        *("tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"),
        *("tblCaption",),
    ),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "tr": ("trPr", "tc"),
    "tcPr": ("tcW", "tcBorders", "shd", "vAlign"),
    "numPr": ("ilvl", "numId"),
    "pBdr": ("top", "left", "bottom", "right"),
    "tblBorders": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "tblCellMar": ("top", "left", "bottom", "right"),
    "sectPr": ("headerReference", "footerReference", "pgSz", "pgMar"),
    "lvl": ("start", "numFmt", "lvlText", "lvlJc", "pPr", "rPr"),
    "abstractNum": ("nsid", "multiLevelType", "tmpl", "lvl"),
    "num": ("abstractNumId", "lvlOverride"),
    "numbering": ("abstractNum", "num"),
    "style": (
        *("name", "basedOn", "next", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat"),
        *("pPr", "rPr", "tblPr", "tblStylePr"),
    ),
    "tblStylePr": ("pPr", "rPr", "tblPr", "tcPr"),
    "font": ("altName", "panose1", "charset", "family", "pitch"),
    "settings": (
        *("zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang"),
        *("decimalSymbol", "listSeparator"),
    ),
}


def roots(data: bytes) -> Iterator[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield etree.fromstring(archive.read(name))


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def out_of_order(data: bytes) -> list[str]:
    faults = []
    for root in roots(data):
        for element in root.iter():
            order = ORDER.get(local(element))
            if order is None or not str(element.tag).startswith(W):
                continue
            names = [local(child) for child in element]
            if names != sorted(names, key=order.index):
                faults.append(f"{local(element)}: {' '.join(names)}")
    return faults


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.parametrize("stamped", [False, True])
def test_children_stand_in_the_order_of_the_schema(
    sample: Document, draft: Document, *, stamped: bool
) -> None:
    assert out_of_order(render_docx(draft if stamped else sample)) == []


def assert_nesting(body: etree._Element) -> None:
    for cell in body.iter(f"{W}tc"):
        assert local(cell[-1]) == "p", "a cell ends with a paragraph"
    for table in body.iter(f"{W}tbl"):
        following = table.getnext()
        assert following is not None
        assert local(following) == "p", "tables that touch become one"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert {len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")} == {columns}
    assert [local(element) for element in body[0]][-1] == "sectPr"


def test_every_number_and_relation_used_is_declared(sample: Document) -> None:
    data = render_docx(sample)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    body = body_of(data)
    assert_nesting(body)
    numbers = {number.get(f"{W}numId") for number in numbering.iter(f"{W}num")}
    assert {element.get(f"{W}val") for element in body.iter(f"{W}numId")} <= numbers
    known = {relation.get("Id") for relation in relations}
    used = {
        value
        for element in body.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(R)
    }
    assert used <= known
    drawings = [element.get("id") for element in body.iter() if local(element) == "docPr"]
    assert len(set(drawings)) == len(drawings)


def test_what_a_style_can_say_is_not_said_again(sample: Document) -> None:
    direct = {
        local(child)
        for properties in body_of(render_docx(sample)).iter(f"{W}pPr", f"{W}rPr")
        for child in properties
    }
    assert direct <= {"pStyle", "rStyle", "numPr", "keepNext"}


anything = st.text(st.characters(exclude_categories=()), max_size=20)
contents = st.deferred(lambda: anything | st.lists(blocks, max_size=2).map(tuple))
inlines = anything | st.lists(
    st.builds(
        Run,
        text=anything,
        strong=st.booleans(),
        link=anything | anything.map("https://x/{}".format),
    ),
    max_size=2,
).map(tuple)
blocks: st.SearchStrategy[Block] = st.deferred(
    lambda: st.one_of(
        st.builds(Paragraph, text=inlines),
        st.builds(ItemList, items=st.lists(contents, max_size=2), marker=st.sampled_from(Marker)),
        st.builds(KeyValues, pairs=st.lists(st.tuples(anything, inlines), max_size=2)),
        st.builds(Note, text=inlines, title=anything),
        st.builds(
            Table,
            columns=st.builds(Column, title=anything).map(lambda column: (column,)),
            rows=st.lists(st.tuples(contents), max_size=2),
            caption=anything,
        ),
        st.builds(
            Signature, place=anything, date=anything, title=anything, name=anything, note=anything
        ),
        st.builds(Letterhead, names=st.tuples(anything), address=anything),
    )
)


@given(st.lists(blocks, max_size=4), anything.filter(bool), anything)
def test_any_text_in_any_place_gives_a_file_word_can_read(
    given_blocks: list[Block], title: str, text: str
) -> None:
    document = Document(
        title=title,
        blocks=[Heading(level=1, text=text), *given_blocks],
        author=text,
        subject=text,
        keywords=(text,),
        footer_text=text,
        draft=True,
        draft_note=text,
    )
    data = render_docx(document)
    assert out_of_order(data) == []
    assert_nesting(body_of(data))


def test_alternative_text_is_escaped(logo: bytes) -> None:
    alt = '"><w:p/>&amp;\x00'
    data = render_docx(Document(title="x", blocks=[Picture(data=logo, alt=alt)]))
    shown = {element.get("descr") for element in body_of(data).iter() if local(element) == "docPr"}
    assert shown == {'"><w:p/>&amp;'}


def test_markup_in_a_text_stays_text(sample: Document) -> None:
    text = "</w:t></w:r><w:r><w:t>&lt;script&gt;"
    data = render_docx(evolve(sample, blocks=[Paragraph(text=text)], letterhead=None))
    assert "".join(node.text or "" for node in body_of(data).iter(f"{W}t")) == text
