"""The colour of an office, taken from its headings into tables and notes."""

from __future__ import annotations

import re
from typing import Final

_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_ACCENTS: Final = ("14304F", "33475B", "2B5C8A", "174A7C")
_TINTS: Final = ("E3EBF3", "EEF3F8")
_GREY: Final = "F0F0F0"
_TINTED: Final = 0.12
_READABLE: Final = 4.5
"""Least contrast of letters on their ground (WCAG 2.1, 1.4.3)."""


def in_colour(xml: str, accent: str) -> str:
    """Return styles of ours in the colour of an office; in black and grey where it has none.

    A colour too pale to be read in small letters counts as none.

    >>> in_colour('<w:color w:val="14304F"/><w:shd w:fill="E3EBF3"/>', "7A1020")
    '<w:color w:val="7A1020"/><w:shd w:fill="F4EBEC"/>'
    """
    usable = bool(_HEX.fullmatch(accent)) and _readable(accent)
    strong, pale = (accent, _tint(accent)) if usable else ("auto", _GREY)
    for old in _ACCENTS:
        xml = xml.replace(f'"{old}"', f'"{strong}"')
    for old in _TINTS:
        xml = xml.replace(f'"{old}"', f'"{pale}"')
    return xml


def _parts(colour: str) -> tuple[int, int, int]:
    number = int(colour, 16)
    return number >> 16, number >> 8 & 255, number & 255


def _tint(colour: str) -> str:
    return "".join(f"{round(255 - (255 - part) * _TINTED * 0.7):02X}" for part in _parts(colour))


def _readable(colour: str) -> bool:
    """Tell whether letters of a colour can be read on its own tint."""
    return (_light(_tint(colour)) + 0.05) / (_light(colour) + 0.05) >= _READABLE


def _light(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.1)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
