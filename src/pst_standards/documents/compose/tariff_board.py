"""The kind ``tariff-board``: when the office is open and what services cost, for the counter."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.claiming import complaint_channels
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import SMALLEST, fitted, sheet
from pst_standards.documents.compose.form import component_content
from pst_standards.documents.compose.opening_hours import opening_hours
from pst_standards.documents.compose.standard import service_name
from pst_standards.documents.outline import Block, Column, Content, Heading, Layout, Note, Table
from pst_standards.model.component import Component
from pst_standards.model.standard import ServiceStandard


def compose_tariff_board(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the board of hours and tariffs."""
    title = composition.say("tariff-board.title")
    blocks = (
        Heading(level=1, text=title),
        *_titled("tariff-board.hours", opening_hours(composition), composition),
        *_titled("tariff-board.tariffs", _tariffs(composition), composition),
        *_more_asked(composition),
    )
    width, room = sheet(composition, Layout.WALL, landscape=False)
    return Body(
        title=title,
        blocks=blocks,
        layout=Layout.WALL,
        scale=fitted(blocks, width, room) or SMALLEST,
    )


def _titled(key: str, blocks: list[Block], composition: Composition) -> Iterator[Block]:
    if blocks:
        yield Heading(level=2, text=composition.say(key))
        yield from blocks


def _tariffs(composition: Composition) -> list[Block]:
    standards = composition.definition.standards
    if not standards:
        return []
    rows: list[tuple[Content, ...]] = [
        (service_name(one, composition), component_content(Component.FEE, one, composition))
        for one in standards
    ]
    columns = (
        Column(title=composition.say("column.service"), share=3, heads_row=True),
        Column(title=composition.say("column.tariff"), share=5),
    )
    return [Table(columns=columns, rows=tuple(rows))]


def _more_asked(composition: Composition) -> Iterator[Block]:
    """Yield where a payment is reported that the board does not name."""
    if channels := complaint_channels(composition):
        yield Note(
            title=composition.say("tariff-board.more"),
            text=composition.say("tariff-board.report", channels="; ".join(channels)),
        )
