"""A published page taken apart: what stands above the parts, and the lines of each component."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from pst_standards.exchange.sippn.blocks import Block, blocks_of
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

    opening: list[Line] = field(factory=list)
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
    return [_page(one) for one in _parted(lines) if one]


def _no_one(_key: str, _line: int, _words: str) -> None:
    """Tell nobody: what is odd in a page is told as a difference, or is none."""


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
    for block in blocks_of(lines, Ledger()):
        if block.part is Part.DECREE and page.decree is None:
            page.decree = _joined(block)
        elif block.part in {Part.TITLE, Part.UNIT} and block.lines:
            _label(page, block)
        elif block.part in _ABOVE:
            above += block.lines
        else:
            _into_fields(page, block)
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
    page.opening = [line for line in above if not is_frame(line.text)]
    opening = opening_of(page.opening, Ledger())
    page.title = page.title or opening.title
    page.unit = page.unit or opening.unit


def _into_fields(page: Page, block: Block) -> None:
    above = block.above if block.part in _AROUND else block.part
    if above in _ABOVE:
        return
    key = _BELONGS.get(above, above.value)
    kept = page.fields.setdefault(key, Field())
    begins = heading_of(block.words) if block.words else None
    if begins is None:  # lines that go on behind the remark of another part
        kept.lines += block.lines
        return
    stands_alone = block.part is above and (begins.alone or not begins.rest.strip())
    first = not kept.headings and block.part is above
    if stands_alone or first:
        kept.headings.append(Line(block.line, block.words))
        kept.parts.append(block.lines)
        kept.lines += block.lines
        return
    # Words such as "Sistem: Menyimpan berkas" inside a component are a point of it.
    words = block.words.replace(CELL, " ")
    rest = block.lines[1:] if begins.rest.strip() else block.lines
    kept.lines += [Line(block.line, words), *rest]
