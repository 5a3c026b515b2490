"""From plain data to the model and back: strict, lossless, no guessing.

Structuring never turns one type into another: ``"tidak"`` is no truth value and ``2.0`` no count.
What is not understood lands in ``extras`` and comes back out on the way home.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, NoReturn, Union, get_args, get_origin

import attrs

from pst_standards.model.base import Count, FrozenMap, Ident, Node, Percent, Rupiah, Text
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import shapes

if TYPE_CHECKING:
    from cattrs import Converter

IDENT: Final = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")
CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_FULL: Final = 100


class ShapeError(ValueError):
    """Data does not have the shape of the format; the schema says where and why."""


def _refuse(value: object) -> NoReturn:
    raise ShapeError(type(value).__name__)


def _text(value: Any, _: object) -> Text:
    if type(value) is str:
        return Text(value)
    if type(value) is not dict or not value or not value.keys() <= {"id", "en"}:
        _refuse(value)
    return Text(**{lang: _string(part, str) for lang, part in value.items()})


def _string(value: Any, _: object) -> str:
    return value if type(value) is str else _refuse(value)


def _boolean(value: Any, _: object) -> bool:
    return value if type(value) is bool else _refuse(value)


def _integer(value: Any, _: object) -> int:
    return value if type(value) is int else _refuse(value)


def _natural(value: Any, _: object) -> int:
    return value if type(value) is int and value >= 0 else _refuse(value)


def _percent(value: Any, _: object) -> int:
    return value if type(value) is int and 0 <= value <= _FULL else _refuse(value)


def _ident(value: Any, _: object) -> str:
    return value if type(value) is str and IDENT.match(value) else _refuse(value)


def _date(value: Any, _: object) -> dt.date:
    if type(value) is str and DAY.match(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            _refuse(value)  # 31 February looks like a date and is none
    _refuse(value)


def _time(value: Any, _: object) -> dt.time:
    if type(value) is str and CLOCK.match(value):
        return dt.time.fromisoformat(value)
    _refuse(value)


_SCALARS: Final[Mapping[Any, Callable[[Any, Any], Any]]] = {
    Text: _text,
    str: _string,
    bool: _boolean,
    int: _integer,
    Rupiah: _natural,
    Count: _natural,
    Percent: _percent,
    Ident: _ident,
    dt.date: _date,
    dt.time: _time,
}


def _choice(cls: type[Enum]) -> Callable[[Any, Any], Any]:
    members = {member.value: member for member in cls}

    def structure(value: Any, _: object) -> Any:
        found = members.get(value) if type(value) is str else None
        return _refuse(value) if found is None else found

    return structure


def _list(annotation: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    (inner, _) = get_args(annotation)
    entry = converter.get_structure_hook(inner)

    def structure(value: Any, _: object) -> Any:
        if type(value) is not list:
            _refuse(value)
        return tuple([entry(part, None) for part in value])

    return structure


def _map(annotation: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    (_, inner) = get_args(annotation)
    entry = converter.get_structure_hook(inner)

    def structure(value: Any, _: object) -> Any:
        if type(value) is not dict:
            _refuse(value)
        return FrozenMap({key: entry(part, None) for key, part in value.items()})

    return structure


def _optional(annotation: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    inner = next(arg for arg in get_args(annotation) if arg is not NoneType)
    hook = converter.get_structure_hook(inner)
    return lambda value, _: None if value is None else hook(value, None)


def _node(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """Make the hook of a model class: only keys that are there cost anything.

    Hooks of single fields are looked up when a definition first uses them, as most definitions
    of one office leave out most of what the format can say.
    """
    types = {name: attrs.fields_dict(cls)[name].type for name in shapes(cls)}
    open_ended = issubclass(cls, Node)
    hooks: dict[str, Callable[[Any, Any], Any]] = {}

    def hook_of(key: str) -> Callable[[Any, Any], Any]:
        hooks[key] = converter.get_structure_hook(types[key])
        return hooks[key]

    def structure(value: Any, _: object) -> Any:
        if type(value) is not dict:
            _refuse(value)
        fields: dict[str, Any] = {}
        extras: dict[str, Any] = {}
        for key, part in value.items():
            hook = hooks.get(key)
            if hook is None:
                if key not in types:
                    extras[key] = part
                    continue
                hook = hook_of(key)
            fields[key] = hook(part, None)
        if not extras:
            return cls(**fields)
        return cls(**fields, extras=FrozenMap(extras)) if open_ended else _refuse(value)

    return structure


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(detailed_validation=False)
    for scalar, hook in _SCALARS.items():
        converter.register_structure_hook(scalar, hook)

    def is_origin(origin: type) -> Callable[[Any], bool]:
        return lambda annotation: getattr(annotation, "__origin__", None) is origin

    converter.register_structure_hook_factory(
        lambda cls: isinstance(cls, type) and issubclass(cls, Enum), _choice
    )
    converter.register_structure_hook_factory(
        lambda annotation: get_origin(annotation) in {Union, UnionType}, _optional
    )
    converter.register_structure_hook_factory(is_origin(tuple), _list)
    converter.register_structure_hook_factory(is_origin(Mapping), _map)
    converter.register_structure_hook_factory(lambda cls: attrs.has(cls) and cls is not Text, _node)
    return converter


def structure(data: Mapping[str, Any], cls: type[Any] = Definition) -> Any:
    """Build a model object from plain data.

    Raises ``ShapeError`` (or ``TypeError`` for a missing id) at the first thing that does not
    fit; ``shape_findings`` words all of them.

    >>> structure({"services": [{"id": "library", "name": "Perpustakaan"}]}).services[0].name.id
    'Perpustakaan'
    """
    return _converter().structure(data, cls)


def plain(value: Any) -> Any:
    """Turn a model object into plain data as a definition file holds it; empty fields fall away.

    >>> plain(structure({"lang": "id", "unknown": 1}))
    {'format': 'pst-definition/1', 'lang': 'id', 'unknown': 1}
    """
    if isinstance(value, Node):
        fields = {name: plain(part) for name, part in value.stated() if name != "extras"}
        return {**fields, **value.extras}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return _plain_leaf(value)


def _plain_leaf(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Text) and value.en is None:
        return value.id
    # Texts, marks and confirmations are no nodes, but have fields all the same.
    return _fields(value) if attrs.has(type(value)) else value


def _fields(value: Any) -> dict[str, Any]:
    names = (attribute.name for attribute in attrs.fields(type(value)))
    parts = ((name, getattr(value, name)) for name in names)
    return {name: plain(part) for name, part in parts if part is not None}
