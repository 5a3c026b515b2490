"""PUB-003, PUB-009, PUB-011: the office as a provider, its functions, and headings left empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Node, own_names
from pst_standards.model.channel import Official
from pst_standards.model.office import Office, ServiceFunction
from pst_standards.model.publication import PublicationKind
from pst_standards.model.staff import Staff
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.information import (
    consults,
    educates,
    gives_information,
    names_office,
    shows_budget,
    shows_structure,
)
from pst_standards.rules.wordings import is_placeholder, says, words_of

# Placeholders inside the components are of STD-002, those of maklumat and complaints of the rules
# that ask for what they hold the place of.
_HEADINGS: Final = frozenset(
    {"office", "services", "publications", "information_officer", "compensation"}
)
_PROFILE: Final = frozenset({"name", "head", "structure", "budget", "phone", "email"})
"""Keys of the office that PUB-003 asks for, a placeholder or not."""
_IDENTITY: Final = frozenset({"id", "kind", "source", "confidence", "marks", "confirmed", "extras"})


def _profile_not_complete(context: Context) -> Iterator[Hit]:
    office = context.definition.office or Office()
    parts = {
        "name": says(office.name) or says(office.short_name) or _is_named_by_service(office),
        "head": _is_named(office.head),
        "staff": _has_executors(context.definition.staff),
        "structure": says(office.structure) or _is_published(context, shows_structure),
        "budget": says(office.budget) or _is_published(context, shows_budget),
        "complaints": _has_complaint_address(context),
        "phone": says(office.phone) or says(office.whatsapp),
        "email": says(office.email),
    }
    missing = tuple(name for name, stated in parts.items() if not stated)
    if missing:
        yield Hit(("office",), {"missing": missing})


def _is_named_by_service(office: Office) -> bool:
    """Whether the name of the integrated service says whose it is: "PST BPS Kabupaten …"."""
    joined = office.integrated_service
    return joined is not None and says(joined.name) and names_office(words_of(joined.name))


def _is_named(official: Official | None) -> bool:
    return official is not None and (says(official.name) or says(official.position))


def _has_executors(staff: Staff | None) -> bool:
    if staff is None:
        return False
    return bool(staff.groups) or (staff.profile is not None and says(staff.profile.executors))


def _is_published(context: Context, shows: Callable[[str], bool]) -> bool:
    return any(map(shows, context.published_words))


def _has_complaint_address(context: Context) -> bool:
    complaints = context.complaints
    officer, mechanism = complaints.responsible, complaints.mechanism
    return bool(
        context.channels
        or (officer is not None and officer.address is not None)
        or (mechanism is not None and says(mechanism.contact))
    )


def _functions_missing(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    stated = office.functions if office else ()
    missing = tuple(
        one.value for one, shows in _SHOWN.items() if one not in stated and not shows(context)
    )
    if missing:
        yield Hit(("office",) if office else (), {"missing": missing})


def _serves(context: Context) -> bool:
    return bool(context.definition.services or context.definition.standards)


def _takes_complaints(context: Context) -> bool:
    return context.definition.complaints is not None


def _informs(context: Context) -> bool:
    definition = context.definition
    if definition.information_officer is not None or definition.publications:
        return True
    return _is_told(context, gives_information)


def _supervises(context: Context) -> bool:
    return any(one.internal_supervision is not None for one in context.definition.standards)


def _teaches(context: Context) -> bool:
    listed = any(one.kind in _TEACHING for one in context.definition.publications)
    return listed or _is_told(context, educates)


def _gives_consultation(context: Context) -> bool:
    return _is_told(context, consults)


def _is_told(context: Context, speaks: Callable[[str], bool]) -> bool:
    """Whether a service, a standard or a publication speaks of something."""
    definition = context.definition
    services = (
        words_of(one.id, one.name, *one.aliases, one.description) for one in definition.services
    )
    standards = (words_of(one.title, one.service) for one in definition.standards)
    return any(map(speaks, chain(services, standards, context.published_words)))


def _headings_left_empty(context: Context) -> Iterator[Hit]:
    for pointer, words in context.placeholders.items():
        if pointer[0] in _HEADINGS and not _is_of_profile(pointer):
            yield Hit(pointer, {"text": words}, "placeholder")
    yield from _plain_placeholders(context)
    office = context.definition.office
    for place, award in enumerate(office.awards if office else ()):
        if _says_nothing(award):
            yield Hit(("office", "awards", place), {"heading": award.id}, "empty")
    for place, publication in enumerate(context.definition.publications):
        if publication.kind is None and _says_nothing(publication):
            yield Hit(("publications", place), {"heading": publication.id}, "empty")


def _plain_placeholders(context: Context) -> Iterator[Hit]:
    """Find them in the short fields of the office, such as a telephone number."""
    definition = context.definition
    for node, here in (
        (definition.office, ("office",)),
        (definition.information_officer, ("information_officer",)),
    ):
        yield from _in_strings(node, here)
        yield from _in_strings(getattr(node, "address", None), (*here, "address"))


def _in_strings(node: Node | None, here: Pointer) -> Iterator[Hit]:
    for name in own_names(type(node)) if node is not None else ():
        value = getattr(node, name)
        pointer = (*here, name)
        if isinstance(value, str) and is_placeholder(value) and not _is_of_profile(pointer):
            yield Hit(pointer, {"text": value}, "placeholder")


def _is_of_profile(pointer: Pointer) -> bool:
    return pointer[0] == "office" and pointer[1] in _PROFILE


def _says_nothing(node: Node) -> bool:
    return all(name in _IDENTITY for name, _ in node.stated())


def _has_headings(context: Context) -> bool:
    definition = context.definition
    return any(getattr(definition, name) for name in _HEADINGS)


_TEACHING: Final = frozenset({PublicationKind.RIGHTS, PublicationKind.ACCESSIBLE_GUIDE})
_SHOWN: Final[Mapping[ServiceFunction, Callable[[Context], bool]]] = {
    ServiceFunction.SERVICE: _serves,
    ServiceFunction.COMPLAINTS: _takes_complaints,
    ServiceFunction.INFORMATION: _informs,
    ServiceFunction.SUPERVISION: _supervises,
    ServiceFunction.EDUCATION: _teaches,
    ServiceFunction.CONSULTATION: _gives_consultation,
}
"""How each function shows in the content of a definition that does not name it."""

CHECKS: Final = (
    Check(id="PUB-003", find=_profile_not_complete, applies=has("office")),
    Check(id="PUB-009", find=_functions_missing),
    Check(id="PUB-011", find=_headings_left_empty, applies=_has_headings),
)
