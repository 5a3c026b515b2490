"""STD-052, STD-053: one name for one form, no typing errors, brackets that close."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.form_names import same_form

_OWN_RULE: Final = "maklumat"
"""The part whose misspellings are told by MKL-013."""
_MOST_NAMES: Final = 50


def _says_something(context: Context) -> bool:
    return bool(context.sayings.all)


def _one_form_two_names(context: Context) -> Iterator[Hit]:
    seen: list[str] = []
    for saying, remarks in context.remarks:
        for name in remarks.forms:
            if name in seen or len(seen) == _MOST_NAMES:
                continue
            first = next((other for other in seen if same_form(name, other)), None)
            seen.append(name)
            if first is not None:
                yield Hit(saying.pointer, {"name": name, "first": first})


def _written_wrongly(context: Context) -> Iterator[Hit]:
    for saying, remarks in context.remarks:
        part = saying.pointer[0]
        if part != _OWN_RULE:
            for slip, correct in remarks.slips:
                yield Hit(saying.pointer, {"text": slip, "correct": correct})
        if remarks.bracket:
            yield Hit(saying.pointer, {"text": remarks.bracket}, "bracket")


CHECKS: Final = (
    Check(id="STD-052", find=_one_form_two_names, applies=_says_something),
    Check(id="STD-053", find=_written_wrongly, applies=_says_something),
)
