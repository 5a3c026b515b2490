"""Digits that Excel took away: of long numbers the last ones, of others the zeros in front."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pst_standards.exchange.office_form.layout import TEXT_FORMAT, Leaf
from pst_standards.exchange.office_form.values import Cell, CellError, Pair

_KEPT: Final = 15
"""Digits of a number that a spreadsheet keeps."""
_SHORTEST: Final[Mapping[str, int]] = {"postal_code": 5, "id_number": 9}
"""Digits of what is never shorter, so that a number of fewer has lost zeros."""
_TELEPHONES: Final = frozenset({("phone", ""), ("whatsapp", ""), ("value", "ComplaintChannel")})
_LOCAL: Final = 7
"""Digits of a number without its area code, or of a service number: neither begins with zero."""
_ABROAD: Final = ("62", 11)
"""How a number with the code of the country begins, and how many digits it has at least."""


def keep_digits(pair: Pair, leaf: Leaf) -> None:
    """Raise ``CellError`` for a number in a cell of text that may have lost digits.

    Other numbers are what somebody wrote, such as the year 2026 for a title.

    >>> from pst_standards.exchange.office_form.layout import leaves
    >>> from pst_standards.model.office import Office
    >>> leaf = next(one for one in leaves(Office) if one.keys == ("phone",))
    >>> keep_digits(Pair("081200000012"), leaf)
    >>> keep_digits(Pair(81200000012), leaf)
    Traceback (most recent call last):
        ...
    pst_standards.exchange.office_form.values.CellError: digits
    """
    if leaf.number_format != TEXT_FORMAT or leaf.shape.innermost.kind == "choice":
        return
    if any(_may_lack(cell, leaf) for cell in pair):
        raise CellError("digits")


def _may_lack(cell: Cell, leaf: Leaf) -> bool:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    digits, key = str(abs(int(cell))), leaf.keys[-1]
    if len(digits) > _KEPT or len(digits) < _SHORTEST.get(key, 0):
        return True
    if not {(key, ""), (key, leaf.owner.__name__)} & _TELEPHONES:
        return False
    prefix, shortest = _ABROAD
    abroad = digits.startswith(prefix) and len(digits) >= shortest
    return len(digits) > _LOCAL and not abroad
