"""Telling what a policy says of a claim: who decides, where, until when, and when none is owed.

A policy told in words only is read in favour of the office: these detectors answer whether a
subject is spoken of at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.rules.detectors.sentences import in_a_sentence, sentences

_BODY: Final = (
    r"(?:kepala|ketua|pimpinan|penanggung jawab|koordinator|tim\b|atasan|panitera|direktur|pejabat"
    r"|petugas|panitia)"
)
_DECIDED: Final = re.compile(
    # "pelayanan yang diberikan oleh petugas" speaks of the service, not of the remedy.
    r"(?<!yang )\b(?:diputus(?:kan)?|disetujui|ditentukan|diberikan|diserahkan)"
    r" (?:langsung )?oleh\b"
    r"|\bkompensasi\b.{0,60}\bditetapkan oleh\b"
    rf"|\b(?:persetujuan|keputusan) (?:dari )?{_BODY}"
    r"|\b(?:decided|approved|granted) by\b|\bcompensation\b.{0,60}\bgiven by\b"
)
_VERIFIED: Final = re.compile(
    r"\bdi(?:verifikasi|periksa|teliti|nilai) (?:\w+ ){0,3}oleh\b"
    rf"|\b(?:verifikasi|penilaian|evaluasi|pemeriksaan) (?:\w+ ){{0,2}}(?:oleh|{_BODY})"
    r"|\bverif(?:ied|ication) by\b|\bexamined by\b"
)
_CLAIM: Final = (
    r"(?:klaim|permohonan|pengajuan|diajukan|mengajukan|menyampaikan|disampaikan|me?lapor(?:kan)?"
    r"|dilaporkan|pengaduan|mengadu(?:kan)?|claim(?:s|ed)?|report(?:s|ed)?|compla(?:in|int)s?|apply)"
)
_WAY: Final = re.compile(
    rf"\b{_CLAIM}\b.{{0,80}}\b(?:melalui|lewat|kepada|ke|di|pada (?:petugas|loket|meja)"
    r"|via|through|to|at|by)\b"
)
_LIMIT: Final = (
    r"(?:paling (?:lambat|lama)|selambat-lambatnya|selama-lamanya|dalam (?:jangka )?waktu|maks\.?"
    r"|maksimal|maksimum|batas waktu|within|no(?:t)? later than|at most)"
    r".{0,30}?\d.{0,20}?\b(?:menit|jam|hari|minggu|bulan|minutes?|hours?|days?|weeks?|months?)\b"
)
_AT_ONCE: Final = r"(?:pada hari yang sama|saat itu juga|seketika|the same day|at once|immediately)"
_CLAIM_UNTIL: Final = re.compile(rf"\b{_CLAIM}\b.{{0,60}}(?:{_LIMIT}|{_AT_ONCE})")
_GIVEN: Final = (
    r"(?:diberikan|dipenuhi|diserahkan|dilaksanakan|diterima(?:kan)?|dikirim(?:kan)?|given"
    r"|fulfilled|handed|delivered)"
)
_GIVEN_UNTIL: Final = re.compile(
    rf"\b{_GIVEN}\b.{{0,60}}(?:{_LIMIT}|{_AT_ONCE})|\b{_GIVEN} (?:secara )?langsung\b"
)
_EXCLUDED: Final = re.compile(
    r"\b(?:kecuali|dikecualikan|pengecualian|tidak berlaku(?! lagi)|kahar|force majeure)\b"
    r"|\bdi luar (?:kendali|kemampuan|kuasa)|\bbukan (?:karena|akibat|disebabkan)"
    r"|\bexcept|\bunless\b|\b(?:does|do|shall) not apply|\bbeyond the control|\bexclusion"
)
# None of these is force majeure, a fault of the user or a repair that was announced.
_OWN_CAUSE: Final = re.compile(
    r"\bpetugas (?:sedang )?(?:rapat|cuti|izin|istirahat|dinas luar|sakit"
    r"|tidak (?:ada|hadir|di tempat))\b|\bkekurangan (?:petugas|sdm|personel)"
    r"|\bketerbatasan (?:petugas|sdm|personel|anggaran)|\bantr(?:ean|ian) (?:panjang|padat|penuh)"
    r"|\b(?:pengunjung|pengguna|pemohon) (?:sedang )?(?:ramai|banyak|membludak|padat)"
    r"|\b(?:stok|persediaan)\b.{0,20}\bhabis|\banggaran (?:tidak tersedia|habis|terbatas)"
    r"|\bjam sibuk|\bshort(?:age)? of staff|\bstaff (?:shortage|on leave|in a meeting)"
    r"|\bbusy hours|\blong queue"
)
_ONCE: Final = re.compile(
    r"\bsekali\b|\bsatu kali\b|\b1 \(satu\) kali|\b1 kali\b|\bhanya (?:satu|1)\b"
    r"|\b(?:setiap|tiap|per) (?:satu )?(?:kejadian|keterlambatan|peristiwa)"
    r"|\bonce\b|\b(?:one|a single) compensation|\b(?:each|per|every) (?:event|delay)"
)
_RECORDED: Final = re.compile(
    r"\bregister\b|\bdicatat\b|\bmencatat\b|\bpencatatan\b|\bbuku (?:catatan|bantu|kendali)"
    r"|\brecorded\b|\ba record of\b"
)
_DECREE: Final = re.compile(
    r"\b(?:sk|keputusan|surat keputusan|decree|decision|peraturan)\b.{0,60}"
    r"\b(?:nomor|no|number)\b[.: ]{0,3}\S{0,40}\d"
)


def _names_decider(words: str) -> bool:
    """Tell whether a text says who decides on a remedy.

    >>> names_decider("Kompensasi diberikan oleh penanggung jawab PTSP")
    True
    >>> names_decider("Pelayanan yang diberikan oleh petugas terlambat")
    False
    """
    return in_a_sentence(_DECIDED, words)


def _names_verifier(words: str) -> bool:
    """Tell whether a text says who verifies what happened.

    >>> names_verifier("Pengaduan diverifikasi oleh tim")
    True
    """
    return in_a_sentence(_VERIFIED, words)


def _names_way_to_claim(words: str) -> bool:
    """Tell whether a text says where or how compensation is claimed.

    >>> names_way_to_claim("Klaim diajukan melalui kotak saran"), names_way_to_claim("Klaim")
    (True, False)
    """
    return in_a_sentence(_WAY, words)


def _limits_claim(words: str) -> bool:
    """Tell whether a text says until when compensation can be claimed.

    >>> limits_claim("Klaim diajukan paling lambat 30 hari sejak pelayanan diterima")
    True
    """
    return in_a_sentence(_CLAIM_UNTIL, words)


def _limits_fulfilment(words: str) -> bool:
    """Tell whether a text says until when the remedy is given.

    >>> limits_fulfilment("Kompensasi diberikan paling lambat 1x24 jam setelah verifikasi")
    True
    """
    return in_a_sentence(_GIVEN_UNTIL, words)


def _states_exclusion(words: str) -> bool:
    """Tell whether a text says when compensation is not owed.

    >>> (
    ...     states_exclusion("Tidak berlaku dalam keadaan kahar"),
    ...     states_exclusion("SK tidak berlaku lagi"),
    ... )
    (True, False)
    """
    return in_a_sentence(_EXCLUDED, words)


def _excludes_own_cause(words: str) -> bool:
    """Tell whether a text takes a cause on the office's own side as a reason to owe nothing.

    >>> excludes_own_cause("Dikecualikan bila petugas sedang rapat")
    True
    """
    return any(
        _EXCLUDED.search(sentence) and _OWN_CAUSE.search(sentence) for sentence in sentences(words)
    )


def _says_how_often(words: str) -> bool:
    """Tell whether a text says how often one event is compensated.

    >>> says_how_often("1 (satu) suvenir untuk setiap keterlambatan")
    True
    """
    return in_a_sentence(_ONCE, words)


def _keeps_register(words: str) -> bool:
    """Tell whether a text says that compensations are recorded.

    >>> keeps_register("Setiap kompensasi dicatat oleh petugas")
    True
    """
    return in_a_sentence(_RECORDED, words)


def _names_decree(words: str) -> bool:
    """Tell whether a text names a decree by its number.

    >>> names_decree("SK Kepala Kantor Nomor 12/2026"), names_decree("Keputusan Kepala Kantor")
    (True, False)
    """
    return in_a_sentence(_DECREE, words)


names_decider = lru_cache(maxsize=1024)(_names_decider)
names_verifier = lru_cache(maxsize=1024)(_names_verifier)
names_way_to_claim = lru_cache(maxsize=1024)(_names_way_to_claim)
limits_claim = lru_cache(maxsize=1024)(_limits_claim)
limits_fulfilment = lru_cache(maxsize=1024)(_limits_fulfilment)
states_exclusion = lru_cache(maxsize=1024)(_states_exclusion)
excludes_own_cause = lru_cache(maxsize=1024)(_excludes_own_cause)
says_how_often = lru_cache(maxsize=1024)(_says_how_often)
keeps_register = lru_cache(maxsize=1024)(_keeps_register)
names_decree = lru_cache(maxsize=1024)(_names_decree)
