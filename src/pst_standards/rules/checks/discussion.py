"""LIFE-001 to LIFE-006, 013, 020, 021, 025: the draft, its discussion, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.definition import Stage
from pst_standards.model.standard import Ability, LifeCycle, Minutes
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_standards
from pst_standards.rules.context import Context, Hit, Placed
from pst_standards.rules.detectors.participants import elements_in
from pst_standards.rules.lives import (
    LAW_FROM,
    PROCESS_FROM,
    discussed_on,
    has_minutes,
    lives,
    made_since,
    tells_of_life,
    was_discussed,
)
from pst_standards.rules.wordings import says, words_of

_ENOUGH: Final = 2
_REMEMBERED: Final = 1024


def _draft_not_before_discussion(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(PROCESS_FROM, context):
        discussed = discussed_on(life)
        if life.drafted_on is None and was_discussed(life):
            yield Hit(pointer, variant="undated")
        elif life.drafted_on and discussed and life.drafted_on > discussed:
            params = {"drafted": life.drafted_on.isoformat(), "discussed": discussed.isoformat()}
            yield Hit((*pointer, "drafted_on"), params, "later")


def _not_discussed(context: Context) -> Iterator[Hit]:
    for placed in made_since(LAW_FROM, context):
        life = placed.standard.life_cycle
        if life is None:
            yield Hit(placed.pointer, _named(placed), "none")
        elif not was_discussed(life):
            yield Hit((*placed.pointer, "life_cycle"), _named(placed))


def _named(placed: Placed) -> dict[str, str]:
    return {"standard": placed.standard.id}


def _public_not_represented(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(LAW_FROM, context):
        if not was_discussed(life):
            continue
        signed = life.minutes.signed_for_public if life.minutes else ()
        named = _elements_of((*life.participants, *signed))
        at = (*pointer, "participants") if life.participants else pointer
        if named is None:
            yield Hit(at, variant="none")
        elif not named:
            yield Hit(at, variant="unknown")
        elif named < _ENOUGH:
            yield Hit(at, {"elements": named}, "few")


def _count_elements(texts: tuple[Text, ...]) -> int | None:
    """Count the elements of the public among those present, ``None`` when nobody is named."""
    present = [text for text in texts if says(text)]
    return len(elements_in(words_of(*present))) if present else None


# Standards that were discussed together repeat their list of participants.
_elements_of = lru_cache(maxsize=_REMEMBERED)(_count_elements)


def _no_signed_minutes(context: Context) -> Iterator[Hit]:
    for placed in made_since(PROCESS_FROM, context):
        life = placed.standard.life_cycle
        if life is None:
            yield Hit(placed.pointer, _named(placed), "none")
        elif not has_minutes(life):
            yield Hit((*placed.pointer, "life_cycle"), _named(placed))
        elif not _is_signed(life):
            yield Hit((*placed.pointer, "life_cycle", "minutes"), _named(placed), "unsigned")


def _is_signed(life: LifeCycle) -> bool:
    minutes = life.minutes or Minutes()
    signers = (minutes.signed_for_provider, *minutes.signed_for_public)
    return life.minutes_signed_on is not None or any(map(says, signers))


def _no_attendance_list(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(PROCESS_FROM, context):
        if has_minutes(life) and not says((life.minutes or Minutes()).attendance_list):
            yield Hit(_minutes_at(life, pointer))


def _minutes_at(life: LifeCycle, pointer: Pointer) -> Pointer:
    return (*pointer, "minutes") if life.minutes else (*pointer, "minutes_signed_on")


def _minutes_lack_parts(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(PROCESS_FROM, context):
        missing = tuple(_parts_missing(life, life.minutes)) if life.minutes else ()
        if missing:
            yield Hit((*pointer, "minutes"), {"missing": missing})


def _parts_missing(life: LifeCycle, minutes: Minutes) -> Iterator[str]:
    stated = {
        "minutes_signed_on": life.minutes_signed_on is not None,
        "place": says(minutes.place),
        "points": any(map(says, minutes.points)),
        "signed_for_provider": says(minutes.signed_for_provider),
        "signed_for_public": any(map(says, minutes.signed_for_public)),
    }
    return (name for name, there in stated.items() if not there)


def _comment_without_disposition(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(PROCESS_FROM, context):
        if not _window_is_closed(life, context):
            continue
        for place, comment in enumerate(life.comments):
            if comment.disposition is None:
                yield Hit((*pointer, "comments", place), {"comment": comment.id})


def _window_is_closed(life: LifeCycle, context: Context) -> bool:
    """Tell whether the comments had to be answered by now; while they may come in, they wait."""
    until = life.comments_until
    over = until is not None and until < context.as_of
    return context.stage is Stage.ADOPTED or life.revised_on is not None or over


def _no_route_to_ombudsman(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(PROCESS_FROM, context):
        if _was_commented(life) and not says(life.ombudsman_route):
            yield Hit(pointer)


def _was_commented(life: LifeCycle) -> bool:
    return bool(life.comments or life.comments_until or life.draft_published_on)


def _ability_not_recorded(context: Context) -> Iterator[Hit]:
    for placed, life, pointer in lives(LAW_FROM, context):
        at = (*pointer, "ability") if life.ability else pointer
        for name in _ability_missing(placed, life.ability or Ability(), context):
            yield Hit(at, variant=name)


def _ability_missing(placed: Placed, ability: Ability, context: Context) -> Iterator[str]:
    """Name what is recorded neither as ability nor where the definition has a place for it."""
    office = context.definition.office
    staffing, facilities = placed.standard.staffing, placed.standard.facilities
    recorded = {
        "funding": says(ability.funding) or (office is not None and says(office.budget)),
        "executors": says(ability.executors) or bool(staffing and staffing.count),
        "facilities": says(ability.facilities) or bool(facilities and facilities.items),
    }
    return (name for name, there in recorded.items() if not there)


def _team_not_named(context: Context) -> Iterator[Hit]:
    for _, life, pointer in lives(PROCESS_FROM, context):
        if not any(map(says, life.team)):
            yield Hit(pointer)


def _has_minutes(context: Context) -> bool:
    lived = (one.life_cycle for one in context.definition.standards)
    return any(has_minutes(life) for life in lived if life)


def _has_comments(context: Context) -> bool:
    lived = (one.life_cycle for one in context.definition.standards)
    return any(life.comments for life in lived if life)


CHECKS: Final = (
    Check(id="LIFE-001", find=_draft_not_before_discussion, applies=tells_of_life),
    Check(id="LIFE-002", find=_not_discussed, applies=has_standards),
    Check(id="LIFE-003", find=_public_not_represented, applies=tells_of_life),
    Check(id="LIFE-004", find=_no_signed_minutes, applies=has_standards),
    Check(id="LIFE-005", find=_no_attendance_list, applies=_has_minutes),
    Check(id="LIFE-006", find=_minutes_lack_parts, applies=_has_minutes),
    Check(id="LIFE-013", find=_comment_without_disposition, applies=_has_comments),
    Check(id="LIFE-020", find=_no_route_to_ombudsman, applies=tells_of_life),
    Check(id="LIFE-021", find=_ability_not_recorded, applies=tells_of_life),
    Check(id="LIFE-025", find=_team_not_named, applies=tells_of_life),
)
