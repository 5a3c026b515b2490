"""Telling whether a cited title can be the title of a regulation."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(
    {"tentang", "dan", "atau", "yang", "atas", "pada", "di", "dari", "untuk", "dalam", "terhadap"}
    | {"nomor", "no", "tahun", "republik", "indonesia", "ri", "oleh", "dengan", "jenis"}
)
_SPELLED_OUT: Final = {
    "bps": ("badan", "pusat", "statistik"),
    "pnbp": ("penerimaan", "negara", "bukan", "pajak"),
    "uu": ("undang",),
    "pp": ("peraturan", "pemerintah"),
    "nol": ("rp0",),
    "skm": ("survei", "kepuasan", "masyarakat"),
    "lapor": ("pengaduan",),
}
_SHORTEST_CITED: Final = 6
_CLOSE: Final = 0.8


def _words(title: str) -> tuple[str, ...]:
    spelled = (
        part for word in _WORD.findall(title.lower()) for part in _SPELLED_OUT.get(word, (word,))
    )
    return tuple(word for word in spelled if word not in _SMALL)


def _is_among(word: str, known: frozenset[str]) -> bool:
    if word in known:
        return True
    from difflib import SequenceMatcher

    return any(SequenceMatcher(None, word, other).ratio() >= _CLOSE for other in known)


def titles_agree(known: str, cited: str) -> bool:
    """Whether ``cited`` shares more than half of its words, or of the known ones, with ``known``.

    In running text a title has no sure end, so only its first words count.

    >>> titles_agree("Pelayanan Publik", "pelayanan publlk yang mewajibkan setiap penyelenggara")
    True
    >>> titles_agree("Pelayanan Publik", "Keterbukaan Informasi Publik")
    False
    """
    true = frozenset(_words(known))
    said = tuple(dict.fromkeys(_words(cited)))[: max(2 * len(true), _SHORTEST_CITED)]
    shared = sum(_is_among(word, true) for word in said)
    return 2 * shared > min(len(true), len(said))
