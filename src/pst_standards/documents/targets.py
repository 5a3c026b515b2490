"""Which documents a definition gives, and under which names: one for each kind and standard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from pst_standards.documents.every_kind import EVERY_KIND
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

    A document of several standards that is not of all has those of the first.

    ``paper`` is the sheet of a kind that has sheets of its own.
    """

    kind: str
    service: str | None = None
    standard: int | None = None
    paper: Paper | None = None

    @property
    def stem(self) -> str:
        """Name of the file without its extension.

        >>> Target(kind="poster", service="library", paper=Paper.A3).stem
        'poster-library-a3'
        """
        sheet = self.paper.name.lower() if self.paper else None
        return "-".join(part for part in (self.kind, self.service, sheet) if part is not None)


def has_input(definition: Definition, kind: str) -> bool:
    """Tell whether a definition holds what documents of this kind are made from."""
    return bool(EVERY_KIND[kind].needs(definition))


def targets(definition: Definition, kind: str) -> Iterator[Target]:
    """Yield the documents of one kind; none where the definition lacks their input."""
    if not has_input(definition, kind):
        return
    names, groups = standard_names(definition.standards), shown_together(definition, kind)
    for paper in EVERY_KIND[kind].papers or (None,):
        if not groups:
            yield Target(kind=kind, paper=paper)
        for first, *_ in groups:
            yield Target(kind=kind, service=names[first], standard=first, paper=paper)


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
    services = [_fit(one.service or one.id) for one in standards]
    many = Counter(services)
    names = [
        _fit(one.id) if many[service] > 1 else service
        for one, service in zip(standards, services, strict=True)
    ]
    taken: set[str] = set()
    return [_unused(name, taken) for name in names]


def _fit(name: str) -> str:
    """Keep what every file system takes; a kind stands before it, so no device is named."""
    return _UNFIT.sub("-", name.strip().lower())[:_LONGEST].strip("-") or "x"


def _unused(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found
