"""A refusal of a request, and whether it says on what ground."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SENTENCE: Final = re.compile(r"[.;\n]")
_REFUSES: Final = re.compile(
    r"\b(?:di ?tolak|menolak|penolakan|tertolak|refus(?:e|es|ed|al)|reject(?:s|ed|ion)?)\b"
    r"(?! (?:gratifikasi|hadiah|pemberian|imbalan|suap|uang|gifts?|bribes?))",
    re.IGNORECASE,
)
# The user may refuse a price, nobody may refuse a user, and "accept or refuse" is still open.
_OTHER: Final = re.compile(
    r"\b(?:pengguna|pemohon|user|applicant|customer) (?:dapat |berhak |may |can )?"
    r"(?:menolak|refuse|reject)|\b(?:tidak|dilarang|jangan|not|never)\b.{0,20}"
    r"(?:menolak|ditolak|penolakan|refuse|reject)"
    r"|(?:[tn]erima|[sy]etuju|accept|approv).{0,20}(?:\batau\b|\bor\b|/).{0,20}(?:[tn]olak|refus|reject)",
    re.IGNORECASE,
)
_GROUND: Final = re.compile(
    r"\b(?:bila|jika|apabila|kalau|karena|sebab|dalam hal|alasan|lantaran|sesuai|berdasarkan"
    r"|tidak|belum|kurang|if|when|where|because|unless|reasons?|not|incomplete|under)\b",
    re.IGNORECASE,
)
_LAWFUL: Final = re.compile(
    r"(?:tidak|belum|kurang) (?:\w+ ){0,2}?(?:memenuhi|lengkap|sesuai|terpenuhi|benar|sah)"
    r"|syarat|bertentangan|melanggar|dilarang|rahasia|dikecualikan|di luar (?:ke)?(?:we)?wenang"
    r"|incomplete|not (?:\w+ ){0,2}?(?:met|meet|fulfil|complete)|requirement|against the law"
    r"|unlawful|confidential|secret|exempt",
    re.IGNORECASE,
)


def _refuses_without_ground(words: str) -> bool:
    lower = words.lower()
    if "olak" not in lower and "refus" not in lower and "reject" not in lower:
        return False
    refusing = [
        sentence
        for sentence in _SENTENCE.split(words)
        if _REFUSES.search(sentence) and not _OTHER.search(sentence)
    ]
    return bool(refusing) and _GROUND.search(words) is None


_remembered = lru_cache(maxsize=4096)(_refuses_without_ground)


def refuses_without_ground(words: str) -> bool:
    """Tell whether a text refuses a request and says nowhere why.

    >>> refuses_without_ground("Permohonan ditolak")
    True
    >>> refuses_without_ground("Permohonan ditolak bila berkas tidak lengkap")
    False
    """
    return _remembered(words)


def is_lawful_ground(words: str) -> bool:
    """Tell whether a reason says that a requirement is not met or that the law forbids it.

    >>> is_lawful_ground("Persyaratan tidak lengkap"), is_lawful_ground("Petugas sibuk")
    (True, False)
    """
    return _LAWFUL.search(words) is not None
