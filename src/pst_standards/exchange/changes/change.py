"""One change between two definitions: where, what stood there, and what stands there now."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final, TypeAlias

from attrs import frozen

from pst_standards.definitions.rebasing import ABSENT
from pst_standards.findings import format_pointer

Path: TypeAlias = tuple[str, ...]
"""Steps to a value: keys of mappings, and for an item of a list its id, which no order shifts."""


class Kind(Enum):
    """What happened to a value; ``ordered`` is a list whose items stand in another order."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    ORDERED = "ordered"


class ChangeError(ValueError):
    """Changes do not fit the data: what they say stood at ``path`` does not stand there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{format_pointer(path)}: the old value is another one")
        self.path = path


@frozen(kw_only=True)
class Change:
    """One change. Of kind ``ordered``, ``old`` and ``new`` are the ids in their order.

    >>> Change(path=("office", "fax"), kind=Kind.REMOVED, old="1").turned.kind
    <Kind.ADDED: 'added'>
    """

    path: Path
    kind: Kind
    old: Any = ABSENT
    new: Any = ABSENT

    @property
    def turned(self) -> Change:
        """The same change in the other direction."""
        return Change(
            path=self.path, kind=_TURNED.get(self.kind, self.kind), old=self.new, new=self.old
        )

    @property
    def pointer(self) -> str:
        """The path as text, such as ``/standards/library/fee/kind``."""
        return format_pointer(self.path)


_TURNED: Final = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}
