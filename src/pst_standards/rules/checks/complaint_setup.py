"""PGD-003, 004, 005, 008, 009: how an office has set up the handling of complaints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.channel import Decree
from pst_standards.model.complaints import Medium, Whistleblowing
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import describes_complaint_management, refers_reports_of_abuse
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.addresses import is_below_bps, names_bps_host, names_lapor
from pst_standards.rules.services import may_be_pst
from pst_standards.rules.stated import states_decree
from pst_standards.rules.wordings import says, words_of

_AT_THE_OFFICE: Final = frozenset({Medium.BOX, Medium.DESK, Medium.LETTER})
_WEEK: Final = 7


def _has_open_channels(context: Context) -> bool:
    return bool(context.channels)


def _may_refer(context: Context) -> bool:
    described = describes_complaint_management(context) or refers_reports_of_abuse(context)
    return described and may_be_pst(context.definition.office)


def _may_assign(context: Context) -> bool:
    return describes_complaint_management(context) or context.complaints.decree is not None


def _looks_after_channels(context: Context) -> bool:
    return describes_complaint_management(context) and _has_open_channels(context)


def _knows_media(context: Context) -> bool:
    """Tell whether there are open channels and the medium of each is stated."""
    media = {channel.medium for channel in context.channels.values()}
    return bool(media) and None not in media


def _one_sided(context: Context) -> Iterator[Hit]:
    at_office = {channel.medium in _AT_THE_OFFICE for channel in context.channels.values()}
    if len(at_office) == 1:
        variant = "online" if at_office.pop() else "offline"
        yield Hit(("complaints", "channels"), variant=variant)


def _without_lapor(context: Context) -> Iterator[Hit]:
    channels = context.channels.values()
    if any(channel.medium is Medium.LAPOR for channel in channels):
        return
    spoken = words_of(*(part for one in channels for part in (one.name, one.value)))
    sayings = (saying.words for saying in context.complaint_sayings)
    handlings = (words_of(node.text) for node, _, _ in context.each("complaint_handling"))
    if not any(map(names_lapor, (spoken, *sayings, *handlings))):
        yield Hit(("complaints",))


def _without_whistleblowing(context: Context) -> Iterator[Hit]:
    system = context.complaints.whistleblowing
    if system is None or not _leads_somewhere(system):
        yield Hit(_at_whistleblowing(context), variant="missing")
    elif system.url and says(system.url) and not is_below_bps(system.url):
        yield Hit((*_at_whistleblowing(context), "url"), {"url": system.url}, "host")


def _at_whistleblowing(context: Context) -> Pointer:
    return ("complaints", "whistleblowing") if refers_reports_of_abuse(context) else ("complaints",)


def _leads_somewhere(system: Whistleblowing) -> bool:
    return says(system.url) or names_bps_host(words_of(system.text, *system.conditions))


def _team_without_decree(context: Context) -> Iterator[Hit]:
    complaints = context.complaints
    parts: list[tuple[Pointer, Decree | None]] = [(("complaints",), complaints.decree)]
    if complaints.whistleblowing is not None:
        parts.append((("complaints", "whistleblowing"), complaints.whistleblowing.decree))
    for at, decree in parts:
        if decree is None or not states_decree(decree):
            yield Hit(at, {"part": at[-1]}, "missing")
        elif decree.valid_until is not None and decree.valid_until < context.as_of:
            until = decree.valid_until.isoformat()
            yield Hit((*at, "decree", "valid_until"), {"part": at[-1], "until": until}, "expired")


def _channel_nobody_looks_after(context: Context) -> Iterator[Hit]:
    channels, at = context.complaints.channels, ("complaints", "channels")
    places = [(place, one) for place, one in enumerate(channels) if one.active is not False]
    unowned = tuple(one.id for _, one in places if not says(one.owner))
    undated = tuple(one.id for _, one in places if one.checked_on is None)
    for variant, names in (("owner", unowned), ("unchecked", undated)):
        if names:
            yield Hit(at, {"channels": names, "count": len(names)}, variant)
    for place, one in places:
        if one.medium is Medium.BOX and one.checked_on is not None:
            days = (context.as_of - one.checked_on).days
            if days > _WEEK:
                opened = one.checked_on.isoformat()
                pointer = (*at, place, "checked_on")
                yield Hit(pointer, {"channel": one.id, "on": opened, "days": days}, "box")


CHECKS: Final = (
    Check(id="PGD-003", find=_one_sided, applies=_knows_media),
    Check(id="PGD-004", find=_without_lapor, applies=_has_open_channels),
    Check(id="PGD-005", find=_without_whistleblowing, applies=_may_refer),
    Check(id="PGD-008", find=_team_without_decree, applies=_may_assign),
    Check(id="PGD-009", find=_channel_nobody_looks_after, applies=_looks_after_channels),
)
