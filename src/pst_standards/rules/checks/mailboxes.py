"""STD-036: the office answers from a mailbox on a domain of the state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.complaints import Complaints
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.mail import (
    addresses_in,
    is_borrowed_from_link,
    is_free,
    is_official,
)
from pst_standards.rules.detectors.reading import all_words


def _published(context: Context) -> Iterator[tuple[Pointer, Text | str | None]]:
    """Yield the places where an office publishes an e-mail address as its own."""
    definition = context.definition
    if definition.office is not None:
        yield ("office", "email"), definition.office.email
        if definition.office.head is not None:
            yield ("office", "head", "email"), definition.office.head.email
    if definition.complaints is not None:
        yield from _for_complaints(definition.complaints)
    if definition.staff is not None and definition.staff.profile is not None:
        yield ("staff", "profile", "email"), definition.staff.profile.email
    if definition.information_officer is not None:
        yield ("information_officer", "email"), definition.information_officer.email
    for node, pointer, _ in context.each("complaint_handling"):
        yield (*pointer, "text"), node.text


def _for_complaints(complaints: Complaints) -> Iterator[tuple[Pointer, Text | str | None]]:
    yield ("complaints", "text"), complaints.text
    if complaints.responsible is not None:
        yield ("complaints", "responsible", "email"), complaints.responsible.email
    if complaints.mechanism is not None:
        yield ("complaints", "mechanism", "contact"), complaints.mechanism.contact
    for place, channel in enumerate(complaints.channels):
        if channel.active is not False:
            yield ("complaints", "channels", place, "value"), channel.value


def _mailbox_not_official(context: Context) -> Iterator[Hit]:
    code = context.definition.office.code if context.definition.office else None
    for pointer, text in _published(context):
        if text is None:
            continue
        for address in addresses_in(all_words(text)):
            variant = _fault(address, code)
            if variant:
                yield Hit(pointer, {"address": address}, variant)


def _fault(address: str, code: str | None) -> str:
    if is_borrowed_from_link(address, code):
        return "link"
    if is_official(address):
        return ""
    return "free" if is_free(address) else "other"


CHECKS: Final = (Check(id="STD-036", find=_mailbox_not_official),)
