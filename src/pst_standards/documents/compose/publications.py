"""What the office has published, as one line or as a table."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from typing import Final

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import content
from pst_standards.documents.compose.links import web_link
from pst_standards.documents.compose.phrases import DASH, bare, inner, item, joined, opened
from pst_standards.documents.formats import file_size
from pst_standards.documents.outline import Align, Block, Column, Content, Inline, Run, Table
from pst_standards.model.publication import Publication, PublicationKind

_BYTES: Final = 1000
_LARGEST: Final = Decimal(10) ** 12


def publication_line(publication: Publication, composition: Composition) -> str:
    """Return a publication as one line: title, and its period unless the title names it."""
    name, when = _title(publication, composition), _when(publication, composition)
    return name + f" ({when})" if when and when.casefold() not in name.casefold() else name


def publication_links(
    composition: Composition, kinds: Collection[PublicationKind | None]
) -> list[Inline]:
    """Return the publications of some kinds, each as one line: title with its address, size."""
    return [
        _linked(one, composition)
        for one in composition.definition.publications
        if one.kind in kinds
    ]


def _linked(one: Publication, composition: Composition) -> Inline:
    line, size, address = publication_line(one, composition), _size(one, composition), one.url or ""
    told = f" ({size})" if size else ""
    if not address.strip():
        return f"{line}{told}"
    return (web_link(address.strip(), line), Run(text=told))


def publication_table(composition: Composition) -> list[Block]:
    """Return all publications with period, size, and where they stand."""
    shown = composition.definition.publications
    if not shown:
        return []
    say = composition.say
    columns = (
        Column(title=say("column.number"), share=7, align=Align.CENTER),
        Column(title=say("column.title"), share=44, heads_row=True),
        Column(title=say("column.period"), share=17),
        Column(title=say("column.size"), share=14, align=Align.END),
        Column(title=say("column.medium"), share=18),
    )
    rows = tuple(_row(number, one, composition) for number, one in enumerate(shown, start=1))
    return [Table(columns=columns, rows=rows)]


def _row(number: int, one: Publication, composition: Composition) -> tuple[Content, ...]:
    media = opened(
        joined((inner(medium.term(composition.lang)) for medium in one.media), composition)
    )
    address = (one.url or "").strip()
    title = _title(one, composition)
    linked = web_link(address)
    name: Content = (
        content(((linked.__class__(text=title, link=linked.link)),)) if address else title
    )
    facts = (_when(one, composition), _size(one, composition), media)
    return (f"{number}.", name, *(fact or DASH for fact in facts))


def _title(one: Publication, composition: Composition) -> str:
    if title := item(composition.words(one.title)):
        return title
    return one.kind.term(composition.lang) if one.kind else composition.say("publication.untitled")


def _when(one: Publication, composition: Composition) -> str:
    if period := bare(composition.words(one.period)):
        return period
    return str(one.year) if one.year is not None else ""


def _size(one: Publication, composition: Composition) -> str:
    stated = (one.size_kb or "").strip()
    try:
        size = Decimal(stated.replace(",", ".")) if stated else None
    except InvalidOperation:
        return stated
    if size is None or not size.is_finite() or not 0 <= size < _LARGEST:
        return stated
    return file_size(int(size * _BYTES), composition.lang)
