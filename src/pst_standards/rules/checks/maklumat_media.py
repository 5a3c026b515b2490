"""MKL-011, MKL-015, MKL-018: the maklumat as it is shown, and the standard that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pst_standards.model.base import Text
from pst_standards.model.publication import InformationPart, Publication, PublicationKind
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.decrees import is_number
from pst_standards.rules.checks.maklumat import charters, is_worded
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.misspellings import corrected
from pst_standards.rules.pledge import elements_of
from pst_standards.rules.wordings import says, words_of

_REMEMBERED: Final = 512
_LANGUAGES: Final = ("id", "en")
_WORDS: Final = re.compile(r"\w+")
# A link, a code to scan, or the decree by its number leads a reader from pledge to standard.
_LEADS_ON: Final = re.compile(
    r"\bhttps?://|\bwww\.|\.go\.id\b|\bqr\b|\bbarcode|\bunduh|\bdownload|\blampiran\b|\bannex"
    r"|\b(?:keputusan|peraturan (?:badan|kepala)|perka|sk|decree)\b[^.;]{0,80}"
    r"\b(?:nomor|no|number)\b",
    re.IGNORECASE,
)


def _only_a_picture(context: Context) -> Iterator[Hit]:
    shown = [(pointer, one) for pointer, one in charters(context) if _is_electronic(one)]
    if shown and all(one.readable is False for _, one in shown):
        pointer, one = shown[0]
        yield Hit((*pointer, "readable"), {"publication": one.id})


def _is_electronic(one: Publication) -> bool:
    return not one.media or bool(one.url) or any(medium.electronic for medium in one.media)


def _tells_what_it_is(context: Context) -> bool:
    return any(one.readable is not None for _, one in charters(context) if _is_electronic(one))


def _other_words_elsewhere(context: Context) -> Iterator[Hit]:
    maklumat = context.definition.maklumat
    shown = [((*pointer, "text"), one.text) for pointer, one in charters(context)]
    texts = [(("maklumat", "pledge"), maklumat.pledge if maklumat else None), *shown]
    for lang in _LANGUAGES:
        worded = [(pointer, words) for pointer, text in texts if (words := _words(text, lang))]
        for pointer, words in worded[1:]:
            if not _is_same(worded[0][1], words, lang):
                yield Hit(pointer)


def _words(text: Text | None, lang: str) -> str:
    words: str | None = getattr(text, lang, None)
    return words_of(words) if words and says(words) else ""


def _plain(words: str, lang: str) -> str:
    return " ".join(_WORDS.findall(corrected(words, lang).casefold()))


_remembered_plain = lru_cache(maxsize=_REMEMBERED)(_plain)


def _is_same(first: str, second: str, lang: str) -> bool:
    """Tell whether two wordings are one but for case, signs, misspellings, headings and signers."""
    here, there = (_remembered_plain(words, lang) for words in (first, second))
    if here == there:
        return True
    one_in_the_other = here in there or there in here
    return one_in_the_other and elements_of(here) == elements_of(there)


def _is_shown_in_words(context: Context) -> bool:
    return any(one.text for _, one in charters(context))


def _leads_to_no_standard(context: Context) -> Iterator[Hit]:
    maklumat = context.definition.maklumat
    if (
        maklumat is None
        or maklumat.standards
        or any(map(_shows_standard, context.definition.publications))
    ):
        return
    words = context.wording
    decrees = (one.decree.number for one in context.definition.standards if one.decree)
    numbered = any(is_number(number) and str(number) in words for number in decrees)
    if not numbered and not _remembered_lead(words):
        yield Hit(("maklumat",))


def _leads_on(words: str) -> bool:
    return _LEADS_ON.search(words) is not None


_remembered_lead = lru_cache(maxsize=_REMEMBERED)(_leads_on)


def _shows_standard(one: Publication) -> bool:
    stands = one.kind is PublicationKind.STANDARD or InformationPart.STANDARDS in one.parts
    return stands or bool(one.standards)


CHECKS: Final = (
    Check(id="MKL-011", find=_only_a_picture, applies=_tells_what_it_is),
    Check(id="MKL-015", find=_other_words_elsewhere, applies=_is_shown_in_words),
    Check(id="MKL-018", find=_leads_to_no_standard, applies=is_worded),
)
