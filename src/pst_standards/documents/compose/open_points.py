"""What keeps a document a draft: open values that it prints, parts not set, and the stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from pst_standards.definitions.start_examples import still_examples
from pst_standards.documents.compose.composition import Composition
from pst_standards.findings import Pointer
from pst_standards.model.base import Node, own_names
from pst_standards.model.definition import Definition, Stage
from pst_standards.model.provenance import StatedValue, open_values


@frozen(kw_only=True)
class OpenPoints:
    """Values in doubt, parts that are not set, and whether the definition is adopted.

    In doubt is what nobody confirmed, and what is still an example of ``pst init``. ``reason`` is
    what else stands against signing a paper about one case.
    """

    values: tuple[StatedValue, ...] = ()
    gaps: tuple[Pointer, ...] = ()
    adopted: bool = True
    reason: str = ""

    @property
    def draft(self) -> bool:
        """Whether a document with these points must be stamped."""
        return bool(self.values or self.gaps or self.reason or not self.adopted)


def open_points(composition: Composition) -> OpenPoints:
    """Return the open points of a document that has been composed."""
    definition = composition.original
    doubtful = tuple(
        value
        for value in open_values(
            _read_parts(definition, composition.seen), released=_released(definition)
        )
        if value.pointer in composition.seen and not _blank(value.value)
    )
    further = composition.seen.difference(value.pointer for value in doubtful)
    return OpenPoints(
        values=(*doubtful, *still_examples(definition, further)),
        gaps=tuple(composition.gaps),
        adopted=definition.stage is Stage.ADOPTED,
    )


def _read_parts(definition: Definition, seen: Iterable[Pointer]) -> Definition:
    """Return a definition without the parts that were not read, every pointer as it was.

    Walking all of a definition takes longer than composing one standard of it.
    """
    read = {
        pointer[:2] if isinstance(pointer[1], int) else pointer[:1]
        for pointer in seen
        if len(pointer) > 1
    }
    kept: dict[str, Any] = {}
    for name in own_names(Definition):
        value = getattr(definition, name)
        if isinstance(value, tuple):
            items = enumerate(value) if any(name == one[0] for one in read) else ()
            kept[name] = tuple(
                item if (name, place) in read else type(item)(id=item.id) for place, item in items
            )
        elif isinstance(value, Node) and (name,) not in read:
            kept[name] = None
    return evolve(definition, **kept)


def _released(definition: Definition) -> Any:
    return getattr(definition.origin, "released", None)


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def groups(values: tuple[StatedValue, ...]) -> Iterator[tuple[Pointer, list[StatedValue]]]:
    """Yield values of one part with the same confidence and source together, with the part."""
    found: dict[tuple[Any, ...], list[StatedValue]] = {}
    for value in values:
        part = value.pointer[:-1]
        found.setdefault((part, value.confidence, value.source), []).append(value)
    for (part, *_), together in found.items():
        yield part, together
