"""A new base for offices on disk: which of their files change, and what people must settle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define, field, frozen

from pst_standards.definitions.assembling import read_data, read_path
from pst_standards.definitions.base_finder import Base, Bases
from pst_standards.definitions.editing import edit
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.merging import NOTHING, About, clean, merge
from pst_standards.definitions.origin import Layer, Origin
from pst_standards.definitions.reading.encoding import decoded, encoded_as
from pst_standards.definitions.rebasing import ABSENT, Met, Rebase, pointer_along, rebase
from pst_standards.definitions.stacking import is_path, pinned_version
from pst_standards.findings import Finding, Location, Pointer, Severity

_NAME: Final = ("extends",)
_BASE: Final = "DEF-021"
"""What is wrong with a base; other faults of an office keep no new base from it."""


class RebaseError(Exception):
    """An office cannot be laid over another base; ``key`` says why.

    ``no-base``: it extends none. ``elsewhere``: a layer between it and the base stands outside the
    folder given, and would change for other offices too.
    """

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


@frozen(kw_only=True)
class Stated:
    """A value and where it stands, with what is said of its source and how sure it is."""

    value: Any
    location: Location
    about: About


@frozen(kw_only=True)
class Conflict:
    """A value that an office and the base both changed: three values, each with its source."""

    path: tuple[str, ...]
    local: Stated
    old: Stated
    new: Stated


@frozen(kw_only=True)
class Taken:
    """A value that only repeated the old base and so leaves the file, for the new one to hold."""

    path: tuple[str, ...]
    local: Stated
    new: Any


@frozen(kw_only=True)
class Rebased:
    """An office over a new base; ``changes`` are those of its files, by their names.

    ``before`` and ``after`` name the bases with their versions, ``old`` is what the former came
    to. Layers between the office and the base are told and changed with it.
    """

    place: str
    before: tuple[str, str]
    after: tuple[str, str]
    taken: tuple[Taken, ...]
    conflicts: tuple[Conflict, ...]
    changes: Mapping[str, Mapping[Pointer, object]]
    old: Mapping[str, Any] = field(repr=False, eq=False)


def contents(found: Iterable[Rebased]) -> dict[Path, bytes]:
    """Return the new content of each file that changes, also of those that offices share.

    Those that name the base come last: written in this order, what was cut short can be begun anew
    and still finds the old base, and so the copies of it that are left. Nothing is written. Raises
    ``DefinitionError`` for a file that cannot be read or changed.
    """
    changes: dict[str, dict[Pointer, object]] = {}
    for office in found:
        for name, edits in office.changes.items():
            changes.setdefault(name, {}).update(edits)
    ordered = sorted(changes.items(), key=lambda change: any(one[:1] == _NAME for one in change[1]))
    return {Path(name): _edited(Path(name), edits) for name, edits in ordered}


@frozen(kw_only=True)
class Onto:
    """A base that offices are laid over, read once; ``bases`` are it and those it may rest on."""

    base: Base
    bases: Bases
    origin: Origin

    @classmethod
    def of(cls, base: Base, bases: Bases) -> Onto:
        """Read a base; raises ``DefinitionError`` where it is not what its manifest says."""
        reading = read_data({"extends": base.id}, bases=bases, name=base.id)
        _refuse(reading.findings)
        origin = reading.definition.origin
        layers = origin.layers[:-1] if isinstance(origin, Origin) else ()
        return cls(base=base, bases=bases, origin=Origin(layers=layers, data=lowest(layers)))


def lowest(layers: Iterable[Layer]) -> dict[str, Any]:
    """Return what layers come to, lowest first."""
    data: dict[str, Any] = {}
    for number, layer in enumerate(layers):
        if number:
            data = merge(data, layer.data)
        else:
            data = dict(layer.data) if layer.plain else clean(layer.data)
    return data


@frozen(kw_only=True)
class Rebaser:
    """Lays offices over a new base. Layers inside ``root`` may change, all others may not."""

    bases: Bases
    onto: Onto
    root: Path
    _known: dict[tuple[int, ...], tuple[tuple[Layer, ...], Mapping[str, Any]]] = field(
        factory=dict, repr=False, eq=False, init=False
    )

    def office(self, place: Path) -> Rebased:
        """Return what a new base means for a definition; no file is changed.

        Raises ``DefinitionError`` for a definition or an old base that cannot be used, and
        ``RebaseError`` for a definition that rests on no base, or on a layer outside ``root``.
        """
        layers, bases = self._read(place)
        first, base = self._rests_on(layers, bases)
        told = _Told()
        old: Mapping[str, Any] = self._data_of(layers[:first])
        new: Mapping[str, Any] = self.onto.origin.data
        was = old
        for number, layer in enumerate(layers[first:], first):
            found = rebase(layer.data, old, new)
            below = Origin(layers=layers[:number], data=old)
            told.add(layer, found, below, Origin(layers=self.onto.origin.layers, data=new))
            if number == first:
                told.change(layer, _name_edits(layer, self.onto.base))
            unchanged = old is new and not found.edits
            old = merge(old, layer.data)
            new = old if unchanged else merge(new, found.applied(layer.data))
        return Rebased(
            place=place.as_posix(),
            before=(base.id, base.version),
            after=(self.onto.base.id, self.onto.base.version),
            taken=tuple(told.taken),
            conflicts=tuple(told.conflicts),
            changes=told.changes,
            old=was,
        )

    def _data_of(self, layers: tuple[Layer, ...]) -> Mapping[str, Any]:
        """Return what the layers of a base come to; offices share those of a packaged one."""
        key = tuple(map(id, layers))
        if key not in self._known:
            data, new = lowest(layers), self.onto.origin.data
            # One object for equal data: comparing its parts is then no work.
            self._known[key] = layers, new if data == new else data
        return self._known[key][1]

    def _read(self, place: Path) -> tuple[tuple[Layer, ...], Bases]:
        """Read the layers of an office over the base it names, the old one before the new one."""
        faults: list[Finding] = []
        for bases in (self.bases, self.onto.bases):
            reading = read_path(place, bases=bases)
            wrong = [found for found in reading.findings if found.rule == _BASE]
            if not wrong:
                return reading.definition.origin.layers, bases
            faults = faults or wrong
        raise DefinitionError(tuple(faults))

    def _rests_on(self, layers: tuple[Layer, ...], bases: Bases) -> tuple[int, Base]:
        """Return the place of the layer that names a base, and the base."""
        for number in range(len(layers) - 1, -1, -1):
            wish = layers[number].data.get("extends")
            pins = wish if isinstance(wish, Mapping) else {"name": wish}
            name = pins.get("name")
            if not isinstance(name, str):
                raise RebaseError("no-base")
            self._refuse_outside(layers[number])
            base = None if is_path(name) else bases.find(name, pinned_version(pins))
            if base is not None:
                return number, base
        raise RebaseError("no-base")

    def _refuse_outside(self, layer: Layer) -> None:
        name = layer.main.name if layer.main else layer.name
        if not Path(name).resolve().is_relative_to(self.root.resolve()):
            raise RebaseError("elsewhere", layer=name)


@define
class _Told:
    """What is found on the way up through the layers of an office."""

    taken: list[Taken] = Factory(list)
    conflicts: list[Conflict] = Factory(list)
    changes: dict[str, dict[Pointer, object]] = Factory(dict)

    def add(self, layer: Layer, found: Rebase, old: Origin, new: Origin) -> None:
        for one in found.copies:
            self.taken.append(Taken(path=one.path, local=_local(one, layer), new=one.new))
        for one in found.conflicts:
            self.conflicts.append(
                Conflict(
                    path=one.path,
                    local=_local(one, layer),
                    old=_below(one.path, one.old, old),
                    new=_below(one.path, one.new, new),
                )
            )
        self.change(layer, found.edits)

    def change(self, layer: Layer, edits: Mapping[Pointer, object]) -> None:
        for pointer, value in edits.items():
            content = layer.files.get(str(pointer[0])) or layer.main
            if content is not None:
                self.changes.setdefault(content.name, {})[pointer] = value


def _name_edits(layer: Layer, base: Base) -> dict[Pointer, object]:
    """Return what makes a layer name the base; pins it holds turn to the new version."""
    wish = layer.data["extends"]
    if not isinstance(wish, Mapping):
        return {} if wish == base.id else {_NAME: base.id}
    wanted = {"name": base.id, "version": base.version, "sha256": base.actual_sha256()}
    return {
        (*_NAME, key): value
        for key, value in wanted.items()
        if key in wish and str(wish[key]) != value
    }


def _local(met: Met, layer: Layer) -> Stated:
    origin = Origin(layers=(layer,), data=layer.data)
    return Stated(
        value=met.local, location=layer.place(met.pointer), about=origin.about(met.pointer)
    )


def _below(path: tuple[str, ...], value: Any, origin: Origin) -> Stated:
    pointer = pointer_along(path, origin.data)
    about = NOTHING if value is ABSENT else origin.about(pointer)
    return Stated(value=value, location=origin.locate(pointer), about=about)


def _edited(file: Path, changes: Mapping[Pointer, object]) -> bytes:
    """Return the new content of a file in the encoding that it has."""
    name = file.as_posix()
    content = read_bytes(file, name)
    return encoded_as(content, edit(decoded(content, name), changes, name=name))


def _refuse(findings: Iterable[Finding]) -> None:
    grave = tuple(found for found in findings if found.severity is Severity.ERROR)
    if grave:
        raise DefinitionError(grave)
