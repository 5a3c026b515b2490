"""From a path or data to a ``Definition``: read, stack, merge, structure, and say what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from pst_standards.definitions.base_finder import Bases
from pst_standards.definitions.confirmations import below_the_office
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.locks import lock_findings
from pst_standards.definitions.merging import clean, merge
from pst_standards.definitions.origin import Origin
from pst_standards.definitions.removals import removal_findings
from pst_standards.definitions.shape_check import build
from pst_standards.definitions.stacking import Stack, shown
from pst_standards.definitions.text_check import text_findings
from pst_standards.findings import Finding, Severity, in_order

if TYPE_CHECKING:
    from pst_standards.definitions.reading import FileContent
    from pst_standards.model.definition import Definition

_FILE_KEYS = ("extends",)


@frozen(kw_only=True)
class Reading:
    """What came of reading: the definition as far as it could be built, and what was found."""

    definition: Definition
    findings: tuple[Finding, ...] = ()
    inputs: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing was found that makes the definition something else than was written."""
        return all(found.severity < Severity.ERROR for found in self.findings)


def read_path(path: str | Path, *, bases: Bases | None = None) -> Reading:
    """Read a definition file or folder with all that it extends.

    ``extends`` may name a base of ``bases``, or a path inside the folder that holds ``path``.
    Raises ``DefinitionError`` when nothing can be used: no file, not YAML, too large.
    """
    place = Path(path)
    bases = bases or Bases(entry_points=True)
    if bases.root is None:
        bases = evolve(bases, root=place.absolute().parent)
    stack = Stack(bases)
    stack.add_place(place, shown(place) if place.is_absolute() else place.as_posix())
    return _resolve(stack)


def read_data(
    data: Mapping[str, Any] | str | bytes, *, bases: Bases | None = None, name: str = "-"
) -> Reading:
    """Read a definition from text, bytes or a mapping; the input is never changed."""
    stack = Stack(bases or Bases())
    stack.add_data(data, name)
    return _resolve(stack)


def read_content(content: FileContent, *, bases: Bases | None = None) -> Reading:
    """Read a definition from the content of a file that was read already, such as a workbook."""
    stack = Stack(bases or Bases(entry_points=True))
    stack.add_content(content)
    return _resolve(stack)


def _resolve(stack: Stack) -> Reading:
    layers = stack.layers[::-1]
    own, unheard = below_the_office(layers)
    data = dict(own[0]) if layers[0].plain else clean(own[0])
    for upper in own[1:]:
        data = merge(data, upper)
    for key in _FILE_KEYS:
        data.pop(key, None)
    harmless = all(layer.plain for layer in layers)
    origin = Origin(
        layers=tuple(layers),
        data=data,
        inputs=tuple(stack.inputs),
        released=_day(stack.released),
    )
    definition, shape = build(data, origin)
    found = (
        *stack.findings,
        *unheard,
        *_extends_shape(stack),
        *removal_findings(tuple(layers)),
        *shape,
        *(() if harmless else text_findings(data, origin)),
        *lock_findings(stack.locked, origin),
    )
    return Reading(definition=definition, findings=once_each(found), inputs=tuple(stack.inputs))


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:  # no base, or one that tells no day
        return None


def _extends_shape(stack: Stack) -> list[Finding]:
    from pst_standards.definitions.shape_check import extends_findings

    return [found for layer in stack.layers for found in extends_findings(layer)]


def once_each(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Drop what the reader of a file and the check of the resolved data both found; in order."""
    once: dict[Any, Finding] = {}
    for found in findings:
        place = found.location if found.location.line else found.pointer
        once.setdefault((found.rule, place, found.location), found)
    return in_order(once.values())


def load(path: str | Path, *, bases: Bases | None = None) -> Definition:
    """Load a definition file or folder.

    Raises ``DefinitionError`` when it cannot be used or holds an error of shape; ``check`` reports
    the same errors without raising.
    """
    return _sound(read_path(path, bases=bases))


def loads(data: Mapping[str, Any] | str | bytes, *, bases: Bases | None = None) -> Definition:
    """Load a definition from YAML or JSON text, or from a mapping, without touching any file.

    >>> loads({"services": [{"id": "library"}]}).services[0].id
    'library'
    >>> loads("office: {name: BPS Kabupaten Contoh}").office.name
    'BPS Kabupaten Contoh'
    """
    return _sound(read_data(data, bases=bases))


def _sound(reading: Reading) -> Definition:
    if not reading.sound:
        raise DefinitionError(
            tuple(found for found in reading.findings if found.severity is Severity.ERROR)
        )
    return reading.definition


def dumps(definition: Definition, *, format: str = "yaml") -> str:  # noqa: A002 - as in json tools
    """Write a definition as ``yaml`` or ``json`` text, resolved and without ``extends``.

    ``loads`` of the result gives an equal definition. Raises ``ValueError`` for another format.

    >>> print(dumps(loads({"lang": "id"}), format="json"), end="")
    {
      "format": "pst-definition/1",
      "lang": "id"
    }
    """
    from pst_standards.definitions.structure import plain
    from pst_standards.definitions.writing import dump_json, dump_yaml

    writers = {"yaml": dump_yaml, "json": dump_json}
    if format not in writers:
        raise ValueError(format)
    return writers[format](plain(definition))
