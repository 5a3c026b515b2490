"""Telling which time limit of complaint handling a sentence or a citation means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.law import RegulationKey
from pst_standards.model.complaints import ClockStage
from pst_standards.rules.citing import cited_in

_LONGEST: Final = 1000
_ACT: Final = RegulationKey.parse("UU 25/2009")
_PLACES: Final = {
    ("42", "2"): ClockStage.COMPLAIN,
    ("44", "3"): ClockStage.FIRST_ANSWER,
    ("44", "4"): ClockStage.COMPLETION,
    ("50", "1"): ClockStage.DECISION,
    ("50", "2"): ClockStage.DELIVERY,
}
# What is measured stands before the event from which it runs.
_EVENT: Final = re.compile(
    r"\b(?:sejak|setelah|sesudah|semenjak|terhitung|after|since|from|upon)\b", re.IGNORECASE
)
_COMPLAINING: Final = re.compile(
    r"\b(?:pengaduan|keluhan|mengadu|diadukan|complain)", re.IGNORECASE
)
_SERVED: Final = re.compile(
    r"\b(?:menerima|mendapat(?:kan)?|memperoleh|selesai(?:nya)?|diberikan(?:nya)?)\s{1,3}"
    r"(?:pelayanan|layanan)\b|\b(?:receiving|receipt of|getting) the service\b",
    re.IGNORECASE,
)
_HEADS: Final = tuple(
    (stage, re.compile(pattern, re.IGNORECASE))
    for stage, pattern in (
        (
            ClockStage.REACTION,
            (
                r"menanggapi\s{1,3}(?:hasil|putusan|keputusan|jawaban|tindak lanjut)"
                r"|tanggapan balik|\bditutup|\bpenutupan|\bclosed|\breact"
            ),
        ),
        (ClockStage.COMPLETION, r"\bmelengkapi|\bdilengkapi|\bcomplet(?:es|ing|e the)\b"),
        (
            ClockStage.DELIVERY,
            (
                r"\b(?:keputusan|putusan|hasil)\b.{0,60}?\b(?:disampaikan|diberitahukan|dikirim)"
                r"|\b(?:menyampaikan|penyampaian)\b.{0,40}?\b(?:keputusan|putusan|hasil)\b|\bdeliver"
            ),
        ),
        (
            ClockStage.WITHOUT_EXAMINATION,
            r"\btidak berkadar|\btanpa pemeriksaan|\bwithout (?:field )?examination",
        ),
        (
            ClockStage.WITH_EXAMINATION,
            (
                r"\bberkadar pengawasan|\b(?:dengan|perlu|memerlukan) pemeriksaan"
                r"|\bwith (?:field )?examination"
            ),
        ),
        (ClockStage.ASPIRATION, r"\baspirasi|\bsuggestion"),
        (
            ClockStage.INFORMATION,
            (
                r"\bpermintaan informasi|\brequests? for information"
                r"|\bpengaduan (?:yang )?(?:bersifat |kategori )?(?:ringan|normatif)"
            ),
        ),
        (ClockStage.VERIFICATION, r"\b(?:di|mem)?verifikasi|\bverif(?:y|ied|ication)"),
    )
)
# Whoever writes of settling may mean any of several limits: that is left open.
_SETTLING: Final = re.compile(r"elesai|\bsettl|\bresol", re.IGNORECASE)
_ANSWER: Final = re.compile(
    r"tanggap|\brespon|\bdijawab|\bjawaban|\bmenjawab|\banswer", re.IGNORECASE
)
_DECISION: Final = re.compile(r"\bdiputus|\bmemutus|putusan\b|\bdeci(?:de|sion)", re.IGNORECASE)


def stage_cited(citation: str) -> ClockStage | None:
    """Return the limit that an article of UU 25/2009 sets, ``None`` for any other.

    >>> stage_cited("UU 25/2009 Pasal 44 ayat (3)").value, stage_cited("UU 25/2009 Pasal 50")
    ('first_answer', None)
    """
    for found in cited_in(citation).found:
        cited = found.citation
        if cited is not None and cited.regulation == _ACT:
            return _PLACES.get((cited.article or "", cited.paragraph or ""))
    return None


def _stage_told(words: str) -> ClockStage | None:
    """Return the limit that a sentence means, ``None`` where that is not certain.

    >>> _stage_told("Pengaduan ditanggapi sejak diterima").value
    'first_answer'
    >>> _stage_told("Tanggapan dan penyelesaian pengaduan") is None
    True
    """
    words = words[:_LONGEST]
    head = _EVENT.split(words, maxsplit=1)[0]
    answered, decided = _ANSWER.search(head), _DECISION.search(head)
    if not answered and _COMPLAINING.search(words) and _SERVED.search(words):
        return ClockStage.COMPLAIN
    for stage, pattern in _HEADS:
        if pattern.search(head):
            return stage
    if _SETTLING.search(head) or bool(answered) == bool(decided):
        return None
    return ClockStage.FIRST_ANSWER if answered else ClockStage.DECISION


# Offices share the sentences of their base, so they are read once.
stage_told = lru_cache(maxsize=4096)(_stage_told)


def _settles(words: str) -> bool:
    """Tell whether a text speaks of settling a complaint, not only of answering it.

    >>> _settles("Diselesaikan paling lama 60 hari kerja"), _settles("Ditanggapi dalam 14 hari")
    (True, False)
    """
    return _SETTLING.search(words[:_LONGEST]) is not None


settles = lru_cache(maxsize=4096)(_settles)
