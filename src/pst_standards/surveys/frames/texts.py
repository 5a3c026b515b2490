"""Answers in a file of text: parted by commas, semicolons or tabs, read with nothing but Python."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import BinaryIO, Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.headings import SEARCHED, headed
from pst_standards.surveys.frames.rows import RowCounter
from pst_standards.surveys.frames.terms import Counted, Layout, Terms

_DELIMITERS: Final = (",", ";", "\t")
_SMALL: Final = 1 << 20
"""Up to how many bytes a file is read at once; also how long one line may be."""
# Patterns as texts: they are compiled when a file needs them.
_QUOTED: Final = r'"[^"]*"'
_MARK: Final = "\ufeff"
_PARTED_BY: Final = r'"?sep=(?P<mark>[,;\t])"?[,;\t]*[\r\n]*'
"""The first line by which Excel is told what parts the cells."""
_SAMPLE: Final = 200
"""How many characters are looked at to tell an encoding."""
_PLAIN_TERMS: Final = Terms()
_PLAIN_LAYOUT: Final = Layout()


def count_text(
    text: str,
    instrument: Instrument,
    terms: Terms = _PLAIN_TERMS,
    layout: Layout = _PLAIN_LAYOUT,
    *,
    joints: bool = False,
) -> Counted:
    r"""Count the answers in a text of lines, as a file holds them.

    Raises ``SurveyError`` for a text that is no such table (``file.*``), for headings that cannot
    be read, and for cells and rows that do not fit, with row and column.

    >>> from pst_standards.surveys import instrument
    >>> found = count_text("persyaratan,biaya\n4,3\n,3\n", instrument("skm-2017"))
    >>> found.tallies.total().respondents, found.columns.missing[0]
    (2, 'procedure')
    """
    if "\0" in text:
        raise SurveyError("file.binary")
    lines = io.StringIO(text.removeprefix(_MARK), newline="")
    return _counted(lines, instrument, terms, layout, joints=joints)


def count_text_file(
    path: str,
    instrument: Instrument,
    terms: Terms = _PLAIN_TERMS,
    layout: Layout = _PLAIN_LAYOUT,
    *,
    joints: bool = False,
) -> Counted:
    """Count the answers in a file of text, line by line when it is large; raises as above."""
    with opened(path) as stream:
        lines = lines_of(stream, layout.encoding)
        return _counted(lines, instrument, terms, layout, joints=joints)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file; ``SurveyError`` when it is not there or cannot be read."""
    try:
        # By its name: to import pathlib takes as long as to count the answers of an office.
        with open(path, "rb") as stream:  # noqa: PTH123
            yield stream
    except OSError as fault:
        name, reason = os.path.basename(path), fault.strerror or ""  # noqa: PTH119
        raise SurveyError("file.closed", found=name, reason=reason) from None


def delimiter_of(lines: Sequence[str], layout: Layout) -> str:
    """Return by what cells are parted: what was said, or what stands most often in some lines.

    Raises ``SurveyError`` when two stand there equally often.
    """
    if layout.delimiter is not None:
        return layout.delimiter
    bare = "".join(lines)
    if '"' in bare:
        bare = re.sub(_QUOTED, "", bare)
    times = {mark: bare.count(mark) for mark in _DELIMITERS}
    first, second, _ = sorted(_DELIMITERS, key=times.__getitem__, reverse=True)
    if times[first] and times[first] == times[second]:
        raise SurveyError("delimiter.missing", row=layout.header_number or 1, found=bare.strip())
    return first if times[first] else ","


def head_lines(lines: Iterator[str], layout: Layout) -> tuple[list[str], str]:
    """Take the lines in which the headings must be; return them with their delimiter."""
    number = 1 if layout.headings else layout.header_number
    start = list(islice(lines, number or SEARCHED))
    return start, delimiter_of(start[-1:] if number else start, layout)


def told_by_first(lines: Iterator[str], layout: Layout) -> tuple[Iterator[str], Layout]:
    """Return the lines, and the layout with what a first line such as ``sep=;`` says."""
    first = next(lines, None)
    if first is None:
        return lines, layout
    lines = chain([first], lines)
    begins = first[:5].casefold().lstrip('"').startswith("sep=")
    found = re.fullmatch(_PARTED_BY, first, re.IGNORECASE) if begins else None
    if found is None:
        return lines, layout
    if layout.delimiter is None:
        layout = layout.changed(delimiter=found["mark"])
    if layout.header_row is None and not layout.headings and layout.first_row in {None, 3}:
        layout = layout.changed(header_row=2)
    return lines, layout


def _counted(
    lines: Iterator[str], instrument: Instrument, terms: Terms, layout: Layout, *, joints: bool
) -> Counted:
    lines, layout = told_by_first(lines, layout)
    start, delimiter = head_lines(lines, layout)
    reader = csv.reader(chain(start, lines), delimiter=delimiter)
    try:
        table = headed(reader, instrument, terms, layout)
        counter = RowCounter(table.plan, texts=True, patterns=joints)
        counter.add_all(table.rows, table.first, layout.last_row)
    except csv.Error as fault:
        raise SurveyError("file.csv", row=reader.line_num, reason=str(fault)) from None
    return Counted(
        tallies=counter.tallies(),
        columns=table.plan.columns,
        header=table.plan.header,
        told={"delimiter": delimiter, "encoding": layout.encoding, **table.told},
        joints=counter.joints(),
    )


# -- lines ---------------------------------------------------------------------------------------


def lines_of(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Return the lines of a file; whatever they hold, never more than a little is in memory.

    Raises ``SurveyError`` for an encoding that is not known, text that is not in it, and what is
    no text.
    """
    try:
        by_bytes = "\n".encode(encoding) == b"\n"
    except LookupError:
        raise SurveyError("layout.encoding", found=encoding) from None
    if not by_bytes:
        return _without_marks(io.TextIOWrapper(stream, encoding=encoding, newline=""), encoding)
    start = stream.read(_SMALL)
    _refuse_other_encoding(start, encoding)
    if len(start) < _SMALL:
        text = _decoded(start, encoding, 1)
        if "\0" in text:
            raise SurveyError("file.binary")
        return io.StringIO(text.removeprefix(_MARK), newline="")
    stream.seek(0)
    return _lines_of_bytes(stream, encoding)


def _refuse_other_encoding(start: bytes, encoding: str) -> None:
    """Refuse bytes that say themselves that they are in another encoding."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SurveyError("file.wide", encoding="utf-16")
    noughts = [start[place : 2 * _SAMPLE : 2].count(0) for place in (0, 1)]
    if max(noughts) > len(start[: 2 * _SAMPLE]) // 4 and not min(noughts):
        raise SurveyError("file.wide", encoding="utf-16-le" if noughts[1] else "utf-16-be")
    marked = start.startswith(b"\xef\xbb\xbf")
    if marked and start[:3].decode(encoding, errors="replace") not in {_MARK, ""}:
        raise SurveyError("file.marked", encoding=encoding)


def _decoded(data: bytes, encoding: str, row: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        row += data.count(b"\n", 0, fault.start)
        found = f"0x{data[fault.start]:02X}"
        raise SurveyError("file.encoding", row=row, found=found, encoding=encoding) from None


def _lines_of_bytes(stream: BinaryIO, encoding: str) -> Iterator[str]:
    number = 0
    while line := stream.readline(_SMALL):
        number += 1
        text = _decoded(line, encoding, number)
        _must_be_line(text, number)
        yield text.removeprefix(_MARK) if number == 1 else text


def _without_marks(stream: io.TextIOWrapper, encoding: str) -> Iterator[str]:
    number = 0
    try:
        while line := stream.readline(_SMALL):
            number += 1
            _must_be_line(line, number)
            yield line.removeprefix(_MARK) if number == 1 else line
    except UnicodeError as fault:
        place = fault.start if isinstance(fault, UnicodeDecodeError) else 0
        raise SurveyError("file.encoding", found=f"#{place + 1}", encoding=encoding) from None
    finally:
        stream.detach()  # whoever opened the file closes it


def _must_be_line(line: str, number: int) -> None:
    if "\0" in line:
        raise SurveyError("file.binary", row=number)
    if len(line) >= _SMALL - 4 and not line.endswith(("\n", "\r")):
        raise SurveyError("file.line", row=number, most=_SMALL)
