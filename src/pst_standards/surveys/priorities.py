"""Which elements to begin with, and which components of the service standard they speak of."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby
from typing import Any, Final

from pst_standards.surveys.elements import Element
from pst_standards.surveys.figures import exact, shown
from pst_standards.surveys.instrument_files import data
from pst_standards.surveys.records import Record
from pst_standards.surveys.scoring import ElementScore, Score
from pst_standards.surveys.terms import Term

FEWEST: Final = 3
"""How many elements a plan begins with unless it is told otherwise."""
TOO_FEW_TO_RANK: Final = 10
"""Of fewer respondents elements are not put into an order."""


class Priority(Record, kw_only=True):
    """An element to begin with, its mean, and the keys of the components to look at."""

    element: Element
    mean: Fraction
    components: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the element as plain data."""
        return {
            "element": self.element.key,
            "term": self.element.term.to_dict(),
            "mean": shown(self.mean, 3),
            "mean_exact": exact(self.mean),
            "components": list(self.components),
        }


def components_of(element: str) -> tuple[str, ...]:
    """Return the components of a service standard that an element speaks of, the nearest first.

    Nothing comes back for an element that an office added itself.

    >>> components_of("conduct"), components_of("parking")
    (('competence', 'internal_supervision'), ())
    """
    return tuple(data("actions")["components"].get(element, ()))


def component_terms(components: Iterable[str]) -> Term:
    """Return components as words in both languages.

    >>> component_terms(components_of("time_limit")).id
    'Jangka waktu penyelesaian'
    """
    from attrs import fields_dict

    from pst_standards.model.standard import ServiceStandard

    known = fields_dict(ServiceStandard)
    words = [known[one].metadata for one in components]
    return Term(*("; ".join(word[lang] for word in words) for lang in ("id", "en")))


def priorities(score: Score, *, most: int = FEWEST) -> tuple[Priority, ...]:
    """Return the elements with the lowest means, the lowest first.

    Elements that are level come together or not at all, so that ties make the list shorter; the
    lowest always come unless they are more than half of all. Nothing comes back where too few
    answered to put elements into an order.

    >>> from pst_standards.surveys import Tally, instrument, score
    >>> skm = instrument("skm-2017")
    >>> answers = {key: (0, 0, 9, 9) for key in skm.keys} | {"fee": (0, 9, 9, 0)}
    >>> [one.element.key for one in priorities(score(Tally.from_frequencies(skm, answers)), most=1)]
    ['fee']
    """
    if score.tally.respondents < TOO_FEW_TO_RANK:
        return ()
    return tuple(_priority(one) for one in ends(score.elements, most=most))


def pressing(score: Score) -> tuple[Priority, ...]:
    """Return the elements that matter more than others and satisfy less (quadrant A of the IPA).

    The lowest come first. Nothing comes back where importance was not asked, or too few answered.
    """
    asked = score.means.keys() & score.importance.keys()
    if not asked or score.tally.respondents < TOO_FEW_TO_RANK:
        return ()
    from pst_standards.surveys.statistics.quadrants import Quadrant, quadrants_of

    scale = score.instrument.scale
    found = quadrants_of(score.means, score.importance, scale=(scale.low, scale.high))
    first = found.within(Quadrant.FIRST_PRIORITY)
    return tuple(_priority(one) for one in sorted(score.elements, key=_mean) if one.key in first)


def ends(
    elements: Iterable[ElementScore], *, most: int, lowest: bool = True
) -> tuple[ElementScore, ...]:
    """Return the lowest or the highest of some elements, the outermost first.

    Those that are level come together or not at all. Of a few elements no more than a third come,
    and none where more than half of them are level with the outermost.
    """
    sign = 1 if lowest else -1
    ordered = sorted(
        (one for one in elements if one.mean is not None and not one.dropped),
        key=lambda one: sign * _mean(one),
    )
    most = max(min(most, len(ordered) // 3), 1)
    found: list[ElementScore] = []
    for _, level in groupby(ordered, key=_mean):
        together = list(level)
        fits = len(found) + len(together) <= most
        if not fits and (found or 2 * len(together) > len(ordered)):
            break
        found += together
        if len(found) >= most:
            break
    return tuple(found)


def _priority(one: ElementScore) -> Priority:
    return Priority(element=one.element, mean=_mean(one), components=components_of(one.key))


def _mean(one: ElementScore) -> Fraction:
    return one.mean or Fraction()
