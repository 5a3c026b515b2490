"""Payment in cash to somebody of the office, instead of straight to the state treasury."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SENTENCE: Final = re.compile(r"[.;\n]")
_CASH: Final = re.compile(
    r"(?<!non)(?<!non[- ])\btunai\b|(?<!non-)(?<!non )(?<!no )\bcash\b(?! ?less)"
    r"|\b(?:menyerahkan|menerima|membayarkan) (?:sejumlah )?uang\b|\buang kontan\b",
    re.IGNORECASE,
)
_REFUSED: Final = re.compile(
    r"\b(?:tidak|tanpa|bukan|dilarang|jangan|tak|not|without|never|no)\b", re.IGNORECASE
)
# Cash at the counter of a bank goes to the treasury at once.
_TREASURY: Final = re.compile(
    r"\bbank\b|teller|billing|simponi|\bpos\b|kas negara|persepsi|\batm\b|state treasury",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"bendahara|kasir|petugas|loket|\bkantor\b(?! pos\b)|treasurer|cashier|officer|counter",
    re.IGNORECASE,
)


def _takes(sentence: str) -> bool:
    if _CASH.search(sentence) is None or _REFUSED.search(sentence) is not None:
        return False
    return _TREASURY.search(sentence) is None or _OFFICE.search(sentence) is not None


def _takes_cash(words: str) -> bool:
    lower = words.lower()
    if "tunai" not in lower and "cash" not in lower and "uang" not in lower:
        return False
    return any(map(_takes, _SENTENCE.split(lower)))


_remembered = lru_cache(maxsize=4096)(_takes_cash)


def takes_cash(words: str) -> bool:
    """Tell whether a text has the office take cash.

    >>> takes_cash("Membayar tunai kepada bendahara atau melalui transfer")
    True
    >>> takes_cash("Pembayaran nontunai"), takes_cash("Kami tidak menerima uang tunai")
    (False, False)
    """
    return _remembered(words)
