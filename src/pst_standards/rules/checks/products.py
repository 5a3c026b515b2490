"""STD-023 and STD-030: a product is a thing, and a decision has a time limit by law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.law import RegulationKey
from pst_standards.model.base import Text
from pst_standards.model.delivery import Product, ProductItem
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.detectors.product import names_activity, names_decision, repeats_name
from pst_standards.rules.detectors.reading import either, first_words
from pst_standards.rules.wordings import says, states_time

_ACT: Final = "UU 30/2014 Pasal 53 ayat (2)"
_SHORTENED_BY: Final = tuple(map(RegulationKey.parse, ("UU 11/2020", "Perppu 2/2022", "UU 6/2023")))
"""The acts that one after another cut the time of Pasal 53 from ten working days to five."""
_DAYS: Final = 5
_DAYS_BEFORE: Final = 10


def _has_products(context: Context) -> bool:
    return any(node.items for node, _, _ in context.each("product"))


def _decision_without_limit(context: Context) -> Iterator[Hit]:
    shortened = _shortened_by(context)
    days = _DAYS if shortened else _DAYS_BEFORE
    for node, pointer, placed in context.each("product"):
        decision = next((item for item in node.items if either(names_decision, item.text)), None)
        if decision is not None and not _limited(placed.standard):
            own = placed.standard.time_limit is not None
            at = (*placed.pointer, "time_limit") if own else pointer
            said = first_words(decision.text)
            yield Hit(at, {"product": said, "days": days}, citations=(_ACT, *shortened))


def _shortened_by(context: Context) -> list[str]:
    """Return the act that shortens the time on the day of the check, if any does yet."""
    law, on = context.law, context.as_of
    return [str(key) for key in _SHORTENED_BY if key in law and law.in_force(key, on) is not False]


def _limited(standard: ServiceStandard) -> bool:
    """Whether some time is stated: by the time limit, by its words, or by a step."""
    limits = standard.time_limit.limits if standard.time_limit else ()
    if any((limit.value is not None and limit.unit) or states_time(limit.text) for limit in limits):
        return True
    if standard.time_limit is not None and states_time(standard.time_limit.note):
        return True
    steps = standard.procedure.steps if standard.procedure else ()
    return any(step.time is not None and step.time.value is not None for step in steps)


def _product_repeats_service(context: Context) -> Iterator[Hit]:
    for node, pointer, placed in context.each("product"):
        stated = [place for place, item in enumerate(node.items) if item.text and says(item.text)]
        # One item that says what the user gets is enough.
        if all(_may_repeat(node.items[place]) for place in stated):
            yield from _repeating(node, pointer, stated, _names(placed, context))


def _may_repeat(item: ProductItem) -> bool:
    return not item.formats and names_activity(first_words(item.text))


def _repeating(
    product: Product, pointer: Pointer, stated: list[int], names: list[str]
) -> Iterator[Hit]:
    said = {place: first_words(product.items[place].text) for place in stated}
    if all(any(repeats_name(words, name) for name in names) for words in said.values()):
        for place, words in said.items():
            yield Hit((*pointer, "items", place), {"text": words})


def _names(placed: Placed, context: Context) -> list[str]:
    service = context.services.get(placed.standard.service or "")
    texts: tuple[Text | None, ...] = (placed.standard.title,)
    if service is not None:
        texts = (service.name, *service.aliases, *texts)
    return list(dict.fromkeys(words for words in map(first_words, texts) if words))


CHECKS: Final = (
    Check(id="STD-023", find=_decision_without_limit, applies=_has_products),
    Check(id="STD-030", find=_product_repeats_service, applies=_has_products),
)
