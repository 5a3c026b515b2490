"""What the words of a survey plan say: how often, by which instrument, on which basis."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.law import RegulationKey
from pst_standards.rules.citing import keys_in

_REMEMBERED: Final = 256
_YEARLY: Final = re.compile(
    r"\btahunan\b|\bbulanan\b|\btriwulan|\bkuartal|\bsemester"
    r"|\b(?:setiap|tiap|per) (?:(?:\d+|satu|tiga|empat|enam) )?(?:tahun|bulan)\b|\bsetahun\b"
    r"|\bannual|\b(?:year|quarter|month)ly\b|\b(?:a|every|each|per) (?:year|quarter|month)\b",
    re.IGNORECASE,
)
# "Setiap 2 tahun" is no yearly survey, and neither is "setiap 18 bulan".
_SELDOM: Final = re.compile(
    r"\b(?:setiap|tiap|per|every|each) (?:(?:[2-9]|\d\d|dua|tiga|lima|two|three|five)"
    r" (?:tahun|years?)|(?:1[3-9]|[2-9]\d|\d{3,}) (?:bulan|months?))\b",
    re.IGNORECASE,
)
_KNOWN_INSTRUMENT: Final = re.compile(
    r"\bs?skm\b|\bikm\b|\bskd\b|(?:survei|survey|indeks) kepuasan|survei kebutuhan data"
    r"|satisfaction (?:survey|index)|data needs survey",
    re.IGNORECASE,
)
# The decree of 2004 is mostly numbered with KEP in front, and the ministry often without RB.
_AS_REGISTERED: Final = (
    (re.compile(r"\bkep/25/m\.?pan", re.IGNORECASE), "25/KEP/M.PAN"),
    (
        re.compile(r"\bkep(?:utusan)?\.? ?men(?:teri)?\.? ?pan\b(?! ?rb)", re.IGNORECASE),
        "KepmenPAN",
    ),
    (
        re.compile(
            r"\b(?:peraturan|per)\.? ?men(?:teri)?\.? ?pan\b(?!-? ?(?:dan )?rb)", re.IGNORECASE
        ),
        "PermenPANRB",
    ),
)


def says_yearly(words: str) -> bool:
    """Tell whether a text says that something is done once a year or more often.

    >>> says_yearly("Paling sedikit sekali dalam setahun"), says_yearly("Setiap 2 tahun")
    (True, False)
    """
    plain = " ".join(words.split())
    return _YEARLY.search(plain) is not None and _SELDOM.search(plain) is None


def names_instrument(words: str) -> bool:
    """Tell whether a text names a survey whose elements are set by its guide.

    >>> names_instrument("Survei Kepuasan Masyarakat"), names_instrument("Angket pengunjung")
    (True, False)
    """
    return _KNOWN_INSTRUMENT.search(" ".join(words.split())) is not None


def _basis_in(words: str) -> frozenset[RegulationKey]:
    """Return the regulations on which a survey is said to rest, however they are numbered.

    >>> sorted(map(str, basis_in("Kepmenpan KEP/25/M.PAN/2/2004 dan Permenpan 14 Tahun 2017")))
    ['KepmenPAN 25/KEP/M.PAN/2/2004', 'PermenPANRB 14/2017']
    """
    plain = " ".join(words.split())
    for written, registered in _AS_REGISTERED:
        plain = written.sub(registered, plain)
    return keys_in((plain,))


basis_in = lru_cache(maxsize=_REMEMBERED)(_basis_in)
