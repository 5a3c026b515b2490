"""The procedures of several services beside each other, a row of a poster for each channel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.outline import Block, Content, Heading
from pst_standards.model.channel import Channel

_NONE: Final = "\N{EN DASH}"
_FEWEST: Final = 2

Row: TypeAlias = tuple[Content, ...]


def procedure_rows(cells: Sequence[Content], composition: Composition) -> list[Row]:
    """Return a row for each channel; ``cells`` are the steps under headings of channels."""
    groups = [_by_channel(cell) for cell in cells]
    terms = (channel.term(composition.lang) for channel in Channel)
    names = [name for name in terms if any(name in group for group in groups)]
    if len(names) < _FEWEST:
        return [tuple(cells)]
    same = composition.say("combined-poster.same-steps")
    return [
        tuple(_cell(group, name, "" if not place else same) for group in groups)
        for place, name in enumerate(names)
    ]


def _by_channel(cell: Content) -> dict[str, Content]:
    """Return the steps by the name of their channel, without a name where there is none."""
    if isinstance(cell, str):
        return {"": cell}
    groups: dict[str, list[Block]] = {}
    name = ""
    for block in cell:
        if isinstance(block, Heading):
            name = str(block.text)
        groups.setdefault(name, []).append(block)
    return {name: tuple(blocks) for name, blocks in groups.items()}


def _cell(group: dict[str, Content], name: str, same: str) -> Content:
    general = group.get("")
    if general is not None and same:
        # What is not set is said once.
        general = _NONE if isinstance(general, str) else same
    return group.get(name, general or _NONE)
