"""A document written into a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from pst_standards.documents.codes import SIZE_MM, code_picture
from pst_standards.documents.docx.blocks import write_blocks
from pst_standards.documents.docx.collected import Collected, Taken
from pst_standards.documents.docx.frame import footer_part, header_part, stamp
from pst_standards.documents.docx.numbering import own_lists
from pst_standards.documents.docx.package import Member, archive, deflated, stored
from pst_standards.documents.docx.pictures import inline_picture
from pst_standards.documents.docx.properties import core_part, custom_part
from pst_standards.documents.docx.scope import Scope, twips
from pst_standards.documents.docx.xml import PROLOGUE, attribute, element_text
from pst_standards.documents.identity import FIRST_MARK, LAST_MARK, TEMPLATE
from pst_standards.documents.outline import Document
from pst_standards.documents.row_heights import page_room
from pst_standards.documents.template.numbers import LISTS, OWN_RELATIONS
from pst_standards.documents.template.package import MEDIA
from pst_standards.documents.template.relations import relations_name
from pst_standards.documents.template.sections import HEADERS, SHEET, references
from pst_standards.documents.template.template import DRAFT, Template
from pst_standards.documents.template.tree import Piece, Slot
from pst_standards.documents.template.vocabulary import BODY, CODE, values

_PHONE: Final = re.compile(r"\b0\d+(?:-\d+)+")
_CODES: Final = 1000
"""Between the pictures of the text and the codes at its edge."""
_HEADER: Final = "word/pst-header.xml"
_FOOTER: Final = "word/pst-footer.xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.{kind}+xml"
_KINDS: Final[Mapping[str, str]] = {
    "document": "wordprocessingml.document.main",
    "theme": "theme",
    "core-properties": "core-properties",
    "extended-properties": "extended-properties",
    "custom-properties": "custom-properties",
}
_APP: Final = (
    f'{PROLOGUE}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>pst-standards</Application></Properties>'
)
_PROPERTIES: Final = (
    ("docProps/core.xml", "core-properties"),
    ("docProps/app.xml", "extended-properties"),
    ("docProps/custom.xml", "custom-properties"),
)


def render_into(document: Document, template: Template) -> bytes:
    """Return ``document`` as a Word file made with a template; equal input gives equal bytes.

    Sheet and margins are the template's. A draft is stamped on every page. ``PictureError`` for a
    picture of the document that is no PNG, JPEG or GIF.
    """
    return _Work(document, template).file()


class _Work:
    """One document in one template."""

    def __init__(self, document: Document, template: Template) -> None:
        self._document = document
        self._template = template
        self._collected = Collected(template.taken)
        self._sheet = template.sections.sheet.of(document)
        # The parts that a template may lack come behind its own references.
        first = template.taken.relations - OWN_RELATIONS + 1
        self._code = Collected(
            Taken(
                relations=first + 4, drawings=template.taken.drawings + _CODES, picture="pst-code"
            )
        )
        self._header, self._footer, self._numbering, self._styles = (
            f"rId{number}" for number in range(first, first + 4)
        )
        self._added: dict[str, str] = {}

    def file(self) -> bytes:
        """Return the whole file, its parts in an order that does not change."""
        slots = self._slots()
        slots[LISTS] = self._lists()
        written = {
            name: _joined(pieces, slots).encode()
            for name, pieces in sorted(self._template.filled.items())
        }
        written |= self._frames()
        media = [
            (f"{self._folder}/{name}", data)
            for one in (self._collected, self._code)
            for name, data in one.images
        ]
        written |= self._properties()
        written |= {
            relations_name(name): self._relations(name).encode()
            for name in sorted({*self._template.links, *self._coded, self._template.main})
        }
        language = self._template.languages[self._document.lang]
        names = [*written, language.name, *(one.name for one in self._template.fixed)]
        head = {
            "[Content_Types].xml": self._types([*names, *(name for name, _ in media)]).encode(),
            "_rels/.rels": self._package_relations().encode(),
        }
        return archive(
            (
                *(deflated(name, data) for name, data in (head | written).items()),
                language,
                *self._template.fixed,
                *_media(media),
            )
        )

    @property
    def _folder(self) -> str:
        return str(PurePosixPath(self._template.main).parent)

    def _slots(self) -> dict[str, str]:
        document = self._document
        found = {name: _shown(text) for name, text in values(document).items()}
        found[BODY] = self._content()
        found[CODE] = self._code_run()
        found[SHEET] = self._sheet.xml
        found[DRAFT] = self._template.styles.applied(stamp(document)) if document.draft else ""
        sections = self._template.sections
        for number in range(len(sections.all)):
            headers = sections.missing_headers.get(number, []) if document.draft else []
            footers = sections.missing_footers.get(number, [])
            found[HEADERS.format(number=number)] = references(
                headers, "header", self._header
            ) + references(footers, "footer", self._footer)
        return found

    def _content(self) -> str:
        document, template = self._document, self._template
        scope = Scope(
            collected=self._collected,
            write=write_blocks,
            width=self._sheet.text_width,
            letters=template.letters,
            titles=template.titles,
            wider=template.wider,
            page=page_room(document),
            scale=template.letters,
        )
        own_head = document.letterhead and not template.bears_head
        head = (
            write_blocks((document.letterhead,), scope) if own_head and document.letterhead else ""
        )
        content = _marked(write_blocks(document.blocks, scope), template.taken.bookmarks)
        return template.styles.applied(f"{head}{content}")

    def _code_run(self) -> str:
        """Return the QR code as a run of its own, to stand between two texts of one run."""
        code = code_picture(self._document) if CODE in self._template.used else None
        if code is None:
            return ""
        run = inline_picture(code, twips(SIZE_MM), self._code)
        return f'</w:t></w:r>{run}<w:r><w:t xml:space="preserve">'

    def _lists(self) -> str:
        template = self._template
        return own_lists(self._collected.lists, template.taken.lists, template.first_kind)

    def _frames(self) -> dict[str, bytes]:
        """Return the header and footer that a template lacks, in its styles."""
        document, template = self._document, self._template
        made: dict[str, bytes] = {}
        if document.draft and template.sections.missing_headers:
            made[_HEADER] = template.styles.applied(header_part(document)).encode()
            self._added[_HEADER] = "header"
        if template.sections.missing_footers:
            foot = Collected(Taken(relations=0, picture="pst-foot"))
            footer = footer_part(document, foot, self._sheet.text_width)
            made[_FOOTER] = template.styles.applied(footer).encode()
            made |= self._foot_parts(foot)
            self._added[_FOOTER] = "footer"
        return made

    def _foot_parts(self, foot: Collected) -> dict[str, bytes]:
        """Return what the footer refers to: the picture of the code."""
        if not foot.has_images:
            return {}
        links = (
            _relation(identity, kind, f"/word/{target}")
            for identity, kind, target, _ in foot.relations
        )
        pictures = {f"word/{name}": data for name, data in foot.images}
        return {relations_name(_FOOTER): _relations_part("".join(links)).encode(), **pictures}

    def _properties(self) -> dict[str, bytes]:
        document = self._document
        custom = custom_part(document, {TEMPLATE: self._template.sha256})
        parts = (core_part(document), _APP, custom)
        return {name: part.encode() for (name, _), part in zip(_PROPERTIES, parts, strict=True)}

    def _relations(self, name: str) -> str:
        template = self._template
        kept = [
            _relation(one.identity, one.kind, _target(one.target, one.outside), one.outside)
            for one in template.links.get(name, [])
        ]
        if name == template.main:
            kept += self._own_relations()
        if name in self._coded:
            kept += [self._picture(*one) for one in self._code.relations]
        return _relations_part("".join(kept))

    def _own_relations(self) -> Iterator[str]:
        template = self._template
        frames = ((_HEADER, self._header), (_FOOTER, self._footer))
        for part, identity in frames:
            if part in self._added:
                yield _relation(identity, self._added[part], f"/{part}")
        missing = (("numbering", self._numbering), ("styles", self._styles))
        names = {"numbering": "word/pst-numbering.xml", "styles": "word/styles.xml"}
        for kind, identity in missing:
            if kind not in template.kinds.values():
                yield _relation(identity, kind, f"/{names[kind]}")
        for identity, kind, target, outside in self._collected.relations:
            yield self._picture(identity, kind, target, outside)

    def _picture(self, identity: str, kind: str, target: str, outside: bool) -> str:  # noqa: FBT001
        return _relation(
            identity, kind, target if outside else f"/{self._folder}/{target}", outside
        )

    @property
    def _coded(self) -> set[str]:
        """The parts that show the QR code."""
        if not self._code.has_images:
            return set()
        filled = self._template.filled.items()
        return {name for name, pieces in filled if Slot(CODE) in pieces}

    def _package_relations(self) -> str:
        every = [("officeDocument", self._template.main), *((k, n) for n, k in _PROPERTIES)]
        return _relations_part(
            "".join(
                _relation(f"rId{number}", kind, name)
                for number, (kind, name) in enumerate(every, start=1)
            )
        )

    def _types(self, names: Sequence[str]) -> str:
        kinds = {
            **self._template.kinds,
            **self._added,
            **dict(_PROPERTIES),
            "word/styles.xml": "styles",
            "word/pst-numbering.xml": "numbering",
        }
        endings = sorted({name.rpartition(".")[2].lower() for name in names} & set(MEDIA))
        shown = "".join(
            f'<Default Extension="{ending}" ContentType="{MEDIA[ending]}"/>' for ending in endings
        )
        shown += "".join(
            f'<Override PartName="/{attribute(name)}" ContentType="{_content_type(kinds[name])}"/>'
            for name in names
            if name in kinds and not name.endswith(".rels") and kinds[name] not in {"image", "font"}
        )
        return (
            f'{PROLOGUE}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{shown}</Types>'
        )


def _marked(content: str, last: int) -> str:
    """Mark the first and the last paragraph, so that the text is told from the template's own."""
    first, end, rest = content.partition("</w:pPr>")
    most, close, _ = rest.rpartition("</w:p>")
    marks = (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
        for number, name in ((last - 1, FIRST_MARK), (last, LAST_MARK))
    )
    return f"{first}{end}{next(marks)}{most}{next(marks)}{close}" if close else content


def _shown(text: str) -> str:
    """Return text fit to stand within a ``w:t``; a newline breaks the line, a phone number none."""
    again = '</w:t><w:{}/><w:t xml:space="preserve">'
    shown = element_text(text).replace("\t", " ").replace("\n", again.format("br"))
    hyphen = again.format("noBreakHyphen")
    return _PHONE.sub(lambda found: found[0].replace("-", hyphen), shown)


def _joined(pieces: Sequence[Piece], slots: Mapping[str, str]) -> str:
    return PROLOGUE + "".join(one if isinstance(one, str) else slots[one.name] for one in pieces)


def _content_type(kind: str) -> str:
    if kind == "core-properties":
        return "application/vnd.openxmlformats-package.core-properties+xml"
    return _TYPE.format(kind=_KINDS.get(kind, f"wordprocessingml.{kind}"))


def _target(target: str, outside: bool) -> str:  # noqa: FBT001
    return target if outside else f"/{target}"


def _relation(identity: str, kind: str, target: str, outside: bool = False) -> str:  # noqa: FBT001, FBT002
    base = f"{_PACKAGE}/relationships/metadata" if kind == "core-properties" else _OFFICE
    mode = ' TargetMode="External"' if outside else ""
    return (
        f'<Relationship Id="{attribute(identity)}" Type="{base}/{kind}"'
        f' Target="{attribute(target)}"{mode}/>'
    )


def _relations_part(inside: str) -> str:
    return f'{PROLOGUE}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _media(media: Sequence[tuple[str, bytes]]) -> Iterator[Member]:
    for name, data in media:
        yield (deflated if name.endswith(".svg") else stored)(name, data)
