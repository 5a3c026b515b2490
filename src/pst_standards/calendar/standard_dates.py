"""The days that a definition tells of the making of a standard, for its timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pst_standards.calendar.timelines import Dates
from pst_standards.model.definition import Definition
from pst_standards.model.publication import PublicationKind
from pst_standards.model.standard import LifeCycle, ServiceStandard


def dates_of(standard: ServiceStandard, definition: Definition) -> Dates:
    """Return what is known of a standard; the first maklumat since its setting counts for it.

    >>> life = LifeCycle(minutes_signed_on=date(2026, 3, 2))
    >>> dates_of(ServiceStandard(id="library", life_cycle=life), Definition()).minutes_signed
    datetime.date(2026, 3, 2)
    """
    life = standard.life_cycle or LifeCycle()
    adopted = life.adopted_on or (standard.decree.date if standard.decree else None)
    return Dates(
        minutes_signed=life.minutes_signed_on,
        published=life.draft_published_on,
        comments_closed=life.comments_until,
        revised=life.revised_on,
        adopted=adopted,
        maklumat_published=min(_maklumat_since(adopted, standard, definition), default=None),
        evaluated=life.evaluated_on,
        reviewed=life.reviewed_on,
    )


def _maklumat_since(
    adopted: date | None, standard: ServiceStandard, definition: Definition
) -> Iterator[date]:
    maklumat = definition.maklumat
    named = maklumat.publications if maklumat else ()
    for one in definition.publications:
        shows = one.kind is PublicationKind.MAKLUMAT or one.id in named
        about = not one.standards or standard.id in one.standards
        day = one.published_on
        if shows and about and day is not None and adopted is not None and day >= adopted:
            yield day
