"""STD-031 and STD-037: facilities for vulnerable groups, and how many people serve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.model.manufacturing import Staffing
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.wordings import names_vulnerable, says, words_of

_PEOPLE: Final = re.compile(
    r"\b[1-9]\d{0,3}\s{0,3}(?:\([^()]{0,40}\)\s{0,3})?"
    r"(?:orang|petugas|pegawai|pelaksana|staf|people|persons?|officers?|staff)\b",
    re.IGNORECASE,
)


def _nothing_for_vulnerable_groups(context: Context) -> Iterator[Hit]:
    special = context.special_facilities
    for node, pointer, _ in context.each("facilities"):
        if special.keys().isdisjoint(node.items) and not names_vulnerable(node.note):
            yield Hit(pointer)


def _staffing_not_stated(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("staffing"):
        if not _counts(node):
            yield Hit(pointer, {"count": node.count}, "count")
        if not says(node.workload_basis):
            yield Hit(pointer, variant="workload")


def _counts(staffing: Staffing) -> bool:
    if staffing.count is None:
        return _PEOPLE.search(words_of(staffing.text)) is not None
    return staffing.count >= 1


CHECKS: Final = (
    Check(
        id="STD-031",
        find=_nothing_for_vulnerable_groups,
        applies=has_component("facilities"),
    ),
    Check(
        id="STD-037",
        find=_staffing_not_stated,
        applies=has_component("staffing"),
    ),
)
