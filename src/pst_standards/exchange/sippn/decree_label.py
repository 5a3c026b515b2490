"""The short name of a decree: the field of SIPPN shows its first fifty characters only."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from pst_standards.model.channel import Decree

LONGEST: Final = 50
"""Characters of the field "No. SK" that a page shows (seen on published pages)."""
_SHORTER: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), short)
    for pattern, short in (
        (r"\bBadan Pusat Statistik\b", "BPS"),
        (r"\bPeraturan (?:Kepala|Ka\.?) ", "Perka "),
        (r"\bKeputusan (?:Kepala|Ka\.?) ", "Kepka "),
        (r"\bSurat Keputusan\b", "SK"),
        (r"\bNomor\b:?", "No."),
        (r"\bKabupaten\b", "Kab."),
        (r"\bProvinsi\b", "Prov."),
        (r"\s+tentang\b.*\Z", ""),
        (r",?\s+tanggal\b.*\Z", ""),
        (r"\s+Tahun (?=(?:19|20)[0-9]{2}\b)", "/"),
    )
)
_NUMBER: Final = re.compile(r"\b(?:No\.|Nomor)\s*(?=\S)", re.IGNORECASE)


@frozen(kw_only=True)
class Label:
    """What to type in the field.

    ``shortened`` where words were abbreviated, ``cut`` where that was not enough and the end went.
    """

    text: str
    shortened: bool = False
    cut: bool = False


def label_of(decree: Decree | None) -> Label:
    """Return the name of a decree in at most fifty characters, its number and year kept.

    Words are abbreviated as offices do, one after the other, until it fits. Where that is not
    enough, what stands before the number goes; only then the end is cut, after a whole word.

    >>> label_of(Decree(number="12 Tahun 2026")).text
    '12 Tahun 2026'
    >>> label_of(Decree(number="Peraturan Kepala Badan Pusat Statistik Nomor 65 Tahun 2024")).text
    'Peraturan Kepala BPS Nomor 65 Tahun 2024'
    """
    full = " ".join((decree.number or "").split()) if decree else ""
    text = full
    for pattern, short in _SHORTER:
        if len(text) <= LONGEST:
            return Label(text=text, shortened=text != full)
        text = " ".join(pattern.sub(short, text).split())
    found = _NUMBER.search(text)
    if len(text) > LONGEST and found:
        text = text[found.start() :]
    if len(text) <= LONGEST:
        return Label(text=text, shortened=True)
    return Label(text=_whole_words(text), shortened=True, cut=True)


def _whole_words(text: str) -> str:
    """Return the beginning of a text that ends where a word does, if it has words."""
    shown = text[: LONGEST - 1]
    before, blank, _ = shown.rpartition(" ")
    whole = shown if text[LONGEST - 1] == " " or not blank else before
    return f"{whole.rstrip(' ,;/-')}\N{HORIZONTAL ELLIPSIS}"
