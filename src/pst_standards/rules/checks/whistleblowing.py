"""WBS-001, 003, 004, 005: reports of abuse, which an office refers and does not handle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.complaints import RightHolder, Whistleblowing
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_texts, refers_reports_of_abuse
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.matters import (
    heads_examination,
    matters_missing,
    speaks_of_whistleblowing,
)
from pst_standards.rules.detectors.persons import names_person
from pst_standards.rules.wordings import says, words_of

_AT: Final = ("complaints", "whistleblowing")
_RIGHTS: Final = (
    (RightHolder.REPORTER, 4),
    (RightHolder.REPORTED, 2),
    (RightHolder.EXAMINER, 2),
)


def _shows_rights(context: Context) -> bool:
    return refers_reports_of_abuse(context) or bool(context.complaints.rights)


def _about_abuse(context: Context) -> frozenset[Pointer]:
    """Return the places of what is about whistleblowing: the referral and the publications."""
    titles = ((n, one.title) for n, one in enumerate(context.definition.publications))
    published = {n for n, title in titles if title and speaks_of_whistleblowing(title.get("id"))}
    referral = {_AT} if refers_reports_of_abuse(context) else set[Pointer]()
    return frozenset(referral | {("publications", place) for place in published})


def _person_named(context: Context) -> Iterator[Hit]:
    naming = [saying for saying in context.public_sayings if names_person(saying.words)]
    about_abuse = _about_abuse(context) if naming else frozenset()
    for saying in naming:
        if saying.pointer[:2] in about_abuse:
            yield Hit(saying.pointer)


def _speaks_of_it(context: Context) -> bool:
    return refers_reports_of_abuse(context) or bool(_about_abuse(context))


def _rights_not_shown(context: Context) -> Iterator[Hit]:
    rights = context.complaints.rights
    at = ("complaints", "rights") if rights else ("complaints",)
    holders = [right.holder for right in rights if says(right.text)]
    for holder, needed in _RIGHTS:
        shown = holders.count(holder)
        if shown < needed:
            yield Hit(at, {"holder": holder.value, "count": shown, "needed": needed})


def _rights_of_the_examination(context: Context) -> Iterator[Hit]:
    for saying in context.public_sayings:
        if heads_examination(saying.words):
            yield Hit(saying.pointer)


def _matters_not_offered(context: Context) -> Iterator[Hit]:
    system = context.complaints.whistleblowing or Whistleblowing()
    missing = matters_missing(words_of(system.text, *system.matters))
    if missing:
        at = (*_AT, "matters") if system.matters else _AT
        yield Hit(at, {"numbers": missing, "count": len(missing)})


CHECKS: Final = (
    Check(id="WBS-001", find=_person_named, applies=_speaks_of_it),
    Check(id="WBS-003", find=_rights_not_shown, applies=_shows_rights),
    Check(id="WBS-004", find=_rights_of_the_examination, applies=has_texts),
    Check(id="WBS-005", find=_matters_not_offered, applies=refers_reports_of_abuse),
)
