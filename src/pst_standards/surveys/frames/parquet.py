"""Answers in a file of Parquet, batch by batch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.messages.extras import extra
from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.ahead import read_ahead
from pst_standards.surveys.frames.arrow import ArrowCounter
from pst_standards.surveys.frames.kernel import PART
from pst_standards.surveys.frames.terms import Counted, Plan, Terms, planned

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa


def count_parquet(
    path: str, instrument: Instrument, terms: Terms, *, joints: bool = False
) -> Counted:
    """Count the answers in a file of Parquet; rows are told from 1.

    Needs the extra ``survey``. Raises ``SurveyError`` for a file that is none, and as files of text
    do for headings and cells.
    """
    with extra("survey"):
        import pyarrow as pa
        import pyarrow.parquet as pq

    try:
        plan = planned(pq.read_schema(path).names, instrument, terms)
        counter = ArrowCounter(plan, joints=joints)
        first = 1
        for batch in read_ahead(_batches(path, plan)):
            counter.add(batch.columns, first)
            first += batch.num_rows
    except pa.ArrowInvalid as fault:
        raise SurveyError("file.parquet", found=Path(path).name, reason=str(fault)) from None
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise SurveyError("file.closed", found=Path(path).name, reason=reason) from None
    return Counted(
        tallies=counter.tallies(),
        columns=plan.columns,
        header=plan.header,
        joints=counter.joints(),
    )


def _batches(path: str, plan: Plan) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pq.read_schema(path)
    # Texts stay the places in a list of distinct ones, as they are in the file.
    kept = [plan.header[place] for place in plan.needed]
    texts = [name for name in kept if pa.types.is_string(schema.field(name).type)]
    # What is read ahead of its use stays in memory to the end: all of a large file.
    with pq.ParquetFile(path, read_dictionary=texts, pre_buffer=False) as file:
        yield from file.iter_batches(PART, columns=kept)
