"""Counting where the data are: the engine of a lazy frame or a cluster adds up, we ask the sums.

Every column of answers becomes columns of noughts and ones first, one for each answer there is, and
then nothing but their plain sums is asked for: other expressions in an aggregation are slow with
some engines and refused by others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import add, and_
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pst_standards.surveys.answers import Refused, refused_cell
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.cells import REASONS, AskedColumn, asked_column
from pst_standards.surveys.frames.joints import Pattern
from pst_standards.surveys.frames.later import LaterGroups
from pst_standards.surveys.frames.terms import Plan
from pst_standards.surveys.tallies import GroupKey, Tallies
from pst_standards.surveys.tally import ElementCounts, Tally

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

Sums: TypeAlias = dict[GroupKey, dict[str, int]]
_ROWS: Final = "rows"
_ANSWERED: Final = "answered"
_FLAGS: Final = 96
"""How many sums are asked of an engine at once: long programs are slow to plan, and from a hundred
columns on the pandas within Dask warns of its own frames."""


class EngineCounter:
    """Counts a lazy frame by its own engine.

    Raises ``SurveyError`` for a cell that is no answer, with its column but without its row, which
    such a frame does not have, and for respondents who are there twice.
    """

    def __init__(self, frame: nw.LazyFrame[Any], plan: Plan) -> None:
        import narwhals.stable.v2 as nw

        self._nw = nw
        self._plan = plan
        kinds = frame.collect_schema()
        names = kinds.names()  # by place: the headings may have been renamed for the engine
        self._asked = [
            asked_column(number, item, names[place], kinds[names[place]], plan.rules)
            for number, (item, place) in enumerate(plan.asked)
        ]
        self._answers = self._asked[: len(plan.columns.answers)]
        self._keys = [f"k{number}" for number in range(len(plan.keys))]
        self._refuse_duplicates(frame, names)
        keys = [
            nw.col(names[place]).alias(key)
            for place, key in zip(plan.keys, self._keys, strict=True)
        ]
        made = [column for one in self._asked for column in one.columns]
        self._frame = frame.select(*keys, *made)

    def tallies(self) -> Tallies:
        """Return the tallies; the engine goes over the data again for what is refused."""
        found: Sums = {}
        together = max(1, _FLAGS // max(len(one.flags) for one in self._asked))
        for start in range(0, len(self._asked), together):
            part = self._asked[start : start + together]
            flags = {} if start else dict(self._of_rows())
            flags.update((name, flag) for one in part for name, flag in one.flags.items())
            for key, sums in self._summed(self._frame, flags).items():
                found.setdefault(key, {}).update(sums)
        found = dict(sorted(found.items()))  # an engine gives its groups in any order
        if not found and not self._keys:
            found[()] = {}
        left_out = self._left_out(found)
        told = {key: (sums, left_out.get(key, {})) for key, sums in found.items()}
        groups = LaterGroups(lambda: told, lambda one: self._tally(*one), len(told))
        return Tallies(self._plan.instrument.id, groups)

    def patterns(self) -> dict[GroupKey, Counter[Pattern]]:
        """Return, of each group, how many respondents gave just the same answers."""
        nw = self._nw
        names = [f"c{number}" for number in range(len(self._answers))]
        codes = [
            one.code.cast(nw.Int64).alias(name)
            for one, name in zip(self._answers, names, strict=True)
        ]
        frame = self._frame.with_columns(*codes, nw.lit(1).cast(nw.Int64).alias(_ROWS))
        grouped = frame.group_by(*self._keys, *names).agg(nw.col(_ROWS).sum())
        found: dict[GroupKey, Counter[Pattern]] = {}
        low, width = self._plan.rules.scale.low, len(self._keys)
        for row in _collected(grouped, [*self._keys, *names, _ROWS]):
            given = tuple(None if one < low else int(one) for one in row[width:-1])
            found.setdefault(self._plan.key_of(row[:width]), Counter())[given] += int(row[-1])
        return found

    # -- asking the engine -----------------------------------------------------------------------

    def _of_rows(self) -> Mapping[str, Any]:
        """Return what tells of each row that it is there, and whether there is an answer in it."""
        nw = self._nw
        some = nw.any_horizontal(*(one.is_answer for one in self._answers), ignore_nulls=True)
        # True of every row; a plain number has no rows where the frame has none.
        known = self._answers[0].is_known
        return {_ROWS: known | ~known, _ANSWERED: some}

    def _summed(self, frame: Any, flags: Mapping[str, Any]) -> Sums:
        """Return the sums of flags by group."""
        nw, names = self._nw, list(flags)
        made = (flag.cast(nw.Int64).alias(name) for name, flag in flags.items())
        ready = frame.select(*self._keys, *made)
        sums = [nw.col(name).sum() for name in names]
        if not self._keys:  # the sum of no rows is nothing to some
            (row,) = _collected(ready.select(*sums), names)
            return {(): _whole(names, row)}
        asked = ready.group_by(*self._keys).agg(*sums)
        found: Sums = {}
        width = len(self._keys)
        for row in _collected(asked, [*self._keys, *names]):
            these = _whole(names, row[width:])
            key = self._plan.key_of(row[:width])
            # Two groups may have one name, such as nothing and an empty text.
            found[key] = _added(found[key], these) if key in found else these
        return found

    # -- what does not fit -----------------------------------------------------------------------

    def _refuse_duplicates(self, frame: Any, columns: Sequence[str]) -> None:
        nw, handling, plan = self._nw, self._plan.handling, self._plan
        if plan.respondent is None:
            return
        name = plan.header[plan.respondent]
        if handling.duplicates == "leave_out":
            raise SurveyError("respondent.unordered", column=name)
        column = nw.col(columns[plan.respondent])
        names = frame.select(column.cast(nw.String).fill_null("").alias("name"))
        one = nw.lit(1).cast(nw.Int64).alias(_ROWS)
        times = names.filter(nw.col("name") != "").with_columns(one).group_by("name")
        often = times.agg(nw.col(_ROWS).sum()).filter(nw.col(_ROWS) > 1)
        ((more,),) = _collected(often.select((nw.col(_ROWS) - 1).sum()), [_ROWS])
        if more:
            raise SurveyError("respondent.duplicates", column=name, found=int(more))

    def _refused(self, one: AskedColumn, sums: Mapping[str, int]) -> int:
        return sums.get(_ROWS, 0) - sum(sums.get(name, 0) for name in one.flags)

    def _left_out(self, found: Sums) -> Sums:
        """Return how many cells are refused, by group and reason; raise about one when strict."""
        names = next(iter(found.values()), {})
        whole = {name: sum(sums[name] for sums in found.values()) for name in names}
        times = [self._refused(one, whole) for one in self._asked]
        refused = [one for one, count in zip(self._asked, times, strict=True) if count]
        if refused and self._plan.strict:
            self._refuse(refused[0], sum(times))
        if not refused:
            return {}
        return {
            key: {f"answer.{why}": times for why, times in sums.items() if times}
            for key, sums in self._summed(*self._reasons(refused)).items()
        }

    def _reasons(self, refused: Sequence[AskedColumn]) -> tuple[Any, Mapping[str, Any]]:
        """Return the rows with a refused cell, and how many of each there are for each reason."""
        nw = self._nw
        known = len(REASONS)
        frame = self._frame.filter(~reduce(and_, (one.is_known for one in refused)))
        names = [f"{one.name}r" for one in refused]
        frame = frame.with_columns(
            *(
                nw.when(one.is_known).then(nw.lit(known)).otherwise(one.reason).alias(name)
                for one, name in zip(refused, names, strict=True)
            )
        )
        return frame, {
            why: reduce(add, ((nw.col(name) == at).cast(nw.Int64) for name in names))
            for at, why in enumerate(REASONS)
        }

    def _refuse(self, one: AskedColumn, times: int) -> None:
        wrong = self._frame.filter(~one.is_known).select(one.cell).head(1)
        (row,) = _collected(wrong, [one.name])
        reading = self._plan.rules.read(row[0], one.item)
        if not isinstance(reading, Refused):
            raise TypeError(f"an engine refuses what the rules read: {row[0]!r}")
        # By its number: how satisfied people are and how important it is go by one name.
        _, place = tuple(self._plan.asked)[one.number]
        raise refused_cell(
            reading,
            one.item,
            self._plan.instrument,
            column=self._plan.header[place],
            more=times - 1,
        )

    # -- what came of it -------------------------------------------------------------------------

    def _tally(self, sums: Mapping[str, int], left_out: Mapping[str, int]) -> Tally:
        counts = [(one.item, self._counts(one, sums)) for one in self._asked]
        answers = len(self._answers)
        return Tally(
            self._plan.instrument.id,
            dict(counts[:answers]),
            sums.get(_ANSWERED, 0),
            sums.get(_ROWS, 0) - sums.get(_ANSWERED, 0),
            dict(left_out),
            dict(counts[answers:]),
        )

    def _counts(self, one: AskedColumn, sums: Mapping[str, int]) -> ElementCounts:
        scale = self._plan.rules.scale
        values = tuple(sums.get(f"{one.name}v{value}", 0) for value in scale.values)
        blank, other = (sums.get(f"{one.name}{mark}", 0) for mark in "bx")
        return ElementCounts(values, blank, other, scale.low)


def _whole(names: Sequence[str], row: Sequence[Any]) -> dict[str, int]:
    """Return sums by name as whole numbers of Python, whatever an engine counts with.

    DuckDB counts so far that its sums are decimals to others.
    """
    return {name: int(one or 0) for name, one in zip(names, row, strict=True)}


def _added(first: Mapping[str, int], second: Mapping[str, int]) -> dict[str, int]:
    return {name: first[name] + second[name] for name in first}


def _collected(frame: Any, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Let the engine work, and return its rows with the columns in this order."""
    asked = frame.select(*names)
    options = {"engine": "streaming"} if asked.implementation.is_polars() else {}
    # By way of Arrow, in which there is one way only to say that there is nothing.
    columns = asked.collect(**options).to_arrow().to_pydict()
    yield from zip(*(columns[name] for name in names), strict=True)
