"""Prices and quotations as a clerk reads them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pst_standards.cli.speech import Say, speaker
from pst_standards.messages import rupiah
from pst_standards.rules.formats.dates import long_date

if TYPE_CHECKING:
    from pst_standards.tariffs import Cost, Price, Quotation, ZeroAnswer

_WIDTH = 90
_SUM = 22


def price_text(price: Price, lang: str) -> str:
    """Return one price: the amount, how it was reckoned, by which articles, what is apart."""
    say = speaker(lang)
    lines = [f"{price.title.text(lang)}: {_amount(price.amount, say, lang)}"]
    lines += _explained(price, lang)
    cited = "; ".join(price.citations)
    key = "price.by" if cited else "price.day"
    lines.append(say(key, cited=cited, day=long_date(price.on, lang)))
    return "\n".join(_wrapped([*lines, *_apart(price.not_included, say, lang)]))


def quotation_text(offer: Quotation, lang: str) -> str:
    """Return a quotation: numbered lines, sums, what is apart, how to pay, zero rupiah."""
    say = speaker(lang)
    lines = [say("quotation.title", day=long_date(offer.on, lang)), ""]
    for number, line in enumerate(offer.lines, 1):
        title, amount = line.title.text(lang), _amount(line.amount, say, lang)
        lines += [f"{number}. {title}: {amount}", *_explained(line, lang)]
    lines += ["", *_sums(offer, say, lang), ""]
    lines += _apart(offer.not_included, say, lang)
    lines += [one.text(lang) for one in offer.payment]
    lines.append(f"{offer.treasury.said.text(lang)} ({offer.treasury.cite}).")
    cited = "; ".join(offer.citations)
    lines.append(say("price.by", cited=cited, day=long_date(offer.on, lang)))
    if offer.zero_rupiah is not None:
        lines += ["", *_zero(offer.zero_rupiah, say, lang)]
    return "\n".join(_wrapped(lines))


def _amount(amount: int | None, say: Say, lang: str) -> str:
    return say("price.unknown") if amount is None else rupiah(amount, lang)


def _explained(price: Price, lang: str) -> Iterator[str]:
    said = [step.said for step in price.steps]
    said += [price.reason] if price.reason is not None else []
    for one in (*said, *price.notes):
        yield f"  {one.text(lang)}"


def _sums(offer: Quotation, say: Say, lang: str) -> Iterator[str]:
    """Yield the sums, those that were not stated left out."""
    named = {
        "subtotal": _amount(offer.subtotal, say, lang),
        "shipping": "" if offer.shipping is None else rupiah(offer.shipping, lang),
        "bank_fee": "" if offer.bank_fee is None else rupiah(offer.bank_fee, lang),
        "total": _amount(offer.total, say, lang),
    }
    for name, shown in named.items():
        if shown:
            yield f"{say(f'quotation.{name}'):{_SUM}}{shown:>20}"
    if offer.reason is not None:
        yield offer.reason.text(lang)


def _apart(costs: Iterable[Cost], say: Say, lang: str) -> Iterator[str]:
    """Yield what is not included, one line an article."""
    by_article: dict[str, list[str]] = {}
    for cost in costs:
        by_article.setdefault(cost.cite, []).append(cost.said.text(lang))
    for cite, said in by_article.items():
        yield say("price.not-included", costs=", ".join(said), cited=cite)


def _zero(zero: ZeroAnswer, say: Say, lang: str) -> Iterator[str]:
    yield say("quotation.zero", cite=zero.cite) if zero.cite else say("quotation.zero-uncited")
    words = {True: "met", False: "unmet", None: "open"}
    for condition in zero.conditions:
        word = say(f"quotation.{words[condition.met]}")
        yield f"  - {condition.said.text(lang)} [{word}] ({condition.cite})"
    yield f"  {say('quotation.show')}"
    words = {True: "there", False: "missing", None: "open"}
    for shown in zero.to_show:
        yield f"  - {shown.said.text(lang)} [{say(f'quotation.{words[shown.there]}')}]"
    for note in zero.notes:
        yield f"  {note.text(lang)}"


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    """Break long lines; what continues stands under its beginning."""
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip(" -")))
        yield textwrap.fill(line, _WIDTH, subsequent_indent=indent) if len(line) > _WIDTH else line
