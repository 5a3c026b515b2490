"""The kind ``standard``: one service standard as the attachment of the decree that sets it."""

from __future__ import annotations

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.form import form
from pst_standards.documents.compose.phrases import bare, proper
from pst_standards.documents.compose.setting import attachment_of, setting_of, signed_below
from pst_standards.documents.outline import Heading
from pst_standards.documents.together import by_decree, sharers
from pst_standards.model.base import Ident
from pst_standards.model.standard import ServiceStandard


def compose_standard(composition: Composition, standard: ServiceStandard | None) -> Body:
    """Compose one standard in the form of PermenPANRB 15/2014."""
    sharing = sharers(standard, by_decree, composition) if standard else []
    standard = standard or ServiceStandard(id=Ident(""))
    title = standard_title(standard, composition)
    setting = setting_of(composition, sharing, standard.decree)
    return Body(
        title=title,
        blocks=(
            attachment_of(setting, standard, composition),
            Heading(level=1, text=title),
            *form(standard, 2, composition),
            signed_below(setting, composition, alone=True),
        ),
        dated=standard.decree.date if standard.decree else None,
        number=proper((standard.decree.number if standard.decree else None) or ""),
    )


def standard_title(standard: ServiceStandard, composition: Composition) -> str:
    """Return the title of a standard: its own, or one made from the name of the service."""
    if own := bare(composition.words(standard.title)):
        return own
    service = by_id(composition.definition.services).get(standard.service or "")
    name = bare(composition.words(service.name)) if service else ""
    if name:
        return composition.say("standard.title", service=name)
    return composition.say("standard.untitled")


def service_name(standard: ServiceStandard, composition: Composition) -> str:
    """Return the name of the service of a standard, else the title of the standard."""
    service = by_id(composition.definition.services).get(standard.service or "")
    name = bare(composition.words(service.name)) if service else ""
    return name or standard_title(standard, composition)
