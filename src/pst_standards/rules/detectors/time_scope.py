"""What a limit of time covers, where only its words tell: the waiting, or all until the end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WAITING: Final = re.compile(
    r"\b(?:pengunjung|pengguna|pemohon|antrean|antrian|nomor antre?an|nomor antrian)\s{1,3}"
    r"(?:yang )?sebelumnya\b|\bwaktu tunggu\b"
    r"|\bmenunggu (?:untuk )?(?:dilayani|giliran|panggilan)\b|\bsampai (?:mulai )?dilayani\b"
    r"|\bprevious (?:visitor|user|number)\b|\bwaiting (?:time|to be)\b",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"\b(?:sampai|hingga|s/d|until)\b[^.;\n]{0,60}"
    r"\b(?:selesai|diserahkan|diterima pengguna|diterima pemohon|dikirim(?:kan)?|terbit|diterbitkan"
    r"|delivered|handed over|completed|issued)\b",
    re.IGNORECASE,
)

_SERVED: Final = re.compile(
    r"\b(?:mulai|sedang) dilayani\b|\bdipanggil\b"
    r"|\b(?:begins?|starts?) to be served\b|\bis called\b",
    re.IGNORECASE,
)


def says_served(words: str) -> bool:
    """Tell whether a limit only begins when somebody is served, so that the wait lies before it.

    >>> says_served("sejak pengguna mulai dilayani"), says_served("permohonan lengkap")
    (True, False)
    """
    return _SERVED.search(words) is not None


def _says_waiting(words: str) -> bool:
    return _WAITING.search(words) is not None


def _says_until_the_end(words: str) -> bool:
    return _END.search(words) is not None and _WAITING.search(words) is None


_waiting = lru_cache(maxsize=2048)(_says_waiting)
_until_the_end = lru_cache(maxsize=2048)(_says_until_the_end)


def says_waiting(words: str) -> bool:
    """Tell whether a limit only speaks of the time until somebody is served.

    >>> says_waiting("maks. 10 menit setelah pengunjung sebelumnya")
    True
    >>> says_waiting("3 hari kerja sejak permohonan lengkap")
    False
    """
    return _waiting(words)


def says_until_the_end(words: str) -> bool:
    """Tell whether a limit runs until the product is there.

    >>> says_until_the_end("1 hari kerja sejak permohonan diterima sampai hasil diserahkan")
    True
    >>> says_until_the_end("10 menit setelah pengunjung sebelumnya selesai")
    False
    """
    return _until_the_end(words)
