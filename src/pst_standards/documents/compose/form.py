"""The ministry's form of a standard: two tables with the columns number, component, description."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from pst_standards.documents.compose import (
    complaint_lines,
    delivery,
    fees,
    manufacturing,
)
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
)
from pst_standards.model.channel import Channel
from pst_standards.model.component import MANUFACTURING, SERVICE_DELIVERY, Component
from pst_standards.model.standard import ServiceStandard, component_term

_Delivery: TypeAlias = Callable[[Any, Sequence[Channel], Composition], list[Block]]
_Manufacturing: TypeAlias = Callable[[Any, Composition], list[Block]]

_DELIVERY: Final[Mapping[Component, _Delivery]] = {
    Component.REQUIREMENTS: delivery.requirements,
    Component.PROCEDURE: delivery.procedure,
    Component.TIME_LIMIT: delivery.time_limit,
    Component.FEE: fees.fee,
    Component.PRODUCT: delivery.product,
    Component.COMPLAINT_HANDLING: complaint_lines.complaint_handling,
}
_MANUFACTURING: Final[Mapping[Component, _Manufacturing]] = {
    Component.LEGAL_BASIS: manufacturing.legal_basis,
    Component.FACILITIES: manufacturing.facilities,
    Component.COMPETENCE: manufacturing.competence,
    Component.INTERNAL_SUPERVISION: manufacturing.internal_supervision,
    Component.STAFFING: manufacturing.staffing,
    Component.SERVICE_GUARANTEE: manufacturing.service_guarantee,
    Component.SAFETY_GUARANTEE: manufacturing.safety_guarantee,
    Component.PERFORMANCE_EVALUATION: manufacturing.performance_evaluation,
}


def form(standard: ServiceStandard, level: int, composition: Composition) -> list[Block]:
    """Return parts A and B of the form under headings of ``level``."""
    return [
        Heading(level=level, text=composition.say("form.delivery")),
        _table(SERVICE_DELIVERY, standard, composition),
        Heading(level=level, text=composition.say("form.manufacturing")),
        _table(MANUFACTURING, standard, composition),
    ]


def _table(
    components: Sequence[Component], standard: ServiceStandard, composition: Composition
) -> Table:
    say = composition.say
    rows = tuple(
        (
            f"{number}.",
            component_title(component, composition),
            component_content(component, standard, composition),
        )
        for number, component in enumerate(components, start=1)
    )
    return Table(
        columns=(
            Column(title=say("column.number"), share=6, align=Align.CENTER),
            Column(title=say("column.component"), share=22, heads_row=True),
            Column(title=say("column.description"), share=72),
        ),
        rows=rows,
        origins=tuple((*pointer_of(standard), component.value) for component in components),
    )


def component_title(component: Component, composition: Composition) -> str:
    """Return what the form calls a component."""
    # The form calls it pelayanan where the act says penyelesaian.
    if component is Component.TIME_LIMIT:
        return composition.say("form.time-limit")
    return component_term(component, composition.lang)


def component_content(
    component: Component, standard: ServiceStandard, composition: Composition
) -> tuple[Block, ...]:
    """Return what the form says of a component, that it is not set where it is missing."""
    part = getattr(standard, component.value)
    blocks: list[Block] = []
    if part is not None and component in _DELIVERY:
        blocks = _DELIVERY[component](part, _offered(standard, composition), composition)
    elif part is not None:
        blocks = _MANUFACTURING[component](part, composition)
    if not blocks:
        shown = composition.gap(standard, component.value)
        return (Paragraph(text=(Run(text=shown, strong=True),)),)
    return tuple(blocks)


def _offered(standard: ServiceStandard, composition: Composition) -> tuple[Channel, ...]:
    service = by_id(composition.definition.services).get(standard.service or "")
    return service.channels if service else ()
