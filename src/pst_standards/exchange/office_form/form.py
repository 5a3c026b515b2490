"""The form of one office, prefilled with what its base says and what the office table knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pst_standards.definitions import Bases
from pst_standards.definitions.merging import merge
from pst_standards.definitions.offices import OfficeRow
from pst_standards.definitions.starting import known_of
from pst_standards.exchange.office_form.writing import write_form
from pst_standards.model.base import EMPTY
from pst_standards.model.definition import FORMAT, Stage


def office_form(
    office: OfficeRow,
    *,
    base: str = "bps/2020",
    lang: str = "id",
    bases: Bases | None = None,
    said: Mapping[str, Any] = EMPTY,
) -> bytes:
    """Return the workbook of an office to be filled in; raises as ``write_form``.

    ``said`` is what somebody told of the office beside the table of offices, and goes before it.

    >>> from pst_standards.definitions.offices import find_office
    >>> office_form(find_office("3329"))[:2]
    b'PK'
    """
    known = merge({"office": known_of(office, lang)}, {"office": dict(said)})
    data = {
        "format": FORMAT,
        "lang": lang,
        "stage": Stage.DRAFT.value,
        "extends": base,
        **known,
    }
    return write_form(data, bases=bases, lang=lang, title=office.office_name)
