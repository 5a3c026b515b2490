"""The definition of an office as a workbook: a sheet per part, one row for each of its items.

A cell carries a value only where it reads back as the same value; everything else stands on a
sheet of its own by its key, so that nothing of a definition is lost on the way.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.exchange.office_form.content import FormContent
    from pst_standards.exchange.office_form.either import read_office
    from pst_standards.exchange.office_form.form import office_form
    from pst_standards.exchange.office_form.many import Listed, listed_offices
    from pst_standards.exchange.office_form.reading import read_form
    from pst_standards.exchange.office_form.whose import office_stated
    from pst_standards.exchange.office_form.writing import write_form

_HOMES = {
    "FormContent": "content",
    "Listed": "many",
    "listed_offices": "many",
    "office_form": "form",
    "office_stated": "whose",
    "read_form": "reading",
    "read_office": "either",
    "write_form": "writing",
}

__all__ = [
    "FormContent",
    "Listed",
    "listed_offices",
    "office_form",
    "office_stated",
    "read_form",
    "read_office",
    "write_form",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
