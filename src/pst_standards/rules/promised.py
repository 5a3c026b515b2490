"""What is promised for lateness and how complaints are taken, as texts with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pst_standards.findings import Pointer
from pst_standards.model.base import Text, own_names
from pst_standards.model.compensation import CompensationPolicy, CompensationRule
from pst_standards.model.complaints import ComplaintMechanism
from pst_standards.model.definition import Definition
from pst_standards.rules.wordings import words_of

_MECHANISM: Final = own_names(ComplaintMechanism)


class Promise(NamedTuple):
    """A compensation rule with its place, and what it and the whole policy say in words."""

    rule: CompensationRule
    pointer: Pointer
    words: str


class Told(NamedTuple):
    """A text with its place; ``words`` are those of both languages."""

    pointer: Pointer
    text: Text
    words: str


def promises_of(definition: Definition) -> tuple[Promise, ...]:
    """Return the compensation rules of a definition.

    >>> promises_of(Definition())
    ()
    """
    policy = definition.compensation or CompensationPolicy()
    general = words_of(policy.announcement, *policy.basis)
    return tuple(
        Promise(rule, ("compensation", "rules", place), "\n".join((general, words_of(rule.text))))
        for place, rule in enumerate(policy.rules)
    )


def policy_texts(definition: Definition) -> tuple[Told, ...]:
    """Return the texts of the compensation policy.

    >>> policy = CompensationPolicy(announcement=Text("Kompensasi diberikan bila terlambat"))
    >>> [told.pointer for told in policy_texts(Definition(compensation=policy))]
    [('compensation', 'announcement')]
    """
    policy = definition.compensation
    found = () if policy is None else _of_policy(policy, ("compensation",))
    return tuple(Told(pointer, text, words_of(text)) for pointer, text in found if text)


def complaint_texts(definition: Definition) -> tuple[Told, ...]:
    """Return the texts on how complaints are taken, of the office and of each standard.

    >>> complaint_texts(Definition())
    ()
    """
    found = (*_of_complaints(definition), *_of_handling(definition))
    return tuple(Told(pointer, text, words_of(text)) for pointer, text in found if text)


def pledge_texts(definition: Definition) -> tuple[Told, ...]:
    """Return the wording of the maklumat and of its elements.

    >>> pledge_texts(Definition())
    ()
    """
    maklumat = definition.maklumat
    if maklumat is None:
        return ()
    found: list[tuple[Pointer, Text | None]] = [(("maklumat", "pledge"), maklumat.pledge)]
    if maklumat.elements is not None:
        found += [
            (("maklumat", "elements", name), getattr(maklumat.elements, name))
            for name in own_names(type(maklumat.elements))
        ]
    return tuple(Told(pointer, text, words_of(text)) for pointer, text in found if text)


def _of_policy(policy: CompensationPolicy, here: Pointer) -> Iterator[tuple[Pointer, Text | None]]:
    yield (*here, "announcement"), policy.announcement
    for place, basis in enumerate(policy.basis):
        yield (*here, "basis", place), basis
    for place, rule in enumerate(policy.rules):
        yield (*here, "rules", place, "text"), rule.text
        yield from _of_remedies(rule, (*here, "rules", place, "tiers"))
    for place, sanction in enumerate(policy.user_sanctions):
        yield (*here, "user_sanctions", place, "text"), sanction.text


def _of_remedies(rule: CompensationRule, here: Pointer) -> Iterator[tuple[Pointer, Text | None]]:
    for tier, stated in enumerate(rule.tiers):
        for place, remedy in enumerate(stated.remedies):
            yield (*here, tier, "remedies", place, "text"), remedy.text


def _of_complaints(definition: Definition) -> Iterator[tuple[Pointer, Text | None]]:
    complaints = definition.complaints
    if complaints is None:
        return
    yield ("complaints", "text"), complaints.text
    for name in _MECHANISM if complaints.mechanism else ():
        yield ("complaints", "mechanism", name), getattr(complaints.mechanism, name)
    for place, right in enumerate(complaints.rights):
        yield ("complaints", "rights", place, "text"), right.text


def _of_handling(definition: Definition) -> Iterator[tuple[Pointer, Text | None]]:
    for place, standard in enumerate(definition.standards):
        handling = standard.complaint_handling
        if handling is not None:
            here = ("standards", place, "complaint_handling")
            yield (*here, "text"), handling.text
            for number, step in enumerate(handling.steps):
                yield (*here, "steps", number, "text"), step.text
