"""Telling what is said of a repair and of the service meanwhile."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.rules.detectors.plain import plain

_EVENT: Final = (
    r"(?:bencana|gempa|banjir|longsor|tsunami|erupsi|letusan|angin|kebakaran|kerusuhan|huru hara"
    r"|perang|earthquake|flood|landslide|storm|fire|riots?|war|disaster)"
)
# "Perbaikan akibat gempa", not "perbaikan alarm kebakaran": the event has to be the cause.
_FORCE: Final = re.compile(
    r"\bkeadaan (?:kahar|memaksa|darurat)|\bkuasa kahar|\bforce majeure"
    rf"|\b(?:akibat|karena|oleh|pas[ck]a|setelah|sesudah|(?:ter)?dampak|terkena|because of|due to"
    rf"|after|by)[^;.]{{0,30}}\b{_EVENT}|\bpas[ck]a{_EVENT}"
)
_SERVICE: Final = r"\b(?:pe)?layanan(?: \w+){0,3} (?:di)?"
_STOPS: Final = re.compile(
    rf"{_SERVICE}(?:hentikan|tutup|tiadakan|liburkan|setop|stop)\b"
    r"|\b(?:pe)?layanan(?: \w+){0,3} (?:berhenti|terhenti|libur)\b"
    r"|\b(?:tidak|tak) (?:melayani|ada (?:pe)?layanan)"
    r"|\b(?:no service|services? (?:\w+ )?(?:is |are |be )?(?:closed|stopped|suspended))"
)
# A service that moves, or that is said not to stop, goes on.
_MOVES: Final = re.compile(
    r"\bpindah|\bdipindah|\bdialih|\bberalih|\bmelalui\b|\blewat\b|\bdaring|\bonline|\b(?:di|meng)?guna"
    r"|\bmemakai|\bdipakai|\bsementara di\b|\bmoved?\b|\binstead|\bthrough\b"
)
_GOES_ON: Final = re.compile(
    r"\btetap (?:buka|berjalan|berlangsung|beroperasi|melayani|dilayani|diberikan|dibuka|berfungsi)"
    r"|\b(?:tidak|tanpa) (?:\w+ )?(?:berhenti|terhenti|dihentikan|menghentikan|terganggu|mengganggu"
    r"|ditutup|tutup)|\b(?:not|without) (?:\w+ )?(?:stop|interrupt|affect|clos)"
    r"|\b(?:stays?|remains?) open|\bgoes on\b|\bcontinues?\b"
)


def names_force_majeure(words: str) -> bool:
    """Tell whether a text puts something down to what nobody could foresee.

    >>> names_force_majeure("Perbaikan atap akibat gempa"), names_force_majeure("Pengecatan")
    (True, False)
    """
    return _FORCE.search(plain(words)) is not None


def goes_on(words: str) -> bool:
    """Tell whether a text says that the service goes on.

    >>> goes_on("Pelayanan tetap berjalan di lantai dua"), goes_on("Pengecatan")
    (True, False)
    """
    return _GOES_ON.search(plain(words)) is not None


def stops(words: str) -> bool:
    """Tell whether a text says that the service stops, and nowhere that it moves or goes on.

    >>> stops("Pelayanan dihentikan sementara")
    True
    >>> stops("Layanan tatap muka ditutup, dialihkan ke layanan daring"), stops("Toilet ditutup")
    (False, False)
    """
    text = plain(words)
    moves = _MOVES.search(text) is not None or _GOES_ON.search(text) is not None
    return _STOPS.search(text) is not None and not moves
