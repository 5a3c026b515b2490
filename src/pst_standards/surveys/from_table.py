"""Official figures that are kept elsewhere: reported as given, audited, and never replaced.

The results of the survey of data needs come from the centre; an office has them as a table. What it
publishes is what it was given. What our own reckoning says stands beside it, not in its place.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from pst_standards.surveys.auditing import Audit, audit
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import exact, shown
from pst_standards.surveys.notes import Note
from pst_standards.surveys.published import Figure, Published, PublishedElement
from pst_standards.surveys.records import Record
from pst_standards.surveys.results import MEAN_DECIMALS


class OfficialResult(Record, kw_only=True):
    """A result as it was given, and the audit of it.

    ``derived_grade`` is the letter by the table where none was given.
    """

    published: Published
    audit: Audit
    derived_grade: str = ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Where the figures come from, and what the audit says of them."""
        source = Note("official", {"source": self.published.source})
        derived = (
            (Note("official-derived-grade", {"grade": self.derived_grade}),)
            if self.derived_grade
            else ()
        )
        return (source, *derived, *self.audit.notes)

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain data: figures as they were written."""
        given = self.published
        return {
            "status": "official",
            "instrument": given.instrument.id,
            "source": given.source,
            "period": given.period or None,
            "n": given.n,
            "elements": [_element(one, given) for one in given.elements],
            "ni": _written(given.ni),
            "index": _written(given.index),
            "grade": given.grade or None,
            "derived_grade": self.derived_grade or None,
            "audit": self.audit.to_dict(),
            "warnings": [note.to_dict() for note in self.notes],
        }


def official(published: Published) -> OfficialResult:
    """Take published figures as an official result.

    Raises ``SurveyError`` without a source, and when there is no figure at all.

    >>> from pst_standards.surveys import published_from
    >>> table = {"instrument": "skd-2025", "source": "Pusat", "index": "91,20"}
    >>> found = official(published_from(table))
    >>> found.to_dict()["index"], found.derived_grade, found.audit.status
    ('91,20', 'A', 'not_checkable')
    """
    if not published.source.strip():
        raise SurveyError("official.source")
    if published.index is None and published.ni is None and not published.elements:
        raise SurveyError("official.nothing")
    checked = audit(published)
    index = checked.published_index
    derived = "" if published.grade or index is None else checked.grade_by(index)
    return OfficialResult(published=published, audit=checked, derived_grade=derived)


def _written(figure: Figure | None) -> str | None:
    return None if figure is None else figure.written


def _element(one: PublishedElement, given: Published) -> dict[str, Any]:
    element = given.instrument.element(given.instrument.element_of(one.key))
    n = given.n if one.n is None else one.n
    mean = _written(one.mean)
    found: dict[str, Any] = {
        "element": one.key,
        "term": element.term.to_dict(),
        "n": n,
        "sum": one.sum,
        "mean": mean,
        "weight": _written(one.weight),
        "weighted_mean": _written(one.weighted_mean),
    }
    if mean is None and one.sum is not None and n:
        # Only sums were given: their mean is derived and stands under another name.
        derived = Fraction(one.sum, n)
        found["derived_mean"] = shown(derived, MEAN_DECIMALS)
        found["derived_mean_exact"] = exact(derived)
    return found
