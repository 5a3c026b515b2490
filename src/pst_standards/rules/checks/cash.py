"""STD-029: state revenue is paid to the treasury, not in cash to somebody of the office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Flow, Hit, Placed
from pst_standards.rules.detectors.cash import takes_cash
from pst_standards.rules.detectors.reading import all_words, first_words, places
from pst_standards.rules.selling import is_paid
from pst_standards.rules.services import ServiceKind
from pst_standards.rules.wordings import states_free


def _is_charged(placed: Placed) -> bool:
    """Whether a standard takes state revenue: it says so, or is a sale that is not free."""
    fee = placed.standard.fee
    if fee is not None and (is_paid(fee) or fee.kind is not None):
        return is_paid(fee)
    return placed.kind is ServiceKind.SALES and (fee is None or not states_free(fee.text))


def _any_charged(context: Context) -> bool:
    return any(map(_is_charged, context.standards))


def _cash_taken(context: Context) -> Iterator[Hit]:
    for flow in context.flows:
        if _is_charged(flow.placed):
            yield from _by_steps(flow)
    for placed in filter(_is_charged, context.standards):
        for pointer, text in _texts(placed):
            if text is not None and takes_cash(all_words(text)):
                yield Hit(pointer, {"text": first_words(text)})


def _by_steps(flow: Flow) -> Iterator[Hit]:
    for place in places(takes_cash, flow.words):
        yield Hit((*flow.pointer, place), {"text": first_words(flow.steps[place].text)})
    for place, at, branch in flow.branches:
        if takes_cash(all_words(branch.then)):
            where = (*flow.pointer, place, "branches", at)
            yield Hit(where, {"text": first_words(branch.then)})


def _texts(placed: Placed) -> Iterator[tuple[Pointer, Text | None]]:
    """Yield the other texts that may speak of paying."""
    standard, pointer = placed.standard, placed.pointer
    if standard.procedure is not None:
        yield (*pointer, "procedure", "note"), standard.procedure.note
    if standard.fee is not None:
        yield (*pointer, "fee", "text"), standard.fee.text
        yield from _items(standard.fee, (*pointer, "fee"))
    if standard.requirements is not None:
        yield from _items(standard.requirements, (*pointer, "requirements"))


def _items(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Text | None]]:
    for place, item in enumerate(node.items):
        yield (*pointer, "items", place), item.text


CHECKS: Final = (Check(id="STD-029", find=_cash_taken, applies=_any_charged),)
