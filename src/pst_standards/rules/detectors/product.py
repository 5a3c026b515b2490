"""Products: those that only repeat the name of the service, and those that are decisions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORDS: Final = re.compile(r"[^\W_]+")
_SERVICE: Final = re.compile(r"\A\W{0,5}(?:(?:pe)?layanan|jasa|services?)\b", re.IGNORECASE)
_ACTIVITY: Final = re.compile(
    r"\A\W{0,5}(?:(?:the )?(?:statistical |public )?(?:library|consultation|service|sales?)\b"
    r"|konsultasi\b|perpustakaan\b|pe[mn]\w{4,}an\b)",
    re.IGNORECASE,
)
_FILLING: Final = frozenset(
    {
        *("standar", "pelayanan", "layanan", "jasa", "service", "services", "standard", "of"),
        *("the", "a", "pada", "di", "bps", "pst", "terpadu"),
    }
)
_DECISION: Final = re.compile(
    r"\b(?:surat|lembar|dokumen) (?:rekomendasi|keputusan|izin|ijin|persetujuan|penetapan)\b"
    r"|\brekomendasi (?:kegiatan |survei )?statistik|\A\W{0,5}(?:keputusan|izin|ijin|persetujuan"
    r"|penetapan|dispensasi|konsesi)\b|recommendation letter|letter of recommendation"
    r"|\A\W{0,5}(?:decision|permit|licen[cs]e|approval)\b",
    re.IGNORECASE,
)


def _core(words: str) -> frozenset[str]:
    return frozenset(word for word in map(str.lower, _WORDS.findall(words)) if word not in _FILLING)


_remembered_core = lru_cache(maxsize=4096)(_core)


def _names_activity(words: str) -> bool:
    return _SERVICE.match(words) is not None or _ACTIVITY.match(words) is not None


_remembered_activity = lru_cache(maxsize=4096)(_names_activity)


def names_activity(words: str) -> bool:
    """Tell whether a product is worded as something that is done, not as a thing.

    >>> names_activity("Layanan konsultasi"), names_activity("Data mikro")
    (True, False)
    """
    return _remembered_activity(words)


def repeats_name(product: str, name: str) -> bool:
    """Tell whether a product says no more than the name of the service.

    >>> repeats_name("Layanan Konsultasi Statistik", "Konsultasi Statistik")
    True
    >>> repeats_name("Informasi statistik", "Konsultasi Statistik")
    False
    >>> repeats_name("Data mikro", "Penjualan Data Mikro")
    False
    """
    said, named = _remembered_core(product), _remembered_core(name)
    if not said or not named:
        return False
    if _SERVICE.match(product):
        return said <= named
    return said == named and names_activity(product)


def _names_decision(words: str) -> bool:
    return _DECISION.search(words) is not None


_remembered_decision = lru_cache(maxsize=4096)(_names_decision)


def names_decision(words: str) -> bool:
    """Tell whether a product is a decision of the office, such as a recommendation letter.

    >>> names_decision("Surat rekomendasi"), names_decision("Data mikro")
    (True, False)
    """
    return _remembered_decision(words)
