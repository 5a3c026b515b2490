"""Following ``extends`` from a definition down to its base: the stack of layers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from attrs import Factory, define

from pst_standards.definitions.base_finder import (
    Base,
    Bases,
    BrokenBaseError,
    definition_files,
    packaged,
)
from pst_standards.definitions.faults import fault
from pst_standards.definitions.gathering import gather, gather_data, of_content
from pst_standards.definitions.locks import Lock
from pst_standards.definitions.origin import Layer
from pst_standards.definitions.reading import FileContent
from pst_standards.findings import Finding, Location

_DEEPEST = 8


@define
class Stack:
    """The layers found so far, topmost first, with what was found on the way."""

    bases: Bases
    layers: list[Layer] = Factory(list)
    findings: list[Finding] = Factory(list)
    inputs: list[str] = Factory(list)
    locked: list[Lock] = Factory(list)
    released: str = ""

    def add_place(self, place: Path, shown: str) -> None:
        """Add the layer of a file or folder, then what it extends."""
        layer, findings, inputs = gather(place, shown, _name(place))
        self.findings += findings
        self.inputs += inputs
        self._add(layer, place.parent if place.is_file() else place, (str(place.resolve()),))

    def add_data(self, data: Mapping[str, Any] | str | bytes, name: str) -> None:
        """Add a layer from memory, then what it extends."""
        layer, findings = gather_data(data, name, name)
        self.findings += findings
        self.inputs.append(name)
        self._add(layer, None, (name,))

    def add_content(self, content: FileContent) -> None:
        """Add a layer that was read already, then what it extends: of a form only a base."""
        layer = of_content(content, PurePosixPath(content.name).stem)
        self.findings += content.findings
        self.inputs.append(content.name)
        self._add(layer, None, (content.name,))

    def _add(self, layer: Layer, home: Path | None, seen: tuple[str, ...]) -> None:
        self.layers.append(layer)
        wish = layer.data.get("extends")
        name, pins = (wish.get("name"), wish) if isinstance(wish, dict) else (wish, {})
        if not isinstance(name, str):
            return  # absent, or of a wrong type: the schema words that
        where = layer.place(("extends",))
        if len(self.layers) > _DEEPEST:
            self._refuse("too_long", where, name=name)
        elif name in self.bases.data:
            self._add_memory(name, where, seen)
        elif is_path(name):
            self._add_path(name, home, where, seen)
        else:
            self._add_base(name, pins, where, seen)

    def _refuse(self, variant: str, where: Location, **params: str) -> None:
        self.findings.append(
            fault("DEF-021", variant=variant, pointer=("extends",), location=where, **params)
        )

    def _add_memory(self, name: str, where: Location, seen: tuple[str, ...]) -> None:
        if name in seen:
            self._refuse("cycle", where, name=name)
            return
        layer, findings = gather_data(self.bases.data[name], name, name)
        self.findings += findings
        self._add(layer, None, (*seen, name))

    def _add_path(
        self, name: str, home: Path | None, where: Location, seen: tuple[str, ...]
    ) -> None:
        root = self.bases.root
        if home is None or root is None or "\\" in name or PurePosixPath(name).is_absolute():
            self._refuse("outside", where, name=name)
            return
        try:
            place = (home / name).resolve()
        except (OSError, RuntimeError, ValueError):
            self._refuse("missing", where, name=name, known=", ".join(self.bases.names()))
            return
        if not _stays_in(root.resolve(), place):
            self._refuse("outside", where, name=name)
        elif str(place) in seen:
            self._refuse("cycle", where, name=name)
        elif not place.exists():
            self._refuse("missing", where, name=name, known=", ".join(self.bases.names()))
        else:
            self._add_neighbour(place, seen)

    def _add_neighbour(self, place: Path, seen: tuple[str, ...]) -> None:
        layer, findings, inputs = gather(place, shown(place), _name(place))
        self.findings += findings
        self.inputs += inputs
        self._add(layer, place.parent if place.is_file() else place, (*seen, str(place)))

    def _add_base(
        self, name: str, pins: Mapping[str, Any], where: Location, seen: tuple[str, ...]
    ) -> None:
        own, base = f"base {name}", self.bases.find(name, pinned_version(pins))
        if own in seen:
            self._refuse("cycle", where, name=name)
            return
        if base is None:
            self._refuse_missing(name, where)
            return
        try:
            self._compare(base, pins, where)
            layer, findings, inputs = _base_layer(base)
        except (BrokenBaseError, OSError) as error:
            reason = error.reason if isinstance(error, BrokenBaseError) else "broken_access"
            self._refuse("broken_base", where, name=name, reason=reason)
            return
        self.findings += findings
        self.inputs += inputs
        self.locked += [Lock(pattern, above=len(self.layers)) for pattern in base.locked]
        self.released = max(self.released, base.released)
        # A base may rest on another base, but never on a file beside it.
        self._add(layer, None, (*seen, own))

    def _refuse_missing(self, name: str, where: Location) -> None:
        """Blame a broken offer first: it may well be the base that was named."""
        broken = self.bases.broken()
        for offer in broken:
            self._refuse("broken_base", where, name=offer.name, reason=offer.reason)
        if not broken:
            self._refuse("missing", where, name=name, known=", ".join(self.bases.names()))

    def _compare(self, base: Base, pins: Mapping[str, Any], where: Location) -> None:
        actual = base.actual_sha256()
        if base.sha256 and actual != base.sha256:
            self._refuse("checksum", where, name=base.id, expected=base.sha256, found=actual)
        for key, found in (("version", base.version), ("sha256", actual)):
            wanted = pins.get(key)
            if wanted is not None and str(wanted) != found:
                self._refuse(
                    "pinned", where, name=base.id, key=key, expected=str(wanted), found=found
                )


def is_path(name: str) -> bool:
    """Tell whether ``extends`` names a file or folder, and not a base.

    >>> is_path("../provinsi.yaml"), is_path("bps/2020")
    (True, False)
    """
    beginning, ending = name.startswith("."), name.lower().endswith((".yaml", ".yml", ".json"))
    return beginning or ending or "\\" in name


def pinned_version(pins: Mapping[str, Any]) -> str | None:
    """Return the version that ``extends`` asks for, as text, ``None`` where it asks for none."""
    wanted = pins.get("version")
    return None if wanted is None else str(wanted)


def _base_layer(base: Base) -> tuple[Layer, tuple[Finding, ...], tuple[str, ...]]:
    """Read a base; one of the package only once, but folders and zips may change at any time."""
    if packaged().get(base.id) is base:
        return _packaged_layer(base.id)
    return gather(base.folder, base.id, base.id)


@cache
def _packaged_layer(name: str) -> tuple[Layer, tuple[Finding, ...], tuple[str, ...]]:
    """Read a base once: its layer is never changed, and hundreds of offices share it."""
    return gather(packaged()[name].folder, name, name)


def _stays_in(root: Path, place: Path) -> bool:
    """Tell whether a resolved path and all files that it stands for are inside the root."""
    if not place.is_relative_to(root):
        return False
    if not place.is_dir():
        return True
    try:
        files = [item for item in definition_files(place) if isinstance(item, Path)]
        return all(item.resolve().is_relative_to(root) for item in files)
    except (OSError, RuntimeError):
        return False


def _name(place: Path) -> str:
    """Name a layer alike from wherever its folder is looked at, also as ``.`` from inside."""
    return place.resolve().name if place.is_dir() else place.stem


def shown(place: Path) -> str:
    """Show a path relative to the working folder where it stands below it."""
    try:
        return place.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return place.as_posix()
