"""Which regulations the texts of a definition cite, found once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from pst_standards.law import FoundCitation, RegulationKey, exists, find_citations
from pst_standards.model.base import Text
from pst_standards.rules.sayings import Saying

_REMEMBERED: Final = 4096


class Cited(NamedTuple):
    """What a text cites: each place, the regulations, and the places that do not exist."""

    found: tuple[FoundCitation, ...]
    keys: frozenset[RegulationKey]
    nowhere: tuple[str, ...]


class Citing(NamedTuple):
    """A text that cites, with what it cites."""

    saying: Saying
    cited: Cited


@lru_cache(maxsize=_REMEMBERED)
def cited_in(words: str) -> Cited:
    """Find the citations in a text; offices repeat the same few hundred, so they are remembered.

    >>> sorted(map(str, cited_in("UU 25/2009 dan PP 96/2012").keys))
    ['PP 96/2012', 'UU 25/2009']
    """
    found = find_citations(words)
    named = [one.citation for one in found if one.citation is not None]
    return Cited(
        found=found,
        keys=frozenset(citation.regulation for citation in named),
        nowhere=tuple(str(citation) for citation in named if exists(citation) is False),
    )


def _may_cite(words: str) -> bool:
    """Tell quickly that a text has neither a year nor the word for an article."""
    return (
        "20" in words
        or "19" in words
        or "asal" in words
        or "rticle" in words
        or "ASAL" in words
        or "RTICLE" in words
    )


def citing(sayings: Iterable[Saying]) -> Iterator[Citing]:
    """Yield the texts that cite a regulation or an article."""
    for saying in sayings:
        if _may_cite(saying.words):
            cited = cited_in(saying.words)
            if cited.found:
                yield Citing(saying, cited)


def keys_in(texts: Iterable[Text | str | None]) -> frozenset[RegulationKey]:
    """Return the regulations that some texts cite, in either language."""
    words = (
        word
        for text in texts
        if text is not None
        for word in ((text,) if isinstance(text, str) else (text.id, text.en))
        if word and _may_cite(word)
    )
    return frozenset().union(*(cited_in(word).keys for word in words))
