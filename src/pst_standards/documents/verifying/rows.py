"""Gathering lines while a file is read, with the anchor of the row that they stand in."""

from __future__ import annotations

from typing import Final

PREFIX: Final = "pst_"
"""How the names of anchors begin."""


class Rows:
    """Lines in their order; the outermost row that has an anchor gives it to its lines."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self._open: list[tuple[int, str]] = []

    def begin(self, name: str = "") -> None:
        """Open a row."""
        self._open.append((len(self.lines), ""))
        self.mark(name)

    def mark(self, name: str) -> None:
        """Note the anchor of the innermost open row; other names are those of others."""
        if self._open and name.startswith(PREFIX):
            start, anchor = self._open[-1]
            self._open[-1] = (start, anchor or name)

    def end(self) -> None:
        """Close a row."""
        if not self._open:
            return
        start, anchor = self._open.pop()
        if anchor:
            self.lines[start:] = [(text, anchor) for text, _ in self.lines[start:]]

    def add(self, text: str) -> None:
        """Add a line."""
        self.lines.append((text, ""))
