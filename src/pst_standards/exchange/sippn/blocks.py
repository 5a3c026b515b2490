"""Parting the lines of a page under its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field

from pst_standards.exchange.sippn.channels import is_group
from pst_standards.exchange.sippn.entries import follows, split_mark
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import CELL, Line
from pst_standards.exchange.sippn.parts import Heading, Part, heading_of, taken_apart
from pst_standards.exchange.sippn.prefixes import is_step, kind_in

_HOURS: Final = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum['\u2019]?at|sabtu|minggu|istirahat|ishoma|libur|hari kerja"
    r"|setiap hari)\b|\b[0-2]?[0-9][.:][0-5][0-9]\b",
    re.IGNORECASE,
)
# What stands above all parts and fits on one line: the next line belongs to the opening again.
_ONE_LINE: Final = frozenset({Part.DECREE, Part.TITLE, Part.UNIT})
_LABELS: Final = _ONE_LINE | {Part.USERS, Part.DESCRIPTION}
_NUMBER: Final = re.compile(r"\W*no(?:mor)?\b", re.IGNORECASE)
_NOTES: Final = frozenset({Part.NOTE, Part.HOURS})
_LISTS: Final = frozenset({Part.REQUIREMENTS, Part.PROCEDURE, Part.PRODUCT, Part.COMPLAINT_STEPS})
_HAS_STEPS: Final = frozenset({Part.PROCEDURE, Part.COMPLAINTS, Part.COMPLAINT_STEPS})


@define
class Block:
    """The lines under one heading; ``above`` is the part that a note belongs to."""

    part: Part
    words: str = ""
    line: int = 0
    above: Part = Part.OPENING
    lines: list[Line] = field(factory=list)


def blocks_of(lines: Iterable[Line], ledger: Ledger) -> list[Block]:
    """Return the blocks of a page in its order; the first holds what stands above all headings."""
    blocks = [Block(Part.OPENING)]
    in_parts = False
    for line in _pieces(lines):
        heading = heading_of(line.text)
        if (
            heading is None
            or (in_parts and _may_be_point(heading))
            or _is_point(blocks[-1], line, heading)
        ):
            _place(blocks, line)
        else:
            _open(blocks, heading, line, ledger)
            in_parts = in_parts or heading.part not in _LABELS
    return blocks


def _may_be_point(heading: Heading) -> bool:
    """Whether the words of a label can be a point of a list below a part: "Surat keputusan"."""
    is_label = heading.part in _LABELS and _NUMBER.match(heading.words) is None
    return is_label and heading.alone


def _is_point(block: Block, line: Line, heading: Heading) -> bool:
    """Whether a line goes on with the list above, though it begins as a heading may.

    So do a step that the system takes ("3. Sistem: Menyimpan berkas") and any point whose number
    begins the list or follows the one above, where the heading of the list has no number itself.
    """
    above = block.above if block.part in _NOTES else block.part
    if above in _HAS_STEPS and is_step(line.text):
        return True
    mark = split_mark(line.text)[0]
    if mark is None or not block.words or split_mark(block.words)[0] is not None:
        return False
    marks = (split_mark(one.text)[0] for one in reversed(block.lines))
    last = next((one for one in marks if one is not None), None)
    if last is not None and last.style == mark.style and not (mark.place and mark.begins):
        return follows(mark, last)
    new = heading.rest and above in _LISTS
    return bool(new) and mark.begins and _begins_list(block)


def _begins_list(block: Block) -> bool:
    """Whether the list of a block, or that of one channel or kind, has no point yet."""
    last = block.lines[-1].text if block.lines else ""
    return not last or is_group(last) or bool(kind_in(last))


def _pieces(lines: Iterable[Line]) -> Iterator[Line]:
    """Take lines apart into which several parts have run; join cells that are not parts."""
    for line in lines:
        for place, piece in enumerate(taken_apart(line.text)):
            text = piece if heading_of(piece) else piece.replace(CELL, " ")
            yield Line(line.number, text, line.after_gap and not place)


def _open(blocks: list[Block], heading: Heading, line: Line, ledger: Ledger) -> None:
    ledger.shape(line.number, heading.words)
    if heading.part is Part.FORM:
        return
    above = blocks[-1].above if blocks[-1].part in _NOTES else blocks[-1].part
    block = Block(heading.part, line.text, line.number, above)
    rest = heading.rest.replace(CELL, " ").strip()
    if rest:
        block.lines.append(Line(line.number, rest))
    blocks.append(block)


def _place(blocks: list[Block], line: Line) -> None:
    """Put a line under the heading above it, or under the one before where it cannot belong."""
    last = blocks[-1]
    if last.part in _ONE_LINE and (last.lines or not _may_fill(last.part, line)):
        blocks.append(Block(Part.OPENING))
    elif last.part is Part.HOURS and not _HOURS.search(line.text):
        blocks.append(Block(last.above))
    blocks[-1].lines.append(line)


def _may_fill(part: Part, line: Line) -> bool:
    """Whether a line below a label is what the label asks for: a decree has a number."""
    return part is not Part.DECREE or any(sign.isdigit() or sign in "/-" for sign in line.text)
