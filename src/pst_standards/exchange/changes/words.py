"""Changes as a reader knows them: the names of the fields, and values as words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from pst_standards.documents.compose.form import component_name
from pst_standards.documents.compose.phrases import DASH
from pst_standards.exchange.changes.change import ABSENT, Change, Kind
from pst_standards.exchange.changes.comparison import Comparison, Part
from pst_standards.messages import text
from pst_standards.model.base import EMPTY, Choice
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes

_ROOT: Final = Shape("node", Definition)
_UNTOLD: Final = frozenset({"id", "source", "confidence", "marks", "confirmed"})
_NAMES: Final = frozenset({"title", "name", "text"})


def say(key: str, lang: str, /, **params: object) -> str:
    """Return a sentence of the catalogue of this room, its key without ``changes.``."""
    return text("exchange", f"changes.{key}", lang, params)


def part_title(part: Part, lang: str, names: Mapping[str, str] = EMPTY) -> str:
    """Return the title of a part: standard and component with its letter, or the names of keys.

    ``names`` has what the standards are called, by id.

    >>> part_title(Part(path=("standards", "library", "fee"), changes=()), "id")
    'library: Biaya/tarif (huruf e)'
    >>> part_title(Part(path=("office",), changes=()), "en")
    'Office'
    """
    component = part.component
    if component is None:
        return ": ".join(_labels(part.path, lang))
    name = component_name(component, lang)
    title = say("component", lang, name=name, letter=component.letter)
    return f"{names.get(part.path[1], part.path[1])}: {title}"


def standard_names(comparison: Comparison, lang: str) -> dict[str, str]:
    r"""Return what each standard is called, by id: its title, else the name of its service.

    >>> from pst_standards.definitions import loads
    >>> from pst_standards.exchange.changes.comparison import compare
    >>> new = loads("standards: [{id: a, service: b}]\nservices: [{id: b, name: Perpustakaan}]")
    >>> standard_names(compare(loads("lang: id"), new), "id")
    {'a': 'Perpustakaan'}
    """
    found: dict[str, str] = {}
    for definition in (comparison.old, comparison.new):
        services = {one.id: one.name for one in definition.services}
        for standard in definition.standards:
            name = standard.title or services.get(standard.service or "")
            if name:
                found[standard.id] = name.get(lang)
    return found


def place(part: Part, change: Change, lang: str) -> str:
    """Return where inside a part a change is, in the words of the format; empty for the part.

    >>> path = ("standards", "a", "time_limit", "limits", "main", "value")
    >>> change = Change(path=path, kind=Kind.CHANGED, old=1, new=2)
    >>> place(Part(path=path[:3], changes=()), change, "id")
    'Batas waktu: main: Nilai paling lama'
    """
    return ": ".join(list(_labels(change.path, lang))[len(part.path) :])


def values(change: Change, lang: str) -> tuple[str, str]:
    """Return what stood there and what stands there, as words; a dash where nothing does.

    >>> change = Change(path=("stage",), kind=Kind.CHANGED, old="draft", new="adopted")
    >>> values(change, "id")
    ('Rancangan', 'Sudah ditetapkan')
    """
    shape = _shape(change)
    old, new = (_words(value, shape, lang) for value in (change.old, change.new))
    return old, new


def _labels(path: tuple[str, ...], lang: str) -> Iterator[str]:
    shape: Shape | None = _ROOT
    for step in path:
        known = shape is not None and shape.kind == "node" and step in shapes(shape.type)
        yield attrs.fields_dict(shape.type)[step].metadata[lang] if known and shape else step
        shape = _inside(shape, step)


def _inside(shape: Shape | None, step: str) -> Shape | None:
    if shape is None or shape.kind in {"list", "map"}:
        return shape.item if shape else None
    return shapes(shape.type).get(step) if shape.kind == "node" else None


def _shape(change: Change) -> Shape | None:
    shape: Shape | None = _ROOT
    for step in change.path:
        shape = _inside(shape, step)
    return None if change.kind is Kind.ORDERED else shape


def _words(value: Any, shape: Shape | None, lang: str) -> str:
    if value is ABSENT or value is None:
        return DASH
    if isinstance(value, bool):
        return say("yes" if value else "no", lang)
    if isinstance(value, list):
        item = shape.item if shape else None
        return "; ".join(_words(one, item, lang) for one in value)
    if not isinstance(value, Mapping):
        return _term(value, shape, lang)
    if value.keys() <= {"id", "en"}:
        return str(value.get(lang) or value.get("id") or value.get("en") or "")
    return "; ".join(_parts(value, shape, lang)) or str(value.get("id", ""))


def _parts(value: Mapping[str, Any], shape: Shape | None, lang: str) -> Iterator[str]:
    fields = shapes(shape.type) if shape is not None and shape.kind == "node" else {}
    for key, part in value.items():
        if key in _UNTOLD:
            continue
        words = _words(part, fields.get(key), lang)
        known = key in fields and shape is not None and key not in _NAMES
        label = attrs.fields_dict(shape.type)[key].metadata[lang] if known and shape else ""
        yield f"{label}: {words}" if label else words


def _term(value: Any, shape: Shape | None, lang: str) -> str:
    if shape is not None and shape.kind == "choice" and issubclass(shape.type, Choice):
        found = next((one for one in shape.type if one.value == value), None)
        if found is not None:
            return str(found.term(lang))
    return str(value)
