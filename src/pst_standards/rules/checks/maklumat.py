"""MKL-001 to MKL-008 and MKL-010: the pledge, its elements, its signer, where it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pst_standards.model.base import Node
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.publication import Publication, PublicationKind
from pst_standards.rules.binding import rule
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.pledge import Pledged, pledged, wording_of
from pst_standards.rules.wordings import says

_PLEDGE = ("maklumat",)


def _is_worded(context: Context) -> bool:
    return bool(wording_of(context.definition.maklumat))


def _elements(context: Context) -> Pledged:
    return pledged(context.definition.maklumat or Maklumat())


def _lacks(element: str, context: Context) -> Iterator[Hit]:
    if not getattr(_elements(context), element):
        yield Hit(_PLEDGE)


@rule("MKL-001")
def no_maklumat(context: Context) -> Iterator[Hit]:
    if not _is_worded(context):
        yield Hit(_PLEDGE if context.definition.maklumat else ())


no_capability = rule("MKL-002", applies=_is_worded)(partial(_lacks, "capability"))
no_improvement = rule("MKL-003", applies=_is_worded)(partial(_lacks, "improvement"))
no_standard = rule("MKL-005", applies=_is_worded)(partial(_lacks, "standard"))


@rule("MKL-004", applies=_is_worded)
def no_consequence(context: Context) -> Iterator[Hit]:
    found = _elements(context)
    if not (found.sanction or found.compensation):
        yield Hit(_PLEDGE)


@rule("MKL-006", applies=_is_worded)
def compensation_on_one_side(context: Context) -> Iterator[Hit]:
    promised = _elements(context).compensation
    policy = context.definition.compensation
    exists = policy is not None and bool(
        policy.rules or policy.decree or policy.publications or says(policy.announcement)
    )
    if promised and not exists:
        yield Hit(_PLEDGE, variant="no_policy")
    if exists and not promised:
        yield Hit(_PLEDGE, variant="not_mentioned")


@rule("MKL-007", applies=_is_worded)
def not_signed(context: Context) -> Iterator[Hit]:
    signer = _maklumat(context).signer
    missing = tuple(
        name
        for name in ("position", "name")
        if signer is None or not says(getattr(signer, name))
    )
    if missing:
        yield Hit(_beneath("signer", signer), {"missing": missing})


@rule("MKL-008", applies=_is_worded)
def no_place_and_date(context: Context) -> Iterator[Hit]:
    maklumat = _maklumat(context)
    parts = {"place": says(maklumat.place), "date": maklumat.date is not None}
    missing = tuple(name for name, stated in parts.items() if not stated)
    if missing:
        yield Hit(_PLEDGE, {"missing": missing})


@rule("MKL-010", applies=_is_worded)
def not_published(context: Context) -> Iterator[Hit]:
    shown = list(_publications(context))
    if not shown:
        yield Hit(_PLEDGE, variant="none")
        return
    media = {medium.electronic for one in shown for medium in one.media}
    media |= {True for one in shown if one.url}
    if media == {True}:
        yield Hit(_PLEDGE, variant="only_electronic")
    if media == {False}:
        yield Hit(_PLEDGE, variant="only_print")


def _publications(context: Context) -> Iterator[Publication]:
    named = _maklumat(context).publications
    for publication in context.definition.publications:
        if publication.kind is PublicationKind.MAKLUMAT or publication.id in named:
            yield publication


def _maklumat(context: Context) -> Maklumat:
    return context.definition.maklumat or Maklumat()


def _beneath(key: str, part: Node | None) -> tuple[str, ...]:
    return _PLEDGE if part is None else (*_PLEDGE, key)
