"""Two definitions side by side: their changes by standard and component, with their effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from attrs import evolve, field, frozen

from pst_standards.definitions.rebasing import ABSENT
from pst_standards.definitions.structure import plain
from pst_standards.exchange.changes.change import Change, Kind, Path
from pst_standards.exchange.changes.comparing import Indexed, diff, is_shuffled
from pst_standards.exchange.changes.effects import (
    ABOUT,
    DISCUSSION,
    Effect,
    component_of,
    effect_of,
    is_editorial,
    needs_discussion,
)
from pst_standards.exchange.changes.reuse import reused_ids
from pst_standards.findings import format_pointer
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition


@frozen(kw_only=True)
class Judged:
    """A change, its effect on citizens, and whether the public has to discuss it."""

    change: Change
    effect: Effect
    discussion: bool

    def plain(self) -> dict[str, Any]:
        """Return it as plain data; ``old`` or ``new`` is left out where nothing stands."""
        values = {"old": self.change.old, "new": self.change.new}
        return {
            "path": self.change.pointer,
            "kind": self.change.kind.value,
            **{name: value for name, value in values.items() if value is not ABSENT},
            "effect": self.effect.value,
            "public_discussion": self.discussion,
        }


@frozen(kw_only=True)
class Part:
    """The changes of one component of one standard, or of one part beside the standards.

    ``path`` leads to the part. Its effect is the gravest of its changes.
    """

    path: Path
    changes: tuple[Judged, ...]

    @property
    def component(self) -> Component | None:
        """The component of a standard that it is, ``None`` for any other part."""
        return component_of(self.path)

    @property
    def effect(self) -> Effect:
        """The gravest effect of its changes: something worse is not made good by another."""
        return next(one for one in Effect if any(found.effect is one for found in self.changes))

    @property
    def discussion(self) -> bool:
        """Whether the public has to discuss one of its changes."""
        return any(found.discussion for found in self.changes)

    def plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        component = self.component
        return {
            "standard": self.path[1] if self.path[0] == "standards" and self.path[1:] else None,
            "component": component.value if component else self.path[-1],
            "letter": component.letter if component else None,
            "effect": self.effect.value,
            "public_discussion": self.discussion,
            "changes": [found.plain() for found in self.changes],
        }


@frozen(kw_only=True)
class Comparison:
    """What changed between two definitions, part by part.

    ``before`` and ``after`` are the two as plain data. ``reused`` are paths of services and
    standards whose id seems to stand for another thing now, ``untold`` is how many changes ``told``
    has left out.
    """

    old: Definition
    new: Definition
    before: Indexed = field(repr=False)
    after: Indexed = field(repr=False)
    parts: tuple[Part, ...]
    reused: tuple[Path, ...] = ()
    untold: int = 0

    @property
    def changes(self) -> tuple[Judged, ...]:
        """All changes in the order of their parts."""
        return tuple(found for part in self.parts for found in part.changes)

    @property
    def discussion(self) -> bool:
        """Whether the public has to discuss one of the changes."""
        return any(part.discussion for part in self.parts)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes have each effect, the gravest first."""
        found = Counter(one.effect for one in self.changes)
        return {effect.value: found[effect] for effect in Effect}

    @property
    def told(self) -> Comparison:
        """What a reader is told.

        Not where values come from and how sure they are, nor that the places of all items of a list
        shift where one comes or goes; of steps the places tell something. How many are left out is
        told: none of them has an effect.
        """
        kept = (
            (part, tuple(one for one in part.changes if is_told(one.change))) for part in self.parts
        )
        parts = (Part(path=part.path, changes=changes) for part, changes in kept if changes)
        found = evolve(self, parts=tuple(parts))
        return evolve(found, untold=len(self.changes) - len(found.changes))

    def plain(self) -> dict[str, Any]:
        """Return it as plain data: counts, what discussion rests on, and the parts."""
        return {
            "counts": self.counts,
            "public_discussion": self.discussion,
            "citation": DISCUSSION if self.discussion else None,
            "reused_ids": [format_pointer(path) for path in self.reused],
            "parts": [part.plain() for part in self.parts],
        }


def is_told(change: Change) -> bool:
    """Tell whether a change says something to a reader, beyond sources, marks and mere places.

    >>> is_told(Change(path=("office", "source"), kind=Kind.ADDED, new="x"))
    False
    """
    if ABOUT.intersection(change.path):
        return False
    return change.kind is not Kind.ORDERED or not is_editorial(change) or is_shuffled(change)


def compare(old: Definition, new: Definition) -> Comparison:
    """Compare two definitions: per component what changed, and its effect on citizens.

    >>> from pst_standards.definitions import loads
    >>> limit = "standards: [{id: a, time_limit: {limits: [{id: x, value: %d, unit: hour}]}}]"
    >>> found = compare(loads(limit % 2), loads(limit % 3))
    >>> [(part.component.letter, part.effect.value, part.discussion) for part in found.parts]
    [('d', 'worse', True)]
    """
    before, after = Indexed(plain(old)), Indexed(plain(new))
    changes = diff(before.data, after.data)
    judged = (_judged(change, before, after) for change in changes)
    return Comparison(
        old=old,
        new=new,
        before=before,
        after=after,
        parts=_parts(judged),
        reused=reused_ids(before.data, after.data),
    )


def _judged(change: Change, old: Indexed, new: Indexed) -> Judged:
    return Judged(
        change=change,
        effect=effect_of(change, old, new),
        discussion=needs_discussion(change, old.data),
    )


def _parts(judged: Iterable[Judged]) -> tuple[Part, ...]:
    gathered: dict[Path, list[Judged]] = {}
    for one in judged:
        gathered.setdefault(_part_of(one.change.path), []).append(one)
    return tuple(Part(path=path, changes=tuple(found)) for path, found in gathered.items())


def _part_of(path: Path) -> Path:
    """Return the path of the part that a change belongs to: a component, a service, a key."""
    if component_of(path):
        return path[:3]
    return path[:2] if path[0] in {"standards", "services"} else path[:1]
