"""STD-043, STD-044: the decree that sets a standard, and decrees that nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.channel import Decree
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_standards
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.cut import is_cut, is_title_cut
from pst_standards.rules.detectors.reading import comparable, first_words
from pst_standards.rules.wordings import is_placeholder, says

_WORD_FOR_NUMBER: Final = re.compile(r"\A\s*(?:nomor|no)\b[.:\s]*", re.IGNORECASE)

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


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


class _Numbered(NamedTuple):
    """A decree under its number and year, which no other of the office has."""

    key: tuple[str, int | None]
    part: str
    decree: Decree
    pointer: Pointer


def _numbered(context: Context) -> Iterator[_Numbered]:
    """Yield each decree that has a number, with the part of the definition that it sets."""
    definition = context.definition
    office = definition.office
    joined = office.integrated_service if office else None
    complaints = definition.complaints
    reports = complaints.whistleblowing if complaints else None
    found = [
        *_decrees(context),
        *_stated(
            joined.delegation if joined else None, ("office", "integrated_service", "delegation")
        ),
        *_stated(reports.decree if reports else None, ("complaints", "whistleblowing", "decree")),
    ]
    for decree, pointer in found:
        # One that was replaced is told with a number of its own time, and often in short.
        if pointer[-1] == "replaces" or not decree.number or not is_number(decree.number):
            continue
        number = "".join(_WORD_FOR_NUMBER.sub("", decree.number).casefold().split())
        year = decree.date.year if decree.date and not _YEAR.search(number) else None
        part = "/".join(str(step) for step in pointer if not isinstance(step, int))
        yield _Numbered((number, year), part, decree, pointer)


def _same_number(context: Context) -> Iterator[Hit]:
    first: dict[tuple[str, int | None], _Numbered] = {}
    for one in _numbered(context):
        other = first.setdefault(one.key, one)
        if other.part != one.part and _differ(one.decree, other.decree):
            params = {
                "number": one.decree.number,
                "title": _named(one.decree),
                "other": _named(other.decree),
            }
            yield Hit((*one.pointer, "number"), params, "same_number")


def _differ(one: Decree, other: Decree) -> bool:
    """Tell whether two decrees of an office are surely not one: by date or by title."""
    if one.issuer and other.issuer and not _alike(one.issuer, other.issuer):
        return False
    if one.date and other.date and one.date != other.date:
        return True
    return bool(one.title and other.title and not _alike(one.title, other.title))


def _alike(one: Text, other: Text) -> bool:
    words = [comparable(first_words(text)) for text in (one, other)]
    return words[0] in words[1] or words[1] in words[0]


def _named(decree: Decree) -> str:
    told = first_words(decree.title) if decree.title else ""
    return told or (decree.date.isoformat() if decree.date else "")


def _has_decrees(context: Context) -> bool:
    return any(True for _ in (*_decrees(context), *_numbered(context)))


def _unfit_for_looking_up(context: Context) -> Iterator[Hit]:
    yield from _decree_cut(context)
    yield from _same_number(context)


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
    Check(id="STD-044", find=_unfit_for_looking_up, applies=_has_decrees),
)
