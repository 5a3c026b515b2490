"""Our styles by those of a template: the office's where it has them, ours beside them where not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final

from attrs import define, field

from pst_standards.documents.template.colours import in_colour
from pst_standards.documents.template.finding import TemplateFinding, finding
from pst_standards.documents.template.schema_order import PARAGRAPH, RUN, STYLE
from pst_standards.documents.template.tree import Element, parse, xml

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "heading 1": ("judul 1", "heading1"),
    "heading 2": ("judul 2", "heading2"),
    "heading 3": ("judul 3", "heading3"),
    "body text": ("teks isi", "isi", "tubuh teks", "paragraf"),
    "list bullet": ("daftar butir", "butir daftar", "daftar poin"),
    "list number": ("daftar nomor", "nomor daftar", "daftar bernomor"),
    "caption": ("keterangan", "keterangan gambar", "judul tabel"),
    "quote": ("kutipan",),
    "pst table": ("tabel pst", "tabel kantor", "tabel standar"),
    "strong": ("kuat", "tebal"),
    "emphasis": ("penekanan", "miring"),
}
"""Names that a style may have besides its own in Word: offices name theirs in Indonesian."""

_WANTED: Final = ("heading 1", "heading 2", "heading 3", "body text", "caption", "list bullet")
_HEADING: Final = re.compile(r"heading ([123])")
_REFERENCE: Final = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]+)"')
_LINKS: Final = ("w:basedOn", "w:next", "w:link")
# A paragraph of ours on the office's Normal keeps its own spacing: letters of an office often are
# justified, indented and spaced in ways that no cell of a table bears.
_SPACING: Final = {"w:before": "0", "w:after": "0", "w:line": "259", "w:lineRule": "auto"}
_INDENT: Final = {"w:left": "0", "w:right": "0", "w:firstLine": "0"}
_AS_OFFICE: Final = frozenset({"BodyText"})
# What we put at the head and foot of a page stands beside the office's, and has its own stops.
_OWN: Final = frozenset({"Header", "Footer"})
_DRAWN_APART: Final = frozenset({"both", "distribute"})
_WORDS_SIZE: Final = 20
_AS_WIDE: Final = frozenset(
    {"arial", "calibri", "carlito", "helvetica", "liberation sans", "liberation serif"}
    | {"times new roman"}
)
_WIDEST: Final = 1.25
_KEPT: Final = ("Heading1", "Heading2", "Heading3", "Caption")


@define
class Styles:
    """The styles of a document made with a template; ``ids`` turns our ids into its own."""

    root: Element
    ids: dict[str, str] = field(factory=dict)
    findings: list[TemplateFinding] = field(factory=list)

    def applied(self, content: str) -> str:
        """Return content of ours with the ids of the template.

        Text cannot be mistaken for a reference: there ``<`` is escaped.
        """
        return _REFERENCE.sub(
            lambda found: f'{found[1]}{self.ids.get(found[2], found[2])}"', content
        )


def mapped(root: Element, part: str, lists: int) -> Styles:
    """Return the styles of a template with those of ours added that it has not.

    ``lists`` is the number before those of the two lists behind our list styles.
    """
    theirs = root.elements("w:style")
    styles = Styles(root)
    missing: list[Element] = []
    for ours in _ours():
        found = None if ours.get("w:styleId") in _OWN else _found(ours, theirs)
        if found is None:
            missing.append(ours)
        else:
            styles.ids[ours.get("w:styleId")] = found.get("w:styleId")
    taken = {one.get("w:styleId") for one in theirs}
    for ours in missing:
        own = ours.get("w:styleId")
        styles.ids[own] = f"Pst{own}" if own in taken or own in _OWN else own
    _add(missing, styles, lists)
    styles.findings += _findings(missing, theirs, part)
    styles.findings += _mended(theirs, styles, part)
    _keep_with_next(theirs, styles)
    return styles


def speak(root: Element, tag: str) -> None:
    """Set the language of all text that does not name its own."""
    defaults = root.child("w:docDefaults") or _first(root, "w:docDefaults")
    for one in (
        _inner(_inner(defaults, "w:rPrDefault", first=True), "w:rPr"),
        *(
            properties
            for style in root.elements("w:style")
            if style.get("w:default") in {"1", "true"}
            and (properties := style.child("w:rPr")) is not None
            and properties.child("w:lang") is not None
        ),
    ):
        one.place(Element("w:lang", {"w:val": tag, "w:eastAsia": tag, "w:bidi": "ar-SA"}), RUN)


@cache
def _source() -> bytes:
    folder = resources.files("pst_standards.documents.docx") / "parts"
    return (folder / "styles.xml").read_bytes()


def _ours(accent: str | None = None) -> list[Element]:
    """Return our styles, as a tree that may be changed."""
    source = _source()
    if accent is not None:
        source = in_colour(source.decode(), accent).encode()
    return parse(source).elements("w:style")


def _name(style: Element) -> str:
    return style.value("w:name").strip().lower()


def _found(ours: Element, theirs: list[Element]) -> Element | None:
    """Return the style of a template that is meant by one of ours."""
    kind, name = ours.get("w:type"), _name(ours)
    same = [one for one in theirs if (one.get("w:type") or "paragraph") == kind]
    for wanted in (name, *NAMES.get(name, ())):
        for one in same:
            others = one.value("w:aliases").lower().split(",")
            if wanted == _name(one) or wanted in (other.strip() for other in others):
                return one
    if ours.get("w:default") == "1":
        return next((one for one in same if one.get("w:default") in {"1", "true"}), None)
    return None


def _add(missing: list[Element], styles: Styles, lists: int) -> None:
    wanted = {one.get("w:styleId") for one in missing}
    for style in _ours(_accent(styles)):
        if style.get("w:styleId") not in wanted:
            continue
        on_normal = style.value("w:basedOn") == "Normal"
        own = style.get("w:styleId")
        style.attributes["w:styleId"] = styles.ids[own]
        if own in _OWN:
            _rename(style)
        for link in style.elements(*_LINKS):
            link.attributes["w:val"] = styles.ids.get(link.get("w:val"), link.get("w:val"))
        _renumber(style, lists)
        if on_normal and own not in _AS_OFFICE:
            _own_spacing(style)
        if style.get("w:default") == "1" and _has_default(style, styles.root):
            del style.attributes["w:default"]
        styles.root.children.append(style)


def _rename(style: Element) -> None:
    style.attributes["w:customStyle"] = "1"
    name = style.child("w:name")
    if name is not None:
        name.attributes["w:val"] = f"PST {name.get('w:val').title()}"


def _has_default(style: Element, root: Element) -> bool:
    return any(
        one.get("w:default") in {"1", "true"} and one.get("w:type") == style.get("w:type")
        for one in root.elements("w:style")
    )


def _renumber(style: Element, lists: int) -> None:
    for one in style.walk():
        if one.name == "w:numId":
            one.attributes["w:val"] = str(int(one.get("w:val")) + lists)


def _own_spacing(style: Element) -> None:
    properties = _inner(style, "w:pPr")
    spacing = properties.child("w:spacing")
    given = {} if spacing is None else spacing.attributes
    properties.place(Element("w:spacing", {**_SPACING, **given}), PARAGRAPH)
    if properties.child("w:numPr") is None:
        indent = properties.child("w:ind")
        given = {} if indent is None else indent.attributes
        properties.place(Element("w:ind", {**_INDENT, **given}), PARAGRAPH)
    if properties.child("w:jc") is None:
        properties.place(Element("w:jc", {"w:val": "left"}), PARAGRAPH)


def _accent(styles: Styles) -> str:
    """Return the colour of the template's first heading, empty where it has none."""
    return _inherited(styles.root, styles.ids.get("Heading1", ""), "w:rPr", "w:color")


def _inherited(root: Element, identity: str, group: str, name: str, key: str = "w:val") -> str:
    """Return a value of a style, of the one it is based on where it has none, and so on."""
    by_id = {one.get("w:styleId"): one for one in root.elements("w:style")}
    seen: set[str] = set()
    while identity in by_id and identity not in seen:
        seen.add(identity)
        style = by_id[identity]
        found = (style.child(group) or Element("")).child(name)
        if found is not None and found.get(key):
            return found.get(key)
        identity = style.value("w:basedOn")
    return ""


def _findings(
    missing: list[Element], theirs: list[Element], part: str
) -> Iterator[TemplateFinding]:
    names = {_name(one): one for one in missing}
    for name in _WANTED:
        if name not in names:
            continue
        written = {name, *NAMES[name]}
        other = next((one for one in theirs if _name(one) in written), None)
        shown = names[name].value("w:name")
        if other is None:
            yield finding("W", "style-missing", part, shown, others=", ".join(NAMES[name]))
        else:
            kind = other.get("w:type")
            yield finding("E", "style-kind", part, other.value("w:name"), kind=kind, name=shown)
    if own := sum(name.startswith("pst ") for name in names):
        yield finding("N", "own-styles", part, count=own)


def _mended(theirs: list[Element], styles: Styles, part: str) -> Iterator[TemplateFinding]:
    """Give a heading of the office the level that screen readers go by, where it has none."""
    for level in range(3):
        identity = styles.ids[f"Heading{level + 1}"]
        style = next((one for one in theirs if one.get("w:styleId") == identity), None)
        if style is None or _inherited(styles.root, identity, "w:pPr", "w:outlineLvl") == str(
            level
        ):
            continue
        _inner(style, "w:pPr").place(Element("w:outlineLvl", {"w:val": str(level)}), PARAGRAPH)
        yield finding("W", "style-level", part, style.value("w:name"), level=level + 1)


def _keep_with_next(theirs: list[Element], styles: Styles) -> None:
    """Let no heading and no title of a table stand alone at the foot of a page.

    Nor are their words drawn apart to fill a line, as those of plain text may be.
    """
    wanted = {styles.ids[name] for name in _KEPT}
    for style in theirs:
        if style.get("w:styleId") not in wanted:
            continue
        properties = _inner(style, "w:pPr")
        properties.place(Element("w:keepNext"), PARAGRAPH)
        if _inherited(styles.root, style.get("w:styleId"), "w:pPr", "w:jc") in _DRAWN_APART:
            properties.place(Element("w:jc", {"w:val": "left"}), PARAGRAPH)


def letter_size(root: Element, default: str) -> int:
    """Return the size of plain text in half points, where a template says it, else Word's own."""
    found = _inherited(root, default, "w:rPr", "w:sz") or _default(root, "w:sz", "w:val")
    return int(found) if found.isdigit() and len(found) < len("1000") else _WORDS_SIZE


def letters_wider(root: Element, identity: str) -> float:
    """Return how much wider than ours the letters of a style may be: those of Bookman are."""
    family = _inherited(root, identity, "w:rPr", "w:rFonts", "w:ascii") or _default(
        root, "w:rFonts", "w:ascii"
    )
    return 1.0 if family.lower() in _AS_WIDE else _WIDEST


def _default(root: Element, name: str, key: str) -> str:
    group = (root.child("w:docDefaults") or Element("")).child("w:rPrDefault") or Element("")
    return ((group.child("w:rPr") or Element("")).child(name) or Element("")).get(key)


def _inner(parent: Element, name: str, *, first: bool = False) -> Element:
    """Return a group of properties, made where there is none."""
    found = parent.child(name)
    if found is not None:
        return found
    new = Element(name)
    if first or name not in STYLE:
        parent.children.insert(0, new)
    else:
        parent.place(new, STYLE)
    return new


def _first(parent: Element, name: str) -> Element:
    new = Element(name)
    parent.children.insert(0, new)
    return new


def empty_styles() -> Element:
    """Return a part without a style, for a template that has none."""
    root = parse(_source())
    kept = root.elements("w:docDefaults")
    root.children[:] = list(kept)
    return parse(xml(root).replace("@LANG@", "id-ID").encode())
