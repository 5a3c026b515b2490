"""An example for a task: a cut of what passes the rule, or of what the model shows for the key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes
from pst_standards.rules.formats.short_yaml import yaml_lines
from pst_standards.rules.rows import DEFINITION, catalogue

if TYPE_CHECKING:
    from pst_standards.findings import Finding, Pointer
    from pst_standards.rules.formats.tasks import Task

MOST_LINES: Final = 6
_LEFT_OUT: Final = "# …"
_SCALARS: Final[Mapping[Any, str]] = {dt.date: "2026-11-22", dt.time: "08:00"}


def example_of(task: Task) -> str:
    """Return a few lines of YAML that show how it may look, empty where nothing fits.

    What passes the rule is cut down to the key that the task is about; where the rule shows no
    such key, the example that the model gives for it stands in.
    """
    passing = _passing(task.rule, task.findings[0].variant)
    start = 2 if task.subject else 0
    found = task.findings[0]
    missing = _missing(task.findings)
    if missing:
        return _lines_of(passing, [(*found.pointer, key) for key in missing], start)
    stated = filter(None, map(_stated, _paths(found)))
    if _is_of_another_key(found, passing):
        fresh = (one for one in stated if str(found.params.get("found", "")) not in one)
        return next(fresh, "")
    for path in _paths(found):
        shown = _cut(passing, path, start)
        if shown:
            return shown
    return _whole(passing) or next(stated, "")


def _is_of_another_key(found: Finding, passing: Mapping[str, Any]) -> bool:
    """Tell whether a finding is about the value of a key that the example of its rule lacks."""
    pointer = found.pointer
    about = bool(pointer) and found.params.get("key") == pointer[-1] and "found" in found.params
    return about and len(_reached(passing, pointer)) < len(pointer)


def _missing(findings: Sequence[Finding]) -> list[str]:
    """Return the components that findings about a standard as a whole say are not there."""
    named = [found.params.get("component") for found in findings if len(found.pointer) == 2]  # noqa: PLR2004 - list and index
    return [name for name in named if isinstance(name, str)]


def keys_shown(rule: str, variant: str = "") -> tuple[str, ...]:
    """Return the keys on the first level of what passes a rule.

    >>> keys_shown("FAC-004")
    ('facilities',)
    """
    return tuple(_passing(rule, variant))


def passing_at(rule: str, variant: str, pointer: Pointer) -> Any:
    """Return what passes a rule at a pointer, ``None`` where its example has nothing there."""
    found: Any = _passing(rule, variant)
    reached = _reached(found, pointer)
    for step in reached:
        found = found[step]
    return found if len(reached) == len(pointer) else None


def _paths(found: Finding) -> Iterator[Pointer]:
    """Yield the pointers to look at: with the key that was meant, or the one that is missing."""
    meant = found.params.get("meant")
    if isinstance(meant, str) and found.pointer:
        yield (*found.pointer[:-1], meant)
    lacks = found.params.get("key")
    if found.pointer:
        yield found.pointer
    elif not _is_of_record(found):
        # What is missing from the whole definition is what its example shows.
        yield keys_shown(found.rule, found.variant)[:1]
    elif isinstance(lacks, str):
        yield (lacks,)


def _is_of_record(found: Finding) -> bool:
    row = catalogue().get(found.rule)
    return row is not None and row.about_of(found.variant) != DEFINITION


@cache
def _passing(rule: str, variant: str) -> Mapping[str, Any]:
    """Return what passes a rule, as data."""
    from pst_standards.definitions.reading import read

    row = catalogue().get(rule)
    passes = row.passes_of(variant) if row else ""
    return read(passes, "-").data if passes.strip() else {}


def _whole(passing: Mapping[str, Any]) -> str:
    # The stage only makes the rule apply, and the format tells a record from a definition.
    shown = {key: part for key, part in passing.items() if key not in {"stage", "format"}}
    return _short(yaml_lines(shown))


def _short(lines: list[str]) -> str:
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], _LEFT_OUT]
    return "\n".join(lines)


def _cut(passing: Mapping[str, Any], path: Pointer, start: int) -> str:
    """Return the part that a path leads to, from ``start`` on: as much of it as has few lines."""
    reached = _reached(passing, path)
    if len(reached) <= start:
        return ""
    shown: list[str] = []
    for length in range(start + 1, len(reached) + 1):
        shown = yaml_lines(_around(passing, reached[:length], start))
        if len(shown) <= MOST_LINES:
            break
    return _short(shown)


def _reached(data: Any, path: Pointer) -> Pointer:
    """Return how far a path leads into an example; where it names an item, the first stands in."""
    taken: list[str | int] = []
    for step in path:
        here: str | int = 0 if isinstance(step, int) else step
        if not _has(data, here):
            break
        data = data[here]
        taken.append(here)
    return tuple(taken)


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, Mapping):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def _around(data: Any, path: Pointer, start: int) -> Any:
    """Return the value at the end of a path inside the keys that lead to it, and nothing else."""
    for step in path:
        data = data[step]
    for step in reversed(path[start:]):
        data = [data] if isinstance(step, int) else {step: data}
    return data


def _lines_of(passing: Mapping[str, Any], paths: Sequence[Pointer], start: int) -> str:
    """Return several keys below each other, as many as there is room for."""
    lines: list[str] = []
    for path in paths:
        more = _cut(passing, path, start).splitlines()
        if len(lines) + len(more) > MOST_LINES:
            return "\n".join([*lines[: MOST_LINES - 1], _LEFT_OUT])
        lines += more
    return "\n".join(lines)


def _stated(path: Pointer) -> str:
    """Return the key at the end of a path with the example that the model gives for it."""
    cls: Any = Definition
    keys = [step for step in path if isinstance(step, str)]
    for place, key in enumerate(keys):
        shape = shapes(cls).get(key) if cls else None
        if shape is None:
            return ""
        if place == len(keys) - 1:
            value = _example(attrs.fields_dict(cls)[key].metadata["example"], shape)
            return "" if value is None else "\n".join(yaml_lines({key: value}))
        cls = _class_of(shape)
    return ""


def _class_of(shape: Shape) -> Any:
    while shape.item is not None:
        shape = shape.item
    return shape.type if shape.kind == "node" else None


def _example(given: object, shape: Shape) -> object:
    if given is not None:
        return given
    if shape.kind == "choice":
        return str(next(iter(shape.type)).value)
    return _SCALARS.get(shape.type)
