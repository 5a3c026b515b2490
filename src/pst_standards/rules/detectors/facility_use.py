"""Telling who uses a facility and for what: open to everybody, turned into a store."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.rules.detectors.plain import plain

_FOR_ALL: Final = re.compile(
    r"\b(?:untuk|bagi|oleh) (?:semua|seluruh|setiap) (?:orang|pengguna|pengunjung|tamu|masyarakat)"
    r"|\bsiapa ?(?:saja|pun)\b|\b(?:untuk|bagi|oleh) umum\b|\bmasyarakat umum\b|\bgeneral public"
    r"|\b(?:every|any)(?:one|body)\b|\bfor all (?:users|visitors|people)"
)
_TURNED: Final = re.compile(
    r"\b(?:jadi|menjadi|dijadikan|dipakai|digunakan|difungsikan|dimanfaatkan|beralih|merangkap)"
    r"(?: \w+){0,3} (?:gudang|penyimpanan|arsip|garasi|dapur|tempat tinggal|kios)"
    r"|\b(?:alih|beralih|dialih) ?fungsi"
    r"|\b(?:used|serves) (?:as|for) (?:an? |the )?(?:stor|archive)"
)
_NOT: Final = re.compile(r"\b(?:tidak|bukan|dilarang|jangan|tanpa|belum|never|not|no|only|hanya)\b")
_AFTER_HOURS: Final = re.compile(
    r"\b(?:di)? ?luar (?:jam|waktu|hari)\b|\b(?:setelah|sesudah|seusai|sebelum) jam\b|\bhari libur"
    r"|\bakhir pekan|\b(?:after|outside) (?:\w+ )?hours|\bweekend"
)


def _for_all(words: str) -> bool:
    """Tell whether a text opens something to everybody.

    >>> for_all("Terbuka untuk umum"), for_all("Khusus penyandang disabilitas, bukan untuk umum")
    (True, False)
    """
    text = plain(words)
    return _FOR_ALL.search(text) is not None and _NOT.search(text) is None


for_all = lru_cache(maxsize=4096)(_for_all)


def _turned_into_store(words: str) -> bool:
    """Tell whether a text says that a room now serves for storing or living.

    >>> turned_into_store("Sementara dipakai sebagai gudang"), turned_into_store("Dekat gudang")
    (True, False)
    """
    text = plain(words)
    return _TURNED.search(text) is not None and _NOT.search(text) is None


turned_into_store = lru_cache(maxsize=4096)(_turned_into_store)


def after_hours(words: str) -> bool:
    """Tell whether a use lies outside the hours of service.

    >>> after_hours("Rapat pegawai di luar jam layanan"), after_hours("Rapat pegawai")
    (True, False)
    """
    return _AFTER_HOURS.search(plain(words)) is not None
