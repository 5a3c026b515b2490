"""From the outline to the bytes of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Final

from pst_standards.documents.docx.blocks import write_blocks
from pst_standards.documents.docx.collected import Collected, Taken
from pst_standards.documents.docx.frame import (
    footer_part,
    header_part,
    section_properties,
    text_width,
)
from pst_standards.documents.docx.numbering import numbering_part
from pst_standards.documents.docx.package import Member, archive, deflated, stored
from pst_standards.documents.docx.properties import core_part, custom_part
from pst_standards.documents.docx.scope import Scope
from pst_standards.documents.docx.tables import END, GAP
from pst_standards.documents.docx.xml import (
    DRAWING_IN_TEXT,
    LANGUAGE_TAGS,
    PROLOGUE,
    RELATIONS,
    WORD,
    attribute,
)
from pst_standards.documents.outline import Document, Lang, Layout
from pst_standards.documents.row_heights import page_room

_FIXED: Final = (
    ("[Content_Types].xml", "content_types.xml"),
    ("_rels/.rels", "package_rels.xml"),
    ("docProps/app.xml", "app.xml"),
    ("word/styles.xml", "styles.xml"),
    ("word/settings.xml", "settings.xml"),
    ("word/fontTable.xml", "font_table.xml"),
)
_RELATED: Final = ("styles", "numbering", "settings", "fontTable", "header", "footer")
# Sizes of letters, and what stands before and after a paragraph; lines grow with their letters.
_SCALED: Final = re.compile(r'(<w:szC?s? w:val="|w:before="|w:after=")(\d+)"')
_IN_MARGINS: Final = tuple(f'w:styleId="{name}"' for name in ("Header", "DraftBanner", "Footer"))
_TITLE: Final = 'w:styleId="Heading1"'
_WALL_TITLE: Final = 1.3
_OUTSIDE: Final = ' TargetMode="External"'
_NUMBERED: Final = frozenset({"header", "footer"})
_DECIMAL_SIGNS: Final[dict[Lang, str]] = {"id": ",", "en": "."}


def render_docx(document: Document) -> bytes:
    r"""Return ``document`` as a Word file; equal documents give equal bytes.

    The date in its properties is ``document.created``, else ``SOURCE_DATE_EPOCH``, else fixed.
    ``PictureError`` for a picture that is no PNG, JPEG or GIF.

    >>> render_docx(Document(title="Standar Pelayanan", blocks=()))[:4]
    b'PK\x03\x04'
    """
    collected, foot = Collected(), Collected(Taken(picture="code"))
    body = document_part(document, collected)
    parts = (
        ("docProps/core.xml", core_part(document)),
        ("docProps/custom.xml", custom_part(document)),
        ("word/document.xml", body),
        ("word/numbering.xml", numbering_part(collected.lists)),
        ("word/header1.xml", header_part(document)),
        ("word/footer1.xml", footer_part(document, foot)),
        (
            "word/_rels/document.xml.rels",
            _relations_part((*_fixed_relations(), *collected.relations)),
        ),
        *(
            ("word/_rels/footer1.xml.rels", _relations_part(foot.relations))
            for _ in range(foot.has_images)
        ),
    )
    own = (deflated(name, content.encode()) for name, content in parts)
    fixed = _fixed_members(document.lang, document.scale, document.layout)
    return archive((*fixed, *own, *_media(collected), *_media(foot)))


def document_part(document: Document, collected: Collected) -> str:
    """Return ``word/document.xml``; what it refers to is added to ``collected``."""
    scope = Scope(
        collected=collected,
        write=write_blocks,
        width=text_width(document),
        titles=document.scale,
        page=page_room(document),
        scale=document.scale,
    )
    head = write_blocks((document.letterhead,), scope) if document.letterhead else ""
    body = write_blocks(document.blocks, scope)
    if body.endswith(GAP):
        body = f"{body.removesuffix(GAP)}{END}"
    return (
        f'{PROLOGUE}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
        f' xmlns:wp="{DRAWING_IN_TEXT}"><w:body>{head}{body}'
        f"{section_properties(document)}</w:body></w:document>"
    )


@cache
def _fixed_members(lang: Lang, scale: float, layout: Layout) -> tuple[Member, ...]:
    """Return the parts that are the same in every document of a language, packed once."""
    folder = resources.files(__package__) / "parts"
    return tuple(
        deflated(
            name,
            scaled((folder / source).read_text(encoding="utf-8"), scale, wall=layout is Layout.WALL)
            .replace("@LANG@", LANGUAGE_TAGS[lang])
            .replace("@DECIMAL@", _DECIMAL_SIGNS[lang])
            .encode(),
        )
        for name, source in _FIXED
    )


def scaled(part: str, scale: float, *, wall: bool = False) -> str:
    """Return the styles with all letters, and the room around them, larger or smaller.

    What stands in the margins stays as it is. On a ``wall`` the title is larger than in a letter.

    >>> scaled('<w:spacing w:after="120" w:line="269"/><w:sz w:val="22"/>', 1.5)
    '<w:spacing w:after="180" w:line="269"/><w:sz w:val="33"/>'
    """
    return "\n".join(
        line
        if any(name in line for name in _IN_MARGINS)
        else _larger(line, scale * (_WALL_TITLE if wall and _TITLE in line else 1))
        for line in part.split("\n")
    )


def _larger(line: str, scale: float) -> str:
    if scale == 1:
        return line
    return _SCALED.sub(lambda found: f'{found[1]}{round(int(found[2]) * scale)}"', line)


def _media(collected: Collected) -> Iterator[Member]:
    for name, data in collected.images:
        pack = deflated if name.endswith(".svg") else stored
        yield pack(f"word/{name}", data)


def _fixed_relations() -> Iterator[tuple[str, str, str, bool]]:
    for number, kind in enumerate(_RELATED, start=1):
        yield f"rId{number}", kind, f"{kind}{'1' * (kind in _NUMBERED)}.xml", False


def _relations_part(relations: Iterable[tuple[str, str, str, bool]]) -> str:
    shown = "".join(_relations(relations))
    return (
        f'{PROLOGUE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{shown}</Relationships>'
    )


def _relations(relations: Iterable[tuple[str, str, str, bool]]) -> Iterator[str]:
    return (
        f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{attribute(target)}"'
        f"{_OUTSIDE * outside}/>"
        for identity, kind, target, outside in relations
    )
