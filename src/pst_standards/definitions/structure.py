"""From plain data to the model and back: strict, lossless, no guessing.

Structuring never turns one type into another: ``"tidak"`` is no truth value and ``2.0`` no count.
What is not understood lands in ``extras`` and comes back out on the way home.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, Union, get_args, get_origin

import attrs

from pst_standards.findings import Confidence
from pst_standards.model.base import (
    Choice,
    ComponentName,
    Confirmation,
    Count,
    FrozenMap,
    Ident,
    Mark,
    Node,
    OfficeCode,
    Percent,
    Rupiah,
    Text,
    maker,
    remember,
)
from pst_standards.model.definition import Definition

if TYPE_CHECKING:
    from cattrs import Converter

IDENT: Final = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")
OFFICE_CODE: Final = re.compile(r"[0-9]*\Z")
CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-5][0-9])\Z"
)
_FULL: Final = 100
_SHORT: Final = 1000

Hook: TypeAlias = Callable[..., Any]


class ShapeError(ValueError):
    """Data does not have the shape of the format; the schema says where and why."""


def _refuse(value: object) -> NoReturn:
    raise ShapeError(type(value).__name__)


def _text(value: Any, _: object) -> Text:
    if type(value) is str:
        return _shared_text(value) if len(value) <= _SHORT else Text(value)
    if type(value) is not dict or not value:
        _refuse(value)
    first, second = value.get("id"), value.get("en")
    said = [one for one in (first, second) if one is not None]
    if len(said) != len(value) or any(type(one) is not str for one in said):
        _refuse(value)
    return Text(first, second)


# Offices share most of their texts, and a text never changes.
_shared_text = lru_cache(maxsize=4096)(Text)


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


def _office_code(value: Any, _: object) -> str:
    return value if type(value) is str and OFFICE_CODE.match(value) else _refuse(value)


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


def _moment(value: Any, _: object) -> dt.datetime:
    if type(value) is str and MOMENT.match(value):
        try:
            return dt.datetime.fromisoformat(value)
        except ValueError:
            _refuse(value)
    _refuse(value)


_SCALARS: Final[Mapping[Any, Hook]] = {
    Text: _text,
    str: _string,
    bool: _boolean,
    int: _integer,
    Rupiah: _natural,
    Count: _natural,
    Percent: _percent,
    Ident: _ident,
    OfficeCode: _office_code,
    ComponentName: _string,
    dt.date: _date,
    dt.time: _time,
    dt.datetime: _moment,
}


def _choice(cls: type[Enum]) -> Hook:
    members = {member.value: member for member in cls}

    def structure(value: Any, _: object = None) -> Any:
        found = members.get(value) if type(value) is str else None
        return _refuse(value) if found is None else found

    return structure


def _filled(annotation: Any) -> Any:
    """Return what a field holds that may be empty; of any other, what it holds."""
    if get_origin(annotation) not in {Union, UnionType}:
        return annotation
    return next(arg for arg in get_args(annotation) if arg is not NoneType)


def _optional(annotation: Any) -> Hook:
    hook = hook_of(_filled(annotation))
    return lambda value, _=None: None if value is None else hook(value, None)


def _list(annotation: Any) -> Hook:
    entry = hook_of(get_args(annotation)[0])

    def structure(value: Any, _: object = None) -> Any:
        if type(value) is not list:
            _refuse(value)
        return tuple([entry(part, None) for part in value])

    return structure


def _map(annotation: Any) -> Hook:
    entry = hook_of(get_args(annotation)[1])

    def structure(value: Any, _: object = None) -> Any:
        if type(value) is not dict:
            _refuse(value)
        return FrozenMap({key: entry(part, None) for key, part in value.items()})

    return structure


def _node(cls: Any) -> Hook:
    """Make the hook of a model class: only keys that are there cost anything.

    Hooks of single fields are made when a definition first uses them, as the definition of one
    office leaves out most of what the format can say.
    """
    types = {field.name: field.type for field in attrs.fields(cls) if field.metadata}
    open_ended = issubclass(cls, Node)
    make = maker(cls) if open_ended else lambda fields: cls(**fields)
    # Of a field that may be empty, the hook of what it holds: nearly all that is there is filled.
    hooks: dict[str, Hook] = {}

    def structure(value: Any, _: object = None) -> Any:
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
                hook = hooks[key] = hook_of(_filled(types[key]))
            fields[key] = hook_of(types[key])(None, None) if part is None else hook(part, None)
        if extras:
            if not open_ended:
                _refuse(value)
            fields["extras"] = FrozenMap(extras)
        return make(fields)

    return structure


@remember
def hook_of(annotation: Any) -> Hook:
    """Return the function that structures values of one type of the model.

    It takes the value and, as cattrs calls it, the type; it raises ``ShapeError`` or ``TypeError``.
    """
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    origin = get_origin(annotation)
    if origin in {Union, UnionType}:
        return _optional(annotation)
    if origin is not None:
        return _list(annotation) if origin is tuple else _map(annotation)
    return _choice(annotation) if issubclass(annotation, Enum) else _node(annotation)


def make_converter() -> Converter:
    """Make a cattrs converter that knows the model, for classes of your own that hold parts of it.

    Loading a definition does not go through it: importing cattrs would cost more than the whole
    of a small definition. Both use the same functions, and a test holds them equal.

    >>> from pst_standards.model.delivery import Fee
    >>> make_converter().structure({"kind": "free"}, Fee).kind.id
    'Tidak dipungut biaya'
    """
    from cattrs import Converter

    converter = Converter(detailed_validation=False)
    for scalar in set(_SCALARS) - {str, bool, int}:
        converter.register_structure_hook(scalar, hook_of(scalar))
    parts = (Node, Choice, Confidence, Mark, Confirmation)

    def is_part(cls: Any) -> bool:
        return isinstance(cls, type) and issubclass(cls, parts)

    converter.register_structure_hook_factory(is_part, hook_of)
    converter.register_unstructure_hook_func(is_part, plain)
    converter.register_unstructure_hook(Text, plain)
    return converter


def structure(data: Mapping[str, Any], cls: type[Any] = Definition) -> Any:
    """Build a model object from plain data.

    Raises ``ShapeError`` (or ``TypeError`` for a missing id) at the first thing that does not
    fit; ``shape_findings`` words all of them.

    >>> structure({"services": [{"id": "library", "name": "Perpustakaan"}]}).services[0].name.id
    'Perpustakaan'
    """
    return hook_of(cls)(data, None)


def plain(value: Any) -> Any:
    """Turn a model object into plain data as a definition file holds it; empty fields fall away.

    >>> plain(structure({"lang": "id", "unknown": 1}))
    {'format': 'pst-definition/1', 'lang': 'id', 'unknown': 1}
    """
    return _writer(type(value))(value)


@remember
def _writer(cls: type) -> Callable[[Any], Any]:
    """Return the function that makes values of a type plain; asked once for each of them."""
    if issubclass(cls, Node):
        return _plain_node
    if issubclass(cls, tuple | list):
        return lambda value: [plain(part) for part in value]
    if issubclass(cls, Mapping):
        return lambda value: {key: plain(part) for key, part in value.items()}
    return _leaf_writer(cls)


def _leaf_writer(cls: type) -> Callable[[Any], Any]:
    if issubclass(cls, Enum):
        return lambda value: value.value
    if issubclass(cls, dt.time):
        return lambda value: value.strftime("%H:%M")
    if issubclass(cls, dt.date):
        return lambda value: value.isoformat()
    if not attrs.has(cls):
        return lambda value: value
    # Texts, marks and confirmations are no nodes, but have fields all the same.
    names = tuple(attribute.name for attribute in attrs.fields(cls))
    if issubclass(cls, Text):
        return lambda value: value.id if value.en is None else _fields(value, names)
    return lambda value: _fields(value, names)


def _plain_node(node: Node) -> dict[str, Any]:
    fields = {name: plain(part) for name, part in node.stated() if name != "extras"}
    return {**fields, **node.extras}


def _fields(value: Any, names: tuple[str, ...]) -> dict[str, Any]:
    parts = ((name, getattr(value, name)) for name in names)
    return {name: plain(part) for name, part in parts if part is not None}
