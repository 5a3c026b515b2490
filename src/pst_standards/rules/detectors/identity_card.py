"""An identity card that the office keeps as a pledge, not one that is shown or copied."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_CLAUSE: Final = re.compile(r"[.;:\n]|,\s")
_STEMS: Final = ("kartu", "ktp", "identi", "paspor", "pengenal", "passport", "id card")
_CARD: Final = (
    r"(?:kartu (?:tanda )?(?:identitas|pengenal|penduduk|pelajar|mahasiswa|pegawai|anggota)\b"
    r"|\be?-?ktp\b(?:-?el\b)?|\bsim\b|\bpaspor\b|\btanda pengenal\b|\bidentitas\b"
    r"|\bidentity cards?\b|\bid cards?\b|\bpassport\b)"
)
_PLEDGE: Final = (
    r"(?:sebagai|untuk|utk|buat|as|for)\s+(?:an?\s+|the\s+)?"
    r"(?:jaminan(?!\s+(?:kesehatan|sosial|hari))|agunan|tanggungan|titipan|ganti|pengganti|penukar"
    r"|(?:pinjam(?:an)?\s+|peminjaman\s+|mengambil\s+|kunci\s+){0,2}(?:loker|locker)"
    r"|pledge|deposit|security|guarantee|collateral)\b"
)
_KEEPING: Final = (
    r"(?:titip(?:kan)?|dititip(?:kan)?|menitip(?:kan)?|ditinggal(?:kan)?|meninggalkan|ditahan"
    r"|menahan|dijaminkan|menjaminkan|ditukar(?:kan)?|menukar(?:kan)?|kept|held|retained|leaves?"
    r"|deposits?|exchanges?|disimpan (?:oleh |di |pada )?(?:petugas|satpam|loket|front))\b"
)
# Between the verb and the card stand at most words that tell which card: "salah satu KTP asli".
_WHICH: Final = r"\s+(?:(?:salah|satu|sebuah|asli|pengguna|an?|the|their|one)\s+){0,3}"
_BEHIND: Final = r"(?:\s+(?!(?:dan|serta|lalu|kemudian|and|then)\b)[\w()/]+){0,4}?\s+"
_KEPT: Final = re.compile(
    rf"\b{_KEEPING}{_WHICH}{_CARD}|{_CARD}{_BEHIND}(?:{_PLEDGE}|{_KEEPING})", re.IGNORECASE
)
_UNLESS: Final = re.compile(
    r"\b(?:tidak|tanpa|bukan|jangan|dilarang|tak|foto ?kopi|foto ?copy|salinan|kopi"
    r"|not|without|no|never|copy|photocopy)\b",
    re.IGNORECASE,
)


def _keeps_identity_card(words: str) -> bool:
    lower = words.lower()
    # Cards are asked for often and kept rarely: a look for the words spares the patterns.
    if not any(stem in lower for stem in _STEMS):
        return False
    plain = lower.replace("\N{NO-BREAK SPACE}", " ")
    return any(
        _KEPT.search(clause) is not None and _UNLESS.search(clause) is None
        for clause in _CLAUSE.split(plain)
    )


_remembered = lru_cache(maxsize=4096)(_keeps_identity_card)


def keeps_identity_card(words: str) -> bool:
    """Tell whether a text has the office keep an identity card.

    >>> keeps_identity_card("Menyerahkan kartu identitas untuk loker")
    True
    >>> keeps_identity_card("Menunjukkan KTP dan menaruh tas di loker")
    False
    """
    return _remembered(words)
