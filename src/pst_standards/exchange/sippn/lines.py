"""From the text of a page to its lines: no markup, no hidden characters, one kind of blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final, NamedTuple

from pst_standards.definitions.reading.controls import forbidden, replaced
from pst_standards.definitions.reading.lines import LINE_END

Tell = Callable[[str, int, str], None]
"""Takes the key of a remark, the number of a line, and words."""

_BREAK: Final = re.compile("[\n\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ENTITY: Final = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_BLOCK: Final = "br|p|li|div|tr|td|th|h[1-6]|ul|ol|dl|dt|dd|table|tbody|thead|hr|section|article"
_INLINE: Final = (
    "b|i|u|s|a|em|strong|span|font|sup|sub|small|big|mark|code|pre|img|html|head|body|title|meta"
    "|link|script|style|iframe|main|header|footer|nav|button|input|label|form|svg|path|figure"
)
_TAG: Final = re.compile(
    rf"</?(?:(?P<block>{_BLOCK})|{_INLINE})(?:\s[^<>]{{0,2000}})?/?>|<!--[^<>]{{0,2000}}>"
    r"|<!doctype[^<>]{0,200}>",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"<([A-Za-z!/?][^<>]{0,200})>")
_OPENING: Final = re.compile(r"<(?=[A-Za-z!/?])")
_MARKDOWN: Final = re.compile(r"\A\s*(?:>\s*)*(?:#{1,6}\s+)?(?:[-*+]\s+\[ \]\s+)?")
_EMPHASIS: Final = re.compile(r"\*\*|`|(?<!\w)__|__(?!\w)")
_INNER_EMPHASIS: Final = re.compile(r"(?<=\w)(?:\*\*|`)+(?=\w)")
_ESCAPE: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TABLE_RULE: Final = re.compile(r"[\s|:+=*_-]{3,}")
CELL: Final = "\t"
"""What stands between the cells of a table row after cleaning."""


class Line(NamedTuple):
    """One line: its number in the page, its words, and whether a blank line stands before it."""

    number: int
    text: str
    after_gap: bool = False


def lines_of(text: str, tell: Tell) -> Iterator[Line]:
    r"""Yield the lines that hold something; what was taken out of them is told.

    >>> list(lines_of("**Persyaratan**\n\n1.\u00a0KTP", print))
    [Line(number=1, text='Persyaratan', after_gap=False), Line(number=3, text='1. KTP', ...=True)]
    """
    gap = False
    for number, raw in enumerate(LINE_END.split(text), 1):
        parts = [_plain(part) for part in _BREAK.split(_clean(raw, number, tell))]
        for part in parts:
            if part:
                yield Line(number, part, gap)
                gap = False
        gap = gap or not any(parts)


def _clean(raw: str, number: int, tell: Tell) -> str:
    """Take markup and characters out of a line that no definition may hold."""
    shown = raw.translate(_INVISIBLE)
    if "&" in shown or "<" in shown:
        shown = _without_markup(shown, number, tell)
    split = _BREAK.sub("\n", shown)
    if forbidden(split):
        tell("characters", number, ", ".join(forbidden(split)))
        split = replaced(split)
    return split


def _without_markup(text: str, number: int, tell: Tell) -> str:
    taken = [match[0] for match in _ENTITY.finditer(text)]
    text = _ENTITY.sub(lambda match: unescape(match[0]), text).translate(_INVISIBLE)
    taken += [match[0] for match in _TAG.finditer(text)]
    text = _TAG.sub(lambda match: "\n" if match["block"] else "", text)
    if taken:
        tell("markup", number, " ".join(taken))
    # An angle bracket that is left would be taken for markup when the draft is read.
    return _OPENING.sub("\u2039", _BRACKETS.sub(r"[\1]", text))


def _plain(text: str) -> str:
    """Take the signs of Markdown away and make every blank a single one; cells stay apart."""
    if _TABLE_RULE.fullmatch(text.strip()):
        return ""
    bare = _INNER_EMPHASIS.sub(" ", _MARKDOWN.sub("", text, count=1))
    bare = _ESCAPE.sub("", _EMPHASIS.sub("", bare))
    if bare.count("|") > 1 or "\t" in bare:
        cells = (" ".join(cell.split()) for cell in re.split(r"[\t|]", bare))
        return CELL.join(cell for cell in cells if cell)
    return " ".join(bare.split())
