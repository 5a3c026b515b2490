"""Telling that a text names a regulation as one of the past."""

from __future__ import annotations

import re
from typing import Final

_PAST: Final = re.compile(
    r"dicabut|diganti|digantikan|tidak berlaku lagi|sebelumnya|pernah|semula|dahulu"
    r"|repealed|replaced|superseded|formerly|previous",
    re.IGNORECASE,
)


def tells_past(words: str) -> bool:
    """Tell whether a text says that something no longer holds.

    >>> tells_past("PP 7/2015 yang telah diganti"), tells_past("menurut PP 7/2015")
    (True, False)
    """
    return _PAST.search(words) is not None
