"""PDF files without an office suite: the outline as data for a typst template."""

from pst_standards.documents.pdf.writer import render_pdf

__all__ = ["render_pdf"]
