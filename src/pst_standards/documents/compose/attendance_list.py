"""The list of those who attended a public discussion, to be signed by hand.

It is attached to the minutes (PP 96/2012 Pasal 26 ayat (3)) and asks for no more than shows who
was there and for whom: name, element or institution, signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.documents.compose.blanks import ROW_MM, small
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import BLANK, bare, cited_all, day, proper
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    KeyValues,
    PageBreak,
    Table,
)
from pst_standards.model.standard import LifeCycle, Minutes

_USUAL_ROWS: Final = 20
_MOST_ROWS: Final = 300
_HARDLY_MORE: Final = range(22, 26)
_CLOSER_MM: Final = 7.4


def attendance_list(life: LifeCycle, minutes: Minutes, composition: Composition) -> Iterator[Block]:
    """Yield the list on a page of its own, a row for each who attended where that is known."""
    say = composition.say
    rows = _rows(life)
    yield PageBreak()
    yield Heading(level=2, text=say("attendance.title"))
    facts = (
        (say("minutes.numbered"), proper(minutes.number) or BLANK),
        (say("attendance.day"), day(life.discussed_on, composition.lang)),
        (say("attendance.place"), proper(minutes.place) or BLANK),
        (say("attendance.kept"), bare(minutes.attendance_list or "")),
    )
    yield KeyValues(pairs=tuple(one for one in facts if one[1]))
    yield Table(
        columns=(
            Column(title=say("column.number"), share=7, align=Align.CENTER),
            Column(title=say("minutes.name"), share=33, heads_row=True),
            Column(title=say("attendance.element"), share=34),
            Column(title=say("minutes.signature"), share=26),
        ),
        rows=tuple((f"{number}.", "", "", "") for number in range(1, rows + 1)),
        # A few rows more than fill a page are set closer, so that none lies on a page of its own.
        row_height=_CLOSER_MM if rows in _HARDLY_MORE else ROW_MM,
    )
    bases = ("PP 96/2012 Pasal 26 ayat (3)", "UU 27/2022 Pasal 27", "UU 27/2022 Pasal 28")
    yield small(say("attendance.privacy", citation=cited_all(bases, composition.lang)))


def _rows(life: LifeCycle) -> int:
    count = life.participant_count
    return min(count, _MOST_ROWS) if count and count > 0 else _USUAL_ROWS
