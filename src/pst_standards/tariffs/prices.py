"""What a price is made of: the amount or why there is none, the steps, the articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any

from attrs import field, frozen

from pst_standards.findings import Confidence
from pst_standards.model.base import FrozenMap
from pst_standards.model.sale import SaleKind, SaleLine
from pst_standards.tariffs.asking import SIZED, item_of, size_of
from pst_standards.tariffs.said import Said
from pst_standards.tariffs.tariff import tariffs


class PriceClass(Enum):
    """The three kinds of price: paid, zero by a decision of the office, free for everybody."""

    PAID = "paid"
    ZERO_RUPIAH = "zero_rupiah"
    FREE = "free"


@frozen(kw_only=True)
class Step:
    """One step of the reckoning and what it adds, for one copy; ``None`` where it only explains."""

    said: Said
    amount: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the step as plain data."""
        return {**self.said.to_dict(), "amount": self.amount}


@frozen(kw_only=True)
class Cost:
    """A cost that a price does not include, and the article that says so."""

    said: Said
    cite: str

    def to_dict(self) -> dict[str, Any]:
        """Return the cost as plain data."""
        return {**self.said.to_dict(), "citation": self.cite}


@frozen(kw_only=True)
class Price:
    """The price of one line on a day.

    ``amount`` is for all copies, in whole rupiah, or ``None`` with the ``reason``: what is not
    known is not guessed. ``readings`` are the amounts by each way of reading an annex that can be
    read in several; ``full`` and ``begun`` where they differ in the last, begun unit. ``to_dict``
    is the JSON of ``pst price``.
    """

    line: SaleLine
    on: dt.date
    amount: int | None
    reason: Said | None = None
    instrument: str = ""
    price_class: PriceClass | None = None
    confidence: Confidence | None = None
    steps: tuple[Step, ...] = ()
    citations: tuple[str, ...] = ()
    not_included: tuple[Cost, ...] = ()
    notes: tuple[Said, ...] = ()
    readings: Mapping[str, int] = field(factory=dict, converter=FrozenMap)

    @property
    def title(self) -> Said:
        """What is priced, in few words."""
        return title_of(self.line)

    def to_dict(self) -> dict[str, Any]:
        """Return the price as plain data; keys that say nothing are left out."""
        kind = self.line.kind
        said: dict[str, Any] = {
            "amount": self.amount,
            "reason": None if self.reason is None else self.reason.to_dict(),
            "instrument": self.instrument or None,
            "on": self.on.isoformat(),
            "kind": None if kind is None else str(kind.value),
            "title": self.title.texts(),
            "quantity": quantity(self.line),
            "class": None if self.price_class is None else self.price_class.value,
            "confidence": None if self.confidence is None else self.confidence.value,
            "steps": [step.to_dict() for step in self.steps],
            "readings": dict(self.readings) or None,
            "citations": list(self.citations),
            "not_included": [cost.to_dict() for cost in self.not_included],
            "notes": [note.to_dict() for note in self.notes],
        }
        always = {"amount", "instrument"}
        return {key: value for key, value in said.items() if value is not None or key in always}


def quantity(line: SaleLine) -> int:
    """Return how many of a thing are sold; one where that is not said.

    >>> quantity(SaleLine()), quantity(SaleLine(quantity=3))
    (1, 3)
    """
    return 1 if line.quantity is None else line.quantity


def title_of(line: SaleLine) -> Said:
    """Say in few words what a line sells.

    >>> title_of(SaleLine(kind=SaleKind.PUBLICATION, pages=27)).text("en")
    'Publication, 27 pages'
    """
    kind, size = line.kind, size_of(line)
    if line.title:
        return Said("title.own", {"title": line.title})
    if kind is None:
        return Said("title.none")
    if kind is SaleKind.PUBLICATION and line.pages is not None:
        return Said("title.publication", {"pages": line.pages})
    if kind in SIZED and size is not None:
        return Said("title.size", {"kind": kind, "bytes": size})
    annexes = (tariff.annex for tariff in tariffs() if tariff.annex is not None)
    item = next(filter(None, (item_of(line, annex) for annex in annexes)), None)
    if item is None:
        return Said("title.kind", {"kind": kind})
    return Said("title.own", {"title": item.title})
