"""How many respondents a survey needs.

The table that the annex of PermenPANRB 14/2017 prints, of Krejcie and Morgan (1970), is its own
formula rounded to the nearest whole number in all of its 90 rows, with 3.841 for chi-square;
offices are also seen to round up, and to take the next row of the table. So the rounding is asked
for and told.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from pst_standards.surveys.statistics.errors import (
    StatisticsError,
    must_be_count,
    must_be_one_of,
)
from pst_standards.surveys.statistics.figures import Number, decimals, exact, half_up

SampleMethod: TypeAlias = Literal["krejcie_morgan", "slovin", "cochran"]
SampleRounding: TypeAlias = Literal["nearest", "ceil", "table_up"]

METHODS: Final = ("krejcie_morgan", "slovin", "cochran")
ROUNDINGS: Final = ("nearest", "ceil", "table_up")
CHI_SQUARE: Final = Fraction("3.841")
"""Chi-square of one degree of freedom at 95 %, with the decimals that the table was made with."""
Z: Final = Fraction("1.96")
"""The quantile of the normal distribution as textbooks print it beside Cochran's formula."""
TABLE_ROWS: Final[tuple[int, ...]] = (
    *range(10, 100, 5),
    *range(100, 300, 10),
    *range(300, 500, 20),
    *range(500, 1000, 50),
    *range(1000, 2000, 100),
    *range(2000, 3000, 200),
    *range(3000, 5000, 500),
    *range(5000, 10_000, 1000),
    *(10_000, 15_000, 20_000, 30_000, 40_000, 50_000, 75_000, 1_000_000),
)
"""The populations that have a row of their own in the printed table."""
_MARGIN: Final = Fraction("0.05")
_HALF: Final = Fraction(1, 2)


@frozen(kw_only=True)
class SampleSize:
    """How many respondents are needed: ``n``, and ``exact`` before it was rounded."""

    n: int
    exact: Fraction
    population: int | None
    method: SampleMethod
    rounding: SampleRounding
    margin: Fraction

    def to_dict(self) -> dict[str, Any]:
        """Return the size as data, with the convention it follows."""
        return {
            "n": self.n,
            "method": self.method,
            "rounding": self.rounding,
            "population": self.population,
            "margin": decimals(self.margin, 4),
            "unrounded": decimals(self.exact, 4),
        }


def sample_size(
    population: int | None,
    *,
    method: SampleMethod = "krejcie_morgan",
    rounding: SampleRounding | None = None,
    margin: Number = _MARGIN,
    share: Number = _HALF,
    quantile: Number | None = None,
) -> SampleSize:
    """Return how many of a population to ask; ``None`` for one too large to be counted.

    ``krejcie_morgan`` is ``c·N·P·Q / (d²·(N-1) + c·P·Q)``, ``cochran`` ``m / (1 + (m-1)/N)`` with
    ``m = z²·P·Q / d²``, and ``slovin`` ``N / (1 + N·d²)``. ``margin`` is d and ``share`` is P;
    ``quantile`` is c (3.841 unless given) or z (1.96), and Slovin's formula has neither it nor P.
    ``rounding`` is ``nearest`` for the first and ``ceil`` for the others unless it is given;
    ``table_up`` takes the row of the printed table for the next larger population.

    Never more than the population. Raises ``StatisticsError`` for what cannot be meant.

    >>> sample_size(67).n, sample_size(67, rounding="ceil").n, sample_size(4384).n
    (57, 58, 353)
    >>> sample_size(4384, rounding="table_up").n, sample_size(1000, method="slovin").n
    (354, 286)
    """
    must_be_one_of("method", method, METHODS)
    rounding = rounding or ("nearest" if method == "krejcie_morgan" else "ceil")
    must_be_one_of("rounding", rounding, ROUNDINGS)
    if population is not None:
        must_be_count("population", population)
    d, p = _between("margin", margin), _between("share", share)
    asked = _quantile(method, quantile)
    if rounding == "table_up" and (method, d, p, asked) != (*_TABLE, CHI_SQUARE):
        raise StatisticsError("table")
    wanted = _next_row(population) if rounding == "table_up" else population
    unrounded = _formula(wanted, method, d, asked * p * (1 - p))
    n = ceil(unrounded) if rounding == "ceil" else half_up(unrounded)
    return SampleSize(
        n=n if population is None else min(n, population),
        exact=unrounded,
        population=population,
        method=method,
        rounding=rounding,
        margin=d,
    )


_TABLE: Final = ("krejcie_morgan", _MARGIN, _HALF)
"""What the printed table was made with, beside its chi-square."""


def _between(field: str, value: Number) -> Fraction:
    found = exact(value, field=field)
    if not 0 < found < 1:
        raise StatisticsError("share", field=field, found=str(value))
    return found


def _quantile(method: SampleMethod, given: Number | None) -> Fraction:
    """Return the factor of P·Q: chi-square, or z squared."""
    if given is None:
        return CHI_SQUARE if method == "krejcie_morgan" else Z * Z
    found = exact(given, field="quantile")
    if method == "slovin":
        raise StatisticsError("slovin")
    if found <= 0:
        raise StatisticsError("positive", field="quantile", found=str(given))
    return found if method == "krejcie_morgan" else found * found


def _next_row(population: int | None) -> int | None:
    """Return the row of the table that holds a population; below and above, the number itself."""
    if population is None or not TABLE_ROWS[0] <= population <= TABLE_ROWS[-1]:
        return population
    return next(row for row in TABLE_ROWS if row >= population)


def _formula(
    population: int | None, method: SampleMethod, d: Fraction, variance: Fraction
) -> Fraction:
    """Return the size before rounding; ``variance`` is the factor times P·Q."""
    if method == "slovin":
        return 1 / (d * d) if population is None else population / (1 + population * d * d)
    endless = variance / (d * d)
    if population is None:
        return endless
    if population == 0:
        return Fraction(0)
    # Both formulas are this one; they differ in the decimals of their quantile.
    return population * endless / (population - 1 + endless)
