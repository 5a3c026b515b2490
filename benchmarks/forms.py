"""How long the Excel form of an office takes to open: ``python benchmarks/run.py --only forms``.

Beside python-calamine, a reader in Rust, which knows neither formulas nor merged cells
(``pip install --group benchmarks``; without it nothing is measured).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from measuring import Ratio, ratio, told

from pst_standards.definitions.offices import find_office
from pst_standards.exchange.office_form import office_form, read_form
from pst_standards.exchange.office_form.opening import grids


def ratios() -> Iterator[Ratio]:
    """Compare opening the cells, and all that makes a definition of them."""
    office = find_office("3322")
    if office is None or find_spec("python_calamine") is None:
        print("not measured: python-calamine is missing (pip install --group benchmarks)")
        return
    form = office_form(office)

    def calamine() -> None:
        _cells(form)

    yield Ratio(
        "form of an office, cells with formulas, errors and merges : python-calamine",
        ratio(lambda: grids(form), calamine, 3),
        3.0,
    )
    saved = _saved_again(form)
    yield Ratio(
        "form that openpyxl saved again, cells with formulas, errors and merges : python-calamine",
        ratio(lambda: grids(saved), lambda: _cells(saved), 3),
        3.0,
    )
    yield Ratio(
        "form of an office, all the way to what it states over its base : python-calamine",
        ratio(lambda: read_form(form), calamine, 5),
        6.0,
    )


def _saved_again(form: bytes) -> bytes:
    """Return a form as another program writes it: with the texts in the cells themselves."""
    from openpyxl import load_workbook

    target = io.BytesIO()
    load_workbook(io.BytesIO(form)).save(target)
    return target.getvalue()


def _cells(form: bytes) -> list[Any]:
    from python_calamine import CalamineWorkbook

    book: Any = CalamineWorkbook.from_filelike(io.BytesIO(form))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


if __name__ == "__main__":
    raise SystemExit(told(ratios()))
