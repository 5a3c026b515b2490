"""STD-043: the decree that sets a standard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.model.channel import Decree
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_standards
from pst_standards.rules.context import Context, Hit
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


CHECKS: Final = (Check(id="STD-043", find=_decree_not_complete, applies=has_standards),)
