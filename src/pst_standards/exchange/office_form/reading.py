"""Reading the form: its hidden keys tell sheets and columns, and every value has a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define, evolve

from pst_standards.definitions import Bases, DefinitionError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.forms import MAGIC
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.reading.places import Places
from pst_standards.definitions.workbooks import WorkbookError
from pst_standards.exchange.office_form.aside import as_mapping, entries
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.content import FormContent, Free, Place
from pst_standards.exchange.office_form.digits import keep_digits
from pst_standards.exchange.office_form.filling import Steps, leaf_table
from pst_standards.exchange.office_form.grid_rows import (
    NOTHING,
    free_row,
    is_filled,
    is_numbered,
    item_number,
    kinds,
    labelled,
    orphan_of,
    parent_in,
    rank,
    row_of,
)
from pst_standards.exchange.office_form.handled import Told, filled_rows, handled, said_in, strays
from pst_standards.exchange.office_form.known_sheets import holds_rows, looks_like_form, titles_of
from pst_standards.exchange.office_form.layers import base_data, in_cells, missing, stated
from pst_standards.exchange.office_form.layout import STAR, Keys, Leaf, Part
from pst_standards.exchange.office_form.naming import parents_meant, put_meant, target_of
from pst_standards.exchange.office_form.notes import told_choices
from pst_standards.exchange.office_form.opening import Grid, grids
from pst_standards.exchange.office_form.pasted import list_sign
from pst_standards.exchange.office_form.sheets import (
    ASIDE_SHEET,
    FIRST,
    FIRST_ROW,
    GUIDE_SHEET,
    KEY,
    KEY_ROW,
    NATIONAL_SHEET,
    PARENT,
    SECOND,
    joined,
    parted,
)
from pst_standards.exchange.office_form.tree import Tree
from pst_standards.exchange.office_form.values import CellError, Pair, decoded
from pst_standards.exchange.office_form.whereabouts import inserted, part_column, part_holding
from pst_standards.findings import Finding, Location, Severity

_RULE: Final = "DEF-038"
_HARMLESS: Final = frozenset(
    {"sheet", "row", "column", "merged", "formula", "hidden", "hidden_column", "hidden_sheet"}
    | {"gone", "sheet_gone", "listed"}
)


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
    for sheet in sorted(sheets, key=rank):
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
    base: Tree = Factory(Tree)
    free: dict[Keys, Free] = Factory(dict)
    referring: dict[Steps, Keys] = Factory(dict)
    sheets: dict[str, tuple[Grid, Part]] = Factory(dict)
    known: int = 0
    homes: dict[Keys, Place] = Factory(dict)
    lost: set[Keys] = Factory(set)
    nameless: list[Grid] = Factory(list)
    _named: dict[tuple[str, ...], int] = Factory(dict)

    def content(self, bases: Bases | None) -> FormContent:
        """Return what was read, told apart from what the base says."""
        for steps, around in self.referring.items():
            put_meant(self.tree, steps, around)
        national = self._national(bases)
        below = Tree.of(national)
        own = stated(self.tree, below, self.aside)
        for steps in missing(below, self.tree):
            self._gone(steps, below)
        return FormContent(
            name=self.name,
            data=own.data(),
            findings=tuple(self.findings),
            places=Places(list, lambda _: (0, 0), masked=False),
            stood={steps: self._labelled(place) for steps, place in self.cells.items()},
            free=self.free,
            tree=self.tree,
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

    def _gone(self, steps: Steps, below: Tree) -> None:
        """Tell of what was national and emptied: that alone takes nothing away from the base."""
        around = [steps[:length] for length in range(len(steps), 0, -1)]
        if (*steps, "remove") in self.aside or any(one in self.aside for one in around):
            return
        part = part_holding(steps, below)
        if part is not None and part.keys not in self.homes:
            self._sheet_gone(part)
            return
        cell = next((self.cells[one] for one in around if one in self.cells), None)
        cell = cell or (self.homes[part.keys] if part else None)
        where = cell.within(self.name) if cell else Location(self.name)
        self._add("gone", where, found=steps[-1])

    def _sheet_gone(self, part: Part) -> None:
        """Tell once of a sheet that was deleted; of one that lost its first row something else."""
        lost = titles_of(part) & {grid.name.casefold() for grid in self.nameless}
        if part.keys not in self.lost and not lost:
            self._add("sheet_gone", Location(self.name), found=part.title("id"))
        self.lost.add(part.keys)

    def sheet(self, grid: Grid) -> None:
        """Read a sheet, whatever it is called; one of somebody's own is only told of."""
        keys = {column: str(found.value) for column, found in row_of(grid, KEY_ROW).items()}
        first, known = keys.get(1, ""), kinds()
        if first == f"{MAGIC} {ASIDE_SHEET}":
            self._aside(grid, keys)
        elif first == f"{MAGIC} {NATIONAL_SHEET}":
            kept = "".join(text for column, text in sorted(keys.items()) if column > 1)
            self.national = as_mapping(kept)
            self.base = Tree.of(self.national or {})
        elif first in known:
            self._part(grid, known[first], keys)
        elif grid.rows and first != f"{MAGIC} {GUIDE_SHEET}":
            self._unknown(grid)
        self.known += first in known

    def _unknown(self, grid: Grid) -> None:
        """Tell of a sheet that does not say what it is: of somebody, or without its first row."""
        if looks_like_form(grid):
            self.nameless.append(grid)
            self._tell("nameless" if holds_rows(grid) else "sheet", grid, (1, 1), found=grid.name)
        elif not grid.hidden:
            self._tell("sheet", grid, (min(grid.rows), 1), found=grid.name)

    def _part(self, grid: Grid, part: Part, keys: Mapping[int, str]) -> None:
        first = Place(grid.name, FIRST_ROW, part_column({key: at for at, key in keys.items()}))
        self.homes.setdefault(part.keys, first)
        self.sheets[grid.name] = grid, part
        if not part.blocks:
            self.free.setdefault(part.keys, free_row(grid, keys))
        self._handled(grid, handled(grid, part, keys))
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
            self._value(grid, (number, first, second), (steps, leaf))
            if leaf.shape.kind == "list":
                self._pasted(grid, (number, first), leaf)

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
        if not part.parents:  # where the first item would stand, for one that is missing
            first = Place(grid.name, FIRST_ROW, part_column(columns))
            self.cells.setdefault(part.keys, first)
        for number, row in filled_rows(grid):
            own = {at for key, at in columns.items() if not key.startswith((MAGIC, PARENT))}
            if not (is_numbered(row) or any(is_filled(row, column) for column in own)):
                continue  # nothing but parents that were filled down
            steps = self._item(grid, part, (number, row), columns)
            if steps is None:
                continue
            for keys_of, column in leaves.items():
                second = columns.get("/".join(keys_of) + SECOND, 0)
                self._value(grid, (number, column, second), ((*steps, *keys_of), table[keys_of]))
                self._pasted(grid, (number, column), table[keys_of])

    def _item(
        self,
        grid: Grid,
        part: Part,
        row: tuple[int, Mapping[int, Found]],
        columns: Mapping[str, int],
    ) -> Steps | None:
        """Return the steps of the item of a row, ``None`` for an empty row and a wrong one."""
        number, cells = row
        filled = [column for column in cells if is_filled(cells, column)]
        if not filled:
            return None
        around = [
            parent_in(grid, (number, columns.get(f"{PARENT}{place}", place + 2)))
            for place in range(part.parents)
        ]
        if not all(around):
            place = around.index("") + 2
            if set(filled) - set(range(1, part.parents + 2)):
                self._tell("parent", grid, (number, place), found=part.title("id"))
            return None
        around = parents_meant((self.tree, self.base), part.keys, around)
        steps = inserted(part, around)
        lost = self._orphaned(part, steps)
        if lost:
            place = next(one for one, name in enumerate(around, 2) if name == lost)
            self._tell(orphan_of(part, place - 2), grid, (number, place), found=lost)
            return None
        return self._own_name(grid, steps, row, columns)

    def _orphaned(self, part: Part, steps: Steps) -> str:
        """Return the name of the outermost item around that has no row and is not in the base."""
        stars = [steps[: place + 1] for place, key in enumerate(part.keys) if key == STAR]
        lost = (one[-1] for one in stars if not (self.tree.has(one) or self.base.has(one)))
        return next(lost, "")

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
        name = said or item_number(cells.get(1, NOTHING), steps, self.tree)
        if not name:
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
        here, before = Place(grid.name, number, first), self.cells.get(steps)
        row = grid.rows[number]
        self.cells.setdefault(steps, here)
        if first not in row and second not in row:
            return
        both = [self._sound(grid, (number, column)) for column in (first, second)]
        try:
            keep_digits(Pair(*both), leaf)
            value = decoded(Pair(*both), leaf.shape)
        except CellError as error:
            said = said_in(grid.rows[number].get(first, NOTHING))
            told = told_choices(leaf) if error.variant == "choice" else {}
            self._tell(error.variant, grid, (number, first), found=said, **told)
            return
        target = target_of(leaf)
        if target is not None and value is not None:
            self.referring[steps] = target
        self._put(steps, value, here, before)

    def _put(self, steps: Steps, value: Any, here: Place, before: Place | None) -> None:
        """State a value; tells of a copied row that says something else under the same key."""
        if value is None:
            return
        if before is None or not self.tree.has(steps):
            self.cells[steps] = here
            self.tree.put(steps, value)
        elif self.tree.value(steps) != value:
            self._twice(steps, here, before)

    def _twice(self, steps: Steps, here: Place, before: Place) -> None:
        where = here.within(self.name)
        self._add("twice", where, found=joined(steps), other=before.named)

    def _pasted(self, grid: Grid, place: tuple[int, int], leaf: Leaf) -> None:
        """Tell of a number or bullet of a pasted list; the documents number the items anyway."""
        sign = list_sign(grid.rows[place[0]].get(place[1], NOTHING).value, leaf.shape)
        if sign:
            self._tell("listed", grid, place, found=sign)

    def _sound(self, grid: Grid, place: tuple[int, int]) -> Any:
        """Return the value of a cell; tells of a formula, and leaves out what is no value."""
        found = grid.rows.get(place[0], {}).get(place[1], NOTHING)
        if found.trouble:
            self._tell(found.trouble, grid, place, found=said_in(found))
        return None if found.trouble in {"error", "unreckoned"} else found.value

    def _aside(self, grid: Grid, keys: Mapping[int, str]) -> None:
        self._handled(grid, strays(grid, frozenset(keys)))
        found: dict[Steps, Place] = {}
        for one in entries(grid, keys):
            here = Place(grid.name, one.row, one.column)
            if one.trouble:
                said = said_in(Found(one.value))
                self._add(one.trouble, here.within(self.name), found=said)
            elif one.steps not in self.aside:
                found[one.steps] = here
                self.cells.setdefault(one.steps, here)
                self.aside[one.steps] = one.value
            elif self.aside[one.steps] != one.value:
                self._twice(one.steps, here, found.get(one.steps, here))

    # -- what is told ----------------------------------------------------------------------------

    def _handled(self, grid: Grid, told: Iterable[Told]) -> None:
        for one in told:
            said = {"found": one.found} if one.found else {}
            self._tell(one.variant, grid, (one.row, one.column), **said)

    def _tell(self, variant: str, grid: Grid, place: tuple[int, int], **params: str) -> None:
        self._add(variant, self._labelled(Place(grid.name, *place)).within(self.name), **params)

    def _labelled(self, place: Place) -> Place:
        """Return a cell with what its sheet calls it."""
        known = self.sheets.get(place.sheet)
        return labelled(place, *known) if known else place

    def _add(self, variant: str, where: Location, **params: str) -> None:
        found = fault(_RULE, variant=variant, location=where, pointer=(), **params)
        # What was read all the same, or stood beside the form, keeps nobody from using the rest.
        harmless = variant in _HARMLESS
        self.findings.append(evolve(found, severity=Severity.WARNING) if harmless else found)


__all__ = ["FormContent", "read_form"]
