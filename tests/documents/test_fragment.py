from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import pst_standards
from pst_standards.documents import render, verify
from pst_standards.documents.compose.finishing import compose
from pst_standards.documents.compose.service_page import compose_service_page
from pst_standards.documents.html import render_html
from pst_standards.documents.outline import (
    Block,
    Column,
    Document,
    Heading,
    ItemList,
    Marker,
    Note,
    NoteKind,
    Paragraph,
    Table,
)
from pst_standards.findings import Confidence
from pst_standards.model import Mark, Office, Stage
from pst_standards.model.definition import Definition
from pst_standards.open_data.schema_org import script_element

ROOT = Path(__file__).resolve().parents[2]


class Tags(HTMLParser):
    """Every tag with its attributes, in the order in which they open, and the open ones."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in {"br", "img", "col"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def fragment(*blocks: Block, draft: bool = False) -> str:
    whole = (Heading(level=1, text="Layanan"), *blocks)
    document = Document(title="Layanan", blocks=whole, embedded=True, draft=draft)
    return render_html(document).decode()


def table(*titles: str) -> Table:
    return Table(columns=[Column(title=one) for one in titles], rows=[titles])


@pytest.fixture(scope="module")
def semarang() -> Definition:
    return pst_standards.load(ROOT / "examples" / "kabupaten-semarang")


@pytest.fixture(scope="module")
def page(semarang: Definition) -> str:
    return render(semarang, "service-page", "html").decode()


def test_the_page_brings_no_program_class_style_sheet_or_frame_of_its_own(page: str) -> None:
    tags = Tags(page)
    assert tags.open == []
    names = {name for name, _ in tags.found}
    assert not names & {"html", "head", "body", "style", "link", "meta", "main", "h1"}
    kinds = {parts.get("type") for name, parts in tags.found if name == "script"}
    assert kinds <= {"application/ld+json"}
    told = {key for _, parts in tags.found for key in parts}
    assert not told & {"class", "id", "data-label"}
    assert not [key for key in told if key.startswith("on")]


@pytest.mark.parametrize("draft", [False, True])
def test_data_for_machines_stands_behind_a_page_that_is_no_draft(*, draft: bool) -> None:
    data = script_element(Definition())
    document = Document(title="L", blocks=[], embedded=True, draft=draft, linked_data=data)
    assert render_html(document).decode().endswith(data) is not draft


def test_the_page_says_to_machines_what_the_export_says(semarang: Definition) -> None:
    made = compose(semarang, compose_service_page, lang="id").document
    assert made.linked_data == script_element(semarang)


def test_a_page_is_a_draft_while_its_data_has_what_nobody_confirmed() -> None:
    unsure = {"fax": Mark(confidence=Confidence.ILLUSTRATION)}
    definition = Definition(
        stage=Stage.ADOPTED, office=Office(name="Kantor Contoh", fax="(024) 0000", marks=unsure)
    )
    made = compose(definition, compose_service_page, lang="id").document
    assert "(024) 0000" in made.linked_data
    assert made.draft


def test_headings_begin_at_level_two_and_skip_none(page: str) -> None:
    levels = [int(name[1]) for name, _ in Tags(page).found if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 2
    assert set(levels) == {2, 3}


def test_every_published_document_is_listed(page: str, semarang: Definition) -> None:
    for one in semarang.publications:
        assert one.title is not None
        assert str(one.title.get("id")) in page
    assert "325,35 kB" in page
    assert 'href="https://ppid.bps.go.id/app/konten/3322/Layanan-BPS.html"' in page


def test_the_page_is_verified_like_a_whole_one(page: str, semarang: Definition) -> None:
    found = verify(page.encode(), semarang)
    assert (found.matches, found.kind, found.same_definition) == (True, "service-page", True)
    changed = page.replace("10 menit", "25 menit", 1)
    assert len(verify(changed.encode(), semarang).differences) == 1


def test_each_table_is_scrolled_in_a_box_named_by_the_heading_above_it() -> None:
    shown = fragment(
        Heading(level=2, text="Jam & tarif"),
        table("a"),
        Heading(level=2, text="Kanal"),
        table("a", "b", "c", "d"),
        Table(columns=[Column(title="a")], rows=[[(table("in"),)]]),
    )
    boxes = [parts["aria-label"] for _, parts in Tags(shown).found if parts.get("tabindex")]
    assert boxes == ["Tabel: Jam & tarif", "Tabel: Kanal", "Tabel: Kanal (2)"]
    assert Tags(shown).open == []


def test_looks_stand_in_the_tags() -> None:
    shown = fragment(
        ItemList(items=["a"], marker=Marker.LETTER_PAREN),
        ItemList(items=["a"], marker=Marker.BOX),
        Note(text="Awas", kind=NoteKind.WARNING),
        Paragraph(text='"class" <b>'),
        draft=True,
    )
    assert "list-style-type:lower-alpha" in shown
    assert "background-color:#fcefee" in shown
    assert "<strong>DRAF</strong>" in shown
    assert "&lt;b&gt;" in shown
    assert "class=" not in shown


def test_what_a_definition_says_nothing_of_has_no_heading() -> None:
    from pst_standards.definitions import loads

    made = render(loads({"office": {"name": "BPS Contoh"}}), "service-page", "html", lang="en")
    headings = [name for name, _ in Tags(made.decode()).found if name.startswith("h")]
    assert headings == ["h2"]
