"""What stays on one page with what follows it, in every format."""

from __future__ import annotations

from pst_standards.documents.outline import (
    Block,
    ItemList,
    KeyValues,
    Note,
    Paragraph,
    ParagraphStyle,
    Signature,
    Table,
)


def stays_with(block: Block, following: Block | None) -> bool:
    """Tell whether the end of a block stays on the page of what follows it.

    A signature does not stand on a page without a word of what is signed, nor a remark
    without what it is on, nor a line that announces a list apart from it, nor one in bold letters
    that heads a part of a letter.

    >>> basis = Paragraph(text="Dasar: UU 25/2009.", style=ParagraphStyle.SMALL)
    >>> stays_with(Paragraph(text="Kami sanggup."), basis)
    True
    """
    if _is_remark(following) or isinstance(following, Signature):
        return True
    if not isinstance(block, Paragraph):
        return False
    if _is_head_of_letter(block):
        return following is not None
    text = block.text if isinstance(block.text, str) else "".join(run.text for run in block.text)
    return text.rstrip().endswith(":") and isinstance(following, (ItemList, Table, KeyValues))


def _is_head_of_letter(block: Paragraph) -> bool:
    return not isinstance(block.text, str) and all(run.strong for run in block.text)


def _is_remark(block: Block | None) -> bool:
    if isinstance(block, Note):
        return not block.title
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.SMALL
