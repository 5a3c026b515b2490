"""Why a figure cannot be reckoned from what was given."""

from __future__ import annotations

from pst_standards.messages import text


class StatisticsError(ValueError):
    """A figure of a survey cannot be reckoned; ``key`` and ``params`` say why.

    >>> print(StatisticsError("choice", field="method", found="x", known="z, t").message("en"))
    method is “x”; it must be one of: z, t.
    """

    def __init__(self, key: str, /, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong and what to do about it."""
        return text("survey_statistics", f"error.{self.key}", lang, self.params)

    def __str__(self) -> str:
        return self.message("id")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments, and batch runs pickle them.
        return (_rebuild, (self.key, self.params))


def _rebuild(key: str, params: dict[str, object]) -> StatisticsError:
    return StatisticsError(key, **params)


def must_be_one_of(field: str, found: object, known: tuple[str, ...]) -> None:
    """Raise ``StatisticsError`` unless a choice is one of those there are."""
    if found not in known:
        raise StatisticsError("choice", field=field, found=found, known=known)


def must_be_count(field: str, found: object, *, least: int = 0) -> None:
    """Raise ``StatisticsError`` unless a value is a whole number of at least ``least``."""
    if type(found) is not int or found < least:
        raise StatisticsError("count", field=field, found=found, least=least)
