"""One step of the answer, or one cause for which nothing is owed; put in words when asked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from pst_standards.compensation.words import shown
from pst_standards.messages import text

PENDING: Final = frozenset({"complaint-needed", "fault-unknown", "clock-not-started", "no-policy"})
"""Causes for which nothing is owed yet; they may still fall away."""
_NO_PARAMS: Final[Mapping[str, object]] = MappingProxyType({})


@frozen
class Reason:
    """A sentence by its ``key``, with the values that it speaks of.

    ``against`` tells that for this cause nothing is owed; each cause has a key of its own.

    >>> Reason("fault-unknown", against=True).text("en")
    'The rule asks for a fault of the officer, and whether there was one is not established yet.'
    """

    key: str
    params: Mapping[str, object] = _NO_PARAMS
    citations: tuple[str, ...] = ()
    against: bool = False

    def text(self, lang: str) -> str:
        """Return the sentence in ``id`` or ``en``."""
        params = {name: shown(value, lang) for name, value in self.params.items()}
        return text("compensation", f"reason.{self.key}", lang, params)

    def to_dict(self) -> dict[str, Any]:
        """Return the reason as it stands in JSON."""
        return {
            "key": self.key,
            "against": self.against,
            "text": {lang: self.text(lang) for lang in ("id", "en")},
            "citations": list(self.citations),
        }


def step(key: str, /, *citations: str, **params: object) -> Reason:
    """Return a step on the way to the answer."""
    return Reason(key, MappingProxyType(params), citations)


def cause(key: str, /, *citations: str, **params: object) -> Reason:
    """Return a cause for which nothing is owed."""
    return Reason(key, MappingProxyType(params), citations, against=True)
