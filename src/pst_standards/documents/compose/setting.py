"""One decree with the standards that it sets: each is an attachment, in the decree and alone."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.phrases import BLANK, bare
from pst_standards.documents.compose.signing import (
    attachment_header,
    issuer_of,
    note_number,
    signed_attachment,
)
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.formats import romans
from pst_standards.documents.outline import Block, Signature
from pst_standards.model.channel import Decree
from pst_standards.model.standard import ServiceStandard


@frozen(kw_only=True)
class Setting:
    """A decree with the standards that it sets, and its names as they are printed."""

    decree: Decree
    standards: Sequence[ServiceStandard]
    issuer: str
    about: str


def setting_of(
    composition: Composition, standards: Sequence[ServiceStandard], own: Decree | None = None
) -> Setting:
    """Return how standards are set: by their ``own`` decree, else by the first that one has."""
    decree = own or next((one.decree for one in standards if one.decree), None) or Decree()
    about = bare(composition.words(decree.title))
    return Setting(
        decree=decree,
        standards=standards,
        issuer=issuer_of(composition, decree),
        about=about or _usual_title(composition),
    )


def _usual_title(composition: Composition) -> str:
    return composition.say("decree.about-office", office=office_name(composition) or BLANK)


def attachment_of(setting: Setting, standard: ServiceStandard, composition: Composition) -> Block:
    """Return what stands above a standard: of which decree it is an attachment, and which one.

    A decree that sets one standard has one attachment, which needs no number.
    """
    places = [pointer_of(one) for one in setting.standards]
    place = pointer_of(standard)
    note_number(composition, setting.decree, pointer_of(setting.decree) or (*place, "decree"))
    several = len(places) > 1 and place in places
    return attachment_header(
        composition,
        setting.decree,
        number=romans(places.index(place) + 1).upper() if several else "",
        issuer=setting.issuer,
        about=setting.about,
    )


def signed_below(setting: Setting, composition: Composition, *, alone: bool = False) -> Signature:
    """Return the signature of an attachment: place, day and number stand in the decree.

    One that is a document ``alone`` keeps the mark for an electronic signature. Below others it
    says in words how the whole was signed, as a program signs at its mark once.
    """
    below = signed_attachment(composition, setting.decree)
    if alone or not below.anchor:
        return below
    return evolve(below, anchor=composition.say("signature.electronic"))
