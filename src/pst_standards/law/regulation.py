"""A regulation as the register knows it: title, time in force, kin, and how sure each is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from attrs import field, frozen

from pst_standards.findings import Confidence
from pst_standards.law.dates import PartialDate
from pst_standards.law.key import RegulationKey
from pst_standards.law.kinds import RegulationKind
from pst_standards.law.title import titles_agree


def _pairs(doubtful: Mapping[str, Confidence]) -> tuple[tuple[str, Confidence], ...]:
    # Kept as pairs, not as a mapping, so that a regulation stays hashable and can be pickled.
    return tuple(sorted(doubtful.items()))


@frozen(kw_only=True)
class PossibleSuccessor:
    """A regulation that may have replaced another; ``year`` is ``None`` when it was cut off."""

    kind: RegulationKind
    number: str
    year: int | None = None
    confidence: Confidence
    source: str

    def __str__(self) -> str:
        """Write the key, with an ellipsis for a year that is not known.

        >>> str(
        ...     PossibleSuccessor(
        ...         kind=RegulationKind.BPS_HEAD_REGULATION,
        ...         number="65",
        ...         confidence=Confidence.UNVERIFIED,
        ...         source="a cut-off page",
        ...     )
        ... )
        'Perka BPS 65/…'
        """
        return f"{self.kind.value} {self.number}/{self.year or '…'}"


@frozen(kw_only=True)
class Regulation:
    """One regulation.

    ``in_force_until`` is the first day it no longer holds. ``title`` is empty when not known;
    ``short_titles`` are names in common use. ``doubtful`` holds the fields that are less sure
    than ``confidence`` says for the whole. Relations name other regulations by key;
    ``often_confused_with`` those that are cited by mistake under this number.
    """

    key: RegulationKey
    title: str
    title_en: str
    confidence: Confidence
    source: str
    in_force_from: PartialDate | None = None
    in_force_until: PartialDate | None = None
    short_titles: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    replaces: tuple[RegulationKey, ...] = ()
    replaced_by: tuple[RegulationKey, ...] = ()
    amends: tuple[RegulationKey, ...] = ()
    amended_by: tuple[RegulationKey, ...] = ()
    often_confused_with: tuple[RegulationKey, ...] = ()
    also_numbered: tuple[RegulationKey, ...] = ()
    possible_successors: tuple[PossibleSuccessor, ...] = ()
    _doubtful: tuple[tuple[str, Confidence], ...] = field(
        factory=dict, converter=_pairs, alias="doubtful"
    )

    @property
    def doubtful(self) -> Mapping[str, Confidence]:
        """Fields less sure than the whole, and how sure they are."""
        return MappingProxyType(dict(self._doubtful))

    def confidence_of(self, name: str) -> Confidence:
        """How sure one field is.

        >>> from pst_standards.law import default_register
        >>> perka = default_register().get(RegulationKey.parse("Perka BPS 78/2020"))
        >>> perka.confidence_of("title").value, perka.confidence_of("in_force_until").value
        ('verified', 'unverified')
        """
        for doubted, confidence in self._doubtful:
            if doubted == name:
                return confidence
        return self.confidence

    def begins_after(self, on: date) -> bool | None:
        """Whether it only came to hold after ``on``; ``None`` when that is not certain.

        >>> from pst_standards.law import default_register
        >>> tariff = default_register().get(RegulationKey.parse("PP 13/2024"))
        >>> tariff.begins_after(date(2016, 1, 1)), tariff.begins_after(date(2025, 1, 1))
        (True, False)
        """
        if self.in_force_from is None or self.confidence_of("in_force_from").is_open:
            return None
        return self.in_force_from.is_after(on)

    def superseded(self, on: date) -> bool | None:
        """Whether it had ceased to hold by ``on``; ``None`` when that is not certain."""
        if self.in_force_from is not None and self.in_force_from.is_after(on):
            return False
        unsure = self.confidence_of("in_force_until").is_open
        if self.in_force_until is None:
            return None if unsure else False
        later = self.in_force_until.is_after(on)
        if later:
            return False
        return None if later is None or unsure else True

    def in_force(self, on: date) -> bool | None:
        """Whether it held on ``on``; ``None`` when that is not certain."""
        begins_later = None if self.in_force_from is None else self.in_force_from.is_after(on)
        ended = self.superseded(on)
        if begins_later or ended:
            return False
        return None if begins_later is None or ended is None else True

    def title_agrees(self, cited: str) -> bool | None:
        """Whether a cited title can be this one; ``None`` when no sure title is known.

        Case, small words, common abbreviations, slips of a letter and a cut-off end are
        forgiven: only a title of something else is told apart.

        >>> from pst_standards.law import default_register
        >>> stamp_duty = default_register().get(RegulationKey.parse("PP 86/2021"))
        >>> stamp_duty.title_agrees("Tarif PNBP BPS")
        False
        """
        if not self.title or self.confidence_of("title").is_open:
            return None
        return any(titles_agree(title, cited) for title in (self.title, *self.short_titles))

    def long(self, lang: str = "id") -> str:
        """Write kind, number, year and, where known, the title.

        The Indonesian title stands in for an English one that is not known.
        """
        name = self.key.long(lang)
        title = (self.title_en or self.title) if lang == "en" else self.title
        about = "on" if lang == "en" else "tentang"
        return f"{name} {about} {title}" if title else name
