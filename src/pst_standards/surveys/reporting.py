"""A survey as its report tells it: score and quality, who answered, what came before, what follows.

Everything that answers cannot tell (who asked, how, and what will be done) is in ``Particulars``;
what is missing there leaves room for the hand. Nothing in here names a respondent.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Self

from attrs import field, frozen, validators

from pst_standards.surveys.terms import Term

if TYPE_CHECKING:
    from pst_standards.findings import Confidence
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.statistics.quality import Quality
    from pst_standards.surveys.statistics.sampling import SampleSize

_NOTHING = Term("")


class PartOfYear(StrEnum):
    """What a period is of its year; ``DAYS`` is any other stretch of days."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAYS = "days"


_MONTHS = {PartOfYear.YEAR: 12, PartOfYear.HALF: 6, PartOfYear.QUARTER: 3, PartOfYear.MONTH: 1}


@frozen(kw_only=True, order=True)
class SurveyPeriod:
    """The days from which the answers are, both ends included.

    >>> one = SurveyPeriod.of(2024, PartOfYear.QUARTER, 2)
    >>> one.start.isoformat(), one.end.isoformat(), one.part
    ('2024-04-01', '2024-06-30', (<PartOfYear.QUARTER: 'quarter'>, 2))
    """

    start: dt.date
    end: dt.date = field()

    @end.validator
    def _not_before(self, _: object, end: dt.date) -> None:
        if end < self.start:
            raise ValueError(f"a period cannot end on {end} and start on {self.start}")

    @classmethod
    def of(cls, year: int, part: PartOfYear = PartOfYear.YEAR, number: int = 1) -> Self:
        """Return a year, or its half, quarter or month of a number."""
        months = _MONTHS[part]
        last = months * number
        start = dt.date(year, last - months + 1, 1)
        return cls(start=start, end=dt.date(year, last, monthrange(year, last)[1]))

    @property
    def part(self) -> tuple[PartOfYear, int]:
        """What it is of its year, and the number of that."""
        for part, months in _MONTHS.items():
            number = (self.start.month - 1) // months + 1
            if self == SurveyPeriod.of(self.start.year, part, min(number, 12 // months)):
                return part, number
        return PartOfYear.DAYS, 0


@frozen(kw_only=True)
class Profile:
    """How many respondents gave each answer to one question about themselves.

    ``key`` is ``sex``, ``age``, ``education``, ``work``, ``disability`` or ``service``, or anything
    else with a ``term`` of its own. The answers are in the order in which they are to stand, the
    label of a blank empty.
    """

    key: str
    counts: Mapping[str, int]
    term: Term = _NOTHING


@frozen(kw_only=True)
class AnswerRows:
    """The answers row by row, for the processing table: questions, and a row per respondent.

    Nothing in a row says whose it is; a blank is ``None``.
    """

    items: tuple[str, ...]
    rows: tuple[tuple[int | None, ...], ...] = field(repr=False)

    @rows.validator
    def _same_width(self, _: object, rows: Iterable[tuple[int | None, ...]]) -> None:
        if any(len(row) != len(self.items) for row in rows):
            raise ValueError("a row of answers has more or fewer than there are questions")


@frozen(kw_only=True)
class PastResult:
    """The index of an earlier period as it was published; the grade is by the table of its time.

    ``instrument`` and ``weights`` (a rounding) tell where a series breaks, as far as is known.
    """

    period: SurveyPeriod
    index: Fraction
    grade: str = ""
    n: int | None = None
    instrument: str = ""
    weights: str = ""
    source: str = ""


@frozen(kw_only=True)
class FollowUp:
    """What is to be done about an element: ``component`` of the standard, programme, when, who."""

    element: str
    component: Term = _NOTHING
    programme: Term = _NOTHING
    time: Term = _NOTHING
    responsible: Term = _NOTHING


class Completion(StrEnum):
    """How far something that was planned has come."""

    DONE = "done"
    UNDER_WAY = "under_way"
    NOT_DONE = "not_done"


@frozen(kw_only=True)
class FollowedUp:
    """What an earlier plan promised, and how far it has come; what shows it in ``evidence``.

    ``completed_on`` is the day on which it was done.
    """

    programme: Term
    completion: Completion
    element: str = ""
    evidence: Term = _NOTHING
    completed_on: dt.date | None = None


@frozen(kw_only=True)
class ServiceLevel:
    """The level (0 to 5) that an indicator of PEKPPP reaches, ``None`` if it cannot be told."""

    indicator: int
    term: Term
    found: Term = _NOTHING
    level: int | None = field(default=None, validator=validators.optional(validators.ge(0)))
    confidence: Confidence | None = None


@frozen(kw_only=True)
class Fieldwork:
    """How the answers were gathered: by whom, how, where, when."""

    team: tuple[Term, ...] = ()
    method: Term = _NOTHING
    place: Term = _NOTHING
    time: Term = _NOTHING
    sampling: Term = _NOTHING


@frozen(kw_only=True)
class Signing:
    """Who signs, where and when."""

    name: str = ""
    position: Term = _NOTHING
    place: str = ""
    date: dt.date | None = None


@frozen(kw_only=True)
class Particulars:
    """What no answer tells.

    ``remark`` stands at the head of sheet and report: that the answers are invented, for one.
    ``population`` is how many were served in the period. ``previous`` are earlier results in any
    order, ``plan`` what is to follow, ``previous_plan`` what became of the last one, and
    ``previous_results_on`` the day on which the results were there that it follows on. ``period``
    is the one of the answers, where it is told here, and ``conducted_on`` the day on which they
    were all there.
    """

    period: SurveyPeriod | None = None
    conducted_on: dt.date | None = None
    remark: Term = _NOTHING
    population: int | None = None
    fieldwork: Fieldwork = field(factory=Fieldwork)
    previous: tuple[PastResult, ...] = ()
    plan: tuple[FollowUp, ...] = ()
    previous_plan: tuple[FollowedUp, ...] = ()
    previous_results_on: dt.date | None = None
    analysis: tuple[Term, ...] = ()
    conclusion: tuple[Term, ...] = ()
    signing: Signing | None = None


_NO_PARTICULARS = Particulars()


@frozen(kw_only=True)
class SurveyResult:
    """One survey, ready for its publication sheet and its report.

    ``services`` has the score of each service where there are several, in their order;
    ``sample`` how many were to be asked; ``levels`` what the evaluation PEKPPP makes of it.
    Without ``answers`` the processing table has sums only.
    """

    period: SurveyPeriod
    score: Score
    quality: Quality | None = None
    sample: SampleSize | None = None
    profile: tuple[Profile, ...] = ()
    services: tuple[tuple[str, Score], ...] = ()
    answers: AnswerRows | None = None
    levels: tuple[ServiceLevel, ...] = ()
    told: Particulars = _NO_PARTICULARS
