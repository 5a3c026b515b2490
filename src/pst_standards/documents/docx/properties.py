"""Core properties, with a date that does not depend on when the file was made."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pst_standards.documents.dating import moment
from pst_standards.documents.docx.xml import LANGUAGE_TAGS, PROLOGUE, attribute, element_text
from pst_standards.documents.identity import properties
from pst_standards.documents.outline import Document

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM_SET: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_OWN: Final = 2
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


def custom_part(document: Document, more: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return what the document says of itself, where the programs of offices keep it."""
    facts = {**properties(document.identity, document.lang), **more}
    shown = "".join(
        f'<property fmtid="{_CUSTOM_SET}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{element_text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(facts.items(), start=_FIRST_OWN)
    )
    return (
        f'{PROLOGUE}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{shown}</Properties>'
    )
