"""Reading a page: from its text to the draft of a definition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from pst_standards.exchange.sippn.blocks import Block, blocks_of
from pst_standards.exchange.sippn.channels import BOTH, channels_in
from pst_standards.exchange.sippn.contacts import channels_in as contacts_in
from pst_standards.exchange.sippn.draft import Draft
from pst_standards.exchange.sippn.hours import hours_of
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line, lines_of
from pst_standards.exchange.sippn.office import office_of
from pst_standards.exchange.sippn.opening import Opening, bare_title, opening_of, without_foot
from pst_standards.exchange.sippn.parts import Part
from pst_standards.exchange.sippn.standard import components_of, lines_under
from pst_standards.model.base import Text
from pst_standards.model.component import SERVICE_DELIVERY, Component
from pst_standards.model.definition import FORMAT, Stage
from pst_standards.model.publication import PublicationKind, PublicationMedium
from pst_standards.model.service import Service
from pst_standards.rules.services import kind_of

SOURCE: Final = "Teks halaman SIPPN"
_TELL_CHANNELS: Final = (Part.REQUIREMENTS.value, Part.PROCEDURE.value)
_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_ID: Final = 40
_UNNAMED: Final = "layanan"
_PARTS: Final = frozenset(part.value for part in Component)
_CUT: Final = re.compile(r"(?:\.{3}|\u2026|\((?:ter)?potong\)|\bselengkapnya)\W*\Z", re.IGNORECASE)


def read(text: str) -> Draft:
    r"""Read the text of a public page of SIPPN into the draft of a definition.

    Nothing is raised, whatever the text: what no key of the format takes is told as a remark with
    its line and its words, and so is what had to be guessed.

    >>> draft = read("Konsultasi Statistik\nPersyaratan\n1. Surel aktif\nBiaya / Tarif\nGratis")
    >>> draft.definition.standards[0].requirements.items[0].text.id
    'Surel aktif'
    >>> draft.data["standards"][0]["fee"], draft.whole
    ({'kind': 'free', 'text': 'Gratis'}, True)
    """
    ledger = Ledger()
    lines = list(lines_of(text, ledger.tell))
    kept = without_foot(lines, ledger)
    data = _data(blocks_of(kept, ledger), kept, ledger) if kept else _head(SOURCE)
    if lines and not _PARTS & set(data.get("standards", ({},))[0]):
        ledger.tell("no-part", lines[0].number, lines[0].text)
    if kept and _CUT.search(kept[-1].text):
        ledger.tell("cut", kept[-1].number, kept[-1].text)
    # What the draft says of the page itself is no word of the page.
    return Draft(data=data | _published(data), remarks=ledger.close(lines, data))


def _published(data: dict[str, Any]) -> dict[str, Any]:
    """Return the publication that the page is: the components that it shows of the standard."""
    shown = [
        (standard["id"], part.value)
        for standard in data.get("standards", ())
        for part in SERVICE_DELIVERY
        if part.value in standard
    ]
    if not shown:
        return {}
    page = {
        "id": "sippn",
        "kind": PublicationKind.STANDARD.value,
        "media": [PublicationMedium.SIPPN.value],
        "standards": [shown[0][0]],
        "components": [name for _, name in shown],
    }
    return {"publications": [page]}


def _head(source: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "stage": Stage.DRAFT.value,
        "source": source,
        "confidence": "secondary",
    }


def _data(blocks: list[Block], lines: list[Line], ledger: Ledger) -> dict[str, Any]:
    opening = _opening(blocks, lines, ledger)
    parts = components_of(blocks, ledger)
    service = _service(opening, blocks, parts)
    office = _office(opening, blocks, lines, ledger)
    channels = contacts_in(parts.get("complaint_handling", {}).get("text", ""))
    if Part.COMPLAINTS.value in parts and not channels:
        where = next(iter(lines_under(blocks, Part.COMPLAINTS, Part.COMPLAINT_STEPS)))
        ledger.tell("no-channel", where.number, where.text)
    pledge = "\n".join(line.text for line in lines_under(blocks, Part.MAKLUMAT))
    title = opening.title.text if opening.title else ""
    if title != service.get("name", ""):
        parts = {"title": title} | parts
    return (
        _head(opening.source.text if opening.source else SOURCE)
        | ({"office": office} if office else {})
        | {"services": [service]}
        | {"standards": [{"id": service["id"], "service": service["id"]} | parts]}
        | ({"maklumat": {"pledge": pledge}} if pledge else {})
        | ({"complaints": {"channels": channels}} if channels else {})
    )


def _opening(blocks: list[Block], lines: list[Line], ledger: Ledger) -> Opening:
    """Return the opening; a label says more than the place where a line stands."""
    opening = opening_of(lines_under(blocks, Part.OPENING), ledger)
    opening.title = _labelled(lines_under(blocks, Part.TITLE), opening.title, ledger)
    opening.unit = _labelled(lines_under(blocks, Part.UNIT), opening.unit, ledger)
    opening.description += lines_under(blocks, Part.DESCRIPTION)
    if opening.source is not None:
        ledger.shape(opening.source.number, opening.source.text)
    if opening.title is None:
        ledger.tell("title-missing", lines[0].number, lines[0].text)
    return opening


def _labelled(lines: list[Line], other: Line | None, ledger: Ledger) -> Line | None:
    """Return the first line behind a label, else the other one; tell of all that is not taken."""
    if not lines:
        return other
    ledger.drop([*([other] if other else []), *lines[1:]])
    return lines[0]


def _service(opening: Opening, blocks: list[Block], parts: dict[str, Any]) -> dict[str, Any]:
    title = opening.title.text if opening.title else ""
    name = bare_title(title)
    kind = kind_of(Service(id=_UNNAMED, name=Text(name or None)))
    service: dict[str, Any] = {"id": kind.value if kind else _id_of(name)}
    if name:
        service["name"] = name
    users = "\n".join(line.text for line in lines_under(blocks, Part.USERS))
    about = "\n".join(line.text for line in opening.description)
    channels = _all_channels(title, parts)
    return (
        service
        | ({"description": about} if about else {})
        | ({"users": users} if users else {})
        | ({"channels": [one for one in BOTH if one in channels]} if channels else {})
    )


def _id_of(name: str) -> str:
    return _SLUG.sub("-", name.lower()).strip("-")[:_LONGEST_ID].strip("-") or _UNNAMED


def _all_channels(title: str, parts: dict[str, Any]) -> set[str]:
    """Return the channels of a service.

    A single line of the time or the fee ("Online: 1 hari kerja") does not say that there is no
    other channel: these parts name the channels only where they name both, or another beside.
    """
    told = {*channels_in(title)}
    for key in _TELL_CHANNELS:
        told.update(_channels(parts.get(key)))
    every = told | {*_channels(parts)}
    return every if told or len(every) > 1 else set()


def _channels(part: Any) -> Iterable[str]:
    """Yield the channels that some item of the components names."""
    if isinstance(part, dict):
        yield from part.get("channels", ())
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _channels(inner)


def _office(
    opening: Opening, blocks: list[Block], lines: list[Line], ledger: Ledger
) -> dict[str, Any]:
    office = office_of(opening.unit, "\n".join(line.text for line in lines), ledger)
    hours = hours_of(lines_under(blocks, Part.HOURS), ledger)
    return office | ({"opening_hours": hours} if hours else {})
