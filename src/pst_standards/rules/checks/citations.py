"""CIT-001 to CIT-009: what the texts cite, held against the register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.law import FoundCitation, Regulation, RegulationKey, exists
from pst_standards.rules.binding import rule
from pst_standards.rules.checks.legal_basis import TARIFF, meant_by
from pst_standards.rules.citing import Citing, cited_in, keys_in
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.wordings import says

_ACT: Final = RegulationKey.parse("UU 25/2009")
_CARRYING_OUT: Final = RegulationKey.parse("PP 96/2012")
_GUIDE: Final = RegulationKey.parse("PermenPANRB 15/2014")
_OLD_GUIDES: Final = frozenset(
    map(RegulationKey.parse, ("PermenPANRB 36/2012", "PermenPANRB 17/2017"))
)
_STANDARD_OF_BPS: Final = RegulationKey.parse("Perka BPS 78/2020")
_ZERO_RUPIAH: Final = frozenset(
    map(RegulationKey.parse, ("Perka BPS 1/2012", "Peraturan BPS 2/2019"))
)
_NEAR: Final = 300
_AIMS: Final = re.compile(r"\b(?:ber)?tujuan|\b(?:aim|goal|objective|purpose)", re.IGNORECASE)
_JOINED: Final = re.compile(r"\bterpadu|\bintegrated", re.IGNORECASE)
_ARTICLE_11: Final = re.compile(r"\b(?:pasal|article) 11\b", re.IGNORECASE)
_BOTH: Final = re.compile(r"kesanggupan dan kewajiban", re.IGNORECASE)
_COMPENSATION: Final = re.compile(r"\bkompensasi|\bcompensat", re.IGNORECASE)
_NOT_MEANT: Final = re.compile(
    r"ganti rugi|damages|tidak (?:mengatur|mengenal|memerintahkan|mewajibkan|menyebut)"
    r"|does not|no act",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"dicabut|diganti|digantikan|tidak berlaku lagi|sebelumnya|pernah|semula|dahulu"
    r"|repealed|replaced|superseded|formerly|previous",
    re.IGNORECASE,
)
_UNREADABLE: Final = re.compile(r"\d")


def _cites(context: Context) -> bool:
    return bool(context.citing)


def _near(pattern: re.Pattern[str], words: str, start: int, end: int) -> bool:
    return pattern.search(words[max(start - _NEAR, 0) : end + _NEAR]) is not None


def _articles(one: Citing, key: RegulationKey) -> set[str | None]:
    return {
        found.citation.article
        for found in one.found
        if found.citation is not None and found.citation.regulation == key
    }


@rule("CIT-001", applies=_cites)
def aims_cited_to_article_11(context: Context) -> Iterator[Hit]:
    for one in context.citing:
        if _cites_aims_wrongly(one):
            yield Hit(one.saying.pointer)
    yield from _aims_sourced_wrongly(context)


def _cites_aims_wrongly(one: Citing) -> bool:
    words, keys = one.saying.words, set(one.keys())
    if keys and _CARRYING_OUT not in keys:
        return False
    if "12" in _articles(one, _CARRYING_OUT):
        return False
    return any(
        _near(_AIMS, words, *place.span()) and _near(_JOINED, words, *place.span())
        for place in _ARTICLE_11.finditer(words)
    )


def _aims_sourced_wrongly(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    joined = office.integrated_service if office else None
    mark = joined.marks.get("aims") if joined else None
    for found in cited_in((mark.source if mark else None) or ""):
        if found.citation is not None and found.citation.article == "11":
            if found.citation.regulation == _CARRYING_OUT:
                yield Hit(("office", "integrated_service", "aims"))


@rule("CIT-002", applies=_cites)
def article_22_of_which_law(context: Context) -> Iterator[Hit]:
    for one in context.citing:
        keys = set(one.keys())
        bare = any(found.citation is None and found.provision.article == "22" for found in one.found)
        if bare and (not keys or keys >= {_ACT, _CARRYING_OUT}):
            yield Hit(one.saying.pointer)


@rule("CIT-003", applies=_cites)
def duty_cited_to_the_act(context: Context) -> Iterator[Hit]:
    for one in context.citing:
        keys = set(one.keys())
        if _BOTH.search(one.saying.words) and _ACT in keys and _CARRYING_OUT not in keys:
            yield Hit(one.saying.pointer)


@rule("CIT-004", applies=_cites)
def compensation_cited_to_the_act(context: Context) -> Iterator[Hit]:
    policy = context.definition.compensation
    basis = policy.basis if policy else ()
    named = _GUIDE in keys_in(basis)
    for one in context.citing:
        if _GUIDE in one.keys() or _NOT_MEANT.search(one.saying.words):
            continue
        pointer = one.saying.pointer
        is_basis = pointer[:2] == ("compensation", "basis") and not named
        if any(_is_act(found) and (is_basis or _near_compensation(one, found)) for found in one.found):
            yield Hit(pointer)


def _is_act(found: FoundCitation) -> bool:
    return found.citation is not None and found.citation.regulation == _ACT


def _near_compensation(one: Citing, found: FoundCitation) -> bool:
    return _near(_COMPENSATION, one.saying.words, found.start, found.end)


@rule("CIT-005", applies=lambda context: bool(context.sayings))
def citation_does_not_fit(context: Context) -> Iterator[Hit]:
    for one in context.citing:
        yield from _wrong_places(one)
        # A regulation of a legal basis is held against its title by STD-010.
        if "legal_basis" not in one.saying.pointer:
            yield from _wrong_titles(one, context)
    yield from _unknown(context)
    for saying in context.sayings:
        if saying.cites and says(saying.words) and not _UNREADABLE.search(saying.words):
            yield Hit(saying.pointer, {"text": saying.words}, "unreadable")


def _wrong_places(one: Citing) -> Iterator[Hit]:
    for found in one.found:
        if found.citation is not None and exists(found.citation) is False:
            yield Hit(one.saying.pointer, {"citation": str(found.citation)}, "place")


def _wrong_titles(one: Citing, context: Context) -> Iterator[Hit]:
    for found in one.found:
        known = context.law.get(found.citation.regulation) if found.citation else None
        if known is None or not found.title or known.title_agrees(found.title) is not False:
            continue
        params = {
            "regulation": str(known.key),
            "stated": found.title,
            "known": known.title,
            "meant": meant_by(found.title, context),
        }
        yield Hit(one.saying.pointer, params, "mismatch")


def _unknown(context: Context) -> Iterator[Hit]:
    """Name each regulation that the register lacks once, where it is cited first."""
    seen: dict[RegulationKey, Pointer] = {}
    for one in context.citing:
        for key in one.keys():
            if key not in context.law:
                seen.setdefault(key, one.saying.pointer)
    for key, pointer in seen.items():
        yield Hit(pointer, {"regulation": str(key)}, "unknown")


def _first_places(context: Context, keys: frozenset[RegulationKey]) -> Iterator[Hit]:
    """Name each of some regulations once, where it is cited first, with how often."""
    counts = Counter(key for one in context.citing for key in set(one.keys()) & keys)
    waiting = set(counts)
    for one in context.citing:
        for key in sorted(waiting.intersection(one.keys())):
            waiting.discard(key)
            yield Hit(one.saying.pointer, {"regulation": str(key), "count": counts[key]})


@rule("CIT-006", applies=_cites)
def standard_of_bps_may_be_newer(context: Context) -> Iterator[Hit]:
    known = context.law.get(_STANDARD_OF_BPS)
    later = ", ".join(map(str, known.possible_successors)) if known else ""
    if not later:
        return
    for hit in _first_places(context, frozenset({_STANDARD_OF_BPS})):
        yield hit._replace(params={**hit.params, "successor": later})


def _stale(context: Context, keys: frozenset[RegulationKey]) -> Iterator[Hit]:
    """Find citations of regulations that surely no longer hold, unless told as history."""
    for one in context.citing:
        if _PAST.search(one.saying.words):
            continue
        cited = set(one.keys())
        for key in sorted(cited & keys):
            known = context.law.get(key)
            if known is None or known.superseded(context.as_of) is not True:
                continue
            if not cited.intersection(known.replaced_by):
                yield Hit(one.saying.pointer, _stale_params(known))


def _stale_params(known: Regulation) -> dict[str, str]:
    return {
        "regulation": str(known.key),
        "until": str(known.in_force_until),
        "replaced_by": ", ".join(map(str, known.replaced_by)) or "-",
    }


@rule("CIT-007", applies=_cites)
def old_guide_cited(context: Context) -> Iterator[Hit]:
    yield from _stale(context, _OLD_GUIDES)


@rule("CIT-008", applies=_cites)
def old_tariff_cited(context: Context) -> Iterator[Hit]:
    yield from _stale(context, frozenset(known.key for known in context.law.about(TARIFF)))


@rule("CIT-009", applies=_cites)
def old_zero_rupiah_procedure(context: Context) -> Iterator[Hit]:
    yield from _first_places(context, _ZERO_RUPIAH)
