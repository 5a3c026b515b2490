"""Tallies of very many groups, each made when it is looked at: the counts stay as they came."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from pst_standards.surveys.tallies import GroupKey
from pst_standards.surveys.tally import Tally

_Counts = TypeVar("_Counts")


class LaterGroups(Mapping[GroupKey, Tally], Generic[_Counts]):
    """A mapping of groups to tallies that makes a tally each time it is asked for.

    ``counts`` gives what there is of each group, ``make`` the tally of that. Counts of a million
    groups take little room; a tally for each of them would take gigabytes.

    >>> groups = LaterGroups(lambda: {(("unit", "a"),): 3}, lambda n: Tally("skm-2017", {}, n), 1)
    >>> len(groups), groups[(("unit", "a"),)].respondents, groups == dict(groups)
    (1, 3, True)
    """

    def __init__(
        self,
        counts: Callable[[], Mapping[GroupKey, _Counts]],
        make: Callable[[_Counts], Tally],
        length: int,
    ) -> None:
        self._source = counts
        self._make = make
        self._length = length

    @cached_property
    def _counts(self) -> Mapping[GroupKey, _Counts]:
        return self._source()

    def __getitem__(self, key: GroupKey) -> Tally:
        return self._make(self._counts[key])

    def __iter__(self) -> Iterator[GroupKey]:
        return iter(self._counts)

    def __len__(self) -> int:
        return self._length

    def __reduce__(self) -> tuple[object, ...]:
        # What makes the tallies holds arrays of everything that was counted.
        return dict, (dict(self),)
