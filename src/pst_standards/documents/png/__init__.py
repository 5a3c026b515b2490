"""The outline as pictures for posts and messages, with a text for who cannot see them."""

from pst_standards.documents.png.writer import picture_files, render_png

__all__ = ["picture_files", "render_png"]
