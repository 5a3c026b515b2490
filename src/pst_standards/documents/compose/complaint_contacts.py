"""Where and to whom one complains: the channels as a table, and the person responsible."""

from __future__ import annotations

from collections.abc import Sequence

from pst_standards.documents.compose.complaint_lines import channel_name
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.links import mail_link
from pst_standards.documents.compose.phrases import DASH, bare, postal, proper, sentence
from pst_standards.documents.outline import Align, Block, Column, KeyValues, Paragraph, Run, Table
from pst_standards.model.complaints import ComplaintChannel, Complaints


def channel_table(complaints: Complaints, composition: Composition) -> list[Block]:
    """Return the active channels as a table."""
    active = [one for one in complaints.channels if one.active is not False]
    if not active:
        return [Paragraph(text=sentence(composition.gap(complaints, "channels")))]
    say = composition.say
    owners = [bare(composition.words(one.owner)) for one in active]
    columns = [
        Column(title=say("column.number"), share=8, align=Align.CENTER),
        Column(title=say("column.channel"), share=46, heads_row=True),
        Column(title=say("column.address"), share=48),
    ]
    rows = [_row(number, one, composition) for number, one in enumerate(active, start=1)]
    if any(owners):
        columns.append(Column(title=say("column.owner"), share=34))
        rows = [(*row, owner or DASH) for row, owner in zip(rows, owners, strict=True)]
    return [Table(columns=tuple(columns), rows=tuple(rows))]


def _row(number: int, channel: ComplaintChannel, composition: Composition) -> tuple[str, ...]:
    return (f"{number}.", channel_name(channel, composition), (channel.value or "").strip() or DASH)


def responsible(complaints: Complaints, composition: Composition) -> list[Block]:
    """Return the person responsible, whose name and address the law wants published."""
    official = complaints.responsible
    if official is None:
        return [Paragraph(text=sentence(composition.gap(complaints, "responsible")))]
    say = composition.say
    facts: Sequence[tuple[str, str]] = (
        (say("person.name"), proper(official.name) or composition.gap(official, "name")),
        (say("person.position"), proper(composition.words(official.position))),
        (say("person.address"), postal(official.address) or composition.gap(official, "address")),
        (say("contact.phone"), (official.phone or "").strip()),
    )
    pairs: list[tuple[str, str | tuple[Run, ...]]] = [fact for fact in facts if fact[1]]
    if email := (official.email or "").strip():
        pairs.append((say("contact.email"), (mail_link(email),)))
    return [KeyValues(pairs=tuple(pairs))]
