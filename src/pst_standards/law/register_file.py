"""Reading a register from TOML; what it does not know it refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from pst_standards.findings import Confidence
from pst_standards.law.dates import PartialDate
from pst_standards.law.key import RegulationKey
from pst_standards.law.kinds import RegulationKind
from pst_standards.law.regulation import PossibleSuccessor, Regulation

FORMAT: Final = "pst-regulations/1"
_T = TypeVar("_T")
Reader = Callable[[Any], Any]


class RegisterError(ValueError):
    """A register file with an unknown key, a missing one or a value of the wrong form."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _date(value: object) -> date:
    if type(value) is not date:
        raise TypeError(f"{value!r} is not a date")
    return value


def _year(value: object) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r} is not a year")
    return value


def _many(read: Callable[[object], _T]) -> Callable[[object], tuple[_T, ...]]:
    def read_all(value: object) -> tuple[_T, ...]:
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is not a list")
        return tuple(read(item) for item in value)

    return read_all


def _key(value: object) -> RegulationKey:
    return RegulationKey.parse(_text(value))


def _partial_date(value: object) -> PartialDate:
    return PartialDate.parse(_text(value))


def _table(value: object, readers: Mapping[str, Reader], where: str) -> dict[str, Any]:
    """Read a table of exactly known keys; attrs holds which of them must be there."""
    if not isinstance(value, dict):
        raise RegisterError(f"{where}: {value!r} is not a table")
    read: dict[str, Any] = {}
    for name, item in value.items():
        if name not in readers:
            raise RegisterError(f"{where}: unknown key {name!r}")
        try:
            read[name] = readers[name](item)
        except (TypeError, ValueError) as fault:
            raise RegisterError(f"{where}: {name}: {fault}") from fault
    return read


def _build(kind: Callable[..., _T], fields: Mapping[str, Any], where: str) -> _T:
    try:
        return kind(**fields)
    except (TypeError, ValueError) as fault:
        raise RegisterError(f"{where}: {fault}") from fault


_SUCCESSOR: Final[Mapping[str, Reader]] = {
    "kind": RegulationKind,
    "number": _text,
    "year": _year,
    "confidence": Confidence,
    "source": _text,
}


def _successor(value: object) -> PossibleSuccessor:
    where = "possible_successors"
    return _build(PossibleSuccessor, _table(value, _SUCCESSOR, where), where)


def _doubtful(value: object) -> dict[str, Confidence]:
    return _table(value, dict.fromkeys(_REGULATION, Confidence), "doubtful")


_REGULATION: Final[Mapping[str, Reader]] = {
    "key": _key,
    "title": _text,
    "title_en": _text,
    "short_titles": _many(_text),
    "in_force_from": _partial_date,
    "in_force_until": _partial_date,
    "replaces": _many(_key),
    "replaced_by": _many(_key),
    "amends": _many(_key),
    "amended_by": _many(_key),
    "often_confused_with": _many(_key),
    "also_numbered": _many(_key),
    "possible_successors": _many(_successor),
    "subjects": _many(_text),
    "confidence": Confidence,
    "doubtful": _doubtful,
    "source": _text,
}


def _regulation(value: object) -> Regulation:
    where = value.get("key", "regulation") if isinstance(value, dict) else "regulation"
    return _build(Regulation, _table(value, _REGULATION, str(where)), str(where))


def _format(value: object) -> str:
    if value != FORMAT:
        raise ValueError(f"{value!r} is not {FORMAT!r}")
    return FORMAT


_FILE: Final[Mapping[str, Reader]] = {
    "format": _format,
    "as_of": _date,
    "regulation": _many(_regulation),
}


def read_register(text: str) -> tuple[date, tuple[Regulation, ...]]:
    """Read the day and the regulations of a register from the text of a TOML file.

    Raises ``RegisterError`` when the file is not TOML, lacks a key, holds an unknown one or a
    value of the wrong form.

    >>> read_register('format = "pst-regulations/1"')
    Traceback (most recent call last):
    ...
    pst_standards.law.register_file.RegisterError: register: 'as_of' is missing
    """
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise RegisterError(f"register: {fault}") from fault
    for name in _FILE:
        if name not in table:
            raise RegisterError(f"register: {name!r} is missing")
    read = _table(table, _FILE, "register")
    return read["as_of"], read["regulation"]
