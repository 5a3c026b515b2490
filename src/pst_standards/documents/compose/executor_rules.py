"""How executors are held to what they promise: conduct, badge, evaluation, rewards, discipline."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed, said
from pst_standards.documents.compose.office_profile import facts
from pst_standards.documents.compose.phrases import bare, inner, joined
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.formats import long_date
from pst_standards.documents.outline import Block, Paragraph
from pst_standards.model.staff import CodeOfConduct, ConductPoint, Staff


def conduct(staff: Staff, composition: Composition) -> list[Block]:
    """Return the code of conduct, points in the order of the act, and how officers are known."""
    return [
        *_code(staff.code_of_conduct or CodeOfConduct(), composition),
        *_badge(staff, composition),
    ]


def _code(code: CodeOfConduct, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield from said(code.text, composition)
    stated = set(code.points)
    points = [inner(one.term(composition.lang)) for one in ConductPoint if one in stated]
    if points:
        yield Paragraph(text=say("executors.conduct-points"))
        yield from listed(points)
    if decree := decree_line(composition, code.decree):
        yield Paragraph(text=say("standard.set-by", decree=decree))


def _badge(staff: Staff, composition: Composition) -> list[Block]:
    worn = bare(composition.words(staff.identity))
    return facts(((composition.say("executors.identity"), worn),))


def evaluation(staff: Staff, composition: Composition) -> list[Block]:
    """Return when executors were evaluated, and what they get for good work and for breaches."""
    say = composition.say
    days = (long_date(one, composition.lang) for one in sorted(staff.evaluated_on))
    return facts(
        (
            (say("executors.evaluated"), joined(days, composition)),
            (say("executors.rewards"), bare(composition.words(staff.rewards))),
            (say("executors.discipline"), bare(composition.words(staff.discipline))),
        )
    )
