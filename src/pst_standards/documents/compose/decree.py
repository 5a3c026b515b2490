"""The kind ``decree``: the decision that sets standards, with each of them as its attachment.

It has the form of Indonesian decrees: what is considered, what it rests on, what is decided. A
standard is set by the head of the provider (UU 25/2009 Pasal 15 huruf a; PP 96/2012 Pasal 27
ayat (4)); where standards have decrees of their own, each decree is a document of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.decree_reasons import considerations
from pst_standards.documents.compose.decree_rulings import rulings
from pst_standards.documents.compose.form import form
from pst_standards.documents.compose.legal_bases import legal_bases
from pst_standards.documents.compose.phrases import BLANK, proper
from pst_standards.documents.compose.setting import (
    Setting,
    attachment_of,
    setting_of,
    signed_below,
)
from pst_standards.documents.compose.signing import signed_by_decree
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Heading,
    ItemList,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Run,
)
from pst_standards.documents.together import by_decree, sharers
from pst_standards.messages.stops import stopped
from pst_standards.model.definition import Stage
from pst_standards.model.standard import ServiceStandard


def compose_decree(composition: Composition, first: ServiceStandard | None) -> Body:
    """Compose the decree of all standards, or of those that share the decree of ``first``.

    It can be signed once the draft has been discussed: signing it is what adopts the standards.
    """
    setting = setting_of(composition, sharers(first, by_decree, composition))
    title = composition.say("decree.title", issuer=setting.issuer, about=setting.about)
    return Body(
        title=title,
        blocks=(
            *_translation(composition),
            *_head(setting, composition),
            *_clauses(setting, composition),
            signed_by_decree(composition, setting.decree),
            *_attachments(setting, composition),
        ),
        dated=setting.decree.date,
        number=proper(setting.decree.number),
        needs_adoption=composition.definition.stage is not Stage.DISCUSSED,
    )


def _translation(composition: Composition) -> Iterator[Block]:
    if composition.lang != "id":
        yield Note(text=composition.say("decree.translation"))


def _head(setting: Setting, composition: Composition) -> Iterator[Block]:
    number = proper(setting.decree.number) or BLANK
    lines = composition.say(
        "decree.head", issuer=setting.issuer, number=number, about=setting.about
    )
    # In capitals by its letters, for the style of an office's own template may have none.
    yield Heading(level=1, text=lines.upper(), formal=True)
    enacting = composition.say("decree.enacting", issuer=setting.issuer.upper())
    yield Paragraph(text=enacting, style=ParagraphStyle.CENTERED)


def _clauses(setting: Setting, composition: Composition) -> Iterator[Block]:
    say = composition.say
    considered = considerations(setting.standards, setting.issuer, setting.about, composition)
    bases = legal_bases(setting.standards, composition, set_on=setting.decree.date)
    if delegated := proper(setting.decree.delegated_by):
        bases.append(delegated)
    decided = say("decree.decided")
    stipulated = say("decree.title", issuer=setting.issuer, about=setting.about).upper()
    told = (
        (say("decree.considering"), (_listed(considered, Marker.LETTER),)),
        (say("decree.resting-on"), (_listed(bases, Marker.DECIMAL),)),
    )
    ruled = (
        (say("decree.stipulating"), stopped(stipulated)),
        *rulings(setting.decree, setting.standards, composition),
    )
    widest = max((label for label, _ in (*told, *ruled)), key=len)
    yield Clauses(clauses=told, aligned_with=widest)
    yield Paragraph(text=(Run(text=decided, strong=True),), style=ParagraphStyle.CENTERED)
    yield Clauses(clauses=ruled, aligned_with=widest)


def _listed(lines: list[str], marker: Marker) -> ItemList:
    """Return considerations or bases; each ends with a semicolon, the last too.

    So the drafting rules of regulations have it (UU 12/2011 Lampiran II), which decrees follow.
    """
    return ItemList(items=tuple(f"{line};" for line in lines), marker=marker)


def _attachments(setting: Setting, composition: Composition) -> Iterator[Block]:
    for standard in setting.standards:
        yield PageBreak()
        yield attachment_of(setting, standard, composition)
        yield Heading(level=2, text=standard_title(standard, composition))
        yield from form(standard, 3, composition)
        yield signed_below(setting, composition)
