"""Where a block stands while the body is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from attrs import evolve, frozen

from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.outline import Block
from pst_standards.documents.row_heights import A4, PageRoom

TEXT_WIDTH: Final = 9354
"""Width of the text in twentieths of a point: 165 mm, on an upright A4 and F4 alike."""

_TWIPS_PER_MM: Final = 1440 / 25.4


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point.

    >>> twips(165)
    9354
    """
    return round(millimetres * _TWIPS_PER_MM)


@frozen(kw_only=True)
class Scope:
    """Surroundings of a block: width in twips, in a table or panel, how many lists around it.

    ``letters`` is how much wider than ours the letters are, ``page`` what a page holds of letters
    drawn larger by ``scale``. Those of titles in tables are larger by ``titles``, and ``wider``
    still. ``write`` renders blocks within blocks, so that tables and lists need not know the
    others.
    """

    collected: Collected
    write: Writer
    width: int = TEXT_WIDTH
    in_table: bool = False
    in_panel: bool = False
    depth: int = 0
    letters: float = 1.0
    titles: float = 1.0
    wider: float = 1.0
    page: PageRoom = A4
    scale: float = 1.0

    def in_cell(self, width: int) -> Scope:
        """Return the surroundings inside a cell with ``width`` between its margins."""
        return evolve(self, width=max(width, 1), in_table=True, in_panel=False, depth=0)

    def table_room(self) -> PageRoom:
        """Return what a page leaves to a table that stands here."""
        return evolve(self.page, width=self.width / _TWIPS_PER_MM / self.scale)

    def in_item(self) -> Scope:
        """Return the surroundings inside an item of a list."""
        return evolve(self, depth=self.depth + 1)


Writer: TypeAlias = Callable[[Sequence[Block], Scope], str]
