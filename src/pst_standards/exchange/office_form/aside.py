"""The sheet of what has no cell: a key, and behind it JSON or a text; nothing of it gets lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from pst_standards.exchange.office_form.filling import Steps
from pst_standards.exchange.office_form.opening import Grid
from pst_standards.exchange.office_form.sheets import FIRST_ROW, JSON, parted

_STRUCTURED: Final = ("{", "[")


@frozen
class Entry:
    """A row: its key, its value, the cell to be named, and what is wrong with it."""

    steps: Steps
    value: Any
    row: int
    column: int = 2
    trouble: str = ""


def entries(grid: Grid, keys: Mapping[int, str]) -> Iterator[Entry]:
    """Yield what stands on the sheet; ``trouble`` is ``json``, ``no_key`` or empty.

    A text that is no JSON is a text, unless it begins as a part or a list does.

    >>> from pst_standards.exchange.office_form.cell_values import Found
    >>> row = {1: Found("office/motto"), 2: Found("Melayani")}
    >>> [one.value for one in entries(Grid("+", {3: row}), {2: "@json"})]
    ['Melayani']
    """
    columns = [column for column, key in keys.items() if key == JSON]
    for number, row in grid.rows.items():
        held = [column for column in columns if column in row and row[column].value is not None]
        if number < FIRST_ROW or not held:
            continue
        text = "".join(str(row[column].value) for column in held)
        said = row.get(1)
        steps = parted(str(said.value if said and said.value is not None else "").strip())
        if not steps:
            yield Entry(steps, text, number, held[0], "no_key")
        else:
            yield _entry(steps, text, number)


def _entry(steps: Steps, text: str, number: int) -> Entry:
    try:
        return Entry(steps, json.loads(text), number)
    except (ValueError, RecursionError):
        wrong = text.lstrip().startswith(_STRUCTURED)
        return Entry(steps, text, number, trouble="json" if wrong else "")


def as_mapping(text: str) -> Mapping[str, Any] | None:
    """Return a part that stands as JSON in a text, ``None`` for anything else.

    >>> as_mapping('{"lang": "id"}'), as_mapping("[]")
    ({'lang': 'id'}, None)
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


__all__ = ["Entry", "as_mapping", "entries"]
