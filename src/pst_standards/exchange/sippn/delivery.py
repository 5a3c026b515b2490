"""The components that SIPPN publishes, each made out of the list of its part."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pst_standards.exchange.sippn.entries import Entry
from pst_standards.exchange.sippn.fees import fee_of
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lists import Listing
from pst_standards.exchange.sippn.parts import Part
from pst_standards.exchange.sippn.procedure import procedure_of
from pst_standards.exchange.sippn.times import time_limit_of

_FORMATS: Final = re.compile(r"\b(?:PDF|CSV|XLSX?|Excel|DOCX?|JPE?G|PNG|SHP|GeoJSON|DBF|SAV)\b")
_COMPLAINT: Final = re.compile(r"adu(?:an|kan)|keluhan|saran|masukan|lapor", re.IGNORECASE)


def _point(entry: Entry) -> dict[str, Any]:
    point: dict[str, Any] = {"text": entry.words}
    if entry.channels:
        point["channels"] = list(entry.channels)
    return point


def _requirements(listing: Listing, _: Ledger) -> dict[str, Any]:
    items = [
        ({"kind": entry.kind} if entry.kind else {}) | _point(entry) for entry in listing.entries
    ]
    return {"items": items} | listing.noted


def _product(listing: Listing, _: Ledger) -> dict[str, Any]:
    items = []
    for entry in listing.entries:
        formats = list(dict.fromkeys(_FORMATS.findall(entry.words)))
        items.append(_point(entry) | ({"formats": formats} if formats else {}))
    return {"items": items} | listing.noted


BUILDERS: Final[Mapping[Part, Callable[[Listing, Ledger], dict[str, Any]]]] = {
    Part.REQUIREMENTS: _requirements,
    Part.PROCEDURE: procedure_of,
    Part.TIME: time_limit_of,
    Part.FEE: fee_of,
    Part.PRODUCT: _product,
}
"""What makes a component of the service-delivery part out of its list."""


def is_about_complaints(listing: Listing) -> bool:
    """Tell whether the steps under a heading about complaints speak of complaints at all."""
    return any(_COMPLAINT.search(entry.words) for entry in listing.entries)
