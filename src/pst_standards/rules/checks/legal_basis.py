"""STD-007 to STD-010: the regulations that a standard rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from pst_standards.findings import Param, Pointer
from pst_standards.law import Regulation, RegulationKey
from pst_standards.model.channel import Reference
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.binding import Check
from pst_standards.rules.citing import cited_in, keys_in
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Basis, Context, Hit, Placed
from pst_standards.rules.services import ServiceKind
from pst_standards.rules.wordings import says

_LONGEST_CITATION: Final = 1000
TARIFF: Final = "bps-tariff"
"""Subject under which the register keeps the tariffs of BPS."""
_OWN_LAW: Final[Mapping[ServiceKind, tuple[RegulationKey, ...]]] = {
    ServiceKind.LIBRARY: (RegulationKey.parse("UU 43/2007"),),
    ServiceKind.CONSULTATION: (RegulationKey.parse("UU 16/1997"),),
    ServiceKind.RECOMMENDATION: (RegulationKey.parse("PP 51/1999"),),
    ServiceKind.SALES: tuple(map(RegulationKey.parse, ("UU 9/2018", "UU 20/1997"))),
}


def _names_a_law(reference: Reference) -> bool:
    return says(reference.citation) or says(reference.title)


def _no_regulation(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("legal_basis"):
        if not any(map(_names_a_law, node.regulations)):
            yield Hit(pointer)


def _own_law_missing(context: Context) -> Iterator[Hit]:
    for _, pointer, placed in context.each("legal_basis"):
        bases = context.legal_bases[pointer]
        if placed.kind is None or not any(_names_a_law(one.reference) for one in bases):
            continue
        wanted = _wanted(placed.kind, context)
        if not any(_is_among(key, bases, context) for key in wanted):
            expected = tuple(str(key) for key in wanted if _may_hold(key, context))
            yield Hit(pointer, {"service": placed.standard.service, "expected": expected})


def _wanted(kind: ServiceKind, context: Context) -> tuple[RegulationKey, ...]:
    """Return the laws of which a service needs one; any tariff of BPS is one for sales."""
    own = _OWN_LAW[kind]
    if kind is not ServiceKind.SALES:
        return own
    return (*(known.key for known in reversed(context.law.about(TARIFF))), *own)


def _may_hold(key: RegulationKey, context: Context) -> bool:
    return context.law.in_force(key, context.as_of) is not False


def _is_among(key: RegulationKey, bases: tuple[Basis, ...], context: Context) -> bool:
    if any(key in one.keys for one in bases):
        return True
    known = context.law.get(key)
    unnumbered = (one.reference for one in bases if not one.keys)
    # A law may be named by its title alone; that is enough to know it by.
    return known is not None and any(_is_called(known, one) for one in unnumbered)


def _is_called(known: Regulation, reference: Reference) -> bool:
    title = reference.title.id if reference.title else reference.citation
    return bool(title) and known.title_agrees(title or "") is True


def _rests_on_something(context: Context) -> bool:
    return any(True for placed in context.standards for _ in _rests_on(placed, context))


def _not_in_force_on_decree_date(context: Context) -> Iterator[Hit]:
    for placed in context.standards:
        on = day_of(placed.standard, context)
        for pointer, cited in _rests_on(placed, context):
            for known in filter(None, map(context.law.get, sorted(cited))):
                if _is_superseded(known, on) and not cited.intersection(known.replaced_by):
                    yield Hit(pointer, _superseded(known, on))
                elif _came_later(known, on, context) and not cited.intersection(known.replaces):
                    yield Hit(pointer, _not_yet(known, on), "not_yet")


def _is_superseded(known: Regulation, on: date) -> bool:
    return known.in_force_until is not None and known.superseded(on) is True


def _came_later(known: Regulation, on: date, context: Context) -> bool:
    """Whether a regulation surely came after a day; one of after the check is told by CIT-005."""
    if known.in_force_from is None or known.in_force_from.year < on.year:
        return False
    return known.begins_after(on) is True and known.begins_after(context.as_of) is not True


def day_of(standard: ServiceStandard, context: Context) -> date:
    """Return the day whose law a standard is held against.

    That is the day of its decree, and the day of the check where there is none or it is earlier.
    """
    decree, life = standard.decree, standard.life_cycle
    set_on = (decree.date if decree else None) or (
        life.adopted_on or life.in_force_from if life else None
    )
    return min(set_on or context.as_of, context.as_of)


def _rests_on(
    placed: Placed, context: Context
) -> Iterator[tuple[Pointer, frozenset[RegulationKey]]]:
    """Yield the regulations by which a standard rests on law, with their places."""
    for one in context.legal_bases.get((*placed.pointer, "legal_basis"), ()):
        yield one.pointer, one.keys
    fee = placed.standard.fee
    if fee is not None and fee.instrument:
        yield (*placed.pointer, "fee", "instrument"), keys_in((fee.instrument,))


def _superseded(known: Regulation, on: date) -> Mapping[str, Param]:
    return {
        "regulation": str(known.key),
        "until": str(known.in_force_until),
        "replaced_by": ", ".join(map(str, known.replaced_by)) or "-",
        "on": on.isoformat(),
    }


def _not_yet(known: Regulation, on: date) -> Mapping[str, Param]:
    return {
        "regulation": str(known.key),
        "since": str(known.in_force_from),
        "on": on.isoformat(),
    }


def _title_of_another_law(context: Context) -> Iterator[Hit]:
    for one in (one for bases in context.legal_bases.values() for one in bases):
        for known, title in _titled(one.reference, context):
            if is_other_title(known, title):
                yield Hit(one.pointer, title_params(known, title, context))


def _titled(reference: Reference, context: Context) -> Iterator[tuple[Regulation, str]]:
    """Pair the regulation that a reference cites with the title it states for it."""
    stated = reference.title.id if reference.title and says(reference.title) else None
    for found in cited_in((reference.citation or "")[:_LONGEST_CITATION]).found[:1]:
        title = stated or found.title
        known = context.law.get(found.citation.regulation) if found.citation and title else None
        if known is not None and title:
            yield known, title


def is_other_title(known: Regulation, title: str) -> bool:
    """Tell whether a title is surely not that of a regulation."""
    same = known.title.casefold() == title.casefold()
    return not same and known.title_agrees(title) is False


def _meant(title: str, context: Context) -> list[Regulation]:
    """Return the regulations that a title fits: exactly, else at all; what holds comes first."""
    fitting = [other for other in context.law if other.title_agrees(title)]
    exact = [other for other in fitting if other.title.casefold() == title.casefold()]
    return sorted(exact or fitting, key=lambda other: other.superseded(context.as_of) is True)


def title_params(known: Regulation, title: str, context: Context) -> Mapping[str, Param]:
    """Return what a message says of a number and a title that do not go together."""
    meant = [str(other.key) for other in _meant(title, context)]
    return {
        "regulation": str(known.key),
        "stated": title,
        "known": known.title,
        "meant": ", ".join(meant[:3]) or "-",
    }


CHECKS: Final = (
    Check(id="STD-007", find=_no_regulation, applies=has_component("legal_basis")),
    Check(id="STD-008", find=_own_law_missing, applies=has_component("legal_basis")),
    Check(id="STD-009", find=_not_in_force_on_decree_date, applies=_rests_on_something),
    Check(id="STD-010", find=_title_of_another_law, applies=has_component("legal_basis")),
)
