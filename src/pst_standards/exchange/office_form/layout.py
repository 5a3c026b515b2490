"""Which sheets a definition has, taken from the model: a part, a list, and what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias

import attrs
from attrs import frozen

from pst_standards.model.base import Node
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes

Keys: TypeAlias = tuple[str, ...]
"""Keys of a definition; a star stands for any item of a list."""

STAR: Final = "*"
ASIDE: Final = frozenset({"source", "confidence", "marks", "confirmed"})
"""Keys that every part has: what is said about values, not the values themselves."""
CONFIRMED: Final = "confirmed"
"""Of these keys the one that an office itself fills in, for a whole sheet."""
BLOCKS: Final = frozenset({("standards",)})
"""Lists whose items are too wide for a row: each field of each item has a row instead."""
TEXT_FORMAT: Final = "@"
"""Of cells in which digits stay as they were typed, with the zeros at their beginning."""
_OF_REPAIR: Final = ("repair", "responsible")
_ON_SIGN: Final = frozenset({"name", "position", "street", "phone"})
"""Of who answers for a repair: what the sign says (UU 25/2009 Pasal 28 ayat (3))."""
_OF_SIGNER: Final = frozenset({"name", "position", "id_number", "rank"})
USUAL: Final[frozenset[Keys]] = frozenset(
    tuple(path.split("/"))
    for path in (
        "office/opening_hours",
        "services",
        "standards/*/life_cycle/comments",
        "standards/*/requirements/items",
        "standards/*/procedure/steps",
        "standards/*/time_limit/limits",
        "standards/*/fee/items",
        "standards/*/product/items",
        "standards/*/legal_basis/regulations",
        "standards/*/competence/items",
        "standards/*/safety_guarantee/measures",
        "compensation/rules",
        "compensation/rules/*/tiers",
        "compensation/rules/*/tiers/*/remedies",
        "complaints/channels",
        "complaints/clocks",
        "complaints/rights",
        "facilities",
        "staff/groups",
        "staff/competences",
        "publications",
    )
)
"""Lists that have a sheet even while they are empty; others get one when they hold something."""


@frozen
class Leaf:
    """A value that fits into one cell: its keys below the part, its class and its shape."""

    keys: Keys
    owner: type
    shape: Shape

    @property
    def bilingual(self) -> bool:
        """Whether it holds text in two languages, and so has a second cell."""
        return self.shape.innermost.kind == "text"

    @property
    def asked(self) -> bool:
        """Whether an empty form asks for it: a signer is reached at the office.

        >>> from pst_standards.model.channel import Decree
        >>> [leaf.keys[-1] for leaf in leaves(Decree) if leaf.asked and leaf.keys[0] == "signer"]
        ['name', 'position', 'id_number', 'rank']
        """
        if self.keys[:2] == _OF_REPAIR:
            return self.keys[-1] in _ON_SIGN
        return "signer" not in self.keys or self.keys[-1] in _OF_SIGNER

    @property
    def dated(self) -> bool:
        """Whether it holds a day."""
        return self.shape.type is dt.date

    @property
    def number_format(self) -> str:
        """The number format of its cells: without one Excel takes digits away from a text.

        >>> from pst_standards.model.channel import Official
        >>> [leaf.number_format for leaf in leaves(Official) if leaf.keys == ("id_number",)]
        ['@']
        """
        if self.dated:
            return "dd/mm/yyyy"
        counted = self.shape.kind == "scalar" and self.shape.type in {int, float, bool}
        return "General" if counted else TEXT_FORMAT


@frozen
class Part:
    """A sheet: the place of its values in a definition, and the class that they belong to.

    ``listed`` tells that it holds the items of a list, ``blocks`` that each field has a row.
    """

    keys: Keys
    cls: type
    listed: bool
    leaves: tuple[Leaf, ...]

    @property
    def blocks(self) -> bool:
        """Whether each field has a row, instead of each item."""
        return not self.listed or self.keys in BLOCKS

    @property
    def numbered(self) -> bool:
        """Whether its items have no ids, so that their places in the list stand for them."""
        return self.listed and all(leaf.keys != ("id",) for leaf in self.leaves)

    @property
    def parents(self) -> int:
        """How many lists lie around it."""
        return self.keys.count(STAR)

    def around_at(self, place: int) -> Keys:
        """Return the list around it, counted from the outermost."""
        stars = [index for index, key in enumerate(self.keys) if key == STAR]
        return self.keys[: stars[place]]

    def title(self, lang: str) -> str:
        """Return what people call it; a list in a component is called by the component.

        >>> [part.title("id") for part in parts() if part.keys[-2:] == ("requirements", "items")]
        ['Persyaratan']
        """
        names = list(_titles(self.keys, lang))
        plain = self.keys[-1] in {"items", "limits", "regulations"}
        return names[-2 if plain and len(names) > 1 else -1]

    def around(self, lang: str) -> str:
        """Return what people call the part around it."""
        names = list(_titles(self.keys, lang))
        return names[-2] if len(names) > 1 else ""


def is_node(shape: Shape | None) -> bool:
    """Tell whether a shape is a part of the model with fields of its own."""
    return shape is not None and shape.kind == "node" and issubclass(shape.type, Node)


def is_list(shape: Shape | None) -> bool:
    """Tell whether a shape is a list of parts."""
    return shape is not None and shape.kind == "list" and is_node(shape.item)


@cache
def parts() -> tuple[Part, ...]:
    """Return every part that may have a sheet, in the order of the model; the head comes first.

    >>> ["/".join(part.keys) for part in parts()][:4]
    ['', 'office', 'office/opening_hours', 'office/calendar/changes']
    """
    head = tuple(leaf for leaf in leaves(Definition) if len(leaf.keys) == 1)
    found = [Part((), Definition, listed=False, leaves=head + confirming(Definition))]
    for name, shape in shapes(Definition).items():
        if is_node(shape):
            own = leaves(shape.type) + confirming(shape.type)
            found.append(Part((name,), shape.type, listed=False, leaves=own))
            found += _lists(shape.type, (name,))
        elif is_list(shape) and shape.item is not None:
            found += _list((name,), shape.item.type)
    return tuple(found)


def _lists(cls: type, keys: Keys) -> Iterator[Part]:
    for name, shape in shapes(cls).items():
        if name in ASIDE:
            continue
        if is_node(shape):
            yield from _lists(shape.type, (*keys, name))
        elif is_list(shape) and shape.item is not None:
            yield from _list((*keys, name), shape.item.type)


def _list(keys: Keys, cls: type) -> Iterator[Part]:
    own = leaves(cls) + (confirming(cls) if keys in BLOCKS else ())
    yield Part(keys, cls, listed=True, leaves=own)
    yield from _lists(cls, (*keys, STAR))


@cache
def leaves(cls: type) -> tuple[Leaf, ...]:
    """Return the values of a class that fit into cells, also those of the parts inside it."""
    return tuple(_leaves(cls, ()))


def confirming(cls: type) -> tuple[Leaf, ...]:
    """Return the values of the confirmation of a part, which stands on sheets of fields only."""
    owner = shapes(cls)[CONFIRMED].type
    return tuple(Leaf((CONFIRMED, name), owner, shape) for name, shape in shapes(owner).items())


def _leaves(cls: type, keys: Keys) -> Iterator[Leaf]:
    for name, shape in shapes(cls).items():
        if name in ASIDE or is_list(shape):
            continue
        if is_node(shape):
            if keys or cls is not Definition:
                yield from _leaves(shape.type, (*keys, name))
        elif shape.kind != "map":
            yield Leaf((*keys, name), cls, shape)


def _titles(keys: Keys, lang: str) -> Iterator[str]:
    cls: type = Definition
    for key in keys:
        if key != STAR:
            yield str(attrs.fields_dict(cls)[key].metadata[lang])
            cls = shapes(cls)[key].innermost.type
