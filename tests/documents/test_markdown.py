from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pst_standards.documents.cleaning import clean
from pst_standards.documents.errors import PictureError
from pst_standards.documents.formats import romans
from pst_standards.documents.markdown import render_markdown
from pst_standards.documents.markdown.markers import letters
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
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Picture,
    Run,
    Signature,
    Table,
)

CompareGolden: TypeAlias = Callable[[str, str], None]

ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=()), min_size=1, max_size=30),
    st.text("#*_`[]()<>!|\\~-+=:&;.1a \n\t", min_size=1, max_size=20),
)
NASTY = (
    "# judul",
    "* butir",
    "1. satu",
    "2) dua",
    "```",
    "| a | b |\n|---|---|",
    "=== ",
    "a\n---",
    "[a](https://contoh.go.id)",
    "![a][picture-1]",
    "[a]: https://contoh.go.id",
    "<b>tebal</b> &copy; &#35;",
    "\\* \\| \\",
    "**a** _b_ ~~c~~",
    "    kode",
    "> kutipan",
    "a\n\nb",
    "judul #",
    "-",
    "+\n+",
    "***",
    "<!-- a -->",
    ":-:",
)


def markdown(*blocks: Block) -> str:
    return render_markdown(Document(title="Dokumen", blocks=blocks)).decode("utf-8")


def tokens(shown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(shown)


def words(found: Iterable[Token]) -> str:
    """Return what a reader reads, its spaces made one."""
    return " ".join("".join(_words(found)).split())


def _words(found: Iterable[Token]) -> Iterator[str]:
    for token in found:
        if token.children is not None and token.type != "image":
            yield " "
            yield from _words(token.children)
        elif token.type == "text":
            yield token.content
        elif token.type in {"softbreak", "hardbreak"} or token.content == "<br>":
            yield " "


def read(text: str) -> str:
    return " ".join(clean(text).split())


def shape(shown: str) -> list[str]:
    """Return what blocks a reader finds, whatever stands in their lines."""
    return [token.type for token in tokens(shown)]


def test_the_sample_is_written_as_before(sample: Document, compare_golden: CompareGolden) -> None:
    shown = render_markdown(sample).decode("utf-8")
    text = "\n".join(line[:200] if "base64" in line else line for line in shown.split("\n"))
    compare_golden("sample.md.txt", text)
    assert render_markdown(sample).decode("utf-8") == shown


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("style", [ParagraphStyle.BODY, ParagraphStyle.QUOTE])
def test_markup_in_a_text_stays_text(text: str, style: ParagraphStyle) -> None:
    shown = markdown(Paragraph(text=text, style=style))
    assert shape(shown) == shape(markdown(Paragraph(text="x", style=style)))
    assert words(tokens(shown)) == read(text)


def everything(text: str, data: bytes) -> Document:
    run = Run(text=text, strong=True, link="https://contoh.go.id/a?b=1&copy;=*_*")
    slanted = (Run(text=text, emphasis=True), Run(text=text, strong=True, emphasis=True))
    return Document(
        title=text,
        blocks=(
            Heading(level=1, text=text),
            Heading(level=2, text=(run, Run(text=text))),
            Paragraph(text=(Run(text=text), run, *slanted, run)),
            ItemList(items=(text, (Paragraph(text=text), ItemList(items=(text,))))),
            ItemList(items=(text,), marker=Marker.DECIMAL),
            ItemList(items=(text,), marker=Marker.ROMAN, start=4),
            Table(
                columns=[Column(title=text, heads_row=True), Column(title=text)],
                rows=[[text, text], [(Paragraph(text=text),), (ItemList(items=(text,)),)]],
                caption=text,
            ),
            KeyValues(pairs=((text, text),)),
            Note(text=text, title=text),
            Paragraph(text=text, style=ParagraphStyle.CUT),
            Picture(data=data, alt=text),
            PageBreak(),
            Signature(place=text, date=text, title=text, name=text, identity=text, note=text),
        ),
        draft=True,
        draft_note=text,
        footer_text=text,
        letterhead=Letterhead(names=(text, text), address=text, contact=text),
    )


GIF = b"GIF89a" + bytes([1, 0, 1, 0])


@given(ANY_TEXT)
@example("a\nb")
@example("\N{NO-BREAK SPACE}(a)\N{NO-BREAK SPACE}")
def test_any_text_gives_the_same_blocks_and_is_read_as_it_is(text: str) -> None:
    document = everything(f"x{text}x", GIF)
    shown = render_markdown(document).decode("utf-8")
    assert shape(shown) == shape(render_markdown(everything("x", GIF)).decode("utf-8"))
    found = words(tokens(shown))
    assert found.count(read(f"x{text}x")) >= 24
    (image,) = [
        child for token in tokens(shown) for child in token.children or () if child.type == "image"
    ]
    assert words(image.children or ()) == read(f"x{text}x")


@given(ANY_TEXT)
@example("1.")
@example("a\n- b")
def test_any_text_of_a_paragraph_an_item_or_a_cell_is_read_as_it_is(text: str) -> None:
    table = Table(columns=[Column(title="k")], rows=[[text]])
    for block, before in (
        (Paragraph(text=text), ""),
        (ItemList(items=[text], marker=Marker.DECIMAL), ""),
        (table, "k"),
    ):
        assert words(tokens(markdown(block))) == read(f"{before} {text}")


@given(st.lists(st.tuples(ANY_TEXT, st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_any_runs_are_read_as_they_are(runs: list[tuple[str, bool, bool]]) -> None:
    told = tuple(Run(text=text, strong=strong, emphasis=slant) for text, strong, slant in runs)
    assert words(tokens(markdown(Paragraph(text=told)))) == read("".join(run.text for run in told))


def test_strong_words_are_strong_whatever_stands_beside_them() -> None:
    told = (Run(text="a"), Run(text="(b)", strong=True), Run(text="c"))
    assert markdown(Paragraph(text=told)) == "a<strong>(b)</strong>c\n"
    apart = (Run(text="a"), Run(text=" b ", strong=True), Run(text="c"))
    assert markdown(Paragraph(text=apart)) == "a **b** c\n"
    same = (Run(text="a", strong=True), Run(text="b", strong=True))
    assert markdown(Paragraph(text=same)) == "**ab**\n"


def test_links_lead_where_they_said_and_dangerous_ones_nowhere() -> None:
    address = "https://contoh.go.id/a_b?x=(1)&copy=2"
    told = (Run(text="laman", link=address), Run(text=" lain", link="javascript:alert(1)"))
    (paragraph,) = (one for one in tokens(markdown(Paragraph(text=told))) if one.children)
    links = [child for child in paragraph.children or () if child.type == "link_open"]
    assert [link.attrs["href"] for link in links] == [address]
    assert words([paragraph]) == "laman lain"


def test_lists_are_numbered_as_the_outline_says() -> None:
    shown = markdown(
        ItemList(items=["a", "b"], marker=Marker.DECIMAL, start=3),
        ItemList(items=["c"], marker=Marker.DECIMAL),
        ItemList(items=["d"], marker=Marker.LETTER_PAREN, start=2),
        ItemList(items=["e"], marker=Marker.BOX),
        ItemList(items=["f", ()]),
    )
    assert shown == (
        "3. a\n4. b\n\n<!-- -->\n\n1. c\n\n<!-- -->\n\n- b) d\n\n<!-- -->\n\n- ☐ e\n\n<!-- -->\n\n"
        "- f\n-\n"
    )
    starts = [
        token.attrs.get("start", 1) for token in tokens(shown) if "ordered_list_open" in token.type
    ]
    assert starts == [3, 1]


def test_a_number_that_markdown_does_not_know_stands_behind_a_bullet() -> None:
    shown = markdown(ItemList(items=["a"], marker=Marker.DECIMAL, start=10**9))
    assert shown == "- 1000000000. a\n"


def test_letters_and_romans_go_on_for_ever() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 703)] == ["a", "z", "aa", "az", "aaa"]
    assert [romans(number) for number in (4, 9, 14, 1999)] == ["iv", "ix", "xiv", "mcmxcix"]


def test_blocks_in_a_cell_become_lines(logo: bytes) -> None:
    inner = Table(columns=[Column(title="h"), Column(title="i")], rows=[["1", "2"]])
    cell = (
        Heading(level=3, text="Umum"),
        ItemList(items=["a", (Paragraph(text="b"), ItemList(items=["c"]))], marker=Marker.DECIMAL),
        inner,
        KeyValues(pairs=[("Surel", "a@contoh.go.id")]),
        Note(text="catatan", title="judul"),
        Signature(place="Kota", date="1 Mei 2026", title="Kepala", name="Nama"),
        Letterhead(names=["Kantor"]),
        Picture(data=logo, alt="logo"),
        PageBreak(),
    )
    shown = markdown(Table(columns=[Column(title="k")], rows=[[cell], [()]]))
    assert shown.split("\n")[2] == (
        "| Umum<br>1. a<br>2. b<br>&emsp;• c<br>1; 2<br>Surel: a@contoh.go.id<br>judul<br>"
        "catatan<br>Kota, 1 Mei 2026<br>Kepala<br>Nama<br>Kantor<br>![logo][picture-1] |"
    )


def test_a_picture_is_kept_once_at_the_end(logo: bytes) -> None:
    picture = Picture(data=logo, alt="Logo [kantor]")
    shown = markdown(picture, picture)
    assert shown.count("![Logo \\[kantor\\]][picture-1]") == 2
    assert shown.count("[picture-1]: data:image/png;base64,") == 1
    with pytest.raises(PictureError):
        markdown(evolve(picture, data=b"no picture"))


def test_what_is_empty_leaves_no_trace() -> None:
    shown = markdown(
        Paragraph(text=" \n "),
        KeyValues(pairs=[]),
        Paragraph(text=(Run(text=" ", strong=True),)),
        Note(text="a"),
        Table(columns=[Column(title="b")], rows=[], caption=" "),
        Letterhead(names=("", "c")),
        Signature(place="", date="", title="d", name=""),
    )
    assert shown == "> a\n\n| b |\n| --- |\n\n**c**\n\n---\n\nd\\\n&nbsp;\n"


def test_an_item_that_holds_more_than_a_line_stays_one_item() -> None:
    item = (
        Paragraph(text="satu"),
        ItemList(items=["dua"], marker=Marker.DECIMAL, start=2),
        Paragraph(text="tiga"),
    )
    shown = markdown(ItemList(items=[item, "empat"], marker=Marker.DECIMAL_PAREN))
    assert shape(shown).count("ordered_list_open") == 2
    assert shown.startswith("1) satu\n\n   2. dua\n\n   tiga\n\n2) empat")
