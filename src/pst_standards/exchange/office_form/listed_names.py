"""The name that a list gives an office: it is only compared, for the table of offices knows it."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.definitions.offices import OfficeRow
from pst_standards.model.office import OfficeKind

_KINDS: Final = {
    "kabupaten": OfficeKind.REGENCY,
    "kab": OfficeKind.REGENCY,
    "kota": OfficeKind.CITY,
    "provinsi": OfficeKind.PROVINCE,
    "prov": OfficeKind.PROVINCE,
}
_AGENCY: Final = re.compile(r"^(?:kantor )?(?:badan pusat statistik|bps)\b")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_ADMINISTRATIVE: Final = re.compile(r"\b(?:administrasi|adm)\b")


def is_name_of(office: OfficeRow, said: str) -> bool:
    """Tell whether a name may mean an office, however much of it was written.

    >>> from pst_standards.definitions.offices import find_office
    >>> semarang = find_office("3322")
    >>> [is_name_of(semarang, one) for one in ("BPS Kab. Semarang", "Semarang", "Kota Semarang")]
    [True, True, False]
    """
    if office.kind is OfficeKind.CENTRE:
        return True
    kind, name = _read(said)
    return kind in {None, office.kind} and name == _read(office.name)[1]


def _read(said: str) -> tuple[OfficeKind | None, str]:
    plain = " ".join(_NO_LETTER.sub(" ", said.casefold()).split())
    words = _ADMINISTRATIVE.sub(" ", _AGENCY.sub("", plain)).split()
    kind = _KINDS.get(words[0]) if words else None
    return kind, "".join(words[1:] if kind else words)
