"""The standard that the blocks of a page tell, component by component."""

from __future__ import annotations

from itertools import chain
from typing import Any, Final

from pst_standards.exchange.sippn import delivery, inside
from pst_standards.exchange.sippn.blocks import Block
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.lists import listing_of
from pst_standards.exchange.sippn.opening import decree_of
from pst_standards.exchange.sippn.parts import Part
from pst_standards.exchange.sippn.procedure import steps_of

_NOTED: Final = frozenset({Part.REQUIREMENTS, Part.PROCEDURE, Part.TIME, Part.PRODUCT})
_WORDED: Final = {Part.FEE: "fee", Part.COMPLAINTS: "complaint_handling"}


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
            standard[part.value] = build(listing_of(lines, ledger), ledger)
    for block in blocks:
        if block.part is Part.NOTE:
            _place_note(block, standard, ledger)
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
    text = delivery.complaint_text(lines_under(blocks, Part.COMPLAINTS), ledger)
    if text:
        handling["text"] = text
    steps = lines_under(blocks, Part.COMPLAINT_STEPS)
    if steps:
        listing = listing_of(steps, ledger)
        if listing.entries:
            handling["steps"] = steps_of(listing, ledger)
        if listing.note:
            handling["text"] = "\n".join(filter(None, [text, listing.note]))
        if not delivery.is_about_complaints(listing):
            block = next(block for block in blocks if block.part is Part.COMPLAINT_STEPS)
            ledger.tell("heading-differs", block.line, block.words)
    return {"complaint_handling": handling} if handling else {}


def _place_note(block: Block, standard: dict[str, Any], ledger: Ledger) -> None:
    """Keep a remark of the page as a note of the component that it stands below."""
    lines = [line.text for line in block.lines]
    below = lines[1:] if lines and block.words.endswith(lines[0]) else lines
    words = "\n".join([block.words, *below])
    component = standard.get(block.above.value)
    if component and block.above in _NOTED:
        component["note"] = "\n".join(filter(None, [component.get("note"), words]))
    elif component and block.above in _WORDED:
        component["text"] = "\n".join(filter(None, [component.get("text"), words]))
    else:
        ledger.drop(block.lines)
        return
    ledger.tell("note-placed", block.line, block.words)
