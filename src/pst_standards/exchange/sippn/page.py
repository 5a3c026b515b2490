"""A published page taken apart: what stands above the parts, and the lines of each component."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from pst_standards.exchange.sippn.blocks import Block, blocks_of
from pst_standards.exchange.sippn.entries import split_mark
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import CELL, Line, lines_of
from pst_standards.exchange.sippn.opening import is_frame, opening_of, without_foot
from pst_standards.exchange.sippn.parts import Part, heading_of
from pst_standards.model.component import SERVICE_DELIVERY

SHOWN: Final = tuple(component.value for component in SERVICE_DELIVERY)
_ABOVE: Final = frozenset(
    {Part.OPENING, Part.TITLE, Part.UNIT, Part.USERS, Part.DESCRIPTION, Part.DECREE, Part.FORM}
)
_BELONGS: Final = {Part.COMPLAINT_STEPS: Part.COMPLAINTS.value}
_AROUND: Final = frozenset({Part.HOURS, Part.NOTE})
_ACTOR: Final = re.compile(r"\W*[0-9]{0,2}\W*sistem\s*:\s*\S", re.IGNORECASE)
"""A step that the system takes begins as the heading of the procedure may."""
_STEPS: Final = re.compile(r"langkah penanganan\b", re.IGNORECASE)
"""A label within a component: it stands between two lists, and keeps them apart."""
_HEAD_LINES: Final = 3
_NUMBER: Final = re.compile(r"\W*no(?:mor)?\b", re.IGNORECASE)


@define
class Field:
    """The lines under the headings of one component, and the headings with something below."""

    lines: list[Line] = field(factory=list)
    headings: list[Line] = field(factory=list)
    parts: list[list[Line]] = field(factory=list)


@define
class Page:
    """One entry as it is published; ``fields`` by the key of the component."""

    head: list[Line] = field(factory=list)
    title: Line | None = None
    unit: Line | None = None
    decree: Line | None = None
    fields: dict[str, Field] = field(factory=dict)
    lines: list[Line] = field(factory=list)

    @property
    def shows_parts(self) -> bool:
        """Whether it has any component that SIPPN shows."""
        return any(key in self.fields for key in SHOWN)


def pages_of(text: str) -> list[Page]:
    r"""Return the entries of a text, of which there may be several, one below the other.

    >>> page = pages_of("Konsultasi\nNo. SK : 1/2026\nPersyaratan\n1. Surel\nBiaya\nGratis")[0]
    >>> page.title.text, page.decree.text, [line.text for line in page.fields["fee"].lines]
    ('Konsultasi', '1/2026', ['Gratis'])
    """
    lines = without_foot(list(lines_of(text, _no_one)), Ledger())
    return [_page(_without_menu(one)) for one in _parted(lines) if one]


def _no_one(_key: str, _line: int, _words: str) -> None:
    """Tell nobody: what is odd in a page is told as a difference, or is none."""


def _without_menu(lines: list[Line]) -> list[Line]:
    """Leave out what only the web page has above the parts, such as the points of a menu."""
    first = next(
        (
            place
            for place, line in enumerate(lines)
            if (heading := heading_of(line.text)) is not None and heading.part.value in SHOWN
        ),
        len(lines),
    )
    above = [line for line in lines[:first] if not is_frame(split_mark(line.text)[1])]
    return [*above, *lines[first:]]


def _parted(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part the lines before each title whose decree follows parts of another entry."""
    start, seen = 0, False
    for place, line in enumerate(lines):
        heading = heading_of(line.text)
        if heading is None:
            continue
        if heading.part is Part.DECREE and seen and _NUMBER.match(heading.words):
            begin = _head(lines, place, start)
            yield list(lines[start:begin])
            start, seen = begin, False
        seen = seen or heading.part.value in SHOWN
    yield list(lines[start:])


def _head(lines: Sequence[Line], decree: int, start: int) -> int:
    """Return where the title of an entry stands, above its decree behind an empty line."""
    for place in range(decree, max(decree - _HEAD_LINES, start) - 1, -1):
        if lines[place].after_gap:
            return place
    return decree


def _page(lines: list[Line]) -> Page:
    page = Page(lines=lines)
    above: list[Line] = []
    last = ""
    for block in blocks_of(lines, Ledger()):
        if block.part is Part.DECREE and page.decree is None:
            page.decree = _joined(block)
        elif block.part in {Part.TITLE, Part.UNIT} and block.lines:
            _label(page, block)
        elif block.part in _ABOVE:
            above += block.lines
        else:
            last = _into_fields(page, block, last)
        if last == "":
            page.head += block.lines
    _open(page, above)
    return page


def _joined(block: Block) -> Line:
    words = " ".join(line.text for line in block.lines)
    return Line(block.lines[0].number if block.lines else block.line, words)


def _label(page: Page, block: Block) -> None:
    if block.part is Part.TITLE:
        page.title = page.title or block.lines[0]
    else:
        page.unit = page.unit or block.lines[0]


def _open(page: Page, above: list[Line]) -> None:
    opening = opening_of(above, Ledger())
    page.title = page.title or opening.title
    page.unit = page.unit or opening.unit


def _into_fields(page: Page, block: Block, last: str) -> str:
    """Put the lines of a block under their component; return its key."""
    above = block.above if block.part in _AROUND else block.part
    if above in _ABOVE:
        return last
    key = _BELONGS.get(above, above.value)
    if last and _ACTOR.match(block.words):
        key = last
    kept = page.fields.setdefault(key, Field())
    if _begins(block, kept):
        kept.headings.append(Line(block.line, block.words))
        kept.parts.append(block.lines)
        kept.lines += block.lines
    elif block.words:
        # Words such as "Sistem: Menyimpan berkas" inside a component are a point of it.
        words = block.words.replace(CELL, " ")
        same = block.lines and block.lines[0].number == block.line
        kept.lines += [Line(block.line, words), *block.lines[bool(same) :]]
    else:
        kept.lines += block.lines  # they go on behind the remark of another part
    return key


def _begins(block: Block, kept: Field) -> bool:
    """Whether the words of a block are a heading, and no point that begins as one does."""
    if not block.words or block.part in _AROUND or _STEPS.match(block.words):
        return False
    heading = heading_of(block.words)
    alone = heading is None or heading.alone or not heading.rest.strip()
    return alone or not (kept.headings or _ACTOR.match(block.words))
