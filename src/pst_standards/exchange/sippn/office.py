"""Which office publishes a page: from the line of the unit, and from codes in its contacts."""

from __future__ import annotations

import re
from typing import Any, Final

from pst_standards.definitions.offices import OfficeRow, find_office, normalise_name, offices
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line
from pst_standards.model.office import OfficeKind

TABLE: Final = "Daftar kode kantor BPS"
"""What values are marked with that the page does not say."""
_INTEGRATED: Final = re.compile(r"pelayanan statistik terpadu", re.IGNORECASE)
_AGENCY: Final = re.compile(r"\b(?:BPS|Badan Pusat Statistik)\b\s*", re.IGNORECASE)
_CODE: Final = re.compile(r"\((?P<code>[0-9]{4})\)")
_CONTACT: Final = re.compile(
    r"(?:\bbps|pengaduan|/bps)[-_.]?(?P<code>[0-9]{4})(?![0-9])", re.IGNORECASE
)
_CENTRE: Final = re.compile(
    r"\b(?:sekretariat utama|bps (?:ri|pusat)|bps republik)\b", re.IGNORECASE
)
_KINDS: Final = (
    (OfficeKind.PROVINCE, re.compile(r"\b(?:provinsi|prov\.)", re.IGNORECASE)),
    (OfficeKind.REGENCY, re.compile(r"\b(?:kabupaten|kab\.)", re.IGNORECASE)),
    (OfficeKind.CITY, re.compile(r"\bkota\b", re.IGNORECASE)),
)


def office_of(unit: Line | None, text: str, ledger: Ledger) -> dict[str, Any]:
    """Return the office as far as the page tells it without doubt.

    The unit of a page is often the province that a regency's services hang under; the contacts
    say then whose they are.
    """
    name = unit.text if unit else ""
    line = unit.number if unit else 1
    code = _code_of(name)
    contacts = list(dict.fromkeys(match["code"] for match in _CONTACT.finditer(text)))
    if contacts and contacts != [code]:
        code = _weighed(code, contacts, Line(line, name), ledger)
    return _described(name, code)


def _weighed(code: str, contacts: list[str], unit: Line, ledger: Ledger) -> str:
    """Choose between the code of the unit and those of the contacts."""
    named = ", ".join(f"bps{contact}" for contact in contacts)
    said = f"{unit.text}; {named}" if unit.text else named
    if len(contacts) == 1 and not code:
        return contacts[0]
    if len(contacts) == 1 and _is_below(contacts[0], code):
        ledger.tell("office-below", unit.number, said)
        return contacts[0]
    ledger.tell("office-differs", unit.number, said)
    return code


def _is_below(code: str, above: str) -> bool:
    """Whether an office belongs to a province: their codes begin alike."""
    return above.endswith("00") and above != "0000" and code[:2] == above[:2]


def _code_of(name: str) -> str:
    """Return the code that a unit line gives or that its area has in the table of offices."""
    written = _CODE.search(name)
    if written and _AGENCY.search(name):
        return written["code"]
    if _CENTRE.search(name):
        return "0000"
    area = _area(name)
    rows = [row.bps_code for row in offices() if area and row.name == area]
    return rows[0] if len(rows) == 1 else ""


def _area(name: str) -> str:
    """Return the area behind the name of the agency, as the table of offices writes it."""
    parts = _AGENCY.split(_CODE.sub("", name))
    return normalise_name(parts[-1].strip(" ,-()")) if len(parts) > 1 else ""


def _described(name: str, code: str) -> dict[str, Any]:
    row = find_office(code) if code else None
    office: dict[str, Any] = {"code": code} if code else {}
    kind = row.kind if row else _kind(name)
    if kind is not None:
        office["kind"] = kind.value
    return office | (_named(name, row) if row else _written(name))


def _kind(name: str) -> OfficeKind | None:
    """Return the level of an office of BPS; a unit of a province also serves those below it."""
    if _INTEGRATED.match(name) or not _AGENCY.search(name):
        return None
    area = _AGENCY.split(name)[-1]
    return next((kind for kind, word in _KINDS if word.search(area)), None)


def _named(name: str, row: OfficeRow) -> dict[str, Any]:
    """Return the names that the table has, marked so, with the unit line of the page."""
    short = "BPS" if row.kind is OfficeKind.CENTRE else f"BPS {row.name}"
    mark = {"source": TABLE, "confidence": "secondary"}
    names: dict[str, Any] = {"name": row.office_name, "short_name": short}
    names["marks"] = dict.fromkeys(("name", "short_name"), mark)
    if name and name not in {row.office_name, short}:
        key = "name" if _INTEGRATED.match(name) else "unit"
        names["integrated_service"] = {key: name}
    return names


def _written(name: str) -> dict[str, Any]:
    if _INTEGRATED.match(name):
        return {"integrated_service": {"name": name}}
    bare = _CODE.sub("", name).strip(" ,-") if _AGENCY.search(name) else name
    return {"short_name" if bare.startswith("BPS") else "name": bare} if bare else {}
