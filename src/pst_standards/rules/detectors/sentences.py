"""Cutting a text into sentences, the unit in which detectors look."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_DASHES: Final = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}]")
# The dot of "maks. 10 menit" or "No. 5" ends no sentence, and neither does that of "Rp10.000".
_END: Final = re.compile(
    r"(?<!\bmaks)(?<!\bmin)(?<!\bno)(?<!\bnomor)(?<!\brp)(?<!\bmax)(?<!\bart)[.!?;]+(?=\s|\Z)|\n"
)
_DENIAL: Final = re.compile(
    r"\b(?:tidak|tak|tanpa|bukan|bukanlah|belum|dilarang|jangan|not|never|without|no|neither|nor)\b"
)
_NEAR: Final = 40


def _sentences(words: str) -> tuple[str, ...]:
    """Return the sentences of a text in lower case, with single blanks and plain hyphens.

    >>> sentences("Klaim diajukan maks. 30 hari. Klaim dibalas dalam 3 hari; selesai")
    ('klaim diajukan maks. 30 hari', 'klaim dibalas dalam 3 hari', 'selesai')
    """
    plain = _DASHES.sub("-", words.lower())
    cut = (" ".join(part.split()) for part in _END.split(plain))
    return tuple(part for part in cut if part)


sentences = lru_cache(maxsize=4096)(_sentences)


def in_a_sentence(pattern: re.Pattern[str], words: str) -> bool:
    """Tell whether a pattern is found within one sentence of a text.

    >>> far = re.compile("klaim.*hari")
    >>> in_a_sentence(far, "Klaim dibalas 3 hari"), in_a_sentence(far, "Ada klaim. 3 hari kerja.")
    (True, False)
    """
    return any(pattern.search(sentence) for sentence in sentences(words))


def is_denied(sentence: str, start: int, end: int | None = None) -> bool:
    """Tell whether a denial stands in the forty characters before a place, or inside of it.

    >>> said = "kompensasi tidak menghapus hak mengadu"
    >>> is_denied(said, said.index("menghapus")), is_denied(said, 0)
    (True, False)
    """
    return _DENIAL.search(sentence, max(0, start - _NEAR), end or start) is not None
