"""The kinds ``poster`` and ``combined-poster``: the six components of delivery, for the wall.

UU 25/2009 Pasal 21 and PermenPANRB 15/2014 name them; an office shows them where it serves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.brief import in_brief, told_in_brief
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import (
    banded,
    content_height,
    least,
    over_sheets,
    pair_fitted,
    sheet,
)
from pst_standards.documents.compose.form import component_content, component_title
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.compose.standard import service_name, standard_title
from pst_standards.documents.outline import (
    Block,
    Column,
    Content,
    Heading,
    Layout,
    Panel,
    Panels,
    Paragraph,
    ParagraphStyle,
    Table,
)
from pst_standards.model.base import Ident
from pst_standards.model.component import SERVICE_DELIVERY, Component
from pst_standards.model.standard import ServiceStandard

_COLUMNS: Final = 2
_GAP_MM: Final = 5.0
_WEIGHT: Final = 0.75
"""Less than one, for a short text in a narrow column would have many broken lines."""
_USUAL_MM: Final = 60.0
"""Width of a usual column of the combined poster, to compare how much services have to say."""
_ABREAST: Final = 5
"""Most services beside each other: more would leave each too narrow a column."""


def compose_poster(composition: Composition, standard: ServiceStandard | None) -> Body:
    """Compose the poster of one standard."""
    standard = standard or ServiceStandard(id=Ident(""))
    title = standard_title(standard, composition)
    basis = list(_basis(standard, composition))
    laid, scale = _laid_out(standard, composition, len(basis) * _ONE_LINE_MM)
    return Body(
        title=composition.say("poster.title", standard=title),
        blocks=(Heading(level=1, text=title), *laid, *basis),
        dated=standard.decree.date if standard.decree else None,
        layout=Layout.WALL,
        scale=scale,
    )


def _laid_out(
    standard: ServiceStandard, composition: Composition, below: float
) -> tuple[list[Panels], float]:
    """Return the panels with the largest letters; too long a text goes on overleaf in pairs.

    Where the letters would be small, complaints are told in brief: their steps are the same for all
    services and hang beside this poster as the complaint procedure.
    """
    width, room = sheet(composition, Layout.WALL, landscape=False)
    smallest = least(composition.paper)
    for brief in (False, True):
        panels = _panels(standard, composition, brief=brief)
        laid, scale = _largest(panels, width - _GAP_MM, room - below)
        if scale is not None and scale >= (smallest if brief else max(smallest, _READABLE)):
            return laid, scale
    pairs = (panels[start : start + _COLUMNS] for start in range(0, len(panels), _COLUMNS))
    laid = [Panels(columns=[[one] for one in pair], gap=_GAP_MM) for pair in pairs]
    return laid, over_sheets(laid, width - _GAP_MM, room, max(smallest, _OVERLEAF))


def _largest(
    panels: Sequence[Panel], width: float, room: float
) -> tuple[list[Panels], float | None]:
    """Return two columns, or two panels with the others below them, whichever is the larger."""
    pair, scale = pair_fitted(panels, width, room)
    ways = [([pair], scale)]
    ways += (banded(panels, abreast, width, room) for abreast in (2, 4))
    return max(ways, key=lambda way: way[1] or 0.0)


def _panels(standard: ServiceStandard, composition: Composition, *, brief: bool) -> list[Panel]:
    return [
        Panel(
            title=f"{number}. {component_title(component, composition)}",
            blocks=told_in_brief(component, standard, composition)
            if brief and component is Component.COMPLAINT_HANDLING
            else component_content(component, standard, composition),
        )
        for number, component in enumerate(SERVICE_DELIVERY, start=1)
    ]


_READABLE: Final = 0.9
_OVERLEAF: Final = 0.94
_ONE_LINE_MM: Final = 12.0


def _basis(standard: ServiceStandard, composition: Composition) -> Iterator[Block]:
    if decree := decree_line(composition, standard.decree):
        text = composition.say("standard.set-by", decree=decree)
        yield Paragraph(text=text, style=ParagraphStyle.SMALL)


def compose_combined_poster(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the poster of all services: components below each other, services side by side.

    What is the same for all services is told once, below the table. Letters are never smaller than
    can be read on a wall: what one sheet cannot hold goes on on the next.
    """
    title = composition.say("combined-poster.title")
    standards = composition.definition.standards
    contents = {
        component: [in_brief(component, one, composition) for one in standards]
        for component in SERVICE_DELIVERY
    }
    shared = [one for one in SERVICE_DELIVERY if _is_shared(contents[one])]
    own = [one for one in SERVICE_DELIVERY if one not in shared]
    blocks = (
        Heading(level=1, text=title),
        *_tables(own, contents, composition),
        *_for_all(shared, composition),
    )
    width, room = sheet(composition, Layout.WALL, landscape=True)
    return Body(
        title=title,
        blocks=blocks,
        landscape=True,
        layout=Layout.WALL,
        scale=over_sheets(blocks, width, room, max(least(composition.paper), _READABLE)),
    )


def _is_shared(contents: Sequence[Content]) -> bool:
    return len(contents) > 1 and all(one == contents[0] for one in contents)


def _tables(
    components: Sequence[Component],
    contents: dict[Component, list[Content]],
    composition: Composition,
) -> Iterator[Block]:
    standards = composition.definition.standards
    say = composition.say
    for start in range(0, len(standards) if components else 0, _ABREAST):
        abreast = range(start, min(start + _ABREAST, len(standards)))
        shares = _shares(
            [
                sum(content_height(contents[one][place], _USUAL_MM) for one in components)
                for place in abreast
            ]
        )
        services = [
            Column(title=service_name(standards[place], composition), share=share)
            for place, share in zip(abreast, shares, strict=True)
        ]
        rows = [
            (
                component_title(component, composition),
                *(contents[component][place] for place in abreast),
            )
            for component in components
        ]
        yield Table(
            columns=(Column(title=say("column.component"), share=11, heads_row=True), *services),
            rows=tuple(rows),
        )


def _shares(lengths: Sequence[float]) -> list[int]:
    """Return shares of the width: who has more to say gets more room, within bounds."""
    mean = sum(lengths) / len(lengths) or 1
    return [min(max(round(20 * (length / mean) ** _WEIGHT), 13), 36) for length in lengths]


def _for_all(components: Sequence[Component], composition: Composition) -> Iterator[Block]:
    first = composition.definition.standards[:1]
    panels = [
        Panel(
            title=composition.say(
                "combined-poster.for-all", component=component_title(component, composition)
            ),
            blocks=told_in_brief(component, one, composition),
        )
        for one in first
        for component in components
    ]
    if panels:
        yield Panels(columns=[[one] for one in panels], gap=_GAP_MM)
