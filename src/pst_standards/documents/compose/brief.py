"""A service in a few lines: what to bring, how long it takes, what it costs, what one gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from pst_standards.documents.compose.complaint_lines import channel_line, channels_named
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.delivery import procedure_in_brief, requirement_line
from pst_standards.documents.compose.fees import fee_in_brief, fee_wording
from pst_standards.documents.compose.grouping import C, by_channel, channels_of, common_first
from pst_standards.documents.compose.limits_in_brief import (
    limit_in_brief,
    limits_to_tell,
    note_in_brief,
)
from pst_standards.documents.compose.phrases import bare, inner, opened, sentence, span
from pst_standards.documents.compose.standard import service_name
from pst_standards.documents.outline import Block, Content, Panel, Paragraph, Run
from pst_standards.documents.passages import strung
from pst_standards.messages.stops import stopped
from pst_standards.model.channel import Channel
from pst_standards.model.component import Component
from pst_standards.model.delivery import ProductItem
from pst_standards.model.standard import ServiceStandard

_Teller: TypeAlias = Callable[[ServiceStandard, Sequence[Channel], Composition], str]

_ON_LEAFLET: Final = (
    Component.REQUIREMENTS,
    Component.TIME_LIMIT,
    Component.FEE,
    Component.PRODUCT,
)


def service_panel(standard: ServiceStandard, composition: Composition) -> Panel:
    """Return a service under its name, in four short paragraphs."""
    lines = (
        Paragraph(
            text=(
                Run(text=f"{composition.say(f'brief.{component.value}')} ", strong=True),
                Run(text=_text(in_brief(component, standard, composition))),
            )
        )
        for component in _ON_LEAFLET
    )
    return Panel(title=service_name(standard, composition), blocks=tuple(lines))


def _text(content: Content) -> str:
    """Return content that is a text by itself: no component on a leaflet is more."""
    return content if isinstance(content, str) else str(content)


def in_brief(component: Component, standard: ServiceStandard, composition: Composition) -> Content:
    """Return a component of delivery in a few sentences, the steps as lists with who takes them.

    What is missing is named as not set.
    """
    service = by_id(composition.definition.services).get(standard.service or "")
    offered = service.channels if service else ()
    told: Content = ""
    if component is not Component.PROCEDURE:
        told = _TELLERS[component](standard, offered, composition)
    elif standard.procedure:
        told = tuple(procedure_in_brief(standard.procedure, offered, composition))
    return told or sentence(composition.gap(standard, component.value))


def told_in_brief(
    component: Component, standard: ServiceStandard, composition: Composition
) -> tuple[Block, ...]:
    """Return a component in brief as blocks."""
    told = in_brief(component, standard, composition)
    return (Paragraph(text=told),) if isinstance(told, str) else told


def _requirements(
    standard: ServiceStandard, offered: Sequence[Channel], composition: Composition
) -> str:
    """Return what all channels ask for once, then what each asks for besides.

    That some requests ask for more is only said.
    """
    part = standard.requirements
    if part is None:
        return ""
    general = [one for one in part.items if not one.case]
    groups = (
        (name, _lines(own, lambda one: requirement_line(one, composition)))
        for name, own in common_first(general, offered, composition)
    )
    told = _joined(groups, composition)
    special = len(general) < len(part.items)
    return strung(" ", filter(None, (told, composition.say("brief.special") if special else "")))


def _complaints(standard: ServiceStandard, _: Sequence[Channel], composition: Composition) -> str:
    part = standard.complaint_handling
    if part is None:
        return ""
    named = (channel_line(one, composition) for one in channels_named(part.channels, composition))
    channels = strung("; ", (line for line in named if line))
    time = span(part.time_limit, composition.lang)
    return strung(
        " ",
        filter(
            None,
            (
                sentence(composition.words(part.text)),
                sentence(composition.say("brief.channels", channels=channels)) if channels else "",
                composition.say("complaint.answer-within", time=time) if time else "",
            ),
        ),
    )


def _time_limit(
    standard: ServiceStandard, offered: Sequence[Channel], composition: Composition
) -> str:
    told = _told(
        limits_to_tell(standard),
        offered,
        composition,
        lambda one: limit_in_brief(one, composition),
    )
    return strung(" ", filter(None, (told, note_in_brief(standard, composition))))


def _fee(standard: ServiceStandard, offered: Sequence[Channel], composition: Composition) -> str:
    part = standard.fee
    if part is None:
        return ""
    items = _told(
        part.items, offered, composition, lambda one: fee_in_brief(one, part, composition)
    )
    return strung(" ", filter(None, (fee_wording(part, composition), items)))


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
    """Return a sentence for each channel, one for all where they would be the same."""
    parted = by_channel(items, offered, composition)
    groups = [(name, _lines(own, line)) for name, own in parted]
    same = all(lines == groups[0][1] for _, lines in groups)
    if same and len(groups) == len(channels_of(items, offered)):
        groups = [("", lines) for _, lines in groups[:1]]
    return _joined(groups, composition)


def _lines(items: Iterable[C], line: Callable[[C], str]) -> list[str]:
    return list(dict.fromkeys(shown for one in items if (shown := bare(line(one)))))


def _joined(groups: Iterable[tuple[str, Sequence[str]]], composition: Composition) -> str:
    """Return a sentence for each group of lines, with semicolons between them."""
    return strung(" ", (_named(name, told, composition) for name, told in groups if told))


def _named(name: str, told: Sequence[str], composition: Composition) -> str:
    if not name:
        return _sentence(told)
    label = composition.say("label", label=name)
    return stopped(strung(" ", (label, inner(_sentence(told)))))


def _sentence(told: Sequence[str]) -> str:
    if not told:
        return ""
    first, *rest = told
    return sentence(strung("; ", [opened(first), *map(inner, rest)]))


_TELLERS: Final[dict[Component, _Teller]] = {
    Component.REQUIREMENTS: _requirements,
    Component.TIME_LIMIT: _time_limit,
    Component.FEE: _fee,
    Component.PRODUCT: _product,
    Component.COMPLAINT_HANDLING: _complaints,
}
