"""Which documents a definition gives, and under which names: one for each kind and standard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import frozen

from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.booklet import compose_booklet
from pst_standards.documents.compose.claim_form import compose_claim_form
from pst_standards.documents.compose.compensation import compose_compensation
from pst_standards.documents.compose.complaint_page import compose_complaint_rights
from pst_standards.documents.compose.complaint_procedure import compose_complaint_procedure
from pst_standards.documents.compose.maklumat import compose_maklumat
from pst_standards.documents.compose.register import compose_register
from pst_standards.documents.compose.standard import compose_standard
from pst_standards.model.definition import Definition
from pst_standards.model.standard import ServiceStandard

KINDS: Final = (
    "standard",
    "booklet",
    "maklumat",
    "complaint-procedure",
    "complaint-rights",
    "compensation-announcement",
    "compensation-claim-form",
    "compensation-register",
)
"""Kinds of documents, as they are asked for."""

COMPOSERS: Final[Mapping[str, Composer]] = {
    "standard": compose_standard,
    "booklet": compose_booklet,
    "maklumat": compose_maklumat,
    "complaint-procedure": compose_complaint_procedure,
    "complaint-rights": compose_complaint_rights,
    "compensation-announcement": compose_compensation,
    "compensation-claim-form": compose_claim_form,
    "compensation-register": compose_register,
}

_NEEDS: Final[Mapping[str, Callable[[Definition], object]]] = {
    "standard": lambda definition: definition.standards,
    "booklet": lambda definition: definition.standards,
    "maklumat": lambda definition: definition.maklumat,
    "complaint-procedure": lambda definition: definition.complaints,
    "complaint-rights": lambda definition: definition.complaints,
    "compensation-announcement": lambda definition: definition.compensation,
    "compensation-claim-form": lambda definition: definition.compensation,
    "compensation-register": lambda definition: definition.compensation,
}
_UNFIT: Final = re.compile(r"[^a-z0-9._-]+")
_LONGEST: Final = 80


@frozen(kw_only=True)
class Target:
    """One document to make; ``service`` and ``standard`` (its place) only for a standard."""

    kind: str
    service: str | None = None
    standard: int | None = None

    @property
    def stem(self) -> str:
        """Name of the file without its extension."""
        return self.kind if self.service is None else f"{self.kind}-{self.service}"


def has_input(definition: Definition, kind: str) -> bool:
    """Tell whether a definition holds what documents of this kind are made from."""
    return bool(_NEEDS[kind](definition))


def targets(definition: Definition, kind: str) -> Iterator[Target]:
    """Yield the documents of one kind; none where the definition lacks their input."""
    if not has_input(definition, kind):
        return
    if kind != "standard":
        yield Target(kind=kind)
        return
    for place, name in enumerate(standard_names(definition.standards)):
        yield Target(kind=kind, service=name, standard=place)


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
    return _UNFIT.sub("-", name.strip().lower())[:_LONGEST].strip("-.") or "x"


def _unused(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found
