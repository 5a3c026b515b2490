"""By which rules a complaint is handled: the mechanism, its clocks, and the rights in it."""

from __future__ import annotations

import attrs

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import cited, item, opened, sentence, span
from pst_standards.documents.compose.stated_rights import rights_by_holder
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Paragraph,
    ParagraphStyle,
    Table,
)
from pst_standards.model.base import own_names
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ComplaintMechanism, Complaints


def mechanism(complaints: Complaints, composition: Composition) -> list[Block]:
    """Return the ten parts that UU 25/2009 Pasal 37 ayat (3) asks for, by letter."""
    part = complaints.mechanism
    fields = attrs.fields_dict(ComplaintMechanism)
    rows = []
    for place, name in enumerate(own_names(ComplaintMechanism)):
        wording = sentence(composition.words(getattr(part, name))) if part is not None else ""
        if not wording:
            wording = composition.gap(complaints, "mechanism", name)
        term = fields[name].metadata[composition.lang]
        rows.append((f"{chr(ord('a') + place)}.", term, wording))
    say = composition.say
    table = Table(
        columns=(
            Column(title=say("column.letter"), share=10, align=Align.CENTER),
            Column(title=say("column.matter"), share=27, heads_row=True),
            Column(title=say("column.description"), share=63),
        ),
        rows=tuple(rows),
    )
    return [Paragraph(text=say("procedure.mechanism-basis")), table]


def clocks(complaints: Complaints, composition: Composition) -> list[Block]:
    """Return the time limits with the article of each."""
    if not complaints.clocks:
        return [Paragraph(text=sentence(composition.gap(complaints, "clocks")))]
    say, lang = composition.say, composition.lang
    rows = tuple(
        (
            f"{number}.",
            item(composition.words(one.text)),
            _at_most(span(one.within, lang), composition) or composition.gap(one, "within"),
            cited(one.citation, lang),
        )
        for number, one in enumerate(complaints.clocks, start=1)
    )
    table = Table(
        columns=(
            Column(title=say("column.number"), share=6, align=Align.CENTER),
            Column(title=say("column.stage"), share=40, heads_row=True),
            Column(title=say("column.limit"), share=20),
            Column(title=say("column.basis"), share=34),
        ),
        rows=rows,
    )
    spans = [one.within.unit for one in complaints.clocks if one.within]
    remark = Paragraph(text=say("procedure.plain-days"), style=ParagraphStyle.SMALL)
    return [table, remark] if TimeUnit.DAY in spans else [table]


def _at_most(time: str, composition: Composition) -> str:
    return opened(composition.say("limit.at-most", span=time)) if time else ""


def rights(_: Complaints, composition: Composition) -> list[Block]:
    """Return the rights of the reporter, the reported person and the examiner."""
    return list(rights_by_holder(composition, level=3))
