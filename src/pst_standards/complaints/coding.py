"""Values of events as JSON holds them, and back; each class is looked at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import attrs

from pst_standards.complaints.errors import EventError
from pst_standards.model.base import Choice, remember

T = TypeVar("T")
Convert = Callable[[Any], Any]
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
    try:
        return _decoded(kind, data)
    except EventError as wrong:
        raise _below(place, wrong) from None


def _decoded(kind: type[T], data: Any) -> T:
    if not isinstance(data, Mapping):
        raise EventError("field.type", field="", expected="object")
    parts, required = _by_name(kind)
    fields = {}
    for name, value in data.items():
        part = parts.get(name)
        if part is None:
            # The key is not repeated: it may be a name in the wrong place.
            raise EventError("field.unknown", field="", known=", ".join(parts))
        # Where a value stands is only put together when it is wrong: replaying a register reads
        # millions that are not.
        try:
            fields[name] = part.read(value)
        except EventError as wrong:
            raise _below(name, wrong) from None
    if not required <= fields.keys():
        raise EventError("field.missing", field=min(required - fields.keys()))
    return kind(**fields)


def faults(kind: type, data: Mapping[str, Any], place: str) -> Iterator[EventError]:
    """Yield every field that ``decode`` would raise for, one error for each.

    >>> from pst_standards.complaints.payloads import Classified
    >>> [one.key for one in faults(Classified, {"complaint_class": "x", "y": 1}, "data")]
    ['choice.unknown', 'field.unknown']
    """
    parts, required = _by_name(kind)
    for name, value in data.items():
        if name not in parts:
            yield _below(place, EventError("field.unknown", field="", known=", ".join(parts)))
            continue
        try:
            parts[name].read(value)
        except EventError as wrong:
            yield _below(place, _below(name, wrong))
    for name in sorted(required - data.keys()):
        yield EventError("field.missing", field=".".join(filter(None, (place, name))))


def _below(place: str, wrong: EventError) -> EventError:
    """Return an error with its field told from one level further up."""
    field = ".".join(part for part in (place, str(wrong.params["field"])) if part)
    return EventError(wrong.key, **{**wrong.params, "field": field})


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
def _by_name(kind: type) -> tuple[Mapping[str, _Part], frozenset[str]]:
    parts = _parts(kind)
    return {part.name: part for part in parts}, frozenset(one.name for one in parts if one.required)


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
    return lambda value: None if value is None else read(value)


def _reader_of(kind: Any) -> Convert:
    if get_origin(kind) is tuple:
        return _list_reader(_reader(get_args(kind)[0]))
    if issubclass(kind, Choice):
        return _choice_reader(kind)
    if issubclass(kind, dt.date):
        return _time_reader(kind)
    if attrs.has(kind):
        return lambda value: _decoded(kind, value)
    return _plain_reader(kind)


def _list_reader(item: Convert) -> Convert:
    def read(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise EventError("field.type", field="", expected="list")
        return tuple([item(one) for one in value])

    return read


def _choice_reader(kind: type[Choice]) -> Convert:
    known = {one.value: one for one in kind}
    names = ", ".join(map(str, known))

    def read(value: Any) -> Any:
        found = known.get(value) if isinstance(value, str) else None
        if found is None:
            raise EventError("choice.unknown", field="", known=names)
        return found

    return read


def _time_reader(kind: type[dt.date]) -> Convert:
    def read(value: Any) -> Any:
        try:
            return kind.fromisoformat(value)
        except (TypeError, ValueError):
            raise EventError("field.type", field="", expected=kind.__name__) from None

    return read


def _plain_reader(kind: type) -> Convert:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise EventError("field.type", field="", expected=kind.__name__)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise EventError("text.too-long", field="", most=LONGEST_TEXT)
        return value

    return read
