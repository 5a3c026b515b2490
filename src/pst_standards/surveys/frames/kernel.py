"""Counting codes by group: the loop under every large table.

A code is 0 where there is no answer, else the place of the answer on the scale, from 1. Codes of
two or three questions are counted together as one number, which saves passes over the groups; the
counts of each come from the sums along the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes: TypeAlias = NDArray[np.uint8]
    Ids: TypeAlias = NDArray[np.intp]
    Counts: TypeAlias = NDArray[np.int64]

PART: Final = 1 << 18
"""How many rows are counted at once: their numbers stay in the cache."""
_TOGETHER: Final = 3
_LOCAL_BINS: Final = 1 << 16
_PAIRED_BINS: Final = 1 << 18
_BYTE: Final = 256
_SHORT: Final = 1 << 31


class CountTable:
    """How often each code was found, by question and group; grows with the groups.

    >>> import numpy as np
    >>> table = CountTable(items=2, base=5)
    >>> table.add(np.array([0, 1, 0]), [np.array([4, 0, 4], np.uint8), np.array([1, 2, 3], np.uint8)], 2)
    >>> table.counts(2)[0].tolist()
    [[0, 0, 0, 0, 2], [1, 0, 0, 0, 0]]
    """

    def __init__(self, *, items: int, base: int) -> None:
        import numpy as np

        self._np = np
        self._items = items
        self._base = base
        self._single: Counts = np.zeros((items, 0, base), np.int64)
        self._pairs: Counts = np.zeros((items // 2, 0, base * base), np.int64)

    def add(self, ids: Ids, codes: Sequence[Codes], groups: int) -> None:
        """Count rows: the group of each, from 0 to below ``groups``, and its codes by question."""
        for start in range(0, len(ids), PART):
            part = slice(start, start + PART)
            self._add(ids[part], [one[part] for one in codes], groups)

    def _add(self, ids: Ids, codes: Sequence[Codes], groups: int) -> None:
        low, high = int(ids.min()), int(ids.max()) + 1
        size = self._together(high - low, groups)
        if size == 2:  # noqa: PLR2004 - a pair
            self._add_pairs(ids, codes, low, high, groups)
        else:
            self._single = self._grown(self._single, groups)
            for start in range(0, self._items, size):
                self._add_local(ids, codes, start, min(size, self._items - start), low, high)

    def _together(self, span: int, groups: int) -> int:
        """Return how many questions to count together: more for few groups and a short scale."""
        base = self._base
        if base**3 <= _BYTE and span * base**3 <= _LOCAL_BINS:
            return _TOGETHER
        return 2 if base**2 <= _BYTE and groups * base**2 <= _PAIRED_BINS else 1

    def _add_local(
        self, ids: Ids, codes: Sequence[Codes], start: int, size: int, low: int, high: int
    ) -> None:
        found = self._counted(ids, codes[start : start + size], low, high)
        cube = found.reshape(high - low, *[self._base] * size)
        for place in range(size):
            others = tuple(1 + axis for axis in range(size) if axis != place)
            self._single[start + place, low:high] += cube.sum(axis=others)

    def _add_pairs(
        self, ids: Ids, codes: Sequence[Codes], low: int, high: int, groups: int
    ) -> None:
        self._pairs = self._grown(self._pairs, groups)
        for pair in range(self._items // 2):
            found = self._counted(ids, codes[2 * pair : 2 * pair + 2], low, high)
            self._pairs[pair, low:high] += found
        if self._items % 2:
            self._single = self._grown(self._single, groups)
            self._add_local(ids, codes, self._items - 1, 1, low, high)

    def _counted(self, ids: Ids, codes: Sequence[Codes], low: int, high: int) -> Counts:
        """Count the rows by group and by the codes of some questions together."""
        np, base = self._np, self._base
        together = codes[0]
        for more in codes[1:]:
            together = together * np.uint8(base) + more
        bins = base ** len(codes)
        kind = np.int32 if (high - low) * bins < _SHORT else np.int64
        places = (ids - low).astype(kind, copy=False) * kind(bins) + together
        found = np.bincount(places, minlength=(high - low) * bins)
        return found.reshape(high - low, bins)

    def _grown(self, table: Counts, groups: int) -> Counts:
        had = table.shape[1]
        if had >= groups:
            return table
        np = self._np
        grown = np.zeros((table.shape[0], max(groups, 2 * had), table.shape[2]), np.int64)
        grown[:, :had] = table
        return grown

    def counts(self, groups: int) -> Counts:
        """Return the counts by question, group and code."""
        table = self._grown(self._single, groups)[:, :groups].copy()
        pairs = self._grown(self._pairs, groups)[:, :groups]
        cube = pairs.reshape(-1, groups, self._base, self._base)
        table[0 : 2 * len(pairs) : 2] += cube.sum(axis=3)
        table[1 : 2 * len(pairs) : 2] += cube.sum(axis=2)
        return table
