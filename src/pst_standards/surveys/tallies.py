"""The tallies of several groups: offices, services, quarters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.records import Record, made
from pst_standards.surveys.tally import Tally

GroupKey: TypeAlias = tuple[tuple[str, str], ...]
"""What a group is of: pairs of a name and a value, such as ``(("service", "library"),)``."""


class Tallies(Record):
    """A tally for each group; like a tally a commutative monoid, with ``Tallies.empty``.

    >>> quarter = lambda n, respondents: Tallies(
    ...     "skm-2017", {(("quarter", n),): Tally("skm-2017", {}, respondents)}
    ... )
    >>> year = quarter("1", 30) + quarter("2", 20) + quarter("1", 5)
    >>> [(dict(key), tally.respondents) for key, tally in year.groups.items()]
    [({'quarter': '1'}, 35), ({'quarter': '2'}, 20)]
    >>> year.total().respondents
    55
    """

    instrument_id: str
    groups: Mapping[GroupKey, Tally] = made(factory=dict)

    @classmethod
    def empty(cls, instrument_id: str) -> Tallies:
        """Return the tallies of no group."""
        return cls(instrument_id)

    @classmethod
    def of(cls, instrument_id: str, pairs: Iterable[tuple[GroupKey, Tally]]) -> Tallies:
        """Return the tallies of pairs of a key and a tally, those of one key added."""
        groups: dict[GroupKey, Tally] = {}
        for key, tally in pairs:
            groups[key] = groups[key] + tally if key in groups else tally
        return cls(instrument_id, groups)

    def __add__(self, other: Tallies) -> Tallies:
        if not isinstance(other, Tallies):
            return NotImplemented
        if self.instrument_id != other.instrument_id:
            found, expected = other.instrument_id, self.instrument_id
            raise SurveyError("tally.instrument", found=found, expected=expected)
        return Tallies.of(self.instrument_id, chain(self, other))

    def __radd__(self, other: int) -> Tallies:
        # ``sum`` begins with 0, which adds nothing.
        return self if type(other) is int and other == 0 else NotImplemented

    def __iter__(self) -> Iterator[tuple[GroupKey, Tally]]:
        return iter(self.groups.items())

    def __len__(self) -> int:
        return len(self.groups)

    def total(self) -> Tally:
        """Return the tally of all groups together."""
        return sum(self.groups.values(), Tally.empty(self.instrument_id))

    def by(self, names: Collection[str]) -> Tallies:
        """Return the tallies by some of the names only, groups that then fall together added."""
        coarser = ((tuple(pair for pair in key if pair[0] in names), tally) for key, tally in self)
        return Tallies.of(self.instrument_id, coarser)

    def to_json(self) -> dict[str, Any]:
        """Return the tallies as plain data."""
        groups = [{"key": dict(key), "tally": tally.to_json()} for key, tally in self]
        return {"instrument": self.instrument_id, "groups": groups}

    @classmethod
    def from_json(cls, found: Any) -> Tallies:
        """Read what ``to_json`` wrote; ``SurveyError`` for anything else."""
        try:
            pairs = [
                (
                    tuple((str(name), str(value)) for name, value in one["key"].items()),
                    Tally.from_json(one["tally"]),
                )
                for one in found["groups"]
            ]
            return cls.of(str(found["instrument"]), pairs)
        except (KeyError, TypeError, AttributeError):
            raise SurveyError("tally.json", found=str(found)) from None


def named(cell: object) -> str:
    """Return a cell as the name of a group, alike for all kinds of tables.

    >>> named("3322"), named(3322), named(3322.0), named(None), named(float("nan"))
    ('3322', '3322', '3322', '', '')
    """
    if isinstance(cell, float):
        if cell != cell:  # noqa: PLR0124 - a number that is none is a blank
            return ""
        return str(int(cell)) if cell.is_integer() else str(cell)
    return "" if cell is None else str(cell)
