"""How the parts of a template refer to each other and to the world outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Final

from attrs import frozen

from pst_standards.documents.cleaning import safe_address
from pst_standards.documents.template.finding import TemplateFinding, finding
from pst_standards.documents.template.tree import Element

KEPT: Final = frozenset(
    {"styles", "numbering", "settings", "fontTable", "theme", "header", "footer"}
    | {"footnotes", "endnotes", "image", "font"}
)
"""Kinds of parts that go into the document as they are, or filled in."""

# Left out without a word: the document has its own, or nothing on paper comes from them.
_LEFT: Final = frozenset(
    {"webSettings", "stylesWithEffects", "glossaryDocument", "customXml", "people", "thumbnail"}
    | {"commentsExtended", "commentsIds", "commentsExtensible", "printerSettings", "metadata"}
    | {"core-properties", "extended-properties", "custom-properties", "customXmlProps"}
    | {"classificationlabels", "digital-signature-origin"}
)
_CODE: Final = frozenset(
    {"vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars", "xlMacrosheet"}
    | {"extensibility", "userCustomization"}
)
_EMBEDDED: Final = frozenset(
    {"oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument"}
    | {"frame", "chart", "chartEx"}
)
_FAR: Final = ("http:", "https:", "ftp:", "\\\\", "//", "file:////", "file://\\")


@frozen(kw_only=True)
class Relation:
    """A reference from one part to another, or to an address ``outside``."""

    identity: str
    kind: str
    target: str
    outside: bool


def relations(root: Element, source: str) -> list[Relation]:
    """Return the references of a part, targets as names of parts; ``source`` is its name."""
    return [_relation(one, source) for one in root.elements("Relationship")]


def _relation(one: Element, source: str) -> Relation:
    outside = one.get("TargetMode") == "External"
    target = one.get("Target")
    if not outside:
        target = normpath(join("/", dirname(source), target)).lstrip("/")
    return Relation(
        identity=one.get("Id"),
        kind=one.get("Type").rpartition("/")[2],
        target=target,
        outside=outside,
    )


def relations_name(part: str) -> str:
    """Return the name of the part that holds the references of another.

    >>> relations_name("word/document.xml"), relations_name("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def screened(found: Relation, source: str, parts: Mapping[str, bytes]) -> Iterator[TemplateFinding]:
    """Yield what is wrong with a reference: code, embedded files, links out of the file."""
    if found.kind in _CODE:
        yield finding("E", "macro", source, found.target)
    elif found.kind in _EMBEDDED or found.kind.startswith("diagram"):
        yield finding("E", "embedded", source, found.target, kind=found.kind)
    elif found.outside:
        yield from _outside(found, source)
    elif found.kind == "comments":
        yield finding("W", "comments", found.target)
    elif found.kind in KEPT:
        if found.target not in parts:
            yield finding("E", "part-missing", found.target, source)
    elif found.kind not in _LEFT and found.kind != "officeDocument":
        yield finding("E", "part-foreign", source, found.target, kind=found.kind)


def carried(found: Relation) -> bool:
    """Tell whether a reference goes into the document with its target."""
    return (found.kind == "hyperlink") if found.outside else (found.kind in KEPT)


def _outside(found: Relation, source: str) -> Iterator[TemplateFinding]:
    if found.kind == "hyperlink":
        if not safe_address(found.target):
            yield finding("E", "link", source, found.target)
    elif found.kind == "attachedTemplate":
        # Word notes there where a file was made from another on the same machine; that is left
        # out. One that would be fetched from elsewhere is how templates are used to attack.
        far = found.target.lower().startswith(_FAR)
        yield finding("E" if far else "W", "attached-template", source, found.target)
    elif found.kind not in _LEFT:
        yield finding("E", "external", source, found.target, kind=found.kind)
