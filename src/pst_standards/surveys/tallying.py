"""Counting the answers of a table that is in memory, column by column, with nothing but Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from pst_standards.surveys.answers import (
    AnswerRules,
    Mark,
    Reading,
    Refused,
    plain_rules,
    refused_cell,
)
from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.numbering import columns_of
from pst_standards.surveys.records import Record
from pst_standards.surveys.tallies import GroupKey, Tallies, named
from pst_standards.surveys.tally import ElementCounts, Tally
from pst_standards.surveys.text_counts import count_texts

Cells: TypeAlias = Sequence[object]
Refusal: TypeAlias = Literal["raise", "leave_out"]
Duplicates: TypeAlias = Literal["raise", "leave_out", "keep"]
_NO_MAPPING: Final[Mapping[str, str]] = MappingProxyType({})
_NOTHING: Final[Mapping[str, int]] = MappingProxyType({})


class Handling(Record, kw_only=True):
    """What is done with what does not fit.

    ``refused`` says whether a cell that is no answer stops the count or is left out and counted;
    ``respondent`` names the column that tells respondents apart, and ``duplicates`` what is done
    with a second row of one of them; ``first_row`` is the line of the file of the first row.
    """

    refused: Refusal = "raise"
    respondent: str | None = None
    duplicates: Duplicates = "raise"
    first_row: int = 2


_STRICT: Final = Handling()


class _Column(NamedTuple):
    """One column of answers with the question it is of."""

    heading: str
    item: str
    cells: Cells


def tally_columns(
    table: Mapping[str, Cells],
    instrument: Instrument,
    *,
    numbering: str | None = None,
    mapping: Mapping[str, str] = _NO_MAPPING,
    rules: AnswerRules | None = None,
    group_by: Sequence[str] = (),
    handling: Handling = _STRICT,
) -> Tallies:
    """Count the answers of a table, given as its columns by their headings.

    ``numbering`` and ``mapping`` say which column is which question, ``rules`` what cells mean
    beyond the numbers of the scale; ``group_by`` names columns by which respondents are grouped.
    Raises ``SurveyError`` with row and column for the first cell that is no answer, unless
    ``handling`` says to leave such cells out; then the tallies count them by reason.

    >>> from pst_standards.surveys import instrument
    >>> skm = instrument("skm-2017")
    >>> table = {"service": ["a", "b", "a"], "biaya": ["4", "", "3"], "waktu": ["3", "3", "2"]}
    >>> found = tally_columns(table, skm, group_by=["service"])
    >>> [(dict(key), tally.elements["fee"].values) for key, tally in found]
    [({'service': 'a'}, (0, 0, 1, 1)), ({'service': 'b'}, (0, 0, 0, 0))]
    """
    table = {heading: _listed(cells) for heading, cells in table.items()}
    group_by = (group_by,) if isinstance(group_by, str) else group_by
    _refuse_misfit(table, group_by, handling)
    header = list(table)
    places = columns_of(header, instrument, numbering=numbering, mapping=mapping)
    rows, duplicates = _rows(table, handling)
    counter = _Counter(rules or plain_rules(instrument.scale), instrument, handling)
    groups: dict[GroupKey, Tally] = {}
    for key, kept in _grouped(table, group_by, rows):
        answers, importance = (
            [_Column(header[at], item, _at(table[header[at]], kept)) for item, at in part.items()]
            for part in (places.answers, places.importance)
        )
        lines = range(len(answers[0].cells)) if kept is None else kept
        groups[key] = counter.tally(answers, importance, lines)
    found = Tallies(instrument.id, groups)
    if not duplicates:
        return found
    left_out = Tally(instrument.id, left_out={"respondent.duplicate": duplicates})
    return found + Tallies(instrument.id, {next(iter(groups)): left_out})


def _listed(cells: Cells) -> Cells:
    """Return a column as plain cells, where it is an array of numpy or another library."""
    return cells.tolist() if hasattr(cells, "tolist") else cells


def _refuse_misfit(table: Mapping[str, Cells], group_by: Sequence[str], handling: Handling) -> None:
    """Raise ``SurveyError`` for columns of different lengths and a column that is not there."""
    lengths = sorted({len(cells) for cells in table.values()})
    if len(lengths) > 1:
        raise SurveyError("table.ragged", found=tuple(lengths))
    for name in (*group_by, *([handling.respondent] if handling.respondent else ())):
        if name not in table:
            raise SurveyError("column.unknown", column=name, expected=tuple(table))


def _at(cells: Cells, rows: Sequence[int] | None) -> Cells:
    return cells if rows is None else [cells[row] for row in rows]


def _rows(table: Mapping[str, Cells], handling: Handling) -> tuple[Sequence[int] | None, int]:
    """Return which rows count, ``None`` for all, and how many are left out as duplicates."""
    if handling.respondent is None or handling.duplicates == "keep":
        return None, 0
    seen: dict[object, int] = {}
    kept: list[int] = []
    for row, name in enumerate(table[handling.respondent]):
        if name in {"", None} or name not in seen:
            seen.setdefault(name, row)
            kept.append(row)
        elif handling.duplicates == "raise":
            here, before = row + handling.first_row, seen[name] + handling.first_row
            column = handling.respondent
            raise SurveyError("respondent.duplicate", row=here, column=column, before=before)
    return kept, len(table[handling.respondent]) - len(kept)


def _grouped(
    table: Mapping[str, Cells], group_by: Sequence[str], rows: Sequence[int] | None
) -> Iterable[tuple[GroupKey, Sequence[int] | None]]:
    if not group_by:
        return [((), rows)]
    names = [table[name] for name in group_by]
    groups: dict[GroupKey, list[int]] = {}
    for row in range(len(names[0])) if rows is None else rows:
        key = tuple((name, named(cells[row])) for name, cells in zip(group_by, names, strict=True))
        groups.setdefault(key, []).append(row)
    return groups.items()


class _Counter:
    """Counts columns under one set of rules."""

    def __init__(self, rules: AnswerRules, instrument: Instrument, handling: Handling) -> None:
        self._rules = rules
        self._plain = rules is plain_rules(rules.scale)
        self._instrument = instrument
        self._handling = handling

    def tally(
        self, answers: Sequence[_Column], importance: Sequence[_Column], lines: Sequence[int]
    ) -> Tally:
        """Return the tally of some rows; ``lines`` are their places in the whole table."""
        left_out: Counter[str] = Counter()
        refused: list[_Column] = []
        parts = []
        for column in (*answers, *importance):
            counts, reasons = self._count(column)
            parts.append(counts)
            if reasons:
                left_out.update(reasons)
                refused.append(column)
        if refused and self._handling.refused == "raise":
            raise self._refusal(refused, lines, left_out.total())
        names = [column.item for column in (*answers, *importance)]
        first = len(answers)
        empty = self._empty(answers, parts)
        return Tally(
            self._instrument.id,
            dict(zip(names[:first], parts, strict=False)),
            len(lines) - empty,
            empty,
            dict(left_out),
            dict(zip(names[first:], parts[first:], strict=True)),
        )

    def _count(self, column: _Column) -> tuple[ElementCounts, Mapping[str, int]]:
        if self._plain:
            found = count_texts(column.cells, self._rules.scale)
            if found is not None:
                return found, _NOTHING
        low, width = self._rules.scale.low, len(self._rules.scale.values)
        values = [0] * width
        blank = not_applicable = 0
        reasons: dict[str, int] = {}
        for reading, times in self._readings(column):
            if isinstance(reading, int):
                values[reading - low] += times
            elif reading is Mark.BLANK:
                blank += times
            elif reading is Mark.NOT_APPLICABLE:
                not_applicable += times
            else:
                reason = f"answer.{reading.reason}"
                reasons[reason] = reasons.get(reason, 0) + times
        return ElementCounts(tuple(values), blank, not_applicable, low), reasons

    def _readings(self, column: _Column) -> Iterable[tuple[Reading, int]]:
        try:
            distinct: Mapping[object, int] = Counter(column.cells)
        except TypeError:  # a cell that cannot be counted is no answer, and its turn comes below
            distinct = {None: 0}
        item, known = column.item, self._rules.known(column.item)
        if set(map(type, distinct)) <= {str}:
            # Of texts each kind is read once.
            return [
                (known[cell] if cell in known else self._rules.read(cell, item), times)
                for cell, times in distinct.items()
            ]
        # Others one by one: 1, 1.0 and True count as equal.
        return [(self._rules.read(cell, item), 1) for cell in column.cells]

    def _empty(self, columns: Sequence[_Column], counts: Sequence[ElementCounts]) -> int:
        """Count the rows without any answer, looking at those of the fullest column only."""
        answered = [one.n for one in counts[: len(columns)]]
        fullest = answered.index(max(answered))
        if answered[fullest] == len(columns[fullest].cells):
            return 0
        column = columns[fullest]
        rows = [row for row, cell in enumerate(column.cells) if not self._is_answer(cell, column)]
        for other in columns:
            rows = [row for row in rows if not self._is_answer(other.cells[row], other)]
        return len(rows)

    def _is_answer(self, cell: object, column: _Column) -> bool:
        return isinstance(self._rules.read(cell, column.item), int)

    def _first_refused(self, column: _Column) -> tuple[int, _Column, Refused]:
        readings = enumerate(self._rules.read(cell, column.item) for cell in column.cells)
        return next(
            (row, column, reading) for row, reading in readings if isinstance(reading, Refused)
        )

    def _refusal(self, columns: Sequence[_Column], lines: Sequence[int], times: int) -> SurveyError:
        """Return the error about the first cell that is refused, by row and then by column."""
        row, column, reading = min(map(self._first_refused, columns), key=lambda first: first[0])
        return refused_cell(
            reading,
            column.item,
            self._instrument,
            row=lines[row] + self._handling.first_row,
            column=column.heading,
            more=times - 1,
        )
