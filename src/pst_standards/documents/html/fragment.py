"""A document as a part of a page of somebody else: inline styles only, no program, no class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.documents.html.blocks import BlockWriter
from pst_standards.documents.html.regions import distinct
from pst_standards.documents.html.text import attribute, escaped, inline, plain_words
from pst_standards.documents.identity import foot_line, properties
from pst_standards.documents.outline import Block, Document, Heading
from pst_standards.messages import text

_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z-]+=\"[^\"]*\")*)>")
_PART: Final = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
# What the style sheet of a whole page needs, and a fragment does not.
_LEFT_OUT: Final = frozenset({"class", "data-label"})
_TABLE_ROLES: Final = frozenset({"cell", "columnheader", "row", "rowgroup", "rowheader", "table"})
_CELL: Final = "padding:.4rem .6rem;border:1px solid #a9b5c2;text-align:left;vertical-align:top"
_LIST: Final = "margin:0 0 .75rem;padding-left:1.75rem"
_OF_TAGS: Final[Mapping[str, str]] = {
    "a": "color:#174a7c;text-decoration:underline",
    "blockquote": "margin:1rem 0;padding-left:1rem;border-left:4px solid #2b5c8a",
    "caption": "padding-bottom:.4rem;font-weight:bold;text-align:left",
    "dd": "margin:0 0 .4rem",
    "dl": "margin:0 0 1rem",
    "dt": "font-weight:bold",
    "h2": "margin:2rem 0 .75rem;color:#14304f;line-height:1.3",
    "h3": "margin:1.25rem 0 .5rem;color:#1a1f26;line-height:1.4",
    "img": "max-width:100%;height:auto",
    "ol": _LIST,
    "p": "margin:0 0 .75rem",
    "table": "width:100%;border-collapse:collapse;line-height:1.45",
    "td": _CELL,
    "th": f"{_CELL};background-color:#e3ebf3;color:#14304f",
    "ul": _LIST,
}
_OF_CLASSES: Final[Mapping[str, str]] = {
    "boxes": "list-style:'\\2610\\2002'",
    "center": "text-align:center",
    "centered": "text-align:center",
    "end": "text-align:right",
    "lead": "font-size:1.1em",
    "letter-paren": "list-style-type:lower-alpha",
    "note": "margin:1rem 0;padding:.7rem 1rem;background-color:#eef3f8;"
    "border-left:4px solid #2b5c8a",
    "scroll": "margin:0 0 1.25rem;overflow-x:auto",
    "signer": "padding-top:4rem;font-weight:bold",
    "small": "color:#44515e;font-size:.9em",
    "stamp": "padding:.5rem 1rem;background-color:#fcefee;border:1px solid #a61b1b;color:#8f1414",
    "subheading": "font-weight:bold",
    "tight": "margin:0 0 .2rem",
    "unbroken": "overflow-wrap:anywhere",
    "warning": "background-color:#fcefee;border-left-color:#a61b1b",
}
_BOX: Final = (
    '<div role="region" aria-label="{}" tabindex="0" style="margin:0 0 1.25rem;overflow-x:auto">'
)
_WHOLE: Final = "color:#1a1f26;background-color:#fff;line-height:1.55;overflow-wrap:break-word"


def fragment(document: Document) -> str:
    """Return a document to be pasted into a page that has a heading of level 1 of its own.

    So the title, the letterhead and the notes on a draft are left out, and the headings begin at
    level 2. All looks stand in ``style``: a website need give it no style sheet. Tables can be
    scrolled sideways, with the keyboard too.

    >>> page = Document(title="Layanan", blocks=[Heading(level=1, text="Layanan")], embedded=True)
    >>> fragment(page).startswith('<div lang="id" style="color:#1a1f26')
    True
    """
    blocks = document.blocks[: len(document.blocks) - document.draft_blocks]
    facts = "".join(
        f' data-{name}="{attribute(value)}"'
        for name, value in properties(document.identity, document.lang).items()
    )
    shown = "".join((*_stamp(document), *_headed(blocks, document), *_foot(document)))
    page = f'<div lang="{document.lang}"{facts} style="{_WHOLE}">\n{distinct(shown)}</div>\n'
    # Data for search engines, which no browser runs; a website that takes it out loses no word.
    # A machine sees no stamp, so that a draft says nothing to it.
    return page if document.draft else page + document.linked_data


def _stamp(document: Document) -> Iterator[str]:
    if document.draft:
        word = text("documents", "draft.stamp", document.lang)
        yield _styled(f'<p class="stamp"><strong>{word}</strong></p>\n')


def _foot(document: Document) -> Iterator[str]:
    if told := foot_line(document.identity, document.lang):
        yield _styled(f'<p class="small">{escaped(told)}</p>\n')


def _headed(blocks: tuple[Block, ...], document: Document) -> Iterator[str]:
    """Yield the blocks; what is scrolled is named by the heading above it."""
    name = document.title
    for block in blocks:
        if not isinstance(block, Heading):
            region = text("documents", "table.region", document.lang, {"place": name})
            yield _styled(BlockWriter(document.lang, name).write((block,)), region)
            continue
        name = plain_words(block.text)
        if block.level > 1:
            yield _styled(f"<h{block.level}>{inline(block.text)}</h{block.level}>\n")


def _styled(source: str, region: str = "") -> str:
    """Return markup of this program with styles in place of classes, each table in a box."""
    boxed: list[bool] = []

    def tag(found: re.Match[str]) -> str:
        closes, name, told = found.groups()
        if closes:
            return f"</{name}></div>" if name == "table" and boxed.pop() else found[0]
        parts = dict(_PART.findall(told))
        names = parts.get("class", "").split()
        box = ""
        if name == "table":
            # Other tables have their box from the whole page; one within a cell needs none.
            boxed.append("form" in names and not any(boxed))
            box = _BOX.format(attribute(region)) if boxed[-1] else ""
        return f"{box}<{name}{_written(name, names, parts)}>"

    return _TAG.sub(tag, source.replace("<li><p>", '<li><p class="tight">'))


def _written(name: str, names: list[str], parts: Mapping[str, str]) -> str:
    kept = {
        key: value
        for key, value in parts.items()
        if key not in _LEFT_OUT and not (key == "role" and value in _TABLE_ROLES)
    }
    looks = (_OF_TAGS.get(name, ""), *(_OF_CLASSES.get(one, "") for one in names))
    style = ";".join(filter(None, (*looks, kept.pop("style", ""))))
    if style:
        kept["style"] = style
    return "".join(f' {key}="{value}"' for key, value in kept.items())
