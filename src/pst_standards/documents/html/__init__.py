"""The outline as one HTML file that needs nothing else: no script, no picture from elsewhere."""

from pst_standards.documents.html.page import render_html

__all__ = ["render_html"]
