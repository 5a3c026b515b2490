"""Every kind of document that a definition gives: who composes it, and what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from attrs import frozen

from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.booklet import compose_booklet
from pst_standards.documents.compose.claim_form import compose_claim_form
from pst_standards.documents.compose.compensation import compose_compensation
from pst_standards.documents.compose.complaint_page import compose_complaint_rights
from pst_standards.documents.compose.complaint_procedure import compose_complaint_procedure
from pst_standards.documents.compose.maklumat import compose_maklumat
from pst_standards.documents.compose.register import compose_register
from pst_standards.documents.compose.standard import compose_standard
from pst_standards.documents.compose.survey_recorded import (
    compose_recorded_survey,
    recorded_results,
)
from pst_standards.documents.further import (
    Further,
    complaint_report,
    filled_register,
    letters,
    no_letters,
    survey_report,
    survey_sheet,
)
from pst_standards.documents.outline import Paper
from pst_standards.model.definition import Definition

Need: TypeAlias = Callable[[Definition], object]
"""Returns what a kind is made from: something false where a definition lacks it."""


def _nothing(_: Definition) -> object:
    return None


@frozen(kw_only=True)
class Kind:
    """A kind of document: ``composer`` makes it of a definition that has what it ``needs``.

    ``further`` makes it of more than the definition, where that is given; a kind that only this
    gives has no ``composer``. With ``per_standard`` there is one for each standard, and the
    composer is given it. ``formats`` names those it is written in, where that is not every format
    for text. ``papers`` names the sheets of a kind that is written on each of them, whatever sheet
    was asked for.
    """

    name: str
    composer: Composer | None = None
    needs: Need = _nothing
    further: Further | None = None
    per_standard: bool = False
    formats: tuple[str, ...] = ("docx", "html", "pdf", "md")
    papers: tuple[Paper, ...] = ()


def _standards(definition: Definition) -> object:
    return definition.standards


def _maklumat(definition: Definition) -> object:
    return definition.maklumat


def _complaints(definition: Definition) -> object:
    return definition.complaints


def _compensation(definition: Definition) -> object:
    return definition.compensation


_SET: Final = (
    Kind(name="standard", composer=compose_standard, needs=_standards, per_standard=True),
    Kind(name="booklet", composer=compose_booklet, needs=_standards),
    Kind(name="maklumat", composer=compose_maklumat, needs=_maklumat),
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
)

EVERY_KIND: Final[Mapping[str, Kind]] = {kind.name: kind for kind in _SET}
"""The set, in the order in which a build writes it."""
