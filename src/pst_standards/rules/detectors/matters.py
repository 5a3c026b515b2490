"""Telling what a text on whistleblowing or a report on complaints covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_LONGEST: Final = 20_000
# The seven matters in the order in which offices list them.
_MATTERS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"kode etik|\betik[ a]|ethic",
        r"wewenang|kewenangan|jabatan|abuse of (?:authority|office|power)",
        r"\bsumpah|\bjanji (?:jabatan|PNS|pegawai)|\boath",
        r"\bdisiplin|discipline",
        r"\bpidana|pelanggaran hukum|\bkorupsi|\bcriminal|breach of law|corruption",
        r"mal[- ]?administrasi|maladministration",
        (
            r"pelayanan publik|pelayanan (?:yang )?(?:tidak|kurang) memuaskan|public service"
            r"|unsatisfactory service"
        ),
    )
)
# Recap, follow-up, obstacles and solutions, evaluation.
_CHAPTERS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\brekap|\brecap|jumlah pengaduan",
        r"tindak lanjut|ditindaklanjuti|follow(?:ed)?[- ]?up",
        r"\bkendala|\bhambatan|permasalahan|obstacle",
        r"\b(?:di)?evaluasi|\bevaluat",
    )
)
_ON_TIME: Final = re.compile(r"tepat waktu|\bon time\b", re.IGNORECASE)
_SHARE: Final = re.compile(r"\d\s?(?:%|persen\b|per ?cent\b)", re.IGNORECASE)
_DAY_KIND: Final = re.compile(
    r"hari kerja|hari kalender|working days?|calendar days?", re.IGNORECASE
)
_WHISTLEBLOWING: Final = re.compile(r"\bWBS\b|whistle-?\s?blow", re.IGNORECASE)
# A heading: the word ends the line or a number or sign follows; "hak pemeriksaan ulang" is a right.
_SLIP: Final = re.compile(r"\b(?i:hak\s{1,3}pemeriksaan)\b(?!\s{1,3}[a-z])")


def _missing(patterns: Iterable[re.Pattern[str]], words: str) -> tuple[int, ...]:
    read = words[:_LONGEST]
    numbered = enumerate(patterns, start=1)
    return tuple(number for number, pattern in numbered if not pattern.search(read))


def _matters_missing(words: str) -> tuple[int, ...]:
    """Return the numbers, from 1, of the seven matters that a text does not name.

    >>> _matters_missing("Pelanggaran kode etik, penyalahgunaan wewenang, disiplin PNS, pidana")
    (3, 6, 7)
    """
    return _missing(_MATTERS, words)


# Offices share most of their texts, so each is read once.
matters_missing = lru_cache(maxsize=4096)(_matters_missing)


def chapters_missing(words: str) -> tuple[int, ...]:
    """Return the numbers, from 1, of the four chapters that a report does not have.

    >>> chapters_missing("Rekapitulasi bulanan, tindak lanjut, kendala dan solusi")
    (4,)
    """
    return _missing(_CHAPTERS, words)


def _speaks_of_whistleblowing(words: str) -> bool:
    """Tell whether a text is about the whistleblowing system.

    >>> _speaks_of_whistleblowing("Laporan WBS"), _speaks_of_whistleblowing("Laporan pengaduan")
    (True, False)
    """
    return _WHISTLEBLOWING.search(words[:_LONGEST]) is not None


speaks_of_whistleblowing = lru_cache(maxsize=4096)(_speaks_of_whistleblowing)


def shares_without_day_kind(words: str) -> bool:
    """Tell whether a text gives a share on time without saying in which days that is counted.

    >>> shares_without_day_kind("Selesai tepat waktu 95%")
    True
    >>> shares_without_day_kind("Selesai tepat waktu 95% menurut hari kerja SP4N")
    False
    """
    read = words[:_LONGEST]
    if not _ON_TIME.search(read) or not _SHARE.search(read):
        return False
    return _DAY_KIND.search(read) is None


def _heads_examination(words: str) -> bool:
    """Tell whether a text heads the rights of the examiner as rights of the examination.

    >>> _heads_examination("Hak Pemeriksaan:"), _heads_examination("Hak Pemeriksa")
    (True, False)
    """
    return _SLIP.search(words[:_LONGEST]) is not None


heads_examination = lru_cache(maxsize=4096)(_heads_examination)
