"""Core properties, with a date that does not depend on when the file was made."""

from __future__ import annotations

from typing import Final

from pst_standards.documents.dating import moment
from pst_standards.documents.docx.xml import PROLOGUE, element_text
from pst_standards.documents.outline import Document, Lang

LANGUAGE_TAGS: Final[dict[Lang, str]] = {"id": "id-ID", "en": "en-GB"}

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def core_part(document: Document) -> str:
    """Return title, author, language and dates of the file."""
    stamp = f"{moment(document.created).isoformat()[:19]}Z"
    fields = (
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("cp:keywords", ", ".join(document.keywords)),
        ("cp:lastModifiedBy", document.author),
        ("dc:language", LANGUAGE_TAGS[document.lang]),
    )
    shown = "".join(f"<{tag}>{element_text(value)}</{tag}>" for tag, value in fields if value)
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{_PACKAGE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{shown}'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    )
