"""Misspellings of words that every maklumat uses, each with what was meant.

The first group was seen in published pledges; the others are slips of the same words. What is
right in some reading (``pelayan publik``, ``terus menerus``) is not here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_REMEMBERED: Final = 512
_INDONESIAN: Final[Mapping[str, str]] = {
    # Seen in published pledges.
    "menyelenggaran": "menyelenggarakan",
    "di tetapkan": "ditetapkan",
    "perundangan-undangan": "perundang-undangan",
    "admnistrasi": "administrasi",
    "untukmelaksanakan": "untuk melaksanakan",
    # The verbs of a pledge.
    "menyelengarakan": "menyelenggarakan",
    "menyelenggrakan": "menyelenggarakan",
    "menyelengggarakan": "menyelenggarakan",
    "meyelenggarakan": "menyelenggarakan",
    "penyelengaraan": "penyelenggaraan",
    "penyelengara": "penyelenggara",
    "melaksankan": "melaksanakan",
    "melaksanaan": "melaksanakan",
    "membeikan": "memberikan",
    "menenpati": "menepati",
    "mentaati": "menaati",
    "mentaaati": "menaati",
    "melakukkan": "melakukan",
    "di berikan": "diberikan",
    "di janjikan": "dijanjikan",
    "di kenakan": "dikenakan",
    "di laksanakan": "dilaksanakan",
    "di langgar": "dilanggar",
    "di tentukan": "ditentukan",
    "sangup": "sanggup",
    "kesangupan": "kesanggupan",
    "beresedia": "bersedia",
    "besedia": "bersedia",
    # Its nouns.
    "pelayananan": "pelayanan",
    "pelayanaan": "pelayanan",
    "pelayan an": "pelayanan",
    "pelayana": "pelayanan",
    "standart": "standar",
    "stadar": "standar",
    "standard pelayanan": "standar pelayanan",
    "sangsi": "sanksi",
    "sansi": "sanksi",
    "menerima saksi": "menerima sanksi",
    "konpensasi": "kompensasi",
    "kompensai": "kompensasi",
    "kompesasi": "kompensasi",
    "peratuan": "peraturan",
    "perauran": "peraturan",
    "perundang undangan": "perundang-undangan",
    "perundang-undang-undangan": "perundang-undangan",
    "perundangan undangan": "perundang-undangan",
    "perundang-undagan": "perundang-undangan",
    "ketentua": "ketentuan",
    "kewajipan": "kewajiban",
    "kewajian": "kewajiban",
    "masarakat": "masyarakat",
    "masyrakat": "masyarakat",
    "maklumad": "maklumat",
    "komitment": "komitmen",
    "kwalitas": "kualitas",
    "prosudur": "prosedur",
    "perbaikkan": "perbaikan",
    "apabilah": "apabila",
}
_ENGLISH: Final[Mapping[str, str]] = {
    "standart": "standard",
    "standarts": "standards",
    "complience": "compliance",
    "compensasion": "compensation",
    "kompensation": "compensation",
    "commited": "committed",
    "committment": "commitment",
    "improvment": "improvement",
    "continous": "continuous",
    "continously": "continuously",
    "recieve": "receive",
    "accordence": "accordance",
}


_TABLES: Final = {"id": _INDONESIAN, "en": _ENGLISH}
# The longest is tried first, and a gap of any width may stand where the table has a space.
_PATTERNS: Final = {
    lang: re.compile(
        r"(?<![\w-])(?:"
        + "|".join(written.replace(" ", r"\s+") for written in sorted(table, key=len, reverse=True))
        + r")(?![\w-])",
        re.IGNORECASE,
    )
    for lang, table in _TABLES.items()
}


def _misspelt(words: str, lang: str = "id") -> tuple[tuple[str, str], ...]:
    """Return each misspelling of a text once, as it is written, with what was meant.

    >>> misspelt("Kami sanggup menyelenggaran pelayanan yang telah di tetapkan")
    (('menyelenggaran', 'menyelenggarakan'), ('di tetapkan', 'ditetapkan'))
    """
    found = (" ".join(hit.split()) for hit in _PATTERNS[lang].findall(words))
    table = _TABLES[lang]
    return tuple((written, table[written.lower()]) for written in dict.fromkeys(found))


# Offices share the wording of their pledge.
misspelt = lru_cache(maxsize=_REMEMBERED)(_misspelt)


def corrected(words: str, lang: str = "id") -> str:
    """Return a text with its misspellings put right, to compare it with another.

    >>> corrected("sesuai perundangan-undangan")
    'sesuai perundang-undangan'
    """
    table = _TABLES[lang]
    return _PATTERNS[lang].sub(lambda hit: table[" ".join(hit[0].lower().split())], words)
