"""Offices of BPS that a text names: "BPS Kabupaten Contoh"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_OFFICE: Final = r"BPS (?P<level>Provinsi|Kabupaten|Kota) (?P<place>[A-Z][A-Za-z-]{2,40})\b(?!/)"
_NAMED: Final = re.compile(rf"\b{_OFFICE}")
_VISITED: Final = re.compile(
    r"\b(?i:(?:datang|berkunjung|hadir) (?:langsung )?ke|mengunjungi|mendatangi)"
    r" (?:(?:[Uu]nit|[Kk]antor|[Rr]uang|[Ll]oket|[Pp]elayanan|PST|Pelayanan Statistik Terpadu"
    rf"|pada|di) ){{0,4}}{_OFFICE}"
)


class OfficeName(NamedTuple):
    """The level of an office and the first word of its place."""

    level: str
    place: str

    def __str__(self) -> str:
        """Write the name.

        >>> str(OfficeName("Kabupaten", "Contoh"))
        'BPS Kabupaten Contoh'
        """
        return f"BPS {self.level} {self.place}"


def _found(pattern: re.Pattern[str], words: str) -> tuple[OfficeName, ...]:
    if "BPS" not in words:
        return ()
    return tuple(
        dict.fromkeys(OfficeName(one["level"], one["place"]) for one in pattern.finditer(words))
    )


_remembered = lru_cache(maxsize=4096)(_found)


def offices_named(words: str) -> tuple[OfficeName, ...]:
    """Return the offices that a text names, each once.

    >>> [str(one) for one in offices_named("PST BPS Provinsi Contoh, bukan BPS Kabupaten/Kota")]
    ['BPS Provinsi Contoh']
    """
    return _remembered(_NAMED, words)


def offices_to_visit(words: str) -> tuple[OfficeName, ...]:
    """Return the offices that a text tells the user to come to.

    >>> [str(one) for one in offices_to_visit("Pengguna berkunjung ke PST BPS Kabupaten Contoh")]
    ['BPS Kabupaten Contoh']
    >>> offices_to_visit("Data dari BPS Kabupaten Contoh")
    ()
    """
    return _remembered(_VISITED, words)


def sends_to_office(words: str) -> bool:
    """Tell whether a text tells the user to come to an office that it names.

    >>> sends_to_office("Datang ke BPS Kota Contoh"), sends_to_office("Datang ke kantor")
    (True, False)
    """
    return bool(offices_to_visit(words))
