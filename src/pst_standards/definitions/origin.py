"""Where each value of a definition comes from, looked up only when somebody asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from pst_standards.definitions.merging import ABOUT, NOTHING, About
from pst_standards.findings import Location, Pointer

if TYPE_CHECKING:
    from pst_standards.definitions.reading import FileContent


@frozen(kw_only=True)
class Layer:
    """One layer: its name, its plain data, and the files that each top-level key stands in.

    ``plain`` tells that it removes nothing and holds no suspect text.
    """

    name: str
    data: Mapping[str, Any]
    files: Mapping[str, FileContent] = field(factory=dict)
    main: FileContent | None = None
    plain: bool = False

    def place(self, pointer: Pointer, *, key: bool = False) -> Location:
        """Return the file, line and column of a pointer into this layer's own data."""
        file = self.files.get(str(pointer[0])) if pointer else None
        content = file or self.main
        if content is None:
            return Location(layer=self.name)
        return content.locate(pointer, key=key)._replace(layer=self.name)


@frozen(kw_only=True)
class Origin:
    """The layers that a definition was read from, lowest first, and the data they resolve to.

    ``dropped`` holds pointers of list items that could not be understood and so are missing from
    the model; indexes into the model are shifted back by them. ``released`` is the day on which
    the newest base below was released: who confirmed a value before has not seen it. ``confirms``
    is false when no part of the definition is confirmed, so that nobody need look for one.
    """

    layers: tuple[Layer, ...]
    data: Mapping[str, Any]
    inputs: tuple[str, ...] = ()
    dropped: frozenset[Pointer] = frozenset()
    released: date | None = None
    confirms: bool = True

    def locate(self, pointer: Pointer, *, key: bool = False) -> Location:
        """Return where a value stands: the topmost layer that states it or part of it.

        For a value that nobody states, the place of the nearest thing around it.
        """
        raw = self._unshifted(pointer)
        main = self.layers[-1].main if self.layers else None
        cell = None if main is None else main.shown(self._named(raw))
        if cell is not None:
            return cell
        # What is said of a whole part stays that of the layer which states the part first.
        first = ABOUT & set(raw[-1:])
        layers = self.layers if first else self.layers[::-1]
        nearest: tuple[Layer, Pointer] | None = None
        for layer in layers:
            own = self._in_layer(raw, layer.data)
            if nearest is None or len(own) > len(nearest[1]):
                nearest = layer, own
            if len(own) == len(raw):
                break
        return Location() if nearest is None else nearest[0].place(nearest[1], key=key)

    def about(self, pointer: Pointer) -> About:
        """Return the source and confidence that hold for a value."""
        said = NOTHING
        node: Any = self.data
        for step in self._unshifted(pointer):
            if isinstance(node, Mapping):
                said = said.inside(node).of(node, str(step))
            found = _child(node, step)
            if found is None:
                return said
            node = found
        return said.inside(node) if isinstance(node, Mapping) else said

    def stated(self, pointer: Pointer) -> Pointer:
        """Return where the part of the model at a pointer stands in the data that was read."""
        return self._unshifted(pointer)

    def _named(self, pointer: Pointer) -> Pointer:
        """Return a pointer that names items of lists by their ids, where they have one."""
        node: Any = self.data
        named: list[str | int] = []
        for step in pointer:
            node = _child(node, step)
            name = _id_of(node) if isinstance(step, int) else None
            named.append(name if isinstance(name, str) else step)
        return tuple(named)

    def _in_layer(self, pointer: Pointer, data: Any) -> Pointer:
        """Translate a pointer into a layer's own, as far as the layer states it."""
        own: list[str | int] = []
        resolved: Any = self.data
        for step in pointer:
            resolved = _child(resolved, step)
            place = _place_in(data, step, resolved)
            if place is None:
                break
            own.append(place)
            data = data[place]
        return tuple(own)

    def _unshifted(self, pointer: Pointer) -> Pointer:
        if not self.dropped:
            return pointer
        raw: tuple[str | int, ...] = ()
        for step in pointer:
            if isinstance(step, int):
                for gone in sorted(drop[-1] for drop in self.dropped if drop[:-1] == raw):
                    step += isinstance(gone, int) and gone <= step  # noqa: PLW2901 - shifting
            raw = (*raw, step)
        return raw


def _child(node: Any, step: str | int) -> Any:
    return node[step] if _has(node, step) else None


def _has(node: Any, step: str | int) -> bool:
    # Nearly every mapping is a plain dict, which is told quicker than a mapping at large.
    if node.__class__ is dict or isinstance(node, Mapping):
        return step in node
    return isinstance(node, list) and isinstance(step, int) and step < len(node)


def _place_in(data: Any, step: str | int, resolved: Any) -> str | int | None:
    """Find the step of a layer's own data that leads to what became ``resolved``."""
    wanted = _id_of(resolved) if isinstance(step, int) else None
    if wanted is None or (_has(data, step) and _id_of(data[step]) == wanted):
        return step if _has(data, step) else None
    return _place_of(wanted, data) if isinstance(data, list) else None


def _id_of(item: Any) -> Any:
    return item.get("id") if item.__class__ is dict or isinstance(item, Mapping) else None


def _place_of(wanted: Any, data: list[Any]) -> int | None:
    """Find the item with an id in a layer's list, which may be ordered differently."""
    return next((place for place, item in enumerate(data) if _id_of(item) == wanted), None)
