"""The form of an official letter (surat dinas): head, addressee, body.

As official letters are written, place and date stand at the top on the right, number, class,
attachments and subject below them, and then to whom it goes. A letter has neither a title nor
headings of chapters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import BLANK, DASH
from pst_standards.documents.outline import (
    Block,
    Heading,
    KeyValues,
    Paragraph,
    ParagraphStyle,
    Run,
    Signature,
)
from pst_standards.documents.passages import strung


def letter_blocks(
    composition: Composition, *, about: str, to: str, signature: Signature, body: Iterable[Block]
) -> Iterator[Block]:
    """Yield a letter without its signature; its number is left to the hand.

    Place and date are those of the ``signature``, which is to stand below ``without_day``.
    """
    say = composition.say
    day = strung(", ", filter(None, (signature.place, signature.date)))
    yield Paragraph(text=day, style=ParagraphStyle.END)
    head = {"number": BLANK, "class": say("official.usual"), "attachments": DASH, "about": about}
    yield KeyValues(pairs=tuple((say(f"official.{name}"), value) for name, value in head.items()))
    yield Paragraph(text=to)
    for block in body:
        if isinstance(block, Heading):
            yield Paragraph(text=(Run(text=str(block.text), strong=True),))
        else:
            yield block


def without_day(signature: Signature) -> Signature:
    """Return a signature below a letter that bears place and date at its top."""
    return evolve(signature, place="", date="")
