"""EXE-006, 008 and 010: executors are made known, evaluated, and at their posts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pst_standards.model.base import own_names
from pst_standards.model.complaints import Medium
from pst_standards.model.office import Office
from pst_standards.model.publication import InformationPart
from pst_standards.model.staff import ExecutorProfile, StaffGroup
from pst_standards.rules.anniversaries import is_over
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has, has_component
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.plain import denies
from pst_standards.rules.stated import states_address
from pst_standards.rules.wordings import says, words_of

_LONGEST_PERIOD: Final = 24
"""Months; the elucidation of Pasal 10 ayat (1) knows 3, 6, 12 and 24."""


def _profile(context: Context) -> ExecutorProfile | None:
    return context.staff.profile


def _shown_in(context: Context) -> list[int]:
    """Return the places of the publications that say they hold the profile."""
    part = InformationPart.EXECUTOR_PROFILE
    shown = enumerate(context.definition.publications)
    return [place for place, one in shown if part in one.parts]


def _profile_not_complete(context: Context) -> Iterator[Hit]:
    profile = _profile(context)
    if profile is None:
        yield Hit(("publications", _shown_in(context)[0]), variant="unseen")
        return
    elsewhere = _known_elsewhere(context)
    missing = tuple(
        name
        for name in own_names(ExecutorProfile)
        if not says(getattr(profile, name)) and not elsewhere.get(name)
    )
    if missing:
        yield Hit(("staff", "profile"), {"missing": missing}, "fields")


def _known_elsewhere(context: Context) -> dict[str, bool]:
    """Return which facts the definition states in another place: nobody writes them twice."""
    office = context.definition.office or Office()
    complaints = context.definition.complaints
    officer = complaints.responsible if complaints else None
    addresses = (office.address, officer.address if officer else None)
    media = {channel.medium for channel in context.channels.values()}
    return {
        "executors": bool(context.staff.groups),
        "complaint_address": any(map(states_address, addresses)),
        "phone": says(office.phone) or Medium.PHONE in media,
        "email": says(office.email) or Medium.EMAIL in media,
    }


def _not_evaluated(context: Context) -> Iterator[Hit]:
    period = _period(context)
    held = [on for on in context.staff.evaluated_on if on <= context.as_of]
    if held:
        last = max(held)
        if is_over(last, period, context.as_of):
            pointer = ("staff", "evaluated_on")
            yield Hit(pointer, {"on": last.isoformat(), "limit": period}, "old")
        return
    adopted = list(_adopted(context))
    if not adopted or is_over(min(adopted), period, context.as_of):
        yield Hit(("staff",), {"limit": period}, "none")


def _period(context: Context) -> int:
    """Return the months within which the standards ask for an evaluation, 24 at most."""
    stated = [node.period_months for node, _, _ in context.each("performance_evaluation")]
    lawful = [months for months in stated if months and months <= _LONGEST_PERIOD]
    return max(lawful, default=_LONGEST_PERIOD)


def _adopted(context: Context) -> Iterator[date]:
    """Yield the days from which standards have held, as far as they are known."""
    for placed in context.standards:
        decree, cycle = placed.standard.decree, placed.standard.life_cycle
        days = (
            decree.date if decree else None,
            *((cycle.adopted_on, cycle.in_force_from) if cycle else ()),
        )
        yield from (on for on in days if on is not None)


def _posts_not_covered(context: Context) -> Iterator[Hit]:
    for node, pointer, placed in context.each("staffing"):
        if node.posts is not None and node.count is not None and node.posts > node.count:
            params = {"standard": placed.standard.id, "posts": node.posts, "count": node.count}
            yield Hit((*pointer, "posts"), params, "posts")
    groups = context.staff.groups
    for place, group in enumerate(groups):
        if group.count == 1:
            yield from _lone(group, place, groups)


def _lone(group: StaffGroup, place: int, groups: tuple[StaffGroup, ...]) -> Iterator[Hit]:
    """Yield what is wrong with a group of one: nobody stands in when that one is away."""
    params = {"group": group.id}
    if says(group.cover):
        if denies(words_of(group.cover)):
            yield Hit(("staff", "groups", place, "cover"), params, "uncovered")
    elif not any(_stands_in(other, group) for other in groups):
        yield Hit(("staff", "groups", place), params, "alone")


def _stands_in(other: StaffGroup, group: StaffGroup) -> bool:
    shared = not set(other.services).isdisjoint(group.services)
    return other is not group and other.count != 0 and shared


_has_staff: Final = has("staff")
_has_staffing: Final = has_component("staffing")

CHECKS: Final = (
    Check(
        id="EXE-006",
        find=_profile_not_complete,
        applies=lambda context: _profile(context) is not None or bool(_shown_in(context)),
    ),
    Check(id="EXE-008", find=_not_evaluated, applies=_has_staff),
    Check(
        id="EXE-010",
        find=_posts_not_covered,
        applies=lambda context: _has_staff(context) or _has_staffing(context),
    ),
)
