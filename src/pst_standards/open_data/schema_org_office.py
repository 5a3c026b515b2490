"""The office as ``GovernmentOffice``, with its hours and the channels for complaints."""

from __future__ import annotations

from typing import Any, Final

from pst_standards.messages import text
from pst_standards.model.base import Text
from pst_standards.model.complaints import Medium
from pst_standards.model.office import Office
from pst_standards.open_data.losses import Cursor
from pst_standards.open_data.naming import address

OFFICE: Final = "#office"
_TELEPHONES: Final = (Medium.PHONE, Medium.SMS, Medium.WHATSAPP)
_ADDRESS: Final = {
    "streetAddress": "street",
    "addressLocality": "city",
    "addressRegion": "province",
    "postalCode": "postal_code",
}


def stated(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without what is empty.

    >>> stated({"@type": "Thing", "name": "", "price": 0})
    {'@type': 'Thing', 'price': 0}
    """
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def said(value: Text | str | None, lang: str) -> str:
    """Return a text in a language, empty where there is none."""
    found = value.get(lang) if isinstance(value, Text) else value or ""
    return found.strip()


def office_node(root: Cursor, lang: str) -> dict[str, Any]:
    """Return the office; one without a name gets a word for that, as every node needs a name."""
    office = root.part("office") or Cursor(Office(), root.ledger, "/office")
    name = said(office.take("name"), lang) or said(office.node.short_name, lang)
    if not name:
        office.tell("name", "no-name")
        name = text("exchange", "open-data.office-unnamed", lang)
    website = address(office.take("website"))
    if office.node.website and not website:
        office.tell("website", "not-an-address")
    if office.node.logo:
        # A link is asked for, and a file in the folder of the definition has no address.
        office.tell("logo", "file-name")
    where = office.part("address")
    return stated(
        {
            "@type": "GovernmentOffice",
            "@id": OFFICE,
            "name": name,
            "alternateName": said(office.take("short_name"), lang),
            "identifier": said(office.take("code"), lang),
            "url": website,
            "telephone": said(office.take("phone"), lang),
            "faxNumber": said(office.take("fax"), lang),
            "email": said(office.take("email"), lang),
            "slogan": said(office.take("motto"), lang),
            "address": _address(where, lang) if where else None,
            "areaServed": _area(where, lang) if where else None,
            "openingHoursSpecification": _hours(office, lang),
            "contactPoint": _contacts(root, lang),
        }
    )


def _address(where: Cursor, lang: str) -> dict[str, Any] | None:
    found = stated({term: said(where.take(name), lang) for term, name in _ADDRESS.items()})
    return {"@type": "PostalAddress", **found, "addressCountry": "ID"} if found else None


def _area(where: Cursor, lang: str) -> dict[str, Any] | None:
    name = said(where.node.city, lang) or said(where.node.province, lang)
    return {"@type": "AdministrativeArea", "name": name} if name else None


def _hours(office: Cursor, lang: str) -> list[dict[str, Any]]:
    found = []
    for hours in office.parts("opening_hours"):
        node = hours.node
        if not node.days or node.opens is None or node.closes is None:
            continue
        for name in ("id", "days", "opens", "closes", "break_start", "break_end"):
            hours.take(name)
        spans = [(node.opens, node.closes)]
        if node.break_start and node.break_end:
            spans = [(node.opens, node.break_start), (node.break_end, node.closes)]
        dated = {
            term: day.isoformat() if (day := hours.take(name)) else ""
            for term, name in {"validFrom": "valid_from", "validThrough": "valid_until"}.items()
        }
        days = [f"https://schema.org/{day.value.capitalize()}" for day in node.days]
        found += [
            stated(
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": days,
                    "opens": f"{start:%H:%M}",
                    "closes": f"{end:%H:%M}",
                    **dated,
                    "description": said(hours.take("note"), lang),
                }
            )
            for start, end in spans
        ]
    return found


def _contacts(root: Cursor, lang: str) -> list[dict[str, Any]]:
    complaints = root.part("complaints")
    found = (_contact(one, lang) for one in (complaints.parts("channels") if complaints else ()))
    return [one for one in found if one]


def _contact(channel: Cursor, lang: str) -> dict[str, Any] | None:
    node = channel.node
    if node.active is False:
        channel.tell("", "not-active")
        return None
    value = said(node.value, lang)
    page = address(value)
    is_number, is_mail = node.medium in _TELEPHONES, node.medium is Medium.EMAIL
    if not value or not (page or is_number or is_mail):
        return None
    for name in ("id", "medium", "name", "value", "active"):
        channel.take(name)
    term = "url" if page else "telephone" if is_number else "email"
    return stated(
        {
            "@type": "ContactPoint",
            "contactType": "complaints",
            "name": said(node.name, lang),
            term: value,
        }
    )
