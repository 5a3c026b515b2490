"""LIFE-019: the yearly assessment of performance, by the guide to surveys of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import Final

from pst_standards.law import Regulation
from pst_standards.model.definition import Stage
from pst_standards.model.survey import SurveyPlan
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.survey_words import basis_in, names_instrument, says_yearly
from pst_standards.rules.months import months_after
from pst_standards.rules.wordings import says, words_of

GUIDES: Final = "satisfaction-survey"
"""Subject under which the register keeps the guides to surveys, which replaced each other."""
_YEAR: Final = 12
_PLAN: Final = ("survey",)
_YEARLY: Final = ("UU 25/2009 Pasal 38 ayat (1)", "penjelasan UU 25/2009 Pasal 38 ayat (1)")
_INDICATORS: Final = ("UU 25/2009 Pasal 38 ayat (2)",)


def guides_on(on: date, context: Context) -> tuple[Regulation, ...]:
    """Return the guide to surveys that held on a day; both in a year of which no day is known.

    Each guide replaced the one before: the last that had surely begun, and what may have begun.
    """
    begun: list[tuple[date, Regulation]] = []
    perhaps: list[Regulation] = []
    for guide in context.law.about(GUIDES):
        begins = guide.in_force_from
        if guide.in_force(on) is False:
            continue
        if begins is None or begins.is_after(on) is None:
            perhaps.append(guide)
        else:
            begun.append((begins.earliest(), guide))
    last = sorted(begun, key=itemgetter(0))[-1:]
    return (*(guide for _, guide in last), *perhaps)


def _is_later(guide: Regulation, on: date) -> bool:
    return guide.in_force_from is not None and guide.in_force_from.is_after(on) is True


def _is_due(context: Context) -> bool:
    """Tell whether there is a plan to look at, or a standard in use that needs one."""
    return context.definition.survey is not None or context.stage is Stage.ADOPTED


def _not_assessed_yearly(context: Context) -> Iterator[Hit]:
    guides = guides_on(context.as_of, context)
    names = tuple(str(guide.key) for guide in guides)
    for hit in _faults(context, guides):
        params = {**hit.params, "guides": names or ("-",)}
        norm = _INDICATORS if hit.variant == "indicators" else _YEARLY
        yield hit._replace(params=params, citations=(*norm, *names))


def _faults(context: Context, guides: tuple[Regulation, ...]) -> Iterator[Hit]:
    plan = context.definition.survey
    if plan is not None:
        yield from _how_often(plan, context.as_of)
        yield from _by_what(plan, context)
        yield from _on_another_guide(plan, guides, context)
    else:
        yield Hit(variant="none")


def _how_often(plan: SurveyPlan, on: date) -> Iterator[Hit]:
    done = [day for day in plan.conducted_on if day <= on]
    months = plan.period_months or 0
    if months > _YEAR:
        yield Hit((*_PLAN, "period_months"), {"months": months}, "period")
    elif months == 0 and not done and not says_yearly(_words(plan)):
        yield Hit(_PLAN, variant="no_period")
    if done and months_after(max(done), _YEAR) < on:
        last, due = max(done), months_after(max(done), _YEAR)
        params = {"last": last.isoformat(), "due": due.isoformat()}
        yield Hit((*_PLAN, "conducted_on"), params, "overdue")


def _words(plan: SurveyPlan) -> str:
    return words_of(plan.text, plan.method)


def _by_what(plan: SurveyPlan, context: Context) -> Iterator[Hit]:
    stated = plan.instrument is not None or plan.carried_by is not None
    listed = any(says(one.text) for one in plan.indicators)
    if stated or listed or _cited(plan, context):
        return
    if not names_instrument(words_of(plan.text, plan.method, plan.basis)):
        yield Hit(_PLAN, variant="indicators")


def _cited(plan: SurveyPlan, context: Context) -> tuple[Regulation, ...]:
    """Return the guides to surveys that a plan says it rests on."""
    found = map(context.law.get, sorted(basis_in(words_of(plan.basis))))
    return tuple(one for one in found if one is not None and GUIDES in one.subjects)


def _on_another_guide(
    plan: SurveyPlan, guides: tuple[Regulation, ...], context: Context
) -> Iterator[Hit]:
    """Find a basis that names only guides that did not hold on the day."""
    cited = _cited(plan, context)
    if not guides or any(one in guides for one in cited):
        return
    for one in cited:
        variant = "not_yet" if _is_later(one, context.as_of) else "ended"
        params = {"regulation": str(one.key), "on": context.as_of.isoformat()}
        yield Hit((*_PLAN, "basis"), params, variant)


CHECKS: Final = (Check(id="LIFE-019", find=_not_assessed_yearly, applies=_is_due),)
