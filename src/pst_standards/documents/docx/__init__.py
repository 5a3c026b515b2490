"""The outline as a Word document, written without python-docx and opened by it all the same."""

from pst_standards.documents.docx.live import to_docx
from pst_standards.documents.docx.writer import render_docx

__all__ = ["render_docx", "to_docx"]
