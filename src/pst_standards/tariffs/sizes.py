"""Sizes as the annex counts them: 1,000 bytes a unit, a thousand units a megabyte.

The elucidation of PP 7/2015 Pasal 4 reckons 50 MB as 50,000 units of 1,000 bytes.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from pst_standards.tariffs.errors import TariffError

UNIT: Final = 1000
"""Bytes that the annex prices together."""
MEGABYTE: Final = 1_000_000
"""Bytes of a megabyte, by the elucidation."""
_WRITTEN: Final = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]{1,15})(?:[.,](?P<part>[0-9]{1,6}))?")
_GROUP: Final = 3


def bytes_of_megabytes(written: str) -> int:
    """Return the bytes of a number of megabytes, ``1520`` or ``0.5`` or ``0,5``.

    ``1.520`` is 1,520 to an Indonesian and little more than one to others: what can be read both
    ways raises ``TariffError``, as does what is no number.

    >>> bytes_of_megabytes("1520"), bytes_of_megabytes("0,5")
    (1520000000, 500000)
    >>> bytes_of_megabytes("1.520")
    Traceback (most recent call last):
    ...
    pst_standards.tariffs.errors.TariffError: Ukuran 1.520 dapat dibaca dua cara...
    """
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise TariffError("size-number", found=written)
    whole, part = found["whole"], found["part"] or "0"
    if len(part) == _GROUP and whole != "0":
        raise TariffError("size-ambiguous", found=written, grouped=whole + part)
    if found["sign"]:
        raise TariffError("size", found=written)
    return int(Decimal(f"{whole}.{part}") * MEGABYTE)


def units(size: int) -> int:
    """Return the units of a size; one that is begun counts.

    >>> units(50_000_000), units(1), units(1001)
    (50000, 1, 2)
    """
    return -(-size // UNIT)


def units_to(megabyte: int) -> int:
    """Return the units up to a bound of the annex.

    >>> units_to(50)
    50000
    """
    return megabyte * MEGABYTE // UNIT
