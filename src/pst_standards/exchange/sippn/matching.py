"""Which standard of a definition a published page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pst_standards.exchange.sippn.entry import Entry
from pst_standards.exchange.sippn.likeness import key_of, likeness, repaired, tokens_of
from pst_standards.exchange.sippn.opening import bare_title
from pst_standards.exchange.sippn.page import SHOWN, Page
from pst_standards.exchange.sippn.strangers import Own, is_own_unit
from pst_standards.model.base import Text
from pst_standards.model.service import Service
from pst_standards.rules.services import kind_of

_LEAST: Final = 0.7
_SAME_KIND: Final = 0.8
_MOST_LINES: Final = 2000
_UNNAMED: Final = "-"


def best_match(page: Page, entries: Sequence[tuple[Entry, Page]]) -> int | None:
    """Return the place of the entry that a page shows; ``None`` where it is like none.

    Its title counts as much as all its parts together, so that a page under a wrong name is still
    known by what it says; a page of another agency, which has some words in common, is not.
    """
    scores = [_score(page, entry, wanted) for entry, wanted in entries]
    best = max(range(len(scores)), key=lambda place: scores[place], default=None)
    return best if best is not None and scores[best] >= _LEAST else None


def _score(page: Page, entry: Entry, wanted: Page) -> float:
    return _title(page, entry) + _parts(page, wanted)


def _title(page: Page, entry: Entry) -> float:
    if page.title is None:
        return 0.0
    shown = bare_title(repaired(page.title.text))
    names = [bare_title(name) for name in entry.names]
    if key_of(shown) in set(map(key_of, names)):
        return 1.0
    kinds = {kind_of(Service(id=_UNNAMED, name=Text(name))) for name in names if name}
    if shown and (kind_of(Service(id=_UNNAMED, name=Text(shown))) or _UNNAMED) in kinds:
        return _SAME_KIND
    return max((likeness(shown, name) for name in names), default=0.0)


def _parts(page: Page, wanted: Page) -> float:
    mine, theirs = _words(page), _words(wanted)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _words(page: Page) -> set[str]:
    lines = (
        line for key in SHOWN if key in page.fields for line in page.fields[key].lines[:_MOST_LINES]
    )
    return {word for line in lines for word in tokens_of(repaired(line.text))}


def find_head(page: Page, entry: Entry, own: Own) -> None:
    """Let lines above the parts be title and unit where they are those of the entry.

    A page that a browser saved has a menu above its title.
    """
    names = {key_of(bare_title(name)) for name in entry.names}
    titles = [line for line in page.head if key_of(bare_title(line.text)) in names]
    page.title = titles[0] if titles else page.title
    units = [line for line in page.head if line not in titles and is_own_unit(line.text, own)]
    page.unit = units[0] if units else page.unit
