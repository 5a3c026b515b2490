"""What a form says as data, with the sheet and the cell of every value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from attrs import field, frozen

from pst_standards.definitions.forms import NEW_ROW
from pst_standards.definitions.reading import FileContent
from pst_standards.definitions.workbooks import column_letters
from pst_standards.exchange.office_form.filling import Steps
from pst_standards.exchange.office_form.layout import Keys
from pst_standards.exchange.office_form.tree import Tree
from pst_standards.findings import Location, Pointer


class Place(NamedTuple):
    """A cell: its sheet, its row and its column, both counted from 1, and what these are called."""

    sheet: str
    row: int
    column: int
    called: str = ""
    heading: str = ""

    def within(self, file: str) -> Location:
        """Return the place in a file.

        >>> str(Place("Layanan", 7, 3).within("form.xlsx"))
        "form.xlsx:'Layanan'!C7"
        """
        cell = f"{column_letters(self.column - 1)}{self.row}"
        return Location(
            file, None, None, None, self.sheet, cell, self.called or None, self.heading or None
        )

    @property
    def named(self) -> str:
        """The sheet and the cell, as they are told in a sentence."""
        return str(self.within("").reference)


@frozen
class Free:
    """The first free row of the sheet of a list, with its columns and their headings by key."""

    first: Place
    columns: Mapping[str, tuple[int, str]]

    def place(self, keys: Pointer) -> Place:
        """Return the cell of a value in the free row, the first one for what has none."""
        for key, (column, heading) in self.columns.items():
            if keys and key.split("/")[: len(keys)] == list(keys):
                return self.first._replace(column=column, heading=heading)
        return self.first


@frozen(kw_only=True)
class FormContent(FileContent):
    """A form as data, with the sheet and the cell of each value, also of an empty one."""

    _stood: Mapping[Steps, Place] = field(factory=dict, eq=False, repr=False)
    _tree: Tree = field(factory=Tree, eq=False, repr=False)
    _free: Mapping[Keys, Free] = field(factory=dict, eq=False, repr=False)

    @cached_property
    def cells(self) -> Mapping[Pointer, Place]:
        """The cell of each value, and of each part around it the first cell in it.

        Items of lists are named by their ids, else by their place.
        """
        found: dict[Pointer, Place] = {}
        for steps, cell in self._stood.items():
            pointer = self._tree.pointer(steps)
            found[pointer] = cell
            for length in range(1, len(pointer)):
                found.setdefault(pointer[:length], cell)
        return found

    def locate(self, pointer: Pointer, *, key: bool = False) -> Location:
        """Return the sheet and the cell of a value in the data, or of the nearest around it."""
        del key  # a field and its value stand in one row
        named: list[str | int] = []
        node: Any = self.data
        for step in pointer:
            node = _child(node, step)
            has_id = isinstance(step, int) and isinstance(node, dict) and "id" in node
            named.append(node["id"] if has_id else step)
        return self.shown(tuple(named)) or Location(self.name)

    def shown(self, named: Pointer) -> Location | None:
        """Return the sheet and the cell of a value whose items are named by their ids.

        Behind a list ``+`` stands for the first free row of its sheet.
        """
        while NEW_ROW in named:
            end = max(place for place, step in enumerate(named) if step == NEW_ROW)
            free = self._free.get(self._tree.pattern(named[:end]))
            if free is not None:
                return free.place(named[end + 1 :]).within(self.name)
            named = named[:end]
        for length in range(len(named), 0, -1):
            if named[:length] in self.cells:
                cell = self.cells[named[:length]]
                called = self._is_called(named[:length], whole=length == len(named))
                return (cell if called else cell._replace(called="", heading="")).within(self.name)
        return None

    def _is_called(self, named: Pointer, *, whole: bool) -> bool:
        """Tell whether the heading of a cell speaks of what is asked for, not of one part of it.

        A row as a whole has no heading, nor has what stands on no sheet: there the cell of
        something around it stands in.
        """
        steps = tuple(map(str, named))
        many = self._tree.is_item(steps[:-1], steps[-1]) or self._tree.is_item(steps, "any")
        return not many and (whole or named in self._own)

    @cached_property
    def _own(self) -> frozenset[Pointer]:
        return frozenset(map(self._tree.pointer, self._stood))


def _child(node: Any, step: str | int) -> Any:
    try:
        return node[step]
    except (KeyError, IndexError, TypeError):
        return None
