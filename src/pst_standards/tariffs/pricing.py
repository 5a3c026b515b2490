"""``price``: what one thing costs on a day, how that was reckoned, or why it is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import evolve

from pst_standards.findings import Confidence
from pst_standards.law import Register
from pst_standards.model.sale import PublicationForm, SaleKind, SaleLine, TabulationReading
from pst_standards.tariffs.asking import fit_kind, item_of, size_of
from pst_standards.tariffs.errors import TariffError
from pst_standards.tariffs.holding import Holding, tariff_on
from pst_standards.tariffs.prices import Cost, Price, PriceClass, Step, quantity
from pst_standards.tariffs.rating import Part, in_full_units, parts
from pst_standards.tariffs.said import Said
from pst_standards.tariffs.tariff import Annex, Rates, Tariff

_BEGUN: Final = Said("note.begun")


def price(
    line: SaleLine,
    on: dt.date,
    *,
    requested: dt.date | None = None,
    law: Register | None = None,
) -> Price:
    """Reckon the price of one line of a sale by the tariff that held on the day of the sale.

    The amount is ``None``, with the reason, where the day lies on an uncertain boundary, where the
    annex was not read (PP 54/2009, PP 13/2024), and where an annex has two readings that give two
    amounts. Raises ``TariffError`` for a line that no tariff could price.

    >>> found = price(SaleLine(kind=SaleKind.PUBLICATION, pages=27), dt.date(2020, 1, 2))
    >>> found.amount, found.citations
    (20000, ('PP 7/2015 Lampiran I huruf b', 'PP 7/2015 Lampiran II huruf b'))
    >>> price(SaleLine(kind=SaleKind.MICRODATA, megabytes=1520), dt.date(2020, 1, 2)).amount
    27600000
    >>> price(SaleLine(kind=SaleKind.MICRODATA, megabytes=1), dt.date(2025, 6, 1)).reason.key
    'reason.unread'
    """
    if isinstance(on, dt.datetime) or not isinstance(on, dt.date):
        raise TariffError("day", found=str(on))
    kind = fit_kind(line)
    holding = tariff_on(on, kind=kind, requested=requested, law=law)
    tariff = holding.tariff
    if tariff is None or tariff.annex is None:
        return _unknown(line, on, holding)
    found = {"confidence": tariff.confidence, **_BY_KIND[kind](line, tariff.annex)}
    if found["amount"] is None and "reason" not in found:
        found["reason"] = Said("reason.no-price", {"instrument": str(tariff.instrument)})
    cited = (holding.cite,) if holding.cite else ()
    return Price(
        line=line,
        on=on,
        instrument=str(tariff.instrument),
        not_included=_not_included(line, tariff),
        **{**found, "citations": (*found["citations"], *cited)},
    )


def _unknown(line: SaleLine, on: dt.date, holding: Holding) -> Price:
    """Return a price that is not known, and all that is known about it."""
    tariff = holding.tariff
    if tariff is None:
        cited = tuple(str(one.instrument) for one in holding.between)
        return Price(line=line, on=on, amount=None, reason=holding.reason, citations=cited)
    name = str(tariff.instrument)
    return Price(
        line=line,
        on=on,
        amount=None,
        reason=Said("reason.unread", {"instrument": name}),
        instrument=name,
        confidence=tariff.confidence,
        citations=tuple(filter(None, (name, holding.cite))),
        notes=_listed(line, tariff),
    )


def _listed(line: SaleLine, tariff: Tariff) -> tuple[Said, ...]:
    """Say that a printed publication is not among the kinds that are known to be listed."""
    printed = line.kind is SaleKind.PUBLICATION and line.form is not PublicationForm.ELECTRONIC
    if not printed or not tariff.listed or "publication.print" in tariff.listed:
        return ()
    return (Said("note.print-unlisted", {"cite": tariff.listed_cite}),)


def _not_included(line: SaleLine, tariff: Tariff) -> tuple[Cost, ...]:
    costs = [
        Cost(said=Said(f"cost.{name}"), cite=part.cite)
        for part in tariff.not_included
        if line.kind in part.kinds
        for name in part.costs
    ]
    item = None if tariff.annex is None else item_of(line, tariff.annex)
    if item is not None and item.not_included:
        article = item.not_included.rpartition(" ")[2]
        costs.append(Cost(said=Said(f"cost.article-{article}"), cite=item.not_included))
    return tuple(costs)


def _priced(
    line: SaleLine, one: int, steps: tuple[Step, ...], cited: tuple[str, ...]
) -> dict[str, Any]:
    copies = quantity(line)
    if copies > 1:
        params = {"copies": copies, "one": one, "amount": copies * one}
        steps = (*steps, Step(said=Said("step.copies", params), amount=copies * one))
    return {
        "amount": copies * one,
        "price_class": PriceClass.PAID,
        "steps": steps,
        "citations": cited,
    }


def _publication(line: SaleLine, annex: Annex) -> dict[str, Any]:
    pages, first = line.pages or 0, 1
    groups = iter(annex.groups)
    group = next(groups)
    while group.last_page is not None and pages > group.last_page:
        first = group.last_page + 1
        group = next(groups)
    bounds = {"pages": pages, "first": first, "last": group.last_page, "amount": group.amount}
    key = "step.publication-beyond" if group.last_page is None else "step.publication"
    step = Step(said=Said(key, bounds), amount=group.amount)
    forms = (line.form,) if line.form else tuple(PublicationForm)
    cited = tuple(f"{annex.forms[form]} huruf {group.letter}" for form in forms)
    return _priced(line, group.amount, (step,), cited)


def _website(line: SaleLine, annex: Annex) -> dict[str, Any]:
    free = annex.website
    step = Step(said=Said("step.website"), amount=free.amount)
    return {**_priced(line, free.amount, (step,), (free.cite,)), "price_class": PriceClass.FREE}


def _item(line: SaleLine, annex: Annex) -> dict[str, Any]:
    item = item_of(line, annex)
    if item is None:
        return {"amount": None, "citations": ()}
    params = {"title": item.title, "unit": item.unit, "amount": item.amount}
    step = Step(said=Said("step.item", params), amount=item.amount)
    found = _priced(line, item.amount, (step,), (item.cite,))
    if quantity(line) < item.least_persons:
        found["notes"] = (Said("note.least-persons", {"persons": item.least_persons}),)
    return found


def _microdata(line: SaleLine, annex: Annex) -> dict[str, Any]:
    return _by_size(line, annex.microdata, TabulationReading.MARGINAL)


def _tabulation(line: SaleLine, annex: Annex) -> dict[str, Any]:
    """Reckon by the reading that the line states; open where none is and they differ."""
    each = {one: _by_size(line, annex.tabulation, one) for one in TabulationReading}
    amounts = {str(one.value): found["amount"] for one, found in each.items()}
    found = each[line.reading or TabulationReading.MARGINAL]
    found["readings"] = {**found.get("readings", {}), **amounts}
    if len(set(amounts.values())) == 1:
        return found
    if line.reading is None:
        reason = Said("reason.readings", amounts)
        return {
            "amount": None,
            "reason": reason,
            "readings": amounts,
            "citations": found["citations"],
        }
    note = Said("note.reading", {"reading": line.reading})
    return {**found, "notes": (*found.get("notes", ()), note), "confidence": Confidence.SECONDARY}


def _by_size(line: SaleLine, rates: Rates, reading: TabulationReading) -> dict[str, Any]:
    size = size_of(line) or 0
    priced = parts(size, rates.rates, reading)
    one = sum(part.amount for part in priced)
    slab = reading is TabulationReading.SLAB
    steps = tuple(Step(said=_step(part, slab=slab), amount=part.amount) for part in priced)
    cited = tuple(filter(None, (rates.rule, rates.cite)))
    found = _priced(line, one, steps, cited)
    full = in_full_units(size, one, priced)
    if full != one:
        found["readings"] = {"begun": found["amount"], "full": full * quantity(line)}
        found["notes"] = (_BEGUN,)
    return found


def _step(part: Part, *, slab: bool) -> Said:
    params = {"units": part.units, "rate": part.rate, "amount": part.amount}
    if slab:
        return Said("step.slab", params)
    bounds = {"first": part.first, "last": part.last}
    if part.last is None:
        return Said("step.part-beyond", {**params, **bounds})
    return Said("step.part" if part.first else "step.part-first", {**params, **bounds})


_BY_KIND: Final[Mapping[SaleKind, Callable[[SaleLine, Annex], dict[str, Any]]]] = {
    SaleKind.PUBLICATION: _publication,
    SaleKind.MICRODATA: _microdata,
    SaleKind.TABULATION: _tabulation,
    SaleKind.MAP: _item,
    SaleKind.WEBSITE_PUBLICATION: _website,
    SaleKind.SERVICE: _item,
}


def at_zero(priced: Price, cite: str) -> Price:
    """Return a price as zero rupiah, by a decision that rests on an article.

    >>> line = SaleLine(kind=SaleKind.PUBLICATION, pages=27)
    >>> at_zero(price(line, dt.date(2020, 1, 2)), "PP 7/2015 Pasal 8").amount
    0
    """
    step = Step(said=Said("step.zero", {"cite": cite}), amount=0)
    return evolve(
        priced,
        amount=0,
        reason=None,
        price_class=PriceClass.ZERO_RUPIAH,
        steps=(*priced.steps, step),
        citations=(*priced.citations, cite),
        readings={},
        notes=(),
    )
