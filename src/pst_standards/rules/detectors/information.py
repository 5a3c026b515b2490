"""Telling what a published page or the profile of an office speaks of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.rules.detectors.sentences import in_a_sentence

_RIGHTS: Final = re.compile(
    r"\bhak (?:(?:dan|serta|maupun) |& ?|/ ?)(?:kewajiban|tanggung jawab)"
    r"|\bhak (?:\w+ ){1,4}(?:dan|serta) (?:kewajiban|tanggung jawab)"
    r"|\brights and (?:duties|obligations|responsibilities)"
)
_STRUCTURE: Final = re.compile(
    r"\b(?:struktur|bagan|susunan) organisasi|\borgani[sz]ation(?:al)? (?:structure|chart)"
)
_BUDGET: Final = re.compile(r"\banggaran|\bdipa\b|\brka\b|\brencana kerja dan anggaran|\bbudget")
_EDUCATION: Final = re.compile(
    r"\bpenyuluhan|\bsosialisasi|\bedukasi|\bliterasi|\bpembinaan (?:statistik|masyarakat)"
    r"|\bbimbingan teknis|\bpojok statistik|\bdesa cinta statistik|\boutreach"
    r"|\bpublic education|\bliteracy|\bseminar|\bwebinar"
)
_CONSULTATION: Final = re.compile(r"\bkonsultasi|\bkonseling|\bconsult|\bcounsel")
_INFORMATION: Final = re.compile(
    r"\b(?:pelayanan|layanan|pemberian|penyediaan|permintaan|permohonan|meja|loket) informasi"
    r"|\binformation (?:desk|service)"
)
_OFFICE: Final = re.compile(
    r"\b(?:bps|badan pusat statistik)(?: ri)? (?:provinsi|kabupaten|kota|pusat)\b(?! *[/,.;])"
)
_LINK: Final = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}://)?[^\s/@]+\.[^\s]{2,}", re.IGNORECASE)


def _shows_rights(words: str) -> bool:
    """Tell whether a text shows the rights and duties of users.

    >>> shows_rights("Hak dan Kewajiban Pengguna Layanan"), shows_rights("Hak cipta")
    (True, False)
    """
    return in_a_sentence(_RIGHTS, words)


def _shows_structure(words: str) -> bool:
    """Tell whether a text shows how the office is organised.

    >>> shows_structure("Struktur Organisasi BPS Kabupaten Contoh")
    True
    """
    return in_a_sentence(_STRUCTURE, words)


def _shows_budget(words: str) -> bool:
    """Tell whether a text shows the budget of the office.

    >>> shows_budget("DIPA 2026"), shows_budget("Laporan kinerja")
    (True, False)
    """
    return in_a_sentence(_BUDGET, words)


def _educates(words: str) -> bool:
    """Tell whether a text speaks of teaching the public.

    >>> educates("Sosialisasi dan literasi statistik"), educates("Penjualan data mikro")
    (True, False)
    """
    return in_a_sentence(_EDUCATION, words)


def _consults(words: str) -> bool:
    """Tell whether a text speaks of consultation.

    >>> consults("Konsultasi Statistik")
    True
    """
    return in_a_sentence(_CONSULTATION, words)


def _gives_information(words: str) -> bool:
    """Tell whether a text speaks of giving information to those who ask.

    >>> gives_information("Pemberian Layanan Informasi"), gives_information("Sistem informasi")
    (True, False)
    """
    return in_a_sentence(_INFORMATION, words)


def _names_office(words: str) -> bool:
    """Tell whether a text names one office of BPS.

    >>> names_office("PST BPS Kabupaten Contoh"), names_office("Pelayanan Statistik Terpadu")
    (True, False)
    """
    return in_a_sentence(_OFFICE, words)


def _may_be_link(url: str) -> bool:
    """Tell whether an address could lead anywhere, without looking.

    >>> [may_be_link(url) for url in ("https://contoh.bps.go.id/layanan", "-", "#", "lihat web")]
    [True, False, False, False]
    """
    return _LINK.fullmatch(url.strip()) is not None


shows_rights = lru_cache(maxsize=2048)(_shows_rights)
shows_structure = lru_cache(maxsize=2048)(_shows_structure)
shows_budget = lru_cache(maxsize=2048)(_shows_budget)
educates = lru_cache(maxsize=2048)(_educates)
consults = lru_cache(maxsize=2048)(_consults)
gives_information = lru_cache(maxsize=2048)(_gives_information)
names_office = lru_cache(maxsize=2048)(_names_office)
may_be_link = lru_cache(maxsize=2048)(_may_be_link)
