"""What a cell holds: numbers, days, texts, errors, and what a formula last showed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from attrs import frozen

from pst_standards.exchange.office_form.values import Cell

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_DATE: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Number formats that every program knows as dates."""
_LAST_DAY: Final = 2_958_465


class Found(NamedTuple):
    """What a cell holds; ``trouble`` is ``formula``, ``unreckoned``, ``error`` or empty."""

    value: Cell
    trouble: str = ""


@frozen
class CellValues:
    """What the cells of one workbook refer to: its shared texts, date styles and first day."""

    texts: Sequence[Found]
    dated: frozenset[int]
    epoch: dt.datetime

    def of_element(self, cell: ET.Element) -> Found | None:
        """Return what a cell holds, ``None`` for one that is only coloured."""
        text, formula = None, False
        for part in cell:
            tag = part.tag
            if tag.endswith("}v"):
                text = part.text
            elif tag.endswith("}is"):
                text = text_of(part)
            else:
                formula = formula or tag.endswith("}f")
        if not text:
            return Found(None, "unreckoned") if formula else None
        found = self.of_text(cell.get("t", "n"), text, cell.get("s"))
        return Found(found.value, "formula") if formula and not found.trouble else found

    def of_text(self, kind: str, text: str, style: str | None) -> Found:
        """Return what a cell of a kind and a style holds; raises ``ValueError``, ``IndexError``."""
        if kind == "s":
            return self.texts[int(text)]
        if kind == "e":
            return Found(text, "error")
        return Found(self._value(kind, text, style))

    def _value(self, kind: str, text: str, style: str | None) -> Cell:
        if kind in {"str", "inlineStr"}:
            return unescaped(text)
        if kind == "b":
            return text == "1"
        if kind == "d":
            return dt.date.fromisoformat(text[:10])
        number = float(text)
        if style and int(style) in self.dated:
            return self._dated_value(number)
        return int(number) if number.is_integer() else number

    def _dated_value(self, number: float) -> Cell:
        if not 0 <= number <= _LAST_DAY:
            return number
        moment = self.epoch + dt.timedelta(seconds=round(number * 86_400))
        return moment.time() if number < 1 else moment.date()


def tag_of(element: ET.Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def text_of(item: ET.Element) -> str:
    """Return the text of an item, also in runs of several fonts; readings aloud are left out."""
    parts = [
        (run.text or "")
        for part in item
        for run in ([part] if tag_of(part) == "t" else part if tag_of(part) == "r" else ())
        if tag_of(run) == "t"
    ]
    return unescaped("".join(parts))


def unescaped(text: str) -> str:
    r"""Return a text with the signs that XML cannot hold.

    >>> unescaped("a_x000A_b")
    'a\nb'
    """
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def date_styles(parts: Sequence[ET.Element]) -> frozenset[int]:
    """Return the numbers of the styles that show a day or a time."""
    own: dict[int, str] = {}
    styles: list[int] = []
    for part in parts:
        if tag_of(part) == "numFmts":
            own = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in part}
        elif tag_of(part) == "cellXfs":
            styles = [int(one.get("numFmtId", 0)) for one in part]
    dated = {
        key for key, code in own.items() if set(_NO_DATE.sub("", code).casefold()) & set("dyhs")
    }
    return frozenset(
        place
        for place, key in enumerate(styles)
        if key in dated or (key in _DATES and key not in own)
    )
