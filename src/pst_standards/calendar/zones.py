"""The three time zones of Indonesia."""

from __future__ import annotations

import datetime as dt
from typing import Final

from pst_standards.calendar.errors import ZoneError
from pst_standards.model.base import Choice

_LONGEST_SHOWN: Final = 60


class Zone(Choice):
    """A time zone, by the name the clock on the wall has; none of them knows summer time.

    >>> Zone.WITA.iana, Zone.WITA.tzinfo.utcoffset(None)
    ('Asia/Makassar', datetime.timedelta(seconds=28800))
    """

    WIB = "WIB", "Waktu Indonesia Barat", "Western Indonesia Time"
    WITA = "WITA", "Waktu Indonesia Tengah", "Central Indonesia Time"
    WIT = "WIT", "Waktu Indonesia Timur", "Eastern Indonesia Time"

    @property
    def iana(self) -> str:
        """The name in the time zone database."""
        return _IANA[self]

    @property
    def tzinfo(self) -> dt.timezone:
        """The fixed offset; it needs no time zone database, which Windows does not bring."""
        return _FIXED[self]


_IANA: Final = {
    Zone.WIB: "Asia/Jakarta",
    Zone.WITA: "Asia/Makassar",
    Zone.WIT: "Asia/Jayapura",
}
_OFFSETS: Final = {
    dt.timedelta(hours=7): Zone.WIB,
    dt.timedelta(hours=8): Zone.WITA,
    dt.timedelta(hours=9): Zone.WIT,
}
_FIXED: Final = {zone: dt.timezone(offset, zone.value) for offset, zone in _OFFSETS.items()}
# Pontianak and Ujung Pandang are older names of the database for the same clocks.
_NAMES: Final = {
    **{zone.value.casefold(): zone for zone in Zone},
    **{name.casefold(): zone for zone, name in _IANA.items()},
    "asia/pontianak": Zone.WIB,
    "asia/ujung_pandang": Zone.WITA,
}


def zone_of(name: str | Zone) -> Zone:
    """Return the zone of a name: ``WIB``, ``WITA``, ``WIT`` or a name of the database.

    Raises ``ZoneError`` with the three that there are.

    >>> zone_of("asia/jayapura"), zone_of(" wib ")
    (<Zone.WIT: 'WIT'>, <Zone.WIB: 'WIB'>)
    """
    if isinstance(name, Zone):
        return name
    known = _NAMES.get(name.strip().casefold())
    if known is None:
        raise ZoneError("zone.unknown", zone=name[:_LONGEST_SHOWN])
    return known


def zone_of_time(moment: dt.datetime) -> Zone | None:
    """Return the zone whose clock a moment was written with, ``None`` when it is another clock.

    >>> zone_of_time(dt.datetime.fromisoformat("2026-03-17T10:00+08:00"))
    <Zone.WITA: 'WITA'>
    >>> zone_of_time(dt.datetime.fromisoformat("2026-03-17T10:00Z")) is None
    True
    """
    offset = moment.utcoffset()
    return None if offset is None else _OFFSETS.get(offset)


# By memory of Keppres 41/1987 and its changes: not verified. The provinces of the east of
# Kalimantan and of Sulawesi and Nusa Tenggara are WITA, Maluku and Papua WIT, all others WIB.
_WITA: Final = frozenset({"51", "52", "53", "63", "64", "65"})


def zone_of_office(code: str) -> Zone | None:
    """Return the zone of an office by the province in its BPS code, ``None`` where it has none.

    >>> zone_of_office("3322"), zone_of_office("6400"), zone_of_office("94"), zone_of_office("x")
    (<Zone.WIB: 'WIB'>, <Zone.WITA: 'WITA'>, <Zone.WIT: 'WIT'>, None)
    """
    province = code.strip()[:2]
    if len(province) != len("00") or not (province.isascii() and province.isdecimal()):
        return None
    if province in _WITA or province[0] == "7":
        return Zone.WITA
    if province[0] in "89":
        return Zone.WIT
    return Zone.WIB if province[0] == "1" or province in _WIB else None


_WIB: Final = frozenset({"21", "31", "32", "33", "34", "35", "36", "61", "62"})
