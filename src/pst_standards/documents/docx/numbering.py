"""The part ``numbering.xml``: one abstract numbering for each kind of marker."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from pst_standards.documents.docx.collected import FIXED_LISTS
from pst_standards.documents.docx.lists import DEEPEST_LEVEL
from pst_standards.documents.docx.xml import PROLOGUE, WORD
from pst_standards.documents.outline import Marker

_INDENT: Final = 397
_BULLETS: Final = ("•", "\N{EN DASH}", "▪", "\N{EN DASH}")
# Arial has no box to tick; of the fonts that have it, Word and LibreOffice know one each.
_BOX_FONT: Final = (
    '<w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"'
    ' w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol" w:hint="eastAsia"/></w:rPr>'
)
_FORMATS: Final = {
    Marker.DECIMAL: ("decimal", "."),
    Marker.LETTER: ("lowerLetter", "."),
    Marker.DECIMAL_PAREN: ("decimal", ")"),
    Marker.LETTER_PAREN: ("lowerLetter", ")"),
    Marker.ROMAN: ("lowerRoman", "."),
}
_MARKERS: Final = tuple(Marker)


def numbering_part(lists: Iterable[tuple[Marker, int, int]]) -> str:
    """Return the whole part; each of ``lists`` is its marker, its level and where it starts."""
    return f"{_fixed()}{own_lists(lists, FIXED_LISTS, 0)}</w:numbering>"


def own_lists(lists: Iterable[tuple[Marker, int, int]], after: int, kinds: int) -> str:
    """Return the lists of a document, numbered behind ``after``; their kinds begin at ``kinds``."""
    return "".join(
        _instance(
            number,
            marker,
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>',
            kinds,
        )
        for number, (marker, level, start) in enumerate(lists, start=after + 1)
    )


def list_kinds(first: int) -> str:
    """Return what each kind of marker looks like, numbered from ``first``."""
    return "".join(_kind(first + number, marker) for number, marker in enumerate(_MARKERS))


def lists_behind_styles(after: int, kinds: int) -> str:
    """Return the two lists that the styles List Bullet and List Number refer to."""
    bullets = _instance(after + 1, Marker.BULLET, kinds=kinds)
    return bullets + _instance(after + 2, Marker.DECIMAL, kinds=kinds)


@cache
def _fixed() -> str:
    return f'{PROLOGUE}<w:numbering xmlns:w="{WORD}">{list_kinds(0)}{lists_behind_styles(0, 0)}'


def _instance(number: int, marker: Marker, override: str = "", kinds: int = 0) -> str:
    kind = kinds + _MARKERS.index(marker)
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'


def _kind(number: int, marker: Marker) -> str:
    levels = "".join(_level(level, marker) for level in range(DEEPEST_LEVEL + 1))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5057A000 + number:X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x5057B000 + number:X}"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(level: int, marker: Marker) -> str:
    shape, sign = _FORMATS.get(marker, ("bullet", ""))
    box = marker is Marker.BOX
    shown = f"%{level + 1}{sign}" if sign else marker.value if box else _BULLETS[level]
    left = _INDENT * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{_INDENT}"/></w:pPr>{_BOX_FONT * box}</w:lvl>'
    )
