"""Which regulations the texts of a definition cite, found once for all rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from pst_standards.law import FoundCitation, RegulationKey, find_citations
from pst_standards.model.base import Text
from pst_standards.rules.sayings import Saying

_MAY_CITE: Final = re.compile(r"(?:19|20)\d\d|[Pp]asal|PASAL|[Aa]rticle")
_REMEMBERED: Final = 4096


class Citing(NamedTuple):
    """A text that cites, with what it cites."""

    saying: Saying
    found: tuple[FoundCitation, ...]

    def keys(self) -> Iterator[RegulationKey]:
        """Yield the regulations cited."""
        return (one.citation.regulation for one in self.found if one.citation is not None)


@lru_cache(maxsize=_REMEMBERED)
def cited_in(words: str) -> tuple[FoundCitation, ...]:
    """Find the citations in a text; offices repeat the same few hundred, so they are remembered.

    >>> [str(found.citation) for found in cited_in("UU 25/2009 dan PP 96/2012")]
    ['UU 25/2009', 'PP 96/2012']
    """
    return find_citations(words)


def citing(sayings: tuple[Saying, ...]) -> Iterator[Citing]:
    """Yield the texts that cite; one search over all of them leaves out most."""
    texts = [saying.words for saying in sayings]
    ends = list(accumulate(len(text) + 1 for text in texts))
    places = (bisect_right(ends, hit.start()) for hit in _MAY_CITE.finditer("\n".join(texts)))
    for place in dict.fromkeys(places):
        found = cited_in(texts[place])
        if found:
            yield Citing(sayings[place], found)


def keys_in(texts: Iterable[Text | str | None]) -> frozenset[RegulationKey]:
    """Return the regulations that some texts cite, in either language."""
    words = (
        word
        for text in texts
        if text is not None
        for word in ((text,) if isinstance(text, str) else (text.id, text.en))
        if word
    )
    found = (one.citation for word in words for one in cited_in(word))
    return frozenset(citation.regulation for citation in found if citation is not None)
