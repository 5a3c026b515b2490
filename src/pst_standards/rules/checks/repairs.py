"""FAC-008 to FAC-010 and FAC-017: repairs are announced, and the service goes on meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pst_standards.findings import Param, Pointer
from pst_standards.model.compensation import Trigger
from pst_standards.model.complaints import Medium
from pst_standards.model.facility import Condition, Facility, FacilityKind, Repair
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.plain import denies
from pst_standards.rules.detectors.repair_words import goes_on, names_force_majeure, stops
from pst_standards.rules.premises import Premise
from pst_standards.rules.stated import states_address
from pst_standards.rules.wordings import says, words_of

_NOTICE: Final = 30
"""Calendar days; the act says hari kalender here and nowhere else."""
_ON_SIGN: Final = (
    (Medium.PHONE,),
    (Medium.SMS, Medium.WHATSAPP),
    (Medium.WEB, Medium.LAPOR),
    (Medium.EMAIL,),
    (Medium.BOX,),
)
_OUT_OF_ORDER: Final = frozenset({Condition.HEAVY_DAMAGE, Condition.UNDER_REPAIR})


class _Work(NamedTuple):
    """A facility with its repair and the pointer of the repair."""

    premise: Premise
    repair: Repair
    pointer: Pointer

    @property
    def about(self) -> dict[str, Param]:
        return {"facility": self.premise.facility.id}


def _works(context: Context) -> Iterator[_Work]:
    """Yield the repairs that are announced or have to be, until they are done."""
    for one in context.premises:
        repair = one.facility.repair
        if repair is None or _is_done(one.facility, repair, context):
            continue
        if repair.announced_on is not None or _has_to_be_announced(repair, context):
            yield _Work(one, repair, (*one.pointer, "repair"))


def _is_done(facility: Facility, repair: Repair, context: Context) -> bool:
    past = repair.ends_on is not None and repair.ends_on < context.as_of
    return past and facility.condition is Condition.GOOD


def _has_to_be_announced(repair: Repair, context: Context) -> bool:
    """Tell whether no day of notice is left; a repair without dates may begin any day."""
    return repair.starts_on is None or (repair.starts_on - context.as_of).days < _NOTICE


def _has_repairs(context: Context) -> bool:
    return any(True for _ in _works(context))


def _is_repaired(context: Context) -> bool:
    """Tell whether something is, or is said to be, under repair."""
    under = Condition.UNDER_REPAIR
    return any(one.facility.condition is under for one in context.premises) or _has_repairs(context)


def _notice_not_given(context: Context) -> Iterator[Hit]:
    for one in context.premises:
        if one.facility.repair is None and one.facility.condition is Condition.UNDER_REPAIR:
            yield Hit((*one.pointer, "condition"), {"facility": one.facility.id}, "none")
    for work in _works(context):
        # The elucidation of ayat (4) lets nobody answer for what nobody could foresee.
        if not names_force_majeure(words_of(work.repair.activity, work.premise.words)):
            yield from _dates(work, context)


def _dates(work: _Work, context: Context) -> Iterator[Hit]:
    announced, starts, ends = (
        work.repair.announced_on,
        work.repair.starts_on,
        work.repair.ends_on,
    )
    if ends is None:
        yield Hit(work.pointer, work.about, "end")
    elif starts is not None and ends < starts:
        params = {**work.about, "from": starts.isoformat(), "to": ends.isoformat()}
        yield Hit((*work.pointer, "ends_on"), params, "order")
    if starts is None:
        return
    if (starts - (announced or context.as_of)).days < _NOTICE:
        params = {**work.about, "from": starts.isoformat(), "limit": _NOTICE}
        if announced is None:
            yield Hit(work.pointer, params, "unannounced")
        else:
            noticed = {**params, "on": announced.isoformat()}
            yield Hit((*work.pointer, "announced_on"), noticed)


def _sign_not_complete(context: Context) -> Iterator[Hit]:
    for work in _works(context):
        missing = tuple(name for name, stated in _sign(work.repair).items() if not stated)
        if missing:
            yield Hit(work.pointer, {**work.about, "missing": missing})
        if work.repair.channels:
            yield from _channels_not_on_sign(work, context)


def _sign(repair: Repair) -> dict[str, bool]:
    officer = repair.responsible
    address = officer.address if officer else None
    return {
        "activity": says(repair.activity),
        "responsible": officer is not None and says(officer.name),
        "address": states_address(address),
        "starts_on": repair.starts_on is not None,
        "channels": bool(repair.channels),
    }


def _channels_not_on_sign(work: _Work, context: Context) -> Iterator[Hit]:
    known = [context.channels.get(name) for name in work.repair.channels]
    media = {one.medium for one in known if one is not None}
    if None in known or None in media:
        return
    missing = tuple(one[0].value for one in _ON_SIGN if media.isdisjoint(one))
    if missing:
        yield Hit((*work.pointer, "channels"), {**work.about, "media": missing}, "channels")


def _service_stops(context: Context) -> Iterator[Hit]:
    listed = {name for node, _, _ in context.each("facilities") for name in node.items}
    for work in _works(context):
        said = words_of(work.repair.activity, work.repair.substitute)
        if stops(said):
            yield Hit(work.pointer, work.about, "stops")
        elif not _has_substitute(work.repair) and not goes_on(said):
            front = FacilityKind.FRONT_OFFICE in work.premise.kinds
            needed = front or work.premise.facility.id in listed
            yield Hit(work.pointer, work.about, "needed" if needed else "other")


def _has_substitute(repair: Repair | None) -> bool:
    substitute = repair.substitute if repair else None
    return says(substitute) and not denies(words_of(substitute))


def _no_trigger(context: Context) -> Iterator[Hit]:
    for one in _out_of_order(context):
        for placed in context.standards:
            listed = placed.standard.facilities
            if listed is None or one.facility.id not in listed.items:
                continue
            if not _is_compensated(context, placed.standard.service):
                params = {"facility": one.facility.id, "standard": placed.standard.id}
                yield Hit((*one.pointer, "condition"), params)


def _out_of_order(context: Context) -> Iterator[Premise]:
    for one in context.premises:
        broken = one.facility.condition in _OUT_OF_ORDER
        if broken and not _has_substitute(one.facility.repair):
            yield one


def _is_compensated(context: Context, service: str | None) -> bool:
    policy = context.definition.compensation
    return any(
        promise.trigger is Trigger.FACILITY_OUT_OF_ORDER
        and (not promise.services or service in promise.services)
        for promise in (policy.rules if policy else ())
    )


CHECKS: Final = (
    Check(id="FAC-008", find=_notice_not_given, applies=_is_repaired),
    Check(id="FAC-009", find=_sign_not_complete, applies=_has_repairs),
    Check(id="FAC-010", find=_service_stops, applies=_has_repairs),
    Check(
        id="FAC-017",
        find=_no_trigger,
        applies=lambda context: any(True for _ in _out_of_order(context)),
    ),
)
