"""What a decree that sets standards decides: its dictums, numbered in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import joined, regulation
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.formats import long_date, romans
from pst_standards.documents.outline import Content, ItemList, Marker, Paragraph
from pst_standards.messages.stops import stopped
from pst_standards.model.channel import Decree
from pst_standards.model.standard import ServiceStandard

_Clause: TypeAlias = tuple[str, Content]
_FOLLOWING: Final = ("applied", "maklumat", "kept")


def rulings(
    decree: Decree, standards: Sequence[ServiceStandard], composition: Composition
) -> list[_Clause]:
    """Return the dictums with their numbers.

    The standards are set; they bind and measure (PP 96/2012 Pasal 31), are followed by a maklumat
    (Pasal 30), evaluated and reviewed (Pasal 32 and 33). What they replace ends, and the decree
    holds from the day that it is set unless it says otherwise (UU 30/2014 Pasal 57).
    """
    say = composition.say
    law = regulation("PP 96/2012", "", composition.lang)
    contents: list[Content] = [
        _set(standards, composition),
        *(say(f"decree.ruling.{name}", law=law) for name in _FOLLOWING),
        *_replaced(standards, composition),
        _holds(decree, standards, composition),
    ]
    return [
        (say(f"decree.dictum.{number}"), content)
        for number, content in enumerate(contents, start=1)
    ]


def _set(standards: Sequence[ServiceStandard], composition: Composition) -> Content:
    say = composition.say
    titles = [standard_title(one, composition) for one in standards]
    if len(titles) == 1:
        return say("decree.ruling.one", title=titles[0])
    items = tuple(
        say("decree.ruling.item", title=title, number=romans(number).upper())
        for number, title in enumerate(titles, start=1)
    )
    return (
        Paragraph(text=say("decree.ruling.several")),
        ItemList(items=_parts(items, composition), marker=Marker.LETTER),
        Paragraph(text=say("decree.ruling.part")),
    )


def _replaced(standards: Sequence[ServiceStandard], composition: Composition) -> Iterator[str]:
    lines = (decree_line(composition, one.replaces) for one in standards if one.replaces)
    if replaced := [line for line in dict.fromkeys(lines) if line]:
        yield composition.say("decree.ruling.replaced", decrees=joined(replaced, composition))


def _holds(
    decree: Decree, standards: Sequence[ServiceStandard], composition: Composition
) -> Content:
    """Return from when on the decree holds, and until when if it says so."""
    say = composition.say
    days = [one.life_cycle.in_force_from if one.life_cycle else None for one in standards]
    spans = [_span(one, decree.valid_until, composition) for one in days]
    if len(set(days)) == 1:
        return say("decree.ruling.holds", span=spans[0])
    titles = (standard_title(one, composition) for one in standards)
    told = zip(titles, spans, strict=True)
    items = tuple(say("decree.ruling.span-of", title=title, span=span) for title, span in told)
    return (
        Paragraph(text=say("decree.ruling.holds-each")),
        ItemList(items=_parts(items, composition), marker=Marker.LETTER),
    )


def _span(first: dt.date | None, last: dt.date | None, composition: Composition) -> str:
    say, lang = composition.say, composition.lang
    start = say("decree.ruling.from", day=long_date(first, lang)) if first else ""
    end = say("decree.ruling.until", day=long_date(last, lang)) if last else ""
    return f"{start or say('decree.ruling.from-setting')} {end}".rstrip()


def _parts(items: tuple[str, ...], composition: Composition) -> tuple[str, ...]:
    """Return the items of a list as the parts of one sentence."""
    *others, before, last = items
    next_to_last = composition.say("decree.ruling.and", item=before)
    return (*(f"{item};" for item in others), next_to_last, stopped(last))
