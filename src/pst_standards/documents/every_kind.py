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
from pst_standards.documents.compose.maklumat import compose_maklumat
from pst_standards.documents.compose.register import compose_register
from pst_standards.documents.compose.special_needs import (
    compose_special_needs,
    special_facilities,
)
from pst_standards.documents.compose.standard import compose_standard
from pst_standards.documents.outline import Paper
from pst_standards.documents.together import Sharing, by_decree, by_discussion
from pst_standards.model.definition import Definition

Need: TypeAlias = Callable[[Definition], object]
"""Returns what a kind is made from: something false where a definition lacks it."""


@frozen(kw_only=True)
class Kind:
    """A kind of document.

    With ``per_standard`` there is one for each standard, and the composer is given it. With
    ``shared`` there is one for the standards that have that in common, and where there are several
    the composer is given the first standard of each. ``formats``
    names those it is written in, where that is not every format for text. ``papers`` names the
    sheets of a kind that is written on each of them, whatever sheet was asked for.
    """

    name: str
    composer: Composer
    needs: Need
    per_standard: bool = False
    shared: Sharing | None = None
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


def _executors(definition: Definition) -> object:
    return definition.staff or any(one.competence or one.staffing for one in definition.standards)


_SET: Final = (
    Kind(name="standard", composer=compose_standard, needs=_standards, per_standard=True),
    Kind(name="booklet", composer=compose_booklet, needs=_standards),
    Kind(name="maklumat", composer=compose_maklumat, needs=_maklumat),
    Kind(name="complaint-procedure", composer=compose_complaint_procedure, needs=_complaints),
    Kind(name="complaint-rights", composer=compose_complaint_rights, needs=_complaints),
    Kind(name="compensation-announcement", composer=compose_compensation, needs=_compensation),
    Kind(name="compensation-claim-form", composer=compose_claim_form, needs=_compensation),
    Kind(name="compensation-register", composer=compose_register, needs=_compensation),
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
)

EVERY_KIND: Final[Mapping[str, Kind]] = {kind.name: kind for kind in _SET}
"""The set, in the order in which a build writes it."""
