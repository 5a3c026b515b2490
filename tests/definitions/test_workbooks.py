"""Workbooks whose archive can be opened and whose parts cannot be unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pst_standards.definitions.workbooks import WorkbookError, must_be_harmless, sheet_names

LISTING = "xl/workbook.xml"


@pytest.fixture
def damaged() -> bytes:
    """Return a workbook in which the list of sheets was packed, and then overwritten."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(LISTING, "<sheet name='Jawaban'/>" * 500)
    data = bytearray(target.getvalue())
    start = data.index(LISTING.encode()) + len(LISTING)
    data[start : start + 12] = b"\xff" * 12
    return bytes(data)


def test_damaged_parts_have_no_sheets_and_are_no_workbook(damaged: bytes, tmp_path: Path) -> None:
    file = tmp_path / "jawaban.xlsx"
    file.write_bytes(damaged)
    assert sheet_names(file) == ()
    with pytest.raises(WorkbookError):
        must_be_harmless(damaged)
