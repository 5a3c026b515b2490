"""The kind ``executors``: who serves, how many, what they can do, and how they are held to it.

It is the profile of the executors that an office publishes (UU 25/2009 Pasal 23 ayat (4) huruf b),
with components h and k of the standards beside it. Persons are named only where the definition
names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.executor_rules import conduct, evaluation
from pst_standards.documents.compose.executor_tables import competences, groups, numbers
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.lines import said
from pst_standards.documents.compose.links import mail_link
from pst_standards.documents.compose.office_profile import facts
from pst_standards.documents.compose.phrases import bare, cited_all, proper
from pst_standards.documents.outline import Block, Heading, Paragraph, ParagraphStyle
from pst_standards.model.staff import ExecutorProfile, Staff
from pst_standards.model.standard import ServiceStandard

_Part: TypeAlias = Callable[[Staff, Composition], list[Block]]
_OF_GROUPS: Final = tuple(
    f"UU 25/2009 {place}" for place in ("Pasal 15 huruf c", "Pasal 17 huruf b", "Pasal 17 huruf c")
)


def compose_executors(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the sheet from the executors of the office and what its standards say of theirs."""
    staff = composition.definition.staff or Staff()
    title = composition.say("executors.title")
    office = office_name(composition)
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            *([Paragraph(text=office, style=ParagraphStyle.CENTERED)] if office else []),
            *said(staff.guarantee, composition),
            *_parts(staff, composition),
        ),
    )


def _parts(staff: Staff, composition: Composition) -> Iterator[Block]:
    for name, (write, citations) in _WRITERS.items():
        if blocks := write(staff, composition):
            yield Heading(level=2, text=composition.say(f"executors.{name}"))
            yield from blocks
            citation = cited_all(citations, composition.lang)
            yield small(composition.say("basis", citation=citation))


def _profile(staff: Staff, composition: Composition) -> list[Block]:
    say, profile = composition.say, staff.profile or ExecutorProfile()
    email = (profile.email or "").strip()
    return facts(
        (
            (say("executors.responsible"), proper(composition.words(profile.responsible))),
            (say("executors.executors"), proper(composition.words(profile.executors))),
            (say("executors.budget"), bare(composition.words(profile.budget))),
            (say("executors.complaints"), bare(composition.words(profile.complaint_address))),
            (say("contact.phone"), (profile.phone or "").strip()),
            (say("contact.email"), (mail_link(email),) if email else ""),
        )
    )


def _assistance(staff: Staff, composition: Composition) -> list[Block]:
    return said(staff.assistance, composition)


_WRITERS: Final[Mapping[str, tuple[_Part, tuple[str, ...]]]] = {
    "profile": (_profile, ("penjelasan UU 25/2009 Pasal 23 ayat (4) huruf b",)),
    "groups": (groups, _OF_GROUPS),
    "numbers": (numbers, ("UU 25/2009 Pasal 21 huruf k",)),
    "competences": (competences, ("UU 25/2009 Pasal 21 huruf h",)),
    "conduct": (conduct, ("UU 25/2009 Pasal 34",)),
    "evaluation": (evaluation, ("UU 25/2009 Pasal 10 ayat (1)", "UU 25/2009 Pasal 11")),
    "assistance": (_assistance, ("UU 8/2016 Pasal 19 huruf b",)),
}
