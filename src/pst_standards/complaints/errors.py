"""Why something cannot happen to a complaint, or cannot be read."""

from __future__ import annotations

from pst_standards.messages import text


class ComplaintError(Exception):
    """Something about a complaint cannot be; ``key`` and ``params`` say why.

    No parameter is ever something that a reporter wrote or is called.

    >>> print(ComplaintError("time.naive", field="at").message("en"))
    The time under at does not say its zone. Write for example 2026-10-05T09:00+07:00 for WIB.
    """

    def __init__(self, key: str, /, **params: str | int) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong and what to do about it."""
        from pst_standards.complaints.wording import worded

        return text("complaints", f"error.{self.key}", lang, worded(self.params, lang))

    def __str__(self) -> str:
        return self.message("id")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments, and batch runs pickle them.
        return (_rebuild, (type(self), self.key, self.params))


def _rebuild(kind: type[ComplaintError], key: str, params: dict[str, str | int]) -> ComplaintError:
    return kind(key, **params)


class EventError(ComplaintError):
    """An event is not of its form: a field, a type, a key that is unknown, a text too long."""


class TransitionError(ComplaintError):
    """An event cannot happen to a case as it stands; the case stays what it was."""
