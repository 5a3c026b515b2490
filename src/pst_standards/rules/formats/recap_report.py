"""A recap over many offices as JSON, or as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pst_standards.rules.recap import Recap


def recap(recap: Recap, form: str, *, lang: str = "id") -> bytes:
    """Write a recap as ``json`` or ``xlsx``; raises ``ValueError`` for another form."""
    if form == "json":
        from json import dumps

        from pst_standards.rules.recap import as_data

        return (dumps(as_data(recap), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    if form != "xlsx":
        raise ValueError(form)
    from pst_standards.rules.formats.recap_xlsx import recap_xlsx

    return recap_xlsx(recap, lang=lang)
