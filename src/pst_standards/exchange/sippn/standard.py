"""The standard that the blocks of a page tell, component by component."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, Final

from pst_standards.exchange.sippn import delivery, inside
from pst_standards.exchange.sippn.answers import answer_time
from pst_standards.exchange.sippn.blocks import Block
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.lists import listing_of
from pst_standards.exchange.sippn.opening import decree_of
from pst_standards.exchange.sippn.parts import Part
from pst_standards.exchange.sippn.procedure import steps_of

_KEEPS: Final[Mapping[Part, str]] = {
    **dict.fromkeys((Part.REQUIREMENTS, Part.PROCEDURE, Part.TIME, Part.PRODUCT), "note"),
    **dict.fromkeys((Part.FEE, Part.COMPLAINTS), "text"),
}
"""Where a component keeps a remark that stands below it."""


def lines_under(blocks: list[Block], *parts: Part) -> list[Line]:
    """Return the lines of all blocks of some parts."""
    return list(chain.from_iterable(block.lines for block in blocks if block.part in parts))


def components_of(blocks: list[Block], ledger: Ledger) -> dict[str, Any]:
    """Return decree and components of the standard, in the order of the format."""
    standard = _decree(blocks, ledger)
    for part, build in chain(delivery.BUILDERS.items(), inside.BUILDERS.items()):
        lines = lines_under(blocks, part)
        if part is Part.LEGAL:
            standard |= _complaints(blocks, ledger)
        if lines:
            _tell_again(blocks, part, ledger)
            listing = listing_of(lines, ledger, kinds=part is Part.REQUIREMENTS)
            standard[part.value] = build(listing, ledger)
    _place_notes([block for block in blocks if block.part is Part.NOTE], standard, ledger)
    return standard


def _decree(blocks: list[Block], ledger: Ledger) -> dict[str, Any]:
    block = next((block for block in blocks if block.part is Part.DECREE), None)
    if block is None:
        return {}
    decree = decree_of(block.lines, Line(block.line, block.words), ledger)
    for other in blocks:
        if other.part is Part.DECREE and other is not block:
            ledger.drop(other.lines)
    return {"decree": decree} if decree else {}


def _tell_again(blocks: list[Block], part: Part, ledger: Ledger) -> None:
    headed = [block for block in blocks if block.part is part and block.words]
    for block in headed[1:]:
        ledger.tell("heading-again", block.line, block.words)


def _complaints(blocks: list[Block], ledger: Ledger) -> dict[str, Any]:
    """Return how complaints are handled; steps under a heading about complaints stay there."""
    handling: dict[str, Any] = {}
    text = "\n".join(line.text for line in lines_under(blocks, Part.COMPLAINTS))
    if text:
        handling["text"] = text
    steps = lines_under(blocks, Part.COMPLAINT_STEPS)
    limit = answer_time(lines_under(blocks, Part.COMPLAINTS, Part.COMPLAINT_STEPS), ledger)
    if limit:
        handling["time_limit"] = limit
    if steps:
        listing = listing_of(steps, ledger)
        handling["steps"] = steps_of(listing, ledger)
        if listing.note:
            handling["text"] = "\n".join(filter(None, [text, listing.note]))
        if not delivery.is_about_complaints(listing):
            block = next(block for block in blocks if block.part is Part.COMPLAINT_STEPS)
            ledger.tell("heading-differs", block.line, block.words)
    return {"complaint_handling": handling} if handling else {}


def _place_notes(blocks: list[Block], standard: dict[str, Any], ledger: Ledger) -> None:
    """Keep the remarks of a page as notes of the components that they stand below."""
    notes: dict[Part, list[str]] = {}
    for block in blocks:
        if block.above in _KEEPS and block.above.value in standard:
            notes.setdefault(block.above, []).append(_words(block))
            ledger.tell("note-placed", block.line, block.words)
        else:
            ledger.drop(block.lines)
    for part, words in notes.items():
        component, key = standard[part.value], _KEEPS[part]
        component[key] = "\n".join([*filter(None, [component.get(key)]), *words])


def _words(block: Block) -> str:
    lines = [line.text for line in block.lines]
    below = lines[1:] if lines and block.words.endswith(lines[0]) else lines
    return "\n".join([block.words, *below])
