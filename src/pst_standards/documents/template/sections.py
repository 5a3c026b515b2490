"""The sheets of a template: their size, margins, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from pst_standards.documents.docx.scope import twips
from pst_standards.documents.outline import Document, Paper
from pst_standards.documents.template.finding import TemplateFinding, finding
from pst_standards.documents.template.schema_order import SECTION
from pst_standards.documents.template.tree import Element, Slot

SHEET: Final = "sheet"
"""Name of the slot for the size of the sheet on which the text begins."""
HEADERS: Final = "headers-{number}"
"""Name of the slot for the headers that a draft adds to a section."""

_NEAR: Final = 40
_LEAST_WIDTH: Final = twips(90)
_DEFAULTS: Final = {"w:w": "11906", "w:h": "16838"}
_MARGIN: Final = 1440
_REFERENCES: Final = ("w:headerReference", "w:footerReference")


@frozen(kw_only=True)
class Sheet:
    """Size of a sheet as it lies and what its margins take from the width, in twips."""

    width: int
    height: int
    margins: int
    columns: int = 1
    gap: int = 0

    @property
    def paper(self) -> Paper | None:
        """The sheet among those known, ``None`` for another."""
        short, long = sorted((self.width, self.height))
        for paper in Paper:
            size = map(twips, paper.value)
            if all(abs(one - own) <= _NEAR for one, own in zip((short, long), size, strict=True)):
                return paper
        return None

    def of(self, document: Document) -> Sheet:
        """Return the sheet of a document: turned where it lies."""
        width, height = sorted((self.width, self.height))
        if document.landscape:
            width, height = height, width
        return Sheet(
            width=width, height=height, margins=self.margins, columns=self.columns, gap=self.gap
        )

    @property
    def text_width(self) -> int:
        """Width of the text, of one column where there are several."""
        room = self.width - self.margins - self.gap * (self.columns - 1)
        return max(room // self.columns, 1)

    @property
    def xml(self) -> str:
        """The size as it stands in a section."""
        turned = ' w:orient="landscape"' if self.width > self.height else ""
        return f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{turned}/>'


@define
class Sections:
    """The sections of a template, and which of their headers are missing."""

    all: list[Element]
    sheet: Sheet
    missing_headers: dict[int, list[str]] = field(factory=dict)
    missing_footers: dict[int, list[str]] = field(factory=dict)


def sections_of(body: Element, content: Slot, *, both_sides: bool) -> Sections:
    """Return the sections of a body, with slots for what differs from document to document."""
    every = [*_every(body)]
    last = body.elements()[-1:] or [Element("")]
    if last[0].name != "w:sectPr":
        own = Element("w:sectPr", {}, [Element("w:pgSz", dict(_DEFAULTS))])
        body.children.append(own)
        every.append((len(body.children), own))
    position = body.children.index(content)
    chosen = next(one for place, one in every if place > position)
    found = Sections([one for _, one in every], _sheet(chosen))
    found.missing_headers = _missing(found.all, _REFERENCES[0], both_sides=both_sides)
    if not any(one.elements(_REFERENCES[1]) for one in found.all):
        found.missing_footers = _missing(found.all, _REFERENCES[1], both_sides=both_sides)
    _slot_sheet(chosen)
    for number, one in enumerate(found.all):
        one.children.insert(0, Slot(HEADERS.format(number=number)))
    return found


def screened_sheet(sheet: Sheet, part: str, paper: str | None) -> Iterator[TemplateFinding]:
    """Yield what is odd about a sheet: another than was asked for, or margins without text."""
    own = sheet.paper
    if paper is not None and (own is None or own.name != paper):
        size = (
            f"{_millimetres(sheet.width)} x {_millimetres(sheet.height)} mm"
            if own is None
            else own.name
        )
        yield finding("W", "sheet", part, "w:pgSz", own=size, asked=paper)
    if sheet.text_width < _LEAST_WIDTH:
        yield finding("E", "narrow", part, "w:pgMar", width=_millimetres(sheet.text_width))


def references(kinds: Sequence[str], name: str, relation: str) -> str:
    """Return references to one header or footer for several kinds of pages."""
    return "".join(f'<w:{name}Reference w:type="{kind}" r:id="{relation}"/>' for kind in kinds)


def _every(body: Element) -> Iterator[tuple[int, Element]]:
    """Yield the place of each section's end in the body, and its properties."""
    for place, one in enumerate(body.children):
        if not isinstance(one, Element):
            continue
        if one.name == "w:sectPr":
            yield place, one
        elif one.name == "w:p":
            properties = one.child("w:pPr")
            found = None if properties is None else properties.child("w:sectPr")
            if found is not None:
                yield place, found


def _sheet(section: Element) -> Sheet:
    size = section.child("w:pgSz") or Element("w:pgSz", dict(_DEFAULTS))
    margin = section.child("w:pgMar") or Element("w:pgMar")
    columns = section.child("w:cols") or Element("w:cols")
    sides = sum(_number(margin.get(f"w:{name}"), _MARGIN) for name in ("left", "right"))
    return Sheet(
        width=_number(size.get("w:w"), int(_DEFAULTS["w:w"])),
        height=_number(size.get("w:h"), int(_DEFAULTS["w:h"])),
        margins=sides + _number(margin.get("w:gutter"), 0),
        columns=min(max(_number(columns.get("w:num"), 1), 1), 4),
        gap=_number(columns.get("w:space"), 720),
    )


def _number(value: str, usual: int) -> int:
    try:
        return min(abs(round(float(value))), 100_000)
    except (ValueError, OverflowError):
        return usual


def _slot_sheet(section: Element) -> None:
    section.place(Element("w:pgSz"), SECTION)
    place = next(
        number
        for number, one in enumerate(section.children)
        if isinstance(one, Element) and one.name == "w:pgSz"
    )
    section.children[place] = Slot(SHEET)


def _missing(every: Sequence[Element], name: str, *, both_sides: bool) -> dict[int, list[str]]:
    """Return for each section the kinds of pages that have no header, or no footer."""
    had: set[str] = set()
    found: dict[int, list[str]] = {}
    for number, one in enumerate(every):
        had |= {reference.get("w:type") or "default" for reference in one.elements(name)}
        wanted = ["default", *["first"] * _has_title_page(one), *["even"] * both_sides]
        missing = [kind for kind in wanted if kind not in had]
        if missing:
            found[number] = missing
            had.update(missing)
    return found


def _has_title_page(section: Element) -> bool:
    found = section.child("w:titlePg")
    return found is not None and found.get("w:val") not in {"0", "false", "off"}


def _millimetres(length: int) -> int:
    return round(length * 25.4 / 1440)
