"""What the body of a document refers to and other parts of the file must hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from pst_standards.documents.images import ImageKind
from pst_standards.documents.outline import Marker

# rId1 to rId6 are the fixed parts, numId 1 and 2 the lists behind the styles List Bullet and
# List Number: what a document adds is counted after them.
FIXED_RELATIONS: Final = 6
FIXED_LISTS: Final = 2


@frozen(kw_only=True)
class Taken:
    """The numbers that are used before a document adds its own, and the beginning of its pictures.

    A template has used some more than a document without one.
    """

    relations: int = FIXED_RELATIONS
    lists: int = FIXED_LISTS
    drawings: int = 0
    bookmarks: int = 0
    picture: str = "image"


class Collected:
    """Pictures, links and lists of one part, numbered in the order in which they come.

    ``taken`` keeps what two parts of one file, or a template and its text, add apart.
    """

    def __init__(self, taken: Taken = Taken()) -> None:
        self._taken = taken
        self.lists: list[tuple[Marker, int, int]] = []
        self._relations: dict[bytes | str, str] = {}
        self._images: dict[bytes, str] = {}
        self._drawings = taken.drawings
        self._bookmarks = taken.bookmarks

    def list_number(self, marker: Marker, level: int, start: int) -> int:
        """Return the number of a new list that starts at ``start`` on ``level``."""
        self.lists.append((marker, level, start))
        return len(self.lists) + self._taken.lists

    def link(self, address: str) -> str:
        """Return the relation of a link."""
        return self._relation(address)

    def image(self, data: bytes, kind: ImageKind) -> str:
        """Return the relation of a picture; the same bytes are stored once."""
        name = f"media/{self._taken.picture}{len(self._images) + 1}.{kind.extension}"
        self._images.setdefault(data, name)
        return self._relation(data)

    def drawing_number(self) -> int:
        """Return a number no other drawing of this document has."""
        self._drawings += 1
        return self._drawings

    def bookmark_number(self) -> int:
        """Return a number no other bookmark of this document has."""
        self._bookmarks += 1
        return self._bookmarks

    @property
    def images(self) -> Iterator[tuple[str, bytes]]:
        """Name below ``word/`` and bytes of each picture."""
        return ((name, data) for data, name in self._images.items())

    @property
    def has_images(self) -> bool:
        """Whether there is any picture."""
        return bool(self._images)

    @property
    def relations(self) -> Iterator[tuple[str, str, str, bool]]:
        """Identity, kind, target of each relation, and whether it leads out of the file."""
        for aim, identity in self._relations.items():
            if isinstance(aim, bytes):
                yield identity, "image", self._images[aim], False
            else:
                yield identity, "hyperlink", aim, True

    def _relation(self, aim: bytes | str) -> str:
        number = self._taken.relations + len(self._relations) + 1
        return self._relations.setdefault(aim, f"rId{number}")
