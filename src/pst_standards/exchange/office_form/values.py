"""One value as the content of cells, and back; where that would change it, there is no cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.model.base import ComponentName, Ident, OfficeCode, remember
from pst_standards.model.component import Component
from pst_standards.model.shapes import Shape
from pst_standards.model.standard import choice_term

Cell: TypeAlias = str | int | float | bool | dt.date | dt.time | None
LONGEST: Final = 32_000
"""Letters of a cell; a workbook holds 32,767 at most."""
_YES: Final = {"id": "ya", "en": "yes"}
_NO: Final = {"id": "tidak", "en": "no"}
_TRUE: Final = frozenset({"ya", "yes", "y", "benar", "true", "v"})
_FALSE: Final = frozenset({"tidak", "no", "n", "t", "salah", "false"})
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?\Z")
_LOCAL: Final = re.compile(r"(\d{1,2})(?:[-/.]| )(\d{1,2}|[A-Za-z]+)(?:[-/.]| )(\d{4})\Z")
_CLOCK: Final = re.compile(
    r"(?:pukul +)?(\d{1,2})[.:](\d{2})(?:[.:]00)?(?: *(?:WIB|WITA|WIT))?\Z", re.IGNORECASE
)
_THOUSANDS: Final = re.compile(r"(?:Rp\.? *)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,0+|,-)?\Z", re.IGNORECASE)
_OTHER_MONTHS: Final = {"agt": 8, "ags": 8, "nop": 11, "nopember": 11, "peb": 2, "pebruari": 2}
"""Names of months as they are still written in offices."""
_SHORT: Final = 3
_SEPARATORS: Final = re.compile(r"[\n;,]")


class CellError(Exception):
    """What stands in a cell is no value of its field; ``variant`` names the reason."""

    def __init__(self, variant: str) -> None:
        super().__init__(variant)
        self.variant = variant


class Pair(NamedTuple):
    """The content of the cell of a value, and of the second one, which holds the English text."""

    first: Cell
    second: Cell = None


def encoded(value: Any, shape: Shape, lang: str = "id") -> Pair | None:
    """Return the cells of a value in plain data; ``None`` where no cell can hold it unchanged.

    >>> from pst_standards.model.channel import TimeUnit
    >>> encoded("working_day", Shape("choice", TimeUnit)).first
    'hari kerja'
    """
    if value is None:  # an empty cell says nothing, but null takes something away
        return None
    try:
        pair = _written(value, shape, lang)
        short = all(len(str(cell or "")) <= LONGEST for cell in pair)
        back = decoded(pair, shape)
    except (CellError, ValueError, TypeError, KeyError, AttributeError):
        return None
    # True equals 1 and 1 equals 1.0, but they are not the same to a definition.
    return pair if short and back == value and type(back) is type(value) else None


def decoded(pair: Pair, shape: Shape) -> Any:
    """Return the plain value of cells, ``None`` for empty ones; raises ``CellError``.

    >>> decoded(Pair("5 Januari 2026"), Shape("scalar", dt.date))
    '2026-01-05'
    """
    first, second = _squeezed(pair[0]), _squeezed(pair[1])
    if first is None and second is None:
        return None
    if shape.kind == "text":
        return _text(first, second)
    if shape.kind == "list" and shape.item is not None:
        return _list(first, second, shape.item)
    return None if first is None else _single(first, shape)


def _squeezed(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    if not cell.isprintable():
        cell = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return cell.strip() or None


# -- writing -------------------------------------------------------------------------------------


def _written(value: Any, shape: Shape, lang: str) -> Pair:
    if shape.kind == "text":
        return Pair(value) if isinstance(value, str) else Pair(value.get("id"), value.get("en"))
    if shape.kind == "list" and shape.item is not None:
        pairs = [_written(item, shape.item, lang) for item in value]
        firsts, seconds = ([pair[place] for pair in pairs] for place in (0, 1))
        return Pair(_lines(firsts), _lines(seconds) if any(seconds) else None)
    if shape.choices is not None:
        return Pair(_chosen_term(value, shape, lang))
    if shape.type is bool:
        return Pair((_YES if value else _NO)[lang])
    if shape.type is dt.date:
        return Pair(dt.date.fromisoformat(value))
    return Pair(value)


def _chosen_term(value: Any, shape: Shape, lang: str) -> str:
    if shape.type is not ComponentName:
        return choice_term(shape.type(value), lang)
    return next((choice_term(one, lang) for one in Component if one.value == value), value)


def _lines(cells: list[Cell]) -> str:
    return "\n".join(str(cell) if cell is not None else "" for cell in cells)


# -- reading -------------------------------------------------------------------------------------


def _text(first: Cell, second: Cell) -> Any:
    one, two = (None if cell is None else _string(cell) for cell in (first, second))
    if two is None:
        return one
    return {key: said for key, said in (("id", one), ("en", two)) if said is not None}


def _list(first: Cell, second: Cell, item: Shape) -> list[Any]:
    lines, other = (_items(cell, item) for cell in (first, second))
    if second is not None and item.kind == "text":
        if len(lines) != len(other):
            raise CellError("lines")
        pairs = [Pair(one or None, two or None) for one, two in zip(lines, other, strict=True)]
    else:
        pairs = [Pair(line) for line in lines]
    found = [decoded(pair, item) for pair in pairs]
    return [one for one in found if one is not None]


def _items(cell: Cell, item: Shape) -> list[Cell]:
    if not isinstance(cell, str):
        return [] if cell is None else [cell]
    free = item.kind == "text" or item.type in {str, ComponentName}
    return list(cell.split("\n") if free else _SEPARATORS.split(cell))


def _single(cell: Cell, shape: Shape) -> Any:
    if shape.kind == "choice":
        return _chosen(cell, shape.type)
    reader = _READERS.get(shape.type, _number)
    return reader(cell)


def _chosen(cell: Cell, choices: type[Enum]) -> Any:
    said = " ".join(_string(cell).split()).casefold()
    found = _by_terms(choices).get(said)
    if found is None:
        raise CellError("choice")
    return found


@remember
def _by_terms(choices: type[Enum]) -> Mapping[str, Any]:
    """Return the values of choices by their keys and what people call them."""
    found: dict[str, Any] = {}
    for member in choices:
        for term in (member.value, choice_term(member, "id"), choice_term(member, "en")):
            found.setdefault(str(term).casefold(), member.value)
    found.pop("", None)
    return found


def _string(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool | dt.date | dt.time):
        raise CellError("not_text")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _component(cell: Cell) -> str:
    """Return the key of a component; a letter or another word stays for the rules to judge."""
    said = " ".join(_string(cell).split())
    return str(_by_terms(Component).get(said.casefold(), said))


def _boolean(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    said = str(cell).casefold()
    if said in _TRUE or said in _FALSE:
        return said in _TRUE
    raise CellError("yes_no")


def _number(cell: Cell) -> int:
    if isinstance(cell, bool | dt.date | dt.time):
        raise CellError("number")
    if isinstance(cell, int | float):
        if int(cell) != cell:
            raise CellError("number")
        return int(cell)
    found = _THOUSANDS.match(str(cell))
    if found is None:
        raise CellError("number")
    return int(found[1].replace(".", ""))


def _date(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return cell.isoformat()[:10]
    if not isinstance(cell, str):
        raise CellError("date")
    said = " ".join(cell.split())
    whole, local = _DAY.match(said), _LOCAL.match(said)
    try:
        if whole:
            return dt.date(*map(int, whole.groups())).isoformat()
        if local:
            return dt.date(int(local[3]), _month(local[2]), int(local[1])).isoformat()
    except ValueError:
        pass  # 31 February looks like a date and is none
    raise CellError("date")


def _month(said: str) -> int:
    from pst_standards.documents.formats import month_name

    if said.isdigit():
        return int(said)
    word = said.casefold()
    if word in _OTHER_MONTHS:
        return _OTHER_MONTHS[word]
    for month in range(1, 13):
        names = (month_name(month, "id").casefold(), month_name(month, "en").casefold())
        if len(word) >= _SHORT and any(name.startswith(word) for name in names):
            return month
    raise CellError("date")


def _time(cell: Cell) -> str:
    if isinstance(cell, dt.time):
        return cell.strftime("%H:%M")
    found = _CLOCK.match(str(cell))
    try:
        if found:
            return dt.time(int(found[1]), int(found[2])).strftime("%H:%M")
    except ValueError:
        pass
    raise CellError("time")


_READERS: Final[Mapping[Any, Callable[[Cell], Any]]] = {
    str: _string,
    Ident: _string,
    OfficeCode: _string,
    ComponentName: _component,
    bool: _boolean,
    dt.date: _date,
    dt.time: _time,
}
