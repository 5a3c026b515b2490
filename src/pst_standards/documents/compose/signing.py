"""Who signs, where and when; what is not known is left as a line of dots for the hand."""

from __future__ import annotations

import datetime as dt
from typing import Final

from pst_standards.documents.compose.blanks import SHORT
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import BLANK, bare, day, proper
from pst_standards.documents.compose.signers import (
    is_head,
    number_of,
    place_of,
    rank_of,
    signing_place,
)
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.documents.outline import Block, KeyValues, Signature
from pst_standards.documents.passages import strung
from pst_standards.findings import Pointer
from pst_standards.model.channel import Decree, Official
from pst_standards.model.definition import Stage
from pst_standards.model.office import SignatureForm

WET: Final = SignatureForm.WET.value
ANCHOR: Final = "${ttd_elektronik}"
"""Marks the place of an electronic signature where nothing else was agreed upon."""
_ASKED: Final = {WET: "", SignatureForm.ELECTRONIC.value: ANCHOR}


def signed(  # noqa: PLR0913 - one keyword per part that differs
    composition: Composition,
    *,
    place: str | None,
    date: dt.date | None,
    signer: Official | None,
    decree: Decree | None = None,
    enacting: bool = False,
    at: Pointer = (),
    elsewhere: bool = False,
) -> Signature:
    """Return the signature; ``enacting`` writes place and date as a decision does.

    ``at`` is where the definition keeps them: what is left as dots is noted with its key.
    ``elsewhere`` is of one who may not be of the office: where it signs then tells nothing.
    """
    place = proper(place) if elsewhere else signing_place(place, composition)
    number = number_of(signer, composition)
    title = _title(composition, signer, decree)
    _note_dots(composition, at, signer, place=place, date=date, number=number, title=title)
    # A short blank, so that place and date stay on one line of the half that a signature has.
    where, when = place or BLANK, day(date, composition.lang) if date else SHORT
    if enacting:
        where, when = composition.say("signature.enacted", place=where, date=when), ""
    rank = rank_of(signer, composition)
    identity = composition.say("signature.identity", number=number or BLANK)
    return Signature(
        place=where,
        date=when,
        title=title + ",",
        name=_name(signer),
        identity=rank or identity,
        note=identity if rank else "",
        anchor=_anchor(composition),
    )


def _note_dots(
    composition: Composition,
    at: Pointer,
    signer: Official | None,
    *,
    place: str,
    date: dt.date | None,
    number: str,
    title: str,
) -> None:
    """Note what is left to the hand, and which key would fill it."""
    adopted = composition.original.stage is Stage.ADOPTED
    person = place_of(signer, composition) or (at and (*at, "signer"))
    found = (
        (at, "place", place),
        (at, "date", date or not adopted),
        (person, "position", title != BLANK),
        (person, "name", proper(signer.name) if signer else ""),
        (person, "id_number", number),
    )
    for owner, key, value in found:
        if owner and not value:
            composition.dotted.setdefault((*owner, key))


def note_number(composition: Composition, decree: Decree | None, at: Pointer) -> None:
    """Note that a decree which has been set bears no number, or no day."""
    if composition.original.stage is Stage.ADOPTED:
        for key in ("number", "date"):
            if not (decree and getattr(decree, key)):
                composition.dotted.setdefault((*at, key))


def _anchor(composition: Composition) -> str:
    """Return what a program for electronic signatures looks for; nothing for the hand.

    How an office signs is no value of a document that somebody has to confirm.
    """
    asked, office = composition.signature, composition.original.office
    if asked or office is None or office.signature is not SignatureForm.ELECTRONIC:
        return _ASKED.get(asked, asked)
    return proper(office.signature_anchor) or ANCHOR


def _title(composition: Composition, signer: Official | None, decree: Decree | None) -> str:
    office = composition.definition.office
    head = office.head if office else None
    stated = (
        signer.position if signer else None,
        decree.issuer if decree else None,
        head.position if head else None,
    )
    return next((shown for one in stated if (shown := proper(composition.words(one)))), BLANK)


def signed_by_decree(
    composition: Composition, decree: Decree | None, at: Pointer = ()
) -> Signature:
    """Return the signature of a decree: of the head of the office where it names nobody else.

    ``at`` is where a decree that is not in the definition would stand.
    """
    signer = decree.signer if decree else None
    return signed(
        composition,
        place=decree.place if decree else None,
        date=decree.date if decree else None,
        signer=signer or head_signing(composition, decree),
        decree=decree,
        enacting=True,
        at=pointer_of(decree) if decree else at,
    )


def signed_attachment(composition: Composition, decree: Decree) -> Signature:
    """Return the signature of an attachment of a decree, which itself says where and when."""
    signer = decree.signer or head_signing(composition, decree)
    return Signature(
        place="",
        date="",
        title=f"{_title(composition, signer, decree)},",
        name=_name(signer),
        identity="",
        anchor=_anchor(composition),
    )


def _name(signer: Official | None) -> str:
    return (proper(signer.name) if signer else "") or BLANK


def head_signing(composition: Composition, decree: Decree | None = None) -> Official | None:
    """Return the head of the office, unless a decree is issued by somebody else."""
    office = composition.definition.office
    issuer = composition.words(decree.issuer) if decree else ""
    return office.head if office and (not issuer or is_head(issuer, composition)) else None


def issuer_of(composition: Composition, decree: Decree) -> str:
    """Return who issues a decree, the head of the office where it does not say."""
    office = composition.definition.office
    head = office.head if office else None
    stated = (
        decree.issuer,
        decree.signer.position if decree.signer else None,
        head.position if head else None,
    )
    return next((shown for one in stated if (shown := proper(composition.words(one)))), BLANK)


def attachment_header(
    composition: Composition,
    decree: Decree | None,
    *,
    number: str = "",
    issuer: str = "",
    about: str = "",
) -> Block:
    """Return what stands above an attachment: of which decree it is one.

    ``number`` counts the attachments of one decree; ``issuer`` and ``about`` are as the decree
    itself prints them.
    """
    say = composition.say
    issuer = issuer or proper(composition.words(decree.issuer if decree else None)) or BLANK
    about = about or bare(composition.words(decree.title if decree else None)) or BLANK
    return KeyValues(
        pairs=(
            (f"{say('decree.attachment')} {number}".rstrip(), say("decree.of", issuer=issuer)),
            (say("decree.number"), proper((decree.number if decree else None) or "") or BLANK),
            (say("decree.date"), day(decree.date if decree else None, composition.lang)),
            (say("decree.about"), about),
        )
    )


def decree_line(composition: Composition, decree: Decree | None) -> str:
    """Return a decree on one line, empty when nothing of it is known."""
    if decree is None or not (decree.number or decree.date):
        return ""
    issuer = proper(composition.words(decree.issuer))
    name = composition.say("decree.of", issuer=issuer) if issuer else composition.say("decree.bare")
    parts = [name]
    if decree.number:
        parts.append(composition.say("decree.numbered", number=proper(decree.number)))
    if decree.date:
        parts.append(composition.say("decree.dated", date=day(decree.date, composition.lang)))
    if about := bare(composition.words(decree.title)):
        parts.append(composition.say("decree.titled", about=about))
    return strung(" ", parts)
