"""Frames in memory (pandas, polars, pyarrow) as columns of Arrow, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from pst_standards.surveys.frames.kernel import PART
from pst_standards.surveys.frames.terms import Plan
from pst_standards.surveys.tallies import named

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import pyarrow as pa

_ROWS: Final = PART


def parts_of(frame: nw.DataFrame[Any], plan: Plan) -> Iterator[list[Any]]:
    """Return the needed columns of a frame, part by part.

    A column in which kinds are mixed, as pandas may have it, comes as a list of its cells.
    """
    columns_there = frame.columns  # by place: their headings may be labels of another kind
    names = [columns_there[place] for place in plan.needed]
    keys = {columns_there[place] for place in plan.keys}
    if frame.implementation.is_pyarrow():
        # The same without a step by way of narwhals for each part, which is felt in small tables.
        columns = [frame.to_native().column(name) for name in names]
    for start in range(0, len(frame), _ROWS):
        if frame.implementation.is_pyarrow():
            yield [column.slice(start, _ROWS).combine_chunks() for column in columns]
            continue
        part = frame[start : start + _ROWS]
        yield [_column(part[name], is_key=name in keys) for name in names]


def _column(series: nw.Series[Any], *, is_key: bool) -> pa.Array | list[object]:
    import pyarrow as pa

    try:
        return series.to_arrow()
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        missing = series.is_null().to_list()
        cells = series.to_list()
    found = [None if none else cell for cell, none in zip(cells, missing, strict=True)]
    return pa.array(map(named, found), pa.string()) if is_key else found
