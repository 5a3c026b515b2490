"""Everything that tells how far the figures of one survey can be trusted, in one result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from pst_standards.findings import Severity
from pst_standards.surveys.statistics.cautions import (
    NO_NAMES,
    TOO_FEW_TO_RANK,
    Caution,
    Names,
    counted_otherwise,
    may_rank,
    size_cautions,
)
from pst_standards.surveys.statistics.figures import shown
from pst_standards.surveys.statistics.joint import Joint
from pst_standards.surveys.statistics.margins import (
    Margin,
    MarginMethod,
    Stability,
    margin_of,
    stability,
)
from pst_standards.surveys.statistics.quantiles import CONFIDENCE
from pst_standards.surveys.statistics.reliability import Reliability, reliability_of
from pst_standards.surveys.statistics.straight import BothWays, both_ways


@frozen(kw_only=True)
class Told:
    """What is told of a survey beside its answers.

    ``population`` corrects the margin for the part that was asked; one smaller than the number of
    respondents can't be right and becomes a caution. ``needed`` is the sample size aimed at,
    ``declared`` the number of respondents that a report gives.
    """

    population: int | None = None
    needed: int | None = None
    declared: int | None = None


NOTHING_TOLD: Final = Told()


@frozen(kw_only=True)
class Quality:
    """How far the figures of a survey can be trusted.

    ``counted`` are the rows there were, ``empty`` those of them without any answer. ``answered``
    is how many answered each item, ``complete`` how many all of them, ``straight`` how many of
    these gave one answer to everything, by that answer; where any did, ``both_ways`` tells what the
    survey shows with and without them.
    """

    counted: int
    empty: int
    complete: int
    answered: Mapping[str, int]
    straight: Mapping[int, int]
    longest_runs: Mapping[int, int]
    reliability: Reliability
    margin: Margin | None
    letters: Stability | None
    both_ways: BothWays | None
    cautions: tuple[Caution, ...]

    @property
    def respondents(self) -> int:
        """How many gave at least one answer."""
        return self.counted - self.empty

    @property
    def share_complete(self) -> Fraction | None:
        """The part of the respondents that answered everything, ``None`` of nobody."""
        return Fraction(self.complete, self.respondents) if self.respondents else None

    @property
    def straight_liners(self) -> int:
        """How many gave the same answer to everything; they stay in all figures."""
        return sum(self.straight.values())

    def to_dict(self, names: Names = NO_NAMES) -> dict[str, Any]:
        """Return the quality as data; lists of items are in the order of the survey."""
        items = self.reliability.items
        return {
            "n": self.respondents,
            "complete": self.complete,
            "share_complete": shown(self.share_complete),
            "empty_respondents": self.empty,
            "answered": dict(self.answered),
            "policy": self.reliability.policy,
            "alpha": shown(self.reliability.alpha),
            "item_total": [shown(one.item_total) for one in items],
            "corrected_item_total": [shown(one.corrected) for one in items],
            "alpha_if_deleted": [shown(one.alpha_if_deleted) for one in items],
            "critical_correlation": shown(self.reliability.critical),
            "straight_liners": self.straight_liners,
            "straight_by_answer": {str(key): n for key, n in self.straight.items()},
            "both_ways": None if self.both_ways is None else self.both_ways.to_dict(),
            "longest_runs": {str(key): n for key, n in self.longest_runs.items()},
            "margin": None if self.margin is None else self.margin.to_dict(),
            "grade_stability": None if self.letters is None else self.letters.to_dict(),
            "warnings": [one.to_dict(names) for one in self.cautions],
        }


def quality_of(
    joint: Joint,
    *,
    told: Told = NOTHING_TOLD,
    method: MarginMethod = "z",
    confidence: float = CONFIDENCE,
    weights: Mapping[str, Fraction] | None = None,
    index: Fraction | None = None,
    grade: Callable[[Fraction], str] | None = None,
) -> Quality:
    """Return the quality of a survey, with all there is to be careful about.

    With ``index`` and ``grade`` (the letter of an index) the letters within the margin are told. Of
    fewer than ten there is no margin, alpha or correlation: they say nothing, and whoever wants
    them asks ``margin_of`` and ``reliability_of``. A caution leaves nothing out of a figure.

    >>> rows = [(3, 4, 3), (4, 4, 4), (2, 3, 2), (3, 3, None)]
    >>> found = quality_of(Joint.of(["a", "b", "c"], rows, scale=(1, 4)), told=Told(declared=5))
    >>> [one.key for one in found.cautions]
    ['few', 'no-ranking', 'no-figures', 'declared', 'blanks', 'straight']
    """
    fits = told.population is None or told.population >= joint.respondents
    population = told.population if fits else None
    margin = margin_of(
        joint, method=method, population=population, confidence=confidence, weights=weights
    )
    margin = margin if margin is not None and may_rank(margin.n) else None
    found = reliability_of(joint)
    reliability = found if may_rank(found.n) else found.without_figures()
    letters = None
    if index is not None and grade is not None and margin is not None:
        letters = stability(index, margin, grade, scale=joint.scale)
    return Quality(
        counted=joint.respondents + joint.empty,
        empty=joint.empty,
        complete=joint.complete,
        answered=dict(zip(joint.items, joint.answered, strict=True)),
        straight=joint.straight,
        longest_runs=joint.runs,
        reliability=reliability,
        margin=margin,
        letters=letters,
        both_ways=both_ways(joint, weights) if joint.straight else None,
        cautions=tuple(_cautions(joint, told, reliability, letters)),
    )


def _cautions(
    joint: Joint, told: Told, reliability: Reliability, letters: Stability | None
) -> Iterator[Caution]:
    yield from _of_numbers(joint, told)
    yield from _of_answers(joint)
    yield from _of_items(reliability)
    if letters is not None and not letters.is_stable:
        yield _warning("letter", letters=str(letters))


def _warning(key: str, **params: object) -> Caution:
    return Caution(key=key, severity=Severity.WARNING, params=params)


def _of_numbers(joint: Joint, told: Told) -> Iterator[Caution]:
    n = joint.respondents
    yield from size_cautions(n)
    if 0 < n < TOO_FEW_TO_RANK:
        yield _warning("no-figures", n=n, least=TOO_FEW_TO_RANK)
    elif n and not may_rank(joint.complete):
        yield _warning("no-reliability", complete=joint.complete, n=n, least=TOO_FEW_TO_RANK)
    yield from counted_otherwise(told.declared, n)
    if told.population is not None and told.population < n:
        params = {"population": told.population, "n": n}
        yield Caution(key="population", severity=Severity.ERROR, params=params)
    if told.needed is not None and n < told.needed:
        yield _warning("sample", n=n, needed=told.needed)


def _of_answers(joint: Joint) -> Iterator[Caution]:
    n = joint.respondents
    if joint.empty:
        yield _warning("empty", empty=joint.empty)
    blank = tuple(
        item for item, answers in zip(joint.items, joint.answered, strict=True) if answers < n
    )
    if blank:
        yield _warning("blanks", items=blank, complete=joint.complete, n=n)
    if joint.straight:
        yield _warning("straight", straight=joint.straight_liners, complete=joint.complete)


def _of_items(reliability: Reliability) -> Iterator[Caution]:
    weak = tuple(one.item for one in reliability.items if one.reaches_critical is False)
    # Of fewer people hardly any correlation could reach what chance rarely makes.
    if weak and may_rank(reliability.n):
        yield _warning("weak-items", items=weak)
