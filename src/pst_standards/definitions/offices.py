"""The offices of BPS: codes and names, with a mark of what was verified."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from attrs import frozen

from pst_standards.model.office import OfficeKind

_AGENCY: Final = "Badan Pusat Statistik"
_SPACED_LETTERS: Final = re.compile(r"\b(?:\w )+\w\b")
_NUMERAL: Final = re.compile(r"[IVX]{2,}", re.IGNORECASE)
_WHOLE_WORDS: Final[Mapping[str, str]] = {
    "dki": "DKI",
    "di": "DI",
    "d.i.": "DI",
    "dan": "dan",
    "kab.": "Kabupaten",
    "kab": "Kabupaten",
    "prov.": "Provinsi",
    "kep.": "Kepulauan",
    "adm.": "",
    "administrasi": "",
}


def _capitalised(word: str) -> str:
    whole = _WHOLE_WORDS.get(word.lower())
    if whole is not None:
        return whole
    if _NUMERAL.fullmatch(word):
        return word.upper()
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def normalise_name(name: str) -> str:
    """Write the name of an area as offices write it, from the capitals of a code list.

    Letters set apart, doubled blanks and abbreviations are undone; "administrasi", which BPS
    leaves out of its names, is dropped.

    >>> normalise_name("KABUPATEN TOJO UNA-UNA"), normalise_name("KOTA D U M A I")
    ('Kabupaten Tojo Una-Una', 'Kota Dumai')
    >>> normalise_name("KAB. ADM. KEP. SERIBU"), normalise_name("provinsi dki jakarta")
    ('Kabupaten Kepulauan Seribu', 'Provinsi DKI Jakarta')
    """
    single = " ".join(name.split())
    joined = _SPACED_LETTERS.sub(lambda match: match[0].replace(" ", ""), single)
    return " ".join(word for word in map(_capitalised, joined.split()) if word)


@frozen(kw_only=True)
class OfficeRow:
    """One office; empty text means that the table does not know.

    ``bps_code`` and ``parent`` are codes of BPS, not of the home ministry, whose own stand in
    ``kemendagri_code``. ``period`` is the year of the division into areas that the row follows.
    ``verified`` says that code and name were found alike in two lists.

    >>> office = find_office("3322")
    >>> office.name, office.office_name, office.address_for_email
    ('Kabupaten Semarang', 'Badan Pusat Statistik Kabupaten Semarang', 'bps3322@bps.go.id')
    """

    bps_code: str
    kind: OfficeKind
    name: str
    parent: str
    kemendagri_code: str
    website: str
    email: str
    period: str
    source: str
    verified: bool

    @property
    def office_name(self) -> str:
        """Official name of the office, such as ``Badan Pusat Statistik Kota Semarang``."""
        return _AGENCY if self.kind is OfficeKind.CENTRE else f"{_AGENCY} {self.name}"

    @property
    def address_for_email(self) -> str:
        """The address on record, else the one that offices have by custom: confirm it."""
        return self.email or f"bps{self.bps_code}@bps.go.id"


def _row(fields: Mapping[str, str]) -> OfficeRow:
    given: dict[str, str] = dict(fields)
    kind, verified = OfficeKind(given.pop("kind")), given.pop("verified") == "yes"
    return OfficeRow(kind=kind, verified=verified, **given)


@cache
def _by_code() -> Mapping[str, OfficeRow]:
    file = resources.files(__package__) / "data" / "offices.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    return {fields["bps_code"]: _row(fields) for fields in csv.DictReader(lines)}


def offices() -> tuple[OfficeRow, ...]:
    """Return every office in order of its code: the centre, then provinces with their areas.

    >>> len(offices())
    553
    """
    return tuple(_by_code().values())


def find_office(code: str) -> OfficeRow | None:
    """Return the office with a four-digit code of BPS, ``None`` when there is none.

    >>> find_office("3300").name
    'Provinsi Jawa Tengah'
    >>> find_office("9999") is None
    True
    """
    return _by_code().get(code)
