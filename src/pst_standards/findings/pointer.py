"""Where a value stands: its path inside a definition, and its place in a file."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Pointer: TypeAlias = tuple[str | int, ...]
"""A path of keys and indexes from the root of a definition; ``()`` is the root itself."""


def format_pointer(pointer: Pointer) -> str:
    """Write a pointer in the notation of RFC 6901.

    >>> format_pointer(("standards", 0, "fee"))
    '/standards/0/fee'
    >>> format_pointer(("a/b", "c~d"))
    '/a~1b/c~0d'
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)


def parse_pointer(text: str) -> Pointer:
    """Read a pointer in the notation of RFC 6901; whole numbers become indexes.

    Raises ``ValueError`` when the text is neither empty nor starts with a slash.

    >>> parse_pointer("/standards/0/fee")
    ('standards', 0, 'fee')
    """
    if not text:
        return ()
    if not text.startswith("/"):
        raise ValueError(text)
    steps = (step.replace("~1", "/").replace("~0", "~") for step in text[1:].split("/"))
    return tuple(int(step) if step.isascii() and step.isdigit() else step for step in steps)


class Location(NamedTuple):
    """A place in a file; lines and columns count from 1, ``None`` where there is no file.

    In a workbook it is a cell of a sheet, such as ``C7``, and there is no line; ``row`` or
    ``heading`` is then what the sheet itself calls the row or the column, where it does, and
    ``choice`` what is to be chosen there, in Indonesian and in English.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    layer: str | None = None
    sheet: str | None = None
    cell: str | None = None
    row: str | None = None
    heading: str | None = None
    choice: tuple[str, str] | None = None

    def __str__(self) -> str:
        """Write the place as editors understand it, a cell as spreadsheets do.

        >>> str(Location("office.yaml", 3, 5))
        'office.yaml:3:5'
        >>> str(Location("office.xlsx", sheet="Jam pelayanan", cell="C7"))
        "office.xlsx:'Jam pelayanan'!C7"
        """
        return ":".join(str(part) for part in (*self[:3], self.reference) if part is not None)

    @property
    def reference(self) -> str | None:
        """The sheet and the cell, as they may be pasted into the name box of a spreadsheet."""
        if self.sheet is None:
            return None
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!{self.cell}"
