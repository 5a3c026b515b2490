"""Reading and writing of figures: exact in between, rounded half up once, when they are shown."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.terms import Term

_WRITTEN: Final = re.compile(r"[+-]?[0-9]{1,30}(?:[.,][0-9]{1,30})?", re.ASCII)


def half_up(value: Fraction, decimals: int) -> Fraction:
    """Round to ``decimals`` places, a half away from zero.

    >>> half_up(Fraction(88305, 1000), 2), half_up(Fraction(-1, 8), 2)
    (Fraction(8831, 100), Fraction(-13, 100))
    """
    return Fraction(whole_units(value, decimals), 10**decimals)


def whole_units(value: Fraction, decimals: int) -> int:
    """Return a figure in whole units of its last place, rounded half up.

    >>> whole_units(Fraction(88305, 1000), 2)
    8831
    """
    top, bottom = value.numerator * int(10**decimals), value.denominator
    units = (2 * abs(top) + bottom) // (2 * bottom)
    return -units if top < 0 else units


def shown(value: Fraction, decimals: int) -> str:
    """Write a figure with ``decimals`` places and a point, rounded half up.

    >>> shown(Fraction(1158, 1323) * 90, 2), shown(Fraction(-1, 300), 2), shown(Fraction(5, 2), 0)
    ('78.78', '0.00', '3')
    """
    units = whole_units(value, decimals)
    whole, part = divmod(abs(units), 10**decimals)
    sign = "-" if units < 0 else ""
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"


def told(value: Fraction, decimals: int) -> Term:
    """Return a figure as sentences say it: with a decimal comma in Indonesian.

    >>> told(Fraction(4, 3), 2)
    Term(id='1,33', en='1.33')
    """
    written = shown(value, decimals)
    return Term(written.replace(".", ","), written)


def exact(value: Fraction) -> str:
    """Write a figure as ``numerator/denominator``, the denominator always there.

    >>> exact(Fraction(3))
    '3/1'
    """
    return f"{value.numerator}/{value.denominator}"


def read_figure(written: object) -> Fraction:
    """Read a figure that somebody wrote, with a decimal point or a decimal comma.

    A binary float counts as the shortest decimal that names it. With two separators, spaces or
    signs in between, or anything else, ``SurveyError`` is raised: it is never guessed.

    >>> read_figure("3,45") == read_figure("3.45") == read_figure(3.45) == Fraction(69, 20)
    True
    """
    if isinstance(written, str):
        if _WRITTEN.fullmatch(written.strip()):
            return Fraction(written.strip().replace(",", "."))
    elif isinstance(written, int | Fraction) and not isinstance(written, bool):
        return Fraction(written)
    elif isinstance(written, float | Decimal) and _WRITTEN.fullmatch(str(written)):
        return Fraction(str(written))
    raise SurveyError("figure", found=str(written))


def places(written: object) -> int:
    """Return with how many decimals a figure was written; what is exact has none to lose.

    >>> places("3,450"), places(3.45), places("4")
    (3, 2, 0)
    """
    return len(re.split(r"[.,]", str(written).strip())[1]) if re.search("[.,]", str(written)) else 0
