"""The fee: how a service is paid for, each amount in figures and words with its instrument."""

from __future__ import annotations

from collections.abc import Sequence

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.grouping import under_channels
from pst_standards.documents.compose.lines import case_of, listed, pair, qualified
from pst_standards.documents.compose.phrases import cited, figure, inner, item, money, sentence
from pst_standards.documents.compose.watching import unwatched
from pst_standards.documents.outline import Block, Paragraph
from pst_standards.documents.passages import strung
from pst_standards.model.channel import Channel
from pst_standards.model.delivery import Fee, FeeItem, FeeKind

_NOTHING_TO_PAY = (FeeKind.FREE, FeeKind.ZERO_RUPIAH)


def fee(part: Fee, offered: Sequence[Channel], composition: Composition) -> list[Block]:
    """Return the statement of the fee, its instrument, and its single amounts."""
    wording = fee_wording(part, composition)
    items = under_channels(
        part.items,
        offered,
        composition,
        lambda own: listed(fee_line(one, composition) for one in own),
    )
    return [*([Paragraph(text=wording)] if wording else []), *items]


def fee_wording(part: Fee, composition: Composition) -> str:
    """Return how the service is paid for and on which instrument that rests."""
    wording = sentence(composition.words(part.text))
    if not wording and part.kind is not None:
        wording = sentence(composition.say(f"fee.{part.kind.value}"))
    instrument = cited(part.instrument, composition.lang)
    if instrument and instrument not in wording:
        basis = composition.say("fee.instrument", instrument=instrument)
        wording = strung(" ", (wording, basis)).strip()
    return wording


def fee_line(one: FeeItem, composition: Composition) -> str:
    """Return one amount of a tariff with what it is for and its instrument."""
    amount = money(one.amount, composition.lang) if one.amount is not None else ""
    return _line(one, amount, _basis(one, composition), composition)


def fee_in_brief(one: FeeItem, part: Fee, composition: Composition) -> str:
    """Return an amount in figures alone, without an article of what the whole fee rests on."""
    if one.amount is None:
        return fee_line(one, composition)
    whole, own = (unwatched(each).instrument or "" for each in (part, one))
    is_said = whole and f"{own} ".startswith(f"{whole} ")
    basis = "" if is_said else _basis(one, composition)
    return _line(one, f"Rp{figure(one.amount, composition.lang)}", basis, composition)


def _basis(one: FeeItem, composition: Composition) -> str:
    instrument = cited(one.instrument, composition.lang)
    return composition.say("fee.basis", instrument=instrument) if instrument else ""


def _line(one: FeeItem, amount: str, basis: str, composition: Composition) -> str:
    name = item(composition.words(one.text))
    if not name and one.kind is not None:
        name = one.kind.term(composition.lang)
    price = _price(one, amount, name, composition)
    value = strung(", ", (part for part in (price, basis) if part))
    return qualified(pair(name, value, composition), [case_of(one.case, composition)])


def _price(one: FeeItem, amount: str, name: str, composition: Composition) -> str:
    if amount:
        return strung(" ", (amount, inner(composition.words(one.unit)))).strip()
    if one.kind not in _NOTHING_TO_PAY or one.kind is None:
        return ""
    wording = inner(composition.say(f"fee.{one.kind.value}"))
    return "" if wording.casefold() in name.casefold() else wording
