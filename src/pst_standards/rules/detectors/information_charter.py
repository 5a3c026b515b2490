"""Telling a charter of public information (PPID) from a maklumat of service.

The first promises how requests for information are answered (UU 14/2008), the second that every
service keeps to its standard (UU 25/2009 Pasal 22). Offices of statistics serve with information,
so the word alone says nothing: only public information in the sense of that act counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_REMEMBERED: Final = 512
_PUBLIC_INFORMATION: Final = re.compile(
    r"\bppid\b|pejabat pengelola informasi|informasi publik|(?:per|pe)mohon(?:an)? informasi"
    r"|daftar informasi|keterbukaan informasi|(?:pelayanan|layanan) informasi (?:dan|&) dokumentasi"
    r"|keberatan atas informasi|public information|information request",
    re.IGNORECASE,
)
# A standard of service, unless it is that of the information service itself.
_SERVICE_STANDARD: Final = re.compile(
    r"\bstandar[dt]? (?:pe)?layanan\b(?! informasi)|\bservice standards?\b", re.IGNORECASE
)


def _is_information_charter(words: str) -> bool:
    """Tell whether a text promises public information and no service by its standard.

    >>> is_information_charter("PPID sanggup melayani permohonan informasi publik")
    True
    >>> is_information_charter("Kami sanggup melayani informasi statistik sesuai standar pelayanan")
    False
    """
    plain = " ".join(words.split())
    if _SERVICE_STANDARD.search(plain):
        return False
    return _PUBLIC_INFORMATION.search(plain) is not None


# Offices share the wording of their charters.
is_information_charter = lru_cache(maxsize=_REMEMBERED)(_is_information_charter)
