r"""Tables of answers of any kind and size: files, frames of other libraries, and clusters.

Whoever reads them, the counts are the same. A small file of text is read with nothing but Python;
large ones, Parquet, workbooks and frames need the extra ``survey``.

>>> from pst_standards.surveys import instrument
>>> from pst_standards.surveys.frames import Terms, count_text
>>> text = "nama layanan;U1;U2\nPerpustakaan;4;\nPerpustakaan;3;2\n"
>>> found = count_text(text, instrument("skm-2017"), Terms(numbering="list"))
>>> found.tallies.total().elements["requirements"].values, found.told["delimiter"]
((0, 0, 1, 1), ';')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.surveys.frames.counting import count_file, count_frame, tallies_of
    from pst_standards.surveys.frames.terms import Counted, Layout, Terms
    from pst_standards.surveys.frames.texts import count_text

_HOMES = {
    "Counted": "terms",
    "Layout": "terms",
    "Terms": "terms",
    "count_file": "counting",
    "count_frame": "counting",
    "count_text": "texts",
    "tallies_of": "counting",
}

__all__ = ["Counted", "Layout", "Terms", "count_file", "count_frame", "count_text", "tallies_of"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return list(__all__)
