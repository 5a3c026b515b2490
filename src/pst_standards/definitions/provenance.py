"""Where each value of a definition comes from, as data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pst_standards.definitions.structure import plain
from pst_standards.findings import Location, Pointer, format_pointer

if TYPE_CHECKING:
    from pst_standards.model.definition import Definition


def provenance(definition: Definition) -> dict[str, dict[str, str | int | None]]:
    """Return file, line, column, layer, source and confidence of each value, by pointer.

    Keys are pointers of RFC 6901 into what ``dumps`` writes, in its order: every mapping, list
    and single value below the root. What is itself said about a value (``source``,
    ``confidence``, ``marks``) has the origin of that value. All parts are ``None`` for a
    definition that was built in Python.

    >>> from pst_standards.definitions import loads
    >>> provenance(loads("lang: id"))["/lang"]["line"]
    1
    """
    return {
        format_pointer(pointer): _about(definition, pointer)
        for pointer in _pointers(plain(definition), ())
    }


def _pointers(value: Any, pointer: Pointer) -> Iterator[Pointer]:
    steps: Any = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    for step, part in steps:
        yield (*pointer, step)
        yield from _pointers(part, (*pointer, step))


def _about(definition: Definition, pointer: Pointer) -> dict[str, str | int | None]:
    origin = definition.origin
    if origin is None:
        return {**_place(Location()), "source": None, "confidence": None}
    meant = _spoken_of(pointer)
    said = origin.about(meant)
    return {**_place(origin.locate(meant)), "source": said.source, "confidence": said.confidence}


def _place(location: Location) -> dict[str, str | int | None]:
    """Return the parts of a place; only in a workbook there is a sheet and a cell.

    What these are called is for people, who are told in words.
    """
    parts = location._replace(row=None, heading=None, choice=None)._asdict()
    of_workbooks = {"sheet", "cell", "row", "heading", "choice"}
    return {key: parts[key] for key in parts if key not in of_workbooks or parts[key]}


def _spoken_of(pointer: Pointer) -> Pointer:
    """Return the value that a source, confidence or mark speaks of, else the pointer itself."""
    for place, step in enumerate(pointer):
        if step == "marks":
            return (*pointer[:place], *pointer[place + 1 : place + 2])
        if step in {"source", "confidence"}:
            return pointer[:place]
    return pointer
