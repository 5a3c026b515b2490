"""Tallies of very many groups, each made when it is looked at: the counts stay in arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from pst_standards.surveys.tallies import GroupKey
from pst_standards.surveys.tally import Tally


class LaterGroups(Mapping[GroupKey, Tally]):
    """A mapping of groups to tallies that makes a tally each time it is asked for."""

    def __init__(
        self, names: tuple[str, ...], values: list[tuple[str, ...]], make: Callable[[int], Tally]
    ) -> None:
        self._names = names
        self._values = values
        self._make = make

    @cached_property
    def _numbers(self) -> Mapping[GroupKey, int]:
        keys = (tuple(zip(self._names, one, strict=True)) for one in self._values)
        return {key: number for number, key in enumerate(keys)}

    def __getitem__(self, key: GroupKey) -> Tally:
        return self._make(self._numbers[key])

    def __iter__(self) -> Iterator[GroupKey]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._values)

    def __reduce__(self) -> tuple[object, ...]:
        # What makes the tallies holds arrays of everything that was counted.
        return dict, (dict(self),)
