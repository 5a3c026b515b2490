"""Changes as a reader knows them: the names of fields and rows, and values as words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs
from attrs import frozen

from pst_standards.definitions.rebasing import ABSENT
from pst_standards.documents.compose.phrases import DASH
from pst_standards.exchange.changes.change import Change, Kind, Path
from pst_standards.exchange.changes.comparison import Comparison, Part
from pst_standards.messages import text
from pst_standards.messages.catalogue import rupiah
from pst_standards.model.base import Choice
from pst_standards.model.channel import TimeUnit
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes
from pst_standards.model.standard import component_term

_ROOT: Final = Shape("node", Definition)
_UNTOLD: Final = frozenset({"id", "source", "confidence", "marks", "confirmed"})
_NAMES: Final = ("title", "name", "text")
"""What a row is called by; as parts of a row they are told without the name of their field."""
_KINDS: Final = ("scope", "case", "channels", "citation", "kind")
"""What tells a row without a name from its neighbours."""
_LONGEST_NAME: Final = 60


def say(key: str, lang: str, /, **params: object) -> str:
    """Return a sentence of the catalogue of this room, its key without ``changes.``."""
    return text("exchange", f"changes.{key}", lang, params)


@frozen(kw_only=True)
class Wording:
    r"""The changes of a comparison in the words of a language.

    >>> from pst_standards.definitions import loads
    >>> from pst_standards.exchange.changes.comparison import compare
    >>> limit = "{id: m, value: %s, unit: hour, scope: waiting}"
    >>> form = "standards: [{id: a, title: Pustaka, time_limit: {limits: [" + limit + "]}}]"
    >>> found = compare(loads(form % 1), loads(form % 2))
    >>> told, (part,) = Wording(comparison=found, lang="id"), found.parts
    >>> told.title(part)
    'Pustaka: Jangka waktu penyelesaian (huruf d)'
    >>> told.place(part, part.changes[0].change)
    'Batas waktu “Menunggu dilayani”: Nilai paling lama'
    >>> told.values(part.changes[0].change)
    ('1 jam', '2 jam')
    """

    comparison: Comparison
    lang: str

    def title(self, part: Part) -> str:
        """Return the title of a part: standard and component with its letter, or names of keys."""
        component = part.component
        if component is None and part.path[0] == "standards" and part.path[1:]:
            return self._standard(part.path[1])
        if component is None:
            return ": ".join(self._labels(part.path))
        name = component_term(component, self.lang)
        title = say("component", self.lang, name=name, letter=component.letter)
        return f"{self._standard(part.path[1])}: {title}"

    def place(self, part: Part, change: Change) -> str:
        """Return where inside a part a change is, in the words of the format."""
        labels = self._labels(change.path, len(part.path))
        return ": ".join(labels) or say("whole", self.lang)

    def values(self, change: Change) -> tuple[str, str]:
        """Return what stood there and what stands there, as words; a dash where nothing does."""
        old, new = (self._value(change, side) for side in (False, True))
        return old, new

    def _value(self, change: Change, new: bool) -> str:  # noqa: FBT001 - one of two sides
        value = change.new if new else change.old
        data = self.comparison.after if new else self.comparison.before
        if change.kind is Kind.ORDERED:
            rows = ((*change.path, name) for name in value)
            return "; ".join(self._called(row) for row in rows)
        around = data.at(change.path[:-1])
        return _in_context(value, change.path[-1], around, _shape(change.path), self.lang)

    def _labels(self, path: Path, start: int = 0) -> list[str]:
        """Return what leads along a path, from a place on; a row follows the name of its list."""
        labels: list[str] = []
        for place in range(start, len(path)):
            parent = _shape(path[:place])
            label = self._label(parent, path[: place + 1])
            if parent is not None and parent.kind == "list" and labels:
                labels[-1] += f" {label}"
            elif label:
                labels.append(label)
        return labels

    def _label(self, parent: Shape | None, path: Path) -> str:
        step = path[-1]
        if parent is not None and parent.kind == "list":
            return say("row", self.lang, name=self._called(path))
        if parent is not None and parent.kind == "text":
            return say("english", self.lang) if step == "en" else ""
        known = parent is not None and parent.kind == "node" and step in shapes(parent.type)
        return _label_of(parent, step, self.lang) if known and parent else step

    def _called(self, path: Path) -> str:
        """Return what a row is called: by its own words, the old ones first, else by its id."""
        for data in (self.comparison.before, self.comparison.after):
            row = data.at(path)
            if isinstance(row, Mapping):
                return _name_of(row, _shape(path), self.lang) or path[-1]
        return path[-1]

    def _standard(self, name: str) -> str:
        """Return what a standard is called: its title, else the name of its service."""
        for data in (self.comparison.after, self.comparison.before):
            row = data.at(("standards", name))
            if isinstance(row, Mapping):
                service = data.at(("services", str(row.get("service"))))
                named = _called_by(service) if isinstance(service, Mapping) else None
                return _shortened(_words(_called_by(row) or named or name, None, self.lang))
        return name


def _called_by(row: Mapping[str, Any]) -> Any:
    return next((row[key] for key in _NAMES if row.get(key)), None)


def _name_of(row: Mapping[str, Any], shape: Shape | None, lang: str) -> str:
    name = _called_by(row)
    if name is not None:
        return _shortened(_words(name, None, lang))
    fields = shapes(shape.type) if shape is not None and shape.kind == "node" else {}
    told = (_words(row[key], fields.get(key), lang) for key in _KINDS if row.get(key))
    return _shortened(", ".join(told))


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_NAME:
        return words
    return words[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;.") + " …"


def _label_of(parent: Shape, step: str, lang: str) -> str:
    return str(attrs.fields_dict(parent.type)[step].metadata[lang])


def _inside(shape: Shape | None, step: str) -> Shape | None:
    if shape is None or shape.kind in {"list", "map"}:
        return shape.item if shape else None
    return shapes(shape.type).get(step) if shape.kind == "node" else None


def _shape(path: Path) -> Shape | None:
    shape: Shape | None = _ROOT
    for step in path:
        shape = _inside(shape, step)
    return shape


def _in_context(value: Any, key: str, around: Any, shape: Shape | None, lang: str) -> str:
    """Return a value as words; the number of a time is told with its unit."""
    unit = around.get("unit") if key == "value" and isinstance(around, Mapping) else None
    words = _words(value, shape, lang)
    if type(value) is not int:
        return words
    if key == "amount":
        return rupiah(value, lang)
    return f"{words} {_words(unit, Shape('choice', TimeUnit), lang)}" if unit else words


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
        if key in _UNTOLD or (key == "unit" and type(value.get("value")) is int):
            continue
        words = _in_context(part, key, value, fields.get(key), lang)
        known = key in fields and key not in _NAMES
        yield f"{_label_of(shape, key, lang)}: {words}" if known and shape else words


def _term(value: Any, shape: Shape | None, lang: str) -> str:
    if shape is not None and shape.kind == "choice" and issubclass(shape.type, Choice):
        found = next((one for one in shape.type if one.value == value), None)
        if found is not None:
            return str(found.term(lang))
    return str(value)
