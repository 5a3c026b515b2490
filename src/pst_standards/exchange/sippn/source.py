"""The text of a published page, and where in its file each line stands."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen


@frozen(kw_only=True)
class Source:
    """The text of a file; ``cells`` names the cell in which each line began, where it has cells.

    ``pointer`` leads to an entry of a JSON file; the lines of a text that is not ``lined`` are not
    those of its file, and ``before`` counts the lines above it. ``notes`` names cells that were
    read although people may see nothing or something else there.
    """

    text: str
    cells: Mapping[int, str] | None = None
    notes: tuple[tuple[str, str], ...] = ()
    pointer: str = ""
    lined: bool = True
    before: int = 0

    def place(self, line: int) -> str:
        """Return where a line stands: its number, or the cell that it is in.

        >>> Source(text="a", before=4).place(1), Source(text="a", cells={1: "SIPPN!C2"}).place(3)
        ('5', 'SIPPN!C2')
        """
        if self.pointer:
            return self.pointer
        if self.cells is None or not line:
            return str(self.before + line) if line and self.lined else ""
        before = [start for start in self.cells if start <= line]
        return self.cells[max(before)] if before else ""
