"""Two hundred random tables in one, and what must come of them counted column by column."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, NamedTuple, cast

import narwhals.stable.v2 as nw
import pyarrow as pa
import pytest

from pst_standards.surveys import AnswerRules, Mark, Scale, Tallies, instrument, tally_columns
from pst_standards.surveys.frames import Terms
from pst_standards.surveys.tallying import Handling

SKM: Final = instrument("skm-2017")
Make = Callable[[pa.Table], Any]
LENIENT: Final = Handling(refused="leave_out")
_TEXTS: Final = (
    *("1", "2", "3", "4", "3", "4", "", ""),
    *("0", "5", "TS", "2.5", "2,5", "4 ", " ", "x", "-", "04", "12345678901", "-1", "+3.0"),
    *("\n", "4\n", "\u00a03", "\u2028", "é", "1.", "\u0664", "1\x1f", "3,00", "2.0", "0,0"),
)
_INTEGERS: Final = (1, 2, 3, 4, 3, 4, None, 0, 7, -1)
_FLOATS: Final = (
    *(1.0, 2.0, 3.0, 4.0, None, 0.0, 7.0, -1.0, 2.5, 1e-7, 1e17),
    *(float("nan"), float("inf"), float("-inf")),
)


class Case(NamedTuple):
    """Columns by their headings, how to read them, and the tallies by table."""

    columns: dict[str, list[Any]]
    terms: Terms
    right: Tallies


def _case(cells: tuple[Any, ...], rules: AnswerRules | None) -> Case:
    dice = random.Random(len(cells))  # noqa: S311 - no secret
    names = [f"t{table}" for table in range(200) for _ in range(dice.randrange(1, 14))]
    columns: dict[str, list[Any]] = {"table": names}
    for key in SKM.keys:
        columns[key] = [dice.choice(cells) for _ in names]
    terms = Terms(group_by=("table",), rules=rules, handling=LENIENT)
    right = tally_columns(columns, SKM, rules=rules, group_by=["table"], handling=LENIENT)
    assert len(right) == 200
    return Case(columns, terms, right)


def _rules(kind: str) -> AnswerRules | None:
    if kind == "mapped":
        return AnswerRules(
            scale=Scale(1, 4),
            mapping={"x": Mark.NOT_APPLICABLE, "TS": 1, "1": 2, "0": Mark.BLANK},
            by_item={"fee": {"-": 4, "2": 3, "": Mark.NOT_APPLICABLE}},
        )
    if kind == "stripped":
        return AnswerRules(scale=Scale(1, 4), strip=True, decimals=True)
    return None


@pytest.fixture(scope="session", params=["plain", "mapped", "stripped"])
def text_case(request: pytest.FixtureRequest) -> Case:
    """Tables of texts, read plainly and by rules."""
    return _case(_TEXTS, _rules(request.param))


@pytest.fixture(scope="session", params=["plain", "mapped", "stripped", "integers", "floats"])
def case(request: pytest.FixtureRequest) -> Case:
    """The same, and tables of whole numbers and of others."""
    cells = {"integers": _INTEGERS, "floats": _FLOATS}.get(request.param, _TEXTS)
    return _case(cells, _rules(request.param))


# -- frames of other libraries -------------------------------------------------------------------


def lazy_arrow(table: pa.Table) -> Any:
    return nw.from_native(table).lazy()


def frame_of_pandas(table: pa.Table) -> Any:
    return table.to_pandas()


def frame_of_pandas_with_arrow(table: pa.Table) -> Any:
    return table.to_pandas(types_mapper=import_module("pandas").ArrowDtype)


def frame_of_polars(table: pa.Table) -> Any:
    return import_module("polars").from_arrow(table)


def lazy_polars(table: pa.Table) -> Any:
    return frame_of_polars(table).lazy()


def relation_of_duckdb(table: pa.Table) -> Any:
    return import_module("duckdb").connect().from_arrow(table)


def frame_of_dask(table: pa.Table) -> Any:
    frame = frame_of_pandas_with_arrow(table)
    return import_module("dask.dataframe").from_pandas(frame, npartitions=3)


EAGER: Final[list[Make]] = [frame_of_pandas, frame_of_pandas_with_arrow, frame_of_polars]
LAZY: Final[list[Make]] = [lazy_polars, relation_of_duckdb, frame_of_dask]
frames = pytest.mark.frames
# Of Dask narwhals says that its support moves to a package of its own.
quiet = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
heavy = [pytest.param(make, marks=[frames, quiet]) for make in [*EAGER, *LAZY]]
lazy = [lazy_arrow, *(pytest.param(make, marks=[frames, quiet]) for make in LAZY)]


@pytest.fixture(params=[lazy_arrow, *heavy])
def make(request: pytest.FixtureRequest) -> Make:
    """Make a frame of each kind of a table of Arrow."""
    return cast("Make", request.param)


@pytest.fixture(params=lazy)
def make_lazy(request: pytest.FixtureRequest) -> Make:
    """Make a frame of each engine that counts by itself."""
    return cast("Make", request.param)
