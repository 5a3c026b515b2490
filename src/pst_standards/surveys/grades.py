"""The grade (mutu) and the performance label (kinerja) of an index, by the table of a regulation.

The tables print bounds of two decimals and leave holes between them, into which real surveys fall.
The default rounds the index to two decimals first, as the bounds presume; comparing the unrounded
index with the lower bounds differs in the upper half of each hole only, and is told where it does.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from pst_standards.surveys.elements import DOUBTFUL, Scale
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import told, whole_units
from pst_standards.surveys.instrument_files import data
from pst_standards.surveys.records import Record
from pst_standards.surveys.terms import Term

if TYPE_CHECKING:
    from pst_standards.findings import Confidence

CATEGORIES: Final = ("nik_rounded", "strict_lower")
"""How an index finds its row of the table."""

_DECIMALS: Final = 2
_QUARTERS: Final = Scale(1, 4)


class Grade(Record, kw_only=True):
    """One row of a table: the letter, the label, and its printed bounds on both scales."""

    letter: str
    label: Term
    low: Fraction
    high: Fraction
    ni_low: Fraction
    ni_high: Fraction


class GradeTable(Record, kw_only=True):
    """The grades of a regulation, the lowest first."""

    id: str
    regulation: str
    sureness: str
    source: str
    grades: tuple[Grade, ...]

    @property
    def confidence(self) -> Confidence:
        """How sure the table is."""
        from pst_standards.findings import Confidence

        return Confidence(self.sureness)

    @property
    def is_doubtful(self) -> bool:
        """Whether it is known from a weak source only."""
        return self.sureness in DOUBTFUL

    @cached_property
    def cents(self) -> tuple[tuple[int, Grade], ...]:
        """The grades with their lowest value in hundredths, the highest first."""
        return tuple((int(grade.low * 100), grade) for grade in reversed(self.grades))

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
        sureness=found["confidence"],
        source=found["source"],
        grades=tuple(
            Grade(
                letter=row["letter"],
                label=Term(row["id"], row["en"]),
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
    lowest, highest = scale.lowest_index, table.grades[-1].high
    if categories == "nik_rounded":
        cents = whole_units(index, _DECIMALS)
        inside = whole_units(lowest, _DECIMALS) <= cents <= whole_units(highest, _DECIMALS)
    else:
        cents = index.numerator * 100 // index.denominator
        inside = lowest <= index <= highest
    if not inside:
        bounds = {"low": told(lowest, _DECIMALS), "high": told(highest, _DECIMALS)}
        raise SurveyError("index.outside", found=told(index, 4), **bounds)
    # Every bound has two decimals, so that whole hundredths decide in either way.
    return next((grade for low, grade in table.cents if cents >= low), table.grades[0])


def grade_of_ni(ni: Fraction, table: GradeTable, *, categories: str = "nik_rounded") -> Grade:
    """Return the grade of a value from 1 to 4, such as the mean of one element."""
    return grade_of(25 * ni, table, categories=categories)
