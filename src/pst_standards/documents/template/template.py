"""A template made ready: everything that is the same for all documents is done once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

from attrs import field, frozen

from pst_standards.documents.docx.collected import Taken
from pst_standards.documents.docx.package import Member, deflated, stored
from pst_standards.documents.docx.xml import PROLOGUE
from pst_standards.documents.outline import Lang
from pst_standards.documents.refusals import read_bytes
from pst_standards.documents.template.finding import (
    TemplateError,
    TemplateFinding,
    errors,
    finding,
)
from pst_standards.documents.template.numbers import taken_by, with_lists
from pst_standards.documents.template.package import Package, opened
from pst_standards.documents.template.placeholders import body_paragraphs, fill_in
from pst_standards.documents.template.relations import Relation
from pst_standards.documents.template.screening import without_leftovers
from pst_standards.documents.template.sections import Sections, screened_sheet, sections_of
from pst_standards.documents.template.settings import different_pages, kept_settings
from pst_standards.documents.template.styles import (
    Styles,
    empty_styles,
    letter_size,
    letters_wider,
    mapped,
    speak,
)
from pst_standards.documents.template.tree import SPACES, Element, Piece, Slot, pieces, xml
from pst_standards.documents.template.vocabulary import BODY, NAMES

DRAFT: Final = "draft"
"""Name of the slot for the stamp of a draft, at the head of every header."""

_OUR_SIZE: Final = 22
# Letters of an office may be wider than those of Arial: those of Bookman are.
_WIDER: Final = 1.15
_TITLES: Final = {"TableHeading": 20, "TableDenseHeading": 17}
"""The styles of titles in tables, with the size of ours in half points."""
_FRAMES: Final = ("header", "footer")
_STORIES: Final = (*_FRAMES, "footnotes", "endnotes")
_LANGUAGES: Final[Mapping[Lang, str]] = {"id": "id-ID", "en": "en-GB"}
_SOMETHING: Final = frozenset({"w:drawing", "w:pict", "w:object", "w:sectPr", "w:br", "w:tab"})


@frozen(kw_only=True, eq=False)
class Template:
    """A template that was found fit. It may be used for any number of documents, by threads too.

    ``bears_head`` says that it has a letterhead of its own, so that the document needs none.
    ``letters`` is how much wider than ours its letters may be, ``titles`` how much larger those of
    titles in tables are, and ``wider`` how much wider still.
    """

    sha256: str
    main: str
    filled: Mapping[str, tuple[Piece, ...]]
    languages: Mapping[Lang, Member]
    fixed: tuple[Member, ...]
    kinds: Mapping[str, str]
    links: Mapping[str, list[Relation]]
    styles: Styles
    sections: Sections
    taken: Taken
    first_kind: int
    bears_head: bool
    letters: float
    titles: float
    wider: float
    used: frozenset[str]
    findings: tuple[TemplateFinding, ...] = field(repr=False)

    @property
    def paper(self) -> str:
        """The name of the sheet of the text, empty for a size of its own."""
        known = self.sections.sheet.paper
        return known.name if known else ""


def open_template(data: bytes, *, paper: str | None = None) -> Template:
    """Return a template made ready; ``TemplateError`` with every finding when it is not fit.

    ``paper`` is the sheet that is wanted; that of the template is used all the same.
    """
    template, found = examined(data, paper=paper)
    if template is None:
        raise TemplateError(found)
    return template


def examined(
    data: bytes, *, paper: str | None = None
) -> tuple[Template | None, tuple[TemplateFinding, ...]]:
    """Return a template made ready, ``None`` for one that is not fit, and all that was found."""
    data = read_bytes(data)
    try:
        package = opened(data)
        if errors(package.findings) and not package.trees.get(package.main):
            return None, tuple(package.findings)
        template = _prepared(package, sha256(data).hexdigest(), paper)
    except TemplateError as error:
        return None, error.findings
    found = template.findings
    return (None if errors(found) else template), found


def _prepared(package: Package, checksum: str, paper: str | None) -> Template:
    findings = package.findings
    used: set[str] = set()
    main = package.trees[package.main]
    body = main.child("w:body")
    if body is None:
        raise TemplateError([*findings, finding("E", "xml-broken", package.main, "w:body")])
    content = _placed(body, package.main, findings, used)
    bears_head = _bears_head(package, body, content)
    for kind in ("document", *_STORIES):
        for name in package.named(kind):
            findings += fill_in(_named_spaces(package, name), name, used)
    taken, lists, kinds = taken_by(package)
    settings = package.tree("settings")
    sections = sections_of(body, content, both_sides=different_pages(settings))
    findings += screened_sheet(sections.sheet, package.main, paper)
    findings += _unused(used, sections)
    for name in package.named("header"):
        if name in package.trees:
            package.trees[name].children.insert(0, Slot(DRAFT))
    styles = _styled(package, lists)
    findings += styles.findings
    if settings is not None:
        kept_settings(settings)
    return Template(
        sha256=checksum,
        main=package.main,
        filled=dict(_filled(package, lists, kinds)),
        languages={lang: _spoken(package, styles, tag) for lang, tag in _LANGUAGES.items()},
        fixed=tuple(_fixed(package)),
        kinds=dict(package.kinds),
        links=dict(package.links),
        styles=styles,
        sections=sections,
        taken=taken,
        first_kind=kinds,
        bears_head=bears_head,
        letters=letter_size(styles.root, styles.ids["Normal"]) / _OUR_SIZE * _WIDER,
        titles=_title_size(styles),
        wider=letters_wider(styles.root, styles.ids["TableHeading"]),
        used=frozenset(used),
        findings=tuple(findings),
    )


def _named_spaces(package: Package, name: str) -> Element:
    root = without_leftovers(package.trees.get(name, Element("")))
    for prefix, space in SPACES.items():
        root.attributes.setdefault(f"xmlns:{prefix}", space)
    return root


def _title_size(styles: Styles) -> float:
    return max(letter_size(styles.root, styles.ids[name]) / own for name, own in _TITLES.items())


def _placed(body: Element, part: str, findings: list[TemplateFinding], used: set[str]) -> Slot:
    """Put the slot for the text where its placeholder stands, else at the end."""
    content, found = Slot(BODY), body_paragraphs(body)
    if found:
        used.add(BODY)
        _replace(body, found[0], content)
        return content
    findings.append(finding("W", "placeholder-body", part))
    last = len(body.children)
    while last and _is_empty(body.children[last - 1]):
        last -= 1
    kept = [
        one for one in body.children[last:] if isinstance(one, Element) and one.name == "w:sectPr"
    ]
    body.children[last:] = [content, *kept]
    return content


def _is_empty(one: Element | str | Slot) -> bool:
    """Tell whether nothing of a child is printed: an empty paragraph, or the last section."""
    if not isinstance(one, Element):
        return isinstance(one, str)
    if one.name == "w:sectPr":
        return True
    return one.name == "w:p" and not any(
        each.name in _SOMETHING or (each.name == "w:t" and each.children) for each in one.walk()
    )


def _replace(body: Element, paragraph: Element, content: Slot) -> None:
    """Put the slot in the place of a paragraph; the section that it ends goes on to end there."""
    place = next(number for number, one in enumerate(body.children) if one is paragraph)
    properties = paragraph.child("w:pPr")
    if properties is None or properties.child("w:sectPr") is None:
        body.children[place] = content
        return
    paragraph.children[:] = [properties]
    body.children.insert(place, content)


def _bears_head(package: Package, body: Element, content: Slot) -> bool:
    """Tell whether anything is printed above the text, in a header or before it."""
    before = body.children[: body.children.index(content)]
    if any(not _is_empty(one) for one in before):
        return True
    headers = (package.trees.get(name, Element("")) for name in package.named("header"))
    return any(
        each.name in {"w:drawing", "w:pict"} or (each.name == "w:t" and each.children)
        for one in headers
        for each in one.walk()
    )


def _unused(used: set[str], sections: Sections) -> Iterator[TemplateFinding]:
    others = [name for name in NAMES if name not in used and name != BODY]
    if others:
        shown = ", ".join(f"{{{{{name}}}}}" for name in others)
        yield finding("N", "placeholder-unused", names=shown)
    if sections.missing_footers:
        yield finding("N", "no-footer")


def _styled(package: Package, lists: int) -> Styles:
    names = package.named("styles")
    if names and names[0] in package.trees:
        return mapped(package.trees[names[0]], names[0], lists)
    return mapped(empty_styles(), "word/styles.xml", lists)


def _spoken(package: Package, styles: Styles, tag: str) -> Member:
    speak(styles.root, tag)
    names = package.named("styles")
    return deflated(names[0] if names else "word/styles.xml", _text(styles.root).encode())


def _filled(package: Package, lists: int, kinds: int) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    for kind in ("document", *_STORIES):
        for name in package.named(kind):
            if name in package.trees:
                yield name, pieces(package.trees[name])
    names = package.named("numbering")
    numbering = package.trees.get(names[0]) if names else None
    name = names[0] if names else "word/pst-numbering.xml"
    yield name, pieces(with_lists(numbering, lists, kinds))


def _fixed(package: Package) -> Iterator[Member]:
    for name, kind in package.kinds.items():
        if name in package.binary:
            # Pictures of Word's own kinds are not packed yet.
            pack = deflated if name.lower().endswith((".emf", ".wmf", ".bmp", ".svg")) else stored
            yield pack(name, package.binary[name])
        elif kind in {"settings", "fontTable", "theme"} and name in package.trees:
            yield deflated(name, _text(package.trees[name]).encode())


def _text(root: Element) -> str:
    return PROLOGUE + xml(root)
