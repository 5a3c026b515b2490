"""The kind ``discussion-minutes``: berita acara of the public discussion of a draft standard.

The result of the discussion is put into minutes with a list of those who attended (PP 96/2012
Pasal 26 ayat (3)). What the definition does not say is left for the hand: before the meeting the
paper is a form.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from pst_standards.documents.compose.attendance_list import attendance_list
from pst_standards.documents.compose.blanks import ROW_MM, SHORT, boxes, small
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import (
    BLANK,
    cited_all,
    counted,
    item,
    proper,
    regulation,
)
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.formats import in_words, long_date, month_name, weekday
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    ParagraphStyle,
    Table,
)
from pst_standards.documents.passages import strung
from pst_standards.documents.together import by_discussion, sharers
from pst_standards.model.component import Component
from pst_standards.model.standard import (
    Ability,
    LifeCycle,
    Minutes,
    ServiceStandard,
    component_term,
)

_ELEMENTS: Final = ("users", "figures", "academics", "business", "professions", "ngos")
_NEXT_STEPS: Final = ("published", "commented", "revised", "ombudsman")
_SIGNATURE_MM: Final = 13.0
_SIGNERS: Final = 3
"""Rows for representatives of the public while nobody is named."""


def compose_discussion_minutes(composition: Composition, first: ServiceStandard | None) -> Body:
    """Compose the minutes of the discussion that the standards shared, with its attendance list."""
    standards = sharers(first, by_discussion, composition)
    life = next((one.life_cycle for one in standards if one.life_cycle), None) or LifeCycle()
    minutes = life.minutes or Minutes()
    title = composition.say("minutes.title")
    number = composition.say("minutes.number", number=proper(minutes.number) or BLANK)
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            Paragraph(text=number, style=ParagraphStyle.CENTERED),
            Paragraph(text=_opening(life, minutes, composition)),
            *_discussed(standards, composition),
            *_participants(life, composition),
            *_ability(life.ability or Ability(), composition),
            *_agreed(minutes, composition),
            *_next_steps(composition),
            *_signers(life, minutes, composition),
            *attendance_list(life, minutes, composition),
        ),
        dated=life.minutes_signed_on,
        needs_adoption=False,
    )


def _opening(life: LifeCycle, minutes: Minutes, composition: Composition) -> str:
    say, lang, date = composition.say, composition.lang, life.discussed_on
    return say(
        "minutes.opening",
        weekday=weekday(date.isoweekday(), lang) if date else SHORT,
        day=_spelled(date, composition),
        place=proper(minutes.place) or BLANK,
        office=office_name(composition) or BLANK,
        act=regulation("UU 25/2009", "", lang),
        rule=regulation("PP 96/2012", "", lang),
    )


def _spelled(date: dt.date | None, composition: Composition) -> str:
    """Return a date as minutes write it: in words in Indonesian, in figures in English."""
    say, lang = composition.say, composition.lang
    if date is None:
        return say("minutes.day", day=SHORT, month=SHORT, year=SHORT)
    day, year = (in_words(one, lang) if lang == "id" else str(one) for one in (date.day, date.year))
    return say("minutes.day", day=day, month=month_name(date.month, lang), year=year)


def _discussed(standards: Sequence[ServiceStandard], composition: Composition) -> Iterator[Block]:
    yield Heading(level=2, text=composition.say("minutes.drafts"))
    yield from listed((standard_title(one, composition) for one in standards), Marker.DECIMAL)


def _participants(life: LifeCycle, composition: Composition) -> Iterator[Block]:
    say, lang, count = composition.say, composition.lang, life.participant_count
    elements = [item(composition.words(one)) for one in life.participants]
    yield Heading(level=2, text=say("minutes.participants"))
    number = BLANK if count is None else counted(count, lang)
    yield Paragraph(text=say("minutes.attended", number=number))
    if any(elements):
        yield from listed(elements)
    else:
        yield boxes((say(f"minutes.element.{name}") for name in _ELEMENTS), composition)
    yield _basis("PP 96/2012 Pasal 23 ayat (1)", composition)


def _ability(ability: Ability, composition: Composition) -> Iterator[Block]:
    say = composition.say
    told = {
        "funding": ability.funding,
        "executors": ability.executors,
        "facilities": ability.facilities,
    }
    yield Heading(level=2, text=say("minutes.ability"))
    yield Table(
        columns=(
            Column(title=say("minutes.resource"), share=34, heads_row=True),
            Column(title=say("column.description"), share=66),
        ),
        rows=tuple(
            (say(f"minutes.{name}"), item(composition.words(text))) for name, text in told.items()
        ),
        whole=True,
        row_height=ROW_MM,
    )
    yield _basis("PP 96/2012 Pasal 26 ayat (2)", composition)


def _agreed(minutes: Minutes, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=2, text=say("minutes.agreed"))
    points = [item(composition.words(one)) for one in minutes.points]
    if any(points):
        yield from listed(points, Marker.DECIMAL)
        return
    yield Table(
        columns=(
            Column(title=say("column.number"), share=7, align=Align.CENTER),
            Column(title=say("column.component"), share=35, heads_row=True),
            Column(title=say("minutes.result"), share=58),
        ),
        rows=tuple(
            (f"{one.letter}.", component_term(one, composition.lang), "") for one in Component
        ),
        row_height=ROW_MM,
    )
    yield _basis("PP 96/2012 Pasal 25", composition)


def _next_steps(composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=2, text=say("minutes.next"))
    yield ItemList(
        items=tuple(say(f"minutes.next.{name}") for name in _NEXT_STEPS), marker=Marker.DECIMAL
    )
    yield _basis("PP 96/2012 Pasal 27", composition, "PP 96/2012 Pasal 28 ayat (1)")


def _signers(life: LifeCycle, minutes: Minutes, composition: Composition) -> Iterator[Block]:
    say, signed = composition.say, life.minutes_signed_on
    when = long_date(signed, composition.lang) if signed else BLANK
    provider = proper(composition.words(minutes.signed_for_provider))
    public = [proper(composition.words(one)) for one in minutes.signed_for_public]
    rows = [(say("minutes.provider"), provider), *((say("minutes.public"), one) for one in public)]
    if not any(public):
        rows = [*rows[:1], *[(say("minutes.public"), "")] * _SIGNERS]
    yield Heading(level=2, text=say("minutes.closing"))
    yield Paragraph(text=say("minutes.closed", date=when))
    yield Table(
        columns=(
            Column(title=say("column.number"), share=7, align=Align.CENTER),
            Column(title=say("minutes.for"), share=36, heads_row=True),
            Column(title=say("minutes.name"), share=29),
            Column(title=say("minutes.signature"), share=28),
        ),
        rows=tuple(
            (f"{place}.", strung("\n", filter(None, row)), "", "")
            for place, row in enumerate(rows, start=1)
        ),
        whole=True,
        row_height=_SIGNATURE_MM,
    )


def _basis(citation: str, composition: Composition, *others: str) -> Block:
    citations = cited_all((citation, *others), composition.lang)
    return small(composition.say("basis", citation=citations))
