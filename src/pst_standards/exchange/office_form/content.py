"""What a form says as data, with the sheet and the cell of every value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from pst_standards.definitions.reading import FileContent
from pst_standards.findings import Location, Pointer


@frozen(kw_only=True)
class FormContent(FileContent):
    """A form as data; ``cells`` names the sheet and the cell of each value, also of an empty one.

    Items of lists are named by their ids in its keys, else by their place.
    """

    cells: Mapping[Pointer, str] = field(factory=dict)

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
        """Return the sheet and the cell of a value whose items are named by their ids."""
        for length in range(len(named), 0, -1):
            if named[:length] in self.cells:
                return Location(f"{self.name}:{self.cells[named[:length]]}")
        return None


def _child(node: Any, step: str | int) -> Any:
    try:
        return node[step]
    except (KeyError, IndexError, TypeError):
        return None
