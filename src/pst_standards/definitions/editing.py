"""Changing single values of a definition file while every other byte of it stays as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NoReturn

from pst_standards.definitions.editing_spans import Entry, spans
from pst_standards.definitions.editing_splices import GONE, Planner, applied, pruned, same
from pst_standards.definitions.errors import DefinitionError, UnreadableError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.reading import FileContent, read
from pst_standards.definitions.reading.controls import masked
from pst_standards.definitions.reading.encoding import without_mark
from pst_standards.definitions.writing import dump_json
from pst_standards.findings import Pointer, format_pointer

REMOVE: Final = GONE
"""As a new value: take the key or item away."""


def edit(text: str, changes: Mapping[Pointer, object], *, name: str = "") -> str:
    r"""Return the text of a YAML or JSON file with some values set, added or taken away.

    ``changes`` maps pointers to plain data or ``REMOVE``. A pointer that leads to nothing yet
    adds a key with all keys on the way to it, or, one past the end, an item of a list. Pointers
    to items speak of the text as given, also when items before them are taken away. Comments,
    quotation marks, indentation, line ends and the byte order mark of all else stay. A trailing
    comment goes with the key that is taken away.

    Raises ``UnreadableError`` when the text cannot be read, ``KeyError`` for a pointer through a
    text or to take away what is not there, and ``DefinitionError`` (DEF-012) when the change
    cannot be made without touching another value, which an alias may depend on.

    >>> text = "office:\n  code: '3322'  # dari BPS\n  name:  BPS\n"
    >>> print(edit(text, {("office", "name"): "BPS Kabupaten", ("lang",): "id"}), end="")
    office:
      code: '3322'  # dari BPS
      name:  BPS Kabupaten
    lang: id
    >>> print(edit(text, {("office", "code"): REMOVE}), end="")
    office:
      name:  BPS
    """
    body = without_mark(text)
    content = read(body, name)
    wanted: Any = content.data
    for pointer, value in changes.items():
        if value is not REMOVE:
            dump_json(value)  # refuses what no file can say, before anything is planned
        wanted = _changed(wanted, pointer, value, pointer)
    edited = _spliced(body, content.data, wanted)
    if edited is None or not _says(edited, name, pruned(wanted)):
        _refuse(content, changes)
    return text[: len(text) - len(body)] + edited


def _changed(value: Any, steps: Pointer, new: object, pointer: Pointer) -> Any:
    """Return data with one change, copied along the way to it; all else is the same object."""
    if not steps:
        if not pointer and new is REMOVE:
            raise KeyError(pointer)
        return new
    step, rest = steps[0], steps[1:]
    if value is None:
        value = [] if isinstance(step, int) else {}
    if isinstance(value, dict):
        step = str(step)
        old = value.get(step, None if rest or new is not REMOVE else GONE)
        if old is not GONE:
            return {**value, step: _changed(old, rest, new, pointer)}
    if isinstance(value, list) and isinstance(step, int) and 0 <= step <= len(value):
        old = value[step] if step < len(value) else (None if new is not REMOVE else GONE)
        if old is not GONE:
            return [*value[:step], _changed(old, rest, new, pointer), *value[step + 1 :]]
    raise KeyError(pointer)


def _spliced(text: str, old: Any, new: Any) -> str | None:
    tree = spans(masked(text))
    planner = Planner(text)
    planner.compare(Entry(None, tree.start, tree.start, tree), old, new, None)
    return applied(text, planner.splices)


def _says(text: str, name: str, data: Any) -> bool:
    try:
        return same(read(text, name).data, data)
    except UnreadableError:
        return False


def _refuse(content: FileContent, changes: Mapping[Pointer, object]) -> NoReturn:
    pointer = next(iter(changes))
    shown = ", ".join(map(format_pointer, changes))
    place = content.locate(pointer)
    raise DefinitionError((fault("DEF-012", pointer=pointer, location=place, pointers=shown),))
