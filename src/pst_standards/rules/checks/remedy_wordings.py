"""KOMP-014, KOMP-018, KOMP-025: no right given up, no fee for a complaint, damages kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.burdens import charges_complaint, conflates, waives_rights


def _has_texts(context: Context) -> bool:
    return bool(context.remedy_texts)


def _takes_complaints(context: Context) -> bool:
    definition = context.definition
    return definition.complaints is not None or bool(context.remedy_texts)


def _right_given_up(context: Context) -> Iterator[Hit]:
    for told in context.remedy_texts:
        if waives_rights(told.words):
            yield Hit(told.pointer, {"text": str(told.text)})


def _complaint_charged(context: Context) -> Iterator[Hit]:
    complaints = context.definition.complaints
    if complaints is not None and complaints.fee:
        yield Hit(("complaints", "fee"), {"fee": complaints.fee}, "fee")
    for told in context.remedy_texts:
        if charges_complaint(told.words):
            yield Hit(told.pointer, {"text": str(told.text)}, "told")


def _damages_not_kept_apart(context: Context) -> Iterator[Hit]:
    for told in context.remedy_texts:
        if conflates(told.words):
            yield Hit(told.pointer, {"text": str(told.text)})


CHECKS: Final = (
    Check(id="KOMP-014", find=_right_given_up, applies=_has_texts),
    Check(id="KOMP-018", find=_complaint_charged, applies=_takes_complaints),
    Check(id="KOMP-025", find=_damages_not_kept_apart, applies=_has_texts),
)
