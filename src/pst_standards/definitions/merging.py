"""Laying one layer over another: national, province, office.

Mappings merge key by key, texts per language, lists with ids item by item, other lists as a
whole; ``null`` removes a key and ``remove: true`` an item. What is said about a value (source,
confidence) travels with the layer that states the value: an office that overrides an unverified
figure of the base does not inherit the doubt, and an illustration of the office does not spoil
the verified texts around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes

REMOVE: Final = "remove"
ABOUT: Final = frozenset({"source", "confidence", "marks", REMOVE})
_ROOT: Final = Shape("node", Definition)


class About(NamedTuple):
    """What is said about a value: its source and how sure it is."""

    source: str | None = None
    confidence: str | None = None

    def inside(self, node: Mapping[str, Any]) -> About:
        """Return what is said about the parts of a node that stands in this context."""
        return About(node.get("source", self.source), node.get("confidence", self.confidence))

    def of(self, node: Mapping[str, Any], key: str) -> About:
        """Return what is said about one field; ``self`` must hold inside the node already."""
        marks = node.get("marks")
        mark = marks.get(key) if isinstance(marks, dict) else None
        if not isinstance(mark, dict):
            return self
        return About(mark.get("source"), mark.get("confidence"))

    def plain(self) -> dict[str, str]:
        """Return it as a mark in a definition file."""
        parts = {"source": self.source, "confidence": self.confidence}
        return {name: value for name, value in parts.items() if value is not None}


NOTHING: Final = About()


def clean(value: Any) -> Any:
    """Copy a value of a single layer without the keys and items that it removes."""
    if isinstance(value, dict):
        return {
            key: clean(part) for key, part in value.items() if part is not None and key != REMOVE
        }
    if isinstance(value, list):
        return [clean(part) for part in value if not _removed(part)]
    return value


def _removed(item: Any) -> bool:
    return isinstance(item, dict) and item.get(REMOVE) is True


def merge(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    """Lay ``upper`` over ``lower``; neither is changed and ``lower`` is clean.

    >>> merge({"office": {"name": "A", "fax": "1"}}, {"office": {"name": "B", "fax": None}})
    {'office': {'name': 'B'}}
    """
    return _merge_node(lower, upper, _ROOT, (NOTHING, NOTHING))


def _merge_node(
    lower: Mapping[str, Any], upper: Mapping[str, Any], shape: Shape, about: tuple[About, About]
) -> dict[str, Any]:
    inside, stated = about[0].inside(lower), about[1].inside(upper)
    fields = shapes(shape.type)
    result = dict(lower)
    marks = dict(lower.get("marks") or {})
    for key, value in upper.items():
        if key in ABOUT or (key == "id" and lower.get(key) == value):
            continue  # an id that finds an item states nothing new of it
        if value is None:
            result.pop(key, None)
            marks.pop(key, None)
            continue
        said = (inside.of(lower, key), stated.of(upper, key))
        field = fields.get(key)
        merged = None
        if key in lower and field is not None:
            merged = _merge_value(lower[key], value, field, said)
        if merged is None:
            result[key] = clean(value)
            _set_mark(marks, key, said[1], inside)
        elif key in result and field is not None and field.kind == "text":
            result[key] = merged
            _set_mark(marks, key, said[1], inside)
        else:
            result[key] = merged
    return _with_marks(result, marks)


def _with_marks(result: dict[str, Any], marks: dict[str, Any]) -> dict[str, Any]:
    if marks:
        result["marks"] = marks
    else:
        result.pop("marks", None)
    return result


def _set_mark(marks: dict[str, Any], key: str, wanted: About, context: About) -> None:
    if wanted == context:
        marks.pop(key, None)
    else:
        marks[key] = wanted.plain()


def _merge_value(lower: Any, upper: Any, shape: Shape, said: tuple[About, About]) -> Any:
    """Merge two values of one field, ``None`` when the upper one simply takes its place."""
    if shape.kind == "text":
        return _merge_text(lower, upper)
    if shape.kind in {"node", "map"} and isinstance(lower, dict) and isinstance(upper, dict):
        if shape.kind == "map":
            return _merge_map(lower, upper)
        return _merge_node(lower, upper, shape, said)
    if shape.keyed and shape.item is not None and _has_ids(lower) and _has_ids(upper):
        return _merge_items(lower, upper, shape.item, said)
    return None


def _merge_text(lower: Any, upper: Any) -> Any:
    parts: dict[str, Any] = {}
    for value in (lower, upper):
        if isinstance(value, str):
            parts["id"] = value
        elif isinstance(value, dict):
            parts.update(value)
        else:
            return None
    kept = {key: part for key, part in parts.items() if part is not None}
    return kept["id"] if kept.keys() == {"id"} else kept or None


def _merge_map(lower: dict[str, Any], upper: dict[str, Any]) -> dict[str, Any]:
    both = {**lower, **upper}
    return {key: clean(value) for key, value in both.items() if value is not None}


def _has_ids(value: Any) -> bool:
    """Tell whether every item has an id of its own; with a double one none may be merged away."""
    if not isinstance(value, list):
        return False
    ids = [item.get("id") for item in value if isinstance(item, dict)]
    return len(ids) == len(value) == len({name for name in ids if isinstance(name, str)})


def _merge_items(
    lower: list[Any], upper: list[Any], shape: Shape, said: tuple[About, About]
) -> list[Any]:
    changes = {item["id"]: item for item in upper}
    result = []
    for item in lower:
        change = changes.pop(item["id"], None)
        if change is None:
            result.append(item)
        elif not _removed(change):
            result.append(_merge_node(item, change, shape, said))
    result.extend(_placed(clean(item), said) for item in changes.values() if not _removed(item))
    return result


def _placed(item: dict[str, Any], said: tuple[About, About]) -> dict[str, Any]:
    """Let a new item keep what its own layer says of it inside the list of a lower layer."""
    context, stated = said
    if context == stated:
        return item
    inside = stated.inside(item)
    if inside != NOTHING:
        return {**item, **inside.plain()}
    marks: dict[str, Any] = {key: {} for key in item if key not in ABOUT and key != "id"}
    return {**item, "marks": {**marks, **item.get("marks", {})}}
