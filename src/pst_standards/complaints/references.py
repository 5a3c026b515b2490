"""Telling whether two references name the same paper, however somebody wrote them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ENDING: Final = re.compile(
    r"\.(?:pdf|docx?|odt|rtf|txt|html?|xlsx?|jpe?g|png|tiff?|zip)\Z", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"[\W_]+")


def paper(reference: str) -> str:
    """Return what a reference names, without regard to case, spaces, signs, the ending of a file.

    >>> {paper(one) for one in ("LHP-1", " lhp 1", "LHP_1.pdf", "lhp/1.PDF")}
    {'lhp-1'}
    >>> paper("LHP-1") == paper("LHP-11")
    False
    """
    written = unicodedata.normalize("NFKC", reference).casefold().strip()
    return _BETWEEN.sub("-", _ENDING.sub("", written)).strip("-")
