"""Which values of a definition are still the examples that ``pst init`` writes.

Both come from one file, ``data/start.yaml``: what is written, and which of it can be right for no
office, a street "Jalan Contoh" or a telephone of zeros. What may well be right, such as opening
hours or the number of a decree, is never taken for an example.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from attrs import evolve

from pst_standards.findings import Confidence, Pointer, format_pointer
from pst_standards.model.base import Text, field_names, remember
from pst_standards.model.definition import Definition
from pst_standards.model.provenance import StatedValue, stated_value
from pst_standards.model.shapes import nodes

_EXAMPLES: Final = "examples"


@cache
def _start() -> Mapping[str, Any]:
    from pst_standards.definitions.reading import read

    file = resources.files(__package__) / "data" / "start.yaml"
    data: Mapping[str, Any] = read(file.read_bytes(), "start.yaml").data
    return data


def start_plan() -> Mapping[str, Any]:
    """Return the files that ``pst init`` writes, with the keys of each and examples for them."""
    return {name: part for name, part in _start().items() if name != _EXAMPLES}


@cache
def examples() -> Mapping[str, frozenset[str]]:
    """Return the examples that are right for no office, by the key that they stand under.

    A street is copied to other addresses, so that it is an example wherever a street stands.

    >>> sorted(examples()["phone"])
    ['(000) 000000']
    """
    found: dict[str, set[str]] = {}
    for path in _start()[_EXAMPLES]:
        *steps, key = path.split(".")
        for part in start_plan().values():
            values = (one[key] for one in _parts(part, steps) if key in one)
            found.setdefault(key, set()).update(_folded(value) for value in values)
    return {key: frozenset(values) for key, values in found.items()}


def _parts(part: Any, steps: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the parts at a path; a list is one of all its items, or of the one with an id."""
    first, *rest = (*steps, "")
    if isinstance(part, list):
        named = [one for one in part if one.get("id") == first]
        for one in named or part:
            yield from _parts(one, rest[:-1] if named else steps)
    elif not first:
        yield part
    elif first in part:
        yield from _parts(part[first], rest[:-1])


def is_example(key: str, value: Any) -> bool:
    """Tell whether a value is one of the examples for its key, in either language.

    >>> is_example("street", " jalan contoh  nomor 1"), is_example("street", "Jalan Melati 1")
    (True, False)
    """
    known = examples().get(key)
    if known is None or value is None:
        return False
    texts = (value.id, value.en) if isinstance(value, Text) else (value,)
    return any(isinstance(one, str) and _folded(one) in known for one in texts)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def still_examples(
    definition: Definition, pointers: Iterable[Pointer] | None = None
) -> list[StatedValue]:
    """Return the values that are still an example, as illustrations, by their pointers.

    ``pointers`` asks for these alone. One that already says that it is made up or unverified is
    left to that. A confirmation makes no example true.
    """
    places = _everywhere(definition) if pointers is None else _among(definition, pointers)
    left = sorted(places, key=format_pointer)
    found = [stated_value(definition, one) for one in left]
    return [
        evolve(one, confidence=Confidence.ILLUSTRATION, confirmed=None)
        for one in found
        if not (one.confidence and one.confidence.is_open)
    ]


def _everywhere(definition: Definition) -> Iterator[Pointer]:
    for pointer, node in nodes(definition):
        for name in _keys(type(node)):
            if is_example(name, getattr(node, name)):
                yield (*pointer, name)


@remember
def _keys(cls: type) -> tuple[str, ...]:
    return tuple(name for name in field_names(cls) if name in examples())


def _among(definition: Definition, pointers: Iterable[Pointer]) -> Iterator[Pointer]:
    for pointer in pointers:
        if pointer[-1] in examples():
            value: Any = definition
            for step in pointer:
                value = value[step] if isinstance(step, int) else getattr(value, step)
            if is_example(str(pointer[-1]), value):
                yield pointer
