"""A service in a few lines: what to bring, how long it takes, what it costs, what one gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.delivery import requirement_line
from pst_standards.documents.compose.fees import fee_line, fee_wording
from pst_standards.documents.compose.grouping import C, by_channel
from pst_standards.documents.compose.phrases import bare, inner, item, opened, sentence, units
from pst_standards.documents.compose.poster import service_name
from pst_standards.documents.outline import Panel, Paragraph, Run
from pst_standards.model.channel import Channel
from pst_standards.model.delivery import Limit, ProductItem, TimeScope
from pst_standards.model.standard import ServiceStandard

_Teller: TypeAlias = Callable[[ServiceStandard, Sequence[Channel], Composition], str]


def service_panel(standard: ServiceStandard, composition: Composition) -> Panel:
    """Return a service under its name; a component that is missing is named as not set."""
    service = by_id(composition.definition.services).get(standard.service or "")
    offered = service.channels if service else ()
    lines = (
        Paragraph(
            text=(
                Run(text=f"{composition.say(f'brief.{name}')} ", strong=True),
                Run(text=tell(standard, offered, composition) or _gap(standard, name, composition)),
            )
        )
        for name, tell in _LINES.items()
    )
    return Panel(title=service_name(standard, composition), blocks=tuple(lines))


def _gap(standard: ServiceStandard, name: str, composition: Composition) -> str:
    return sentence(composition.gap(standard, name))


def _requirements(
    standard: ServiceStandard, offered: Sequence[Channel], composition: Composition
) -> str:
    part = standard.requirements
    if part is None:
        return ""
    return _told(part.items, offered, composition, lambda one: requirement_line(one, composition))


def _time_limit(
    standard: ServiceStandard, offered: Sequence[Channel], composition: Composition
) -> str:
    part = standard.time_limit
    if part is None:
        return ""
    # Only the whole process is the time limit that the law asks for.
    whole = [one for one in part.limits if one.scope is TimeScope.WHOLE_PROCESS]
    return _told(whole or part.limits, offered, composition, lambda one: _limit(one, composition))


def _limit(limit: Limit, composition: Composition) -> str:
    if limit.value is None:
        return composition.words(limit.text)
    key = "limit.at-most" if limit.value else "limit.at-once"
    shown = composition.say(key, span=units(limit.value, limit.unit, composition.lang))
    case = item(composition.words(limit.case))
    return f"{case}: {shown}" if case else shown


def _fee(standard: ServiceStandard, offered: Sequence[Channel], composition: Composition) -> str:
    part = standard.fee
    if part is None:
        return ""
    items = _told(part.items, offered, composition, lambda one: fee_line(one, composition))
    return " ".join(filter(None, (fee_wording(part, composition), items)))


def _product(
    standard: ServiceStandard, offered: Sequence[Channel], composition: Composition
) -> str:
    def line(one: ProductItem) -> str:
        return composition.words(one.text)

    part = standard.product
    return _told(part.items, offered, composition, line) if part else ""


def _told(
    items: Sequence[C],
    offered: Sequence[Channel],
    composition: Composition,
    line: Callable[[C], str],
) -> str:
    return " ".join(_sentences(items, offered, composition, line))


def _sentences(
    items: Sequence[C],
    offered: Sequence[Channel],
    composition: Composition,
    line: Callable[[C], str],
) -> Iterator[str]:
    """Yield a sentence for each channel, its items with semicolons between them."""
    for name, own in by_channel(items, offered, composition):
        told = list(dict.fromkeys(shown for one in own if (shown := bare(line(one)))))
        if not told:
            continue
        first, *rest = told
        label = f"{composition.say('label', label=name)} " if name else ""
        shown = inner(first) if name else opened(first)
        yield sentence(label + "; ".join([shown, *map(inner, rest)]))


_LINES: Final[dict[str, _Teller]] = {
    "requirements": _requirements,
    "time_limit": _time_limit,
    "fee": _fee,
    "product": _product,
}
