"""Who signs a paper about one complaint: never whom the complaint is about."""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import evolve

from pst_standards.complaints.case import Case
from pst_standards.complaints.ladder import Rung, lowest_level
from pst_standards.documents.compose.complaint_case import Sheet
from pst_standards.documents.compose.phrases import BLANK, bare
from pst_standards.documents.compose.signing import signed
from pst_standards.documents.outline import Signature
from pst_standards.model.channel import Official

_HEAD: Final = Rung.OFFICE.level


def head_may_sign(case: Case, *, deciding: bool = False) -> bool:
    """Tell whether the head of the office may sign a paper about a case.

    Not where the head is accused or may be, where the office itself is complained of (Pasal 45),
    or where a referral has taken out whom it was about; and, ``deciding``, not what was decided at
    a level above.
    """
    if case.sealed or (case.accused and case.accused_level is None):
        return False
    if deciding and case.level > _HEAD:
        return False
    return lowest_level(case.addressee, case.accused_level or 0) <= _HEAD


def signed_impartially(
    sheet: Sheet, *, date: dt.date | None, deciding: bool = False, enacting: bool = False
) -> Signature:
    """Return the signature of whoever was given, else of the head where the head may sign.

    Otherwise position and name stay dotted lines for the hand; so they do where the head was given.
    """
    composition, signer = sheet.composition, sheet.facts.signer
    if head_may_sign(sheet.case, deciding=deciding):
        return signed(composition, place=None, date=date, signer=signer, enacting=enacting)
    signer = None if _is_head(signer, sheet) else signer
    made = signed(
        composition, place=None, date=date, signer=signer, enacting=enacting, elsewhere=True
    )
    stated = bool(signer and bare(composition.words(signer.position)))
    return made if stated else evolve(made, title=f"{BLANK},")


def _is_head(signer: Official | None, sheet: Sheet) -> bool:
    office = sheet.composition.definition.office
    head = office.head if office else None
    if signer is None or head is None:
        return False
    words = sheet.composition.words
    pairs = (
        (signer.name, head.name),
        (signer.id_number, head.id_number),
        (words(signer.position), words(head.position)),
    )
    return any(one and bare(one).casefold() == bare(two or "").casefold() for one, two in pairs)
