"""STD-034, STD-035, PGD-006, PGD-007: where people complain, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import own_names
from pst_standards.model.complaints import ComplaintMechanism, Medium
from pst_standards.model.delivery import ComplaintHandling
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.stated import states_address, states_duration
from pst_standards.rules.wordings import says, states_time

_FEW: Final = 3
# The elucidation of Pasal 36 ayat (4) names five means; LAPOR! is a website.
_MEANS: Final[Mapping[Medium, str]] = {
    Medium.PHONE: "phone",
    Medium.SMS: "sms",
    Medium.WHATSAPP: "sms",
    Medium.WEB: "web",
    Medium.LAPOR: "web",
    Medium.EMAIL: "email",
    Medium.BOX: "box",
}
_PARTS: Final = own_names(ComplaintMechanism)
_LETTERS: Final = {name: chr(ord("a") + place) for place, name in enumerate(_PARTS)}


def _where(context: Context, key: str = "") -> Pointer:
    """Return the pointer of the nearest part around a key of ``complaints`` that is there."""
    if context.definition.complaints is None:
        return ()
    value = getattr(context.complaints, key) if key else None
    return ("complaints", key) if value else ("complaints",)


def _few_channels(context: Context) -> Iterator[Hit]:
    channels = context.channels.values()
    pointer = _where(context, "channels")
    if not channels:
        yield Hit(pointer, variant="none", citations=("UU 25/2009 Pasal 36 ayat (1)",))
        return
    means = {_MEANS[one.medium] for one in channels if one.medium and one.medium in _MEANS}
    if len(means) < _FEW:
        yield Hit(pointer, {"count": len(means), "media": tuple(sorted(means))}, "few")


def _nobody_responsible(context: Context) -> Iterator[Hit]:
    complaints = context.complaints
    officer, mechanism = complaints.responsible, complaints.mechanism
    contact = mechanism is not None and says(mechanism.contact)
    named = officer is not None and says(officer.name)
    placed = officer is not None and states_address(officer.address)
    parts = {"name": named or contact, "address": placed or contact}
    missing = tuple(name for name, stated in parts.items() if not stated)
    if missing:
        variant = missing[0] if len(missing) == 1 else ""
        yield Hit(_where(context, "responsible"), {"missing": missing}, variant)


def _mechanism_not_complete(context: Context) -> Iterator[Hit]:
    mechanism = context.complaints.mechanism or ComplaintMechanism()
    missing = tuple(name for name in _PARTS if not says(getattr(mechanism, name)))
    if missing:
        letters = tuple(_LETTERS[name] for name in missing)
        pointer = _where(context, "mechanism")
        yield Hit(pointer, {"missing": missing, "letters": letters, "count": len(missing)})


def _handling_without_channel_or_time(context: Context) -> Iterator[Hit]:
    clocks = any(states_duration(clock.within) for clock in context.complaints.clocks)
    for node, pointer, _ in context.each("complaint_handling"):
        if not _reached_by(node, context):
            yield Hit(pointer, variant="channel")
        if not clocks and not _timed(node):
            yield Hit(pointer, variant="time_limit")


def _reached_by(handling: ComplaintHandling, context: Context) -> bool:
    """Whether some channel that is open belongs to it; naming none means all of them."""
    if not handling.channels:
        return bool(context.channels)
    return any(name in context.channels for name in handling.channels)


def _timed(handling: ComplaintHandling) -> bool:
    steps = any(states_duration(step.time) or states_time(step.text) for step in handling.steps)
    return states_duration(handling.time_limit) or steps or states_time(handling.text)


CHECKS: Final = (
    Check(id="STD-034", find=_few_channels),
    Check(id="STD-035", find=_nobody_responsible),
    Check(id="PGD-006", find=_mechanism_not_complete),
    Check(
        id="PGD-007",
        find=_handling_without_channel_or_time,
        applies=has_component("complaint_handling"),
    ),
)
