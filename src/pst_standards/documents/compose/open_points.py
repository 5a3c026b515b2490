"""What keeps a document a draft: open values that it prints, parts not set, and the stage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from pst_standards.documents.compose.composition import Composition
from pst_standards.findings import Pointer
from pst_standards.model.definition import Definition, Stage
from pst_standards.model.provenance import StatedValue, open_values


@frozen(kw_only=True)
class OpenPoints:
    """Values nobody confirmed, parts that are not set, and whether the definition is adopted."""

    values: tuple[StatedValue, ...] = ()
    gaps: tuple[Pointer, ...] = ()
    adopted: bool = True

    @property
    def draft(self) -> bool:
        """Whether a document with these points must be stamped."""
        return bool(self.values or self.gaps or not self.adopted)


def open_points(composition: Composition) -> OpenPoints:
    """Return the open points of a document that has been composed."""
    definition = composition.original
    return OpenPoints(
        values=tuple(
            value
            for value in open_values(definition, released=_released(definition))
            if value.pointer in composition.seen and not _blank(value.value)
        ),
        gaps=tuple(composition.gaps),
        adopted=definition.stage is Stage.ADOPTED,
    )


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
