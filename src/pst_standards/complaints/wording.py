"""Parameters of an error as people say them: states, steps, parts and types by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pst_standards.complaints.information_terms import InformationState, InformationStep
from pst_standards.complaints.states import ComplaintPart, State, Step
from pst_standards.messages import text
from pst_standards.model.base import Choice

_OF_A_RECEIPT: Final = frozenset({"place", "officer"})


def worded(params: Mapping[str, str | int], lang: str) -> dict[str, str | int]:
    """Return parameters with the names of what they stand for; others stay what they are.

    >>> worded({"state": "received", "field": "text"}, "id")
    {'state': 'Diterima', 'field': 'text'}
    """
    return {
        name: _WORDS[name](value, lang) if name in _WORDS and isinstance(value, str) else value
        for name, value in params.items()
    }


def _term(kinds: tuple[type[Choice], ...], value: str, lang: str) -> str:
    for kind in kinds:
        for one in kind:
            if one.value == value:
                return one.term(lang)
    return value


def _state(value: str, lang: str) -> str:
    return _term((State, InformationState), value, lang)


def _step(value: str, lang: str) -> str:
    """Return a step by the name that is typed, and what it is called."""
    name = _term((Step, InformationStep), value, lang)
    return value if name == value else f"{value} ({name})"


def _parts(value: str, lang: str) -> str:
    """Return the parts of a complaint by what they are called and by code, those of a receipt."""
    return ", ".join(_part(part, lang) for part in value.split(", "))


def _part(part: str, lang: str) -> str:
    if part in _OF_A_RECEIPT:
        return text("complaints", f"receipt.{part}", lang)
    name = _term((ComplaintPart,), part, lang)
    return part if name == part else f"{name[:1].lower()}{name[1:]} ({part})"


def _expected(value: str, lang: str) -> str:
    return text("complaints", f"type.{value}", lang)


_WORDS: Final[Mapping[str, Callable[[str, str], str]]] = {
    "state": _state,
    "step": _step,
    "parts": _parts,
    "expected": _expected,
}
