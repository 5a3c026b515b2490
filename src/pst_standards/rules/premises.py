"""The facilities of an office as rules look at them: what each is for, what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.definition import Definition
from pst_standards.model.facility import Facility, FacilityKind
from pst_standards.rules.detectors.facility_kinds import kinds_in
from pst_standards.rules.detectors.plain import spoken

FOR_SOME: Final = frozenset(
    {
        FacilityKind.PLAY_AREA,
        FacilityKind.LACTATION_ROOM,
        FacilityKind.PRIORITY_COUNTER,
        FacilityKind.ACCESS,
    }
)
"""Kinds that are there for people to whom special treatment is owed."""


class Premise(NamedTuple):
    """A facility with its pointer, what it is for, and all that is said of it."""

    facility: Facility
    pointer: Pointer
    kinds: frozenset[FacilityKind]
    words: str


def premises_of(definition: Definition) -> Iterator[Premise]:
    """Yield the facilities that are there; one whose number is nought is not.

    A facility is what its ``kind`` says, else what its name says, else its id.

    >>> from pst_standards.model.base import Text
    >>> shown = Definition(
    ...     facilities=(Facility(id="a", name=Text("Toilet")), Facility(id="parkir"))
    ... )
    >>> [sorted(kind.value for kind in one.kinds) for one in premises_of(shown)]
    [['toilet'], ['parking']]
    """
    for place, facility in enumerate(definition.facilities):
        if facility.count != 0:
            name = "\n".join(spoken(facility.name))
            words = "\n".join((name, *spoken(facility.description, *facility.features)))
            yield Premise(facility, ("facilities", place), _kinds(facility, name), words)


def _kinds(facility: Facility, name: str) -> frozenset[FacilityKind]:
    if facility.kind is not None:
        return frozenset({facility.kind})
    return kinds_in(name) or kinds_in(facility.id)


def of_kind(premises: Collection[Premise], *kinds: FacilityKind) -> list[Premise]:
    """Return the facilities that are of one of some kinds."""
    return [one for one in premises if not one.kinds.isdisjoint(kinds)]
