"""The quotation: what a sale costs line by line, what stands apart, and how it is paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from pst_standards.documents.compose.blanks import SHORT
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.cases import unconfirmed
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import (
    BLANK,
    bare,
    cited,
    cited_all,
    day,
    figure,
    money,
    opened,
    proper,
    regulation,
    sentence,
)
from pst_standards.documents.compose.quotation_zero import zero_rupiah
from pst_standards.documents.formats import rupiah
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Content,
    Heading,
    KeyValues,
    Note,
    NoteKind,
    Paragraph,
    ParagraphStyle,
    Run,
    Signature,
    Table,
)
from pst_standards.model.sale import Sale, SaleLine
from pst_standards.model.standard import ServiceStandard
from pst_standards.tariffs import Price, Quotation
from pst_standards.tariffs.prices import quantity


def quotation_of(offer: Quotation) -> Composer:
    """Return what composes the quotation."""

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        title = composition.say("quotation.title")
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=title),
                KeyValues(pairs=tuple(_facts(offer, composition))),
                Heading(level=2, text=composition.say("quotation.lines")),
                _lines(offer, composition),
                *_sums(offer, composition),
                *_apart(offer, composition),
                *_payment(offer, composition),
                *zero_rupiah(offer, composition),
                *_basis(offer, composition),
                _signature(composition),
            ),
            dated=offer.on,
            open_reason=_open_reason(offer, composition),
            needs_adoption=False,
        )

    return compose


def _open_reason(offer: Quotation, composition: Composition) -> str:
    if offer.total is None:
        return composition.say("quotation.incomplete")
    if any(line.confidence is not None and line.confidence.is_open for line in offer.lines):
        return composition.say("quotation.unverified")
    return unconfirmed(_record(offer), composition)


def _record(offer: Quotation) -> Sale:
    """Return the parts of the record of the sale that are printed."""
    lines: tuple[SaleLine, ...] = tuple(line.line for line in offer.lines)
    return evolve(Sale(lines=lines), buyer=offer.buyer)


def _facts(offer: Quotation, composition: Composition) -> Iterator[tuple[str, str]]:
    say, lang, buyer = composition.say, composition.lang, offer.buyer
    facts = {
        "number": offer.id or BLANK,
        "on": day(offer.on, lang),
        "requested": day(offer.requested_on, lang) if offer.requested_on else "",
        "buyer": (proper(composition.words(buyer.name)) if buyer else "") or BLANK,
        "buyer-kind": buyer.kind.term(lang) if buyer and buyer.kind else "",
        "purpose": bare(composition.words(offer.purpose)),
        "instrument": "; ".join(regulation(one, "", lang) for one in offer.instruments),
    }
    return ((say(f"quotation.{name}"), value) for name, value in facts.items() if value)


def _lines(offer: Quotation, composition: Composition) -> Table:
    say = composition.say
    return Table(
        columns=(
            Column(title=say("column.number"), share=7, align=Align.CENTER),
            Column(title=say("quotation.item"), share=57, heads_row=True),
            Column(title=say("quotation.quantity"), share=16, align=Align.END),
            Column(title=say("quotation.amount"), share=20, align=Align.END),
        ),
        rows=tuple(
            _line(number, one, composition) for number, one in enumerate(offer.lines, start=1)
        ),
    )


def _line(number: int, price: Price, composition: Composition) -> tuple[Content, ...]:
    lang = composition.lang
    said = [one.said for one in price.steps]
    said += [price.reason] if price.reason is not None else []
    explained = tuple(
        Paragraph(text=one.text(lang), style=ParagraphStyle.SMALL) for one in (*said, *price.notes)
    )
    title = Paragraph(text=(Run(text=price.title.text(lang), strong=True),))
    count = figure(quantity(price.line), lang)
    return f"{number}.", (title, *explained), count, _amount(price.amount, composition)


def _amount(amount: int | None, composition: Composition) -> str:
    if amount is None:
        return composition.say("quotation.unknown")
    return rupiah(amount, composition.lang)


def _sums(offer: Quotation, composition: Composition) -> Iterator[Block]:
    say, lang = composition.say, composition.lang
    shown = {
        "subtotal": _amount(offer.subtotal, composition),
        "shipping": "" if offer.shipping is None else rupiah(offer.shipping, lang),
        "bank-fee": "" if offer.bank_fee is None else rupiah(offer.bank_fee, lang),
        "total": _amount(offer.total, composition),
    }
    yield Table(
        columns=(
            Column(title=say("quotation.sum"), share=67, heads_row=True),
            Column(title=say("quotation.amount"), share=33, align=Align.END),
        ),
        rows=tuple((say(f"quotation.{name}"), value) for name, value in shown.items() if value),
        whole=True,
    )
    if offer.total is not None:
        yield Paragraph(text=say("quotation.in-words", amount=money(offer.total, lang)))
    if offer.reason is not None:
        title = say("quotation.unknown")
        yield Note(title=title, text=offer.reason.text(lang), kind=NoteKind.WARNING)


def _apart(offer: Quotation, composition: Composition) -> Iterator[Block]:
    if not offer.not_included:
        return
    lang = composition.lang
    by_article: dict[str, list[str]] = {}
    for cost in offer.not_included:
        by_article.setdefault(cost.cite, []).append(cost.said.text(lang))
    yield Heading(level=2, text=composition.say("quotation.not-included"))
    yield from listed(
        _based(opened(", ".join(costs)), cite, composition) for cite, costs in by_article.items()
    )


def _based(text: str, cite: str, composition: Composition) -> str:
    basis = cited(cite, composition.lang)
    return composition.say("decision.with-basis", text=bare(text), basis=basis) if basis else text


def _payment(offer: Quotation, composition: Composition) -> Iterator[Block]:
    lang = composition.lang
    ways: Iterable[str] = (one.text(lang) for one in offer.payment)
    yield Heading(level=2, text=composition.say("quotation.payment"))
    yield from listed(ways)
    treasury = offer.treasury
    yield Paragraph(text=_based(treasury.said.text(lang), treasury.cite, composition))


def _basis(offer: Quotation, composition: Composition) -> Iterator[Block]:
    shown = cited_all(offer.citations, composition.lang)
    yield Heading(level=2, text=composition.say("quotation.basis"))
    yield Paragraph(text=sentence(shown))


def _signature(composition: Composition) -> Signature:
    say = composition.say
    return Signature(
        place=SHORT,
        date=SHORT,
        title=f"{say('quotation.signer')},",
        name=BLANK,
        identity=say("signature.identity", number=BLANK),
    )
