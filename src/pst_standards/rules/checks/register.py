"""CIT-005 to CIT-009: regulations that are unknown, of another title, or no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pst_standards.findings import Param
from pst_standards.law import Regulation, RegulationKey
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.citations import cites
from pst_standards.rules.checks.legal_basis import TARIFF, is_other_title, title_params
from pst_standards.rules.citing import Citing, cited_in
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.cut import is_cut
from pst_standards.rules.detectors.history import tells_past
from pst_standards.rules.wordings import says

_OLD_GUIDES: Final = tuple(map(RegulationKey.parse, ("PermenPANRB 36/2012", "PermenPANRB 17/2017")))
_STANDARD_OF_BPS: Final = RegulationKey.parse("Perka BPS 78/2020")
_ZERO_RUPIAH: Final = tuple(map(RegulationKey.parse, ("Perka BPS 1/2012", "Peraturan BPS 2/2019")))
_MOST_TITLES: Final = 20
_LONGEST_NAME: Final = 1000
# Decrees of a single office are numbered and of no kind that the register knows.
_NUMBERED: Final = re.compile(r"\d")


def _citation_does_not_fit(context: Context) -> Iterator[Hit]:
    for one in context.citing:
        for place in one.cited.nowhere:
            yield Hit(one.saying.pointer, {"citation": place}, "place")
        yield from _wrong_titles(one, context)
        if len(one.words) < len(one.saying.words):
            yield Hit(one.saying.pointer, {"read": len(one.words)}, "too_long")
    yield from _not_known_or_not_yet(context)
    for saying in context.sayings.citing:
        if _names_nothing(saying.words) and says(saying.words):
            yield Hit(saying.pointer, {"text": saying.words}, "unreadable")


def _not_known_or_not_yet(context: Context) -> Iterator[Hit]:
    """Name each regulation once that the register lacks or that did not hold yet on the day."""
    for key, places in context.cited_by.items():
        known = context.law.get(key)
        if known is None:
            yield Hit(places[0].saying.pointer, {"regulation": str(key)}, "unknown")
        elif known.begins_after(context.as_of) is True:
            yield Hit(places[0].saying.pointer, _not_yet(known, places, context), "not_yet")


def _names_nothing(words: str) -> bool:
    if not _NUMBERED.search(words):
        return True
    return is_cut(words) and not cited_in(words[:_LONGEST_NAME]).keys


def _not_yet(known: Regulation, places: Sequence[Citing], context: Context) -> Mapping[str, Param]:
    return {
        "regulation": str(known.key),
        "since": str(known.in_force_from),
        "on": context.as_of.isoformat(),
        "count": len({one.saying.pointer for one in places}),
    }


def _wrong_titles(one: Citing, context: Context) -> Iterator[Hit]:
    titled = {
        (found.citation.regulation, found.title)
        for found in one.cited.found
        if found.citation is not None and found.title
    }
    # A regulation of a legal basis is held against its title by STD-010.
    if not titled or "legal_basis" in one.saying.pointer:
        return
    for key, title in sorted(titled)[:_MOST_TITLES]:
        known = context.law.get(key)
        if known is not None and is_other_title(known, title):
            yield Hit(one.saying.pointer, title_params(known, title, context), "mismatch")


def _first_places(context: Context, keys: Iterable[RegulationKey]) -> Iterator[Hit]:
    """Name each of some regulations once, where it is cited first, with how often."""
    for key in keys:
        places = dict.fromkeys(one.saying.pointer for one in context.cited_by.get(key, ()))
        if places:
            yield Hit(next(iter(places)), {"regulation": str(key), "count": len(places)})


def _standard_of_bps_may_be_newer(context: Context) -> Iterator[Hit]:
    known = context.law.get(_STANDARD_OF_BPS)
    if known is None or known.begins_after(context.as_of) is True:
        return
    year = context.as_of.year
    later = ", ".join(str(one) for one in known.possible_successors if (one.year or year) <= year)
    for hit in _first_places(context, (_STANDARD_OF_BPS,)):
        if later:
            yield hit._replace(params={**hit.params, "successor": later})


def _stale(context: Context, keys: Iterable[RegulationKey]) -> Iterator[Hit]:
    """Find citations of regulations that surely no longer hold, unless told as history."""
    for key in keys:
        places = context.cited_by.get(key, ())
        known = context.law.get(key) if places else None
        if known is None or known.superseded(context.as_of) is not True:
            continue
        for one in places:
            replaced = one.cited.keys.intersection(known.replaced_by)
            if not replaced and not tells_past(one.words):
                yield Hit(one.saying.pointer, _stale_params(known))


def _stale_params(known: Regulation) -> dict[str, str]:
    return {
        "regulation": str(known.key),
        "until": str(known.in_force_until),
        "replaced_by": ", ".join(map(str, known.replaced_by)) or "-",
    }


def _old_guide_cited(context: Context) -> Iterator[Hit]:
    yield from _stale(context, _OLD_GUIDES)


def _old_tariff_cited(context: Context) -> Iterator[Hit]:
    seen: set[tuple[object, ...]] = set()
    for hit in _stale(context, (known.key for known in context.law.about(TARIFF))):
        # The words of a fee and its instrument cite one tariff: it is told of once.
        part = hit.pointer[:-1] if hit.pointer[-1:] in {("instrument",), ("text",)} else hit.pointer
        if (part, hit.params["regulation"]) not in seen:
            yield hit
        seen.add((part, hit.params["regulation"]))


def _old_zero_rupiah_procedure(context: Context) -> Iterator[Hit]:
    yield from _first_places(context, _ZERO_RUPIAH)


CHECKS: Final = (
    Check(
        id="CIT-005", find=_citation_does_not_fit, applies=lambda context: bool(context.sayings.all)
    ),
    Check(id="CIT-006", find=_standard_of_bps_may_be_newer, applies=cites),
    Check(id="CIT-007", find=_old_guide_cited, applies=cites),
    Check(id="CIT-008", find=_old_tariff_cited, applies=cites),
    Check(id="CIT-009", find=_old_zero_rupiah_procedure, applies=cites),
)
