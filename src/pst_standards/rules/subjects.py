"""The names under which people know what a report speaks of: the office and its services."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.findings import Pointer, Subject
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition


def office_name(definition: Definition) -> str:
    """Return the name of the office, empty where the definition gives none."""
    office = definition.office
    return " ".join((office.name or "").split()) if office else ""


def subjects(definition: Definition) -> Iterator[Subject]:
    """Yield the service that each service and each standard of a definition is about.

    A standard whose service is not listed goes by its own title.

    >>> from pst_standards.definitions import loads
    >>> found = loads(
    ...     {
    ...         "services": [{"id": "a", "name": "Perpustakaan"}],
    ...         "standards": [{"id": "x", "service": "a"}],
    ...     }
    ... )
    >>> [(one.pointer, one.key, one.id) for one in subjects(found)]
    [(('services', 0), 'a', 'Perpustakaan'), (('standards', 0), 'a', 'Perpustakaan')]
    """
    names: dict[str, Text | None] = {}
    for place, service in enumerate(definition.services):
        names[service.id] = service.name
        yield _subject(definition, ("services", place), service.id, service.name)
    for place, standard in enumerate(definition.standards):
        key = standard.service or standard.id
        yield _subject(definition, ("standards", place), key, names.get(key) or standard.title)


def _subject(definition: Definition, pointer: Pointer, key: str, name: Text | None) -> Subject:
    origin = definition.origin
    stated = pointer if origin is None else origin.stated(pointer)
    shown = name or Text()
    return Subject(key, pointer, stated, _line(shown.id), _line(shown.en))


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
