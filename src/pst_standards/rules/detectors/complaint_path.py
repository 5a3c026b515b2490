"""Whether a text speaks of complaints, names a means of complaining, or holds something else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_COMPLAINT: Final = re.compile(
    r"pengadu|\baduan|\b(?:me|di)adu(?:kan)?\b|mengadu|keluhan|komplain|complain|grievance"
    r"|pelapor|terlapor|keberatan|sp4n|\blapor\b",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(
    r"\bsaran\b|\bmasukan\b|umpan balik|feedback|suggestion|\bkritik\b", re.IGNORECASE
)
_MEANS: Final = re.compile(
    r"\bkotak\b|surel|\be-?mail|pos-?el|telepon|telpon|\btelp|whats ?app|\bwa\b|\bsms\b|\blaman\b"
    r"|situs|website|\bweb\b|https?:|@|media sosial|instagram|facebook|saluran|hotline|call cent"
    r"|\bbox\b|phone",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\bloket|\bmeja\b|\bpetugas|aplikasi|\bsurat\b|secara langsung|\bdatang|\bmelalui\b|\bdesk\b"
    r"|\bletter\b|in person|through",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"\A\W{0,5}(?:standar |prosedur |mekanisme |tata cara |alur |sistem |penanganan |pengelolaan "
    r"|layanan ){1,4}(?:pengaduan|aduan|keluhan)(?:[ ,]{1,2}(?:layanan|saran|dan|masukan|pelayanan"
    r"|apresiasi)){0,5}\s{0,3}[:\n-]?",
    re.IGNORECASE,
)
_SERVICE_STEPS: Final = (
    re.compile(r"buku tamu|guest ?book", re.IGNORECASE),
    re.compile(r"antre|antri|queue", re.IGNORECASE),
    re.compile(r"permohonan|permintaan|application for|request", re.IGNORECASE),
    re.compile(r"formulir|\bfs ?3\b|\bfps ?3\b|\bform\b", re.IGNORECASE),
    re.compile(r"konsultasi|consultation", re.IGNORECASE),
    re.compile(r"rekomendasi|recommendation", re.IGNORECASE),
    re.compile(r"data mikro|microdata|peta digital|publikasi|koleksi|pustaka", re.IGNORECASE),
    re.compile(r"abstraksi|\bsppd\b|kode billing|tagihan|invoice|kuitansi", re.IGNORECASE),
    re.compile(r"disposisi|nota dinas|\bmemo\b|konsep surat|draf", re.IGNORECASE),
    re.compile(r"\bberkas\b|persyaratan|kelengkapan", re.IGNORECASE),
)
_FEW: Final = 2


def speaks_of_complaints(words: str) -> bool:
    """Tell whether a text speaks of complaints.

    >>> speaks_of_complaints("Mengadu lewat kotak"), speaks_of_complaints("Memberi saran")
    (True, False)
    """
    return _remembered(_COMPLAINT, words)


def gives_complaint_step(words: str) -> bool:
    """Tell whether a step lets the user complain, suggest or remark.

    >>> gives_complaint_step("Memberikan penilaian, saran, atau pengaduan bila ada")
    True
    """
    return _remembered(_COMPLAINT, words) or _remembered(_REMARK, words)


def names_means(words: str) -> bool:
    """Tell whether a text names a means by which something reaches the office.

    >>> names_means("Kotak saran dan surel"), names_means("Ditanggapi paling lama 14 hari")
    (True, False)
    """
    return _remembered(_MEANS, words) or _remembered(_PLACE, words)


def _found(pattern: re.Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None


_remembered = lru_cache(maxsize=4096)(_found)


def _holds_service_steps(words: str) -> bool:
    rest = _HEADING.sub("", words)
    if _COMPLAINT.search(rest) or _REMARK.search(rest) or _MEANS.search(rest):
        return False
    return sum(1 for step in _SERVICE_STEPS if step.search(rest)) >= _FEW


_remembered_steps = lru_cache(maxsize=4096)(_holds_service_steps)


def holds_service_steps(words: str) -> bool:
    """Tell whether a text that should speak of complaints tells how to get the service instead.

    >>> holds_service_steps("Prosedur Pengaduan: mengisi formulir FS3, lalu memeriksa rekomendasi")
    True
    >>> holds_service_steps("Pengadu mengisi formulir; petugas memeriksa berkas")
    False
    """
    return _remembered_steps(words)
