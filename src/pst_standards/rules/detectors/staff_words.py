"""Telling what is said of the dress of officers, and of their rewards and sanctions."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.rules.detectors.plain import plain

_UNIFORM: Final = re.compile(
    r"\bseragam|\bpakaian (?:dinas|kerja|khas|adat)|\bpdh\b|\bbatik|\brompi|\bkemeja|\bkorpri"
    r"|\buniform|\bdress"
)
_BADGE: Final = re.compile(
    r"\btanda (?:pengenal|nama|identitas)|\bpapan nama|\bkartu (?:identitas|nama|pengenal|pegawai)"
    r"|\bname ?tag|\b(?:name ?)?badge|\bid ?card|\bpin\b|\bname ?plate|\bidentitas\b"
)
_REWARD: Final = re.compile(r"\bpenghargaan|\breward|\baward|\binsentif|\bincentive|\bapresiasi")
_DISCIPLINE: Final = re.compile(
    r"\bsanksi|\bhukuman|\bdisiplin|\bpunishment|\bsanction|\bdisciplin|\bteguran|\bpenalt"
)


def names_uniform(words: str) -> bool:
    """Tell whether a text names what officers wear.

    >>> names_uniform("Batik dan tanda pengenal"), names_uniform("Tanda pengenal")
    (True, False)
    """
    return _UNIFORM.search(plain(words)) is not None


def names_badge(words: str) -> bool:
    """Tell whether a text names what shows who an officer is.

    >>> names_badge("Seragam dan name tag"), names_badge("Seragam")
    (True, False)
    """
    return _BADGE.search(plain(words)) is not None


def names_reward(words: str) -> bool:
    """Tell whether a text speaks of rewarding officers.

    >>> names_reward("Petugas terbaik mendapat penghargaan")
    True
    """
    return _REWARD.search(plain(words)) is not None


def names_discipline(words: str) -> bool:
    """Tell whether a text speaks of what an officer who breaks the rules has to bear.

    >>> names_discipline("Pelanggar dikenai sanksi disiplin")
    True
    """
    return _DISCIPLINE.search(plain(words)) is not None
