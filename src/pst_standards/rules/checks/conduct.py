"""EXE-005, 007, 009, 011 and 012: how executors behave, and what the office does about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.staff import CodeOfConduct, ConductPoint
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.conduct import conduct_in
from pst_standards.rules.detectors.plain import denies, spoken
from pst_standards.rules.detectors.staff_words import (
    names_badge,
    names_discipline,
    names_reward,
    names_uniform,
)
from pst_standards.rules.detectors.vulnerable_words import assists
from pst_standards.rules.stated import states_decree
from pst_standards.rules.wordings import says, words_of


def _conduct_not_covered(context: Context) -> Iterator[Hit]:
    code = context.staff.code_of_conduct
    if code is None:
        yield Hit(("staff",), variant="none")
        return
    covered = {*code.points, *conduct_in(words_of(code.text))}
    # A code of which only the decree is known may hold all of them.
    if not covered and code.decree is not None:
        return
    missing = tuple(point.value for point in ConductPoint if point not in covered)
    if missing:
        pointer = ("staff", "code_of_conduct")
        yield Hit(pointer, {"missing": missing, "count": len(missing)}, "some")


def _not_recognisable(context: Context) -> Iterator[Hit]:
    identity = context.staff.identity
    words = words_of(identity)
    uniform, badge = names_uniform(words), names_badge(words)
    if not says(identity) or denies(words) or not (uniform or badge):
        yield Hit(("staff", "identity") if identity else ("staff",), variant="none")
    elif not (uniform and badge):
        yield Hit(("staff", "identity"), variant="badge" if uniform else "uniform")


def _no_reward_or_discipline(context: Context) -> Iterator[Hit]:
    staff = context.staff
    code = staff.code_of_conduct or CodeOfConduct()
    words = words_of(code.text)
    parts = {
        "rewards": says(staff.rewards) or names_reward(words),
        "discipline": says(staff.discipline) or names_discipline(words),
    }
    missing = tuple(name for name, stated in parts.items() if not stated)
    if missing:
        yield Hit(("staff",), {"missing": missing})


def _added_without_consent(context: Context) -> Iterator[Hit]:
    for place, added in enumerate(context.staff.additions):
        if not states_decree(added.consent):
            yield Hit(("staff", "additions", place), {"added": added.id})


def _nobody_assists(context: Context) -> Iterator[Hit]:
    staff = context.staff
    offered = says(staff.assistance) and not denies(words_of(staff.assistance))
    if not offered and not any(map(assists, _where_assistance_is_named(context))):
        yield Hit(("staff", "assistance") if staff.assistance else ("staff",))


def _where_assistance_is_named(context: Context) -> Iterator[str]:
    staff = context.staff
    yield from (one.words for one in context.premises)
    yield from spoken(*(group.name for group in staff.groups))
    yield from spoken(*(item.text for item in staff.competences))
    yield from spoken(*(node.note for node, _, _ in context.each("facilities")))


CHECKS: Final = (
    Check(id="EXE-005", find=_conduct_not_covered, applies=has("staff")),
    Check(id="EXE-007", find=_not_recognisable, applies=has("staff")),
    Check(id="EXE-009", find=_no_reward_or_discipline, applies=has("staff")),
    Check(
        id="EXE-011",
        find=_added_without_consent,
        applies=lambda context: bool(context.staff.additions),
    ),
    Check(id="EXE-012", find=_nobody_assists, applies=has("staff")),
)
