"""A report written for people and for programs: one report in, text or bytes out.

For people: ``text`` at a terminal, ``html`` and ``xlsx`` as a checklist, ``markdown`` for a
comment. For programs: ``json``, ``sarif``, ``junit`` and ``github``. Each takes a report on one
definition or on several, and the language to write in.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pst_standards.rules.formats.github_report import github
    from pst_standards.rules.formats.html_report import html
    from pst_standards.rules.formats.json_report import json
    from pst_standards.rules.formats.junit_report import junit
    from pst_standards.rules.formats.markdown_report import markdown
    from pst_standards.rules.formats.recap_report import recap
    from pst_standards.rules.formats.sarif_report import sarif
    from pst_standards.rules.formats.source_lines import file_source
    from pst_standards.rules.formats.text_report import text
    from pst_standards.rules.formats.xlsx_report import xlsx

NAMES: Final = ("text", "json", "html", "xlsx", "sarif", "junit", "github", "markdown")
"""The formats there are, by the name of the function that writes them."""
_HOMES: Final = {name: f"{name}_report" for name in NAMES} | {
    "file_source": "source_lines",
    "recap": "recap_report",
}

__all__ = [
    "NAMES",
    "file_source",
    "github",
    "html",
    "json",
    "junit",
    "markdown",
    "recap",
    "sarif",
    "text",
    "xlsx",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
