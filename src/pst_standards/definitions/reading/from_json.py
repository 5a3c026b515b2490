"""JSON to data: the data by Python's own parser, the places by a second look when asked for.

The data is that of ``json.loads``, but a key given twice keeps its first value, and a number that
is not finite or has more than 500 characters stays text; both are findings.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final, NoReturn

from pst_standards.definitions.reading import faults
from pst_standards.definitions.reading.content import Limits
from pst_standards.definitions.reading.draft import Draft
from pst_standards.definitions.reading.encoding import place_at
from pst_standards.definitions.reading.json_scan import (
    Doubt,
    Scanner,
    number_fault,
    offset_of_depth,
)
from pst_standards.definitions.reading.lines import Lines
from pst_standards.definitions.reading.places import Places, Trail
from pst_standards.definitions.reading.scalars import LONGEST_NUMBER
from pst_standards.findings import Finding, Location, Param

_CAUSES: Final = (
    ("property name", "json_key"),
    ("trailing comma", "json_comma"),
    ("',' delimiter", "json_comma"),
    ("':' delimiter", "json_colon"),
    ("Unterminated string", "quote"),
    ("control character", "json_line"),
    ("escape", "escape"),
    ("Extra data", "json_extra"),
    ("Expecting value", "json_value"),
)


def read_json(text: str, name: str, limits: Limits, *, masked: bool) -> Draft:
    """Return the data of a JSON text; raise ``UnreadableError`` where there is none.

    ``masked`` tells that the text went through ``controls.masked``.
    """
    data, doubtful = _load(text, name, limits)
    _check_amount(data, text, name, limits)
    look = _SecondLook(text)
    places = Places(look.trail, look.place, masked=masked)
    found = look.findings(places, name) if doubtful else ()
    return Draft(data=data, places=places, findings=found, nulls="null" in text)


def _load(text: str, name: str, limits: Limits) -> tuple[Any, bool]:
    hooks = _Hooks()
    try:
        data = json.loads(
            text,
            object_pairs_hook=hooks.mapping,
            parse_int=hooks.whole,
            parse_float=hooks.broken,
            parse_constant=hooks.constant,
        )
    except json.JSONDecodeError as error:
        variant = next((cause for words, cause in _CAUSES if words in error.msg), "other")
        faults.refuse(faults.SYNTAX, variant, place_at(text, error.pos, name))
    except RecursionError:
        _refuse_depth(text, name, limits)
    return data, hooks.doubtful


class _Hooks:
    """What is called for each part of a JSON text; ``doubtful`` asks for the second look."""

    def __init__(self) -> None:
        self.doubtful = False

    def mapping(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) < len(pairs):
            self.doubtful = True
            first = dict(reversed(pairs))
            result = {key: first[key] for key in result}
        return result

    def whole(self, word: str) -> int | str:
        return self.constant(word) if len(word) > LONGEST_NUMBER else int(word)

    def broken(self, word: str) -> float | str:
        return self.constant(word) if number_fault(word) else float(word)

    def constant(self, word: str) -> str:
        self.doubtful = True
        return word


def _check_amount(data: Any, text: str, name: str, limits: Limits) -> None:
    """Refuse what is too deep or too much, counted as if it were YAML; no level recurses."""
    level, depth, events = _containers([data]), 0, 0
    while level:
        depth += 1
        parts = [part for holder in level for part in _parts(holder)]
        keys = sum(len(holder) for holder in level if isinstance(holder, dict))
        level = _containers(parts)
        events += len(parts) + keys + len(level)
        if depth > limits.depth:
            _refuse_depth(text, name, limits)
        if events > limits.events:
            place = Location(name, 1, 1)
            faults.refuse(faults.TOO_LARGE, "values", place, limit=limits.events)


def _containers(values: list[Any]) -> list[Any]:
    return [value for value in values if isinstance(value, dict | list)]


def _parts(holder: Any) -> Any:
    return holder.values() if isinstance(holder, dict) else holder


def _refuse_depth(text: str, name: str, limits: Limits) -> NoReturn:
    place = place_at(text, offset_of_depth(text, limits.depth), name)
    faults.refuse(faults.TOO_DEEP, "", place, limit=limits.depth)


class _SecondLook:
    """What only a look at the text can tell; each part is made once, when it is first asked."""

    def __init__(self, text: str) -> None:
        self._scanner = cache(lambda: Scanner(text))
        self._lines = cache(lambda: Lines(text))

    def trail(self) -> Trail:
        return self._scanner().trail

    def place(self, offset: int) -> tuple[int, int]:
        return self._lines().place(offset)

    def findings(self, places: Places, name: str) -> tuple[Finding, ...]:
        return tuple(self._finding(doubt, places, name) for doubt in self._scanner().doubts)

    def _finding(self, doubt: Doubt, places: Places, name: str) -> Finding:
        pointer = places.renamed(doubt.pointer)
        params: dict[str, Param] = {"value": doubt.shown}
        if doubt.rule == faults.DUPLICATE_KEY:
            params = {"key": doubt.shown, "first_line": places.find(pointer, key=True)[0]}
        place = Location(name, *self.place(doubt.offset))
        return faults.fault(doubt.rule, doubt.variant, place, pointer, **params)
