"""MKL-001 to MKL-008 and MKL-010: the pledge, its elements, its signer, where it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.publication import Publication, PublicationKind
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.wordings import says

_PLEDGE = ("maklumat",)


def is_worded(context: Context) -> bool:
    """Tell whether there is a wording to look at; MKL-001 reports that there is none."""
    return context.pledged is not None


def _lacks(element: str, context: Context) -> Iterator[Hit]:
    if context.pledged is not None and not getattr(context.pledged, element):
        yield Hit(_PLEDGE)


def _no_maklumat(context: Context) -> Iterator[Hit]:
    if not is_worded(context):
        yield Hit(_PLEDGE if context.definition.maklumat else ())


def _no_consequence(context: Context) -> Iterator[Hit]:
    found = context.pledged
    if found is not None and not (found.sanction or found.compensation):
        yield Hit(_PLEDGE)


def _compensation_on_one_side(context: Context) -> Iterator[Hit]:
    promised = context.pledged is not None and context.pledged.compensation
    policy = context.definition.compensation
    exists = policy is not None and bool(
        policy.rules or policy.decree or policy.publications or says(policy.announcement)
    )
    if promised and not exists:
        yield Hit(_PLEDGE, variant="no_policy")
    if exists and not promised:
        yield Hit(_PLEDGE, variant="not_mentioned")


def _not_signed(context: Context) -> Iterator[Hit]:
    signer = _maklumat(context).signer
    missing = tuple(
        name for name in ("position", "name") if signer is None or not says(getattr(signer, name))
    )
    if missing:
        variant = missing[0] if len(missing) == 1 else ""
        yield Hit((*_PLEDGE, "signer") if signer else _PLEDGE, {"missing": missing}, variant)


def _no_place_and_date(context: Context) -> Iterator[Hit]:
    maklumat = _maklumat(context)
    parts = {"place": says(maklumat.place), "date": maklumat.date is not None}
    missing = tuple(name for name, stated in parts.items() if not stated)
    if missing:
        yield Hit(_PLEDGE, {"missing": missing})


def _not_published(context: Context) -> Iterator[Hit]:
    shown = [one for _, one in charters(context)]
    if not shown:
        yield Hit(_PLEDGE, variant="none")
        return
    media = {medium.electronic for one in shown for medium in one.media}
    media |= {True for one in shown if one.url}
    if media == {True}:
        yield Hit(_PLEDGE, variant="only_electronic")
    if media == {False}:
        yield Hit(_PLEDGE, variant="only_print")


def charters(context: Context) -> Iterator[tuple[Pointer, Publication]]:
    """Yield the publications that show the maklumat, with their pointers."""
    named = _maklumat(context).publications
    for place, publication in enumerate(context.definition.publications):
        if publication.kind is PublicationKind.MAKLUMAT or publication.id in named:
            yield ("publications", place), publication


def _maklumat(context: Context) -> Maklumat:
    return context.definition.maklumat or Maklumat()


CHECKS: Final = (
    Check(id="MKL-001", find=_no_maklumat),
    Check(id="MKL-002", find=partial(_lacks, "capability"), applies=is_worded),
    Check(id="MKL-003", find=partial(_lacks, "improvement"), applies=is_worded),
    Check(id="MKL-005", find=partial(_lacks, "standard"), applies=is_worded),
    Check(id="MKL-004", find=_no_consequence, applies=is_worded),
    Check(id="MKL-006", find=_compensation_on_one_side, applies=is_worded),
    Check(id="MKL-007", find=_not_signed, applies=is_worded),
    Check(id="MKL-008", find=_no_place_and_date, applies=is_worded),
    Check(id="MKL-010", find=_not_published, applies=is_worded),
)
