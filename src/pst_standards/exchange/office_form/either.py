"""Reading the definition of an office, be it in files of text or in a form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.definitions.forms import is_workbook

if TYPE_CHECKING:
    from pst_standards.definitions import Bases, Reading


def read_office(path: str | Path, *, bases: Bases | None = None, name: str = "") -> Reading:
    """Read a definition as ``read_path`` does, or the one in a workbook; raises as both.

    ``name`` is what findings call a workbook, where the path is not fit to be shown.

    >>> from pst_standards.definitions.errors import DefinitionError
    >>> try:
    ...     read_office("none.xlsx")
    ... except DefinitionError as error:
    ...     print(error.findings[0].message_key)
    DEF-013.missing
    """
    from pst_standards.definitions.assembling import read_content, read_path

    if not is_workbook(path) or Path(path).is_dir():
        return read_path(path, bases=bases)
    from pst_standards.exchange.office_form.reading import read_form

    place = Path(path)
    content = read_form(place, bases=bases, name=name or place.as_posix())
    return read_content(content, bases=bases)
