"""What in the XML of a part does harm, does not stay, or leaves a reader out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.documents.template.fields import screened_fields
from pst_standards.documents.template.finding import TemplateFinding, finding
from pst_standards.documents.template.tree import Element

_OBJECTS: Final = frozenset(
    {"w:object", "w:control", "w:altChunk", "w:subDoc", "w:movie", "w:objectEmbed", "w:objectLink"}
)
_TRACKED: Final = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})
_ADDRESSES: Final = frozenset({"src", "o:href", "href", "o:relid"})
_FAR: Final = ("http:", "https:", "ftp:", "file:", "\\\\", "//")
# Comments stay in the template; a bound control would show what was left out with its data; the
# settings of a printer are a part of their own.
_LEFT: Final = frozenset(
    {"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:dataBinding"}
    | {"w:printerSettings", "w:sectPrChange", "w:pPrChange", "w:rPrChange", "w:proofErr"}
    | {"w:tblPrChange", "w:tcPrChange", "w:trPrChange", "w:tblGridChange"}
)


def screened_part(root: Element, part: str) -> Iterator[TemplateFinding]:
    """Yield what is wrong within a part: objects, fields, linked pictures, tracked changes."""
    yield from screened_fields(root, part)
    tracked = False
    for one in root.walk():
        if one.name in _OBJECTS:
            yield finding("E", "embedded", part, one.name, kind=one.name)
        elif one.name == "wp:docPr" and not one.get("descr").strip():
            yield finding("W", "picture-alt", part, one.get("name"))
        tracked = tracked or one.name in _TRACKED
        yield from _linked(one, part)
    if tracked:
        yield finding("E", "tracked", part)


def without_leftovers(root: Element) -> Element:
    """Take out of a part what does not go into the document; return it."""
    root.remove(_LEFT)
    return root


def _linked(one: Element, part: str) -> Iterator[TemplateFinding]:
    if not one.name.startswith(("v:", "o:")):
        return
    for name, value in one.attributes.items():
        if name in _ADDRESSES and value.strip().lower().startswith(_FAR):
            yield finding("E", "external", part, value, kind=one.name)
