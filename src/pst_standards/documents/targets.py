"""Which documents a definition gives, and under which names: one for each kind and standard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import field, frozen

from pst_standards.documents.compose.body import Composer
from pst_standards.documents.every_kind import EVERY_KIND, Kind
from pst_standards.documents.further import Case
from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.outline import Paper
from pst_standards.documents.together import together
from pst_standards.model.definition import Definition
from pst_standards.model.standard import ServiceStandard

KINDS: Final = tuple(EVERY_KIND)
"""Kinds of documents, as they are asked for."""

# A dot begins the number of a page or the format, so that no name is taken for a page of another.
_UNFIT: Final = re.compile(r"[^a-z0-9_-]+")
_LONGEST: Final = 80


@frozen(kw_only=True)
class Target:
    """One document to make; ``service`` and ``standard`` (its place) only for one of a standard.

    A document of several standards that is not of all has those of the first. ``paper`` is the
    sheet of a kind that has sheets of its own. One that rests on more than the definition names
    that in ``rests_on`` and has a ``composer`` of its own; ``case`` tells several of such a kind
    apart.
    """

    kind: str
    service: str | None = None
    standard: int | None = None
    paper: Paper | None = None
    case: str | None = None
    rests_on: str = ""
    composer: Composer | None = field(default=None, eq=False, repr=False)

    @property
    def stem(self) -> str:
        """Name of the file without its extension.

        >>> Target(kind="poster", service="library", paper=Paper.A3).stem
        'poster-library-a3'
        """
        sheet = self.paper.name.lower() if self.paper else None
        return "-".join(
            part for part in (self.kind, self.service, self.case, sheet) if part is not None
        )


def has_input(definition: Definition, kind: str, inputs: Inputs = NO_INPUTS) -> bool:
    """Tell whether there is what documents of this kind are made from."""
    chosen = EVERY_KIND[kind]
    return bool(_cases(chosen, definition, inputs) or chosen.needs(definition))


def targets(definition: Definition, kind: str, inputs: Inputs = NO_INPUTS) -> Iterator[Target]:
    """Yield the documents of one kind; none where their input is lacking."""
    chosen = EVERY_KIND[kind]
    if cases := _cases(chosen, definition, inputs):
        yield from _of_cases(chosen, cases)
    elif chosen.needs(definition):
        yield from _of_definition(chosen, definition)


def _cases(kind: Kind, definition: Definition, inputs: Inputs) -> Sequence[Case]:
    return kind.further.cases(definition, inputs) if kind.further else ()


def _of_cases(kind: Kind, cases: Sequence[Case]) -> Iterator[Target]:
    taken: set[str] = set()
    rests_on = kind.further.name if kind.further else ""
    for one in cases:
        name = unused(fit(one.name), taken) if one.name else None
        for paper in kind.papers or (None,):
            yield Target(
                kind=kind.name, paper=paper, case=name, rests_on=rests_on, composer=one.composer
            )


def _of_definition(kind: Kind, definition: Definition) -> Iterator[Target]:
    names, groups = standard_names(definition.standards), shown_together(definition, kind.name)
    for paper in kind.papers or (None,):
        if not groups:
            yield Target(kind=kind.name, paper=paper)
        for first, *_ in groups:
            yield Target(kind=kind.name, service=names[first], standard=first, paper=paper)


def shown_together(definition: Definition, kind: str) -> tuple[tuple[int, ...], ...]:
    """Return the places of the standards in each document of a kind; none where there is but one.

    >>> shown_together(Definition(standards=(ServiceStandard(id="a"),)), "standard")
    ((0,),)
    """
    chosen = EVERY_KIND[kind]
    if chosen.per_standard:
        return tuple((place,) for place in range(len(definition.standards)))
    if chosen.shared is None:
        return ()
    groups = together(definition.standards, chosen.shared)
    return groups if len(groups) > 1 else ()


def standard_names(standards: tuple[ServiceStandard, ...]) -> list[str]:
    """Return a name for each standard, fit for a file on every system and each used once.

    It is the id of the service; where a service has several standards, their own ids; where even
    those are the same, a number follows.

    >>> from pst_standards.model.standard import ServiceStandard
    >>> standard_names((ServiceStandard(id="a", service="library"), ServiceStandard(id="Con ")))
    ['library', 'con']
    """
    services = [fit(one.service or one.id) for one in standards]
    many = Counter(services)
    names = [
        fit(one.id) if many[service] > 1 else service
        for one, service in zip(standards, services, strict=True)
    ]
    taken: set[str] = set()
    return [unused(name, taken) for name in names]


def fit(name: str) -> str:
    """Keep of a name what every file system takes; more stands before it, so no device is named.

    >>> fit("Ruang tunggu/1")
    'ruang-tunggu-1'
    """
    return _UNFIT.sub("-", name.strip().lower())[:_LONGEST].strip("-") or "x"


def unused(name: str, taken: set[str]) -> str:
    """Return a name that is not taken yet, with a number where it is, and take it.

    >>> taken = {"poster"}
    >>> unused("poster", taken), unused("poster", taken)
    ('poster-2', 'poster-3')
    """
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found
