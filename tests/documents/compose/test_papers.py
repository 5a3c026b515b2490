"""Papers of compensation and of sales: each says what it said, in each rendering."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pst_standards.definitions import loads
from pst_standards.documents import (
    FORMATS,
    RegisterEntry,
    RequestError,
    decision,
    decision_document,
    quotation,
    quotation_document,
    register,
    register_document,
)
from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.kinds import RENDERERS
from pst_standards.documents.outline import (
    Block,
    Content,
    Document,
    Heading,
    Inline,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition
from pst_standards.model.sale import Buyer, SaleKind, SaleLine
from pst_standards.tariffs import quotation as priced
from tests.documents.compose.compensation_cases import (
    EVENTS,
    LATE,
    OFFERS,
    OFFICE,
    Tell,
    answer,
    entries,
    letter,
    sale,
)


def papers() -> Iterator[tuple[str, Callable[[str], Document]]]:
    for name, event in EVENTS.items():
        yield (
            f"decision-{name}",
            lambda lang, event=event: decision_document(  # type: ignore[misc]
                answer(event), lang=lang
            ),
        )
    yield "letter-both", lambda lang: letter(answer(EVENTS["both"]), lang)
    yield "register", lambda lang: register_document(loads(OFFICE), entries(), lang=lang)
    for name, offer in OFFERS.items():
        yield (
            f"quotation-{name}",
            lambda lang, offer=offer: quotation_document(  # type: ignore[misc]
                priced(offer), office=loads(OFFICE), lang=lang
            ),
        )


PAPERS = dict(papers())
each_paper = pytest.mark.parametrize("name", PAPERS)


@pytest.mark.parametrize("lang", ["id", "en"])
@each_paper
def test_a_paper_says_what_it_said(
    name: str, lang: str, tell: Tell, compare_golden: Callable[[str, str], None]
) -> None:
    compare_golden(f"paper-{name}.{lang}.txt", tell(PAPERS[name](lang)))


def texts(document: Document) -> Iterator[str]:
    """Yield every text of an outline."""
    if document.letterhead is not None:
        yield from _of((document.letterhead,))
    yield from _of(document.blocks)


def _of(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    match block:
        case Heading() | Paragraph():
            yield from _inline(block.text)
        case Note():
            yield block.title
            yield from _inline(block.text)
        case ItemList():
            for item in block.items:
                yield from _content(item)
        case KeyValues():
            for label, value in block.pairs:
                yield label
                yield from _inline(value)
        case Table():
            yield block.caption
            for column in block.columns:
                yield column.title
            for row in block.rows:
                for cell in row:
                    yield from _content(cell)
        case Letterhead():
            yield from (*block.names, block.address, block.contact)
        case Signature():
            yield from (block.place, block.date, block.title, block.name, block.identity)
        case PageBreak():
            return
        case _:
            raise AssertionError(block)


def _inline(text: Inline) -> Iterator[str]:
    yield from [text] if isinstance(text, str) else [run.text for run in text]


def _content(content: Content) -> Iterator[str]:
    yield from [content] if isinstance(content, str) else _of(content)


def words(text: str) -> str:
    return " ".join(text.split())


def text_of_html(data: bytes) -> str:
    body = data.decode("utf-8").partition("<body")[2]
    return words(html.unescape(re.sub(r"<[^>]*>", " ", body)))


def text_of_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    breaks = re.sub(r"<[^>]*(?:/w:p|w:br/)>", " ", etree.tostring(root, encoding="unicode"))
    return words(html.unescape(re.sub(r"<[^>]*>", "", breaks)))


@each_paper
def test_every_text_of_a_paper_is_in_both_renderings(name: str) -> None:
    made = PAPERS[name]("id")
    web, word = text_of_html(render_html(made)), text_of_docx(render_docx(made))
    wanted = {words(text) for text in texts(made)} - {""}
    assert [text for text in wanted if text not in web] == []
    assert [text for text in wanted if text not in word] == []


@each_paper
def test_the_same_case_gives_the_same_bytes(name: str) -> None:
    assert render_docx(PAPERS[name]("id")) == render_docx(PAPERS[name]("id"))
    assert render_html(PAPERS[name]("id")) == render_html(PAPERS[name]("id"))


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_are_those_of_the_outline(form: str) -> None:
    write = RENDERERS[form]
    found, office = answer(LATE), loads(OFFICE)
    offer = priced(OFFERS["priced"])
    assert decision(found, form) == write(decision_document(found))
    assert register(office, [found], form) == write(register_document(office, [found]))
    assert quotation(offer, form, office=office) == write(quotation_document(offer, office=office))


def test_an_unknown_format_names_the_choices() -> None:
    found = answer(LATE)
    with pytest.raises(RequestError, match="docx, html"):
        decision(found, "odt")
    with pytest.raises(RequestError, match="docx, html"):
        register(loads(OFFICE), [], "odt")
    with pytest.raises(RequestError, match="docx, html"):
        quotation(priced(OFFERS["priced"]), "odt")


MARKUP = st.sampled_from(
    ["</style><script>alert(1)</script>", "<b>\x00&amp;", "]]>", "\ud800", "a\u202eb", "{x}", "%s"]
)


@settings(max_examples=25)
@given(text=MARKUP | st.text(max_size=20), form=st.sampled_from(["id", "en"]))
def test_hostile_words_stay_words(text: str, form: str) -> None:
    office = deepcopy(OFFICE)
    said = Text(text or "x", text or "x")
    found = answer(LATE, office)
    event = evolve(found.event, description=said, case=said)
    found = evolve(found, event=event)
    entry = RegisterEntry(answer=found, reference=text, note=text)
    line = SaleLine(kind=SaleKind.PUBLICATION, title=said, pages=3)
    offer = priced(sale(lines=(line,), purpose=said, buyer=Buyer(name=said)))
    for made in (
        decision_document(found, lang=form),
        register_document(Definition(), [entry], lang=form),
        quotation_document(offer, lang=form),
    ):
        web = render_html(made)
        assert b"<script" not in web
        web.decode("utf-8")
        with zipfile.ZipFile(io.BytesIO(render_docx(made))) as archive:
            etree.fromstring(archive.read("word/document.xml"))
