"""Telling what kind of file somebody hands in, and reading it."""

from __future__ import annotations

from typing import Final

from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.html_pages import read_page
from pst_standards.documents.verifying.lines import Contents
from pst_standards.documents.verifying.markdown_files import is_markdown, read_markdown
from pst_standards.documents.verifying.pdf_files import read_pdf
from pst_standards.documents.verifying.word_files import LARGEST, read_word

_ZIP: Final = b"PK\x03\x04"
_PDF: Final = b"%PDF-"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_OF_HTML: Final = (b"<html", b"<!doctype html", b" data-pst-kind=")
_HEAD: Final = 2_000


def read_document(data: bytes) -> Contents:
    """Return what stands in a Word file, an HTML page or Markdown; what a PDF says of itself.

    The kind of file is told by its bytes. Raises ``UnverifiableError`` for any other file, and for
    one that is locked or damaged.

    >>> read_document(b"<!DOCTYPE html><p>Maklumat").format
    'html'
    """
    if len(data) > LARGEST:
        raise UnverifiableError("too-large")
    if data.startswith(_ZIP):
        return read_word(data)
    if data.startswith(_OLD_OFFICE):
        raise UnverifiableError("locked")
    if data.startswith(_PDF):
        return read_pdf(data)
    if is_markdown(data):
        return read_markdown(data)
    head = data[:_HEAD].lower()
    if any(sign in head for sign in _OF_HTML):
        return read_page(data)
    raise UnverifiableError("format")
