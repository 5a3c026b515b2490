"""The kind ``complaint-procedure``: how to complain, what follows, and who has which rights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.complaint_contacts import channel_table, responsible
from pst_standards.documents.compose.complaint_flow import flow
from pst_standards.documents.compose.complaint_rules import clocks, mechanism, rights
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.lines import listed, said
from pst_standards.documents.compose.links import web_link
from pst_standards.documents.compose.phrases import cited, item, proper
from pst_standards.documents.compose.publications import publication_line
from pst_standards.documents.compose.signing import decree_line, signed_by_decree
from pst_standards.documents.outline import Block, Heading, Marker, Paragraph, ParagraphStyle, Run
from pst_standards.model.complaints import Complaints, Whistleblowing
from pst_standards.model.standard import ServiceStandard

_Part: TypeAlias = Callable[[Complaints, Composition], list[Block]]


def compose_complaint_procedure(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the procedure from the complaint mechanism of the office."""
    complaints = composition.definition.complaints or Complaints()
    decree = complaints.decree
    title = composition.say("procedure.title")
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            *_opening(complaints, composition),
            *_parts(complaints, composition),
        ),
        signature=signed_by_decree(composition, decree, ("complaints", "decree")),
        signed=bool(decree_line(composition, decree) or (decree and decree.signer)),
        dated=decree.date if decree else None,
        number=proper((decree.number if decree else None) or ""),
    )


def _opening(complaints: Complaints, composition: Composition) -> Iterator[Block]:
    for block in said(complaints.text, composition):
        if isinstance(block, Paragraph):
            yield Paragraph(text=block.text, style=ParagraphStyle.LEAD)
    if decree := decree_line(composition, complaints.decree):
        yield Paragraph(text=composition.say("procedure.decree", decree=decree))


def _parts(complaints: Complaints, composition: Composition) -> Iterator[Block]:
    number = 0
    for name, write in _PARTS.items():
        if blocks := write(complaints, composition):
            number += 1
            title = composition.say(f"procedure.{name}")
            yield Heading(level=2, text=f"{number}. {title}")
            yield from blocks


def _whistleblowing(complaints: Complaints, composition: Composition) -> list[Block]:
    referral = complaints.whistleblowing or Whistleblowing()
    say = composition.say
    blocks = said(referral.text, composition)
    if address := (referral.url or "").strip():
        label = Run(text=say("procedure.whistleblowing-at") + " ")
        blocks.append(Paragraph(text=(label, web_link(address))))
    conditions = listed(
        (item(composition.words(one)) for one in referral.conditions), Marker.LETTER
    )
    if conditions:
        blocks += [Paragraph(text=say("procedure.whistleblowing-when")), *conditions]
    if basis := cited(referral.citation, composition.lang):
        blocks.append(Paragraph(text=say("basis", citation=basis)))
    return blocks


def _ombudsman(_: Complaints, composition: Composition) -> list[Block]:
    say = composition.say
    asked = ("identity", "event", "first")
    return [
        Paragraph(text=say("ombudsman.right")),
        Paragraph(text=say("ombudsman.report")),
        *listed((say(f"ombudsman.{name}") for name in asked), Marker.LETTER),
        Paragraph(text=say("ombudsman.terms")),
        Paragraph(text=say("ombudsman.receipt")),
    ]


def _reports(complaints: Complaints, composition: Composition) -> list[Block]:
    known = by_id(composition.definition.publications)
    named = (known[one] for one in complaints.reports if one in known)
    return listed(publication_line(one, composition) for one in named)


_PARTS: Final[dict[str, _Part]] = {
    "channels": channel_table,
    "responsible": responsible,
    "flow": flow,
    "mechanism": mechanism,
    "clocks": clocks,
    "rights": rights,
    "whistleblowing": _whistleblowing,
    "ombudsman": _ombudsman,
    "reports": _reports,
}
