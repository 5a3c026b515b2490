"""What stays on one page with what follows it, in every format."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pst_standards.documents.outline import (
    Block,
    Clauses,
    Content,
    Heading,
    Inline,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Signature,
    Table,
)

_WITH_SIGNATURE: Final = 2
"""Lines of what is signed that stand on the page of its signature, at the least."""
_LINE: Final = 90
"""Letters that a line of the whole width holds."""
_IN_ITEM: Final = 0.9
_BESIDE_LABEL: Final = 0.6
"""What a list, or a label, leaves of that width."""
_BEGINNINGS: Final = (PageBreak, Letterhead, Signature)


def kept_parts(blocks: Sequence[Block]) -> list[int]:
    """Return how many of the last parts of each block stay on the page of what follows it.

    Parts are the rows of a table, the items of a list and the like; any other block is one. A
    signature does not stand on a page without two lines of what is signed, nor a remark without
    what it is on, nor a line that announces a list apart from it.

    >>> signature = Signature(place="", date="", title="Kepala", name="")
    >>> kept_parts([ItemList(items=("KTP", "Surat", "Meterai")), signature])
    [2, 0]
    """
    kept = [int(_stays_with(block, following)) for block, following in pairwise(blocks)]
    for place, following in enumerate(blocks[1:]):
        if isinstance(following, Signature):
            _keep_lines(blocks[: place + 1], kept)
    return [*kept, 0] if blocks else []


def _stays_with(block: Block, following: Block) -> bool:
    if _is_remark(following):
        return True
    if not isinstance(block, Paragraph):
        return False
    if _heads_part_of_letter(block):
        return True
    announces = _plain(block.text).rstrip().endswith(":")
    return announces and isinstance(following, (ItemList, Table, KeyValues))


def _heads_part_of_letter(block: Paragraph) -> bool:
    """Tell whether a paragraph is in bold letters: a letter has no other headings."""
    return not isinstance(block.text, str) and all(run.strong for run in block.text)


def _is_remark(block: Block) -> bool:
    if isinstance(block, Note):
        return not block.title
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.SMALL


def _keep_lines(signed: Sequence[Block], kept: list[int]) -> None:
    """Keep the end of what is signed on the page of the signature below it."""
    wanted = _WITH_SIGNATURE
    for place in range(len(signed) - 1, -1, -1):
        if wanted <= 0 or isinstance(signed[place], PageBreak):
            return
        parts = 0
        for lines in reversed(_lines_of_parts(signed[place])):
            if wanted > 0:
                parts, wanted = parts + 1, wanted - lines
        kept[place] = max(kept[place], parts)
        if isinstance(signed[place], _BEGINNINGS):
            return


def _lines_of_parts(block: Block) -> list[int]:
    """Return about how many lines the parts of a block have, where it is one line or more."""
    if isinstance(block, ItemList):
        return [_lines(item, _IN_ITEM) for item in block.items]
    if isinstance(block, KeyValues):
        return [_lines(_plain(told), _BESIDE_LABEL) for _, told in block.pairs]
    if isinstance(block, Clauses):
        return [_lines(told, _BESIDE_LABEL) for _, told in block.clauses]
    if isinstance(block, Table):
        total = sum(column.share for column in block.columns)
        shares = [column.share / total for column in block.columns]
        return [max(map(_lines, row, shares)) for row in block.rows]
    if isinstance(block, Paragraph):
        return [_lines(_plain(block.text), 1.0)]
    return [0 if isinstance(block, Heading) else _WITH_SIGNATURE]


def _lines(content: Content, share: float) -> int:
    if isinstance(content, str):
        return content.count("\n") + 1 + int(len(content) / (_LINE * share))
    if len(content) == 1 and isinstance(content[0], Paragraph):
        return _lines(_plain(content[0].text), share)
    return _WITH_SIGNATURE if content else 1


def _plain(text: Inline) -> str:
    return text if isinstance(text, str) else "".join(run.text for run in text)
