"""How a document is signed: by hand, or at an anchor by a program."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.documents.compose.signing import ANCHOR, WET
from pst_standards.documents.refusals import RequestError

SIGNATURES: Final = ("wet", "electronic")
"""Forms of signature that may be asked for."""
_LONGEST: Final = 60
_ANCHOR: Final = re.compile(rf"[!-~]{{1,{_LONGEST}}}")


def chosen_signature(signature: str | None, anchor: str | None) -> str:
    """Return ``wet``, the anchor of an electronic signature, or nothing: as the definition says.

    ``RequestError`` for another form, or an anchor that is empty, long or on several lines.

    >>> (
    ...     chosen_signature("electronic", None),
    ...     chosen_signature(None, "#ttd"),
    ...     chosen_signature(None, None),
    ... )
    ('${ttd_elektronik}', '#ttd', '')
    """
    if signature is not None:
        _check(signature)
    if anchor is None:
        usual: dict[str | None, str] = {"wet": WET, "electronic": ANCHOR}
        return usual.get(signature, "")
    shown = anchor.strip()
    if signature == WET or not _ANCHOR.fullmatch(shown) or shown == WET:
        raise RequestError("anchor", shown[:_LONGEST])
    return shown


def _check(signature: str) -> None:
    if signature not in SIGNATURES:
        raise RequestError("signature", signature, SIGNATURES)
