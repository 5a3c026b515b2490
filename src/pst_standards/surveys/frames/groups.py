"""The groups of a large table: a number for each combination of values of its columns."""

from __future__ import annotations

from collections.abc import Sequence
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
        combined = places[0].astype(np.intp, copy=False)
        for size, more in zip(sizes[1:], places[1:], strict=True):
            combined = combined * size + more
        total = int(np.prod([float(size) for size in sizes]))
        return self._dense(combined, sizes) if total <= _DENSE else self._sparse(combined, sizes)

    def _places(self, column: pa.Array, at: int) -> Any:
        """Return the place of each cell among the names of its column."""
        import pyarrow as pa

        np, names = self._np, self._names[at]
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        found = [named(value) for value in column.dictionary.to_pylist()]
        table = [names.setdefault(name, len(names)) for name in found]
        indices = column.indices
        if indices.null_count:
            table.append(names.setdefault("", len(names)))
            indices = indices.fill_null(len(table) - 1)
        return np.array(table or [0], np.int32)[indices.to_numpy(zero_copy_only=False)]

    def _dense(self, combined: Ids, sizes: tuple[int, ...]) -> Ids:
        np = self._np
        if sizes != self._sizes:
            self._sizes, self._table = sizes, np.full(int(np.prod(sizes)), -1, np.intp)
        ids = self._table[combined]
        if ids.size and ids.min() < 0:
            fresh = np.unique(combined[ids < 0])
            self._table[fresh] = self._new(fresh.tolist(), sizes)
            ids = self._table[combined]
        return ids

    def _sparse(self, combined: Ids, sizes: tuple[int, ...]) -> Ids:
        distinct, inverse = self._np.unique(combined, return_inverse=True)
        numbers = self._new(distinct.tolist(), sizes)
        return self._np.array(numbers, self._np.intp)[inverse]

    def _new(self, combined: list[int], sizes: tuple[int, ...]) -> list[int]:
        """Return the numbers of groups by the places of their values, counted as one number."""
        names = [list(one) for one in self._names]
        return [self.number(_key(one, sizes, names)) for one in combined]


def _key(combined: int, sizes: tuple[int, ...], names: list[list[str]]) -> tuple[str, ...]:
    found: list[str] = []
    for size, listed in zip(reversed(sizes), reversed(names), strict=True):
        combined, place = divmod(combined, size)
        found.append(listed[place])
    return tuple(reversed(found))
