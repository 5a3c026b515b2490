"""LAP-001, 007, 009 and WBS-006: reports on complaints, as far as their text is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.publication import Publication, PublicationKind
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.matters import (
    chapters_missing,
    shares_without_day_kind,
    speaks_of_whistleblowing,
)
from pst_standards.rules.detectors.persons import (
    holds_ticket_code,
    mobile_numbers,
    names_person,
    private_mails,
)
from pst_standards.rules.wordings import says, words_of

_WHOLE: Final = 200
"""Characters from which a text is taken to be a report and not a line about one."""


class _Report(NamedTuple):
    words: str
    pointer: Pointer
    whistleblowing: bool


def _reports(context: Context) -> Iterator[_Report]:
    """Yield the reports on complaints whose text the definition holds."""
    for place, published in enumerate(context.definition.publications):
        if published.kind is PublicationKind.COMPLAINT_REPORT and says(published.text):
            of_abuse = speaks_of_whistleblowing(_title(published))
            yield _Report(words_of(published.text), ("publications", place, "text"), of_abuse)


def _title(published: Publication) -> str:
    return published.title.get("id") if published.title else ""


def _there_are(context: Context) -> bool:
    return any(True for _ in _reports(context))


def _there_are_about(context: Context, *, whistleblowing: bool) -> bool:
    return any(report.whistleblowing is whistleblowing for report in _reports(context))


def _chapters_missing(context: Context, *, whistleblowing: bool) -> Iterator[Hit]:
    for report in _reports(context):
        if report.whistleblowing is whistleblowing and len(report.words) >= _WHOLE:
            missing = chapters_missing(report.words)
            if missing:
                yield Hit(report.pointer, {"numbers": missing, "count": len(missing)})


def _person_told(context: Context) -> Iterator[Hit]:
    own_numbers, own_mails = _own_contacts(context)
    for report in _reports(context):
        # Names in a report on whistleblowing are spoken of by WBS-001.
        if names_person(report.words) and not report.whistleblowing:
            yield Hit(report.pointer, variant="name")
        numbers, mails = mobile_numbers(report.words), private_mails(report.words)
        count = len(numbers - own_numbers) + len(mails - own_mails)
        if count:
            yield Hit(report.pointer, {"count": count}, "contact")
        if holds_ticket_code(report.words):
            yield Hit(report.pointer, variant="code")


def _own_contacts(context: Context) -> tuple[frozenset[str], frozenset[str]]:
    """Return the mobile numbers and mail addresses by which the office itself is reached."""
    office, complaints = context.definition.office, context.definition.complaints
    officer = complaints.responsible if complaints else None
    own = [channel.value for channel in (complaints.channels if complaints else ())]
    own += [office.phone, office.whatsapp, office.email] if office else []
    own += [officer.phone, officer.email] if officer else []
    words = words_of(*own)
    return mobile_numbers(words), private_mails(words)


def _share_of_which_days(context: Context) -> Iterator[Hit]:
    for report in _reports(context):
        if shares_without_day_kind(report.words):
            yield Hit(report.pointer)


CHECKS: Final = (
    Check(
        id="LAP-001",
        find=partial(_chapters_missing, whistleblowing=False),
        applies=partial(_there_are_about, whistleblowing=False),
    ),
    Check(id="LAP-007", find=_person_told, applies=_there_are),
    Check(id="LAP-009", find=_share_of_which_days, applies=_there_are),
    Check(
        id="WBS-006",
        find=partial(_chapters_missing, whistleblowing=True),
        applies=partial(_there_are_about, whistleblowing=True),
    ),
)
