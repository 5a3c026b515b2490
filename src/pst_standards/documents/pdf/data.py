"""The blocks of an outline as data for the template; nothing in them is ever read as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, Final, TypeAlias, cast

from attrs import evolve

from pst_standards.documents.head_lines import head_lines
from pst_standards.documents.keeping import kept_parts
from pst_standards.documents.letters import width
from pst_standards.documents.markdown.markers import written
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Content,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    Marker,
    Note,
    PageBreak,
    Panels,
    Paragraph,
    ParagraphStyle,
    Picture,
    Signature,
    Table,
)
from pst_standards.documents.pdf.panels import panels
from pst_standards.documents.pdf.pictures import LARGEST_LOGO_MM, picture
from pst_standards.documents.pdf.place import BODY, Place, plain
from pst_standards.documents.pdf.tables import clauses, is_low, key_values, table

Data: TypeAlias = dict[str, object]

_SIZES: Final = {ParagraphStyle.LEAD: 12.0, ParagraphStyle.SMALL: 9.0, ParagraphStyle.QUOTE: 14.0}
# A heading without a word would leave a screen reader nothing to say, and typst refuses it.
_NO_TITLE: Final = "\N{EN DASH}"
_TITLES: Final = {1: 14.0, 2: 12.0, 3: BODY}
_WALL_TITLE: Final = 18.0
_PANEL_TITLE: Final = 20.0
_QUOTE_LINE: Final = 1.8
_HIGH: Final = 1.3
_TO_SIGN: Final = 120.0
"""Room for a signature and around it, in points."""
_NUMBERED: Final = {
    Marker.DECIMAL: "1.",
    Marker.LETTER: "a.",
    Marker.DECIMAL_PAREN: "1)",
    Marker.LETTER_PAREN: "a)",
    Marker.ROMAN: "i.",
}
_LINE: Final = 9.0
"""Size of the letters below the name of an office."""
# The template sets a logo beside the lines, and half as much again at their other side.
_AROUND_LOGO: Final = 1.5
_BESIDE_LOGO: Final = 11.0
# Beyond this the template would be given a number with a fraction.
_LARGEST: Final = 10**15
_DEEPEST: Final = 8
"""Lists around a list from which on all stand at one depth: typst ends at less than twenty."""
_CAPITALS: Final = 1.25
"""How much wider a line grows, at most on average, when it is set in capitals."""


def blocks_data(blocks: Sequence[Block], place: Place) -> list[Data]:
    """Return the blocks one after the other.

    >>> blocks_data([Paragraph(text="Kami sanggup.")], Place(room=467))
    [{'k': 'p', 's': 'body', 't': 'Kami sanggup.'}]
    """
    shown: list[Data] = []
    if place.depth >= _DEEPEST:
        blocks = tuple(_flat(blocks))
    kept = repeat(0) if place.in_table or place.depth else kept_parts(blocks)
    for block, parts in zip(blocks, kept, strict=False):
        data = _WRITERS[type(block)](block, place)
        if parts:
            data["next"] = parts
            if isinstance(block, ItemList):
                inside = place.in_item()
                data["whole"] = all(is_low(item, inside) for item in block.items[-parts:])
        shown.append(data)
    return shown


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks whose lists are paragraphs that begin with the marker."""
    for block in blocks:
        if not isinstance(block, ItemList):
            yield block
            continue
        for place, item in enumerate(block.items):
            mark = written(block, place)
            if isinstance(item, str):
                yield Paragraph(text=f"{mark} {item}")
            elif item and isinstance(item[0], Paragraph):
                yield Paragraph(text=f"{mark} {plain(item[0].text)}")
                yield from _flat(item[1:])
            else:
                yield Paragraph(text=mark)
                yield from _flat(item)


def content_data(content: Content, place: Place) -> object:
    """Return what a cell or an item holds: text, or blocks under ``blocks``."""
    if isinstance(content, str):
        return place.text(content)
    return {"blocks": blocks_data(content, place)}


def _heading(block: Heading, place: Place) -> Data:
    if (place.in_table and not place.in_panel) or place.depth:
        return {"k": "sub", "t": evolve(place, strong=True).inline(block.text)}
    shown = block.text if plain(block.text).strip() else _NO_TITLE
    size = _TITLES[block.level]
    if block.level == 1:
        size = _CAPITALS * (_PANEL_TITLE if place.in_panel else _WALL_TITLE if place.wall else size)
    return {
        "k": "h",
        "level": block.level,
        "t": evolve(place, size=size, strong=True).inline(shown),
    }


def _paragraph(block: Paragraph, place: Place) -> Data:
    size = _SIZES.get(block.style, place.size)
    inset = 57.0 if block.style is ParagraphStyle.QUOTE and not place.in_table else 0.0
    room = max(place.room - inset, size)
    shown = evolve(place, size=max(size, place.size), room=room).inline(block.text)
    pledge = block.style is ParagraphStyle.QUOTE and place.in_panel
    data = {"k": "p", "s": "pledge" if pledge else str(block.style), "t": shown}
    if block.style is ParagraphStyle.QUOTE:
        # One that takes most of a page begins where it stands and goes on on the next.
        lines = width(plain(block.text)) * size / room + plain(block.text).count("\n") + 1
        data["long"] = lines * size * _QUOTE_LINE > place.page / 2
    return data


def _item_list(block: ItemList, place: Place) -> Data:
    inside = place.in_item()
    items = [content_data(item, inside) for item in block.items]
    if block.ordered:
        return {
            "k": "ol",
            "n": _NUMBERED[block.marker],
            "start": min(block.start, _LARGEST),
            "items": items,
        }
    return {"k": "ul", "box": block.marker is Marker.BOX, "items": items}


def _figure(block: Picture, place: Place) -> Data:
    return {"k": "img", **picture(block, place)}


def _letterhead(block: Letterhead, place: Place) -> Data:
    third = evolve(place, room=place.room / 3)
    logo = picture(block.logo, third, LARGEST_LOGO_MM) if block.logo else None
    beside = evolve(place, room=place.room * (2 / 3 if logo else 1), size=14 * _CAPITALS)
    *parents, name = block.names
    taken = _AROUND_LOGO * cast("float", logo["w"]) + _BESIDE_LOGO if logo else 0.0
    line = evolve(place, room=max(place.room - taken, _LINE), size=_LINE)
    told = [head_lines(one, line.room / _LINE) for one in (block.address, block.contact) if one]
    return {
        "k": "letterhead",
        "parents": [beside.text(parent) for parent in parents],
        "name": beside.text(name),
        "lines": [line.text(one) for one in told],
        "logo": logo,
    }


def _signature(block: Signature, place: Place) -> Data:
    half = evolve(place, room=place.room * (1 if place.in_table else 0.48), strong=True)
    where = ", ".join(filter(None, (block.place, block.date)))
    below = [line for line in (block.identity, block.note) if line]
    above = [line for line in (where, block.title) if line]
    told = (*above, block.name, *below)
    lines = sum(1 + int(width(one, strong=True) * half.size / half.room) for one in told)
    return {
        "k": "sign",
        "above": [half.text(line) for line in above],
        "anchor": half.text(block.anchor) if block.anchor else None,
        "name": half.text(block.name),
        "below": [half.text(line) for line in below],
        "wide": place.in_table,
        # One that no page could hold is split rather than cut off.
        "whole": _TO_SIGN + lines * half.size * _HIGH < place.page / 2,
    }


def _note(block: Note, place: Place) -> Data:
    inside = evolve(place, room=max(place.room - 30, place.size))
    return {
        "k": "note",
        "s": str(block.kind),
        "title": evolve(inside, strong=True).text(block.title) if block.title else None,
        "t": inside.inline(block.text),
    }


def _page_break(_: PageBreak, place: Place) -> Data:
    # There is no new page within a table or a list.
    return {"k": "none" if place.in_table or place.depth else "page"}


def _clauses(block: Clauses, place: Place) -> Data:
    return clauses(block, place, content_data)


def _table(block: Table, place: Place) -> Data:
    return table(block, place, content_data)


def _panels(block: Panels, place: Place) -> Data:
    return panels(block, place, blocks_data)


_WRITERS: Final[Mapping[type, Callable[[Any, Place], Data]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ItemList: _item_list,
    Table: _table,
    KeyValues: key_values,
    Clauses: _clauses,
    Picture: _figure,
    Letterhead: _letterhead,
    Signature: _signature,
    PageBreak: _page_break,
    Note: _note,
    Panels: _panels,
}
