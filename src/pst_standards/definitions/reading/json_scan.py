"""A second look at a JSON text that Python could read: where things stand, and what is odd.

Python's parser is fast, but tells neither places nor that a key was given twice.
"""

from __future__ import annotations

import json
import math
import re
from typing import Final, NamedTuple

from pst_standards.definitions.reading import faults
from pst_standards.definitions.reading.places import END, MAPPING, SEQUENCE, Trail
from pst_standards.definitions.reading.scalars import LONGEST_NUMBER
from pst_standards.findings import Pointer

# The closing quote is optional so that a text that lacks it is one token, not a search per quote.
_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]|[^\s,:\[\]{}"]+')
_WORDS: Final = frozenset({"true", "false", "null"})


class Doubt(NamedTuple):
    """A finding in the making, at an offset into the text."""

    rule: str
    variant: str
    pointer: Pointer
    offset: int
    shown: str


class Scanner:
    """One look at one text, which must be JSON: ``trail`` with offsets as spots, and ``doubts``."""

    def __init__(self, text: str) -> None:
        self.trail: Trail = []
        self.doubts: list[Doubt] = []
        self._tokens = _TOKEN.finditer(text)
        # For each object or array around the place: the keys seen (None in an array), the step.
        self._seen: list[set[str] | None] = []
        self._path: list[str | int] = []
        self._key_is_next = False
        for token in self._tokens:
            self._take(token[0], token.start())

    def _take(self, word: str, offset: int) -> None:
        if word in {"}", "]"}:
            self.trail.append(END)
            self._seen.pop()
            self._path.pop()
            self._after_value()
        elif self._key_is_next:
            self._key(json.loads(word), offset)
        else:
            self._value(word, offset)

    def _after_value(self) -> None:
        self._key_is_next = bool(self._seen) and self._seen[-1] is not None

    def _key(self, key: str, offset: int) -> None:
        seen = self._seen[-1]
        if seen is None or key in seen:
            pointer = (*self._path[:-1], key)
            self._doubt(faults.DUPLICATE_KEY, "", pointer, offset, key)
            self._skip_value()
            return
        seen.add(key)
        self.trail += (key, offset)
        self._path[-1] = key
        self._key_is_next = False

    def _skip_value(self) -> None:
        depth = _step(next(self._tokens)[0])
        while depth:
            depth += _step(next(self._tokens)[0])

    def _value(self, word: str, offset: int) -> None:
        if self._seen and self._seen[-1] is None:
            self._path[-1] = int(self._path[-1]) + 1
        if word in {"{", "["}:
            self.trail += (MAPPING if word == "{" else SEQUENCE, offset)
            self._seen.append(set() if word == "{" else None)
            self._path.append(-1)
            self._key_is_next = word == "{"
            return
        self.trail.append(offset)
        if not (word.startswith('"') or word in _WORDS):
            self._number(word, offset)
        self._after_value()

    def _number(self, word: str, offset: int) -> None:
        variant = number_fault(word)
        if variant:
            self._doubt(faults.NUMBER, variant, tuple(self._path), offset, word)

    def _doubt(self, rule: str, variant: str, pointer: Pointer, offset: int, shown: str) -> None:
        if len(self.doubts) < faults.MOST_FINDINGS:
            self.doubts.append(Doubt(rule, variant, pointer, offset, faults.shortened(shown)))


def _step(word: str) -> int:
    """Return how many levels deeper the text is after a token."""
    return (word in {"{", "["}) - (word in {"}", "]"})


def number_fault(word: str) -> str:
    """Tell why a number, or one of the words JavaScript has for none, cannot be used.

    >>> number_fault("1e999"), number_fault("NaN"), number_fault("12.5")
    ('not_finite', 'not_finite', '')
    """
    if len(word) > LONGEST_NUMBER:
        return "long_number"
    whole = word.removeprefix("-").isdigit()
    return "" if whole or math.isfinite(float(word)) else "not_finite"


def offset_of_depth(text: str, limit: int) -> int:
    """Return the offset of the first bracket with more than ``limit`` open ones; else 0."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += _step(token[0])
        if depth > limit:
            return token.start()
    return 0
