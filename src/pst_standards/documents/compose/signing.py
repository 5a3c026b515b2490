"""Who signs, where and when; what is not known is left as a line of dots for the hand."""

from __future__ import annotations

import datetime as dt
from typing import Final

from pst_standards.documents.compose.blanks import SHORT
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import BLANK, bare, day
from pst_standards.documents.outline import Block, KeyValues, Signature
from pst_standards.documents.passages import strung
from pst_standards.model.channel import Decree, Official
from pst_standards.model.office import SignatureForm

WET: Final = SignatureForm.WET.value
ANCHOR: Final = "${ttd_elektronik}"
"""Marks the place of an electronic signature where nothing else was agreed upon."""
_ASKED: Final = {WET: "", SignatureForm.ELECTRONIC.value: ANCHOR}


def signed(
    composition: Composition,
    *,
    place: str | None,
    date: dt.date | None,
    signer: Official | None,
    decree: Decree | None = None,
    enacting: bool = False,
) -> Signature:
    """Return the signature; ``enacting`` writes place and date as a decision does."""
    # A short blank, so that place and date stay on one line of the half that a signature has.
    where, when = bare(place or "") or BLANK, day(date, composition.lang) if date else SHORT
    if enacting:
        where, when = composition.say("signature.enacted", place=where, date=when), ""
    rank = bare(signer.rank or "") if signer else ""
    number = bare(signer.id_number or "") if signer else ""
    identity = composition.say("signature.identity", number=number or BLANK)
    return Signature(
        place=where,
        date=when,
        title=_title(composition, signer, decree) + ",",
        name=(bare(signer.name or "") if signer else "") or BLANK,
        identity=rank or identity,
        note=identity if rank else "",
        anchor=_anchor(composition),
    )


def _anchor(composition: Composition) -> str:
    """Return what a program for electronic signatures looks for; nothing for the hand.

    How an office signs is no value of a document that somebody has to confirm.
    """
    asked, office = composition.signature, composition.original.office
    if asked or office is None or office.signature is not SignatureForm.ELECTRONIC:
        return _ASKED.get(asked, asked)
    return bare(office.signature_anchor or "") or ANCHOR


def _title(composition: Composition, signer: Official | None, decree: Decree | None) -> str:
    office = composition.definition.office
    head = office.head if office else None
    stated = (
        signer.position if signer else None,
        decree.issuer if decree else None,
        head.position if head else None,
    )
    return next((shown for one in stated if (shown := bare(composition.words(one)))), BLANK)


def signed_by_decree(composition: Composition, decree: Decree | None) -> Signature:
    """Return the signature of a decree: of the head of the office where it names nobody else."""
    signer = decree.signer if decree else None
    return signed(
        composition,
        place=decree.place if decree else None,
        date=decree.date if decree else None,
        signer=signer or head_signing(composition, decree),
        decree=decree,
        enacting=True,
    )


def head_signing(composition: Composition, decree: Decree | None = None) -> Official | None:
    """Return the head of the office, unless a decree is issued by somebody else."""
    office = composition.definition.office
    head = office.head if office else None
    issuer = bare(composition.words(decree.issuer)) if decree else ""
    own = bare(composition.words(head.position)) if head else ""
    return head if not issuer or issuer.casefold() == own.casefold() else None


def issuer_of(composition: Composition, decree: Decree) -> str:
    """Return who issues a decree, the head of the office where it does not say."""
    office = composition.definition.office
    head = office.head if office else None
    stated = (
        decree.issuer,
        decree.signer.position if decree.signer else None,
        head.position if head else None,
    )
    return next((shown for one in stated if (shown := bare(composition.words(one)))), BLANK)


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
    issuer = issuer or bare(composition.words(decree.issuer if decree else None)) or BLANK
    about = about or bare(composition.words(decree.title if decree else None)) or BLANK
    return KeyValues(
        pairs=(
            (f"{say('decree.attachment')} {number}".rstrip(), say("decree.of", issuer=issuer)),
            (say("decree.number"), bare((decree.number if decree else None) or "") or BLANK),
            (say("decree.date"), day(decree.date if decree else None, composition.lang)),
            (say("decree.about"), about),
        )
    )


def decree_line(composition: Composition, decree: Decree | None) -> str:
    """Return a decree on one line, empty when nothing of it is known."""
    if decree is None or not (decree.number or decree.date):
        return ""
    issuer = bare(composition.words(decree.issuer))
    name = composition.say("decree.of", issuer=issuer) if issuer else composition.say("decree.bare")
    parts = [name]
    if decree.number:
        parts.append(composition.say("decree.numbered", number=bare(decree.number)))
    if decree.date:
        parts.append(composition.say("decree.dated", date=day(decree.date, composition.lang)))
    if about := bare(composition.words(decree.title)):
        parts.append(composition.say("decree.titled", about=about))
    return strung(" ", parts)
