"""Names and addresses of other offices in a text that should be about one's own."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.likeness import key_of
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.office import office_of
from pst_standards.model.definition import Definition
from pst_standards.rules.formats.cleaning import one_line

_CONTACT: Final = re.compile(r"(?:\bbps|pengaduan|/bps)[-_.]?([0-9]{4})(?![0-9])", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?:BPS|Badan Pusat Statistik) (?:Provinsi|Kabupaten|Kab\.|Kota) (?:[A-Z][\w'-]*\s?){1,4}"
)
_INTEGRATED: Final = "Pelayanan Statistik Terpadu"


@frozen(kw_only=True)
class Own:
    """What an office is called: its code and names, and every name that the definition writes."""

    code: str = ""
    names: tuple[str, ...] = ()
    everything: str = ""


def own_of(definition: Definition, text: str) -> Own:
    """Return what the office of a definition is called; ``text`` is all that it says itself."""
    office = definition.office
    if office is None:
        return Own(everything=text)
    names = (one_line(name) for name in (office.short_name, office.name) if name)
    return Own(code=office.code or "", names=tuple(filter(None, names)), everything=text)


def is_own_unit(unit: str, own: Own) -> bool:
    """Whether a unit is the office, or the province under which SIPPN lists it.

    >>> is_own_unit("Pelayanan Statistik Terpadu BPS Kab. X", Own(names=("BPS Kab. X",)))
    True
    """
    bare = unit.removeprefix(_INTEGRATED).strip() or unit
    if {key_of(unit), key_of(bare)} & {key_of(name) for name in own.names}:
        return True
    code = _code(unit)
    above = code.endswith("00") and code != "0000" and code[:2] == own.code[:2]
    return bool(code) and (code == own.code or above)


def names_another(found: str, own: Own, expected: str) -> bool:
    """Whether a text names an office that neither the definition nor the expected text names."""
    if not own.code:
        return False
    codes = set(_CONTACT.findall(found)) - {own.code, *_CONTACT.findall(expected)}
    if codes - set(_CONTACT.findall(own.everything) if codes else ()):
        return True
    return any(
        _code(name.strip()) not in {"", own.code}
        and key_of(name) not in key_of(f"{expected} {own.everything}")
        for name in dict.fromkeys(_NAMED.findall(found))
    )


def _code(name: str) -> str:
    return str(office_of(Line(1, name), "", Ledger()).get("code", ""))
