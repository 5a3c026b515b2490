"""What an evaluation says in words: how often it is made, by what measure, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.model.base import Text
from pst_standards.rules.wordings import words_of

_MONTHS_OF_YEAR: Final = 12
_NUMBERS: Final[Mapping[str, int]] = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "delapan": 8,
    "sembilan": 9, "dua belas": 12, "delapan belas": 18, "dua puluh empat": 24,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "nine": 9,
    "twelve": 12, "eighteen": 18, "twenty-four": 24,
}  # fmt: skip
_NUMBER: Final = "|".join((r"\d{1,3}", *sorted(_NUMBERS, key=len, reverse=True)))
_COUNTED: Final = re.compile(
    rf"\b({_NUMBER}) ?(?:\([^()]{{0,30}}\) ?)?(bulan|tahun|months?|years?)\b", re.IGNORECASE
)
_EACH: Final = r"\b(?:per|(?:se)?tiap|every|each) ?"
_NAMED: Final[tuple[tuple[re.Pattern[str], int], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), months)
    for pattern, months in (
        (rf"{_EACH}(?:hari|minggu|bulan|day|week|month)\b|harian|mingguan|bulanan|sebulan", 1),
        (r"\b(?:daily|weekly|monthly)\b", 1),
        (r"triwulan|kuartal|quarter", 3),
        (r"caturwulan", 4),
        (r"semester|half[ -]year|twice a year|setengah tahun", 6),
        (rf"{_EACH}(?:tahun|year)\b|tahunan|setahun|annual|yearly|once a year", 12),
    )
)
_MEASURED: Final = re.compile(
    r"\d|persen|jumlah|banyaknya|rata-rata|nilai|skor|indeks|\bikm\b|\bskm\b|\bskd\b|\bskp\b"
    r"|survei|rasio|bagian|proporsi|frekuensi|target|angka|tingkat|waktu|capaian|realisasi"
    r"|percent|number|share|rate\b|score|index|average|survey|ratio|count|level|time\b",
    re.IGNORECASE,
)
_NAMES_INDICATORS: Final = re.compile(
    r"indikator|indicator|survei|survey|\bskm\b|\bskd\b|\bikm\b|\bskp\b|sasaran kinerja|target",
    re.IGNORECASE,
)
_CAPACITY: Final = re.compile(
    r"kapasitas|kompetensi|pelatihan|dilatih|diklat|bimbingan|pembinaan|coaching|mentoring"
    r"|pengembangan|peningkatan|meningkatkan|capacity|training|trained|competence|develop|improve",
    re.IGNORECASE,
)


def months_between(text: Text | str | None) -> frozenset[int]:
    """Return the periods, in months, that a text names; what is done more often counts as 1.

    >>> sorted(months_between("Setiap triwulan dan sekali dalam 2 (dua) tahun"))
    [3, 24]
    """
    return frozenset(_periods(" ".join(words_of(text).split())))


def _periods(words: str) -> Iterator[int]:
    for number, unit in _COUNTED.findall(words):
        count = _NUMBERS[number.lower()] if number.lower() in _NUMBERS else int(number)
        yield count * (_MONTHS_OF_YEAR if unit[0] in "tTyY" else 1)
    yield from (months for named, months in _NAMED if named.search(words))


def is_measurable(text: Text | str | None) -> bool:
    """Tell whether an indicator is something that can be counted, timed or scored.

    >>> is_measurable("Ketepatan waktu layanan"), is_measurable("Petugas ramah")
    (True, False)
    """
    return _MEASURED.search(words_of(text)) is not None


def names_indicators(text: Text | str | None) -> bool:
    """Tell whether the method of an evaluation says by what it measures.

    >>> names_indicators("Penilaian atasan dan survei kepuasan"), names_indicators("Rapat")
    (True, False)
    """
    return _NAMES_INDICATORS.search(words_of(text)) is not None


def builds_capacity(text: Text | str | None) -> bool:
    """Tell whether a text says that executors are made better at their work.

    >>> builds_capacity("Pelatihan bagi petugas"), builds_capacity("Dilaporkan ke pimpinan")
    (True, False)
    """
    return _CAPACITY.search(words_of(text)) is not None
