"""What a decree rests on: the regulations of its standards in their order of rank, each once."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import bare, regulation
from pst_standards.law.citation import Citation, CitationError
from pst_standards.law.key import RegulationKey, natural
from pst_standards.law.kinds import RegulationKind
from pst_standards.law.register import default_register
from pst_standards.model.channel import Reference
from pst_standards.model.standard import ServiceStandard

ALWAYS: Final = ("UU 25/2009", "PP 96/2012")
"""What every decree that sets a standard rests on, whatever its standards name."""

_LAST_OF_LEVEL: Final = tuple(
    kind.rank
    for kind in (
        RegulationKind.EMERGENCY_REGULATION,
        RegulationKind.GOVERNMENT_REGULATION,
        RegulationKind.PRESIDENTIAL_INSTRUCTION,
        RegulationKind.BPS_HEAD_REGULATION,
        RegulationKind.BPS_INSPECTORATE_DECREE,
    )
)
# What the register of kinds does not know: regulations of regions stand below those of ministries
# and above all decrees.
_UNKNOWN_REGULATION: Final = 3.5
_UNKNOWN: Final = 6.0
_Order: TypeAlias = tuple[float, int, tuple[int, str]]


def legal_bases(
    standards: Iterable[ServiceStandard], composition: Composition, *, set_on: dt.date | None = None
) -> list[str]:
    """Return the regulations in their long form, by level and within one by age.

    Acts stand before government regulations, these before presidential ones, then those of
    ministries and agencies, then decrees. A regulation is named as a whole, as decrees do, though
    a standard names an article of it, and with what had amended it when the decree was set.
    """
    found: dict[object, tuple[_Order, str]] = {}
    for citation, title in (*_stated(standards, composition), *((one, "") for one in ALWAYS)):
        key = _key(citation)
        name = str(key) if key else citation
        if shown := regulation(name, title, composition.lang):
            whole = shown + _amended(key, set_on, composition)
            found.setdefault(key or shown.casefold(), (_order(key, shown), whole))
    return [shown for _, shown in sorted(found.values(), key=lambda one: one[0])]


def _stated(
    standards: Iterable[ServiceStandard], composition: Composition
) -> Iterator[tuple[str, str]]:
    references: Iterable[Reference] = (
        one
        for standard in standards
        if standard.legal_basis
        for one in standard.legal_basis.regulations
    )
    for one in references:
        yield bare(one.citation or ""), bare(composition.words(one.title))


def _key(citation: str) -> RegulationKey | None:
    try:
        return Citation.parse(citation).regulation
    except CitationError:
        return None


def _amended(key: RegulationKey | None, set_on: dt.date | None, composition: Composition) -> str:
    """Return by what a regulation was amended, as far as the register knows."""
    known = default_register().get(key) if key else None
    year = set_on.year if set_on else dt.MAXYEAR
    others = sorted(one for one in (known.amended_by if known else ()) if one.year <= year)
    if not others:
        return ""
    last = regulation(str(others[-1]), "", composition.lang)
    often = "amended" if len(others) == 1 else "amended-often"
    return f" {composition.say(f'decree.{often}', last=last)}"


def _order(key: RegulationKey | None, shown: str) -> _Order:
    if key is None:
        regulates = shown.casefold().startswith(("peraturan", "regulation"))
        return (_UNKNOWN_REGULATION if regulates else _UNKNOWN, 0, (0, ""))
    return (bisect_left(_LAST_OF_LEVEL, key.kind.rank), key.year, natural(key.number))
