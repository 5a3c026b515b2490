"""Which standards share one paper: those set by one decree, those discussed at one meeting."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.model.standard import LifeCycle, Minutes, ServiceStandard

Sharing: TypeAlias = Callable[[ServiceStandard], Hashable]
"""Returns what the standards on one paper have in common."""


def by_decree(standard: ServiceStandard) -> Hashable:
    """Return what tells the decree of a standard from others; a decree to come has none of it."""
    decree = standard.decree
    return ((decree.number or "").strip(), decree.date) if decree else ("", None)


def by_discussion(standard: ServiceStandard) -> Hashable:
    """Return what tells the public discussion of a standard from others."""
    life = standard.life_cycle or LifeCycle()
    number = (life.minutes or Minutes()).number or ""
    return (number.strip(), life.discussed_on, life.minutes_signed_on)


def together(standards: Sequence[ServiceStandard], sharing: Sharing) -> tuple[tuple[int, ...], ...]:
    """Return the places of the standards of each paper, in the order of their first.

    >>> standards = [ServiceStandard(id="a"), ServiceStandard(id="b")]
    >>> together(standards, by_decree)
    ((0, 1),)
    """
    found: dict[Hashable, list[int]] = {}
    for place, standard in enumerate(standards):
        found.setdefault(sharing(standard), []).append(place)
    return tuple(map(tuple, found.values()))


def sharers(
    first: ServiceStandard | None, sharing: Sharing, composition: Composition
) -> list[ServiceStandard]:
    """Return the standards that share a paper with ``first``; without it there is one paper only.

    What they share is read unwatched: a paper does not print what the others have.
    """
    groups = together(composition.original.standards, sharing)
    place = pointer_of(first)[-1] if first else 0
    shown = composition.definition.standards
    return [shown[one] for group in groups if place in group for one in group]
