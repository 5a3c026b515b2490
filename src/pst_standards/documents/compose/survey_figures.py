"""Figures and names of a survey as its sheet and its report print them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.phrases import BLANK, DASH, figure, inner, opened, regulation
from pst_standards.documents.formats import number
from pst_standards.surveys.grades import Grade, grade_of
from pst_standards.surveys.priorities import ends
from pst_standards.surveys.reporting import Profile, SurveyResult
from pst_standards.surveys.statistics.cautions import may_rank, without_small_cells

if TYPE_CHECKING:
    from pst_standards.surveys.elements import Element
    from pst_standards.surveys.scoring import ElementScore, Score
    from pst_standards.surveys.terms import Term

HIDDEN: Final = "*"
"""Stands for a figure of so few people that it would tell of one of them."""
MEAN_DECIMALS: Final = 3
INDEX_DECIMALS: Final = 2
WEIGHTED_DECIMALS: Final = 4
_MOST_NAMED: Final = 3
_LONGEST_IN_CHART: Final = 24
_KNOWN_QUESTIONS: Final = ("sex", "age", "education", "work", "disability", "service")


@frozen(kw_only=True, slots=False)
class SurveyFigures:
    """A survey and the document that tells of it."""

    result: SurveyResult
    composition: Composition

    def say(self, key: str, **params: object) -> str:
        """Return a sentence of the report."""
        return self.composition.say(f"survey-report.{key}", **params)

    @property
    def score(self) -> Score:
        """The score that is told."""
        return self.result.score

    @property
    def office(self) -> str:
        """The name of the office, or dots."""
        return office_name(self.composition) or BLANK

    @property
    def survey(self) -> str:
        """What the survey is called, without the regulation behind it."""
        return inner(self.term(self.score.instrument.name).partition(" (")[0])

    @property
    def index_name(self) -> str:
        """What its index is called."""
        return self.say("index.skm" if self.score.instrument.family == "skm" else "index.other")

    @property
    def index_within(self) -> str:
        """The same within a sentence, which itself may begin with it."""
        return self.index_name if self.composition.lang == "id" else inner(self.index_name)

    @property
    def index_short(self) -> str:
        """The same, abbreviated."""
        family = self.score.instrument.family
        return self.say("index-short.skm" if family == "skm" else "index-short.other")

    @property
    def n(self) -> int:
        """How many answered anything."""
        return self.score.tally.respondents

    @property
    def sample_method(self) -> str:
        """By which formula it was told how many are needed; empty where it was not."""
        sample = self.result.sample
        return self.say(f"sample.{sample.method.replace('_', '-')}") if sample else ""

    @cached_property
    def elements(self) -> tuple[ElementScore, ...]:
        """The elements that count."""
        every = self.score.elements
        return tuple(one for one in every if not one.dropped and one.mean is not None)

    @property
    def may_rank(self) -> bool:
        """Whether so many answered that elements may be put into an order."""
        return may_rank(self.n) and len({one.mean for one in self.elements}) > 1

    @cached_property
    def lowest(self) -> tuple[ElementScore, ...]:
        """The lowest elements, the lowest first; those that are level come together or not."""
        return self._ends(lowest=True)

    @cached_property
    def highest(self) -> tuple[ElementScore, ...]:
        """The highest elements, the highest first."""
        return self._ends(lowest=False)

    def _ends(self, *, lowest: bool) -> tuple[ElementScore, ...]:
        if not self.may_rank:
            return ()
        return ends(self.elements, most=_MOST_NAMED, lowest=lowest)

    def term(self, term: Term) -> str:
        """Return a term in the language of the document."""
        return term.get(self.composition.lang)

    def name(self, key: str) -> str:
        """Return the official term of an element; one that is not known is shown as it came."""
        known = {one.key: one.term for one in self.score.instrument.elements}
        return self.term(known[key]) if key in known else key

    def quoted(self, key: str) -> str:
        """Return the term of an element in quotes: terms have commas, and so have enumerations."""
        return f"\u201c{self.name(key)}\u201d"

    def place(self, element: Element) -> int:
        """Return the place of an element in the instrument, from 1."""
        return self.score.instrument.keys.index(element.key) + 1

    def short(self, element: Element) -> str:
        """Return what a chart calls an element: a short name, or its place."""
        if self.composition.lang == "en" and element.term.en:
            name = element.key.replace("_", " ")
        else:
            name = (element.aliases or (element.term.id,))[0].replace("_", " ")
        return opened(name) if len(name) <= _LONGEST_IN_CHART else str(self.place(element))

    def mean(self, value: Fraction | None) -> str:
        """Return a mean (NRR)."""
        return self._figure(value, MEAN_DECIMALS)

    def weighted(self, value: Fraction | None) -> str:
        """Return a weight, a weighted mean or NI."""
        return self._figure(value, WEIGHTED_DECIMALS)

    def index(self, value: Fraction | None) -> str:
        """Return an index."""
        return self._figure(value, INDEX_DECIMALS)

    def _figure(self, value: Fraction | None, decimals: int) -> str:
        return DASH if value is None else number(value, self.composition.lang, decimals)

    def decimal(self, value: float | Fraction | None, decimals: int) -> str:
        """Return any other figure, which may be below nought."""
        if value is None:
            return DASH
        return number(value, self.composition.lang, decimals).replace("-", "\N{MINUS SIGN}")

    def count(self, value: int | None) -> str:
        """Return a count; one that is hidden is a star."""
        return HIDDEN if value is None else figure(value, self.composition.lang)

    def share(self, part: int | None, whole: int) -> str:
        """Return a part in percent of the whole."""
        if part is None or not whole:
            return HIDDEN if whole else DASH
        return f"{number(Fraction(100 * part, whole), self.composition.lang, 1)}%"

    def change(self, value: Fraction) -> str:
        """Return a difference with its sign."""
        sign = "+" if value > 0 else ""
        return f"{sign}{self.index(value)}".replace("-", "\N{MINUS SIGN}")

    def grade(self, grade: Grade | None) -> str:
        """Return letter and label of a grade."""
        return f"{grade.letter} ({self.term(grade.label)})" if grade else DASH

    def grade_of_mean(self, mean: Fraction | None) -> Grade | None:
        """Return the grade of the mean of an element, ``None`` where there is no table."""
        score = self.score
        if mean is None or score.table is None:
            return None
        scale = score.instrument.scale
        found = scale.index_of(mean)
        return grade_of(found, score.table, categories=score.categories, scale=scale)

    @property
    def bases(self) -> tuple[str, ...]:
        """The regulations behind the survey, in their long form."""
        cited = ("UU 25/2009", "PP 96/2012", self.score.instrument.regulation)
        return tuple(regulation(one, "", self.composition.lang) for one in cited if one)

    def question(self, profile: Profile) -> str:
        """Return what a question about respondents is called."""
        if term := self.term(profile.term):
            return term
        known = profile.key in _KNOWN_QUESTIONS
        return self.say(f"question.{profile.key}") if known else opened(profile.key)

    def answer(self, label: str) -> str:
        """Return an answer to such a question; a blank has a name."""
        return label or self.say("no-answer")


def told_counts(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Return counts of people as they may be published, small ones hidden.

    >>> told_counts({"Pria": 26, "Wanita": 24}), told_counts({"S1": 40, "S2": 9, "S3": 2})
    ({'Pria': 26, 'Wanita': 24}, {'S1': 40, 'S2': None, 'S3': None})
    """
    return without_small_cells(counts)


def hides_any(counts: Iterable[Mapping[str, int]]) -> bool:
    """Tell whether any count is hidden.

    >>> hides_any([{"Pria": 26, "Wanita": 24}]), hides_any([{"S1": 40, "S3": 2}])
    (False, True)
    """
    return any(None in told_counts(one).values() for one in counts)
