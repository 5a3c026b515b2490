"""The engines that count survey answers, each as its own documentation would do it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

KEYS: Final = ("office", "service", "quarter")
ANSWERS: Final = tuple(f"U{number}" for number in range(1, 10))


def ours(path: str) -> object:
    """Count a file as this package does."""
    from pst_standards.surveys import instrument
    from pst_standards.surveys.frames import Terms, count_file

    terms = Terms(numbering="list", group_by=KEYS)
    return count_file(path, instrument("skm-2017"), terms).tallies


def polars(path: str) -> Any:
    """Sum and count the answers of a file by group, streaming."""
    import polars as pl

    if path.endswith(".csv"):
        kinds = {**dict.fromkeys(KEYS, pl.String), **dict.fromkeys(ANSWERS, pl.Int8)}
        frame = pl.scan_csv(path, schema_overrides=kinds)
    else:
        frame = pl.scan_parquet(path)
    sums = [pl.col(name).sum().alias(f"{name}s") for name in ANSWERS]
    counts = [pl.col(name).count().alias(f"{name}n") for name in ANSWERS]
    return frame.group_by(KEYS).agg(*sums, *counts).collect(engine="streaming")


def pandas(path: str) -> object:
    """Sum and count the answers of a file by group, all of it in memory."""
    import pandas as pd

    if path.endswith(".csv"):
        kinds: Any = {**dict.fromkeys(KEYS, "category"), **dict.fromkeys(ANSWERS, "float32")}
        frame = pd.read_csv(path, dtype=kinds)
    else:
        frame = pd.read_parquet(path, dtype_backend="pyarrow")
    grouped = frame.groupby(list(KEYS), observed=True, sort=False)[list(ANSWERS)]
    return grouped.agg(["sum", "count"])


def decoded(path: str) -> None:
    """Only read the columns of a Parquet file: what no engine can do without."""
    from pyarrow import parquet

    with parquet.ParquetFile(path, read_dictionary=list(KEYS)) as file:
        for _ in file.iter_batches(1 << 18, columns=[*KEYS, *ANSWERS]):
            pass


def duckdb(path: str) -> object:
    """Sum and count the answers of a file by group, in SQL."""
    import duckdb

    asked = ", ".join(f"sum({name}), count({name})" for name in ANSWERS)
    keys = ", ".join(KEYS)
    return duckdb.sql(f"SELECT {keys}, {asked} FROM '{path}' GROUP BY {keys}").fetchall()  # noqa: S608


def lazily(engine: str, path: str) -> object:
    """Count by an engine's own frame, as whoever has the data there does."""
    from pst_standards.surveys import instrument
    from pst_standards.surveys.frames import Terms, tallies_of

    terms = Terms(numbering="list", group_by=KEYS)
    return tallies_of(FRAMES[engine](path), instrument("skm-2017"), terms)


def _frame_of_polars(path: str) -> object:
    import polars as pl

    return pl.scan_parquet(path)


def _frame_of_duckdb(path: str) -> object:
    import duckdb

    return duckdb.read_parquet(path)


def _frame_of_dask(path: str) -> object:
    import dask.dataframe as dd

    return dd.read_parquet(path)


def _frame_of_spark(path: str) -> object:
    from pyspark.sql import SparkSession

    local = SparkSession.builder.master("local[2]").config("spark.driver.host", "127.0.0.1")
    return local.config("spark.ui.enabled", "false").getOrCreate().read.parquet(path)


FRAMES: Final[dict[str, Callable[[str], object]]] = {
    "polars": _frame_of_polars,
    "duckdb": _frame_of_duckdb,
    "dask": _frame_of_dask,
    "pyspark": _frame_of_spark,
}
SLOW: Final = frozenset({"dask", "pyspark"})
