"""STD-032, STD-033, STD-038: what executors can do, who watches them, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.manufacturing import CompetenceDimension, InternalSupervision
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.competence import DIMENSIONS, dimensions_in
from pst_standards.rules.detectors.reading import all_words, first_words
from pst_standards.rules.detectors.supervision import names_leader, names_only_outsiders
from pst_standards.rules.wordings import says


def _has_competences(context: Context) -> bool:
    return any(node.items for node, _, _ in context.each("competence"))


def _competence_not_covered(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("competence"):
        covered: set[CompetenceDimension | None] = {item.dimension for item in node.items}
        for item in node.items:
            if covered.issuperset(DIMENSIONS):
                break
            covered |= dimensions_in(all_words(item.text))
        missing = tuple(one.value for one in DIMENSIONS if one not in covered)
        if missing and node.items:
            yield Hit(pointer, {"missing": missing})


def _no_superior_named(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("internal_supervision"):
        if (says(node.supervisor) or says(node.text)) and not _supervised(node):
            said = first_words(node.supervisor) or first_words(node.text)
            yield Hit(pointer, {"text": said})


def _supervised(node: InternalSupervision) -> bool:
    """Whether a superior or leader watches; a named supervisor is one unless plainly another."""
    if names_leader(all_words(node.text)):
        return True
    supervisor = all_words(node.supervisor)
    return says(node.supervisor) and not names_only_outsiders(supervisor)


def _fewer_than_posts(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("staffing"):
        if node.count is not None and node.posts is not None and node.count < node.posts:
            yield Hit(pointer, {"count": node.count, "posts": node.posts})


def _has_posts(context: Context) -> bool:
    return any(node.posts is not None for node, _, _ in context.each("staffing"))


CHECKS: Final = (
    Check(id="STD-032", find=_competence_not_covered, applies=_has_competences),
    Check(
        id="STD-033",
        find=_no_superior_named,
        applies=has_component("internal_supervision"),
    ),
    Check(id="STD-038", find=_fewer_than_posts, applies=_has_posts),
)
