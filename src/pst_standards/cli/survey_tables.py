"""Published tables that ``pst survey`` reads: YAML and JSON, or CSV as a table of a report."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli.exits import Refusal
from pst_standards.cli.sources import STANDARD_INPUT
from pst_standards.cli.survey_options import (
    chosen_instrument,
    delimiter_named,
    instrument_of,
    must_be_there,
)

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.definitions.reading import FileContent
    from pst_standards.findings import Pointer
    from pst_standards.surveys.published import Published

_TEXTS: Final = (".csv", ".tsv", ".txt")
_RECORDS: Final = (".yaml", ".yml", ".json")
_WRITTEN: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def published_in(file: str, work: Run, *, source: str = "") -> Published:
    """Read a published table from a file, or YAML or JSON from standard input.

    ``source`` says where the figures come from, when the file does not. Raises ``SurveyError`` for
    what is no such table, ``DefinitionError`` for a file that cannot be read.
    """
    kind = Path(file).suffix.lower()
    if file != STANDARD_INPUT:
        must_be_there(file)
    if kind in _TEXTS:
        found = _of_text(Path(file), work)
    elif kind in _RECORDS or file == STANDARD_INPUT:
        found = _of_record(file, work)
    else:
        from pst_standards.surveys.errors import SurveyError

        raise SurveyError("file.kind", found=Path(file).name, expected=(*_RECORDS, *_TEXTS))
    if source and found.source and source != found.source:
        raise Refusal("survey-source", found=found.source)
    return found.changed(source=source) if source else found


def _of_text(file: Path, work: Run) -> Published:
    """Read a table of rows; commas, semicolons or tabs part its cells."""
    import csv

    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.frames.terms import Layout
    from pst_standards.surveys.frames.texts import delimiter_of, lines_of, opened
    from pst_standards.surveys.published import headings_missing, published_rows

    used, options = instrument_of(work), work.options
    with opened(str(file)) as stream:
        lines = list(lines_of(stream, options.encoding))
    if not lines:
        raise SurveyError("file.empty")
    layout = Layout(delimiter=delimiter_named(options.delimiter))
    try:
        delimiter = delimiter_of(lines[:1], layout)
    except SurveyError:
        if not any(sign.isdigit() for sign in lines[0]):
            raise
        # As many commas as semicolons: figures, where headings belong.
        raise headings_missing((lines[0].strip(),)) from None
    reader = csv.DictReader(lines, delimiter=delimiter)
    try:
        rows = [{name: cell for name, cell in row.items() if name is not None} for row in reader]
    except csv.Error as fault:
        raise SurveyError("file.csv", row=reader.line_num, reason=str(fault)) from None
    return published_rows(rows, used, numbering=options.numbering)


def _of_record(file: str, work: Run) -> Published:
    from pst_standards.definitions.reading import Limits, read
    from pst_standards.surveys.published import published_from

    raw = work.console.read(Limits().size) if file == STANDARD_INPUT else _bytes_of(Path(file))
    content = read(raw, file)
    found = as_written(content, raw)
    if not found.get("instrument") or work.options.instrument or work.options.start:
        return published_from(found, instrument_of(work), numbering=work.options.numbering)
    return published_from(found, chosen_instrument(work), numbering=work.options.numbering)


def _bytes_of(file: Path) -> bytes:
    from pst_standards.surveys.frames.texts import opened

    with opened(str(file)) as stream:
        return stream.read()


def as_written(content: FileContent, raw: bytes) -> dict[str, Any]:
    r"""Return data whose decimal numbers are the texts that stand in the file.

    A figure of a report stands for all values that round to it, so that 90.50 is not 90.5.

    >>> from pst_standards.definitions.reading import read
    >>> raw = b"index: 90.50\nn: 29\n"
    >>> as_written(read(raw, "x.yaml"), raw)
    {'index': '90.50', 'n': 29}
    """
    lines = raw.decode("utf-8-sig", errors="replace").splitlines()

    def changed(value: Any, pointer: Pointer) -> Any:
        if isinstance(value, dict):
            return {key: changed(one, (*pointer, key)) for key, one in value.items()}
        if isinstance(value, list):
            return [changed(one, (*pointer, place)) for place, one in enumerate(value)]
        if not isinstance(value, float):
            return value
        place = content.locate(pointer)
        line = lines[place.line - 1] if place.line and place.line <= len(lines) else ""
        written = _WRITTEN.match(line, (place.column or 1) - 1)
        same = written is not None and float(written.group()) == value
        return written.group() if written is not None and same else value

    return dict(changed(content.data, ()))
