"""Counting a file or a frame, whatever kind it is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from pst_standards.surveys.elements import Instrument
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.frames.terms import Counted, Layout, Terms

_TEXTS: Final = (".csv", ".tsv", ".txt")
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_PARQUET: Final = (".parquet", ".pq")
_LARGE: Final = 4 << 20
"""From how many bytes on a file of text is read with pyarrow where that is installed."""
_PLAIN_TERMS: Final = Terms()
_PLAIN_LAYOUT: Final = Layout()


def count_file(
    path: str | os.PathLike[str],
    instrument: Instrument,
    terms: Terms = _PLAIN_TERMS,
    layout: Layout = _PLAIN_LAYOUT,
    *,
    joints: bool = False,
) -> Counted:
    """Count the answers in a file: text (.csv, .tsv, .txt), Parquet, or a workbook.

    ``joints`` asks for what whole rows tell, too. A small file of text needs no library at all;
    workbooks and Parquet need the extra ``survey``, and a large file of text is read faster with
    it. Raises ``SurveyError`` for a kind of file that is not known or that the name does not tell,
    for headings, rows and cells that do not fit, with row and column, and ``MissingExtraError``.
    """
    file = Path(path)
    kind = file.suffix.lower()
    if kind in _TEXTS:
        return _count_text(file, instrument, terms, layout, joints=joints)
    if kind in _WORKBOOKS:
        from pst_standards.surveys.frames.workbooks import count_workbook

        return count_workbook(file, instrument, terms, layout, joints=joints)
    if kind in _PARQUET:
        from pst_standards.surveys.frames.parquet import count_parquet

        return count_parquet(file, instrument, terms, joints=joints)
    expected = (*_TEXTS, *_WORKBOOKS, *_PARQUET)
    raise SurveyError("file.kind", found=file.name, expected=expected)


def _count_text(
    file: Path, instrument: Instrument, terms: Terms, layout: Layout, *, joints: bool
) -> Counted:
    from pst_standards.surveys.frames.texts import count_text_file

    if file.is_file() and file.stat().st_size >= _LARGE:
        from importlib.util import find_spec

        if find_spec("pyarrow") is not None:
            from pst_standards.surveys.frames.large_texts import count_large_text

            return count_large_text(file, instrument, terms, layout, joints=joints)
    return count_text_file(file, instrument, terms, layout, joints=joints)


def tallies_of(frame: Any, instrument: Instrument, terms: Terms = _PLAIN_TERMS) -> Any:
    """Placeholder."""
    raise NotImplementedError
