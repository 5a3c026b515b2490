"""Which conventions reproduce a published result, or that none does and by how much.

The means of a report are rounded, so that each stands for a small range, and the index that can
come of them is a range too; where sums and numbers are known there is none. A convention
reproduces the published index when some value of its range rounds to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.figures import exact, shown, told
from pst_standards.surveys.grades import grade_of, grade_table
from pst_standards.surveys.notes import Note
from pst_standards.surveys.published import Published
from pst_standards.surveys.reckoning import (
    GIVEN,
    Range,
    exact_mean,
    from_total,
    matching,
    means_of,
    steps_of,
    sum_of,
    weighted_by,
    weightings_of,
)
from pst_standards.surveys.records import Record
from pst_standards.surveys.terms import Coded, Term
from pst_standards.surveys.weights import ROUNDING_TERMS

CONVENTION_TERMS: Final[Mapping[str, Term]] = MappingProxyType(
    {**ROUNDING_TERMS, GIVEN: Term("menurut tabel itu sendiri", "those of the table itself")}
)
_STEP_TERMS: Final = {
    "weighted_mean": Term("NRR tertimbang", "weighted means"),
    "ni": Term("NI", "NI"),
}


class Audit(Record, kw_only=True):
    """What came out of reckoning a published result again.

    ``indices`` has the index by each convention; ``reproduces`` the conventions that give what was
    published (the index, or NI where no index was), ``rounded_steps`` those that do so only when a
    figure in between was rounded as well, each with that figure and its decimals. ``means_off``
    are elements whose mean does not follow from their sum, ``outside`` those whose mean no answers
    on the scale can have; with one of these nothing is reckoned.
    """

    published: Published
    indices: Mapping[str, Range]
    reproduces: tuple[str, ...] = ()
    ni_reproduced_by: tuple[str, ...] = ()
    weighted_means_reproduced_by: tuple[str, ...] = ()
    rounded_steps: tuple[tuple[str, str, int], ...] = ()
    means_off: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """``reproduced``, ``inconsistent``, or ``not_checkable`` without figures to reckon from.

        A table of less than half of the elements is a part of one: nobody is blamed for it.
        """
        if not self.indices or (self.published.index is None and self.published.ni is None):
            return "not_checkable"
        if self.reproduces:
            return "reproduced"
        return "not_checkable" if self._is_part else "inconsistent"

    @property
    def _is_part(self) -> bool:
        lacking = len(self.missing)
        there = len(self.published.instrument.keys) - lacking
        return 0 < there < lacking

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The elements of the instrument that the table does not have."""
        used = self.published.instrument
        there = {used.element_of(one.key) for one in self.published.elements}
        return tuple(key for key in used.keys if key not in there)

    @cached_property
    def off(self) -> Mapping[str, Fraction]:
        """By how much the published index is higher than each convention gives."""
        index = self.published_index
        if index is None:
            return {}
        return {name: index - found.value for name, found in self.indices.items()}

    @property
    def published_index(self) -> Fraction | None:
        """The index as published, or from NI where only that was."""
        if self.published.index is not None:
            return self.published.index.value
        if self.published.ni is not None:
            return self.published.instrument.scale.index_of(self.published.ni.value)
        return None

    @property
    def closest(self) -> str:
        """The convention whose index is the nearest; empty when nothing can be reckoned."""
        return min(self.off, key=lambda name: abs(self.off[name]), default="")

    def grade_by(self, index: Fraction) -> str:
        """Return the letter of an index by the instrument's table; empty when it has none."""
        used = self.published.instrument
        if not used.grades:
            return ""
        try:
            return grade_of(index, grade_table(used.grades), scale=used.scale).letter
        except SurveyError:
            return ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a reader has to know, the verdict first."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        yield self._verdict()
        yield from self._of_index()
        if self.means_off:
            yield Note("audit-means", {"elements": self._terms(self.means_off)})
        if self.missing and self.indices and not self._is_part and self.published.elements:
            yield Note("audit-missing", {"elements": self._terms(self.missing)})
        if self.published.unread:
            yield Note("audit-unread", {"found": self.published.unread})

    def _verdict(self) -> Note:
        if self.outside:
            scale, elements = self.published.instrument.scale, self._terms(self.outside)
            bounds = {"low": scale.low, "high": scale.high}
            return Note("audit-outside", {"elements": elements, **bounds})
        off = self.off.get(self.closest, Fraction())
        if self.status == "inconsistent" and self.rounded_steps:
            return Note("audit-steps", {"conventions": tuple(map(_step, self.rounded_steps))})
        if self.status == "inconsistent":
            found = {"closest": _convention(self.closest), "off": told(abs(off), 2)}
            return Note("audit-none-above" if off > 0 else "audit-none-below", found)
        if self.status == "reproduced":
            conventions = tuple(map(_convention, self.reproduces))
            return Note("audit-reproduced", {"conventions": conventions})
        return Note("audit-part" if self._is_part else "audit-not-checkable")

    def _of_index(self) -> Iterator[Note]:
        """Yield what is wrong with the published index, and with its letter."""
        index, grade = self.published_index, self.published.grade
        if index is None:
            return
        right = self.grade_by(index)
        if grade and right and right != grade:
            yield Note("audit-grade", {"found": grade, "right": right})
        if not self._in_scale(index):
            given = self.published.index
            written = told(index, 2) if given is None else _as_written(given.written)
            yield Note("audit-beyond", {"index": written})

    def _terms(self, keys: Iterable[str]) -> tuple[Coded, ...]:
        used = self.published.instrument
        return tuple(Coded(key, used.element(used.element_of(key)).term) for key in keys)

    def _in_scale(self, index: Fraction) -> bool:
        return self.published.instrument.scale.lowest_index <= index <= 100  # noqa: PLR2004 - of 100

    def to_dict(self) -> dict[str, Any]:
        """Return the audit as plain data, as ``pst survey audit --format json`` prints it."""
        index, given = self.published_index, self.published
        return {
            "reproduces": list(self.reproduces),
            "status": self.status,
            "closest": self.closest or None,
            "conventions": {
                name: {
                    "index": shown(found.value, 4),
                    "index_exact": exact(found.value),
                    "low": shown(found.low, 4),
                    "high": shown(found.high, 4),
                    "off": shown(self.off[name], 4) if name in self.off else None,
                    "grade": self.grade_by(found.value) or None,
                }
                for name, found in self.indices.items()
            },
            "ni_reproduced_by": list(self.ni_reproduced_by),
            "weighted_means_reproduced_by": list(self.weighted_means_reproduced_by),
            "rounded_steps": [
                {"weights": weights, "figure": figure, "decimals": decimals}
                for weights, figure, decimals in self.rounded_steps
            ],
            "means_off": list(self.means_off),
            "outside": list(self.outside),
            "missing": list(self.missing) if given.elements else [],
            "unread": list(given.unread),
            "published": {
                "instrument": given.instrument.id,
                "source": given.source or None,
                "period": given.period or None,
                "n": given.n,
                "index": given.index.written if given.index else None,
                "ni": given.ni.written if given.ni else None,
                "grade": given.grade or None,
            },
            "grade_of_index": None if index is None else self.grade_by(index) or None,
            "notes": [note.to_dict() for note in self.notes],
        }


def _as_written(figure: str) -> Term:
    return Term(figure.replace(".", ","), figure.replace(",", "."))


def _convention(name: str) -> Coded:
    return Coded(name, CONVENTION_TERMS[name])


def _step(step: tuple[str, str, int]) -> Coded:
    """Say which convention it was, and which figure was rounded besides."""
    weights, figure, decimals = step
    convention, rounded = CONVENTION_TERMS[weights], _STEP_TERMS[figure]
    term = Term(
        f"bobot {convention.id} dengan {rounded.id} {decimals} desimal",
        f"weights with {convention.en} and {rounded.en} of {decimals} decimals",
    )
    return Coded(f"{weights}:{figure}:{decimals}", term)


def audit(published: Published) -> Audit:
    """Reckon a published result again by every convention.

    >>> from pst_standards.surveys import published_from
    >>> table = {"instrument": "skm-2017", "n": 29, "index": "90.56", "grade": "A"}
    >>> sums = (105, 101, 100, 116, 102, 105, 106, 105, 115)
    >>> keys = (
    ...     "persyaratan",
    ...     "prosedur",
    ...     "waktu",
    ...     "biaya",
    ...     "produk",
    ...     "kompetensi",
    ...     "perilaku",
    ...     "pengaduan",
    ...     "sarpras",
    ... )
    >>> table["elements"] = {key: {"sum": total} for key, total in zip(keys, sums)}
    >>> audit(published_from(table)).reproduces
    ('2dp',)
    """
    outside = tuple(_outside(published))
    return Audit(published=published, indices={}, outside=outside) if outside else _audit(published)


def _audit(published: Published) -> Audit:
    """Reckon a result again whose figures are all on the scale."""
    means, complete = means_of(published)
    weightings = weightings_of(published, means)
    to_index = published.instrument.scale.index_of(Fraction(1))
    if complete:
        values = {name: sum_of(means, of) for name, of in weightings.items()}
    else:
        values = dict(from_total(published))
    indices = {name: found.times(to_index) for name, found in values.items()}
    index, ni = published.index, published.ni
    by_index = matching(indices, index)
    by_ni = matching(values, ni)
    reproduces = by_ni if index is None else by_index
    steps: tuple[tuple[str, str, int], ...] = ()
    if not reproduces and index is not None and complete:
        steps = tuple(steps_of(means, weightings, index, to_index))
    return Audit(
        published=published,
        indices=indices,
        reproduces=reproduces,
        ni_reproduced_by=by_ni,
        weighted_means_reproduced_by=weighted_by(published, means, weightings),
        rounded_steps=steps,
        means_off=tuple(_means_off(published)),
    )


def _outside(published: Published) -> Iterator[str]:
    """Yield the elements whose mean no answers on the scale can have."""
    scale = published.instrument.scale
    for one in published.elements:
        given = None if one.mean is None else one.mean.value
        found = (given, exact_mean(one, published))
        if any(value is not None and not scale.low <= value <= scale.high for value in found):
            yield one.key


def _means_off(published: Published) -> Iterator[str]:
    """Yield the elements whose published mean does not follow from their sum."""
    for one in published.elements:
        value = exact_mean(one, published)
        if value is None or one.mean is None:
            continue
        if not Range(value, value, value).rounds_to(one.mean):
            yield one.key
