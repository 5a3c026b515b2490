"""Who acts in a step, as its words say: the user who is served, or the office that serves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

USER: Final = "user"
OFFICE: Final = "officer"
"""The two sides of a procedure: the receiver and the giver of the service."""

_USER: Final = (
    r"(?:pengguna|pemohon|pengunjung|masyarakat|konsumen|pelanggan|pengadu|pelapor|pembeli"
    r"|peminta|penerima (?:layanan|pelayanan)|klien|users?|applicants?|visitors?|customers?"
    r"|requesters?)\b"
)
_PEOPLE: Final = (
    r"petugas|bendahara|operator|admin(?:istrator)?|pejabat|kepala|pegawai|pelaksana|atasan"
    r"|pimpinan|staf|kasir|satpam|resepsionis|front[ -]?(?:office|liner?|desk)|konsultan"
    r"|pustakawan|statistisi|koordinator|verifikator|sistem|officers?|staff|treasurer|cashier"
    r"|supervisor|system|librarian"
)
# An office or an application acts as a subject; as a place or a means it does nothing.
_PLACES: Final = r"tim|aplikasi|bps|pst|unit|kantor|application|office"
# The subject stands first in a clause, or behind "oleh" and the words that open what follows.
_OPENING: Final = (
    r"(?:(?:\A|[.,;:)(\n\u2022\u2013\u2192])\W{0,5}"
    r"|\b(?:oleh|maka|lalu|kemudian|selanjutnya|bila|jika|apabila|by|then|if)\s{1,3})"
    r"(?:para |the |an? )?"
)
_ACTS: Final = re.compile(
    rf"{_OPENING}(?:(?P<user>{_USER})|(?P<officer>(?:{_PEOPLE}|{_PLACES})\b))", re.IGNORECASE
)
_OCCURS: Final = re.compile(rf"\b(?:(?P<user>{_USER})|(?P<officer>(?:{_PEOPLE})\b))", re.IGNORECASE)
_IDLE: Final = frozenset({"selesai", "mulai", "finish", "finished", "done", "start", "end"})


def _sides(pattern: re.Pattern[str], words: str) -> frozenset[str]:
    return frozenset(found.lastgroup or "" for found in pattern.finditer(words))


_remembered = lru_cache(maxsize=4096)(_sides)


def acting(words: str) -> frozenset[str]:
    """Return the sides that act in a step.

    >>> sorted(acting("Petugas memeriksa; pengguna menunggu"))
    ['officer', 'user']
    >>> sorted(acting("Datang dan menemui petugas"))
    []
    """
    return _remembered(_ACTS, words)


def occurring(words: str) -> frozenset[str]:
    """Return the sides that a step speaks of, acting or not.

    >>> sorted(occurring("Datang dan menemui petugas"))
    ['officer']
    """
    return _remembered(_OCCURS, words)


def needs_no_actor(words: str) -> bool:
    """Tell whether a step only marks the beginning or the end, which nobody does.

    >>> needs_no_actor("Selesai."), needs_no_actor("Menunggu")
    (True, False)
    """
    return all(line.strip(" .").lower() in _IDLE for line in words.splitlines())
