"""Markdown: CommonMark with tables, every sign of the text escaped."""

from pst_standards.documents.markdown.page import render_markdown

__all__ = ["render_markdown"]
