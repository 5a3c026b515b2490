"""Reading a definition while remembering which of its values were read.

What a document prints decides whether it is a draft, and a list kept by hand of what each kind
prints would soon be wrong. So the composers read through a view that remembers: a value that
was never read cannot have been printed.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from pst_standards.findings import Pointer
from pst_standards.model.base import Node

N = TypeVar("N", bound=Node)


class _View:
    """Stands for a node, hands out its values and remembers their pointers."""

    __slots__ = ("node_", "pointer_", "seen_")

    def __init__(self, node: Node, pointer: Pointer, seen: set[Pointer]) -> None:
        self.node_ = node
        self.pointer_ = pointer
        self.seen_ = seen

    @property  # type: ignore[misc]
    def __class__(self) -> type[Node]:  # type: ignore[override]
        """Pass for the class of the node, so that ``isinstance`` tells what a reader expects."""
        return type(self.node_)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.node_, name)
        pointer = (*self.pointer_, name)
        if isinstance(value, Node):
            return _View(value, pointer, self.seen_)
        if isinstance(value, tuple) and value and isinstance(value[0], Node):
            return tuple(
                _View(item, (*pointer, place), self.seen_) for place, item in enumerate(value)
            )
        self.seen_.add(pointer)
        return value


def watched(node: N, seen: set[Pointer], pointer: Pointer = ()) -> N:
    """Return a view of ``node`` that adds the pointer of each value read from it to ``seen``.

    >>> from pst_standards.model.office import Office
    >>> seen = set()
    >>> watched(Office(name="BPS Kabupaten Contoh"), seen, ("office",)).name
    'BPS Kabupaten Contoh'
    >>> seen
    {('office', 'name')}
    """
    return cast("N", _View(node, pointer, seen))


def pointer_of(node: Node) -> Pointer:
    """Return where a watched node stands in its definition; ``()`` for one that nobody watches."""
    return cast("Pointer", getattr(node, "pointer_", ()))


def unwatched(node: N) -> N:
    """Return a node without its watch: what is only weighed, and not printed, is not read.

    >>> from pst_standards.model.office import Office
    >>> office = Office()
    >>> unwatched(watched(office, set())) is office, unwatched(office) is office
    (True, True)
    """
    return cast("N", getattr(node, "node_", node))
