"""An entry of SIPPN as a definition has it: title, unit, decree, and the six components."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import field, frozen

from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.form import component_content
from pst_standards.documents.compose.open_points import open_points
from pst_standards.exchange.sippn.decree_label import Label, label_of
from pst_standards.exchange.sippn.points import Point, points_of
from pst_standards.findings import Pointer, format_pointer
from pst_standards.model.component import SERVICE_DELIVERY, Component
from pst_standards.model.definition import Definition
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.formats.cleaning import one_line

HEADINGS: Final = {
    Component.REQUIREMENTS: "Persyaratan",
    Component.PROCEDURE: "Sistem, Mekanisme dan Prosedur",
    Component.TIME_LIMIT: "Waktu Penyelesaian",
    Component.FEE: "Biaya / Tarif",
    Component.PRODUCT: "Produk Pelayanan",
    Component.COMPLAINT_HANDLING: "Pengaduan Layanan",
}
"""What a public page prints above each component, in the order of the page."""
DECREE: Final = "No. SK"


@frozen(kw_only=True)
class Section:
    """One component as it is pasted; without points it is not set."""

    component: Component
    points: tuple[Point, ...] = ()

    @property
    def heading(self) -> str:
        """What the page prints above it."""
        return HEADINGS[self.component]

    @property
    def text(self) -> str:
        """The lines to paste."""
        return "\n".join(point.written for point in self.points)


@frozen(kw_only=True)
class Entry:
    """What belongs on the page of one service; ``place`` is that of its standard."""

    place: int
    standard: str
    service: str | None
    title: str
    unit: str
    label: Label
    sections: tuple[Section, ...]
    names: tuple[str, ...] = field(default=(), repr=False)
    """Other titles under which the service may be published."""
    unconfirmed: int = 0
    """Values shown on the page that nobody confirmed, or that only serve as an example."""

    @property
    def text(self) -> str:
        """The whole page as text, an empty line before each component."""
        head = [self.title, self.unit, f"{DECREE} : {self.label.text}".rstrip()]
        parts = [f"{one.heading}\n{one.text}" for one in self.sections if one.points]
        return "\n\n".join(["\n".join(filter(None, head)), *parts]) + "\n"

    def pointer(self, *steps: str) -> str:
        """Return the JSON pointer of a part of the standard."""
        path: Pointer = ("standards", self.place, *steps)
        return format_pointer(path)

    def to_dict(self) -> dict[str, Any]:
        """Return the entry for programs."""
        return {
            "standard": self.standard,
            "service": self.service,
            "title": self.title,
            "unit": self.unit,
            "decree": self.label.text,
            "sections": [
                {
                    "component": one.component.value,
                    "pointer": self.pointer(one.component.value),
                    "heading": one.heading,
                    "text": one.text,
                }
                for one in self.sections
            ],
        }


def entries_of(definition: Definition) -> Iterator[Entry]:
    """Yield the entry of each standard. Pages of SIPPN are in Indonesian.

    Needs the extra ``office``.
    """
    for place in range(len(definition.standards)):
        # One composition each, as it knows which values were read for it.
        composition = Composition(original=definition, lang="id")
        yield _entry(place, composition.definition.standards[place], composition)


def _entry(place: int, standard: ServiceStandard, composition: Composition) -> Entry:
    service = by_id(composition.definition.services).get(standard.service or "")
    name = one_line(composition.words(service.name)) if service else ""
    title = one_line(composition.words(standard.title))
    sections = tuple(_section(one, standard, composition) for one in SERVICE_DELIVERY)
    return Entry(
        place=place,
        standard=str(standard.id),
        service=standard.service,
        title=name or title,
        unit=_unit(composition),
        label=label_of(standard.decree),
        sections=sections,
        names=tuple(filter(None, (name, title))),
        unconfirmed=len(open_points(composition).values),
    )


def _unit(composition: Composition) -> str:
    office = composition.definition.office
    return one_line((office.short_name or office.name or "") if office else "")


def _section(component: Component, standard: ServiceStandard, composition: Composition) -> Section:
    part = getattr(standard, component.value)
    if part is None:
        return Section(component=component)
    gaps = len(composition.gaps)
    blocks = component_content(component, standard, composition)
    if len(composition.gaps) > gaps:
        return Section(component=component)
    return Section(component=component, points=tuple(points_of(blocks)))
