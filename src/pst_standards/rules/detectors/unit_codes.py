"""Codes of BPS offices in their addresses: ``bps3322@…``, ``s.bps.go.id/pengaduan3322``."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 20_000
_IN_ADDRESS: Final = re.compile(
    r"\b(?:bps|pst|ppid|pengaduan|aduan|humas|layanan)[._-]?([0-9]{4})@"
    r"|\bs\.bps\.go\.id/(?:bps|pst|ppid|pengaduan|aduan|lapor|layanan)[._-]?([0-9]{4})\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"[0-9]{4}")
_YEAR: Final = "20"
_WHOLE: Final = "00"


def is_unit_code(code: str | None) -> bool:
    """Tell whether a code is one of four digits, as BPS numbers its offices.

    >>> is_unit_code("3322"), is_unit_code("PST"), is_unit_code(None)
    (True, False, False)
    """
    return code is not None and _CODE.fullmatch(code) is not None


def unit_codes(words: str | None) -> tuple[str, ...]:
    """Return the codes of offices that the addresses in a text carry.

    No province has the code 20, so ``pengaduan2024`` is taken as a year.

    >>> unit_codes("bps3322@bps.go.id, s.bps.go.id/Pengaduan3374, pengaduan2024@bps.go.id")
    ('3322', '3374')
    """
    if words is None or not ("@" in words or "/" in words):
        return ()
    found = (one or other for one, other in _IN_ADDRESS.findall(words[:_LONGEST]))
    return tuple(dict.fromkeys(code for code in found if not code.startswith(_YEAR)))


def may_be_one_office(code: str, other: str) -> bool:
    """Tell whether two codes go together: the same office, or an office and its province.

    >>> may_be_one_office("3322", "3300"), may_be_one_office("3322", "3374")
    (True, False)
    """
    same_province = code[:2] == other[:2] and _WHOLE in {code[2:], other[2:]}
    return code == other or same_province
