"""What whole rows tell, from codes by group: sums of products, and how rows look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise
from typing import TYPE_CHECKING, Any, Final

from pst_standards.surveys.frames.terms import Plan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pst_standards.surveys.frames.kernel import Codes, Ids
    from pst_standards.surveys.statistics.joint import Joint

    Table = NDArray[np.int64]

_TABLES: Final = ("_answered", "_totals", "_sums", "_products", "_complete")


class JointTable:
    """Adds up, by group, what a joint holds; all of it whole numbers.

    The longest run, the sum and the like are counted by one number made of all of them.
    """

    def __init__(self, plan: Plan) -> None:
        import numpy as np

        self._np = np
        self._items = tuple(plan.columns.answers)
        self._scale = plan.rules.scale
        self._pairs = tuple(combinations_with_replacement(range(len(self._items)), 2))
        width = len(self._items)
        self._answered: Table = np.zeros((width, 0), np.int64)
        self._totals: Table = np.zeros((width, 0), np.int64)
        self._sums: Table = np.zeros((width, 0), np.int64)
        self._products: Table = np.zeros((len(self._pairs), 0), np.int64)
        self._complete: Table = np.zeros((1, 0), np.int64)
        self._seen: Counter[int] = Counter()
        self._straight: Counter[int] = Counter()
        self._runs: Counter[int] = Counter()

    @property
    def _most(self) -> int:
        """One more than the largest sum of codes of a row."""
        return len(self._items) * len(self._scale.values) + 1

    def add(self, ids: Ids, codes: Sequence[Codes], groups: int) -> None:
        """Count rows: the group of each, and its codes by question."""
        np = self._np
        for name in _TABLES:
            setattr(self, name, _grown(getattr(self, name), groups, np))
        rows = np.stack(list(codes))
        there = rows > 0
        given = there.sum(axis=0)
        for item, has in enumerate(there):
            self._answered[item] += self._by_group(ids[has], self._answered)
            answers = rows[item].astype(np.float64) + (self._scale.low - 1)
            self._totals[item] += self._by_group(ids[has], self._totals, answers[has])
        self._add_complete(ids, rows, given == len(rows))
        points = rows.sum(axis=0, dtype=np.int64)
        self._tell(self._seen, (ids * (len(rows) + 1) + given) * self._most + points)
        runs = _longest_runs(rows, np)
        self._tell(self._runs, (ids * (len(rows) + 1) + runs)[runs > 0])

    def _add_complete(self, ids: Ids, rows: Codes, complete: Any) -> None:
        np = self._np
        ids, whole = ids[complete], rows[:, complete].astype(np.float64) + (self._scale.low - 1)
        self._complete[0] += self._by_group(ids, self._complete)
        for item, answers in enumerate(whole):
            self._sums[item] += self._by_group(ids, self._sums, answers)
        for place, (one, other) in enumerate(self._pairs):
            products = whole[one] * whole[other]
            self._products[place] += self._by_group(ids, self._products, products)
        if len(rows) > 1:
            codes = rows[:, complete]
            straight = (codes == codes[0]).all(axis=0)
            base = len(self._scale.values) + 1
            self._tell(self._straight, (ids * base + codes[0])[straight])

    def _by_group(self, ids: Ids, like: Table, weights: Any = None) -> Table:
        # Sums of a part stay far below 2**53, so that floating numbers hold them exactly.
        found = self._np.bincount(ids, weights, minlength=like.shape[1])
        return found.astype(self._np.int64)

    def _tell(self, counter: Counter[int], kinds: Ids) -> None:
        found, times = self._np.unique(kinds, return_counts=True)
        counter.update(dict(zip(found.tolist(), times.tolist(), strict=True)))

    def joints(self, groups: int) -> list[Joint]:
        """Return the joint of each group."""
        np = self._np
        from pst_standards.surveys.statistics.joint import Joint

        for name in _TABLES:
            setattr(self, name, _grown(getattr(self, name), groups, np))
        width, base = len(self._items), len(self._scale.values) + 1
        shift = self._scale.low - 1
        seen = [
            (group // (width + 1), group % (width + 1), points, times)
            for (group, points), times in _parted(self._seen, self._most)
        ]
        histograms: list[dict[tuple[int, int], int]] = [{} for _ in range(groups)]
        empty = [0] * groups
        for group, given, points, times in seen:
            if given:
                histograms[group][given, points + shift * given] = times
            else:
                empty[group] = times
        straight = _by_groups(_parted(self._straight, base), groups, shift)
        runs = _by_groups(_parted(self._runs, width + 1), groups, 0)
        return [
            Joint(
                items=self._items,
                scale=(self._scale.low, self._scale.high),
                complete=int(self._complete[0, group]),
                empty=empty[group],
                answered=tuple(self._answered[:, group].tolist()),
                totals=tuple(self._totals[:, group].tolist()),
                sums=tuple(self._sums[:, group].tolist()),
                products=self._triangle(self._products[:, group].tolist()),
                histogram=histograms[group],
                straight=straight[group],
                runs=runs[group],
            )
            for group in range(groups)
        ]

    def _triangle(self, products: list[int]) -> tuple[tuple[int, ...], ...]:
        """Return the products of each question with itself and the later ones."""
        rows: list[list[int]] = [[] for _ in self._items]
        for (one, _), product in zip(self._pairs, products, strict=True):
            rows[one].append(product)
        return tuple(map(tuple, rows))


def _grown(table: Table, groups: int, np: Any) -> Table:
    had = table.shape[1]
    if had >= groups:
        return table
    grown: Table = np.zeros((table.shape[0], groups), np.int64)
    grown[:, :had] = table
    return grown


def _longest_runs(rows: Codes, np: Any) -> Any:
    """Return, for each respondent, how many equal answers stand beside each other at most."""
    run = (rows[0] > 0).astype(np.int64)
    longest = run.copy()
    for before, now in pairwise(rows):
        run = np.where(now == before, run + 1, 1) * (now > 0)
        np.maximum(longest, run, out=longest)
    return longest


def _parted(counter: Counter[int], by: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Return counts by the two numbers of which each number was made, in order."""
    return ((divmod(kind, by), counter[kind]) for kind in sorted(counter))


def _by_groups(
    parted: Iterator[tuple[tuple[int, int], int]], groups: int, shift: int
) -> list[dict[int, int]]:
    found: list[dict[int, int]] = [{} for _ in range(groups)]
    for (group, kind), times in parted:
        found[group][kind + shift] = times
    return found
