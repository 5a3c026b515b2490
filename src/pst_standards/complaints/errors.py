"""Why something about a complaint cannot be done."""

from __future__ import annotations

from pst_standards.messages import text


class ComplaintError(Exception):
    """Something about a complaint cannot be done; ``key`` and ``params`` say why.

    Neither ever holds what was refused: an error is logged and shown, and a name in it would leak.

    >>> from pst_standards.complaints.secrecy import SecrecyError
    >>> isinstance(SecrecyError("secrecy.wrong-code"), ComplaintError)
    True
    """

    def __init__(self, key: str, /, **params: str | int) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong and what to do about it."""
        return text("complaints", f"error.{self.key}", lang, self.params)

    def __str__(self) -> str:
        return self.message("id")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments, and batch runs pickle them.
        return (_rebuild, (type(self), self.key, self.params))


def _rebuild(kind: type[ComplaintError], key: str, params: dict[str, str | int]) -> ComplaintError:
    return kind(key, **params)
