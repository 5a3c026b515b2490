"""Counting rows of cells with nothing but Python, with no more in memory than a part of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

from pst_standards.surveys.answers import AnswerRules, Mark, Reading, Refused, plain_rules
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.joints import Pattern, joints_of
from pst_standards.surveys.frames.sums import first_of_sums, label_of_sums
from pst_standards.surveys.frames.terms import Plan
from pst_standards.surveys.tallies import GroupKey, Tallies
from pst_standards.surveys.tally import ElementCounts, Tally
from pst_standards.surveys.tallying import Handling, tally_columns
from pst_standards.surveys.text_counts import count_texts

if TYPE_CHECKING:
    from pst_standards.surveys.statistics.joint import Joint

Cell: TypeAlias = object
Row: TypeAlias = Sequence[Cell]
PART: Final = 1 << 15
"""How many rows are in memory at once."""
_KEPT: Final = 4096
_HEADINGS: Final = 5
"""How many rows of words may be more headings."""


class Readings:
    """What cells mean, each distinct one read once."""

    def __init__(self, rules: AnswerRules) -> None:
        self._rules = rules
        self._known: dict[str, dict[object, Reading]] = {}

    def of(self, cells: Iterable[Cell], item: str, *, texts: bool) -> Mapping[object, Reading]:
        """Return the meaning of each of some cells; keys are cells, or type and cell of others."""
        known = self._known.setdefault(item if self._rules.by_item else "", {})
        if len(known) > _KEPT:  # rubbish, which must not fill the memory
            known.clear()
        for cell in cells:
            if cell not in known:
                known[cell] = self._rules.read(cell if texts else _bare(cell), item)
        return known


def _bare(cell: Cell) -> Cell:
    return cell[1] if isinstance(cell, tuple) else cell


class RowCounter:
    """Adds up rows; ``texts`` says that every cell is a text, as in a file of text.

    ``add`` takes the rows from one on; ``tallies`` gives what came of them. Raises ``SurveyError``
    with row and column for the first cell that is no answer, a row of another width and a
    respondent who is there twice, unless the terms say to leave them out.
    """

    def __init__(self, plan: Plan, *, texts: bool, patterns: bool = False) -> None:
        self._plan = plan
        self._texts = texts
        self._readings = Readings(plan.rules)
        self._seen: dict[object, int] = {}
        self._out: Counter[str] = Counter()
        self._groups: dict[GroupKey, Tally] = {}
        self._wants_patterns = patterns
        self._plain = texts and not patterns and plan.rules is plain_rules(plan.rules.scale)
        self._asked = tuple(plan.asked)
        self._needed = plan.needed
        self._spoken_for = frozenset((*plan.keys, *(place for _, place in self._asked)))
        self.patterns: dict[GroupKey, Counter[Pattern]] = {}
        """Of each group how many respondents gave the same answers to everything."""
        self._counted_before = False

    def add_all(self, rows: Iterator[Row], first: int, last: int | None = None) -> None:
        """Count rows of which the first stands in row ``first``, up to row ``last``."""
        if last is not None:
            rows = islice(rows, max(last - first + 1, 0))
        while part := list(islice(rows, PART)):
            self.add(part, first)
            first += len(part)

    def add(self, rows: Sequence[Row], first: int) -> None:
        """Count some rows of which the first stands in row ``first``."""
        lines: Sequence[int] = range(first, first + len(rows))
        if (sums := first_of_sums(rows, self._spoken_for)) is not None:
            self._leave_out_sums(rows[sums:], lines[sums])
            rows, lines = rows[:sums], lines[:sums]
        if not rows:
            return
        if set(map(len, rows)) != {len(self._plan.header)}:
            rows, lines = self._of_width(rows, lines)
        if self._plan.respondent is not None:
            rows, lines = self._once(rows, lines)
        if not rows:
            return
        columns = self._columns(rows)
        for key, places in self._grouped(columns):
            part = columns if places is None else _at(columns, places)
            tally = self._tally(part, key, lines if places is None else [lines[i] for i in places])
            self._groups[key] = self._groups[key] + tally if key in self._groups else tally
        self._counted_before = True

    def tallies(self) -> Tallies:
        """Return the tallies of all rows so far; without groups there is always one."""
        groups = dict(self._groups)
        if not groups and not self._plan.keys:
            groups[()] = self._of_nobody()
        if self._out:
            key = next(iter(groups), ())
            out = Tally(self._plan.instrument.id, left_out=dict(self._out))
            groups[key] = groups[key] + out if key in groups else out
        return Tallies(self._plan.instrument.id, groups)

    def _columns(self, rows: Sequence[Row]) -> Mapping[int, Sequence[Cell]]:
        columns = list(zip(*rows, strict=True))
        return {place: columns[place] for place in self._needed}

    def joints(self) -> Mapping[GroupKey, Joint]:
        """Return what whole rows tell, for each group; nothing where it was not asked for."""
        if not self._wants_patterns:
            return {}
        return joints_of(self.patterns, self._plan)

    # -- which rows count ------------------------------------------------------------------------

    def _leave_out_sums(self, rows: Sequence[Row], line: int) -> None:
        """Leave out what stands from a row of sums on, or refuse it."""
        if self._plan.strict:
            label = label_of_sums(rows[0], self._spoken_for)
            raise SurveyError("row.sums", row=line, found=label, last=line - 1)
        self._out["row.sums"] += sum(any(cell not in {None, ""} for cell in row) for row in rows)

    def _of_width(
        self, rows: Sequence[Row], lines: Sequence[int]
    ) -> tuple[Sequence[Row], Sequence[int]]:
        width = len(self._plan.header)
        kept: list[Row] = []
        places: list[int] = []
        for row, line in zip(rows, lines, strict=True):
            if len(row) == width:
                kept.append(row)
                places.append(line)
            elif row:  # an empty line is nobody
                self._wrong_width(len(row), line)
        return kept, places

    def _wrong_width(self, found: int, line: int) -> None:
        if self._plan.strict:
            raise SurveyError("row.width", row=line, found=found, expected=len(self._plan.header))
        self._out["row.width"] += 1

    def _once(
        self, rows: Sequence[Row], lines: Sequence[int]
    ) -> tuple[Sequence[Row], Sequence[int]]:
        place = self._plan.respondent or 0
        kept = [
            (row, line)
            for row, line in zip(rows, lines, strict=True)
            if self._is_new(row[place], line)
        ]
        if len(kept) < len(rows):
            self._out["respondent.duplicate"] += len(rows) - len(kept)
        return [row for row, _ in kept], [line for _, line in kept]

    def _is_new(self, name: Cell, line: int) -> bool:
        if name in {"", None}:
            return True
        before = self._seen.setdefault(name, line)
        if before != line and self._plan.handling.duplicates == "raise":
            column = self._plan.handling.respondent
            raise SurveyError("respondent.duplicate", row=line, column=column, before=before)
        return before == line

    def _grouped(
        self, columns: Mapping[int, Sequence[Cell]]
    ) -> Iterable[tuple[GroupKey, Sequence[int] | None]]:
        keys = [columns[place] for place in self._plan.keys]
        if not keys:
            return [((), None)]
        found: dict[tuple[Cell, ...], list[int]] = {}
        for row, values in enumerate(zip(*keys, strict=True)):
            found.setdefault(values, []).append(row)
        groups: dict[GroupKey, list[int]] = {}
        for values, rows in found.items():
            groups.setdefault(self._plan.key_of(values), []).extend(rows)
        return groups.items()

    # -- counting --------------------------------------------------------------------------------

    def _tally(
        self, columns: Mapping[int, Sequence[Cell]], key: GroupKey, lines: Sequence[int]
    ) -> Tally:
        if self._plain and (found := self._of_plain(columns)) is not None:
            return found
        left_out: Counter[str] = Counter()
        counts: dict[tuple[bool, str], ElementCounts] = {}
        answers: list[tuple[Sequence[Cell], Mapping[object, Reading], int]] = []
        for number, (item, place) in enumerate(self._asked):
            cells = columns[place]
            if not self._texts:
                cells = list(zip(map(type, cells), cells, strict=True))
            distinct = Counter(cells)
            meanings = self._readings.of(distinct, item, texts=self._texts)
            count = self._count(distinct, meanings, left_out)
            is_answer = number < len(self._plan.columns.answers)
            counts[is_answer, item] = count
            if is_answer:
                answers.append((cells, meanings, count.n))
        if left_out and self._plan.strict:
            self._refuse(columns, lines)
        empty = _empty(answers)
        if self._wants_patterns:
            self.patterns.setdefault(key, Counter()).update(_patterns(answers))
        return Tally(
            self._plan.instrument.id,
            {item: count for (is_answer, item), count in counts.items() if is_answer},
            len(lines) - empty,
            empty,
            dict(left_out),
            {item: count for (is_answer, item), count in counts.items() if not is_answer},
        )

    def _of_plain(self, columns: Mapping[int, Sequence[Cell]]) -> Tally | None:
        """Return the tally of columns that hold nothing but answers and blanks, plainly written."""
        scale, first = self._plan.rules.scale, len(self._plan.columns.answers)
        counts: list[tuple[str, ElementCounts]] = []
        for item, place in self._asked:
            found = count_texts(columns[place], scale)
            if found is None:
                return None
            counts.append((item, found))
        blank, place = min(
            (count.blank, place)
            for (_, count), (_, place) in zip(counts[:first], self._asked, strict=False)
        )
        empty = 0
        if blank:  # a row without any answer has none where the fewest have none
            rows = [row for row, cell in enumerate(columns[place]) if not cell]
            for _, other in self._asked[:first]:
                rows = [row for row in rows if not columns[other][row]]
            empty = len(rows)
        return Tally(
            self._plan.instrument.id,
            dict(counts[:first]),
            len(columns[place]) - empty,
            empty,
            {},
            dict(counts[first:]),
        )

    def _count(
        self,
        distinct: Mapping[Cell, int],
        meanings: Mapping[object, Reading],
        left_out: Counter[str],
    ) -> ElementCounts:
        scale = self._plan.rules.scale
        values, blank, other = [0] * len(scale.values), 0, 0
        for cell, times in distinct.items():
            meaning = meanings[cell]
            if isinstance(meaning, int):
                values[meaning - scale.low] += times
            elif meaning is Mark.BLANK:
                blank += times
            elif isinstance(meaning, Refused):
                left_out[f"answer.{meaning.reason}"] += times
            else:
                other += times
        return ElementCounts(tuple(values), blank, other, scale.low)

    def _of_nobody(self) -> Tally:
        columns: dict[int, Sequence[Cell]] = dict.fromkeys(self._plan.needed, ())
        return self._tally(columns, (), ())

    def _refuse(self, columns: Mapping[int, Sequence[Cell]], lines: Sequence[int]) -> NoReturn:
        """Raise the error about the first cell that is refused, in its row of the file."""
        header, columns_of_plan = self._plan.header, self._plan.columns
        mapping = {header[place]: item for item, place in columns_of_plan.answers.items()}
        for item, place in columns_of_plan.importance.items():
            mapping[header[place]] = f"importance:{item}"
        table = {heading: columns[header.index(heading)] for heading in mapping}
        try:
            tally_columns(
                table,
                self._plan.instrument,
                mapping=mapping,
                rules=self._plan.rules,
                handling=Handling(first_row=0),
            )
        except SurveyError as error:
            at = error.params["row"]
            row = lines[at] if isinstance(at, int) else at
            may_be_headings = at == 0 and error.kind == "answer.text"
            first = self._first_of_answers(columns) if may_be_headings else 0
            if first:
                raise SurveyError("header.more", row=row, first=lines[first]) from None
            raise SurveyError(error.kind, **{**error.params, "row": row}) from None
        raise AssertionError("a cell was refused")

    def _first_of_answers(self, columns: Mapping[int, Sequence[Cell]]) -> int:
        """Return the first row of answers below rows of words alone; 0 where there are none.

        Words in every row are answers in words, not headings.
        """
        read = self._plan.rules.read
        if self._counted_before:
            return 0
        for row in range(min(len(columns[self._needed[0]]), _HEADINGS + 1)):
            found = [read(columns[place][row], item) for item, place in self._plan.asked]
            if not any(isinstance(one, Refused) for one in found):
                return row
            if row == 0 and not all(
                isinstance(one, Refused) and one.reason == "text" for one in found
            ):
                return 0
        return 0


def _at(
    columns: Mapping[int, Sequence[Cell]], places: Sequence[int]
) -> Mapping[int, Sequence[Cell]]:
    return {place: [cells[row] for row in places] for place, cells in columns.items()}


def _empty(answers: Sequence[tuple[Sequence[Cell], Mapping[object, Reading], int]]) -> int:
    """Count the rows without an answer, looking only at those where the fullest column has none."""
    cells, meanings, most = max(answers, key=lambda one: one[2])
    if most == len(cells):
        return 0
    no_answers = {cell for cell, meaning in meanings.items() if type(meaning) is not int}
    rows = [row for row, cell in enumerate(cells) if cell in no_answers]
    for others, read, _ in answers:
        rows = [row for row in rows if type(read[others[row]]) is not int]
    return len(rows)


def _patterns(
    answers: Sequence[tuple[Sequence[Cell], Mapping[object, Reading], int]],
) -> Iterator[Pattern]:
    read = [[_value(meanings[cell]) for cell in cells] for cells, meanings, _ in answers]
    return zip(*read, strict=True)


def _value(meaning: Reading) -> int | None:
    return meaning if isinstance(meaning, int) else None
