"""How grave a finding is, what kind of norm it rests on, and how sure that norm is."""

from __future__ import annotations

from enum import Enum


class Severity(Enum):
    """How grave a finding is; compares by gravity.

    >>> Severity.ERROR > Severity.WARNING > Severity.NOTE
    True
    """

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def _rank(self) -> int:
        return _RANKS[self.value]

    def __lt__(self, other: Severity) -> bool:
        return self._rank < other._rank

    def __le__(self, other: Severity) -> bool:
        return self._rank <= other._rank

    def __gt__(self, other: Severity) -> bool:
        return self._rank > other._rank

    def __ge__(self, other: Severity) -> bool:
        return self._rank >= other._rank


_RANKS = {"note": 0, "warning": 1, "error": 2}


class Verdict(Enum):
    """The kind of norm behind a finding, so that a reader sees why it was raised.

    ``shape`` is the file itself, ``statutory`` an act or government regulation (UU, PP),
    ``ministerial`` a ministry's regulation (Permen), ``scoring`` an evaluation instrument
    (PEKPPP) and ``quality`` a heuristic of this library.
    """

    SHAPE = "shape"
    STATUTORY = "statutory"
    MINISTERIAL = "ministerial"
    SCORING = "scoring"
    QUALITY = "quality"


class Confidence(Enum):
    """How sure a stated value or a claim of law is.

    ``verified``: the text of the norm was read; ``secondary``: read in a source about it;
    ``unverified``: from memory or a single weak source; ``illustration``: made up as an example.
    """

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"
    ILLUSTRATION = "illustration"

    @property
    def is_open(self) -> bool:
        """Whether a document that prints such a value is still a draft.

        >>> [mark.value for mark in Confidence if mark.is_open]
        ['unverified', 'illustration']
        """
        return self in (Confidence.UNVERIFIED, Confidence.ILLUSTRATION)
