"""Panels as data: columns beside each other, each with its panels one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from pst_standards.documents.letters import width
from pst_standards.documents.outline import Block, Panel, Panels
from pst_standards.documents.pdf.place import POINTS_PER_MM, TABLE, Place, plain

_PADDING: Final = 14.0
"""Room at the left and right of the text in a frame, both together."""
_TITLE: Final = 11.5
_LINE: Final = 1.3

_Write = Callable[[Sequence[Block], Place], object]


def panels(block: Panels, place: Place, write: _Write) -> dict[str, object]:
    """Return the columns as they are read, each with its place from the left."""
    count = len(block.columns)
    gap = block.gap * POINTS_PER_MM / place.scale
    rest = place.room - gap * (count - 1)
    inside = [
        evolve(
            place,
            room=max(rest * share / sum(block.widths) - _PADDING * block.framed, TABLE),
            size=TABLE,
            in_table=True,
            in_panel=True,
        )
        for share in block.widths
    ]
    return {
        "k": "panels",
        "framed": block.framed,
        "gap": gap,
        "height": block.height * POINTS_PER_MM / place.scale,
        "placed": bool(block.order),
        "places": [block.places.index(number) for number in range(count)],
        "shares": block.widths,
        "columns": [
            [_panel(panel, own, write) for panel in stack]
            for stack, own in zip(block.columns, inside, strict=True)
        ],
    }


def _panel(panel: Panel, place: Place, write: _Write) -> dict[str, object]:
    # A heading of signs that nobody sees would be one without a word.
    named = plain(panel.title).strip()
    title = evolve(place, strong=True, size=TABLE + 1).text(panel.title) if named else None
    lines = width(panel.title, strong=True) * _TITLE / place.room
    return {
        "middle": panel.middle,
        "title": title,
        # One that takes most of a page cannot stay with what it heads.
        "kept": lines * _TITLE * _LINE < place.page / 2,
        "lang": panel.lang,
        "blocks": write(panel.blocks, place),
    }
