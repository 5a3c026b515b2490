"""PGD-011: the national guide to complaint management that a text follows is the current one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.law import RegulationKey
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.citations import cites
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.history import tells_past

_GUIDES: Final = tuple(map(RegulationKey.parse, ("PermenPANRB 24/2014", "PermenPANRB 62/2018")))
# What a standard rests on is held against the register by STD-009.
_ELSEWHERE: Final = "legal_basis"


def _old_guide_cited(context: Context) -> Iterator[Hit]:
    for key in _GUIDES:
        places = context.cited_by.get(key, ())
        known = context.law.get(key) if places else None
        if known is None:
            continue
        for one in places:
            pointer = one.saying.pointer
            if _ELSEWHERE in pointer or known.superseded(_day_of(pointer, context)) is not True:
                continue
            if not one.cited.keys.intersection(known.replaced_by) and not tells_past(one.words):
                by = ", ".join(map(str, known.replaced_by))
                params = {"regulation": str(key), "until": str(known.in_force_until)}
                yield Hit(pointer, {**params, "replaced_by": by})


def _day_of(pointer: Pointer, context: Context) -> date:
    """Return the day of the document that a text stands in, at the latest that of the check."""
    dated = {"standards": _standard_day, "publications": _publication_day}.get(str(pointer[0]))
    place = pointer[1] if len(pointer) > 1 else None
    found = dated(context, place) if dated and isinstance(place, int) else None
    return min(found or context.as_of, context.as_of)


def _standard_day(context: Context, place: int) -> date | None:
    standard = context.definition.standards[place]
    decree, life = standard.decree, standard.life_cycle
    adopted = (life.adopted_on or life.in_force_from) if life else None
    return (decree.date if decree else None) or adopted


def _publication_day(context: Context, place: int) -> date | None:
    published = context.definition.publications[place]
    year = published.year
    last = date(year, 12, 31) if year is not None and 1 <= year <= MAXYEAR else None
    return published.published_on or last


CHECKS: Final = (Check(id="PGD-011", find=_old_guide_cited, applies=cites),)
