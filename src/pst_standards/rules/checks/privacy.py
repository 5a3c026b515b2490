"""PRV-003 and PRV-007: identity numbers in published texts, and how long identities are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import describes_complaint_management, has_texts
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.persons import holds_national_id
from pst_standards.rules.detectors.retention import states_retention


def _national_id_published(context: Context) -> Iterator[Hit]:
    for saying in context.public_sayings:
        if holds_national_id(saying.words):
            yield Hit(saying.pointer)


def _keeps_identities(context: Context) -> bool:
    complaints = context.definition.complaints
    asks = complaints is not None and bool(complaints.form)
    return asks or describes_complaint_management(context)


def _no_retention(context: Context) -> Iterator[Hit]:
    complaints = context.definition.complaints
    duration = complaints.retention if complaints else None
    stated = duration is not None and duration.value is not None and duration.unit is not None
    if not stated and not any(states_retention(one.words) for one in context.complaint_sayings):
        yield Hit(("complaints",))


CHECKS: Final = (
    Check(id="PRV-003", find=_national_id_published, applies=has_texts),
    Check(id="PRV-007", find=_no_retention, applies=_keeps_identities),
)
