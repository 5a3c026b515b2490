"""The groups of a large table: a number for each combination of values of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, Any, Final

from pst_standards.surveys.frames.terms import named

if TYPE_CHECKING:
    import pyarrow as pa

    from pst_standards.surveys.frames.kernel import Ids

_DENSE: Final = 1 << 22
"""Up to how many combinations are looked up in a table of all of them."""


class Groups:
    """Numbers the groups as they come; ``keys`` has the values of each, by its number."""

    def __init__(self, columns: int) -> None:
        import numpy as np

        self._np = np
        self._names: list[dict[str, int]] = [{} for _ in range(columns)]
        self._known: dict[tuple[str, ...], int] = {} if columns else {(): 0}
        self._sizes: tuple[int, ...] = ()
        self._table: Any = None

    @property
    def keys(self) -> list[tuple[str, ...]]:
        """The values of each group, by its number."""
        return list(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def number(self, key: tuple[str, ...]) -> int:
        """Return the number of a group, a new one when it is new."""
        return self._known.setdefault(key, len(self._known))

    def numbers(self, columns: Sequence[pa.Array], rows: int) -> Ids:
        """Return the number of the group of each row."""
        np = self._np
        if not columns:
            return np.zeros(rows, np.intp)
        places = [self._places(column, at) for at, column in enumerate(columns)]
        sizes = tuple(map(len, self._names))
        stride = prod(sizes)
        kind = np.int32 if stride <= _DENSE else np.int64
        combined = np.zeros(rows, kind)
        for size, (table, indices) in zip(sizes, places, strict=True):
            stride //= size
            combined += (np.array(table, kind) * kind(stride)).take(indices)
        if rows and not self._known:
            self._new(combined[:1], sizes)  # the group of the first row is the first
        return self._sparse(combined, sizes) if kind is np.int64 else self._dense(combined, sizes)

    def _places(self, column: pa.Array, at: int) -> tuple[list[int], Any]:
        """Return the places of distinct cells among the names of a column, and which a row has."""
        import pyarrow as pa

        names = self._names[at]
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        found = [named(value) for value in column.dictionary.to_pylist()]
        table = [names.setdefault(name, len(names)) for name in found]
        indices = column.indices
        if indices.null_count:
            table.append(names.setdefault("", len(names)))
            indices = indices.fill_null(len(table) - 1)
        return table, indices.to_numpy(zero_copy_only=False)

    def _dense(self, combined: Any, sizes: tuple[int, ...]) -> Ids:
        np = self._np
        if sizes != self._sizes:
            self._sizes, self._table = sizes, np.full(prod(sizes), -1, np.intp)
        ids: Ids = self._table.take(combined)
        if ids.size and ids.min() < 0:
            there = np.zeros(len(self._table), np.bool_)
            there[combined] = True
            fresh = np.flatnonzero(there & (self._table < 0))
            self._table[fresh] = self._new(fresh, sizes)
            ids = self._table.take(combined)
        return ids

    def _sparse(self, combined: Any, sizes: tuple[int, ...]) -> Ids:
        distinct, inverse = self._np.unique(combined, return_inverse=True)
        return self._np.array(self._new(distinct, sizes), self._np.intp)[inverse]

    def _new(self, combined: Any, sizes: tuple[int, ...]) -> list[int]:
        """Return the numbers of groups by the places of their values, counted as one number."""
        columns = [
            [names[place] for place in places.tolist()]
            for names, places in zip(
                map(list, self._names), self._np.unravel_index(combined, sizes), strict=True
            )
        ]
        known = self._known
        return [known.setdefault(key, len(known)) for key in zip(*columns, strict=True)]
