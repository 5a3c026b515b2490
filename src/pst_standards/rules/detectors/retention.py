"""Telling that a text says how long data of complainants are kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.rules.wordings import states_time

_LONGEST: Final = 20_000
_KEEPING: Final = re.compile(
    r"\bdisimpan|\bpenyimpanan|\bretensi|\bdimusnahkan|\bpemusnahan|\bdihapus|\bpenghapusan"
    r"|\bstored|\bkept for|\bretention|\bretained|\berase|\bdestroyed",
    re.IGNORECASE,
)
_SCHEDULE: Final = re.compile(r"jadwal retensi|retention schedule", re.IGNORECASE)


def _states_retention(words: str) -> bool:
    """Tell whether a text names a time of keeping or the schedule that sets it.

    >>> _states_retention("Identitas pengadu dihapus 2 tahun setelah putusan")
    True
    >>> _states_retention("Dimusnahkan menurut jadwal retensi arsip"), _states_retention("Disimpan")
    (True, False)
    """
    read = words[:_LONGEST]
    if not _KEEPING.search(read):
        return False
    return _SCHEDULE.search(read) is not None or states_time(read)


# Offices share most of their texts, so each is read once.
states_retention = lru_cache(maxsize=4096)(_states_retention)
