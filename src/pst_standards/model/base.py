"""What every value of a definition has in common: terms, texts, marks of provenance.

Modules of this room evaluate their annotations at once (no ``from __future__ import
annotations``): the structurer and the schema generator read the types, and resolving strings
for some sixty classes would cost more than loading a small definition.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, NewType, NoReturn, ParamSpec, Self, TypeAlias, TypeVar

import attrs
from attrs import field

from pst_standards.findings import Confidence

if TYPE_CHECKING:
    from attrs import frozen as frozen  # noqa: PLC0414 - an export of this module
else:
    # Type checkers see attrs' own decorator with its typed constructors. At run time all nodes
    # share the constructor of Node: writing and compiling sixty would take longer than loading
    # a small definition.
    frozen = partial(attrs.frozen, init=False)

_Params = ParamSpec("_Params")
_Result = TypeVar("_Result")


def remember(function: Callable[_Params, _Result]) -> Callable[_Params, _Result]:
    """Cache a function of classes; ``functools.cache`` as typed would refuse ``type[Node]``."""
    return cache(function)  # type: ignore[return-value]


if TYPE_CHECKING:
    # Whoever builds parts in Python writes plain texts and numbers; the loader checks the files.
    Ident: TypeAlias = str
    OfficeCode: TypeAlias = str
    ComponentName: TypeAlias = str
    Rupiah: TypeAlias = int
    Count: TypeAlias = int
    Percent: TypeAlias = int
else:
    Ident = NewType("Ident", str)
    """Name of an item, to refer to it and merge layers: ``a-z``, ``0-9``, ``.``, ``_``, ``-``."""
    OfficeCode = NewType("OfficeCode", str)
    """Code of an office of BPS, in digits alone."""
    ComponentName = NewType("ComponentName", str)
    """One of the fourteen components, by its key or its letter; rules tell of any other word."""
    Rupiah = NewType("Rupiah", int)
    """Whole rupiah, never negative."""
    Count = NewType("Count", int)
    """A number of things or time units, never negative."""
    Percent = NewType("Percent", int)
    """Whole percent, 0 to 100."""


class FrozenMap(dict[str, Any]):
    """A mapping that cannot be changed, and that can be hashed, copied and pickled.

    >>> FrozenMap(a=1)["a"]
    1
    """

    def _refuse(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise TypeError("a FrozenMap cannot be changed")

    __setitem__ = __delitem__ = __ior__ = _refuse
    update = pop = popitem = clear = setdefault = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self))

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, Any]]]:
        return type(self), (dict(self),)


EMPTY: Final[Mapping[str, Any]] = FrozenMap()
_EMPTIES: Final = ((), EMPTY)


class Choice(Enum):
    """One of a fixed set of keys; each carries its Indonesian and English term.

    >>> class Colour(Choice):
    ...     RED = "red", "Merah", "Red"
    >>> Colour("red").id, Colour.RED.en
    ('Merah', 'Red')
    """

    id: str
    en: str

    # There is one object for each member: its identity tells it apart, and is hashed in C.
    __hash__ = object.__hash__

    # A plain enum member holds one value; the terms ride along as attributes.
    def __new__(cls, value: str, id: str = "", en: str = "") -> Self:  # noqa: A002, D102 - language code; private
        member = object.__new__(cls)
        member._value_ = value
        member.id = id
        member.en = en
        return member

    def term(self, lang: str) -> str:
        """Return the term in ``id`` or ``en``."""
        return self.en if lang == "en" else self.id


def term(
    id: str,  # noqa: A002 - language code
    en: str,
    *,
    cite: str = "",
    help: tuple[str, str] | None = None,  # noqa: A002 - reads as what it is
    example: object = None,
    default: object = None,
    required: bool = False,
) -> Any:
    """Declare a field with its official Indonesian term, its English one and where it comes from.

    ``help`` is a pair of sentences (id, en) for editors and the glossary; ``example`` a value
    in the notation of a definition file; ``required`` is for ids only, as a draft may lack
    anything else.
    """
    metadata = {"id": id, "en": en, "cite": cite, "help": help, "example": example}
    if required:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def terms(id: str, en: str, **facts: Any) -> Any:  # noqa: A002 - language code
    """Declare a list field: like ``term``, empty by default."""
    return term(id, en, default=(), **facts)


@attrs.frozen(slots=False)
class Text:
    """A sentence in Indonesian and, where given, in English.

    >>> Text("Buku tamu", "Guest book").get("en")
    'Guest book'
    >>> Text("Buku tamu").get("en")
    'Buku tamu'
    """

    id: str | None = None
    en: str | None = None

    def get(self, lang: str) -> str:
        """Return the text in ``lang``, in the other language where that is missing."""
        first, second = (self.en, self.id) if lang == "en" else (self.id, self.en)
        return first or second or ""

    def __str__(self) -> str:
        return self.get("id")

    def __bool__(self) -> bool:
        return bool((self.id and self.id.strip()) or (self.en and self.en.strip()))


@attrs.frozen(kw_only=True, slots=False)
class Mark:
    """Where one value comes from and how sure it is.

    An empty mark says nothing, and stops what is said of the object around it from applying.
    """

    source: str | None = term("Sumber", "Source")
    confidence: Confidence | None = term("Tingkat keyakinan", "Confidence")


@attrs.frozen(kw_only=True, slots=False)
class Confirmation:
    """Who confirmed the values of a part for signing, and when."""

    by: str | None = term("Dikonfirmasi oleh", "Confirmed by")
    on: date | None = term("Tanggal konfirmasi", "Confirmed on")
    note: Text | None = term("Catatan", "Note")


def counts(confirmation: Confirmation | None, released: date | None = None) -> bool:
    """Tell whether a confirmation counts: somebody, on a day not before the base was released."""
    if confirmation is None or not confirmation.by or confirmation.on is None:
        return False
    return released is None or confirmation.on >= released


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Node:
    """A part of a definition: its own fields, and what may be said about any of them.

    ``source`` and ``confidence`` hold for the part and all below it, ``marks`` for single
    fields of it; ``confirmed`` is the office's word that all below is right; ``extras`` keeps
    unknown keys so that nothing is lost. Two nodes are equal when all of that is equal.
    """

    source: str | None = term("Sumber", "Source", example="UU 25/2009")
    confidence: Confidence | None = term("Tingkat keyakinan", "Confidence", example="verified")
    marks: Mapping[str, Mark] = term("Sumber per kunci", "Marks of single keys", default=EMPTY)
    confirmed: Confirmation | None = term("Konfirmasi", "Confirmation")
    extras: Mapping[str, object] = field(default=EMPTY, kw_only=True)

    if not TYPE_CHECKING:

        def __init__(self, **fields: Any) -> None:
            defaults, required = _blank(type(self))
            if not fields.keys() <= defaults.keys() or not required <= fields.keys():
                raise TypeError(_misfit(type(self), fields.keys()))
            # The class is frozen; its values are set here once and never again.
            self.__dict__.update(defaults, **fields)

    def stated(self) -> Iterator[tuple[str, Any]]:
        """Yield the name and value of each field that is not empty."""
        for name in field_names(type(self)):
            value = getattr(self, name)
            if value is not None and value not in _EMPTIES:
                yield name, value

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in field_names(type(self)))

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in own_names(type(self))))

    def __repr__(self) -> str:
        inner = ", ".join(f"{name}={value!r}" for name, value in self.stated())
        return f"{type(self).__name__}({inner})"


_Node = TypeVar("_Node", bound=Node)


@remember
def _blank(cls: type) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the value of each field before anything is stated, and the fields that must be."""
    fields = attrs.fields(cls)
    defaults = {attribute.name: attribute.default for attribute in fields}
    return defaults, frozenset(name for name, value in defaults.items() if value is attrs.NOTHING)


def maker(cls: type[_Node]) -> Callable[[Mapping[str, Any]], _Node]:
    """Return a function that makes nodes from values by name that are known to be fields of them.

    The loader makes thousands of nodes and has looked at the names already. The function raises
    ``TypeError`` when a field that must be stated is missing.
    """
    defaults, required = _blank(cls)

    def make(fields: Mapping[str, Any]) -> _Node:
        if required and not required <= fields.keys():
            raise TypeError(_misfit(cls, fields.keys()))
        node = cls.__new__(cls)
        values = node.__dict__
        values.update(defaults)
        values.update(fields)
        return node

    return make


def _misfit(cls: type, names: Collection[str]) -> str:
    defaults, required = _blank(cls)
    unknown = sorted(set(names) - defaults.keys())
    missing = sorted(required - set(names))
    return f"{cls.__name__}: unknown fields {unknown}, missing fields {missing}"


_COMMON = ("source", "confidence", "marks", "confirmed", "extras")


@remember
def own_names(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that a class declares itself, in order."""
    return tuple(name for name in field_names(cls) if name not in _COMMON)


@remember
def field_names(cls: type) -> tuple[str, ...]:
    """Return all field names of a node class: its own first, then what all nodes have.

    A field without a term, such as the origin of a definition, is no part of the format.
    """
    names = [attribute.name for attribute in attrs.fields(cls) if attribute.metadata]
    return (*(name for name in names if name not in _COMMON), *_COMMON)
