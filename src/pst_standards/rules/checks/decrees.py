"""STD-043, STD-044: the decree that sets a standard, and decrees whose names were cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.channel import Decree
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_standards
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.cut import is_cut, is_title_cut
from pst_standards.rules.wordings import is_placeholder, says

_WORD_FOR_NUMBER: Final = re.compile(r"\A\s*(?:nomor|no)\b[.:\s]*", re.IGNORECASE)


def is_number(number: str | None) -> bool:
    """Tell whether the number of a decree is filled in, in every part of it.

    >>> is_number("12/3322/2026"), is_number("/ / /2014"), is_number("No. …/2025")
    (True, False, False)
    """
    parts = _WORD_FOR_NUMBER.sub("", number or "").split("/")
    return all(part.strip() and not is_placeholder(part) for part in parts)


def _decree_not_complete(context: Context) -> Iterator[Hit]:
    for placed in context.standards:
        decree = placed.standard.decree
        missing = tuple(missing_of(decree or Decree()))
        if missing:
            pointer = (*placed.pointer, "decree") if decree else placed.pointer
            yield Hit(pointer, {"standard": placed.standard.id, "missing": missing})


def missing_of(decree: Decree) -> Iterator[str]:
    """Yield the keys of what a decree lacks of number, date and signer.

    >>> list(missing_of(Decree(number="12 Tahun 2026")))
    ['date', 'signer']
    """
    if not is_number(decree.number):
        yield "number"
    if decree.date is None:
        yield "date"
    signer = decree.signer
    named = signer is not None and (says(signer.name) or says(signer.position))
    if not named and not says(decree.issuer):
        yield "signer"


def _decrees(context: Context) -> Iterator[tuple[Decree, Pointer]]:
    """Yield every decree by which the office set something, with its place."""
    for placed in context.standards:
        yield from _stated(placed.standard.decree, (*placed.pointer, "decree"))
        yield from _stated(placed.standard.replaces, (*placed.pointer, "replaces"))
    definition = context.definition
    for key in ("maklumat", "compensation", "complaints"):
        part = getattr(definition, key)
        yield from _stated(part.decree if part else None, (key, "decree"))


def _stated(decree: Decree | None, pointer: Pointer) -> Iterator[tuple[Decree, Pointer]]:
    if decree is not None:
        yield decree, pointer


def _has_decrees(context: Context) -> bool:
    return any(True for _ in _decrees(context))


def _decree_cut(context: Context) -> Iterator[Hit]:
    for decree, pointer in _decrees(context):
        # A number that is not filled in is told by STD-043.
        if decree.number and is_number(decree.number) and is_cut(decree.number):
            yield Hit((*pointer, "number"), {"text": decree.number})
        title = decree.title
        for words in (title.id, title.en) if title else ():
            if words and is_title_cut(words):
                yield Hit((*pointer, "title"), {"text": words}, "title")


CHECKS: Final = (
    Check(id="STD-043", find=_decree_not_complete, applies=has_standards),
    Check(id="STD-044", find=_decree_cut, applies=_has_decrees),
)
