"""The grade (mutu) and the performance label (kinerja) of an index, by the table of a regulation.

The tables print bounds of two decimals and leave holes between them, into which real surveys fall.
The default rounds the index to two decimals first, as the bounds presume; comparing the unrounded
index with the lower bounds differs in the upper half of each hole only, and is told where it does.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final

from attrs import frozen

from pst_standards.findings import Confidence
from pst_standards.model.base import Text
from pst_standards.surveys.elements import Scale
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import half_up, shown
from pst_standards.surveys.instrument_files import data

CATEGORIES: Final = ("nik_rounded", "strict_lower")
"""How an index finds its row of the table."""

_DECIMALS: Final = 2
_QUARTERS: Final = Scale(1, 4)


@frozen(kw_only=True)
class Grade:
    """One row of a table: the letter, the label, and its printed bounds on both scales."""

    letter: str
    label: Text
    low: Fraction
    high: Fraction
    ni_low: Fraction
    ni_high: Fraction


@frozen(kw_only=True)
class GradeTable:
    """The grades of a regulation, the lowest first."""

    id: str
    regulation: str
    confidence: Confidence
    source: str
    grades: tuple[Grade, ...]

    def grade(self, letter: str) -> Grade:
        """Return the grade of a letter; ``SurveyError`` when there is none."""
        for grade in self.grades:
            if grade.letter == letter:
                return grade
        letters = tuple(grade.letter for grade in self.grades)
        raise SurveyError("grade.unknown", found=letter, expected=letters)


@cache
def grade_table(name: str) -> GradeTable:
    """Return a table of grades by its id, which an instrument names.

    >>> [grade.letter for grade in grade_table("skm-2017").grades]
    ['D', 'C', 'B', 'A']
    """
    tables = data("grades")
    found = tables[name]
    rows = tables[found.get("same_as", name)]["grades"]
    return GradeTable(
        id=name,
        regulation=found["regulation"],
        confidence=Confidence(found["confidence"]),
        source=found["source"],
        grades=tuple(
            Grade(
                letter=row["letter"],
                label=Text(row["id"], row["en"]),
                low=Fraction(row["index"][0]),
                high=Fraction(row["index"][1]),
                ni_low=Fraction(row["ni"][0]),
                ni_high=Fraction(row["ni"][1]),
            )
            for row in rows
        ),
    )


def grade_of(
    index: Fraction,
    table: GradeTable,
    *,
    categories: str = "nik_rounded",
    scale: Scale = _QUARTERS,
) -> Grade:
    """Return the grade of an index.

    The lowest grade begins where the scale does: at 25 from 1 to 4, at 10 from 1 to 10. Raises
    ``SurveyError`` for an index that no answers on the scale can give.

    >>> table = grade_table("skm-2017")
    >>> index = Fraction(25 * 1367, 9 * 43)  # 88.3075
    >>> [grade_of(index, table, categories=one).letter for one in CATEGORIES]
    ['A', 'B']
    """
    if categories not in CATEGORIES:
        raise SurveyError("categories", found=categories, expected=CATEGORIES)
    value, lowest = index, scale.lowest_index
    if categories == "nik_rounded":
        value, lowest = half_up(index, _DECIMALS), half_up(lowest, _DECIMALS)
    if not lowest <= value <= table.grades[-1].high:
        bounds = {"low": shown(lowest, _DECIMALS), "high": shown(table.grades[-1].high, _DECIMALS)}
        raise SurveyError("index.outside", found=shown(index, 4), **bounds)
    for grade in reversed(table.grades[1:]):
        if value >= grade.low:
            return grade
    return table.grades[0]


def grade_of_ni(ni: Fraction, table: GradeTable, *, categories: str = "nik_rounded") -> Grade:
    """Return the grade of a value from 1 to 4, such as the mean of one element."""
    return grade_of(25 * ni, table, categories=categories)
