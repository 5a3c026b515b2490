"""Counting tables of Arrow batch by batch: Parquet, large files of text, frames in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pst_standards.surveys.answers import refused_cell
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.codes import Coded, Coder
from pst_standards.surveys.frames.groups import Groups
from pst_standards.surveys.frames.kernel import CountTable, keep_memory
from pst_standards.surveys.frames.later import LaterGroups
from pst_standards.surveys.frames.matrices import JointTable
from pst_standards.surveys.frames.terms import Plan
from pst_standards.surveys.tallies import GroupKey, Tallies
from pst_standards.surveys.tally import ElementCounts, Tally

if TYPE_CHECKING:
    import pyarrow as pa

    from pst_standards.surveys.frames.kernel import Codes, Ids
    from pst_standards.surveys.statistics.joint import Joint


class ArrowCounter:
    """Adds up batches.

    Raises ``SurveyError`` for the first cell in a batch that is no answer and for a respondent who
    is there twice, with their rows, unless the terms say to leave them out.
    """

    def __init__(self, plan: Plan, *, joints: bool = False, bytes_are_text: bool = False) -> None:
        import numpy as np

        keep_memory()
        self._np = np
        self._plan = plan
        self._asked = tuple(plan.asked)
        self._coder = Coder(plan.rules, bytes_are_text=bytes_are_text)
        self._groups = Groups(len(plan.keys))
        base = len(plan.rules.scale.values) + 1
        self._table = CountTable(items=len(self._asked), base=base)
        self._empty: Counter[int] = Counter()
        self._marked: dict[tuple[int, str], Counter[int]] = {}
        self._seen: dict[object, int] = {}
        self._out: Counter[str] = Counter()
        self._joint = JointTable(plan) if joints else None

    def add(self, columns: Sequence[pa.Array], first: int) -> None:
        """Count a batch: the needed columns in the order of the plan, from row ``first`` on."""
        by_place = dict(zip(self._plan.needed, columns, strict=True))
        lines = None
        if self._plan.respondent is not None:
            lines = self._once(by_place[self._plan.respondent], first)
            by_place = {place: column.take(lines) for place, column in by_place.items()}
        rows = len(columns[0]) if lines is None else len(lines)
        if not rows:
            return
        coded = [self._coder.coded(by_place[place], item) for item, place in self._asked]
        if self._plan.strict:
            self._refuse(coded, first, lines)
        ids = self._groups.numbers([by_place[place] for place in self._plan.keys], rows)
        self._count(ids, coded)

    def leave_out(self, reason: str, times: int) -> None:
        """Count rows that are left out, with the first group."""
        if times:
            self._out[reason] += times

    def _count(self, ids: Ids, coded: Sequence[Coded]) -> None:
        codes = [one.codes for one in coded]
        self._table.add(ids, codes, len(self._groups))
        answers = codes[: len(self._plan.columns.answers)]
        self._add(self._empty, ids[_any(answers, self._np) == 0])
        for number, one in enumerate(coded):
            if one.not_applicable is not None:
                self._mark(number, "", ids[one.not_applicable])
            for reason, rows in one.refused.items():
                self._mark(number, reason, ids[rows])
        if self._joint is not None:
            self._joint.add(ids, answers, len(self._groups))

    def _mark(self, number: int, reason: str, ids: Ids) -> None:
        self._add(self._marked.setdefault((number, reason), Counter()), ids)

    def _add(self, counter: Counter[int], ids: Ids) -> None:
        if len(ids):
            found, times = self._np.unique(ids, return_counts=True)
            counter.update(dict(zip(found.tolist(), times.tolist(), strict=True)))

    # -- what does not fit -----------------------------------------------------------------------

    def _once(self, names: pa.Array, first: int) -> Any:
        """Return the places of the rows whose respondent was not there before."""
        kept = []
        for place, name in enumerate(names.to_pylist()):
            row = first + place
            before = row if name in {"", None} else self._seen.setdefault(name, row)
            if before == row:
                kept.append(place)
            elif self._plan.handling.duplicates == "raise":
                column = self._plan.handling.respondent
                raise SurveyError("respondent.duplicate", row=row, column=column, before=before)
        self.leave_out("respondent.duplicate", len(names) - len(kept))
        return self._np.array(kept, self._np.int64)

    def _refuse(self, coded: Sequence[Coded], first: int, lines: Any) -> None:
        """Raise the error about the first cell that is refused, by row and then by column."""
        found = [(*one.first, number) for number, one in enumerate(coded) if one.first is not None]
        if not found:
            return
        row, reading, number = min(found, key=lambda one: (one[0], one[2]))
        item, place = self._asked[number]
        more = sum(len(rows) for one in coded for rows in one.refused.values()) - 1
        raise refused_cell(
            reading,
            item,
            self._plan.instrument,
            row=first + (row if lines is None else int(lines[row])),
            column=self._plan.header[place],
            more=more,
        )

    # -- what came of it -------------------------------------------------------------------------

    def tallies(self) -> Tallies:
        """Return the tallies of all batches so far, each made when it is looked at."""
        if not len(self._groups) and self._out:
            self._groups.add_nameless()
        found = self._table.counts(len(self._groups))
        found[:, :, 0] -= self._no_blanks(len(self._groups))
        groups = LaterGroups(self._numbers, self._maker(found), len(self._groups))
        return Tallies(self._plan.instrument.id, groups)

    def _numbers(self) -> dict[GroupKey, int]:
        """Return the number of each group by its key."""
        keys = (tuple(zip(self._plan.names, one, strict=True)) for one in self._groups.keys)
        return {key: number for number, key in enumerate(keys)}

    def _maker(self, found: Any) -> Callable[[int], Tally]:
        """Return what makes the tally of the group of a number."""
        answers = tuple(self._plan.columns.answers)
        importance = tuple(self._plan.columns.importance)
        low, instrument = self._plan.rules.scale.low, self._plan.instrument.id
        left_out, other = self._left_out(), self._not_applicable()

        def make(number: int) -> Tally:
            counts = [
                ElementCounts(tuple(one[1:]), one[0], other.get((place, number), 0), low)
                for place, one in enumerate(found[:, number].tolist())
            ]
            empty = self._empty.get(number, 0)
            return Tally(
                instrument,
                dict(zip(answers, counts, strict=False)),
                self._rows(number, counts[0]) - empty,
                empty,
                left_out.get(number, {}),
                dict(zip(importance, counts[len(answers) :], strict=True)),
            )

        return make

    def _rows(self, number: int, first: ElementCounts) -> int:
        """Return how many rows a group has, by what became of their first cells."""
        refused = sum(
            counts[number]
            for (place, reason), counts in self._marked.items()
            if reason and not place
        )
        return first.n + first.blank + first.not_applicable + refused

    def _no_blanks(self, groups: int) -> Any:
        """Return how many cells without an answer are no blanks, by question and group."""
        found = self._np.zeros((len(self._asked), groups), self._np.int64)
        for (number, _), counts in self._marked.items():
            for group, times in counts.items():
                found[number, group] += times
        return found

    def _left_out(self) -> dict[int, dict[str, int]]:
        found: dict[int, Counter[str]] = {}
        for (_, reason), counts in self._marked.items():
            for group, times in counts.items() if reason else ():
                found.setdefault(group, Counter())[f"answer.{reason}"] += times
        if self._out:
            found.setdefault(0, Counter()).update(self._out)
        return {group: dict(counts) for group, counts in found.items()}

    def _not_applicable(self) -> dict[tuple[int, int], int]:
        return {
            (number, group): times
            for (number, reason), counts in self._marked.items()
            for group, times in (() if reason else counts.items())
        }

    def joints(self) -> dict[GroupKey, Joint]:
        """Return what whole rows tell, for each group."""
        if self._joint is None:
            return {}
        return dict(zip(self._numbers(), self._joint.joints(len(self._groups)), strict=True))


def _any(codes: Sequence[Codes], np: Any) -> Codes:
    """Return, for each row, a number that is 0 when none of its codes is an answer."""
    found: Codes = codes[0].copy()
    for one in codes[1:]:
        np.bitwise_or(found, one, out=found)
    return found
