"""Frozen values whose classes cost nothing to define.

A process that scores the table of one office reads a hundred rows and is done: importing attrs and
having it write and compile two dozen classes would take longer than all the work. So the values of
this room share one constructor, as the parts of a definition do; type checkers see each as a frozen
data class with its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    NamedTuple,
    NoReturn,
    Self,
    TypeVar,
    cast,
    dataclass_transform,
)

if TYPE_CHECKING:
    from inspect import Signature

_Value = TypeVar("_Value")


class _Made(NamedTuple):
    """A default that is made anew for each value."""

    factory: Callable[[], Any]


def made(*, factory: Callable[[], _Value]) -> _Value:
    """Declare a field whose default is made anew for each value, such as an empty mapping."""
    # A reader of the field gets what it makes.
    return cast("_Value", _Made(factory))


class _Words(str):
    """An annotation as it stands in the source, without quotes around it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class _Signature:
    """What ``help`` and editors show of a constructor, put together when somebody looks."""

    def __get__(self, value: object, cls: type[Record]) -> Signature:
        from inspect import Parameter, Signature

        kind = Parameter.KEYWORD_ONLY if cls._kw_only else Parameter.POSITIONAL_OR_KEYWORD
        defaults = {**cls._plain, **{name: make() for name, make in cls._makers}}
        fields = [
            Parameter(
                name,
                kind,
                default=defaults.get(name, Parameter.empty),
                annotation=_Words(cls.__annotations__[name]),
            )
            for name in cls._names
        ]
        return Signature(fields)


@dataclass_transform(frozen_default=True, field_specifiers=(made,))
class Record:  # noqa: PLW1641 - most hold a mapping, so that they have no hash
    """What the values of this room share: constructor, equality by all fields, and ``repr``.

    >>> class Point(Record):
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), Point(1).changed(y=2)
    (Point(x=1, y=0), True, Point(x=1, y=2))
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _plain: ClassVar[dict[str, Any]] = {}
    _makers: ClassVar[tuple[tuple[str, Callable[[], Any]], ...]] = ()
    _kw_only: ClassVar[bool] = False
    __signature__ = _Signature()

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        """Read the fields of a class; ``kw_only`` is for type checkers and readers."""
        cls._kw_only = kw_only
        names = tuple(name for name in cls.__annotations__ if not name.startswith("_"))
        given = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        cls._names = names
        cls._makers = tuple((n, one.factory) for n, one in given.items() if isinstance(one, _Made))
        cls._plain = {name: one for name, one in given.items() if not isinstance(one, _Made)}
        for name, _ in cls._makers:
            delattr(cls, name)

    if not TYPE_CHECKING:

        def __init__(self, *given: Any, **named: Any) -> None:
            values = self.__dict__
            # The value is frozen; what it holds is set here once and never again.
            if self._plain:
                values.update(self._plain)
            if given:
                values.update(zip(self._names, given, strict=False))
            values.update(named)
            for name, make in self._makers:
                if name not in values:
                    values[name] = make()
            if len(values) != len(self._names):
                raise TypeError(self._misfit())
            self._check()

    def _check(self) -> None:
        """Refuse values that cannot be together; there are none here."""

    def _misfit(self) -> str:
        unknown = sorted(self.__dict__.keys() - set(self._names))
        missing = sorted(set(self._names) - self.__dict__.keys())
        return f"{type(self).__name__}: unknown fields {unknown}, missing fields {missing}"

    def changed(self, **fields: Any) -> Self:
        """Return the same value with some fields changed."""
        known = {name: getattr(self, name) for name in self._names}
        return type(self)(**{**known, **fields})

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._names)

    def __repr__(self) -> str:
        inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__name__}({inner})"
