"""Which workbooks are the form of an office; the room ``exchange`` reads what stands in them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Final

SUFFIX: Final = ".xlsx"
MAGIC: Final = "pst-form/1"
"""The first word of a sheet of a form, in its first row, which is hidden."""
NEW_ROW: Final = "+"
"""In a pointer, behind a list: the first row of its sheet that is free."""
_NAMED: Final = re.compile(r"[0-9]{4}\.xlsx", re.IGNORECASE)
_WORDS: Final = ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
_LARGEST: Final = 10_000_000


def is_workbook(path: str | Path) -> bool:
    """Tell whether a path names a workbook.

    >>> is_workbook("3322.XLSX"), is_workbook("3322.yaml")
    (True, False)
    """
    return str(path).lower().endswith(SUFFIX)


def forms_in(folder: Path) -> list[Path]:
    """Return the forms in a folder by their names: those that are named by an office, and others.

    Of a workbook with another name its content tells: it may be a list of somebody. What a program
    keeps beside an open workbook is none.

    >>> forms_in(Path("a folder that is not there"))
    []
    """
    if not folder.is_dir():
        return []
    found = (item for item in folder.iterdir() if is_workbook(item) and item.name[0] not in "~.")
    return sorted(item for item in found if _NAMED.fullmatch(item.name) or _is_form(item))


def _is_form(file: Path) -> bool:
    """Tell whether a workbook says of itself that it is a form."""
    try:
        with zipfile.ZipFile(file) as packed:
            names = [name for name in _WORDS if name in packed.namelist()]
            return any(MAGIC.encode() in packed.open(name).read(_LARGEST) for name in names)
    except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile):
        return False
