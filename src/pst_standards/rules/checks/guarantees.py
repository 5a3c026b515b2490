"""STD-039, STD-040: what guarantees the service, and what keeps people, data and product safe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.guarantees import names_measure, refers_to_standard
from pst_standards.rules.wordings import says


def _guarantee_without_yardstick(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("service_guarantee"):
        if says(node.text) and not refers_to_standard(node.text):
            yield Hit((*pointer, "text"), {"text": str(node.text)})


def _safety_without_measure(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("safety_guarantee"):
        listed = any(says(measure.text) for measure in node.measures)
        if says(node.text) and not listed and not names_measure(node.text):
            yield Hit((*pointer, "text"), {"text": str(node.text)})


CHECKS: Final = (
    Check(
        id="STD-039",
        find=_guarantee_without_yardstick,
        applies=has_component("service_guarantee"),
    ),
    Check(id="STD-040", find=_safety_without_measure, applies=has_component("safety_guarantee")),
)
