"""Whether a position is that of the leader of an office, or of somebody below him.

Only positions that are surely below the leader are told as such: titles differ from body to
body, and one that is not known here may well be the leader's.
"""

from __future__ import annotations

import re
from typing import Final

# "a.n. Kepala" signs for the leader, "Plt." and "Plh." stand in for him.
_FOR_THE_LEADER: Final = re.compile(
    r"\ba[./] ?n\b|\ban\. |\b(?:atas nama|pl[th]\b|pelaksana (?:tugas|harian)|pj\b|penjabat"
    r"|on behalf of|acting\b)",
    re.IGNORECASE,
)
_BELOW: Final = re.compile(
    r"\b(?:kepala|ka|kasi|kabag|kabid|kasub\w*)\.? ?(?:sub\w*|seksi|bagian|bidang|urusan)\b"
    r"|\bkasubba?g|\bkasi\b|\bkabag\b|\bkabid\b|\bstaf\b|\bpetugas\b|\boperator\b|\bbendahara"
    r"|\bketua tim\b|\bpranata\b|\bstatistisi\b|\barsiparis|\bpustakawan"
    r"|\bpengadministrasi|\bhead of (?:the )?(?:sub|section|division)|\bstaff\b|\bteam leader"
    r"|\b(?:service|front) officer|\bclerk\b|\btreasurer\b",
    re.IGNORECASE,
)
_LEADER: Final = re.compile(
    r"\b(?:kepala|ka|direktur|ketua|pimpinan|pemimpin|rektor|dekan|camat|lurah|bupati|wali ?kota"
    r"|gubernur|menteri|presiden|inspektur|deputi|sekretaris (?:utama|jenderal|daerah)"
    r"|komandan|kapol\w*|head|director|chair\w*|president|governor|mayor|regent|minister"
    r"|chief|manager|manajer)\b",
    re.IGNORECASE,
)


def is_below_leader(position: str) -> bool:
    """Tell whether a position is surely one below the leader, not signing in his name.

    >>> is_below_leader("Kepala Subbagian Umum"), is_below_leader("Kepala BPS Kabupaten Contoh")
    (True, False)
    >>> is_below_leader("a.n. Kepala, Kepala Subbagian Umum")
    False
    """
    return _BELOW.search(position) is not None and _FOR_THE_LEADER.search(position) is None


def is_leader(position: str) -> bool:
    """Tell whether a position is surely the leader's, or held in his stead.

    >>> is_leader("Plt. Kepala Dinas"), is_leader("Camat"), is_leader("Ketua Tim Pelayanan")
    (True, True, False)
    """
    if _FOR_THE_LEADER.search(position):
        return True
    return _LEADER.search(position) is not None and _BELOW.search(position) is None
