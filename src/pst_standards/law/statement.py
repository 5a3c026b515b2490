"""Joining a regulation and the places that belong to it, in either order of words."""

from __future__ import annotations

from typing import Final, NamedTuple

from pst_standards.law.key import RegulationKey
from pst_standards.law.places import Placed, read_places
from pst_standards.law.provision import Provision
from pst_standards.law.reading import (
    CONNECTORS,
    ELUCIDATION_WORDS,
    Title,
    read_law,
    read_title,
)
from pst_standards.law.tokens import Tokens

_LONGEST_CONNECTION: Final = 3
_ELUCIDATION_ASIDES: Final = frozenset({".", "atas", "umum", "of", "the"})


class Statement(NamedTuple):
    """What one place in a text cites: a regulation, or none; places; the index behind it all."""

    regulation: RegulationKey | None
    places: tuple[Placed, ...]
    end: int
    title: Title | None = None


def skip_connectors(tokens: Tokens, at: int) -> int:
    """Index behind words such as ``pada`` that stand between a regulation and a place."""
    end = at
    while end - at < _LONGEST_CONNECTION and tokens[end].lower in CONNECTORS:
        end += 1
    return end


def _skip_elucidation(tokens: Tokens, at: int) -> tuple[bool, int]:
    if tokens[at].lower not in ELUCIDATION_WORDS:
        return (False, at)
    at += 1
    while tokens[at].lower in _ELUCIDATION_ASIDES:
        at += 1
    return (True, at)


def _followed_by_law(tokens: Tokens, at: int) -> bool:
    if tokens[at].lower == ",":
        return False
    return read_law(tokens, skip_connectors(tokens, at)) is not None


def _own_places(
    tokens: Tokens, at: int, *, elucidation: bool, direct: bool
) -> tuple[list[Placed], int]:
    """Read the places behind a regulation, leaving those that a next regulation claims."""
    groups = read_places(tokens, at, elucidation=elucidation)
    if groups and (len(groups) > 1 or not direct) and _followed_by_law(tokens, groups[-1][-1].end):
        groups.pop()
    places = [placed for group in groups for placed in group]
    return places, places[-1].end if places else at


def _law_first(tokens: Tokens, start: int, at: int, *, elucidation: bool) -> Statement | None:
    law = read_law(tokens, at)
    if law is None:
        return None
    title = read_title(tokens, law.end)
    whole = Placed(Provision(elucidation=elucidation), start, law.end)
    end = law.end if title is None else title.at
    if title is not None and title.joined:
        return Statement(law.key, (whole,), end, title)
    behind = skip_connectors(tokens, end)
    inner, behind = _skip_elucidation(tokens, behind)
    places, stop = _own_places(
        tokens, behind, elucidation=elucidation or inner, direct=behind == law.end
    )
    if not places:
        return Statement(law.key, (whole,), end, title)
    places[0] = places[0]._replace(first=start)
    return Statement(law.key, tuple(places), stop, title)


def _place_first(tokens: Tokens, start: int, at: int, *, elucidation: bool) -> Statement | None:
    groups = read_places(tokens, at, elucidation=elucidation)
    if not groups:
        return None
    places = [placed for group in groups for placed in group]
    places[0] = places[0]._replace(first=start)
    law = read_law(tokens, skip_connectors(tokens, places[-1].end))
    if law is None:
        return Statement(None, tuple(places), places[-1].end)
    places[-1] = places[-1]._replace(end=law.end)
    title = read_title(tokens, law.end)
    return Statement(law.key, tuple(places), law.end if title is None else title.at, title)


def read_statement(tokens: Tokens, start: int) -> Statement | None:
    """Read what is cited at ``start``; ``None`` when neither a regulation nor a place begins there.

    ``regulation`` is ``None`` for a place that names no regulation.
    """
    elucidation, at = _skip_elucidation(tokens, start)
    return _law_first(tokens, start, at, elucidation=elucidation) or _place_first(
        tokens, start, at, elucidation=elucidation
    )
