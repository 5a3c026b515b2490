"""CIT-001 to CIT-004: articles and wordings that are often put under the wrong law."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from pst_standards.law import FoundCitation, RegulationKey
from pst_standards.rules.binding import Check
from pst_standards.rules.citing import Citing, cited_in, keys_in
from pst_standards.rules.context import Context, Hit

_ACT: Final = RegulationKey.parse("UU 25/2009")
_CARRYING_OUT: Final = RegulationKey.parse("PP 96/2012")
_GUIDE: Final = RegulationKey.parse("PermenPANRB 15/2014")
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


def cites(context: Context) -> bool:
    """Tell whether some text cites anything."""
    return bool(context.citing)


class _Places:
    """Where a pattern stands in a text; asking for one nearby costs no second search."""

    def __init__(self, pattern: re.Pattern[str], words: str) -> None:
        self._starts = [found.start() for found in pattern.finditer(words)]

    def has_near(self, start: int, end: int) -> bool:
        first = bisect_left(self._starts, start - _NEAR)
        return first < len(self._starts) and self._starts[first] < end + _NEAR


def _is_at(found: FoundCitation, key: RegulationKey, article: str) -> bool:
    citation = found.citation
    return citation is not None and citation.article == article and citation.regulation == key


def _aims_cited_to_article_11(context: Context) -> Iterator[Hit]:
    for one in context.citing:
        if _cites_aims_wrongly(one):
            yield Hit(one.saying.pointer)
    office = context.definition.office
    joined = office.integrated_service if office else None
    mark = joined.marks.get("aims") if joined else None
    source = cited_in((mark.source if mark else None) or "")
    if any(_is_at(found, _CARRYING_OUT, "11") for found in source.found):
        yield Hit(("office", "integrated_service", "aims"))


def _cites_aims_wrongly(one: Citing) -> bool:
    words, cited = one.words, one.cited
    # A bare "Pasal 11" beside another law may be an article of that law.
    if " 11" not in words or (cited.keys and _CARRYING_OUT not in cited.keys):
        return False
    if any(_is_at(found, _CARRYING_OUT, "12") for found in cited.found):
        return False
    aims, joined = _Places(_AIMS, words), _Places(_JOINED, words)
    return any(
        aims.has_near(*place.span()) and joined.has_near(*place.span())
        for place in _ARTICLE_11.finditer(words)
    )


def _article_22_of_which_law(context: Context) -> Iterator[Hit]:
    for one in context.citing:
        keys, found = one.cited.keys, one.cited.found
        bare = any(each.citation is None and each.provision.article == "22" for each in found)
        if bare and (not keys or keys >= {_ACT, _CARRYING_OUT}):
            yield Hit(one.saying.pointer)


def _duty_cited_to_the_act(context: Context) -> Iterator[Hit]:
    for one in context.cited_by.get(_ACT, ()):
        if _CARRYING_OUT not in one.cited.keys and _BOTH.search(one.words):
            yield Hit(one.saying.pointer)


def _compensation_cited_to_the_act(context: Context) -> Iterator[Hit]:
    policy = context.definition.compensation
    unnamed = _GUIDE not in keys_in(policy.basis if policy else ())
    for one in context.cited_by.get(_ACT, ()):
        is_basis = unnamed and one.saying.pointer[:2] == ("compensation", "basis")
        if (is_basis or _is_of_compensation(one)) and not _NOT_MEANT.search(one.words):
            yield Hit(one.saying.pointer)


def _is_of_compensation(one: Citing) -> bool:
    """Whether the text speaks of compensation near the place where it cites the act."""
    if _GUIDE in one.cited.keys or not _COMPENSATION.search(one.words):
        return False
    compensation = _Places(_COMPENSATION, one.words)
    return any(
        compensation.has_near(found.start, found.end)
        for found in one.cited.found
        if found.citation is not None and found.citation.regulation == _ACT
    )


CHECKS: Final = (
    Check(id="CIT-001", find=_aims_cited_to_article_11, applies=cites),
    Check(id="CIT-002", find=_article_22_of_which_law, applies=cites),
    Check(id="CIT-003", find=_duty_cited_to_the_act, applies=cites),
    Check(id="CIT-004", find=_compensation_cited_to_the_act, applies=cites),
)
