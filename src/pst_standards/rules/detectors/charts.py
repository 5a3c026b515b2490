"""References of a procedure to a chart or picture: "Bagan 1", "diagram alir terlampir"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_KIND: Final = r"(?:bagan|gambar|diagram|skema|flow ?chart|chart|figure)"
_REFERENCE: Final = re.compile(
    rf"\b{_KIND}(?: alir| alur)? (?:[0-9]{{1,2}}|(?-i:[IVX]{{1,4}})|terlampir|berikut|di bawah"
    r"|below)\b",
    re.IGNORECASE,
)
_SHOWN: Final = re.compile(rf"\b(?:{_KIND}|alur|prosedur|mekanisme|procedure)\b", re.IGNORECASE)


def _chart_named(words: str) -> str:
    found = _REFERENCE.search(words)
    return found[0] if found else ""


_remembered = lru_cache(maxsize=4096)(_chart_named)


def chart_named(words: str) -> str:
    """Return the words by which a text refers to a chart, empty when it refers to none.

    >>> chart_named("Alur lengkap ada pada Bagan 1"), chart_named("Gambar peta digital")
    ('Bagan 1', '')
    """
    return _remembered(words)


def names_chart(words: str) -> bool:
    """Tell whether a text refers to a chart.

    >>> names_chart("Lihat diagram alir terlampir")
    True
    """
    return bool(_remembered(words))


def shows_chart(words: str) -> bool:
    """Tell whether a title may be that of a chart of the procedure.

    >>> shows_chart("Alur pelayanan"), shows_chart("Laporan kinerja")
    (True, False)
    """
    return _SHOWN.search(words) is not None
