"""Who supervises: a superior or the head of the unit, or only somebody outside it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LEADER: Final = re.compile(
    r"\batasan|pimpinan|\bkepala\b|\bketua\b|koordinator|penanggung jawab|pejabat|direktur|manajer"
    r"|\bkabag\b|\bkasubb?ag\b|\bkasi\b|\bkasie\b|\bkabid\b|\bkadis\b|sekretaris|\bcamat\b"
    r"|\blurah\b|supervisor|superior|\bhead\b|\bchief|leader|manager|director",
    re.IGNORECASE,
)
_OUTSIDE: Final = re.compile(
    r"inspektorat|\bapip\b|\bspip?\b|\bspi\b|\bbpkp?\b|ombudsman|pengawas fungsional|masyarakat"
    r"|pengawas(?:an)? internal|\bcctv\b|auditor|inspectorate|audit",
    re.IGNORECASE,
)


def _names_leader(words: str) -> bool:
    return _LEADER.search(words) is not None


_remembered_leader = lru_cache(maxsize=4096)(_names_leader)


def names_leader(words: str) -> bool:
    """Tell whether a text names a superior or the leader of a unit.

    >>> names_leader("Atasan langsung pelaksana"), names_leader("Diawasi secara berkala")
    (True, False)
    """
    return _remembered_leader(words)


def names_only_outsiders(words: str) -> bool:
    """Tell whether a supervisor is functional, external or a thing, and nobody's superior.

    >>> names_only_outsiders("Inspektorat Utama"), names_only_outsiders("Kasubbag Umum")
    (True, False)
    """
    return _OUTSIDE.search(words) is not None and not names_leader(words)
