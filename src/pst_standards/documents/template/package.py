"""A template as a package: the parts that are taken over, and all that is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, field

from pst_standards.documents.template.archive import unpacked
from pst_standards.documents.template.finding import TemplateError, TemplateFinding, finding
from pst_standards.documents.template.relations import (
    Relation,
    carried,
    relations,
    relations_name,
    screened,
)
from pst_standards.documents.template.screening import screened_part
from pst_standards.documents.template.settings import screened_settings
from pst_standards.documents.template.tree import Element, XmlError, parse

MEDIA: Final[Mapping[str, str]] = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}
"""Pictures and fonts that a template may hold, and their types."""

_TYPES: Final = "[Content_Types].xml"
_BINARY: Final = frozenset({"image", "font"})
_PACKED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CODE_TYPES: Final = ("macroEnabled", "vbaProject", "vbaData", "vnd.ms-word.keyMap")
_CODE_NAMES: Final = ("vbaproject.bin", "vbadata.xml")


@define
class Package:
    """The parts that are taken over: XML as trees, the rest as bytes, and their references."""

    main: str
    trees: dict[str, Element] = field(factory=dict)
    binary: dict[str, bytes] = field(factory=dict)
    links: dict[str, list[Relation]] = field(factory=dict)
    kinds: dict[str, str] = field(factory=dict)
    findings: list[TemplateFinding] = field(factory=list)

    def named(self, kind: str) -> list[str]:
        """Return the names of the parts of a kind, in the order in which they were met."""
        return [name for name, found in self.kinds.items() if found == kind]

    def tree(self, kind: str) -> Element | None:
        """Return the one part of a kind, ``None`` where there is none."""
        return next((self.trees[name] for name in self.named(kind)), None)


def opened(data: bytes) -> Package:
    """Return the package of a template with what was found wrong in it.

    ``TemplateError`` when it cannot be read at all.
    """
    parts = unpacked(data)
    found = [*_code(parts), *_nested(parts)]
    package = Package(main=_main(parts, found))
    package.findings += found
    _take(package, package.main, "document", parts)
    return package


def _code(parts: Mapping[str, bytes]) -> Iterator[TemplateFinding]:
    for one in _parsed(_TYPES, parts).elements("Default", "Override"):
        kind = one.get("ContentType")
        if any(sign in kind for sign in _CODE_TYPES):
            yield finding("E", "macro", one.get("PartName").lstrip("/") or _TYPES, kind)
    for name in parts:
        if name.lower().endswith(_CODE_NAMES):
            yield finding("E", "macro", name)


def _nested(parts: Mapping[str, bytes]) -> Iterator[TemplateFinding]:
    for name, data in parts.items():
        if data.startswith(_PACKED) and not name.endswith("vbaProject.bin"):
            yield finding("E", "embedded", name, name, kind="package")


def _main(parts: Mapping[str, bytes], found: list[TemplateFinding]) -> str:
    own = relations(_parsed("_rels/.rels", parts), "")
    for one in own:
        found += screened(one, "_rels/.rels", parts)
    main = [one.target for one in own if one.kind == "officeDocument" and not one.outside]
    if not main or main[0] not in parts:
        raise TemplateError(
            [*found, finding("E", "part-missing", main[0] if main else "word/document.xml")]
        )
    if not _is_text(main[0], parts):
        raise TemplateError([*found, finding("E", "not-docx", main[0])])
    return main[0]


def _is_text(main: str, parts: Mapping[str, bytes]) -> bool:
    """Tell whether the main part is a text; a sheet or a show of slides is a package too."""
    return any(
        "wordprocessingml" in one.get("ContentType") or "ms-word" in one.get("ContentType")
        for one in _parsed(_TYPES, parts).elements("Override")
        if one.get("PartName").lstrip("/") == main
    )


def _take(package: Package, name: str, kind: str, parts: Mapping[str, bytes]) -> None:
    """Take over a part and those it refers to, each once."""
    if name in package.kinds:
        return
    package.kinds[name] = kind
    if kind in _BINARY:
        _take_binary(package, name, parts)
        return
    try:
        root = _parsed(name, parts)
        package.trees[name] = root
        package.findings += screened_part(root, name)
        if kind == "settings":
            package.findings += screened_settings(root, name)
        _follow(package, name, parts)
    except TemplateError as error:
        package.findings += error.findings


def _follow(package: Package, name: str, parts: Mapping[str, bytes]) -> None:
    source = relations_name(name)
    if source not in parts:
        return
    for one in relations(_parsed(source, parts), name):
        package.findings += screened(one, source, parts)
        if not carried(one):
            continue
        package.links.setdefault(name, []).append(one)
        if not one.outside and one.target in parts:
            _take(package, one.target, one.kind, parts)


def _take_binary(package: Package, name: str, parts: Mapping[str, bytes]) -> None:
    if name.rpartition(".")[2].lower() not in MEDIA:
        package.findings.append(finding("E", "picture", name))
    package.binary[name] = parts[name]


def _parsed(name: str, parts: Mapping[str, bytes]) -> Element:
    try:
        return parse(parts[name])
    except XmlError as error:
        raise TemplateError([finding("E", str(error), name)]) from None
