"""Counting codes by group: the loop under every large table.

A code is 0 where there is no answer, else the place of the answer on the scale, from 1. Codes of
two or three questions are counted together as one number, which saves passes over the groups; the
counts of each come from the sums along the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes: TypeAlias = NDArray[np.uint8]
    Ids: TypeAlias = NDArray[np.signedinteger[Any]]
    Counts: TypeAlias = NDArray[np.int64]

PART: Final = 1 << 18
"""How many rows are counted at once: their numbers stay in the cache."""
_TOGETHER: Final = 3
_PAIR: Final = 2
_LOCAL_BINS: Final = 1 << 16
_PAIRED_BINS: Final = 1 << 18
_BYTE: Final = 256
_KEPT: Final = 16 << 20


def keep_memory() -> None:
    """Let parts of a table be put where the last ones were.

    An allocator that has seen a large block come and go keeps the smaller ones that follow, and
    does not ask the system for each of them again, which would take longer than to count.
    """
    import numpy as np

    np.empty(_KEPT, np.uint8)


class _Part:
    """The groups of some rows, ready to be counted with codes of one question or of several."""

    def __init__(self, ids: Ids, low: int, high: int, base: int) -> None:
        import numpy as np

        self._np = np
        self._span = high - low
        self._base = base
        self._ids: Ids = ids - low if low else ids
        self._bins = 0
        self._starts: Ids = ids

    def counted(self, codes: Sequence[Codes]) -> Counts:
        """Count the rows by group and by the codes of some questions together."""
        np, bins = self._np, self._base ** len(codes)
        if bins != self._bins:
            self._bins = bins
            self._starts = self._ids * bins
        together = codes[0]
        for more in codes[1:]:
            together = together * np.uint8(self._base) + more
        found: Counts = np.bincount(self._starts + together, minlength=self._span * bins)
        return found.reshape(self._span, bins)


class CountTable:
    """How often each code was found, by question and group; grows with the groups.

    >>> import numpy as np
    >>> table = CountTable(items=2, base=5)
    >>> codes = [np.array([4, 0, 4], np.uint8), np.array([1, 2, 3], np.uint8)]
    >>> table.add(np.array([0, 1, 0]), codes, 2)
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
        self._single = self._grown(self._single, groups)
        self._pairs = self._grown(self._pairs, groups if size == _PAIR else 0)
        part = _Part(ids, low, high, self._base)
        for start in range(0, self._items, size):
            some = codes[start : start + size]
            if len(some) == size == _PAIR:
                self._pairs[start // _PAIR, low:high] += part.counted(some)
            else:
                self._add_each(part.counted(some), start, len(some), low)

    def _together(self, span: int, groups: int) -> int:
        """Return how many questions to count together: more for few groups and a short scale."""
        base = self._base
        if base**3 <= _BYTE and span * base**3 <= _LOCAL_BINS:
            return _TOGETHER
        return _PAIR if base**2 <= _BYTE and groups * base**2 <= _PAIRED_BINS else 1

    def _add_each(self, found: Counts, start: int, size: int, low: int) -> None:
        """Add counts of a few questions together to those of each of them."""
        span = len(found)
        cube = found.reshape(span, *[self._base] * size)
        for place in range(size):
            others = tuple(1 + axis for axis in range(size) if axis != place)
            self._single[start + place, low : low + span] += cube.sum(axis=others)

    def _grown(self, table: Counts, groups: int) -> Counts:
        had = table.shape[1]
        if had >= groups:
            return table
        np = self._np
        grown: Counts = np.zeros((table.shape[0], max(groups, 2 * had), table.shape[2]), np.int64)
        grown[:, :had] = table
        return grown

    def counts(self, groups: int) -> Counts:
        """Return the counts by question, group and code."""
        table: Counts = self._grown(self._single, groups)[:, :groups].copy()
        pairs = self._grown(self._pairs, groups)[:, :groups]
        cube = pairs.reshape(len(pairs), groups, self._base, self._base)
        # Sums along so short an axis: einsum is several times as fast at them as sum is.
        table[0 : 2 * len(pairs) : 2] += self._np.einsum("pgab->pga", cube)
        table[1 : 2 * len(pairs) : 2] += self._np.einsum("pgab->pgb", cube)
        return table
