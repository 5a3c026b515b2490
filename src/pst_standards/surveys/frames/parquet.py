"""Answers in a file of Parquet, batch by batch and as many row groups at once as there are cores."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from pst_standards.messages.extras import extra
from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.arrow import ArrowCounter
from pst_standards.surveys.frames.kernel import PART
from pst_standards.surveys.frames.terms import Counted, Plan, Terms, planned

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_WORKERS: Final = 4


def count_parquet(
    path: Path, instrument: Instrument, terms: Terms, *, joints: bool = False
) -> Counted:
    """Count the answers in a file of Parquet; rows are told from 1.

    Needs the extra ``survey``. Raises ``SurveyError`` for a file that is none, and as files of text
    do for headings and cells.
    """
    with extra("survey"):
        import pyarrow as pa
        import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        plan = planned(file.schema_arrow.names, instrument, terms)
        counter = _counted(path, file, plan, joints=joints)
    except pa.ArrowInvalid as fault:
        raise SurveyError("file.parquet", found=path.name, reason=str(fault)) from None
    except OSError as fault:
        raise SurveyError("file.closed", found=path.name, reason=fault.strerror or "") from None
    return Counted(
        tallies=counter.tallies(),
        columns=plan.columns,
        header=plan.header,
        joints=counter.joints(),
    )


def _counted(path: Path, file: pq.ParquetFile, plan: Plan, *, joints: bool) -> ArrowCounter:
    """Count with one worker for each core, or in order where respondents are told apart."""
    import pyarrow as pa

    sizes = [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)]
    starts = [1, *accumulate(sizes, initial=1)][1:]
    texts = [
        plan.header[place]
        for place in plan.needed
        if pa.types.is_string(file.schema_arrow.field(place).type)
    ]
    pool_size = min(_WORKERS, os.cpu_count() or 1, len(sizes))
    if plan.respondent is not None or pool_size < 2:  # noqa: PLR2004 - a pool is for two or more
        pool_size = 1

    def opened() -> tuple[ArrowCounter, pq.ParquetFile]:
        reader = pa.parquet.ParquetFile(path, metadata=file.metadata, read_dictionary=texts)
        return ArrowCounter(plan, joints=joints), reader

    workers = [opened() for _ in range(pool_size)]
    if pool_size == 1:
        for at, start in enumerate(starts[: len(sizes)]):
            _add(*workers[0], plan, at, start, threads=True)
    else:
        _in_parallel(workers, plan, starts[: len(sizes)])
    first, *others = (counter for counter, _ in workers)
    for other in others:
        first.merge(other)
    return first


def _in_parallel(workers: list[Any], plan: Plan, starts: list[int]) -> None:
    idle: SimpleQueue[Any] = SimpleQueue()
    for one in workers:
        idle.put(one)

    def add(group: tuple[int, int]) -> None:
        worker = idle.get()
        try:
            _add(*worker, plan, *group, threads=False)
        finally:
            idle.put(worker)

    with ThreadPoolExecutor(len(workers)) as pool:
        # In order, so that of several refusals the one of the earliest rows is told.
        for _ in pool.map(add, enumerate(starts)):
            pass


def _add(
    counter: ArrowCounter,
    file: pq.ParquetFile,
    plan: Plan,
    group: int,
    start: int,
    *,
    threads: bool,
) -> None:
    for batch in _batches(file, plan, group, threads=threads):
        counter.add(batch.columns, start)
        start += batch.num_rows


def _batches(file: pq.ParquetFile, plan: Plan, group: int, *, threads: bool) -> Iterator[Any]:
    names = [plan.header[place] for place in plan.needed]
    return iter(
        file.iter_batches(PART, row_groups=[group], columns=names, use_threads=threads)
    )
