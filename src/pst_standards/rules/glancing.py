"""What a text needs a closer look for, told at one glance: most texts need none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from pst_standards.rules.citing import may_cite
from pst_standards.rules.detectors.remarks import Remarks, remarks_on
from pst_standards.rules.sayings import Chain, Saying
from pst_standards.rules.wordings import is_placeholder

_SHORT: Final = 1000
_REMEMBERED: Final = 8192


class Glance(NamedTuple):
    """Whether a text only holds a place, whether it may cite, and what stands out in it."""

    placeholder: bool
    may_cite: bool
    remarks: Remarks | None


def glance(words: str) -> Glance | None:
    """Look at a text once for all rules; ``None`` for nearly all of them.

    >>> glance("Sesuai UU 25/2009").may_cite, glance("…").placeholder
    (True, True)
    >>> glance("Mengisi buku tamu") is None
    True
    """
    return _at_short(words) if len(words) <= _SHORT else _glance(words)


def _glance(words: str) -> Glance | None:
    found = Glance(is_placeholder(words), may_cite(words), remarks_on(words))
    return found if any(found) else None


class Glanced(NamedTuple):
    """A text with what it needs a closer look for."""

    saying: Saying
    seen: Glance


def glances_at(texts: Iterable[tuple[str, Chain]]) -> Iterator[Glanced]:
    """Yield the texts that need a closer look.

    >>> [one.saying.pointer for one in glances_at([("Buku tamu", None), ("…", (None, "lang"))])]
    [('lang',)]
    """
    for words, chain in texts:
        seen = glance(words)
        if seen is not None:
            yield Glanced(Saying(words, chain), seen)


# Offices share most of their texts, and every check looks at hundreds.
_at_short = lru_cache(maxsize=_REMEMBERED)(_glance)
