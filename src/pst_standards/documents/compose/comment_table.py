"""The kind ``comment-table``: what the public said of a draft, and what became of it.

The public may comment on a published draft, and the provider has to mend it by the comments (PP
96/2012 Pasal 27 ayat (2) and (3)) and to tell what became of them (Pasal 42 ayat (2)). Comments
are shown by the element of the public that they come from, never by the name of a person. While
none is recorded, the paper is a form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from pst_standards.documents.compose.ability import note_blank
from pst_standards.documents.compose.blanks import boxes, small
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.office_profile import facts
from pst_standards.documents.compose.phrases import (
    DASH,
    bare,
    cited_all,
    counted,
    inner,
    joined,
    sentence,
)
from pst_standards.documents.compose.signing import head_signing, signed
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.formats import long_date
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Content,
    Heading,
    Paragraph,
    ParagraphStyle,
    Signature,
    Table,
)
from pst_standards.documents.passages import strung
from pst_standards.model.standard import Comment, Disposition, LifeCycle, ServiceStandard

_ROWS: Final = 8
_ROW_MM: Final = 17.5
_CITATIONS: Final = tuple(
    f"PP 96/2012 {place}"
    for place in ("Pasal 27 ayat (3)", "Pasal 28 ayat (1)", "Pasal 42 ayat (2)")
)


def compose_comment_table(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the table of each standard that has comments, one empty table where none has."""
    say, standards = composition.say, composition.definition.standards
    commented = [one for one in standards if _comments(one)]
    title = say("comments.title")
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            Paragraph(text=say("comments.lead"), style=ParagraphStyle.LEAD),
            *(block for one in commented for block in _of(one, composition)),
            *(_without(standards, commented, composition) if commented else _form(composition)),
            *_duties(composition),
            _signed(commented, composition),
        ),
        needs_adoption=False,
        landscape=True,
    )


def _signed(commented: Sequence[ServiceStandard], composition: Composition) -> Signature:
    """Return the signature, of the day on which the last draft was revised by its comments."""
    days = []
    for one in commented:
        life = one.life_cycle or LifeCycle()
        note_blank(composition, (*pointer_of(life), "revised_on"), life.revised_on)
        days.append(life.revised_on)
    known = [day for day in days if day]
    last = max(known) if known and len(known) == len(days) else None
    return signed(composition, place=None, date=last, signer=head_signing(composition))


def _comments(standard: ServiceStandard) -> tuple[Comment, ...]:
    return standard.life_cycle.comments if standard.life_cycle else ()


def _of(standard: ServiceStandard, composition: Composition) -> Iterator[Block]:
    life, comments = standard.life_cycle or LifeCycle(), _comments(standard)
    yield Heading(level=2, text=standard_title(standard, composition))
    yield from facts(_dates(life, composition))
    yield Paragraph(text=_counts(comments, composition))
    yield Table(
        columns=_columns(composition),
        rows=tuple(_row(number, one, composition) for number, one in enumerate(comments, start=1)),
        origins=tuple(map(pointer_of, comments)),
    )


def _dates(life: LifeCycle, composition: Composition) -> list[tuple[str, str]]:
    days = {
        "published": life.draft_published_on,
        "until": life.comments_until,
        "revised": life.revised_on,
    }
    return [
        (composition.say(f"comments.{name}"), long_date(date, composition.lang))
        for name, date in days.items()
        if date
    ]


def _counts(comments: Sequence[Comment], composition: Composition) -> str:
    say, lang = composition.say, composition.lang
    found = Counter(one.disposition for one in comments)
    parts = [
        say("comments.count", count=str(found[one]), what=inner(one.term(lang)))
        for one in Disposition
        if found[one]
    ]
    total = counted(len(comments), lang)
    if not parts:
        return say("comments.total", total=total)
    return say("comments.counts", total=total, parts=joined(parts, composition))


def _columns(composition: Composition) -> tuple[Column, ...]:
    say = composition.say
    return (
        Column(title=say("column.number"), share=5, align=Align.CENTER),
        Column(title=say("comments.from"), share=18, heads_row=True),
        Column(title=say("comments.comment"), share=32),
        Column(title=say("comments.disposition"), share=17),
        Column(title=say("comments.reason"), share=28),
    )


def _row(number: int, comment: Comment, composition: Composition) -> tuple[Content, ...]:
    words, lang = composition.words, composition.lang
    received = long_date(comment.received_on, lang) if comment.received_on else ""
    became = comment.disposition
    return (
        f"{number}.",
        strung("\n", filter(None, (bare(words(comment.element)), received))) or DASH,
        sentence(words(comment.text)) or DASH,
        became.term(lang) if became else _choices(composition),
        sentence(words(comment.reason)) or DASH,
    )


def _choices(composition: Composition) -> Content:
    """Return what may become of a comment, to be ticked by hand."""
    terms = (one.term(composition.lang) for one in Disposition)
    return (boxes(terms, composition, other=False),)


def _without(
    standards: Sequence[ServiceStandard],
    commented: Sequence[ServiceStandard],
    composition: Composition,
) -> Iterator[Block]:
    others = [standard_title(one, composition) for one in standards if not _comments(one)]
    if len(commented) < len(standards):
        names = joined(others, composition)
        yield Paragraph(text=composition.say("comments.none", standards=names))


def _form(composition: Composition) -> Iterator[Block]:
    became = _choices(composition)
    yield Table(
        columns=_columns(composition),
        rows=tuple((f"{number}.", "", "", became, "") for number in range(1, _ROWS + 1)),
        row_height=_ROW_MM,
    )
    citation = cited_all(("UU 27/2022 Pasal 27",), composition.lang)
    yield small(composition.say("comments.no-names", citation=citation))


def _duties(composition: Composition) -> Iterator[Block]:
    routes = (
        sentence(composition.words(one.life_cycle.ombudsman_route))
        for one in composition.definition.standards
        if one.life_cycle
    )
    own = next(filter(None, dict.fromkeys(routes)), "")
    yield Paragraph(text=composition.say("comments.duty"))
    yield Paragraph(text=own or composition.say("minutes.next.ombudsman"))
    yield small(composition.say("basis", citation=cited_all(_CITATIONS, composition.lang)))
