"""The part of a quotation on the zero-rupiah tariff: conditions, proofs, who decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import DASH, bare, cited, opened
from pst_standards.documents.outline import (
    Block,
    Column,
    Heading,
    Paragraph,
    ParagraphStyle,
    Table,
)
from pst_standards.tariffs import Quotation, ZeroAnswer

_MET: Final[Mapping[bool | None, str]] = {True: "met", False: "unmet", None: "open"}
_THERE: Final[Mapping[bool | None, str]] = {True: "there", False: "missing", None: "open"}
_DECIDED: Final[Mapping[bool | None, str]] = {True: "granted", False: "denied", None: "undecided"}


def zero_rupiah(offer: Quotation, composition: Composition) -> Iterator[Block]:
    """Yield what can be said of a request for the zero-rupiah tariff, if there is one."""
    zero = offer.zero_rupiah
    if zero is None:
        return
    say, lang = composition.say, composition.lang
    yield Heading(level=2, text=say("zero.title"))
    yield Paragraph(text=say(f"zero.{_DECIDED[zero.granted]}"))
    if rows := tuple(_rows(zero, composition)):
        yield Table(
            columns=(
                Column(title=say("zero.condition"), share=52, heads_row=True),
                Column(title=say("zero.state"), share=20),
                Column(title=say("column.basis"), share=28),
            ),
            rows=rows,
        )
    for note in zero.notes:
        yield Paragraph(text=note.text(lang), style=ParagraphStyle.SMALL)


def _rows(zero: ZeroAnswer, composition: Composition) -> Iterator[tuple[str, str, str]]:
    say, lang = composition.say, composition.lang
    for one in zero.conditions:
        state = say(f"zero.{_MET[one.met]}")
        yield opened(bare(one.said.text(lang))), state, cited(one.cite, lang) or DASH
    for shown in zero.to_show:
        yield opened(bare(shown.said.text(lang))), say(f"zero.{_THERE[shown.there]}"), DASH
