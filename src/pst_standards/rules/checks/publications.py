"""PUB-001, 007, 008, 010 and 012: what the information system holds, and how fresh it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.publication import InformationPart, Publication, PublicationKind
from pst_standards.model.survey import SurveyPlan
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.information import shows_rights

# A document of these kinds is such a part whether or not it says so.
_IS_PART: Final[Mapping[PublicationKind | None, InformationPart]] = {
    PublicationKind.STANDARD: InformationPart.STANDARDS,
    PublicationKind.MAKLUMAT: InformationPart.MAKLUMAT,
    PublicationKind.COMPLAINT_PROCEDURE: InformationPart.COMPLAINT_MANAGEMENT,
    PublicationKind.COMPLAINT_REPORT: InformationPart.COMPLAINT_MANAGEMENT,
    PublicationKind.SURVEY_RESULT: InformationPart.PERFORMANCE,
    PublicationKind.PROFILE: InformationPart.PROVIDER_PROFILE,
}


def parts_of(publication: Publication) -> frozenset[InformationPart]:
    """Return the parts of the information system that a publication shows.

    >>> parts_of(Publication(id="charter", kind=PublicationKind.MAKLUMAT))
    frozenset({<InformationPart.MAKLUMAT: 'maklumat'>})
    """
    by_kind = _IS_PART.get(publication.kind)
    return frozenset(publication.parts) | ({by_kind} if by_kind else frozenset())


def _here(context: Context) -> Pointer:
    return ("publications",) if context.definition.publications else ()


def _parts_not_published(context: Context) -> Iterator[Hit]:
    shown = {part for one in context.definition.publications for part in parts_of(one)}
    missing = tuple(part.value for part in InformationPart if part not in shown)
    if missing:
        yield Hit(_here(context), {"missing": missing})


def _of(
    kind: PublicationKind, named: tuple[str, ...], context: Context
) -> list[tuple[int, Publication]]:
    """Return the publications of a kind and those that another part names as such."""
    return [
        (place, one)
        for place, one in enumerate(context.definition.publications)
        if one.kind is kind or one.id in named
    ]


def _survey_not_published(context: Context) -> Iterator[Hit]:
    survey = context.definition.survey or SurveyPlan()
    found = _of(PublicationKind.SURVEY_RESULT, survey.results, context)
    if all(one.reachable is False for _, one in found):
        yield Hit(_here(context))


def _report_not_yearly(context: Context) -> Iterator[Hit]:
    complaints = context.complaints
    found = _of(PublicationKind.COMPLAINT_REPORT, complaints.reports, context)
    if not found:
        yield Hit(_here(context), variant="none")
        return
    # A report on a year comes out in the course of the next: the last whole year may lack its own.
    dated = [(_appeared(one), place) for place, one in found if one.published_on or one.year]
    if len(dated) == len(found):
        newest, place = max(dated)
        if newest < context.as_of.year - 1:
            yield Hit(("publications", place), {"year": newest}, "old")


def _appeared(report: Publication) -> int:
    """Return the calendar year in which a report came out at the latest."""
    if report.published_on is not None:
        return report.published_on.year
    return (report.year or 0) + 1


def _dated(context: Context) -> list[tuple[tuple[int, int, int], int]]:
    """Return year, month and day of each publication that tells them, with its place."""
    return [
        (_day(one.published_on, one.year), place)
        for place, one in enumerate(context.definition.publications)
        if one.published_on or one.year
    ]


def _day(published: date | None, year: int | None) -> tuple[int, int, int]:
    """Return the day of a document; of one that only says its year, the last of that year."""
    if published is not None:
        return published.year, published.month, published.day
    return year or 0, 12, 31


def _nothing_new(context: Context) -> Iterator[Hit]:
    today = context.as_of
    for (year, month, day), place in sorted(_dated(context))[-1:]:
        if (year + 1, month, day) < (today.year, today.month, today.day):
            yield Hit(("publications", place), {"year": year})


def _any_dated(context: Context) -> bool:
    return any(one.published_on or one.year for one in context.definition.publications)


def _rights_not_shown(context: Context) -> Iterator[Hit]:
    publications = context.definition.publications
    listed = any(one.kind is PublicationKind.RIGHTS for one in publications)
    if not (listed or any(map(shows_rights, context.published_words))):
        yield Hit(_here(context))


CHECKS: Final = (
    Check(id="PUB-001", find=_parts_not_published),
    Check(id="PUB-007", find=_survey_not_published),
    Check(id="PUB-008", find=_report_not_yearly),
    Check(id="PUB-010", find=_nothing_new, applies=_any_dated),
    Check(id="PUB-012", find=_rights_not_shown),
)
