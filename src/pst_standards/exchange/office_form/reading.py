"""Reading the form: its hidden keys tell sheets and columns, and every value has a cell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define, evolve

from pst_standards.definitions import Bases, DefinitionError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.forms import MAGIC
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.reading.places import Places
from pst_standards.definitions.workbooks import WorkbookError
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.content import FormContent, Free, Place
from pst_standards.exchange.office_form.digits import keep_digits
from pst_standards.exchange.office_form.filling import Steps, leaf_table
from pst_standards.exchange.office_form.grid_rows import (
    NOTHING,
    filled_rows,
    free_row,
    labelled,
    part_column,
    row_of,
    said_in,
)
from pst_standards.exchange.office_form.layers import base_data, in_cells, missing, stated
from pst_standards.exchange.office_form.layout import STAR, Keys, Leaf, Part, parts
from pst_standards.exchange.office_form.naming import parents_meant, put_meant, target_of
from pst_standards.exchange.office_form.notes import told_choices
from pst_standards.exchange.office_form.opening import Grid, grids
from pst_standards.exchange.office_form.sheets import (
    ASIDE_SHEET,
    FIRST,
    FIRST_ROW,
    GUIDE_SHEET,
    JSON,
    KEY,
    KEY_ROW,
    NATIONAL_SHEET,
    PARENT,
    SECOND,
    parted,
    sheet_key,
)
from pst_standards.exchange.office_form.tree import Tree
from pst_standards.exchange.office_form.values import CellError, Pair, decoded
from pst_standards.findings import Finding, Location, Severity

_RULE: Final = "DEF-038"
_HARMLESS: Final = frozenset({"sheet", "row", "column", "merged", "formula", "hidden"})


def read_form(
    source: str | Path | bytes, *, bases: Bases | None = None, name: str = "-"
) -> FormContent:
    """Return what an office states in a form, beyond what the base that it names says already.

    Raises ``DefinitionError`` for a file that cannot be opened, is no form, or names a base that
    is not there. What is wrong in a cell is a finding with its place (DEF-038); that cell says
    nothing then.
    """
    if not isinstance(source, bytes):
        name = Path(source).as_posix() if name == "-" else name
        source = read_bytes(Path(source), name)
    try:
        sheets = grids(source)
    except WorkbookError as error:
        raise _unusable("large" if error.too_large else "workbook", name) from None
    reader = _Reader(name)
    for sheet in sorted(sheets, key=_rank):  # a row is read after the one that it belongs to
        reader.sheet(sheet)
    if not reader.known:
        raise _unusable("no_form", name)
    return reader.content(bases)


def _unusable(variant: str, name: str) -> DefinitionError:
    return DefinitionError((fault(_RULE, variant=variant, location=Location(name), file=name),))


@define
class _Reader:
    name: str
    tree: Tree = Factory(Tree)
    aside: dict[Steps, Any] = Factory(dict)
    cells: dict[Steps, Place] = Factory(dict)
    findings: list[Finding] = Factory(list)
    national: Mapping[str, Any] | None = None
    free: dict[Keys, Free] = Factory(dict)
    referring: dict[Steps, Keys] = Factory(dict)
    known: int = 0
    _named: dict[tuple[str, ...], int] = Factory(dict)

    def content(self, bases: Bases | None) -> FormContent:
        """Return what was read, told apart from what the base says."""
        for steps, around in self.referring.items():
            put_meant(self.tree, steps, around)
        national = self._national(bases)
        below = Tree.of(national)
        own = stated(self.tree, below, self.aside)
        for steps in missing(below, self.tree):
            self._gone(steps)
        return FormContent(
            name=self.name,
            data=own.data(),
            findings=tuple(self.findings),
            places=Places(list, lambda _: (0, 0), masked=False),
            stood=self.cells,
            tree=self.tree,
            free=self.free,
        )

    def _national(self, bases: Bases | None) -> Mapping[str, Any]:
        """Return what was national in the form; where that was deleted, what is today.

        A base that is not there is told by the cell that names it.
        """
        if self.national is not None:
            return self.national
        named = ("extends",)
        try:
            return in_cells(base_data(self.aside.get(named), bases))
        except DefinitionError as error:
            where = self.cells[named].within(self.name)
            raise DefinitionError(
                tuple(evolve(one, location=where) for one in error.findings)
            ) from None

    def _gone(self, steps: Steps) -> None:
        """Tell of what was national and emptied: that alone takes nothing away from the base."""
        ends = (steps[:length] for length in range(len(steps), 0, -1))
        if (*steps, "remove") in self.aside or any(end in self.aside for end in ends):
            return
        around = (steps[:length] for length in range(len(steps), 0, -1))
        cell = next((self.cells[one] for one in around if one in self.cells), None)
        where = cell.within(self.name) if cell else Location(self.name)
        found = fault(_RULE, variant="gone", pointer=(), location=where, found=steps[-1])
        self.findings.append(evolve(found, severity=Severity.WARNING))

    def sheet(self, grid: Grid) -> None:
        """Read a sheet, whatever it is called; one of somebody's own is only told of."""
        keys = {column: str(found.value) for column, found in row_of(grid, KEY_ROW).items()}
        first, kinds = keys.get(1, ""), _kinds()
        if first == f"{MAGIC} {ASIDE_SHEET}":
            self._aside(grid, keys)
        elif first == f"{MAGIC} {NATIONAL_SHEET}":
            kept = "".join(text for column, text in sorted(keys.items()) if column > 1)
            self.national = _as_mapping(kept)
        elif first in kinds:
            self._part(grid, kinds[first], keys)
        elif grid.rows and not grid.hidden and first != f"{MAGIC} {GUIDE_SHEET}":
            self._tell("sheet", grid, (min(grid.rows), 1), found=grid.name)
        self.known += first in kinds

    def _part(self, grid: Grid, part: Part, keys: Mapping[int, str]) -> None:
        self._strays(grid, keys)
        self._merged(grid)
        if part.blocks:
            self._blocks(grid, part, keys)
        else:
            self._table(grid, part, keys)

    # -- a row for each field --------------------------------------------------------------------

    def _blocks(self, grid: Grid, part: Part, keys: Mapping[int, str]) -> None:
        columns = {key: column for column, key in keys.items()}
        table = leaf_table(part)
        first, second = columns.get(FIRST, 3), columns.get(SECOND, 4)
        for number, row in filled_rows(grid):
            steps = parted(str(row.get(columns.get(KEY, 6), NOTHING).value or ""))
            depth = len(part.keys) + part.listed
            leaf = table.get(steps[depth:])
            if leaf is None or steps[: len(part.keys)] != part.keys:
                self._unplaced(grid, number, row, (first, second))
                continue
            self.cells[steps] = labelled(grid, (number, first), part)
            self._value(grid, (number, first, second), (steps, leaf))

    def _unplaced(
        self, grid: Grid, number: int, row: Mapping[int, Found], columns: tuple[int, ...]
    ) -> None:
        """Tell of a row that somebody wrote or whose key is lost."""
        for column in columns:
            if row.get(column, NOTHING).value is not None:
                self._tell("row", grid, (number, column), found=said_in(row[column]))

    # -- a row for each item ---------------------------------------------------------------------

    def _table(self, grid: Grid, part: Part, keys: Mapping[int, str]) -> None:
        table = leaf_table(part)
        columns = {key: column for column, key in keys.items()}
        leaves = {leaf: columns["/".join(leaf)] for leaf in table if "/".join(leaf) in columns}
        free = free_row(grid, part, leaves)
        self.free.setdefault(part.keys, free)
        if not part.parents:  # where the first item would stand, for one that is missing
            first = free.first._replace(row=FIRST_ROW)
            self.cells.setdefault(part.keys, first)
        for number, row in filled_rows(grid):
            filled = {column for column in leaves.values() if self._filled(row, column)}
            steps = self._item(grid, part, (number, row), columns)
            if steps is None or not (filled or self._mentioned(row)):
                continue
            for keys_of, column in leaves.items():
                second = columns.get("/".join(keys_of) + SECOND, 0)
                inside = (*steps, *keys_of)
                self.cells[inside] = labelled(grid, (number, column), part)
                self._value(grid, (number, column, second), (inside, table[keys_of]))

    @staticmethod
    def _filled(row: Mapping[int, Found], column: int) -> bool:
        return column in row and (row[column].value is not None or bool(row[column].trouble))

    @staticmethod
    def _mentioned(row: Mapping[int, Found]) -> bool:
        """Tell whether a row has a number of its own: it was an item, be it an empty one."""
        return str(row.get(1, NOTHING).value or "").startswith("#")

    def _item(
        self,
        grid: Grid,
        part: Part,
        row: tuple[int, Mapping[int, Found]],
        columns: Mapping[str, int],
    ) -> Steps | None:
        """Return the steps of the item of a row, ``None`` for an empty row and a wrong one."""
        number, cells = row
        filled = [column for column in cells if self._filled(cells, column)]
        if not filled:
            return None
        around = [
            self._parent(grid, (number, columns.get(f"{PARENT}{place}", place + 2)))
            for place in range(part.parents)
        ]
        if not all(around):
            place = around.index("") + 2
            if set(filled) - set(range(1, part.parents + 2)):
                self._tell("parent", grid, (number, place), found=part.title("id"))
            return None
        around = parents_meant(self.tree, part.keys, around)
        steps = _inserted(part, around)
        lost = self._orphaned(part, steps)
        if lost:
            place = next(one for one, name in enumerate(around, 2) if name == lost)
            self._tell("orphan", grid, (number, place), found=lost)
            return None
        return self._own_name(grid, steps, row, columns)

    def _orphaned(self, part: Part, steps: Steps) -> str:
        """Return the name of the outermost item around that has no row of its own."""
        stars = (place for place, key in enumerate(part.keys) if key == STAR)
        lost = (steps[place] for place in stars if not self.tree.has(steps[: place + 1]))
        return next(lost, "")

    def _parent(self, grid: Grid, place: tuple[int, int]) -> str:
        """Return the name of the item around; of cells merged downwards the first one counts."""
        found = grid.rows.get(place[0], {}).get(place[1], NOTHING).value
        for span in grid.merged if found is None else ():
            inside = span.row <= place[0] <= span.last_row
            if inside and span.column <= place[1] <= span.last_column:
                found = grid.rows.get(span.row, {}).get(span.column, NOTHING).value
        return str(found if found is not None else "").strip()

    def _own_name(
        self,
        grid: Grid,
        steps: Steps,
        row: tuple[int, Mapping[int, Found]],
        columns: Mapping[str, int],
    ) -> Steps | None:
        number, cells = row
        column = columns.get("id", 0)
        said = str(cells.get(column, NOTHING).value or "").strip()
        name = said or str(cells.get(1, NOTHING).value or "").strip()
        if not name or (not said and not name.startswith("#")):
            self._named[steps] = self._named.get(steps, 0) + 1
            name = f"#new-{self._named[steps]}"
        found = (*steps, name)
        if self.tree.has(found):
            self._tell("double", grid, (number, column if said else 1), found=name)
            return None
        self.tree.touch(found)
        own = column if said else part_column(columns)
        self.cells[found] = Place(grid.name, number, own)
        return found

    # -- values ----------------------------------------------------------------------------------

    def _value(self, grid: Grid, place: tuple[int, int, int], about: tuple[Steps, Leaf]) -> None:
        number, first, second = place
        steps, leaf = about
        row = grid.rows[number]
        if first not in row and second not in row:
            return
        both = [self._sound(grid, (number, column)) for column in (first, second)]
        try:
            keep_digits(Pair(*both), leaf)
            value = decoded(Pair(*both), leaf.shape)
        except CellError as error:
            said = said_in(grid.rows[number].get(first, NOTHING))
            told = told_choices(leaf) if error.variant == "choice" else {}
            self._told(error.variant, self.cells[steps], found=said, **told)
            return
        if value is not None:
            self.tree.put(steps, value)
            target = target_of(leaf)
            if target is not None:
                self.referring[steps] = target

    def _sound(self, grid: Grid, place: tuple[int, int]) -> Any:
        """Return the value of a cell; tells of a formula, and leaves out what is no value."""
        found = grid.rows.get(place[0], {}).get(place[1], NOTHING)
        if found.trouble:
            self._tell(found.trouble, grid, place, found=said_in(found))
        return None if found.trouble in {"error", "unreckoned"} else found.value

    def _aside(self, grid: Grid, keys: Mapping[int, str]) -> None:
        columns = [column for column, key in keys.items() if key == JSON]
        for number, row in filled_rows(grid):
            steps = parted(str(row.get(1, NOTHING).value or ""))
            texts = [str(row[column].value) for column in columns if column in row]
            if not steps or not texts:
                continue
            self.cells.setdefault(steps, Place(grid.name, number, 2))
            try:
                self.aside[steps] = json.loads("".join(texts))
            except (ValueError, RecursionError):
                self.aside[steps] = "".join(texts)

    # -- what people do to sheets ----------------------------------------------------------------

    def _strays(self, grid: Grid, keys: Mapping[int, str]) -> None:
        """Tell of columns that the form does not have; of a wide paste only the first cell."""
        width = max(keys, default=0)
        for number, row in filled_rows(grid):
            strays = [column for column in row if column > width and row[column].value is not None]
            if strays:
                self._tell("column", grid, (number, strays[0]), found=said_in(row[strays[0]]))

    def _merged(self, grid: Grid) -> None:
        for number in sorted(grid.hidden_rows):
            if number >= FIRST_ROW:
                self._tell("hidden", grid, (number, min(grid.rows[number])))
        for span in grid.merged:
            if span.last_row >= FIRST_ROW:
                self._tell("merged", grid, (span.row, span.column))

    def _tell(self, variant: str, grid: Grid, place: tuple[int, int], **params: str) -> None:
        self._told(variant, Place(grid.name, *place), **params)

    def _told(self, variant: str, place: Place, **params: str) -> None:
        where = place.within(self.name)
        found = fault(_RULE, variant=variant, location=where, pointer=(), **params)
        # What was read all the same, or stood beside the form, keeps nobody from using the rest.
        harmless = variant in _HARMLESS
        self.findings.append(evolve(found, severity=Severity.WARNING) if harmless else found)


def _rank(grid: Grid) -> int:
    """Return the place of a sheet in a new form, wherever somebody moved it."""
    first = str(row_of(grid, KEY_ROW).get(1, NOTHING).value)
    kinds = list(_kinds())
    return kinds.index(first) if first in kinds else len(kinds)


@cache
def _kinds() -> Mapping[str, Part]:
    return {sheet_key(part.keys): part for part in parts()}


def _as_mapping(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _inserted(part: Part, names: list[str]) -> Steps:
    """Return the steps of a list, with the names of the items that it lies in."""
    waiting = iter(names)
    return tuple(next(waiting) if key == STAR else key for key in part.keys)


__all__ = ["FormContent", "read_form"]
