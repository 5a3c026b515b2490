"""STD-051: contacts, and the place where users are sent, are those of this office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.office_names import (
    OfficeName,
    offices_named,
    offices_to_visit,
    sends_to_office,
)
from pst_standards.rules.detectors.reading import places
from pst_standards.rules.detectors.unit_codes import is_unit_code, may_be_one_office, unit_codes
from pst_standards.rules.wordings import words_of


def _contacts(context: Context) -> Iterator[tuple[Pointer, Text | str | None]]:
    """Yield what tells a citizen where to turn; a channel with another owner is that owner's."""
    office, complaints = context.definition.office, context.definition.complaints
    if office is not None:
        yield ("office", "email"), office.email
        yield ("office", "website"), office.website
    if complaints is not None:
        yield ("complaints", "text"), complaints.text
        if complaints.responsible is not None:
            yield ("complaints", "responsible", "email"), complaints.responsible.email
        for place, channel in enumerate(complaints.channels):
            if channel.active is not False and not channel.owner:
                yield ("complaints", "channels", place, "value"), channel.value
    for handling, pointer, _ in context.each("complaint_handling"):
        yield (*pointer, "text"), handling.text


def _codes(context: Context) -> Iterator[tuple[Pointer, str]]:
    for pointer, said in _contacts(context):
        texts = (said.id, said.en) if isinstance(said, Text) else (said,)
        for code in dict.fromkeys(code for words in texts for code in unit_codes(words)):
            yield pointer, code


def _sent_elsewhere(context: Context) -> Iterator[Hit]:
    own = _own_names(context)
    if not own:
        return
    known = {(one.level, one.place.casefold()) for one in own}
    for pointer, words in _of_users(context):
        for one in offices_to_visit(words):
            if (one.level, one.place.casefold()) not in known:
                yield Hit(pointer, {"office": str(one), "own": str(own[0])}, "name")


def _own_names(context: Context) -> tuple[OfficeName, ...]:
    office = context.definition.office
    joined = office.integrated_service if office else None
    return offices_named(
        words_of(
            office.name if office else None,
            office.short_name if office else None,
            joined.name if joined else None,
        )
    )


def _of_users(context: Context) -> Iterator[tuple[Pointer, str]]:
    for pointer, texts in context.told_to_users:
        for place in places(sends_to_office, texts):
            yield (*pointer, place), texts[place]


def _contact_of_another_office(context: Context) -> Iterator[Hit]:
    yield from _code_of_another_office(context)
    yield from _sent_elsewhere(context)


def _code_of_another_office(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    own = office.code if office else None
    found = list(_codes(context))
    if is_unit_code(own):
        for pointer, code in found:
            if not may_be_one_office(code, own or ""):
                yield Hit(pointer, {"code": code, "own": own})
        return
    for pointer, code in found[1:]:
        if not may_be_one_office(code, found[0][1]):
            yield Hit(pointer, {"code": code, "other": found[0][1]}, "each_other")


CHECKS: Final = (
    Check(
        id="STD-051",
        find=_contact_of_another_office,
        applies=lambda context: bool(_own_names(context)) or any(True for _ in _codes(context)),
    ),
)
