"""The procedures of several services beside each other, in rows that fill the sheets of a poster.

One row for all steps would be higher than what is left of a sheet, and leave that empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import content_height
from pst_standards.documents.outline import Block, Content, Heading, ItemList
from pst_standards.model.channel import Channel

_NONE: Final = "\N{EN DASH}"
_FEWEST: Final = 2

Row: TypeAlias = tuple[Content, ...]


def procedure_rows(
    cells: Sequence[Content], widths: Sequence[float], highest: float, composition: Composition
) -> list[Row]:
    """Return a row for each channel, cut between steps where it is higher than ``highest``.

    ``cells`` are the steps of each service under headings of channels, ``widths`` and the height
    are in millimetres at the scale 1.
    """
    groups = [_by_channel(cell) for cell in cells]
    terms = (channel.term(composition.lang) for channel in Channel)
    names = [name for name in terms if any(name in group for group in groups)]
    if len(names) < _FEWEST:
        return list(_cut(tuple(cells), widths, highest))
    same = composition.say("combined-poster.same-steps")
    return [
        part
        for place, name in enumerate(names)
        for part in _cut(
            tuple(_cell(group, name, "" if not place else same) for group in groups),
            widths,
            highest,
        )
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


def _cut(row: Row, widths: Sequence[float], highest: float) -> Iterator[Row]:
    """Cut a row between its steps, with as many steps in each part, until each is low enough."""
    steps = max(_steps(cell) for cell in row)
    height = max(content_height(cell, width) for cell, width in zip(row, widths, strict=True))
    if height <= highest or steps < _FEWEST:
        yield row
        return
    first = -(-steps // 2)
    parted = [_parted(cell, first) for cell in row]
    yield from _cut(tuple(above for above, _ in parted), widths, highest)
    yield from _cut(tuple(below for _, below in parted), widths, highest)


def _steps(cell: Content) -> int:
    if isinstance(cell, str):
        return 0
    return sum(len(block.items) for block in cell if isinstance(block, ItemList))


def _parted(cell: Content, count: int) -> tuple[Content, Content]:
    """Return the first steps of a cell, and the others with their numbers going on."""
    if isinstance(cell, str):
        return cell, ""
    above: list[Block] = []
    below: list[Block] = []
    for block in cell:
        if count <= 0:
            below.append(block)
        elif isinstance(block, ItemList) and len(block.items) > count:
            above.append(evolve(block, items=block.items[:count]))
            below.append(evolve(block, items=block.items[count:], start=block.start + count))
            count = 0
        else:
            above.append(block)
            count -= len(block.items) if isinstance(block, ItemList) else 0
    return tuple(above), tuple(below) or ""
