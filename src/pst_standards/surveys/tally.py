"""The exact counts of answers: enough for every score, addable in any order, kept without loss.

A tally is a commutative monoid: ``+`` adds counts, ``Tally.empty`` is its neutral element. Whoever
counts a part of the answers, on any machine and by any library, comes to the same sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import count
from operator import mul
from typing import Any, Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.records import Record, made

FORMAT: Final = "pst-tally/1"


class ElementCounts(Record):
    """How often each answer was given to one question.

    ``values[0]`` counts the lowest answer, ``low``. What is no answer is counted beside them.

    >>> counts = ElementCounts((0, 2, 26, 35), blank=1)
    >>> counts.n, counts.sum, counts.mean
    (63, 222, Fraction(74, 21))
    """

    values: tuple[int, ...]
    blank: int = 0
    not_applicable: int = 0
    low: int = 1

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.values)

    @property
    def sum(self) -> int:
        """The sum of the answers."""
        return sum(map(mul, self.values, count(self.low)))

    @property
    def mean(self) -> Fraction | None:
        """The mean of the answers that were given (NRR); ``None`` when nobody answered."""
        n = self.n
        return Fraction(self.sum, n) if n else None

    def __add__(self, other: ElementCounts) -> ElementCounts:
        if not isinstance(other, ElementCounts):
            return NotImplemented
        if (self.low, len(self.values)) != (other.low, len(other.values)):
            found, expected = (
                f"{one.low}-{one.low + len(one.values) - 1}" for one in (other, self)
            )
            raise SurveyError("tally.scale", found=found, expected=expected)
        return ElementCounts(
            tuple(map(int.__add__, self.values, other.values)),
            self.blank + other.blank,
            self.not_applicable + other.not_applicable,
            self.low,
        )

    def to_json(self) -> dict[str, Any]:
        """Return the counts as plain data."""
        return {
            "low": self.low,
            "values": list(self.values),
            "blank": self.blank,
            "not_applicable": self.not_applicable,
        }

    @classmethod
    def from_json(cls, found: Any) -> ElementCounts:
        """Read what ``to_json`` wrote; ``SurveyError`` for anything else."""
        try:
            values, low = tuple(map(_count, found["values"])), _whole(found["low"])
            blank, other = _count(found["blank"]), _count(found["not_applicable"])
        except (KeyError, TypeError):
            raise SurveyError("tally.json", found=str(found)) from None
        if not values:
            raise SurveyError("tally.json", found=str(found))
        return cls(values, blank, other, low)


def _whole(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise SurveyError("tally.json", found=str(found))
    return found


def _count(found: object) -> int:
    count = _whole(found)
    if count < 0:
        raise SurveyError("tally.json", found=str(found))
    return count


class Tally(Record):
    """The counts of one group of respondents.

    ``elements`` has the counts of each question by its key: an element, or a question within one
    (``time_limit.2``, ``q11a``); ``importance`` those of how important it is, where that was
    asked. ``respondents`` gave one answer at least; ``empty_respondents`` none. ``left_out`` says
    how many cells or rows did not count, by reason. Blanks include those of empty respondents.

    >>> from pst_standards.surveys import instrument
    >>> skm = instrument("skm-2017")
    >>> first = Tally.from_frequencies(skm, {"fee": (0, 0, 1, 2)})
    >>> (first + Tally.from_frequencies(skm, {"fee": (1, 0, 0, 0)})).elements["fee"].values
    (1, 0, 1, 2)
    """

    instrument_id: str
    elements: Mapping[str, ElementCounts] = made(factory=dict)
    respondents: int = 0
    empty_respondents: int = 0
    left_out: Mapping[str, int] = made(factory=dict)
    importance: Mapping[str, ElementCounts] = made(factory=dict)

    @classmethod
    def empty(cls, instrument_id: str) -> Tally:
        """Return the tally of nobody."""
        return cls(instrument_id)

    @classmethod
    def from_frequencies(
        cls,
        instrument: Instrument,
        frequencies: Mapping[str, tuple[int, ...]],
        *,
        respondents: int | None = None,
    ) -> Tally:
        """Return the tally of a table of frequencies, as reports print it.

        Without ``respondents`` there are as many as answered the question most of them answered.
        Raises ``SurveyError`` for an element that is not there and a row of another length.
        """
        for item, values in frequencies.items():
            element = instrument.element_of(item)
            expected = len(instrument.scale.values)
            if len(values) != expected or min(values) < 0:
                raise SurveyError("tally.row", element=element, found=values, expected=expected)
        most = max(map(sum, frequencies.values()), default=0)
        n = most if respondents is None else respondents
        if n < most:
            raise SurveyError("tally.respondents", found=n, expected=most)
        low = instrument.scale.low
        counts = {
            item: ElementCounts(tuple(values), blank=n - sum(values), low=low)
            for item, values in frequencies.items()
        }
        return cls(instrument.id, counts, n)

    def __add__(self, other: Tally) -> Tally:
        if not isinstance(other, Tally):
            return NotImplemented
        if self.instrument_id != other.instrument_id:
            found, expected = other.instrument_id, self.instrument_id
            raise SurveyError("tally.instrument", found=found, expected=expected)
        return Tally(
            self.instrument_id,
            _merged(self.elements, other.elements, ElementCounts.__add__),
            self.respondents + other.respondents,
            self.empty_respondents + other.empty_respondents,
            _merged(self.left_out, other.left_out, int.__add__),
            _merged(self.importance, other.importance, ElementCounts.__add__),
        )

    def __radd__(self, other: int) -> Tally:
        # ``sum`` begins with 0, which adds nothing.
        return self if type(other) is int and other == 0 else NotImplemented

    def to_json(self) -> dict[str, Any]:
        """Return the tally as plain data, all of it whole numbers."""
        return {
            "format": FORMAT,
            "instrument": self.instrument_id,
            "respondents": self.respondents,
            "empty_respondents": self.empty_respondents,
            "elements": {key: one.to_json() for key, one in self.elements.items()},
            "importance": {key: one.to_json() for key, one in self.importance.items()},
            "left_out": dict(self.left_out),
        }

    @classmethod
    def from_json(cls, found: Any) -> Tally:
        """Read what ``to_json`` wrote; ``SurveyError`` for anything else."""
        try:
            if found["format"] != FORMAT:
                raise SurveyError("tally.json", found=str(found["format"]))
            return cls(
                str(found["instrument"]),
                _counts(found["elements"]),
                _count(found["respondents"]),
                _count(found["empty_respondents"]),
                {str(name): n for name, times in found["left_out"].items() if (n := _count(times))},
                _counts(found["importance"]),
            )
        except (KeyError, TypeError, AttributeError):
            raise SurveyError("tally.json", found=str(found)) from None


def _counts(found: Mapping[str, Any]) -> dict[str, ElementCounts]:
    return {str(key): ElementCounts.from_json(one) for key, one in found.items()}


def _merged(
    first: Mapping[str, Any], second: Mapping[str, Any], add: Callable[[Any, Any], Any]
) -> dict[str, Any]:
    merged = dict(first)
    for key, counts in second.items():
        merged[key] = add(merged[key], counts) if key in merged else counts
    return merged
