"""Reading days off from TOML; what it does not know it refuses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from pst_standards.calendar.days import DayKind, DayOff, DaysDecree, YearOff
from pst_standards.calendar.errors import DaysOffError
from pst_standards.findings import Confidence
from pst_standards.model.base import Text

FORMAT: Final = "pst-days-off/1"
_T = TypeVar("_T")
_FILE: Final = frozenset({"format", "as_of", "decree", "year"})
_DECREE: Final = frozenset({"id", "cite", "title", "confidence", "source", "announced_on"})
_YEAR: Final = frozenset({"year", "decree", "days", "estimated"})
_DAY: Final = frozenset({"date", "kind", "id", "en", "decree", "estimated"})
_MISSING: Final = object()


class DaysOffFile(NamedTuple):
    """What a file holds: the day it was last looked at, and the years."""

    as_of: dt.date
    years: tuple[YearOff, ...]


class _Table:
    """A table of a file, asked key by key; each answer is of the type asked for."""

    def __init__(self, value: object, keys: Iterable[str], where: str) -> None:
        if not isinstance(value, dict):
            raise DaysOffError(f"{where}: {value!r} is not a table")
        unknown = sorted(value.keys() - keys)
        if unknown:
            raise DaysOffError(f"{where}: unknown key {unknown[0]!r}")
        self._value: dict[str, Any] = value
        self._where = where

    def get(self, key: str, kind: type[_T], default: Any = _MISSING) -> _T:
        value = self._value.get(key, default)
        # A moment is a date to Python, and true is a number.
        if type(value) is not kind and value is not default:
            raise DaysOffError(f"{self._where}: {key}: {value!r} is no {kind.__name__}")
        if value is _MISSING:
            raise DaysOffError(f"{self._where}: {key!r} is missing")
        return value

    def choice(self, key: str, kind: Callable[[str], _T]) -> _T:
        try:
            return kind(self.get(key, str))
        except ValueError as fault:
            raise DaysOffError(f"{self._where}: {key}: {fault}") from fault


def _decree(value: object) -> DaysDecree:
    table = _Table(value, _DECREE, "decree")
    title = _Table(table.get("title", dict), ("id", "en"), "title")
    return DaysDecree(
        id=table.get("id", str),
        cite=table.get("cite", str),
        title=Text(title.get("id", str), title.get("en", str)),
        confidence=table.choice("confidence", Confidence),
        source=table.get("source", str),
        announced_on=table.get("announced_on", dt.date, None),
    )


def _day(value: object, of_year: DaysDecree, decrees: Mapping[str, DaysDecree]) -> DayOff:
    table = _Table(value, _DAY, "day")
    named = table.get("decree", str, "")
    decree = _known(named, decrees) if named else of_year
    return DayOff(
        date=table.get("date", dt.date),
        kind=table.choice("kind", DayKind),
        name=Text(table.get("id", str), table.get("en", str)),
        decree=decree.cite,
        confidence=decree.confidence,
        estimated=table.get("estimated", bool, default=False),
        announced_on=decree.announced_on if named else None,
    )


def _known(name: str, decrees: Mapping[str, DaysDecree]) -> DaysDecree:
    if name not in decrees:
        raise DaysOffError(f"decree: {name!r} is not in the file")
    return decrees[name]


def _year(value: object, decrees: Mapping[str, DaysDecree]) -> YearOff:
    table = _Table(value, _YEAR, "year")
    of_year = _known(table.get("decree", str), decrees)
    days = tuple(_day(one, of_year, decrees) for one in table.get("days", list))
    cited = {day.decree for day in days} | {of_year.cite}
    try:
        return YearOff(
            year=table.get("year", int),
            days=days,
            decrees=tuple(one for one in decrees.values() if one.cite in cited),
            estimated=table.get("estimated", bool, default=False),
        )
    except ValueError as fault:
        raise DaysOffError(f"year: {fault}") from fault


def read_days_off(text: str) -> DaysOffFile:
    """Read the years of a TOML file in the form of the bundled one.

    Raises ``DaysOffError`` when the file is not TOML, lacks a key, holds an unknown one, or a
    value of the wrong form.

    >>> lines = ('format = "pst-days-off/1"', "as_of = 2026-11-26", "decree = []", "year = []")
    >>> read_days_off(chr(10).join(lines)).years
    ()
    """
    import tomllib

    try:
        table = _Table(tomllib.loads(text), _FILE, "file")
    except tomllib.TOMLDecodeError as fault:
        raise DaysOffError(f"file: {fault}") from fault
    if table.get("format", str) != FORMAT:
        raise DaysOffError(f"file: format: expected {FORMAT!r}")
    decrees = {one.id: one for one in map(_decree, table.get("decree", list))}
    years = tuple(_year(one, decrees) for one in table.get("year", list))
    return DaysOffFile(table.get("as_of", dt.date), years)
