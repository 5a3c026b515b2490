"""The short way through a part of a workbook: most programs write its cells in one regular form.

What is written in any other way is for the reader of whole XML; nothing is guessed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias
from xml.etree import ElementTree as ET
from xml.sax.saxutils import unescape

from pst_standards.exchange.office_form.cell_values import CellValues, Found, text_of, unescaped

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TEXT: Final = re.compile(
    r'<si>(?:<t(?: xml:space="preserve")?>([^<]*)</t></si>|(.*?)</si>)', re.DOTALL
)
_ROW: Final = re.compile(r' (?:[^>]*? )??r="([0-9]{1,7})"([^>]*)>')
_CELL: Final = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]{1,7}"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?'
    r"(?:/>|>(?:<v>([^<&]*)</v></c>"
    r'|<is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>|(.*?)</c>))',
    re.DOTALL,
)
_MERGED: Final = re.compile(r'<mergeCell ref="([A-Z0-9:]+)"/>')
_COLUMN: Final = re.compile(r"<col ([^>]*)/>")
_BOUND: Final = re.compile(r'\b(min|max)="([0-9]{1,5})"')
_HIDDEN: Final = re.compile(r' hidden="(?:1|true)"')
_NUMBERED: Final = re.compile(r"&#(9|10|13|1[6-9][0-9]|[2-9][0-9]{2}|[1-9][0-9]{3});")
"""Signs by their numbers, as some programs write breaks of lines and what is not ASCII."""
_QUOTES: Final = {"&quot;": '"', "&apos;": "'"}

_LETTERS: Final = 26

Row: TypeAlias = tuple[int, dict[int, Found], bool]
"""The number of a row, its cells by their columns, and whether it is hidden."""


class IrregularError(Exception):
    """A part is written in another way than most programs do."""


def regular(data: bytes) -> str:
    """Return a part as text; raises ``IrregularError`` where only a whole reader understands it."""
    head = data[:200]
    if b"encoding=" in head and b'encoding="UTF-8"' not in head and b'encoding="utf-8"' not in head:
        raise IrregularError
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise IrregularError from None
    if "<!" in text or f'xmlns="{_MAIN}"' not in text[:2000]:
        raise IrregularError
    return text.replace("\r\n", "\n") if "\r" in text else text


def shared_texts(text: str) -> list[Found]:
    """Return the texts that cells share; raises ``IrregularError``."""
    found = _TEXT.findall(text)
    if len(found) != text.count("<si"):
        raise IrregularError
    return [
        Found(_runs(rich)) if rich else Found(unescaped(_plain(plain))) for plain, rich in found
    ]


def _plain(text: str) -> str:
    if "&" not in text:
        return text
    if "&#" in text:
        text = _NUMBERED.sub(lambda found: chr(int(found[1])), text)
        if "&#" in text:
            raise IrregularError
    return unescape(text, _QUOTES)


def _runs(rich: str) -> str:
    return text_of(_element("si", rich))


def _element(tag: str, inner: str, attributes: str = "") -> ET.Element:
    try:
        return ET.fromstring(f'<{tag} xmlns="{_MAIN}"{attributes}>{inner}</{tag}>')  # noqa: S314 - without a document type there are no entities
    except ET.ParseError:
        raise IrregularError from None


def sheet_parts(text: str) -> tuple[str, list[str]]:
    """Return the rows of a sheet as they are written, and what was merged."""
    before, opened, rest = text.partition("<sheetData>")
    rows, closed, after = rest.partition("</sheetData>")
    merged = _MERGED.findall(after)
    if not opened or not closed or "<row" in before or len(merged) != after.count("<mergeCell "):
        raise IrregularError
    return rows, merged


def hidden_columns(text: str) -> list[tuple[int, int]]:
    """Return which columns of a sheet are out of sight: the first and the last of each run.

    >>> hidden_columns('<col hidden="1" width="8" min="3" max="4"/><col min="5" max="5"/>')
    [(3, 4)]
    """
    runs = (
        dict(_BOUND.findall(column))
        for column in _COLUMN.findall(text)
        if _HIDDEN.search(f" {column}")
    )
    return [(int(run.get("min", 0)), int(run.get("max", 0))) for run in runs]


def sheet_rows(text: str, values: CellValues) -> Iterator[Row]:
    """Yield the rows that hold something; raises ``IrregularError``, ``ValueError``."""
    known: dict[str, Found] = {}
    first, *rows = text.split("<row")
    if first.strip():
        raise IrregularError
    for row in rows:
        head = _ROW.match(row)
        if head is None:
            raise IrregularError
        written = _CELL.findall(row, head.end())
        if len(written) != row.count("<c"):
            raise IrregularError
        cells = _cells(written, values, known)
        if cells:
            yield int(head[1]), cells, _HIDDEN.search(row, 0, head.end()) is not None


def _cells(
    written: list[tuple[str, ...]], values: CellValues, known: dict[str, Found]
) -> dict[int, Found]:
    """Return the cells of a row that hold something; labels stand there again and again."""
    cells = {
        column_number(letters): values.of_text(kind or "n", content, style)
        for letters, style, kind, content, _, _ in written
        if content
    }
    for letters, style, kind, _, inline, inner in written:
        found = _special(values, (style, kind, inner)) if inner else None
        if inline:
            found = known.get(inline) or Found(unescaped(_plain(inline)))
            known[inline] = found
        if found is not None:
            cells[column_number(letters)] = found
    return cells


def _special(values: CellValues, cell: tuple[str, str, str]) -> Found | None:
    """Return what a cell with more than a plain value holds, such as one with a formula."""
    style, kind, inner = cell
    styled = f' s="{style}"' if style else ""
    return values.of_element(_element("c", inner, f'{styled} t="{kind or "n"}"'))


@cache
def column_number(letters: str) -> int:
    """Return the number of a column from 1; a workbook has some thousand at most.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
