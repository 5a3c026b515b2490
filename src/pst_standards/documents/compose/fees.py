"""The fee: how a service is paid for, each amount in figures and words with its instrument."""

from __future__ import annotations

from collections.abc import Sequence

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.grouping import under_channels
from pst_standards.documents.compose.lines import case_of, listed, pair, qualified
from pst_standards.documents.compose.phrases import cited, inner, item, money, sentence
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
    name = item(composition.words(one.text))
    if not name and one.kind is not None:
        name = one.kind.term(composition.lang)
    instrument = cited(one.instrument, composition.lang)
    basis = composition.say("fee.basis", instrument=instrument) if instrument else ""
    value = strung(", ", (part for part in (_price(one, name, composition), basis) if part))
    return qualified(pair(name, value, composition), [case_of(one.case, composition)])


def _price(one: FeeItem, name: str, composition: Composition) -> str:
    if one.amount is not None:
        unit = inner(composition.words(one.unit))
        return strung(" ", (money(one.amount, composition.lang), unit)).strip()
    if one.kind not in _NOTHING_TO_PAY or one.kind is None:
        return ""
    wording = inner(composition.say(f"fee.{one.kind.value}"))
    return "" if wording.casefold() in name.casefold() else wording
