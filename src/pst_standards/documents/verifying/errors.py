"""Why a file cannot be held against a definition."""

from __future__ import annotations

from pst_standards.documents.errors import DocumentError


class UnverifiableError(DocumentError):
    """A file that is no document of this program, is damaged, or is of another definition.

    >>> print(UnverifiableError("format").message("en"))
    This is no Word document (.docx), HTML page, PDF or Markdown file of this program.
    """

    def __init__(self, key: str, /, **params: str | int) -> None:
        super().__init__(f"verify.{key}", **params)
