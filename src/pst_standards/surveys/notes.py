"""A remark about a score as data: a key and what it speaks of, worded when somebody reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pst_standards.surveys.records import Record, made
from pst_standards.surveys.terms import worded

LANGUAGES: Final = ("id", "en")


class Note(Record):
    """A remark: ``key`` below ``note.`` of the domain ``surveys``, ``params`` numbers and texts.

    >>> Note("few", {"n": 12, "least": 30}).text("en")
    'There are few respondents (12); a figure from fewer than 30 is unsteady.'
    """

    key: str
    params: Mapping[str, Any] = made(factory=dict)

    def text(self, lang: str) -> str:
        """Return the sentence in ``id`` or ``en``."""
        from pst_standards.messages import text

        params = {name: worded(value, lang) for name, value in self.params.items()}
        return text("surveys", f"note.{self.key}", lang, params)

    def to_dict(self) -> dict[str, Any]:
        """Return key, parameters and sentences as plain data."""
        params = {name: worded(value, "id") for name, value in self.params.items()}
        return {
            "key": self.key,
            "params": {
                name: list(value) if isinstance(value, tuple) else value
                for name, value in params.items()
            },
            "text": {lang: self.text(lang) for lang in LANGUAGES},
        }
