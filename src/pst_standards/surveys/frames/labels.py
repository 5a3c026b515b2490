"""Frames whose columns may be labelled by anything, and twice: the labels as headings, by place."""

from __future__ import annotations

from typing import Any


def labelled(frame: Any) -> tuple[Any, tuple[str, ...]]:
    """Return a frame and its headings.

    Where a label need not be a text of its own (pandas, Dask, pyarrow), and for Spark, which reads
    a point in a heading as a step into a structure, the columns are called by their places in the
    frame that is returned; everything else is returned as it is.

    >>> import pyarrow as pa
    >>> found, headings = labelled(pa.table([[1], [2]], names=["fee", "fee"]))
    >>> found.column_names, headings
    (['h0', 'h1'], ('fee', 'fee'))
    """
    import narwhals.stable.v2 as nw

    kinds = nw.dependencies
    if hasattr(frame, "to_native"):  # of narwhals, which has no label twice
        native = frame.to_native()
        return labelled(native) if _is_of_spark(native) else (frame, ())
    if kinds.is_pandas_dataframe(frame) or kinds.is_dask_dataframe(frame):
        # The data themselves are not copied.
        headings, renamed = _texts(frame.columns), frame.copy(deep=False)
        renamed.columns = _places(headings)
        return renamed, headings
    if kinds.is_pyarrow_table(frame):
        return frame.rename_columns(_places(frame.column_names)), _texts(frame.column_names)
    if _is_of_spark(frame):
        return frame.toDF(*_places(frame.columns)), _texts(frame.columns)
    return frame, ()


def _is_of_spark(frame: object) -> bool:
    """Tell a frame of Spark by where its class lives: narwhals asks for it by two names or none."""
    return type(frame).__module__.partition(".")[0] == "pyspark"


def _places(labels: Any) -> list[str]:
    return [f"h{place}" for place, _ in enumerate(labels)]


def _texts(labels: Any) -> tuple[str, ...]:
    return tuple(map(str, labels))
