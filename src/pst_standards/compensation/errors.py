"""Why an event cannot be judged: it contradicts itself, or the policy and standard do."""

from __future__ import annotations

from pst_standards.messages import text


class CompensationError(Exception):
    """What is owed cannot be told; ``key`` and ``params`` say why.

    >>> print(EventError("service.unknown", service="archive", known="library").message("en"))
    The event speaks of the service “archive”, which the definition does not have; it has: library.
    """

    def __init__(self, key: str, /, **params: str | int) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong and what to do about it."""
        return text("compensation", f"error.{self.key}", lang, self.params)

    def __str__(self) -> str:
        return self.message("id")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments, and batch runs pickle them.
        return (_rebuild, (type(self), self.key, self.params))


def _rebuild(
    kind: type[CompensationError], key: str, params: dict[str, str | int]
) -> CompensationError:
    return kind(key, **params)


class EventError(CompensationError):
    """The record of the event lacks something, contradicts itself or names what is not there."""


class PolicyError(CompensationError):
    """The policy or the standard cannot be reckoned with: a time, a unit, or tiers that clash."""
