"""Forms for many offices: a list in a workbook says which, and what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from pst_standards.definitions import DefinitionError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.forms import MAGIC
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.offices import OfficeRow, find_office
from pst_standards.definitions.starting import near_offices
from pst_standards.definitions.workbooks import WorkbookError
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.content import Place
from pst_standards.exchange.office_form.digits import keep_digits
from pst_standards.exchange.office_form.filling import leaf_table, part_at
from pst_standards.exchange.office_form.layout import Leaf
from pst_standards.exchange.office_form.listed_names import is_name_of
from pst_standards.exchange.office_form.notes import leaf_title, told_choices
from pst_standards.exchange.office_form.opening import Grid, grids
from pst_standards.exchange.office_form.sheets import KEY_ROW
from pst_standards.exchange.office_form.values import CellError, Pair, decoded
from pst_standards.findings import Finding, Location, Severity
from pst_standards.messages import LANGUAGES

_RULE: Final = "DEF-038"
_CODES: Final = frozenset({"kode", "kode bps", "kode kantor", "code", "office", "kantor"})
_NAMES: Final = frozenset({"nama", "name", "nama daerah", "nama wilayah", "nama kabupaten/kota"})
_KNOWN: Final = frozenset({"no", "no.", "nomor", "provinsi", "nama provinsi", "province"})
"""Headings of what the table of offices knows, or nobody needs."""
_HARMLESS: Final = frozenset({"list_column", "name_differs"})
_NOTHING: Final = Found(None)
_WIDTH: Final = 4
"""Digits of the code of an office; Excel drops the zeros of 0000."""


@frozen
class Listed:
    """An office of a list, and what the list says of it: the part ``office`` of a definition."""

    office: OfficeRow
    said: Mapping[str, Any]


def listed_offices(
    source: str | Path | bytes,
    *,
    name: str = "-",
    tell: Callable[[tuple[Finding, ...]], object] = tuple,
) -> tuple[Listed, ...]:
    """Return the offices of a list: a column with codes of BPS, others by the terms of an office.

    Raises ``DefinitionError``, with the sheet and the cell of every code that is none, of one that
    stands there twice and of a value that does not fit. ``tell`` gets what is only worth a look: a
    column that is not read, and a name that is not that of the code; forms have the name of the
    table of offices.
    """
    if not isinstance(source, bytes):
        name = Path(source).as_posix() if name == "-" else name
        source = read_bytes(Path(source), name)
    try:
        sheets = [sheet for sheet in grids(source) if sheet.rows and not sheet.hidden]
    except WorkbookError as error:
        variant = "large" if error.too_large else "workbook"
        raise DefinitionError((_fault(variant, Location(name), file=name),)) from None
    if any(_is_form(sheet) for sheet in sheets):
        raise DefinitionError((_fault("is_form", Location(name), file=name),))
    lists = [_List(name, sheet, head) for sheet in sheets if (head := _head(sheet))]
    if not lists:
        raise DefinitionError((_fault("no_list", Location(name), file=name),))
    found = tuple(one for each in lists for one in each.offices())
    faults = tuple(fault for each in lists for fault in each.findings)
    if any(one.severity is Severity.ERROR for one in faults):
        raise DefinitionError(faults)
    tell(faults)
    return found


def _fault(variant: str, where: Location, **params: str) -> Finding:
    found = fault(_RULE, variant=variant, location=where, pointer=(), **params)
    return evolve(found, severity=Severity.WARNING) if variant in _HARMLESS else found


def _is_form(sheet: Grid) -> bool:
    first = sheet.rows.get(KEY_ROW, {}).get(1, _NOTHING).value
    return isinstance(first, str) and first.startswith(f"{MAGIC} ")


def _head(sheet: Grid) -> int:
    """Return the first row with the heading of the codes; 0 for a sheet that is no list."""
    for number, row in sheet.rows.items():
        if _CODES & {_squeezed(found) for found in row.values()}:
            return number
    return 0


def _squeezed(found: Found) -> str:
    return " ".join(str(found.value if found.value is not None else "").split()).casefold()


class _List:
    def __init__(self, name: str, sheet: Grid, head: int) -> None:
        self._name, self._sheet, self._head = name, sheet, head
        self.findings: list[Finding] = []
        titles = {column: _squeezed(found) for column, found in sheet.rows[head].items()}
        self._code = next(column for column, title in titles.items() if title in _CODES)
        known = _leaves()
        leaves = {column: known[title] for column, title in titles.items() if title in known}
        self._names = [
            column
            for column, title in titles.items()
            if title in _NAMES or (column in leaves and leaves[column].keys == ("name",))
        ]
        self._leaves = {at: leaf for at, leaf in leaves.items() if at not in self._names}
        read = {self._code, *self._names, *self._leaves}
        for column, title in titles.items():
            if title and title not in _KNOWN and column not in read:
                self._tell("list_column", (head, column), found=title)

    def offices(self) -> Iterator[Listed]:
        """Yield the offices; what is wrong is noted beside."""
        seen: set[str] = set()
        for number, row in self._sheet.rows.items():
            said = str(row.get(self._code, _NOTHING).value or "").strip()
            if number <= self._head or not (said or self._is_filled(row)):
                continue
            office = find_office(said.zfill(_WIDTH)) if said else None
            if office is None:
                near = ", ".join(f"{one.bps_code} ({one.name})" for one in near_offices(said))
                variant = "office_near" if near else "office"
                self._tell(variant, (number, self._code), found=said, near=near)
            elif office.bps_code in seen:
                self._tell("office_double", (number, self._code), found=said)
            else:
                seen.add(office.bps_code)
                self._compare(office, number, row)
                yield Listed(office, self._said(number, row))

    def _compare(self, office: OfficeRow, number: int, row: Mapping[int, Found]) -> None:
        """Tell of a name that is not that of the code: perhaps the code is wrong."""
        for column in self._names:
            said = str(row.get(column, _NOTHING).value or "").strip()
            if said and not is_name_of(office, said):
                place, code = (number, column), office.bps_code
                self._tell("name_differs", place, found=said, code=code, known=office.name)

    def _is_filled(self, row: Mapping[int, Found]) -> bool:
        return any(row.get(column, _NOTHING).value is not None for column in self._leaves)

    def _said(self, number: int, row: Mapping[int, Found]) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for column, leaf in self._leaves.items():
            found = row.get(column, _NOTHING)
            if found.trouble in {"error", "unreckoned"}:
                self._tell(found.trouble, (number, column), found=str(found.value or ""))
                continue
            try:
                keep_digits(Pair(found.value), leaf)
                value = decoded(Pair(found.value), leaf.shape)
            except CellError as error:
                told = told_choices(leaf) if error.variant == "choice" else {}
                self._tell(error.variant, (number, column), found=str(found.value), **told)
                continue
            if value is not None:
                _put(said, leaf.keys, value)
        return said

    def _tell(self, variant: str, place: tuple[int, int], **params: str) -> None:
        where = Place(self._sheet.name, *place).within(self._name)
        self.findings.append(_fault(variant, where, **params))


def _leaves() -> dict[str, Leaf]:
    """Return the values of an office by their headings, in either language and with short ones."""
    part = part_at(("office",))
    found: dict[str, Leaf] = {}
    for leaf in leaf_table(part).values():
        for lang in LANGUAGES:
            title = leaf_title(part, leaf, lang).casefold()
            found.setdefault(title, leaf)
            found.setdefault("/".join(leaf.keys), leaf)
    return found


def _put(said: dict[str, Any], keys: tuple[str, ...], value: Any) -> None:
    for key in keys[:-1]:
        said = said.setdefault(key, {})
    said[keys[-1]] = value
