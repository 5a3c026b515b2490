"""A sentence of this room as data: a key and what it speaks of, worded when somebody reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from pst_standards.messages import LANGUAGES, text
from pst_standards.model.base import Choice, FrozenMap, Text
from pst_standards.rules.formats.dates import long_date


def _shown(value: object, lang: str) -> object:
    if isinstance(value, dt.date):
        return long_date(value, lang)
    if isinstance(value, Text):
        return value.get(lang)
    return value.term(lang) if isinstance(value, Choice) else value


@frozen
class Said:
    """A sentence: ``key`` below the domain ``tariffs``, ``params`` with numbers, days and texts.

    >>> Said("cost.shipping").text("en")
    'shipping'
    """

    key: str
    params: Mapping[str, Any] = field(factory=dict, converter=FrozenMap)

    def text(self, lang: str) -> str:
        """Return the sentence in ``id`` or ``en``."""
        params = {name: _shown(value, lang) for name, value in self.params.items()}
        return text("tariffs", self.key, lang, params)

    def texts(self) -> dict[str, str]:
        """Return the sentence in both languages, as the JSON of the command has it."""
        return {lang: self.text(lang) for lang in LANGUAGES}

    def to_dict(self) -> dict[str, Any]:
        """Return key and sentences as plain data."""
        return {"key": self.key, "text": self.texts()}
