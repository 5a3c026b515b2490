"""Counting survey answers against other engines: ``python benchmarks/run.py --only surveys``.

Answers of 548 offices with 4 services in 4 quarters, 9 questions and 3 % blanks, rows in random
order, from CSV, from Parquet and in memory; and the table of one office. Every engine that is
installed takes part, in turns in this run. ``python benchmarks/surveys.py --rows 1e8`` asks for
other sizes than a million and ten million; a hundred million needs 5 GB on the disk.
"""

from __future__ import annotations

import argparse
import csv
import ctypes
import io
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import survey_engines as engines
from measuring import Ratio, process, ratio
from survey_engines import ANSWERS, KEYS

SIZES: Final = (1_000_000, 10_000_000)
_PART: Final = 1_000_000
_LARGEST_ROW_GROUP: Final = 1 << 19
_SLOW_UP_TO: Final = 1_000_000
"""Engines that need minutes for more are only asked for this many rows."""
_OFFICES: Final = tuple(str(3300 + number) for number in range(548))
_SERVICES: Final = ("library", "consultation", "publication", "recommendation")
_QUARTERS: Final = ("2024-1", "2024-2", "2024-3", "2024-4")
_BLANK: Final = 0.03
_GIGABYTE: Final = 1 << 30
_SMALL_ROWS: Final = 100

Work = Callable[[], object]


@dataclass(frozen=True)
class Rate(Ratio):
    """A plain figure beside the ratios: nanoseconds a row; it has no limit."""

    def holds(self, slack: float = 1.0) -> bool:
        """Tell that no limit is missed."""
        return slack > 0

    def __str__(self) -> str:
        return f"{self.value:8.1f}  ns a row                {self.name}"


def ratios(sizes: Sequence[int] = SIZES) -> Iterator[Ratio]:
    """Measure one office, then each size, then how memory grows."""
    yield from _one_office()
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for rows in sizes:
            files[rows] = write(Path(folder) / str(rows), rows)
            yield from _files(files[rows], rows)
            yield from _in_memory(min(rows, 10 * _PART))
        yield from _memory(files)


# -- one office ----------------------------------------------------------------------------------


def _small_text() -> str:
    dice = random.Random(1)  # noqa: S311 - no secret
    head = ",".join(("respondent", *ANSWERS))
    rows = (",".join([str(row), *(_cell(dice) for _ in ANSWERS)]) for row in range(_SMALL_ROWS))
    return "\n".join([head, *rows, ""])


def _cell(dice: random.Random) -> str:
    return dice.choice("1234") if dice.random() > _BLANK else ""


def _one_office() -> Iterator[Ratio]:
    from pst_standards.surveys import instrument, score
    from pst_standards.surveys.frames import Terms, count_text

    text, skm, terms = _small_text(), instrument("skm-2017"), Terms(numbering="list")

    def scored() -> object:
        return score(count_text(text, skm, terms).tallies.total())

    def read() -> object:
        return list(csv.reader(io.StringIO(text, newline="")))

    # Few calls a turn and many turns, so that a pause of the machine spoils few of them.
    many = ratio(scored, read, below_times=5, turns=101)
    yield Ratio("score the CSV of one office, 100 rows : list(csv.reader)", many, 8.0)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "answers.csv")
        Path(path).write_text(text, encoding="utf-8")
        ours = (
            "from pst_standards.surveys import instrument, score\n"
            "from pst_standards.surveys.frames import Terms, count_file\n"
            f"found = count_file({path!r}, instrument('skm-2017'), Terms(numbering='list'))\n"
            "print(score(found.tallies.total()).index_shown)\n"
        )
        plain = (
            "import attrs, csv\n"
            f"with open({path!r}, encoding='utf-8', newline='') as stream:\n"
            "    print(len(list(csv.reader(stream))))\n"
        )
        whole = ratio(process(ours), process(plain))
    yield Ratio("the same as a process : import attrs and csv, and read the file", whole, 1.5)


# -- answers -------------------------------------------------------------------------------------


def _table(draw: Any, rows: int) -> Any:
    import numpy as np
    import pyarrow as pa

    columns = {}
    for name, values in zip(KEYS, (_OFFICES, _SERVICES, _QUARTERS), strict=True):
        places = pa.array(draw.integers(0, len(values), rows, np.int32))
        columns[name] = pa.DictionaryArray.from_arrays(places, list(values)).cast(pa.string())
    for name in ANSWERS:
        blanks = draw.random(rows, np.float32) < _BLANK
        columns[name] = pa.array(draw.integers(1, 5, rows, np.int8), mask=blanks)
    return pa.table(columns)


def write(stem: Path, rows: int) -> Path:
    """Write random answers as Parquet and as CSV; return the path without an ending."""
    import numpy as np
    from pyarrow import csv as arrow_csv
    from pyarrow import parquet

    draw = np.random.default_rng(2024)
    first = _table(draw, min(rows, _PART))
    bare = arrow_csv.WriteOptions(quoting_style="none", quoting_header="none")
    with (
        parquet.ParquetWriter(f"{stem}.parquet", first.schema, compression="zstd") as packed,
        arrow_csv.CSVWriter(f"{stem}.csv", first.schema, write_options=bare) as text,
    ):
        for start in range(0, rows, _PART):
            part = _table(draw, min(_PART, rows - start)) if start else first
            packed.write_table(part, row_group_size=_LARGEST_ROW_GROUP)
            text.write_table(part)
    return stem


def _agree(path: str) -> None:
    """Refuse to measure what does not count the same."""
    found: Any = engines.ours(path)
    sums = {
        tuple(row[name] for name in KEYS): [row[f"{name}s"] for name in ANSWERS]
        for row in engines.polars(path).iter_rows(named=True)
    }
    ours = {
        tuple(value for _, value in key): [one.sum for one in tally.elements.values()]
        for key, tally in found
    }
    if ours != sums:
        raise AssertionError("the two count differently")


# -- files ---------------------------------------------------------------------------------------


def _files(stem: Path, rows: int) -> Iterator[Ratio]:
    packed, text = f"{stem}.parquet", f"{stem}.csv"
    turns = 5 if rows <= _PART else 3
    with_polars, with_pandas = (find_spec(name) is not None for name in ("polars", "pandas"))
    with_pandas &= rows < 10 * SIZES[1]
    if with_polars and rows == SIZES[0]:
        _agree(packed)
    works: dict[str, Work] = {
        "ours": partial(engines.ours, packed),
        "decode": partial(engines.decoded, packed),
    }
    works |= {"polars": partial(engines.polars, packed)} if with_polars else {}
    works |= {"pandas": partial(engines.pandas, packed)} if with_pandas else {}
    yield from _compared(
        works,
        f"{rows:,} rows of Parquet",
        rows,
        turns,
        {"decode": 2.0, "polars": 0.9, "pandas": 0.45},
    )
    works = {"ours": partial(engines.ours, text)}
    works |= {"polars": partial(engines.polars, text)} if with_polars else {}
    works |= {"pandas": partial(engines.pandas, text)} if with_pandas else {}
    yield from _compared(
        works, f"{rows:,} rows of CSV", rows, turns, {"polars": 1.1, "pandas": 0.6}
    )
    yield from _others(packed, rows)


def _compared(
    works: dict[str, Work], what: str, rows: int, turns: int, limits: dict[str, float]
) -> Iterator[Ratio]:
    """Time every work in turns; the ratios are of the medians."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(turns + 1):
        for name, work in works.items():
            started = time.perf_counter()
            work()
            if turn:  # the first turn pays for what is made once
                taken[name].append(time.perf_counter() - started)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, seconds in medians.items():
        yield Rate(f"{what}: {name}", seconds / rows * 1e9, 0)
    for name, limit in limits.items():
        if name in medians:
            yield Ratio(f"{what}: ours : {name}", medians["ours"] / medians[name], limit)


def _others(path: str, rows: int) -> Iterator[Ratio]:
    """Time the same tally by the engines' own frames, once each."""
    for engine in engines.FRAMES:
        lacking = find_spec(engine) is None or (engine == "pyspark" and not shutil.which("java"))
        if lacking or (engine in engines.SLOW and rows > _SLOW_UP_TO):
            continue
        started = time.perf_counter()
        engines.lazily(engine, path)
        seconds = time.perf_counter() - started
        yield Rate(f"{rows:,} rows of Parquet: the tally by {engine}", seconds / rows * 1e9, 0)
    if find_spec("duckdb") is not None:
        started = time.perf_counter()
        engines.duckdb(path)
        seconds = time.perf_counter() - started
        yield Rate(f"{rows:,} rows of Parquet: duckdb, sums", seconds / rows * 1e9, 0)


# -- in memory -----------------------------------------------------------------------------------

_C: Final = """
#include <stdint.h>
void count(const int16_t *group, const uint8_t *const *codes, int64_t rows, int64_t *table) {
    for (int64_t row = 0; row < rows; row++) {
        int64_t *counts = table + 45 * (int64_t)group[row];
        for (int column = 0; column < 9; column++) counts[5 * column + codes[column][row]]++;
    }
}
"""
"""The plain loop: row by row, as the answers came."""


def _compiled(folder: Path) -> Any | None:
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    (folder / "count.c").write_text(_C, encoding="utf-8")
    library = folder / "count.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", str(library)]
    subprocess.run([*command, str(folder / "count.c")], check=True)
    return ctypes.CDLL(str(library)).count


def _in_memory(rows: int) -> Iterator[Ratio]:
    import numpy as np
    import pyarrow as pa

    from pst_standards.surveys import instrument
    from pst_standards.surveys.frames import Terms, tallies_of

    with tempfile.TemporaryDirectory() as folder:
        loop = _compiled(Path(folder))
        if loop is None:
            return
        draw = np.random.default_rng(1)
        groups = len(_OFFICES) * len(_SERVICES) * len(_QUARTERS)
        group = draw.integers(0, groups, rows, np.int16)
        codes = [draw.integers(1, 5, rows).astype(np.uint8) for _ in ANSWERS]
        blanks = [draw.random(rows, np.float32) < _BLANK for _ in ANSWERS]
        arrays = [pa.array(one, mask=none) for one, none in zip(codes, blanks, strict=True)]
        table = pa.table([pa.array(group), *arrays], names=["group", *ANSWERS])
        for one, none in zip(codes, blanks, strict=True):
            one[none] = 0
        terms, skm = Terms(numbering="list", group_by=("group",)), instrument("skm-2017")

        pointers = (ctypes.c_void_p * len(codes))(*(one.ctypes.data for one in codes))

        def in_c() -> object:
            found = np.zeros((groups, len(codes), 5), np.int64)
            addresses = (ctypes.c_void_p(one.ctypes.data) for one in (group, found))
            first, last = addresses
            loop(first, pointers, ctypes.c_int64(rows), last)
            return found

        yield from _compared(
            {"ours": lambda: tallies_of(table, skm, terms), "C": in_c},
            f"{rows:,} rows in memory",
            rows,
            5,
            {"C": 2.0},
        )


# -- memory --------------------------------------------------------------------------------------


def _peak(path: str) -> int | None:
    """Return the most memory that a fresh process has when it counts a file, in bytes."""
    # The kernel's own figure: what getrusage tells begins with that of the process that starts it.
    if not Path("/proc/self/status").exists():
        return None
    program = (
        "from pst_standards.surveys import instrument\n"
        "from pst_standards.surveys.frames import Terms, count_file\n"
        f"terms = Terms(numbering='list', group_by={KEYS!r})\n"
        f"count_file({path!r}, instrument('skm-2017'), terms)\n"
        "with open('/proc/self/status', encoding='ascii') as status:\n"
        "    print(next(line.split()[1] for line in status if line.startswith('VmHWM')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8"
    )
    return int(done.stdout) * 1024


def _memory(files: dict[int, Path]) -> Iterator[Ratio]:
    peaks = [(rows, _peak(f"{stem}.parquet")) for rows, stem in sorted(files.items())]
    known = [(rows, peak) for rows, peak in peaks if peak is not None]
    # What is made once weighs more than rows up to the first ten million.
    for (fewer, less), (more, peak) in pairwise(one for one in known if one[0] >= SIZES[-1]):
        yield Ratio(f"peak memory, Parquet: {more:,} rows : {fewer:,} rows", peak / less, 1.2)
    for rows, peak in known[-1:]:
        yield Ratio(f"peak memory, Parquet: {rows:,} rows, in GB", peak / _GIGABYTE, 1.0)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure the sizes that are asked for, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", action="append", type=float, metavar="N")
    options = parser.parse_args(argv)
    sizes = tuple(int(rows) for rows in options.rows or SIZES)
    missed = 0
    for measured in ratios(sizes):
        print(measured, flush=True)
        missed += not measured.holds()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
