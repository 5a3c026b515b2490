from __future__ import annotations

import base64
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents.html import render_html
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    ItemList,
    KeyValues,
    Lang,
    Letterhead,
    Marker,
    Note,
    Paper,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
)

VOID = {"meta", "img", "br", "col"}


class Reader(HTMLParser):
    """Reads a page, holding that every tag is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} says a thing twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.texts.append((self.open[-1], data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def text(self) -> str:
        return "".join(text for tag, text in self.texts if tag != "style")


def read(page: bytes) -> Reader:
    reader = Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert reader.open == []
    return reader


def page(*blocks: Block, draft: bool = False) -> str:
    return render_html(Document(title="Uji", blocks=blocks, draft=draft)).decode("utf-8")


def test_the_page_is_as_before(
    sample: Document, compare_golden: Callable[[str, str], None]
) -> None:
    compare_golden("sample.html", render_html(sample).decode("utf-8"))


def test_the_page_is_one_file_without_script(sample: Document) -> None:
    reader = read(render_html(sample))
    assert {tag for tag, _ in reader.tags} & {"script", "link", "iframe", "object", "form"} == set()
    addresses = [
        value or ""
        for _, attributes in reader.tags
        for name, value in attributes.items()
        if name in {"src", "srcset", "data", "background", "action", "poster"}
    ]
    assert all(address.startswith("data:image/") for address in addresses)
    style = "".join(text for tag, text in reader.texts if tag == "style")
    assert "url(" not in style
    assert "@import" not in style
    assert not any(name.startswith("on") for _, attributes in reader.tags for name in attributes)


def test_language_title_and_facts_stand_in_the_head(sample: Document) -> None:
    reader = read(render_html(sample))
    assert reader.all("html") == [{"lang": "id"}]
    assert ("title", "Standar Pelayanan Perpustakaan") in reader.texts
    facts = {meta.get("name"): meta.get("content") for meta in reader.all("meta")}
    assert facts["author"] == "BPS Kabupaten Contoh"
    assert facts["dcterms.created"] == "2026-11-22"
    assert facts["viewport"] == "width=device-width, initial-scale=1"
    assert read(render_html(evolve(sample, lang="en"))).all("html") == [{"lang": "en"}]


def test_headings_come_in_order_within_named_sections() -> None:
    levels = (1, 2, 3, 3, 2, 1, 2)
    shown = page(*(Heading(level=level, text=f"H{level}") for level in levels))
    reader = read(shown.encode())
    order = [tag for tag, _ in reader.tags if tag in {"h1", "h2", "h3"}]
    assert order == [f"h{level}" for level in levels]
    ids = [dict(attributes)["id"] for tag, attributes in reader.tags if tag in {"h1", "h2", "h3"}]
    assert len(set(ids)) == len(ids)
    named = [section.get("aria-labelledby") for section in reader.all("section")]
    assert named == [
        name if level == 2 else None for name, level in zip(ids, levels, strict=True) if level > 1
    ]
    depth = 0
    for tag in re.findall(r"</?section\b|<h[123]\b", shown):
        depth += {"<section": 1, "</section": -1}.get(tag, 0)
        assert not tag.startswith("<h") or depth == int(tag[-1]) - 1


def test_a_table_of_figures_scrolls_with_the_keyboard_and_says_its_name() -> None:
    columns = [Column(title=f"K{number}", align=Align.END) for number in range(6)]
    for caption in ("Hasil & nilai", ""):
        reader = read(page(Table(columns=columns, rows=[["1"] * 6], caption=caption)).encode())
        (region,) = [div for div in reader.all("div") if "role" in div]
        assert region["role"] == "region"
        assert region["tabindex"] == "0"
        assert region["aria-label"] == (caption or "Tabel: Uji")
        assert {cell["scope"] for cell in reader.all("th")} == {"col"}
        assert ("caption", "Hasil & nilai") in reader.texts or not caption


def test_a_form_is_stacked_and_stays_a_table_for_screen_readers() -> None:
    columns = [Column(title="No"), Column(title="Komponen", heads_row=True), Column(title="Uraian")]
    reader = read(page(Table(columns=columns, rows=[["1", "Biaya", "Rp0"]])).encode())
    assert [cell.get("scope") for cell in reader.all("th")] == ["col", "col", "col", "row"]
    roles = [attributes["role"] for _, attributes in reader.tags if "role" in attributes]
    assert roles == [
        *("table", "rowgroup", "row", "columnheader", "columnheader", "columnheader"),
        *("rowgroup", "row", "cell", "rowheader", "cell"),
    ]
    labels = [
        attributes["data-label"] for _, attributes in reader.tags if "data-label" in attributes
    ]
    assert labels == ["No", "Komponen", "Uraian"]


def test_column_widths_follow_the_shares() -> None:
    shown = page(Table(columns=[Column(title="a", share=3), Column(title="b")], rows=[]))
    assert re.findall(r"width:([\d.]+%)", shown.partition("<main>")[2]) == ["75%", "25%"]


def test_lists_keep_their_markers_and_starts() -> None:
    reader = read(
        page(
            ItemList(items=("a",)),
            ItemList(items=("a",), marker=Marker.LETTER, start=3),
            ItemList(items=("a",), marker=Marker.LETTER_PAREN),
            ItemList(items=("a",), marker=Marker.ROMAN),
        ).encode()
    )
    assert len(reader.all("ul")) == 1
    assert reader.all("ol") == [
        {"type": "a", "start": "3"},
        {"class": "letter-paren"},
        {"type": "i"},
    ]


def test_the_logo_is_inside_with_its_text(sample: Document, logo: bytes) -> None:
    (image,) = read(render_html(sample)).all("img")
    assert image["alt"] == "Logo kantor: tiga batang"
    assert base64.b64decode((image["src"] or "").removeprefix("data:image/png;base64,")) == logo


@pytest.mark.parametrize(("lang", "stamp"), [("id", "DRAF"), ("en", "DRAFT")])
def test_only_a_draft_is_stamped(draft: Document, lang: Lang, stamp: str) -> None:
    stamped = read(render_html(evolve(draft, lang=lang)))
    assert ("strong", stamp) in stamped.texts
    assert draft.draft_note in stamped.text()
    assert stamped.all("body") == [{"class": "draft"}]
    unstamped = render_html(evolve(draft, draft=False))
    assert b'@top-center { content: "" }' in unstamped
    plain = read(unstamped)
    assert stamp not in plain.text()
    assert draft.draft_note not in plain.text()


@pytest.mark.parametrize(
    ("paper", "rule"), [(Paper.A4, "210mm 297mm"), (Paper.F4, "215mm 330mm")], ids=["a4", "f4"]
)
def test_the_printed_sheet_has_its_size_and_counts_its_pages(
    sample: Document, paper: Paper, rule: str
) -> None:
    shown = render_html(evolve(sample, paper=paper)).decode("utf-8")
    assert f"@page {{ size: {rule};" in shown
    assert r'"Halaman\000020" counter(page) "\000020dari\000020" counter(pages)' in shown


def test_headers_are_repeated_and_rows_kept_in_print() -> None:
    shown = page(Table(columns=[Column(title="a")], rows=[["b"]]))
    printed = shown.partition("@media print")[2]
    assert "thead { display: table-header-group; }" in printed
    assert ".kept tr" in printed
    assert 'class="form kept"' in shown
    loose = page(Table(columns=[Column(title="a")], rows=[["b"]], keep_rows=False))
    assert 'class="form"' in loose


NASTY = "</style></title><script>alert('1')</script>\"&amp;&lt;\x00\u202e"
SHOWN = "</style></title><script>alert('1')</script>\"&amp;&lt;"


def nasty_document(text: str, logo: bytes) -> Document:
    table = Table(columns=[Column(title=text)], rows=[[text], [(Paragraph(text=text),)]])
    run = Run(text=text, strong=True, link=f"https://contoh.go.id/{text}")
    return Document(
        title=text,
        blocks=(
            Heading(level=1, text=text),
            Paragraph(text=(run, Run(text=text, link=text))),
            ItemList(items=(text, (Paragraph(text=text),))),
            evolve(table, caption=text),
            KeyValues(pairs=((text, text),)),
            Note(text=text, title=text),
            Picture(data=logo, alt=text),
            Signature(place=text, date=text, title=text, name=text, identity=text, note=text),
        ),
        author=text,
        subject=text,
        keywords=(text,),
        draft=True,
        draft_note=text,
        footer_text=text,
        letterhead=Letterhead(names=(text, text), address=text, contact=text),
    )


def test_markup_in_any_text_stays_text(logo: bytes) -> None:
    reader = read(render_html(nasty_document(NASTY, logo)))
    assert reader.all("script") == []
    assert len(reader.all("style")) == 1
    assert reader.text().count(SHOWN) == 26
    assert {image["alt"] for image in reader.all("img")} == {SHOWN}
    assert {meta["content"] for meta in reader.all("meta") if meta.get("name") == "author"} == {
        SHOWN
    }
    hrefs = [link["href"] or "" for link in reader.all("a")]
    assert len(hrefs) == 1
    assert hrefs[0].startswith("https://contoh.go.id/%3C/style%3E")


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_gives_a_page_whose_tags_are_balanced(text: str) -> None:
    gif = b"GIF89a" + bytes([1, 0, 1, 0])
    plain, tried = (read(render_html(nasty_document(words, gif))) for words in ("x", text))
    links = {"a"}  # what is written decides whether it can be followed
    breaks = {"br"}
    skipped = links | breaks
    assert [tag for tag, _ in tried.tags if tag not in skipped] == [
        tag for tag, _ in plain.tags if tag not in skipped
    ]


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *(("1a1f26", ground) for ground in ("ffffff", "eef3f8", "fcefee")),
        *(("14304f", ground) for ground in ("ffffff", "e3ebf3", "eef3f8")),
        *(("44515e", ground) for ground in ("ffffff", "fcefee")),
        *(("8f1414", ground) for ground in ("fcefee", "ffffff")),
        ("174a7c", "ffffff"),
        ("33475b", "ffffff"),
    ],
)
def test_ink_stands_out_from_its_ground(ink: str, ground: str) -> None:
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5, "WCAG 2.2, 1.4.3"
    style = page().partition("<style>")[2]
    assert f"#{ink}" in style
    assert f"#{ground}" in style or ground == "ffffff"
