"""The zero-rupiah tariff: who may ask for it, what is to be shown, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from pst_standards.model.sale import Sale, SaleKind, ZeroRupiahRequest
from pst_standards.tariffs.said import Said
from pst_standards.tariffs.tariff import Tariff, ZeroRupiah

_WITH_AGREEMENT: Final = frozenset({SaleKind.MICRODATA, SaleKind.TABULATION, SaleKind.MAP})


@frozen(kw_only=True)
class Condition:
    """One condition and whether it is met, ``None`` where the record does not say."""

    said: Said
    met: bool | None
    cite: str

    def to_dict(self) -> dict[str, Any]:
        """Return the condition as plain data."""
        return {**self.said.to_dict(), "met": self.met, "citation": self.cite}


@frozen(kw_only=True)
class Shown:
    """Something that the buyer has to show, as practised, and whether it is there."""

    said: Said
    there: bool | None

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {**self.said.to_dict(), "there": self.there}


@frozen(kw_only=True)
class ZeroAnswer:
    """What can be said about a request for the zero-rupiah tariff.

    ``possible`` is ``False`` when a condition is not met, ``None`` when something is open; the
    office decides in any case ("dapat dikenai"), so that ``applies`` needs its decision too.
    """

    cite: str
    conditions: tuple[Condition, ...]
    to_show: tuple[Shown, ...]
    granted: bool | None = None
    notes: tuple[Said, ...] = ()

    @property
    def possible(self) -> bool | None:
        """Whether the conditions that were read are met."""
        answers = [condition.met for condition in self.conditions]
        if False in answers:
            return False
        return None if None in answers or not answers else True

    @property
    def applies(self) -> bool:
        """Whether the price is zero: the office granted it and no condition stands against it."""
        return bool(self.cite) and self.granted is True and self.possible is not False

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data."""
        return {
            "possible": self.possible,
            "granted": self.granted,
            "applies": self.applies,
            "conditions": [one.to_dict() for one in self.conditions],
            "to_show": [one.to_dict() for one in self.to_show],
            "notes": [one.to_dict() for one in self.notes],
            "citation": self.cite,
        }


def zero_answer(sale: Sale, tariff: Tariff | None) -> ZeroAnswer | None:
    """Answer the request of a sale for zero rupiah by a tariff; ``None`` where nobody asked.

    By PP 7/2015 Pasal 8: a party of the list, a purpose that is not commercial, the first time. Of
    PP 13/2024 only the principle was read, so nothing is said to be met there.

    >>> from pst_standards.tariffs.tariff import tariffs
    >>> request = ZeroRupiahRequest(commercial=True)
    >>> zero_answer(Sale(zero_rupiah=request), tariffs()[1]).possible
    False
    """
    request = sale.zero_rupiah
    if request is None:
        return None
    rule = None if tariff is None else tariff.zero_rupiah
    notes: tuple[Said, ...] = (Said("zero.decides"),)
    if rule is None or not rule.parties:
        notes = (*notes, Said("zero.unread"))
    return ZeroAnswer(
        cite="" if rule is None else rule.cite,
        conditions=() if rule is None else tuple(_conditions(sale, request, rule)),
        to_show=tuple(_to_show(sale, request)),
        granted=request.granted,
        notes=notes,
    )


def _conditions(sale: Sale, request: ZeroRupiahRequest, rule: ZeroRupiah) -> Iterator[Condition]:
    if not rule.parties:
        return
    kind = None if sale.buyer is None else sale.buyer.kind
    listed = None if kind is None else kind in rule.parties
    yield Condition(said=Said("zero.party"), met=listed, cite=f"{rule.cite} ayat (3)")
    purpose = None if request.commercial is None else not request.commercial
    yield Condition(said=Said("zero.purpose"), met=purpose, cite=f"{rule.cite} ayat (1)")
    yield Condition(said=Said("zero.once"), met=request.first_time, cite=f"{rule.cite} ayat (2)")
    kinds = {line.kind for line in sale.lines if line.kind is not None}
    covered = None if not kinds else kinds <= {*rule.kinds, SaleKind.WEBSITE_PUBLICATION}
    yield Condition(said=Said("zero.kinds"), met=covered, cite=f"{rule.cite} ayat (1)")


def _to_show(sale: Sale, request: ZeroRupiahRequest) -> Iterator[Shown]:
    yield Shown(said=Said("zero.letter"), there=request.letter)
    yield Shown(said=Said("zero.mail"), there=request.official_mail)
    if any(line.kind in _WITH_AGREEMENT for line in sale.lines):
        yield Shown(said=Said("zero.agreement"), there=request.agreement)
        yield Shown(said=Said("zero.abstract"), there=request.abstract)
