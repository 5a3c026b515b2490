"""A document to go on with in python-docx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.errors import extra
from pst_standards.documents.outline import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def to_docx(document: Document) -> WordDocument:
    """Return ``document`` as a live ``docx.Document``, to be changed and saved.

    ``MissingExtraError`` when python-docx is not installed (extra ``office``).

    >>> to_docx(Document(title="Maklumat", blocks=())).core_properties.title
    'Maklumat'
    """
    with extra("office"):
        import docx
    return docx.Document(io.BytesIO(render_docx(document)))
