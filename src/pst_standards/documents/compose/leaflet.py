"""The kind ``leaflet``: what a visitor needs, on one sheet folded twice.

Outside lie the flap that is folded in, the back and the cover; inside the services in short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.brief import service_panel
from pst_standards.documents.compose.claiming import complaint_channels
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import (
    SCALES,
    SMALLEST,
    balanced,
    largest,
    stack_height,
)
from pst_standards.documents.compose.head import LOGO_MM, office_name, picture
from pst_standards.documents.compose.lines import listed, said
from pst_standards.documents.compose.maklumat import pledge
from pst_standards.documents.compose.office_profile import contacts
from pst_standards.documents.compose.opening_hours import (
    closed_line,
    days,
    period,
    zone_name,
)
from pst_standards.documents.compose.phrases import bare, hours, item, postal, proper
from pst_standards.documents.compose.standard import service_name
from pst_standards.documents.outline import (
    Block,
    Heading,
    Inline,
    Layout,
    PageBreak,
    Panel,
    Panels,
    Paragraph,
    ParagraphStyle,
    Run,
)
from pst_standards.documents.passages import strung
from pst_standards.model.office import OpeningHours
from pst_standards.model.standard import ServiceStandard

_FOLDS: Final = 3
_SIDE_MM: Final = 9
_WIDTH_MM: Final = 297 / _FOLDS - 2 * _SIDE_MM
_HEIGHT_MM: Final = 165.0
# Letters of a paper held in the hand need not be those of a wall.
_LARGEST: Final = 1.16
_SCALES: Final = tuple(scale for scale in SCALES if scale <= _LARGEST)
_LAID: Final = (2, 1, 0)
"""The cover is read first and lies at the right, the flap at the left."""


def compose_leaflet(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the leaflet."""
    say = composition.say
    title = say("leaflet.title")
    outside = [[panel] for panel in _outside(title, composition)]
    inside = [service_panel(one, composition) for one in composition.definition.standards]
    columns = balanced(inside, _FOLDS, _WIDTH_MM)
    # A fold without a service stays empty: the others would not lie between the folds.
    columns += ((Panel(blocks=()),),) * (_FOLDS - len(columns))
    return Body(
        title=title,
        blocks=(
            Panels(columns=outside, order=_LAID, framed=False, gap=2 * _SIDE_MM, height=_HEIGHT_MM),
            PageBreak(),
            Panels(columns=columns, framed=False, gap=2 * _SIDE_MM),
        ),
        landscape=True,
        layout=Layout.FOLDED,
        scale=_scale([*outside, *columns]) or SMALLEST,
    )


def _scale(columns: Sequence[Sequence[Panel]]) -> float | None:
    def tallest(width: float) -> float:
        return max(stack_height(stack, width) for stack in columns)

    return largest(lambda scale: scale * tallest(_WIDTH_MM / scale), _HEIGHT_MM, _SCALES)


def _outside(title: str, composition: Composition) -> Iterator[Panel]:
    yield Panel(blocks=tuple(_cover(title, composition)), middle=True)
    yield Panel(blocks=tuple(_back(composition)))
    yield Panel(blocks=tuple(_flap(composition)))


def _cover(title: str, composition: Composition) -> Iterator[Block]:
    office = composition.definition.office
    if office and (logo := picture(office, "logo", office.logo, composition, width=LOGO_MM)):
        yield logo
    yield Heading(level=1, text=title)
    joined = office.integrated_service if office else None
    name = proper(composition.words(joined.name)) if joined else ""
    for line in (name, office_name(composition)):
        if line:
            yield Paragraph(text=(Run(text=line, strong=True),), style=ParagraphStyle.CENTERED)
    services = (service_name(one, composition) for one in composition.definition.standards)
    yield Paragraph(text=strung("\n", services), style=ParagraphStyle.CENTERED)
    if motto := bare(composition.words(office.motto)) if office else "":
        yield Paragraph(text=(Run(text=motto, emphasis=True),), style=ParagraphStyle.CENTERED)


def _back(composition: Composition) -> Iterator[Block]:
    office = composition.definition.office
    if office is None:
        return
    say = composition.say
    hours_told = [_hours(one, zone_name(office), composition) for one in office.opening_hours]
    if times := listed([*hours_told, closed_line(office, composition).removesuffix(".")]):
        yield Heading(level=2, text=say("leaflet.hours"))
        yield from times
    lines: list[Inline] = [postal(office.address)]
    lines += [
        _labelled(label, value, composition)
        for label, value in contacts(office, composition)
        if value
    ]
    if reached := listed(lines):
        yield Heading(level=2, text=say("leaflet.contact"))
        yield from reached


def _hours(one: OpeningHours, zone: str, composition: Composition) -> str:
    lang = composition.lang
    open_ = hours(one.opens, one.closes, lang)
    open_ = f"{open_} {zone}".strip() if open_ else ""
    pause = hours(one.break_start, one.break_end, lang)
    parts = [days(one.days, composition), open_]
    if pause:
        parts.append(composition.say("leaflet.break", hours=pause))
    if valid := period(one, composition):
        parts.append(valid)
    if note := item(composition.words(one.note)):
        parts.append(note)
    return strung(", ", (part for part in parts if part))


def _labelled(label: str, value: Inline, composition: Composition) -> Inline:
    runs = (Run(text=value),) if isinstance(value, str) else value
    return (Run(text=composition.say("label", label=label) + " ", strong=True), *runs)


def _flap(composition: Composition) -> Iterator[Block]:
    if (maklumat := composition.definition.maklumat) is not None:
        yield Heading(level=2, text=composition.say("maklumat.title"))
        for block in pledge(maklumat, composition):
            yield _plainer(block)
    yield from _complaints(composition)


def _plainer(block: Block) -> Block:
    # In a narrow fold a quotation in large letters would take all of it.
    return Paragraph(text=block.text) if isinstance(block, Paragraph) else block


def _complaints(composition: Composition) -> Iterator[Block]:
    complaints = composition.definition.complaints
    channels = listed(complaint_channels(composition))
    if complaints is not None and channels:
        yield Heading(level=2, text=composition.say("leaflet.complaints"))
        yield from said(complaints.text, composition)
        yield from channels
