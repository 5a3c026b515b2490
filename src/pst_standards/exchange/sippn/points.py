"""From the blocks of a document to the lines that are pasted: marks and indents, no layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from pst_standards.documents.outline import (
    Block,
    Content,
    Heading,
    Inline,
    ItemList,
    Marker,
    Paragraph,
)
from pst_standards.rules.formats.cleaning import clean

_INDENT: Final = "   "
_INNER: Final = (Marker.BULLET, Marker.LETTER, Marker.DECIMAL_PAREN, Marker.LETTER_PAREN)
"""What a bullet becomes at each depth: two levels of bullets would be one list when pasted."""
_ALPHABET: Final = 26


@frozen(kw_only=True)
class Point:
    """A line of a field: its mark and how deep it is nested; a ``label`` heads what follows."""

    text: str
    mark: str = ""
    depth: int = 0
    label: bool = False

    @property
    def written(self) -> str:
        """The line as it is pasted.

        >>> Point(text="Surel aktif", mark="a.", depth=1).written
        '   a. Surel aktif'
        """
        return f"{_INDENT * self.depth}{self.mark} {self.text}" if self.mark else self._bare

    @property
    def _bare(self) -> str:
        return f"{_INDENT * self.depth}{self.text}"


def points_of(blocks: Iterable[Block], depth: int = 0) -> Iterator[Point]:
    """Yield the lines of the blocks that a component is told in.

    >>> from pst_standards.documents.outline import ItemList
    >>> [one.written for one in points_of([ItemList(items=["KTP", "Surat"])])]
    ['• KTP', '• Surat']
    """
    for block in blocks:
        if isinstance(block, ItemList):
            for place, item in enumerate(block.items):
                yield from _item(item, _mark(block, place, depth), depth)
        elif isinstance(block, Heading | Paragraph):
            is_label = isinstance(block, Heading) or _is_emphasised(block.text)
            for line in _lines(block.text):
                yield Point(text=line, depth=depth, label=is_label)


def _item(content: Content, mark: str, depth: int) -> Iterator[Point]:
    blocks: tuple[Block, ...] = (
        (Paragraph(text=content),) if isinstance(content, str) else tuple(content)
    )
    first, *rest = blocks
    lines = _lines(first.text) if isinstance(first, Paragraph) else []
    yield Point(text=lines[0] if lines else "", mark=mark, depth=depth)
    for line in lines[1:]:
        yield Point(text=line, depth=depth + 1)
    yield from points_of(rest if isinstance(first, Paragraph) else blocks, depth + 1)


def _mark(block: ItemList, place: int, depth: int) -> str:
    marker = block.marker
    if not block.ordered:
        marker = _INNER[min(depth, len(_INNER) - 1)]
    number = block.start + place
    if marker is Marker.BULLET:
        return "\N{BULLET}"
    end = ")" if marker in {Marker.DECIMAL_PAREN, Marker.LETTER_PAREN} else "."
    in_letters = marker in {Marker.LETTER, Marker.LETTER_PAREN} and number <= _ALPHABET
    return f"{chr(ord('a') + number - 1) if in_letters else number}{end}"


def _is_emphasised(text: Inline) -> bool:
    return not isinstance(text, str) and all(run.emphasis for run in text)


def _lines(text: Inline) -> list[str]:
    whole = text if isinstance(text, str) else "".join(run.text for run in text)
    return [" ".join(line.split()) for line in clean(whole).split("\n") if line.strip()]
