"""Finding the elements of a maklumat in the wordings that offices really use.

PermenPANRB 15/2014 asks for three: the promise to serve to the standard; duty and continuous
improvement; sanctions and/or compensation. The patterns forgive the misspellings seen in
published pledges (``menyelenggaran``, ``di tetapkan``, ``untukmelaksanakan``) by not needing
the words that carry them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from pst_standards.model.maklumat import Maklumat
from pst_standards.rules.wordings import says, words_of

# "siap" alone accepts a sanction; "siap memberikan pelayanan" promises.
_PROMISE: Final = re.compile(
    r"\bsang+up|\bkesang+upan|\bberjanji\b|\bmenjanjikan\b|\bmampu\b|\bberkomitmen\b|\bbertekad\b"
    r"|\bsiap (?:untuk ?)?(?:memberi|melaksana|menyelengg?ara|melayani)"
    r"|\b(?:capab|able to|pledge|declare|commit|promise|undertake|strict compliance)",
    re.IGNORECASE,
)
_STANDARD: Final = re.compile(r"\bstandar[dt]?s?\b(?! operasional)", re.IGNORECASE)
_IMPROVEMENT: Final = re.compile(
    r"terus[ -]*menerus|\bpenyempurnaan|\bberkelanjutan|\bsenantiasa (?:memperbaiki|meningkatkan)"
    r"|\bperbaikan (?:pelayanan|layanan|berkala)|continu(?:ous|al)(?:ly)? improv"
    r"|improve (?:\w+ ){0,3}continuously",
    re.IGNORECASE,
)
_SANCTION: Final = re.compile(r"\bsan[kg]si|\bsanction", re.IGNORECASE)
_COMPENSATION: Final = re.compile(r"\bko[mn]pensasi|\bcompensat", re.IGNORECASE)
_REMEMBERED: Final = 512


# Whoever is not willing to serve to the standard has not promised it.
_DENIED: Final = re.compile(
    r"\b(?:tidak|tak|tdk|belum) (?:sanggup|bersedia|siap|mampu|akan|mau)\b[^.,;]*"
    r"|\b(?:not|never) (?:able|willing|ready|accept|improve|serve)\b[^.,;]*",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Pledged:
    """Which elements a maklumat holds, by its structured elements or by its wording."""

    capability: bool
    standard: bool
    improvement: bool
    sanction: bool
    compensation: bool


def wording_of(maklumat: Maklumat | None) -> str:
    """Return all that a maklumat says; empty when it says nothing."""
    if maklumat is None:
        return ""
    parts = maklumat.elements
    structured = (
        (parts.capability, parts.improvement, parts.sanction, parts.compensation) if parts else ()
    )
    spoken = [text for text in (maklumat.pledge, *structured) if says(text)]
    return " ".join(words_of(*spoken).split())


def _elements_of(words: str) -> Pledged:
    """Tell the elements that a wording holds.

    >>> elements_of("We pledge to serve to the standard and accept sanctions.").sanction
    True
    """
    words = _DENIED.sub(" ", words)
    standard = _STANDARD.search(words) is not None
    return Pledged(
        capability=standard and _PROMISE.search(words) is not None,
        standard=standard,
        improvement=_IMPROVEMENT.search(words) is not None,
        sanction=_SANCTION.search(words) is not None,
        compensation=_COMPENSATION.search(words) is not None,
    )


# Offices share the wording of their pledge.
elements_of = lru_cache(maxsize=_REMEMBERED)(_elements_of)


def pledged(maklumat: Maklumat, wording: str) -> Pledged:
    """Tell the elements of a maklumat, of which ``wording`` is all that it says.

    >>> from pst_standards.model.base import Text
    >>> short = "Kami sanggup melayani sesuai standar pelayanan dan siap menerima sanksi."
    >>> shown = Maklumat(pledge=Text(short))
    >>> found = pledged(shown, wording_of(shown))
    >>> found.capability, found.improvement, found.sanction, found.compensation
    (True, False, True, False)
    """
    worded, parts = elements_of(wording), maklumat.elements
    if parts is None:
        return worded
    return Pledged(
        capability=worded.capability or says(parts.capability),
        standard=worded.standard,
        improvement=worded.improvement or says(parts.improvement),
        sanction=worded.sanction or says(parts.sanction),
        compensation=worded.compensation or says(parts.compensation),
    )
