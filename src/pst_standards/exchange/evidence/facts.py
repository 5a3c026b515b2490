"""What a definition tells of what an instrument asks: each fact with its value and its places.

The judgements are those of the rules: a component is filled in where STD-002 takes it for that, and
a maklumat has the elements that the rules on it see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

from attrs import evolve, frozen

from pst_standards.exchange.evidence.instruments import UNREAD
from pst_standards.exchange.evidence.unconfirmed import places_of, unconfirmed, without
from pst_standards.findings import Pointer
from pst_standards.model.channel import Decree, Official
from pst_standards.model.component import Component
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.publication import PublicationKind, PublicationMedium
from pst_standards.model.standard import LifeCycle, ReviewScope, ServiceStandard
from pst_standards.model.survey import SurveyPlan
from pst_standards.rules.checks.components import states
from pst_standards.rules.checks.decrees import is_number
from pst_standards.rules.checks.maklumat import charters
from pst_standards.rules.checks.media import media_of, standard_media
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.participants import elements_in
from pst_standards.rules.engine import checks
from pst_standards.rules.lives import discussed_on, set_on, was_discussed
from pst_standards.rules.months import months_after
from pst_standards.rules.wordings import says, words_of
from pst_standards.surveys.action import months_between
from pst_standards.surveys.terms import Term

Groups: TypeAlias = Mapping[str, tuple[str, ...]]
"""Elements of the public as the rules tell them apart, by the groups that an instrument counts."""
_YEAR: Final = 12


class Wanted(NamedTuple):
    """What would tell a fact: the key of its sentence, and of which measure of a plan it is."""

    key: str
    programme: Term = Term("")


@frozen(kw_only=True)
class Fact:
    """A fact: its name, its value (a truth is 0 or 1), and where in the definition it stands.

    ``value`` is ``None`` where nobody tells it; it is then no less than ``least``, and ``wanted``
    names what would tell it. ``unconfirmed`` are the places of values that nobody in the office
    confirmed and without which the fact would be another one.
    """

    name: str
    value: int | Fraction | None
    pointers: tuple[Pointer, ...] = ()
    least: int | None = None
    wanted: tuple[Wanted, ...] = ()
    unconfirmed: tuple[Pointer, ...] = ()


def facts(context: Context, groups: Groups) -> Mapping[str, Fact]:
    """Return every fact that a definition tells on the day of ``context``.

    What is asked of a standard has to hold of each, so that a number is that of the weakest. A fact
    that rests on values which nobody confirmed stays, and says so.
    """
    found = _told(context, groups)
    doubtful = unconfirmed(context.definition)
    if not doubtful:
        return found
    settled = evolve(context, definition=without(context.definition, doubtful))
    sure = _told(settled, groups)
    changed = {
        name: evolve(fact, unconfirmed=places_of(name, doubtful))
        for name, fact in found.items()
        if sure[name].value != fact.value
    }
    if "components" in changed:
        changed["components"] = _of_lost_components(changed["components"], settled)
    return {**found, **changed}


def _of_lost_components(fact: Fact, settled: Context) -> Fact:
    """Return a fact with the places only in components that nothing is left of."""
    standards = [placed.standard for placed in settled.standards]
    lost = frozenset().union(*map(missing_components, standards))
    places = tuple(one for one in fact.unconfirmed if one[2] in lost)
    return evolve(fact, unconfirmed=places or fact.unconfirmed)


def _told(context: Context, groups: Groups) -> dict[str, Fact]:
    found = {
        name: _fact(name, _whole(tell(context)), (at,) if at else ())
        for name, (tell, at) in _FACTS.items()
    }
    took_part = _least(context, lambda one: _groups(one, groups, context.as_of))
    return {**found, "groups": Fact(name="groups", value=took_part, pointers=(_STANDARDS,))}


def _fact(name: str, value: int | None, pointers: tuple[Pointer, ...]) -> Fact:
    wanted = (Wanted(_TOLD_BY[name]),) if value is None and name in _TOLD_BY else ()
    return Fact(name=name, value=value, pointers=pointers, wanted=wanted)


def hits(rule: str, context: Context) -> tuple[Hit, ...]:
    """Return what a rule of the catalogue finds, whether or not the office accepts it."""
    check = checks()[rule]
    if check.applies is not None and not check.applies(context):
        return ()
    return tuple(check.find(context))


def missing_components(standard: ServiceStandard) -> frozenset[str]:
    """Return the components that a standard lacks, or in which it says nothing.

    >>> len(missing_components(ServiceStandard(id="library")))
    14
    """
    return frozenset(part.value for part, node in standard.components() if not states(node))


def _whole(value: int | None) -> int | None:
    return None if value is None else int(value)


# -- standards -----------------------------------------------------------------------------------


def _standards(context: Context) -> int:
    return len(context.standards)


def _components(context: Context) -> int:
    return _least(context, lambda one: len(Component) - len(missing_components(one)))


def _least(context: Context, count: Callable[[ServiceStandard], int]) -> int:
    return min((count(placed.standard) for placed in context.standards), default=0)


def _of_each(holds: Callable[[ServiceStandard, date], bool]) -> Callable[[Context], int]:
    """Return the fact that something holds of every standard, and that there is one."""
    return lambda context: _least(context, lambda one: holds(one, context.as_of))


def _life(standard: ServiceStandard) -> LifeCycle:
    return standard.life_cycle or LifeCycle()


def _is_decreed(standard: ServiceStandard, on: date) -> bool:
    day, decree = set_on(standard), standard.decree
    if day is not None:
        return day <= on
    return decree is not None and is_number(decree.number)


def _is_discussed(standard: ServiceStandard, on: date) -> bool:
    life = _life(standard)
    day = discussed_on(life)
    return was_discussed(life) and (day is None or day <= on)


def _commented(context: Context) -> bool:
    return any(_life(placed.standard).comments for placed in context.standards)


def _is_evaluated(standard: ServiceStandard, on: date) -> bool:
    life = _life(standard)
    return any(day <= on for day in (*life.evaluated_on, *life.reviewed_on))


def _is_reviewed(standard: ServiceStandard, on: date) -> bool:
    return _last_review(standard, on) is not None


def _last_review(standard: ServiceStandard, on: date) -> date | None:
    """Return the last review; of one that led to a new standard, the day it came into use."""
    life = _life(standard)
    done = [day for day in life.reviewed_on if day <= on]
    begun = [day for day in (set_on(standard), life.in_force_from) if day and day <= on]
    return max(*done, *begun) if done and begun else max(done, default=None)


def _groups(standard: ServiceStandard, groups: Groups, on: date) -> int:
    if not _is_discussed(standard, on):
        return 0
    named = elements_in(words_of(*(one for one in _life(standard).participants if says(one))))
    return sum(not named.isdisjoint(names) for names in groups.values())


def _reviews(context: Context) -> list[date | None]:
    return [_last_review(placed.standard, context.as_of) for placed in context.standards]


def _reviewed_any(context: Context) -> bool:
    return any(_reviews(context))


def _review_months(context: Context) -> int | None:
    """Return how many months ago the standard that waits longest was reviewed, begun ones whole."""
    last = _reviews(context)
    days = [day for day in last if day is not None]
    if not days or len(days) < len(last):
        return None
    return months_between(min(days), context.as_of)


def _review_months_any(context: Context) -> int | None:
    days = [day for day in _reviews(context) if day is not None]
    return months_between(max(days), context.as_of) if days else None


def _review_whole(context: Context) -> int | None:
    scopes = {_life(placed.standard).review_scope for placed in context.standards}
    if ReviewScope.PART in scopes:
        return 0
    return 1 if scopes == {ReviewScope.WHOLE} else None


# -- publication ---------------------------------------------------------------------------------


def _published(context: Context) -> bool:
    unseen = [hit for hit in hits("STD-005", context) if hit.variant == "none"]
    return len(unseen) < len(context.standards)


def _delivery_published(context: Context) -> bool:
    return bool(context.standards) and not hits("STD-005", context)


def _media(context: Context) -> int:
    return len(standard_media(context))


def _sippn(context: Context) -> bool:
    return PublicationMedium.SIPPN in standard_media(context)


# -- maklumat ------------------------------------------------------------------------------------


def _maklumat(context: Context) -> bool:
    return bool(context.wording)


def _maklumat_set(context: Context) -> bool:
    """Tell whether it is set by the day: by a decree, or by a signer and a date."""
    found = context.definition.maklumat or Maklumat()
    decree, signer = found.decree or Decree(), found.signer or Official()
    day = decree.date or found.date
    if day is not None and day > context.as_of:
        return False
    signed = says(signer.name) or says(signer.position)
    return decree.date is not None or is_number(decree.number) or (signed and day is not None)


def _maklumat_whole(context: Context) -> bool:
    found = context.pledged
    if found is None:
        return False
    return found.capability and found.improvement and (found.sanction or found.compensation)


def _maklumat_shown(electronic: bool) -> Callable[[Context], bool]:  # noqa: FBT001 - one of two media
    def shown(context: Context) -> bool:
        media = {medium.electronic for _, one in charters(context) for medium in media_of(one)}
        return electronic in media

    return shown


# -- survey --------------------------------------------------------------------------------------


def _survey_planned(context: Context) -> bool:
    return context.definition.survey is not None


def _survey_conducted(context: Context) -> int | None:
    """Tell whether there was a survey within a year before the day, as it is to be yearly."""
    plan, on = context.definition.survey, context.as_of
    if plan is None or not plan.conducted_on:
        return None
    return any(day <= on <= months_after(day, _YEAR) for day in plan.conducted_on)


def _survey_by_rule(context: Context) -> int | None:
    """Tell whether there was one and the rule on yearly surveys finds nothing."""
    conducted = _survey_conducted(context)
    return conducted and not hits("LIFE-019", context)


def _survey_media(context: Context) -> int:
    return len(set(_media_of_results(context)))


def _survey_shown(electronic: bool) -> Callable[[Context], bool]:  # noqa: FBT001 - one of two media
    return lambda context: electronic in {one.electronic for one in _media_of_results(context)}


def _media_of_results(context: Context) -> Iterator[PublicationMedium]:
    named = (context.definition.survey or SurveyPlan()).results
    for one in context.definition.publications:
        result = one.kind is PublicationKind.SURVEY_RESULT or one.id in named
        if result and one.reachable is not False:
            yield from media_of(one)


def _not_told(_: Context) -> None:
    return None


_STANDARDS: Final[Pointer] = ("standards",)
_PUBLICATIONS: Final[Pointer] = ("publications",)
_PLEDGE: Final[Pointer] = ("maklumat",)
_SURVEY: Final[Pointer] = ("survey",)
_FACTS: Final[Mapping[str, tuple[Callable[[Context], int | None], Pointer]]] = {
    "standards": (_standards, _STANDARDS),
    "components": (_components, _STANDARDS),
    "decreed": (_of_each(_is_decreed), _STANDARDS),
    "discussed": (_of_each(_is_discussed), _STANDARDS),
    "commented": (_commented, _STANDARDS),
    "evaluated": (_of_each(_is_evaluated), _STANDARDS),
    "reviewed": (_of_each(_is_reviewed), _STANDARDS),
    "reviewed_any": (_reviewed_any, _STANDARDS),
    "review_months": (_review_months, _STANDARDS),
    "review_months_any": (_review_months_any, _STANDARDS),
    "review_whole": (_review_whole, _STANDARDS),
    "published": (_published, _PUBLICATIONS),
    "delivery_published": (_delivery_published, _PUBLICATIONS),
    "media": (_media, _PUBLICATIONS),
    "sippn": (_sippn, _PUBLICATIONS),
    "maklumat": (_maklumat, _PLEDGE),
    "maklumat_set": (_maklumat_set, _PLEDGE),
    "maklumat_whole": (_maklumat_whole, _PLEDGE),
    "maklumat_print": (_maklumat_shown(electronic=False), _PUBLICATIONS),
    "maklumat_electronic": (_maklumat_shown(electronic=True), _PUBLICATIONS),
    "survey_planned": (_survey_planned, _SURVEY),
    "survey_conducted": (_survey_conducted, _SURVEY),
    "survey_by_rule": (_survey_by_rule, _SURVEY),
    "survey_media": (_survey_media, _PUBLICATIONS),
    "survey_print": (_survey_shown(electronic=False), _PUBLICATIONS),
    "survey_electronic": (_survey_shown(electronic=True), _PUBLICATIONS),
    # No key of a definition tells what became of a plan of action.
    "follow_up_share": (_not_told, ()),
    "follow_up_months": (_not_told, ()),
    "followed_up": (_not_told, ()),
    UNREAD: (_not_told, ()),
}
"""Each fact by its name: what tells it, and the part of the definition where it stands."""
_TOLD_BY: Final[Mapping[str, str]] = {
    "review_whole": "review-scope",
    "survey_conducted": "conducted-on",
    "survey_by_rule": "conducted-on",
    "follow_up_share": "details",
    "follow_up_months": "details",
    "followed_up": "details",
}
"""What would tell a fact that is not told, by the key of its sentence."""
