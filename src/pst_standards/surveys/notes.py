"""A remark about a score as data: a key and what it speaks of, worded when somebody reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pst_standards.surveys.records import Record, made
from pst_standards.surveys.terms import coded, worded

LANGUAGES: Final = ("id", "en")


GRAVE: Final = frozenset({"beyond", "weights-above", "weights-grade"})
"""Remarks on what moved the figure itself beyond what the answers say."""


class Note(Record):
    """A remark: ``key`` below ``note.`` of the domain ``surveys``, ``params`` numbers and texts.

    >>> Note("few", {"n": 12, "least": 30}).text("en")
    'There are few respondents (12); a figure from fewer than 30 is unsteady.'
    """

    key: str
    params: Mapping[str, Any] = made(factory=dict)

    @property
    def is_grave(self) -> bool:
        """Whether the figure must not be shown without it: it is another one because of this."""
        return self.key in GRAVE

    def text(self, lang: str) -> str:
        """Return the sentence in ``id`` or ``en``."""
        from pst_standards.messages import text

        params = {name: worded(value, lang) for name, value in self.params.items()}
        return text("surveys", f"note.{self.key}", lang, params)

    def to_dict(self) -> dict[str, Any]:
        """Return key, parameters and sentences as plain data; parameters have no language."""
        return {
            "key": self.key,
            "params": {name: coded(value) for name, value in self.params.items()},
            "text": {lang: self.text(lang) for lang in LANGUAGES},
        }
