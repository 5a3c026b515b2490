"""Values of events as JSON holds them, and back; each class is looked at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import attrs

from pst_standards.complaints.errors import EventError
from pst_standards.model.base import Choice, remember

T = TypeVar("T")
Convert = Callable[[Any, str], Any]
_LONGEST_SHOWN: Final = 40
LONGEST_TEXT: Final = 100_000
"""Characters that one text of an event may have; longer ones are attachments."""


class _Part(NamedTuple):
    name: str
    read: Convert
    write: Callable[[Any], Any]
    required: bool
    default: Any


def encode(value: Any) -> dict[str, Any]:
    """Return the stated fields of a payload, or of a part of one, as JSON holds them."""
    return {
        part.name: part.write(stated)
        for part in _parts(type(value))
        if (stated := getattr(value, part.name)) != part.default or part.required
    }


def decode(kind: type[T], data: Any, place: str = "data") -> T:
    """Make a payload, or a part of one, out of what JSON holds.

    Raises ``EventError`` for a field that is unknown, missing, or of another type.
    """
    if not isinstance(data, Mapping):
        raise EventError("field.type", field=place, expected="object")
    parts = _by_name(kind)
    unknown = next((name for name in data if name not in parts), None)
    if unknown is not None:
        raise EventError("field.unknown", field=f"{place}.{str(unknown)[:_LONGEST_SHOWN]}")
    missing = next(
        (one.name for one in parts.values() if one.required and one.name not in data), ""
    )
    if missing:
        raise EventError("field.missing", field=f"{place}.{missing}")
    return kind(
        **{name: parts[name].read(value, f"{place}.{name}") for name, value in data.items()}
    )


@remember
def _parts(kind: type) -> tuple[_Part, ...]:
    hints = get_type_hints(kind)
    return tuple(
        _Part(
            one.name,
            _reader(hints[one.name]),
            _writer(hints[one.name]),
            one.default is attrs.NOTHING,
            one.default,
        )
        for one in attrs.fields(kind)
    )


@remember
def _by_name(kind: type) -> Mapping[str, _Part]:
    return {part.name: part for part in _parts(kind)}


def _bare(hint: Any) -> tuple[Any, bool]:
    """Return a type without its ``None``, and whether it had one."""
    if get_origin(hint) is not UnionType:
        return hint, False
    kinds = [one for one in get_args(hint) if one is not NoneType]
    return kinds[0], True


def _writer(hint: Any) -> Callable[[Any], Any]:
    kind, _ = _bare(hint)
    write = _writer_of(kind)
    return lambda value: None if value is None else write(value)


def _writer_of(kind: Any) -> Callable[[Any], Any]:
    if get_origin(kind) is tuple:
        item = _writer(get_args(kind)[0])
        return lambda value: [item(one) for one in value]
    if issubclass(kind, Choice):
        return lambda value: value.value
    if issubclass(kind, dt.date):
        return lambda value: value.isoformat()
    if attrs.has(kind):
        return encode
    return lambda value: value


def _reader(hint: Any) -> Convert:
    kind, optional = _bare(hint)
    read = _reader_of(kind)
    if not optional:
        return read
    return lambda value, place: None if value is None else read(value, place)


def _reader_of(kind: Any) -> Convert:
    if get_origin(kind) is tuple:
        return _list_reader(_reader(get_args(kind)[0]))
    if issubclass(kind, Choice):
        return _choice_reader(kind)
    if issubclass(kind, dt.date):
        return _time_reader(kind)
    if attrs.has(kind):
        return lambda value, place: decode(kind, value, place)
    return _plain_reader(kind)


def _list_reader(item: Convert) -> Convert:
    def read(value: Any, place: str) -> Any:
        if not isinstance(value, list | tuple):
            raise EventError("field.type", field=place, expected="list")
        return tuple(item(one, f"{place}.{number}") for number, one in enumerate(value))

    return read


def _choice_reader(kind: type[Choice]) -> Convert:
    known = {one.value: one for one in kind}
    names = ", ".join(map(str, known))

    def read(value: Any, place: str) -> Any:
        found = known.get(value) if isinstance(value, str) else None
        if found is None:
            raise EventError("choice.unknown", field=place, known=names)
        return found

    return read


def _time_reader(kind: type[dt.date]) -> Convert:
    def read(value: Any, place: str) -> Any:
        try:
            return kind.fromisoformat(value)
        except (TypeError, ValueError):
            raise EventError("field.type", field=place, expected=kind.__name__) from None

    return read


def _plain_reader(kind: type) -> Convert:
    def read(value: Any, place: str) -> Any:
        if type(value) is not kind:
            raise EventError("field.type", field=place, expected=kind.__name__)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise EventError("text.too-long", field=place, most=LONGEST_TEXT)
        return value

    return read
