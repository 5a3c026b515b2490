"""STD-011 to STD-013: requirements are sorted, stand once, and keep no identity card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.delivery import Requirement
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Asked, Context, Hit
from pst_standards.rules.detectors.identity_card import keeps_identity_card
from pst_standards.rules.detectors.reading import (
    all_words,
    comparable,
    first_words,
    places,
    repeats,
)
from pst_standards.rules.wordings import says

_SORTED: Final = re.compile(r"\bteknis\b|administra|\btechnical", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"\b(?:per)?syarat(?:an)? (?:teknis|administra)|\A\W{0,3}(?:teknis|administra\w*)\s{0,2}[:()-]"
    r"|(?:technical|administrative) requirement",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(r"\A\W*(?:tidak ada|tanpa|nihil|none\b|no )", re.IGNORECASE)


def _has_requirements(context: Context) -> bool:
    return bool(context.asked)


def _kind_not_stated(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("requirements"):
        if node.note and _SORTED.search(all_words(node.note)):
            continue
        unsorted = sum(1 for item in node.items if item.kind is None and _wants_kind(item))
        if unsorted:
            yield Hit(pointer, {"count": unsorted, "total": len(node.items)})


def _wants_kind(item: Requirement) -> bool:
    """Whether an item asks for something, and does not say in words of which kind it is."""
    words = all_words(item.text)
    if not says(item.text):
        return says(item.document)
    return _NOTHING.search(words) is None and _LABELLED.search(words) is None


def _requirement_twice(context: Context) -> Iterator[Hit]:
    for asked in context.asked:
        for place, earlier in repeats(asked.words):
            same = next((one for one in reversed(earlier) if _alike(asked, one, place)), None)
            said = first_words(asked.items[place].text)
            if same is not None and says(said):
                yield Hit((*asked.pointer, place), {"text": said, "first": same + 1})


def _alike(asked: Asked, one: int, other: int) -> bool:
    """Whether two items are the same: the words, the document, the case, and some channel."""
    first, second = asked.items[one], asked.items[other]
    if first.channels and second.channels and set(first.channels).isdisjoint(second.channels):
        return False
    return _key(first) == _key(second)


def _key(item: Requirement) -> tuple[str, ...]:
    return tuple(
        comparable(first_words(part)) if part else ""
        for part in (item.text, item.document, item.case)
    )


def _identity_card_kept(context: Context) -> Iterator[Hit]:
    for asked in context.asked:
        for place in places(keeps_identity_card, asked.words):
            yield _kept((*asked.pointer, place), asked.items[place].text)
    for flow in context.flows:
        for place in places(keeps_identity_card, flow.words):
            yield _kept((*flow.pointer, place), flow.steps[place].text)
    for pointer, text in _beside(context):
        if keeps_identity_card(all_words(text)):
            yield _kept(pointer, text)


def _beside(context: Context) -> Iterator[tuple[Pointer, Text]]:
    """Yield the texts beside requirements and steps: documents, branches and notes."""
    for asked in context.asked:
        for place, item in enumerate(asked.items):
            if item.document:
                yield (*asked.pointer, place, "document"), item.document
    for flow in context.flows:
        for place, at, branch in flow.branches:
            if branch.then:
                yield (*flow.pointer, place, "branches", at), branch.then
    yield from _notes(context)


def _notes(context: Context) -> Iterator[tuple[Pointer, Text]]:
    for component in ("requirements", "procedure"):
        for node, pointer, _ in context.each(component):
            if node.note:
                yield (*pointer, "note"), node.note


def _kept(pointer: Pointer, text: Text | None) -> Hit:
    return Hit(pointer, {"text": first_words(text)})


def _has_requirements_or_procedure(context: Context) -> bool:
    return bool(context.flows) or _has_requirements(context)


CHECKS: Final = (
    Check(id="STD-011", find=_kind_not_stated, applies=_has_requirements),
    Check(id="STD-012", find=_requirement_twice, applies=_has_requirements),
    Check(id="STD-013", find=_identity_card_kept, applies=_has_requirements_or_procedure),
)
