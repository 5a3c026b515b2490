"""Parts that SIPPN has no place for and offices publish all the same: laws, staff, guarantees."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lists import Listing
from pst_standards.exchange.sippn.parts import Part

_ABOUT: Final = re.compile(r"\s+tentang\s+", re.IGNORECASE)
_COUNT: Final = re.compile(
    r"(?P<count>[0-9]{1,4})\s?(?:\([^()]{1,40}\)\s?)?(?:orang|petugas|pegawai)"
)


def _texts(listing: Listing) -> list[str]:
    return [line.text for line in listing.notes] + [entry.words for entry in listing.entries]


def _legal_basis(listing: Listing, ledger: Ledger) -> dict[str, Any]:
    regulations: list[dict[str, Any]] = []
    if listing.note:
        regulations.append({"note": listing.note})
    for entry in listing.entries:
        citation, *about = _ABOUT.split(entry.words, maxsplit=1)
        for line in {entry.line, *entry.lines} if about else ():
            ledger.shape(line, "tentang")
        regulations.append({"citation": citation} | ({"title": about[0]} if about else {}))
    return {"regulations": regulations}


def _competence(listing: Listing, _: Ledger) -> dict[str, Any]:
    return {"items": [{"text": text} for text in _texts(listing)]}


def _staffing(listing: Listing, _: Ledger) -> dict[str, Any]:
    text = "\n".join(_texts(listing))
    found = _COUNT.search(text)
    return ({"count": int(found["count"])} if found else {}) | {"text": text}


def _plain(key: str) -> Callable[[Listing, Ledger], dict[str, Any]]:
    def build(listing: Listing, _: Ledger) -> dict[str, Any]:
        return {key: "\n".join(_texts(listing))}

    return build


BUILDERS: Final[Mapping[Part, Callable[[Listing, Ledger], dict[str, Any]]]] = {
    Part.LEGAL: _legal_basis,
    Part.FACILITIES: _plain("note"),
    Part.COMPETENCE: _competence,
    Part.SUPERVISION: _plain("text"),
    Part.STAFFING: _staffing,
    Part.GUARANTEE: _plain("text"),
    Part.SAFETY: _plain("text"),
    Part.EVALUATION: _plain("method"),
}
"""What makes a component of the manufacturing part out of its lines."""
