"""What a composer hands on, before the letterhead, the stamp and the list of open values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

from attrs import frozen

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.outline import Block, Layout, Signature
from pst_standards.model.standard import ServiceStandard


@frozen(kw_only=True)
class Body:
    """Title and blocks of a document; ``dated`` is the day that it bears.

    ``signature`` follows the blocks. Where it is not known who ``signed``, a draft leaves room
    for the hand, and a final document has none. ``open_reason`` says why a paper about one case
    cannot be signed as it stands. A paper that does not rest on the standards ``needs_adoption``
    not. ``landscape`` turns the sheet, ``layout``, ``scale``, ``embedded`` and ``linked_data`` are
    as those of a document. ``number`` is that of the decree, where the paper bears one.
    """

    title: str
    blocks: tuple[Block, ...]
    signature: Signature | None = None
    signed: bool = True
    dated: dt.date | None = None
    open_reason: str = ""
    needs_adoption: bool = True
    landscape: bool = False
    number: str = ""
    layout: Layout = Layout.LETTER
    scale: float = 1.0
    embedded: bool = False
    linked_data: str = ""


Composer: TypeAlias = Callable[[Composition, ServiceStandard | None], Body]
"""Composes one kind of document; only the kind ``standard`` is given a standard."""
