"""Every kind of document that a definition gives: who composes it, and what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from attrs import frozen

from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.booklet import compose_booklet
from pst_standards.documents.compose.claim_form import compose_claim_form
from pst_standards.documents.compose.comment_table import compose_comment_table
from pst_standards.documents.compose.compensation import compose_compensation
from pst_standards.documents.compose.complaint_page import compose_complaint_rights
from pst_standards.documents.compose.complaint_procedure import compose_complaint_procedure
from pst_standards.documents.compose.decree import compose_decree
from pst_standards.documents.compose.discussion_minutes import compose_discussion_minutes
from pst_standards.documents.compose.executors import compose_executors
from pst_standards.documents.compose.leaflet import compose_leaflet
from pst_standards.documents.compose.maklumat import compose_maklumat
from pst_standards.documents.compose.maklumat_on_wall import (
    compose_maklumat_bilingual,
    compose_maklumat_landscape,
    in_two_languages,
)
from pst_standards.documents.compose.poster import compose_combined_poster, compose_poster
from pst_standards.documents.compose.register import compose_register
from pst_standards.documents.compose.service_page import compose_service_page
from pst_standards.documents.compose.special_needs import (
    compose_special_needs,
    special_facilities,
)
from pst_standards.documents.compose.standard import compose_standard
from pst_standards.documents.compose.survey_recorded import (
    compose_recorded_survey,
    recorded_results,
)
from pst_standards.documents.compose.tariff_board import compose_tariff_board
from pst_standards.documents.further import (
    Further,
    complaint_report,
    filled_register,
    letters,
    no_letters,
    survey_report,
    survey_sheet,
)
from pst_standards.documents.incomplete import states_fees
from pst_standards.documents.outline import Paper
from pst_standards.documents.together import Sharing, by_decree, by_discussion
from pst_standards.model.definition import Definition

Need: TypeAlias = Callable[[Definition], object]
"""Returns what a kind is made from: something false where a definition lacks it."""

TEXT: Final = ("docx", "html", "pdf", "md")
POSTED: Final = (*TEXT, "png")


def _nothing(_: Definition) -> object:
    return None


@frozen(kw_only=True)
class Kind:
    """A kind of document: ``composer`` makes it of a definition that has what it ``needs``.

    ``further`` makes it of more than the definition, where that is given; a kind that only this
    gives has no ``composer``. With ``per_standard`` there is one for each standard, and the
    composer is given it. With ``shared`` there is one for the standards that have that in common,
    and where there are several the composer is given the first standard of each. ``formats`` names
    those it is written in: ``TEXT`` unless stated, ``POSTED`` for what is posted as a picture too.
    ``papers`` names the sheets of a kind that is written on each of them, whatever sheet was asked
    for. One with an ``own_layout`` is written without the template of an office.
    """

    name: str
    composer: Composer | None = None
    needs: Need = _nothing
    further: Further | None = None
    per_standard: bool = False
    shared: Sharing | None = None
    formats: tuple[str, ...] = TEXT
    papers: tuple[Paper, ...] = ()
    own_layout: bool = False


def _standards(definition: Definition) -> object:
    return definition.standards


def _maklumat(definition: Definition) -> object:
    return definition.maklumat


def _complaints(definition: Definition) -> object:
    return definition.complaints


def _compensation(definition: Definition) -> object:
    return definition.compensation


def _hours_or_fees(definition: Definition) -> object:
    return states_fees(definition) or (definition.office and definition.office.opening_hours)


def _something_for_the_page(definition: Definition) -> object:
    return (
        definition.office
        or definition.services
        or definition.standards
        or definition.maklumat
        or definition.compensation
        or definition.complaints
        or definition.publications
    )


def _executors(definition: Definition) -> object:
    return definition.staff or any(one.competence or one.staffing for one in definition.standards)


_WALL: Final = (Paper.A3, Paper.A4)

_SET: Final = (
    Kind(name="standard", composer=compose_standard, needs=_standards, per_standard=True),
    Kind(name="booklet", composer=compose_booklet, needs=_standards),
    Kind(
        name="leaflet",
        composer=compose_leaflet,
        needs=_standards,
        papers=(Paper.A4,),
        own_layout=True,
        formats=POSTED,
    ),
    Kind(
        name="poster",
        composer=compose_poster,
        needs=_standards,
        per_standard=True,
        papers=_WALL,
        own_layout=True,
        formats=POSTED,
    ),
    Kind(
        name="combined-poster",
        composer=compose_combined_poster,
        needs=_standards,
        papers=_WALL,
        own_layout=True,
    ),
    Kind(
        name="tariff-board",
        composer=compose_tariff_board,
        needs=_hours_or_fees,
        formats=POSTED,
        own_layout=True,
    ),
    Kind(name="maklumat", composer=compose_maklumat, needs=_maklumat, formats=POSTED),
    Kind(
        name="maklumat-landscape",
        composer=compose_maklumat_landscape,
        needs=_maklumat,
        formats=POSTED,
        own_layout=True,
    ),
    Kind(
        name="maklumat-bilingual",
        composer=compose_maklumat_bilingual,
        needs=in_two_languages,
        formats=POSTED,
        own_layout=True,
    ),
    Kind(name="complaint-procedure", composer=compose_complaint_procedure, needs=_complaints),
    Kind(name="complaint-rights", composer=compose_complaint_rights, needs=_complaints),
    Kind(name="compensation-announcement", composer=compose_compensation, needs=_compensation),
    Kind(name="compensation-claim-form", composer=compose_claim_form, needs=_compensation),
    Kind(
        name="compensation-register",
        composer=compose_register,
        needs=_compensation,
        further=Further(name="events", cases=filled_register),
    ),
    Kind(
        name="compensation-letter",
        further=Further(name="events", cases=letters, lacking=no_letters),
    ),
    Kind(name="complaint-report", further=Further(name="register", cases=complaint_report)),
    Kind(
        name="survey-sheet",
        composer=compose_recorded_survey,
        needs=recorded_results,
        further=Further(name="answers", cases=survey_sheet),
    ),
    Kind(name="survey-report", further=Further(name="answers", cases=survey_report)),
    Kind(name="decree", composer=compose_decree, needs=_standards, shared=by_decree),
    Kind(
        name="discussion-minutes",
        composer=compose_discussion_minutes,
        needs=_standards,
        shared=by_discussion,
    ),
    Kind(name="comment-table", composer=compose_comment_table, needs=_standards),
    Kind(name="executors", composer=compose_executors, needs=_executors),
    Kind(name="special-needs", composer=compose_special_needs, needs=special_facilities),
    Kind(
        name="service-page",
        composer=compose_service_page,
        needs=_something_for_the_page,
        formats=("html",),
    ),
)

EVERY_KIND: Final[Mapping[str, Kind]] = {kind.name: kind for kind in _SET}
"""The set, in the order in which a build writes it."""
