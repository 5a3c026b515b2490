"""The row of headings: the one that was named, or the first that can be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.terms import Layout, Plan, Terms, planned
from pst_standards.surveys.records import Record, made
from pst_standards.surveys.tallies import named

SEARCHED: Final = 30
"""How many rows are searched for headings."""
_NO_HEADINGS: Final = frozenset({"column.none", "header.missing"})


class Headed(Record, kw_only=True):
    """A table whose headings are read; ``rows`` stands at row ``first``, the first respondent."""

    plan: Plan
    rows: Iterator[Sequence[object]]
    first: int
    told: Mapping[str, str | int] = made(factory=dict)


def headed(
    rows: Iterator[Sequence[object]], instrument: Instrument, terms: Terms, layout: Layout
) -> Headed:
    """Read the headings of a table given as its rows.

    Raises ``SurveyError`` as ``columns_of`` does, and for a table that ends before its headings.
    """
    if layout.headings:
        plan, done = planned(layout.headings, instrument, terms), 0
    elif layout.header_number is None:
        plan, done = _searched(rows, instrument, terms, layout)
    else:
        done = layout.header_number
        header = _nth(rows, done)
        plan = planned(header, instrument, terms)
    first = layout.rows_from if layout.first_row else done + 1
    if first <= done:
        raise SurveyError("layout.first", found=first, header=done)
    for _ in range(first - done - 1):
        next(rows, None)
    return Headed(plan=plan, rows=rows, first=first, told={"header_row": done})


def _nth(rows: Iterator[Sequence[object]], number: int) -> list[str]:
    row: Sequence[object] | None = None
    for _ in range(number):
        row = next(rows, None)
        if row is None:
            raise SurveyError("file.empty" if number == 1 else "file.short", header=number)
    return _texts(row or ())


def _texts(row: Sequence[object]) -> list[str]:
    return [named(cell) for cell in row]


def _searched(
    rows: Iterator[Sequence[object]], instrument: Instrument, terms: Terms, layout: Layout
) -> tuple[Plan, int]:
    """Return the first row that names half of the elements or more, and its number."""
    number = 0
    for number, row in enumerate(rows, 1):
        try:
            plan = planned(_texts(row), instrument, terms)
        except SurveyError as error:
            if error.kind not in _NO_HEADINGS:
                raise
        else:
            if 2 * len(plan.columns.missing) <= len(instrument.keys):
                return plan, number
        if number == min(SEARCHED, (layout.first_row or SEARCHED + 1) - 1):
            break
    if not number:
        raise SurveyError("file.empty")
    raise SurveyError("header.not-found", found=number)
