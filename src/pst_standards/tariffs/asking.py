"""What a price is asked for, looked at before anything is reckoned."""

from __future__ import annotations

from typing import Final

from pst_standards.model.sale import SaleKind, SaleLine
from pst_standards.tariffs.errors import TariffError
from pst_standards.tariffs.sizes import MEGABYTE
from pst_standards.tariffs.tariff import Annex, Item, tariffs

SIZED: Final = frozenset({SaleKind.MICRODATA, SaleKind.TABULATION})
"""Kinds that are priced by size."""

_LARGEST: Final = 10**15
"""Nobody sells so much; numbers beyond would only keep the machine busy."""


def size_of(line: SaleLine) -> int | None:
    """Return the size of a line in bytes, ``None`` where it has none.

    >>> size_of(SaleLine(megabytes=2)), size_of(SaleLine(bytes=5)), size_of(SaleLine())
    (2000000, 5, None)
    """
    if line.bytes is not None:
        return line.bytes
    return None if line.megabytes is None else line.megabytes * MEGABYTE


def fit_kind(line: SaleLine) -> SaleKind:
    """Return the kind of a line that a tariff could price.

    Raises ``TariffError`` for any other: no kind, no pages, an unknown map.

    >>> fit_kind(SaleLine(kind=SaleKind.PUBLICATION, pages=0))
    Traceback (most recent call last):
    ...
    pst_standards.tariffs.errors.TariffError: Publikasi sekurang-kurangnya 1 halaman; ditulis 0.
    """
    if line.kind is None:
        raise TariffError("kind", choices=tuple(str(kind.value) for kind in SaleKind))
    if line.quantity is not None and _number(line.quantity, "quantity") < 1:
        raise TariffError("quantity", found=line.quantity)
    if line.kind is SaleKind.PUBLICATION:
        _refuse_pages(line)
    elif line.kind in SIZED:
        _refuse_size(line)
    elif line.kind in {SaleKind.MAP, SaleKind.SERVICE}:
        _refuse_unknown_item(line.kind, name_of(line))
    return line.kind


def _number(value: object, key: str) -> int:
    """Take what is a whole number; objects built in Python may hold anything."""
    if type(value) is not int:
        raise TariffError("number", field=key, found=str(value))
    if value > _LARGEST:
        raise TariffError("number-large", field=key)
    return value


def _refuse_pages(line: SaleLine) -> None:
    if line.pages is None:
        raise TariffError("pages-missing")
    if _number(line.pages, "pages") < 1:
        raise TariffError("pages", found=line.pages)


def _refuse_size(line: SaleLine) -> None:
    if line.bytes is None and line.megabytes is None:
        raise TariffError("size-missing")
    if line.bytes is not None and line.megabytes is not None:
        raise TariffError("size-twice")
    for name in ("bytes", "megabytes"):
        value = getattr(line, name)
        if value is not None and _number(value, name) < 1:
            raise TariffError("size", found=value)


def name_of(line: SaleLine) -> str:
    """Return the id of the map or service of a line, ``""`` where it names none.

    >>> name_of(SaleLine(kind=SaleKind.MAP, map="regency-by-village"))
    'regency-by-village'
    """
    return (line.map if line.kind is SaleKind.MAP else line.item) or ""


def _refuse_unknown_item(kind: SaleKind, name: str) -> None:
    if not name:
        raise TariffError(f"{kind.value}-missing", choices=names(kind))
    if name not in names(kind):
        raise TariffError(f"{kind.value}-unknown", found=name, choices=names(kind))


def names(kind: SaleKind) -> tuple[str, ...]:
    """Return the ids of the maps or services that a tariff prices.

    >>> names(SaleKind.MAP)[4]
    'regency-by-village'
    """
    annexes = (tariff.annex for tariff in tariffs() if tariff.annex is not None)
    found = (item.id for annex in annexes for item in annex.items if item.kind is kind)
    return tuple(dict.fromkeys(found))


def item_of(line: SaleLine, annex: Annex) -> Item | None:
    """Return the map or service of a line in an annex, ``None`` where that has it not."""
    return None if line.kind is None else annex.item(line.kind, name_of(line))
