"""From score to action: the skeleton of a plan, how far the last one has come, and its levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from pst_standards.surveys.figures import told
from pst_standards.surveys.instrument_files import data
from pst_standards.surveys.priorities import FEWEST, component_terms, pressing, priorities
from pst_standards.surveys.reporting import Completion, FollowedUp, FollowUp, ServiceLevel
from pst_standards.surveys.terms import Term

if TYPE_CHECKING:
    import datetime as dt

    from pst_standards.surveys.reporting import Particulars
    from pst_standards.surveys.scoring import Score

_MEDIA: Final = 7
_SHARE: Final = 8
_SPEED: Final = 9
_ABOVE: Final = "above "


def plan_of(score: Score, *, most: int = FEWEST) -> tuple[FollowUp, ...]:
    """Return the skeleton of a follow-up plan: elements and components; the rest is for people.

    Where importance was asked it begins with what matters more and satisfies less, otherwise, or if
    there is no such element, with the lowest means. Programme, time and person in charge stay
    empty: nothing about them follows from answers.
    """
    return tuple(
        FollowUp(element=one.element.key, component=component_terms(one.components))
        for one in pressing(score) or priorities(score, most=most)
    )


def completed(plan: Sequence[FollowedUp]) -> Fraction | None:
    """Return which part of a plan was carried out; ``None`` when there was none.

    >>> done = FollowedUp(programme=Term("Kotak saran"), completion=Completion.DONE)
    >>> under_way = FollowedUp(programme=Term("Loket"), completion=Completion.UNDER_WAY)
    >>> completed([done, under_way])
    Fraction(1, 2)
    """
    if not plan:
        return None
    return Fraction(sum(one.completion is Completion.DONE for one in plan), len(plan))


def months_taken(told: Particulars) -> int | None:
    """Return how many months a plan took from its results to its last measure, begun ones whole.

    ``None`` while something of it is open, and where a day is not told.

    >>> import datetime as dt
    >>> from pst_standards.surveys.reporting import Particulars
    >>> box = FollowedUp(
    ...     programme=Term("Kotak saran"),
    ...     completion=Completion.DONE,
    ...     completed_on=dt.date(2025, 3, 18),
    ... )
    >>> months_taken(Particulars(previous_results_on=dt.date(2025, 1, 17), previous_plan=(box,)))
    3
    """
    days = [one.completed_on for one in told.previous_plan]
    known = [day for day in days if day is not None]
    if told.previous_results_on is None or not known or len(known) < len(days):
        return None
    return months_between(told.previous_results_on, max(known))


def months_between(start: dt.date, end: dt.date) -> int:
    """Return the months from one day to a later one, a begun one counted whole.

    >>> import datetime as dt
    >>> months_between(dt.date(2025, 1, 31), dt.date(2025, 2, 28))
    1
    """
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole + (end.day > start.day)


def service_levels(
    *,
    media: int | None = None,
    plan: Sequence[FollowedUp] = (),
    months: int | None = None,
) -> tuple[ServiceLevel, ...]:
    """Return the levels (0 to 5) of the evaluation PEKPPP that concern a survey.

    ``media`` is in how many media the results were published, ``plan`` what became of the previous
    follow-up plan, ``months`` after how many months it was carried out. What is not known has no
    level, and neither has the carrying out of the survey, whose levels are not known to the full.

    >>> done = FollowedUp(programme=Term("Kotak saran"), completion=Completion.DONE)
    >>> [(one.indicator, one.level) for one in service_levels(media=2, plan=[done], months=6)]
    [(6, None), (7, 2), (8, 5), (9, 3)]
    """
    from pst_standards.findings import Confidence

    share = completed(plan)
    found: dict[int, Fraction | None] = {
        _MEDIA: None if media is None else Fraction(media),
        _SHARE: None if share is None else 100 * share,
        _SPEED: None if months is None else Fraction(months),
    }
    whole = data("pekppp")
    return tuple(
        ServiceLevel(
            indicator=one["number"],
            term=Term(one["id"], one["en"]),
            found=_written(found.get(one["number"])),
            level=_level(found.get(one["number"]), one),
            confidence=Confidence(whole["confidence"]),
        )
        for one in whole["indicator"]
    )


def _written(value: Fraction | None) -> Term:
    if value is None:
        return Term("")
    return told(value, 0 if value.denominator == 1 else 1)


def _level(value: Fraction | None, indicator: dict[str, Any]) -> int | None:
    if value is None:
        return None
    if "most" in indicator:
        quick: int = sum(value <= bound for bound in indicator["most"])
        return quick
    reached: int = sum(_reached(value, indicator["least"]))
    return reached


def _reached(value: Fraction, bounds: Iterable[int | str]) -> Iterator[bool]:
    for bound in bounds:
        limit = Fraction(str(bound).removeprefix(_ABOVE))
        yield value > limit if str(bound).startswith(_ABOVE) else value >= limit
