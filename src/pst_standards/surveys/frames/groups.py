"""The groups of a large table: a number for each combination of values of its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from math import prod
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pst_standards.surveys.tallies import named

if TYPE_CHECKING:
    import pyarrow as pa

    from pst_standards.surveys.frames.kernel import Ids

    _Places: TypeAlias = list[tuple[Any, Any]]
    """Of each column the places of its distinct cells among all names, and which a row has."""

_CLOSE: Final = 1 << 16
_LARGEST: Final = (1 << 63) - 1
_DENSE: Final = 1 << 22
"""Up to how many combinations are looked up in a table of all of them."""


class CloseNumbers:
    """Numbers the groups of whole numbers close together, by a table of all there can be."""

    def __init__(self) -> None:
        import numpy as np

        self._np = np
        self._first = 0
        self._table: Ids = np.zeros(0, np.intp)

    def ids(self, values: Any, new: Callable[[list[int]], Any]) -> Ids | None:
        """Return the number of the group of each value; ``new`` gives those of values not seen.

        ``None`` when the values lie too far apart.
        """
        np = self._np
        low, high = int(values.min()), int(values.max()) + 1
        if high > _LARGEST:
            return None
        if not len(self._table):
            self._first = low
        start, end = min(low, self._first), max(high, self._first + len(self._table))
        if end - start > _CLOSE:
            return None
        self._widen(start, end)
        indices = values.astype(np.int64) - start
        ids: Ids = self._table.take(indices)
        if int(ids.min()) < 0:
            there = np.zeros(len(self._table), np.bool_)
            there[indices] = True
            there[indices[0]] = False  # the group of the first row is the first
            fresh = [*indices[:1].tolist(), *np.flatnonzero(there).tolist()]
            fresh = [place for place in fresh if self._table[place] < 0]
            self._table[fresh] = new([place + start for place in fresh])
            ids = self._table.take(indices)
        return ids

    def _widen(self, start: int, end: int) -> None:
        if end - start > len(self._table):
            wider = self._np.full(end - start, -1, self._np.intp)
            wider[self._first - start :][: len(self._table)] = self._table
            self._first, self._table = start, wider


class Groups:
    """Numbers the groups as they come.

    Of each group only the places of its values among the names of their columns are kept; what it
    is called is put together when somebody asks for ``keys``.
    """

    def __init__(self, columns: int) -> None:
        import numpy as np

        self._np = np
        self._names: list[dict[str, int]] = [{} for _ in range(columns)]
        self._found: list[Any] = [np.zeros((columns, 0 if columns else 1), np.int64)]
        self._count = 0 if columns else 1
        self._sizes: tuple[int, ...] = ()
        self._table: Any = None
        self._close: CloseNumbers | None = CloseNumbers()
        self._sparse_numbers: dict[tuple[int, ...], int] = {}

    @property
    def keys(self) -> list[tuple[str, ...]]:
        """The values of each group, by its number."""
        if not self._names:
            return [()]
        names = [list(one) for one in self._names]
        columns = [
            [listed[place] for place in places.tolist()]
            for listed, places in zip(names, self._all_places(), strict=True)
        ]
        return list(zip(*columns, strict=True))

    def __len__(self) -> int:
        return self._count

    def add_nameless(self) -> None:
        """Add a group whose values are all blank."""
        places = [names.setdefault("", len(names)) for names in self._names]
        self._keep(self._np.array(places, self._np.int64).reshape(-1, 1))

    def _all_places(self) -> Any:
        self._found = [self._np.concatenate(self._found, axis=1)]
        return self._found[0]

    def _keep(self, places: Any) -> Any:
        """Keep new groups by their places; return their numbers."""
        first, more = self._count, places.shape[1]
        self._found.append(places)
        self._count += more
        return self._np.arange(first, first + more)

    def numbers(self, columns: Sequence[pa.Array], rows: int) -> Ids:
        """Return the number of the group of each row."""
        np = self._np
        if not columns or not rows:
            alone: Ids = np.zeros(rows, np.intp)
            return alone
        if len(columns) == 1 and (ids := self._by_numbers(columns[0])) is not None:
            return ids
        self._close = None  # which does not know of groups that are found otherwise
        places = [self._places(column, at) for at, column in enumerate(columns)]
        sizes = tuple(map(len, self._names))
        if prod(sizes) > _DENSE:
            return self._sparse(places, sizes)
        if prod(len(table) for table, _ in places) > rows:
            kinds, found = None, np.ravel_multi_index(tuple(_by_row(places, np)), sizes)
        else:
            kinds, found = self._kinds(places, sizes, rows)
        if not self._count:  # the group of the first row is the first
            first = found[:1] if kinds is None else kinds[found[:1]]
            self._keep(np.array(np.unravel_index(first, sizes)))
        return self._dense(kinds, found, sizes)

    def _kinds(self, places: _Places, sizes: tuple[int, ...], rows: int) -> tuple[Any, Any]:
        """Return the combinations that there can be in these rows, and which each row has.

        It is found by the places in the lists of these rows, so that nothing has to be looked up.
        """
        np = self._np
        kinds = np.ravel_multi_index(np.ix_(*(table for table, _ in places)), sizes).ravel()
        stride = len(kinds)
        found = np.zeros(rows, np.int32)
        for table, indices in places:
            stride //= len(table)
            found += indices.astype(np.int32, copy=False) * np.int32(stride)
        return kinds, found

    def _places(self, column: pa.Array, at: int) -> tuple[Any, Any]:
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

    def _by_numbers(self, column: pa.Array) -> Ids | None:
        """Return the numbers of groups that are told by whole numbers close together."""
        import pyarrow as pa

        if self._close is None or column.null_count or not pa.types.is_integer(column.type):
            return None
        return self._close.ids(column.to_numpy(), self._new_numbers) if len(column) else None

    def _new_numbers(self, values: list[int]) -> Any:
        names, first = self._names[0], len(self._names[0])
        names.update(zip(map(str, values), count(first)))
        return self._keep(self._np.arange(first, len(names)).reshape(1, -1))

    def _dense(self, kinds: Any, found: Any, sizes: tuple[int, ...]) -> Ids:
        """Look groups up in a table of all combinations there can be; see ``_kinds``."""
        np = self._np
        if sizes != self._sizes:
            self._sizes, self._table = sizes, np.full(prod(sizes), -1, np.intp)
            known = np.ravel_multi_index(tuple(self._all_places()), sizes)
            self._table[known] = np.arange(self._count)
        table = self._table if kinds is None else self._table[kinds]
        ids: Ids = table.take(found)
        if ids.size and ids.min() < 0:
            there = np.zeros(len(table), np.bool_)
            there[found] = True
            fresh = np.flatnonzero(there & (table < 0))
            if kinds is not None:  # lists of names may call nothing and an empty text the same
                fresh = np.unique(kinds[fresh])
            self._table[fresh] = self._keep(np.array(np.unravel_index(fresh, sizes)))
            table = self._table if kinds is None else self._table[kinds]
            ids = table.take(found)
        return ids

    def _sparse(self, places: _Places, sizes: tuple[int, ...]) -> Ids:
        """Look groups up one by one, where there can be too many for a table."""
        np, known = self._np, self._sparse_numbers
        rows = _by_row(places, np)
        if not self._count:
            self._keep(rows[:, :1])
        if len(known) < self._count:
            columns = self._all_places().tolist()
            known.update((one, at) for at, one in enumerate(zip(*columns, strict=True)))
        if prod(sizes) > _LARGEST:
            distinct, inverse = np.unique(rows, axis=1, return_inverse=True)
            inverse = inverse.ravel()  # some versions of NumPy keep the axis
        else:
            numbers = np.ravel_multi_index(tuple(rows), sizes)
            numbers, inverse = np.unique(numbers, return_inverse=True)
            distinct = np.array(np.unravel_index(numbers, sizes))
        kinds = list(zip(*distinct.tolist(), strict=True))
        fresh = [at for at, one in enumerate(kinds) if one not in known]
        for at, number in zip(fresh, self._keep(distinct[:, fresh]).tolist(), strict=True):
            known[kinds[at]] = number
        ids: Ids = np.array([known[one] for one in kinds], np.intp)[inverse]
        return ids


def _by_row(places: _Places, np: Any) -> Any:
    """Return, of each column, the place of the name that each row has."""
    return np.array([np.asarray(table, np.int64).take(indices) for table, indices in places])
