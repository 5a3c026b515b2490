"""Which regulations the texts of a definition cite, found once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from pst_standards.law import FoundCitation, RegulationKey, exists, find_citations
from pst_standards.model.base import Text
from pst_standards.rules.sayings import Chain, Saying

MOST_READ: Final = 200_000
"""Characters of citing texts that are read in one run: ten times what offices write."""
_REMEMBERED: Final = 4096
_SHORT: Final = 1000


class Cited(NamedTuple):
    """What a text cites: each place, the regulations, and the places that do not exist."""

    found: tuple[FoundCitation, ...]
    keys: frozenset[RegulationKey]
    nowhere: tuple[str, ...]


class Citing(NamedTuple):
    """A text that cites, with what it cites; ``words`` are those that were read of it."""

    saying: Saying
    words: str
    cited: Cited


def cited_in(words: str) -> Cited:
    """Find the citations in a text.

    >>> sorted(map(str, cited_in("UU 25/2009 dan PP 96/2012").keys))
    ['PP 96/2012', 'UU 25/2009']
    """
    return _short_cited_in(words) if len(words) <= _SHORT else _cited_in(words)


def _cited_in(words: str) -> Cited:
    found = find_citations(words)
    named = [one.citation for one in found if one.citation is not None]
    nowhere = (str(citation) for citation in named if exists(citation) is False)
    return Cited(
        found=found,
        keys=frozenset(citation.regulation for citation in named),
        nowhere=tuple(dict.fromkeys(nowhere)),
    )


# Offices repeat the same few hundred citations, so what short texts cite is remembered.
_short_cited_in = lru_cache(maxsize=_REMEMBERED)(_cited_in)


def may_cite(words: str) -> bool:
    """Tell quickly that a text has neither a year nor the word for an article.

    >>> may_cite("Perka BPS 78/2020"), may_cite("Buku tamu")
    (True, False)
    """
    return (
        "20" in words
        or "19" in words
        or "asal" in words
        or "rticle" in words
        or "ASAL" in words
        or "RTICLE" in words
    )


def citing(texts: Iterable[tuple[str, Chain]]) -> Iterator[Citing]:
    """Yield the texts that cite a regulation or an article.

    Of texts beyond ``MOST_READ`` characters only the beginning is read, so that no definition
    can keep a check busy; ``len(words)`` tells.
    """
    left = MOST_READ
    for whole, chain in texts:
        if may_cite(whole):
            words = whole if len(whole) <= left else whole[:left].rpartition(" ")[0]
            left -= len(words)
            cited = cited_in(words)
            if cited.found or len(words) < len(whole):
                yield Citing(Saying(whole, chain), words, cited)


def keys_in(texts: Iterable[Text | str | None]) -> frozenset[RegulationKey]:
    """Return the regulations that the beginnings of some texts cite, in either language."""
    keys: frozenset[RegulationKey] = frozenset()
    for text in texts:
        if text is not None:
            for word in (text,) if isinstance(text, str) else (text.id, text.en):
                if word and may_cite(word):
                    keys |= cited_in(word[:_SHORT]).keys
    return keys
