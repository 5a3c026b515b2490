"""Facts that would be others without the values which nobody in the office has confirmed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Any, Final

import attrs
from attrs import evolve

from pst_standards.findings import Pointer
from pst_standards.model.base import Node, field_names
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.model.provenance import open_values
from pst_standards.model.shapes import Shape, shapes

_LIFE: Final = ("standards", "life_cycle")
_DECREE: Final = ("standards", "decree")
_SET: Final = ((*_LIFE, "adopted_on"), (*_LIFE, "in_force_from"), (*_DECREE, "date"))
_REVIEWED: Final = ((*_LIFE, "reviewed_on"), *_SET)
_DISCUSSED: Final = tuple(
    (*_LIFE, key)
    for key in ("discussed_on", "minutes", "minutes_signed_on", "participants", "participant_count")
)
_SHOWN: Final = tuple(("publications", key) for key in ("kind", "media", "url"))
_CONDUCTED: Final = (("survey", "conducted_on"),)
_RESTS_ON: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "standards": (("standards",),),
    "components": tuple(("standards", one.value) for one in Component),
    "decreed": ((*_LIFE, "adopted_on"), (*_DECREE, "date"), (*_DECREE, "number")),
    "discussed": _DISCUSSED,
    "groups": _DISCUSSED,
    "commented": ((*_LIFE, "comments"),),
    "evaluated": ((*_LIFE, "evaluated_on"), (*_LIFE, "reviewed_on")),
    **dict.fromkeys(("reviewed", "reviewed_any"), ((*_LIFE, "reviewed_on"),)),
    **dict.fromkeys(("review_months", "review_months_any"), _REVIEWED),
    "review_whole": ((*_LIFE, "review_scope"),),
    **dict.fromkeys(("published", "delivery_published", "media", "sippn"), _SHOWN),
    "maklumat": (("maklumat",),),
    "maklumat_set": tuple(("maklumat", key) for key in ("decree", "date", "signer")),
    "maklumat_whole": (("maklumat",),),
    **dict.fromkeys(
        ("maklumat_print", "maklumat_electronic"), (("maklumat", "publications"), *_SHOWN)
    ),
    "survey_planned": (("survey",),),
    "survey_conducted": _CONDUCTED,
    "survey_by_rule": (("survey",),),
    **dict.fromkeys(
        ("survey_media", "survey_print", "survey_electronic"), (("survey", "results"), *_SHOWN)
    ),
}
"""Where the values stand that a fact is told from."""
_SPOKEN: Final = 2
"""Steps of a path that are told; what lies deeper is not told apart."""
_SHOWN_PLACES: Final = 4


def unconfirmed(definition: Definition) -> tuple[Pointer, ...]:
    """Return where the values stand that are in doubt and that nobody confirmed."""
    released = getattr(definition.origin, "released", None)
    return tuple(one.pointer for one in open_values(definition, released=released))


def without(definition: Definition, pointers: Collection[Pointer]) -> Definition:
    """Return a definition without some values; a part of which nothing is left goes too.

    >>> from pst_standards.model.office import Office
    >>> without(Definition(lang="id", office=Office(name="BPS")), {("office", "name")}).office
    """
    left = _without(definition, (), frozenset(pointers))
    return definition if left is None else left


def places_of(fact: str, pointers: Iterable[Pointer]) -> tuple[Pointer, ...]:
    """Return those of the pointers from whose values a fact is told.

    >>> places_of("survey_conducted", [("survey", "conducted_on"), ("survey", "method")])
    (('survey', 'conducted_on'),)
    """
    paths = _RESTS_ON.get(fact, ())
    return tuple(one for one in pointers if any(_keys(one)[: len(path)] == path for path in paths))


def places_told(pointers: Iterable[Pointer], lang: str) -> tuple[tuple[str, ...], int]:
    """Return places in the words of the format, the first few, and how many more there are.

    >>> places_told([("survey", "conducted_on")], "en")[1]
    0
    """
    told = dict.fromkeys(_in_words(_keys(one)[:_SPOKEN], lang) for one in pointers)
    return tuple(islice(told, _SHOWN_PLACES)), max(0, len(told) - _SHOWN_PLACES)


def _keys(pointer: Pointer) -> tuple[str, ...]:
    return tuple(step for step in pointer if isinstance(step, str))


def _in_words(keys: tuple[str, ...], lang: str) -> str:
    shape: Shape | None = Shape("node", Definition)
    labels: list[str] = []
    for key in keys:
        while shape is not None and shape.kind in {"list", "map"}:
            shape = shape.item
        if shape is None or shape.kind != "node":
            break
        labels.append(str(attrs.fields_dict(shape.type)[key].metadata[lang]))
        shape = shapes(shape.type).get(key)
    return ": ".join(labels)


def _without(node: Any, pointer: Pointer, gone: frozenset[Pointer]) -> Any:
    """Return a node without the values, itself where it has none of them, ``None`` if empty."""
    changed: dict[str, Any] = {}
    for name in field_names(type(node)):
        value, place = getattr(node, name), (*pointer, name)
        left = _blank(value) if place in gone else _left(value, place, gone)
        if left is not value:
            changed[name] = left
    if not changed:
        return node
    # What says nothing of its own any more is not there: a plan without a word is no plan.
    rest = evolve(node, **changed)
    return rest if pointer == () or _says_something(rest) else None


def _left(value: Any, place: Pointer, gone: frozenset[Pointer]) -> Any:
    if isinstance(value, Node):
        return _without(value, place, gone)
    if not (isinstance(value, tuple) and value and isinstance(value[0], Node)):
        return value
    items = [_without(one, (*place, number), gone) for number, one in enumerate(value)]
    if all(one is was for one, was in zip(items, value, strict=True)):
        return value
    return tuple(one for one in items if one is not None)


def _blank(value: Any) -> Any:
    if isinstance(value, tuple):
        return ()
    return type(value)() if isinstance(value, Mapping) else None


_ABOUT: Final = frozenset({"id", "source", "confidence", "marks", "confirmed", "extras"})


def _says_something(node: Node) -> bool:
    return any(
        getattr(node, name) not in (None, (), {})
        for name in field_names(type(node))
        if name not in _ABOUT
    )
