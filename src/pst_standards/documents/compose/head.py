"""The letterhead, and the pictures that a definition names."""

from __future__ import annotations

from typing import Final

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import postal, proper
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.outline import Letterhead, Picture
from pst_standards.documents.picture_faults import fault_in
from pst_standards.model.base import Node
from pst_standards.model.office import Office

_PARENT: Final = "Badan Pusat Statistik"
LOGO_MM: Final = 24.0


def letterhead(composition: Composition) -> Letterhead | None:
    """Return the head of the office's letters, ``None`` while the office has no name."""
    office = composition.definition.office
    name = office_name(composition)
    if office is None or not name:
        return None
    return Letterhead(
        names=_names(name),
        address=postal(office.address),
        contact=contact_line(office, composition),
        logo=picture(office, "logo", office.logo, composition, width=LOGO_MM),
    )


def office_name(composition: Composition) -> str:
    """Return the full name of the office, the short one where it has no other."""
    office = composition.definition.office
    if office is None:
        return ""
    return proper(office.name) or proper(office.short_name or "")


def _names(name: str) -> tuple[str, ...]:
    nearest = name[len(_PARENT) :].strip()
    if nearest and name.casefold().startswith(f"{_PARENT.casefold()} "):
        return (_PARENT, nearest)
    return (name,)


def contact_line(office: Office, composition: Composition) -> str:
    """Return telephone, fax, WhatsApp, e-mail and website on one line; each stays in one piece."""
    ways = {
        "phone": office.phone,
        "fax": office.fax,
        "whatsapp": office.whatsapp,
        "email": office.email,
        "website": office.website,
    }
    shown = (
        composition.say("pair", label=composition.say(f"contact.{name}"), value=value.strip())
        for name, value in ways.items()
        if value and value.strip()
    )
    whole = (one.replace(" ", "\N{NO-BREAK SPACE}") for one in shown)
    return "\N{NO-BREAK SPACE}\N{MIDDLE DOT} ".join(whole)


def picture(
    owner: Node,
    key: str,
    file: str | None,
    composition: Composition,
    *,
    alt: str = "",
    width: float,
) -> Picture | None:
    """Return a picture from the files at hand; one that is not there or unfit is noted."""
    if not file:
        return None
    data = composition.assets.get(file)
    if data is not None and not fault_in(data):
        return Picture(data=data, alt=alt, width=width)
    pointer = (*pointer_of(owner), key)
    composition.missing_files.setdefault(pointer, file)
    # What is not printed need not be confirmed.
    composition.seen.discard(pointer)
    return None
