"""What the provider can bring up, as the minutes of a discussion print it.

It has to be considered in the discussion (PP 96/2012 Pasal 26 ayat (2)). What is not recorded of
the meeting itself is told by what the standards and the office say, as LIFE-021 has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pst_standards.documents.compose.blanks import ROW_MM
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import bare, counted, item
from pst_standards.documents.compose.standard import standard_title
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.outline import Block, Column, Content, Heading, Table
from pst_standards.documents.passages import strung
from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.definition import Stage
from pst_standards.model.standard import Ability, LifeCycle, ServiceStandard


def ability_considered(
    life: LifeCycle, standards: Sequence[ServiceStandard], composition: Composition
) -> Iterator[Block]:
    """Yield the means of the provider; what nothing tells of is a row for the hand."""
    say, ability = composition.say, life.ability or Ability()
    rows = {
        "funding": _own(ability.funding, composition) or _budget(composition),
        "executors": _own(ability.executors, composition) or _executors(standards, composition),
        "facilities": _own(ability.facilities, composition) or _facilities(standards, composition),
    }
    for name, content in rows.items():
        note_blank(composition, (*pointer_of(life), "ability", name), content)
    yield Heading(level=2, text=say("minutes.ability"))
    yield Table(
        columns=(
            Column(title=say("minutes.resource"), share=34, heads_row=True),
            Column(title=say("column.description"), share=66),
        ),
        rows=tuple((say(f"minutes.{name}"), content) for name, content in rows.items()),
        whole=True,
        row_height=ROW_MM,
    )


def note_blank(composition: Composition, at: Pointer, content: object) -> None:
    """Note what a standard that has been set leaves to the hand; before, the paper is a form."""
    if not content and composition.original.stage is Stage.ADOPTED and at[0] == "standards":
        composition.dotted.setdefault(at)


def _own(recorded: Text | None, composition: Composition) -> str:
    return item(composition.words(recorded))


def _budget(composition: Composition) -> str:
    office = composition.definition.office
    return item(composition.words(office.budget)) if office else ""


def _executors(standards: Sequence[ServiceStandard], composition: Composition) -> Content:
    """Return how many serve: one number for all standards that have the same."""
    say = composition.say
    found = [(one, one.staffing.count) for one in standards if one.staffing and one.staffing.count]
    numbers = {number for _, number in found}
    if len(numbers) == 1 and len(found) == len(standards):
        key = "minutes.people-each" if len(standards) > 1 else "minutes.people"
        return say(key, count=counted(numbers.pop(), composition.lang))
    lines = (
        say(
            "pair",
            label=standard_title(one, composition),
            value=say("minutes.people", count=counted(number, composition.lang)),
        )
        for one, number in found
    )
    return tuple(listed(lines)) or ""


def _facilities(standards: Sequence[ServiceStandard], composition: Composition) -> str:
    known = by_id(composition.definition.facilities)
    used = dict.fromkeys(
        name for one in standards if one.facilities for name in one.facilities.items
    )
    names = (bare(composition.words(known[name].name)) for name in used if name in known)
    return strung("; ", filter(None, names))
