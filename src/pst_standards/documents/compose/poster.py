"""The kinds ``poster`` and ``combined-poster``: the six components of delivery, for the wall.

UU 25/2009 Pasal 21 and PermenPANRB 15/2014 name them; an office shows them where it serves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations
from math import fsum
from typing import Final

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.brief import in_brief, told_in_brief
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import (
    banded,
    content_height,
    head_height,
    least,
    over_sheets,
    pair_fitted,
    sheet,
)
from pst_standards.documents.compose.form import component_content, component_title
from pst_standards.documents.compose.procedure_rows import procedure_rows
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
_NAMES_SHARE: Final = 9
_SHARE: Final = 20
_LEAST_SHARE: Final = 12
_MOST_MOVES: Final = 40
_CELL_MM: Final = 4.0
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
        laid, scale = _largest(panels, width - _GAP_MM, room - below - _RESERVE_MM)
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
_RESERVE_MM: Final = 6.0
"""What programs for Word files set higher than PDF: the last line stays on the sheet there too."""


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
        scale=over_sheets(
            blocks,
            width,
            room,
            max(least(composition.paper), _READABLE),
            more=head_height(composition),
        ),
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
        told = {one: [contents[one][place] for place in abreast] for one in components}
        shares = _shares(list(told.values()), composition)
        services = [
            Column(title=service_name(standards[place], composition), share=share)
            for place, share in zip(abreast, shares, strict=True)
        ]
        yield Table(
            columns=(
                Column(title=say("column.component"), share=_NAMES_SHARE, heads_row=True),
                *services,
            ),
            rows=tuple(_rows(told, composition)),
        )


def _rows(
    told: dict[Component, list[Content]], composition: Composition
) -> Iterator[tuple[Content, ...]]:
    """Yield the rows of a table, of the steps one for each channel."""
    for component, cells in told.items():
        rows = [tuple(cells)]
        if component is Component.PROCEDURE:
            rows = procedure_rows(cells, composition)
        for row in rows:
            yield (component_title(component, composition), *row)


def _shares(rows: Sequence[Sequence[Content]], composition: Composition) -> list[int]:
    """Return shares of the width that make all rows together low: who says more gets more room."""
    width, _ = sheet(composition, Layout.WALL, landscape=True)
    width /= max(least(composition.paper), _READABLE)
    each = width / (_NAMES_SHARE + _SHARE * len(rows[0]))
    high = cache(
        lambda at, column, share: content_height(rows[at][column], each * share - _CELL_MM)
    )

    def height(shares: Sequence[int]) -> float:
        return fsum(
            max(high(at, column, share) for column, share in enumerate(shares))
            for at in range(len(rows))
        )

    shares = [_SHARE] * len(rows[0])
    lowest = height(shares)
    for _ in range(_MOST_MOVES):
        tried = min(_moved(shares), key=height, default=shares)
        if height(tried) >= lowest:
            break
        shares, lowest = tried, height(tried)
    return shares


def _moved(shares: Sequence[int]) -> Iterator[list[int]]:
    """Yield the shares with some of the width given from one column to another."""
    for giver, taker in permutations(range(len(shares)), 2):
        for much in (1, 2, 4):
            given = [*shares]
            given[giver] -= much
            given[taker] += much
            if given[giver] >= _LEAST_SHARE:
                yield given


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
