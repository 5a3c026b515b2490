"""What can be wrong with what a price is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from pst_standards.messages import text


class TariffError(Exception):
    """No price can be reckoned for what was asked; ``key`` and ``params`` say why.

    >>> print(TariffError("pages", found=0).message("en"))
    A publication has at least one page; 0 was given.
    """

    def __init__(self, key: str, /, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params: Mapping[str, object] = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong, and in which line of a sale."""
        problem = text("tariffs", f"error.{self.key}", lang, self.params)
        if "line" not in self.params:
            return problem
        params = {"line": self.params["line"], "problem": problem}
        return text("tariffs", "error.in-line", lang, params)

    def __str__(self) -> str:
        return self.message("id")
