"""Answers in a large file of text, read block by block with pyarrow."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pst_standards.messages.extras import extra
from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.ahead import read_ahead
from pst_standards.surveys.frames.arrow import ArrowCounter
from pst_standards.surveys.frames.headings import Headed, headed
from pst_standards.surveys.frames.sums import first_of_sums
from pst_standards.surveys.frames.terms import Counted, Layout, Plan, Terms
from pst_standards.surveys.frames.texts import (
    count_text_file,
    head_lines,
    lines_of,
    opened,
    told_by_first,
)
from pst_standards.surveys.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCK: Final = 4 << 20
_SCANNED: Final = 1 << 19
"""How many bytes are searched for quotation marks at once: they stay in the cache."""
_WORKERS: Final = 4
_LONG_LINE: Final = 1 << 17
_TAIL: Final = 1 << 14
"""How many bytes at the end are searched for sums."""
_PLAIN_TERMS: Final = Terms()
_PLAIN_LAYOUT: Final = Layout()


def count_large_text(
    path: str,
    instrument: Instrument,
    terms: Terms = _PLAIN_TERMS,
    layout: Layout = _PLAIN_LAYOUT,
    *,
    joints: bool = False,
) -> Counted:
    """Count the answers in a file of text whatever its size, with the extra ``survey``.

    Raises ``SurveyError`` as ``count_text_file`` does: when something does not fit, the file is
    read again line by line up to there, which tells the row.
    """
    with extra("survey"):
        import pyarrow as pa

    if layout.last_row is None and _is_by_bytes(layout.encoding):
        try:
            return _counted(path, instrument, terms, layout, joints=joints)
        except (SurveyError, UnicodeDecodeError, pa.ArrowInvalid):
            pass
    return count_text_file(path, instrument, terms, layout, joints=joints)


def _is_by_bytes(encoding: str) -> bool:
    """Tell whether a line ends with the byte that ends it in ASCII."""
    try:
        return "\n".encode(encoding) == b"\n"
    except LookupError:
        return False


class _Head(Record):
    """Where the answers begin, and what was found out on the way."""

    table: Headed
    delimiter: str
    offset: int


def _head(path: str, instrument: Instrument, terms: Terms, layout: Layout) -> _Head:
    with opened(path) as stream:
        lines = iter(lines_of(stream, layout.encoding))
        lines, layout = told_by_first(lines, layout)
        start, delimiter = head_lines(lines, layout)
        reader = csv.reader(chain(start, lines), delimiter=delimiter)
        table = headed(reader, instrument, terms, layout)
        stream.seek(0)
        offset = sum(len(stream.readline()) for _ in range(reader.line_num))
    return _Head(table, delimiter, offset)


def _ends_in_sums(path: str, head: _Head, encoding: str) -> bool:
    """Tell whether sums or means stand below the answers."""
    plan = head.table.plan
    with opened(path) as stream:
        start = max(stream.seek(0, os.SEEK_END) - _TAIL, head.offset)
        stream.seek(start)
        lines = stream.read().decode(encoding, errors="replace").splitlines()
    rows = list(csv.reader(lines[start > head.offset :], delimiter=head.delimiter))
    return (
        first_of_sums(rows, frozenset((*plan.keys, *(place for _, place in plan.asked))))
        is not None
    )


def _counted(
    path: str, instrument: Instrument, terms: Terms, layout: Layout, *, joints: bool
) -> Counted:
    head = _head(path, instrument, terms, layout)
    plan = head.table.plan
    if _ends_in_sums(path, head, layout.encoding):
        raise SurveyError("row.sums")  # whoever reads the file line by line tells which
    counter = ArrowCounter(plan, joints=joints, bytes_are_text=True)
    reader = _Reader(path, head, layout.encoding)
    for batch in read_ahead(*reader.sources(), at_most=4):
        # The row is told by whoever reads the file again.
        counter.add(batch.columns, 0)
    if reader.wrong:
        counter.leave_out("row.width", len(reader.wrong))
    return Counted(
        tallies=counter.tallies(),
        columns=plan.columns,
        header=plan.header,
        told={"delimiter": head.delimiter, "encoding": layout.encoding, **head.table.told},
        joints=counter.joints(),
    )


class _Reader:
    """Reads a file in parts, at once where no quotation mark can hide the end of a line."""

    def __init__(self, path: str, head: _Head, encoding: str) -> None:
        self._path = Path(path)
        self._head = head
        self._encoding = encoding
        self._plan: Plan = head.table.plan
        self.wrong: list[int] = []
        """The width of each row that has another one than the headings."""

    def sources(self) -> list[Iterator[pa.RecordBatch]]:
        """Return the batches of each part."""
        start, end = self._head.offset, self._path.stat().st_size
        parts = min(_WORKERS, os.cpu_count() or 1, (end - start) // _BLOCK + 1)
        has_quotes = self._has_quotes(start)
        if parts > 1 and self._plan.respondent is None and not has_quotes:
            return [self._batches(*part) for part in pairwise(self._cuts(start, end, parts))]
        return [self._batches(start, end)]

    def _has_quotes(self, start: int) -> bool:
        """Tell whether there are quotation marks; refuse what cannot be text."""
        found = False
        with self._path.open("rb", buffering=0) as stream:
            stream.seek(start)
            for block in iter(lambda: stream.read(_SCANNED), b""):
                if b"\0" in block or _has_long_line(block):
                    raise SurveyError("file.binary")
                found = found or b'"' in block
        return found

    def _cuts(self, start: int, end: int, parts: int) -> list[int]:
        """Return where parts begin: after the end of a line."""
        cuts = [start]
        with self._path.open("rb") as stream:
            for part in range(1, parts):
                stream.seek(max(start + (end - start) * part // parts, cuts[-1]))
                stream.readline()
                cuts.append(stream.tell())
        return [*cuts, end]

    def _batches(self, start: int, end: int) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa
        from pyarrow import csv as arrow_csv

        if start >= end:
            return
        names = [str(place) for place in range(len(self._plan.header))]
        # Bytes of answers are looked at when they are read as such; other texts are decoded by us.
        kinds: dict[str, Any] = {names[place]: pa.string() for place in self._plan.needed}
        kinds.update({names[place]: pa.binary() for _, place in self._plan.asked})
        for place in self._plan.keys:
            kinds[names[place]] = pa.dictionary(pa.int32(), pa.string())
        # Nothing of Python is called from the threads of Arrow unless rows are left out: they may
        # outlive whoever stops at a fault, and the interpreter with it.
        with (
            pa.OSFile(str(self._path)) as file,
            arrow_csv.open_csv(
                file.get_stream(start, end - start),
                # Parts are read side by side; threads within each would only wait for those.
                arrow_csv.ReadOptions(
                    block_size=_BLOCK,
                    column_names=names,
                    encoding=self._encoding,
                    use_threads=False,
                ),
                arrow_csv.ParseOptions(
                    delimiter=self._head.delimiter,
                    newlines_in_values=True,
                    invalid_row_handler=None if self._plan.strict else self._on_wrong_width,
                ),
                arrow_csv.ConvertOptions(
                    column_types=kinds,
                    include_columns=[names[place] for place in self._plan.needed],
                    null_values=[],
                    check_utf8=False,
                ),
            ) as reader,
        ):
            yield from reader

    def _on_wrong_width(self, row: Any) -> str:
        self.wrong.append(row.actual_columns)
        return "skip"


def _has_long_line(block: bytes) -> bool:
    """Tell whether a line is so long that some versions of Arrow fall over it."""
    starts = range(0, len(block) - _LONG_LINE + 1, _LONG_LINE)
    return any(block.find(b"\n", start, start + _LONG_LINE) < 0 for start in starts)
