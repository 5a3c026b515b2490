"""PUB-013 and PUB-014: what a text and its translation do not both say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.base import Text, remember
from pst_standards.model.shapes import nodes, shapes
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.figures_in_two import differing_figures, lone_figures

_ABOUT: Final = frozenset({"source", "confidence", "marks", "confirmed"})
_ITEMS: Final = frozenset({"standards"})
"""Lists of which each item is a document of its own."""
_ENOUGH: Final = 8
"""So many texts in both languages show that a part is kept in both."""
_SHARE: Final = 5
"""One text in so many may lack a language by oversight; where more do, that is how it is kept."""
_SENTENCE: Final = 4
"""A name of fewer words may be the same in both languages."""


class _Placed(NamedTuple):
    text: Text
    pointer: Pointer


@remember
def _fields(cls: type) -> Mapping[str, bool]:
    """Return the fields of a class that hold texts, and whether one holds a list of them."""
    return {
        name: shape.item is not None
        for name, shape in shapes(cls).items()
        if name not in _ABOUT and shape.kind in {"text", "list"} and shape.innermost.kind == "text"
    }


def _texts(context: Context) -> Iterator[_Placed]:
    for pointer, node in nodes(context.definition):
        for name, many in _fields(type(node)).items():
            value: Any = getattr(node, name)
            if many:
                for place, text in enumerate(value):
                    yield _Placed(text, (*pointer, name, place))
            elif value is not None:
                yield _Placed(value, (*pointer, name))


def _has_translations(context: Context) -> bool:
    return any(text.id and text.en for text, _ in _texts(context))


def _has_english(context: Context) -> bool:
    return any(text.en for text, _ in _texts(context))


def _figures_differ(context: Context) -> Iterator[Hit]:
    for text, pointer in _texts(context):
        if not (text.id and text.en):
            continue
        if found := differing_figures(text.id, text.en):
            yield Hit(pointer, {"indonesian": found.indonesian, "english": found.english})
        elif lone := lone_figures(text.id, text.en):
            variant = "id" if lone.indonesian else "en"
            yield Hit(pointer, {"figures": lone.indonesian or lone.english}, variant)


def _one_side_is_missing(context: Context) -> Iterator[Hit]:
    parts: dict[Pointer, list[_Placed]] = {}
    for placed in _texts(context):
        text, pointer = placed
        if empty := _left_empty(text):
            yield Hit(pointer, {}, f"empty_{empty}")
            continue
        if _only_in_english(text):
            yield Hit(pointer, {}, "id")
            continue
        key = pointer[: 2 if pointer[0] in _ITEMS else 1]
        parts.setdefault(key, []).append(placed)
    for texts in parts.values():
        both = sum(text.id is not None and text.en is not None for text, _ in texts)
        single = len(texts) - both
        if both < _ENOUGH or not 0 < single * _SHARE <= both or not _writes_both(context):
            continue
        lacking = [placed.pointer for placed in texts if _lacks_english(placed.text)]
        if lacking:
            yield Hit(lacking[0], {"count": len(lacking), "total": both + len(lacking)}, "en")


def _left_empty(text: Text) -> str:
    """Return the language that a text states and says nothing in, while it does in the other."""
    if text.id is None or text.en is None:
        return ""
    indonesian, english = bool(text.id.strip()), bool(text.en.strip())
    return "" if indonesian == english else "en" if indonesian else "id"


def _lacks_english(text: Text) -> bool:
    """Tell whether a sentence stands in Indonesian only."""
    return not text.en and len((text.id or "").split()) >= _SENTENCE


def _only_in_english(text: Text) -> bool:
    """Tell whether the text that is adopted, the Indonesian, is missing.

    What has no small letter, as an abbreviation, is the same in both.
    """
    return text.id is None and any(map(str.islower, text.en or ""))


def _writes_both(context: Context) -> bool:
    """Tell whether the office itself writes in two languages, not only the base below it."""
    origin = context.definition.origin
    return origin is None or _pairs(origin.layers[-1].data) >= _ENOUGH


def _pairs(data: Any) -> int:
    """Count the texts in both languages that a layer states."""
    if isinstance(data, Mapping):
        if data.keys() == {"id", "en"}:
            return 1
        return sum(map(_pairs, data.values()))
    return sum(map(_pairs, data)) if isinstance(data, list) else 0


CHECKS: Final = (
    Check(id="PUB-013", find=_figures_differ, applies=_has_translations),
    Check(id="PUB-014", find=_one_side_is_missing, applies=_has_english),
)
