"""Why a file cannot be held against a definition, or a definition has nothing for SIPPN."""

from __future__ import annotations

from pst_standards.messages import text


class SippnError(Exception):
    """A file or a definition is of no use here; ``key`` says why.

    >>> print(SippnError("empty", file="a.txt").message("en"))
    a.txt has no text in it.
    """

    def __init__(self, key: str, /, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str = "id") -> str:
        """Say in ``id`` or ``en`` what is wrong."""
        return text("exchange", f"sippn.error.{self.key}", lang, self.params)

    def hint(self, lang: str = "id") -> str:
        """Say what to do about it."""
        return text("exchange", f"sippn.error.{self.key}.hint", lang, self.params)
