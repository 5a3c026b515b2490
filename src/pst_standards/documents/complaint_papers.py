"""Papers about one complaint, in memory: receipt, notices, decision, record of examination.

Name and address come onto paper only out of an ``Identity`` that the vault has opened for an
officer and a reason; whoever has none leaves the place to the hand. A sealed identity is not
printed: it serves to take its name out of the texts. An outline (``…_document``) holds what will
be printed as plain text, so keep it no longer than the paper.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, Unpack, cast

from pst_standards.calendar import Calendar
from pst_standards.complaints.case import Case, Entry
from pst_standards.complaints.secrecy.identity import Identity, identity_of
from pst_standards.complaints.states import Party, Step
from pst_standards.documents.alone import PaperChoices, composed_alone
from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.complaint_case import Facts
from pst_standards.documents.compose.complaint_examination import examination_of
from pst_standards.documents.compose.complaint_notice import notice_of
from pst_standards.documents.compose.complaint_receipt import receipt_of
from pst_standards.documents.compose.complaint_verdict import verdict_of
from pst_standards.documents.kinds import write
from pst_standards.documents.outline import Document
from pst_standards.documents.refusals import NoPaperError
from pst_standards.model.channel import Official
from pst_standards.model.definition import Definition

__all__ = [
    "Choices",
    "complaint_decision",
    "complaint_decision_document",
    "notice",
    "notice_document",
    "receipt",
    "receipt_document",
    "record_of_examination",
    "record_of_examination_document",
]


class Choices(PaperChoices, total=False):
    """What a caller may choose for a paper about a complaint, by keyword.

    ``office`` gives letterhead, channels and days off, unless ``calendar`` does; ``identity`` is
    whom the vault has opened, ``signer`` who signs in place of the head of the office. Where the
    complaint is about the head or the office, name who decided: the place of the head stays blank.
    """

    office: Definition | None
    identity: Identity | None
    signer: Official | None
    calendar: Calendar | None


class ExaminationChoices(PaperChoices, total=False):
    """What a caller may choose for a record of examination, by keyword."""

    party: Party
    hearing: int
    matter: str
    answers: Iterable[tuple[str, str]]
    office: Definition | None
    known_as: Identity | None
    signer: Official | None


_OF_THE_CASE: Final = Choices.__optional_keys__ - PaperChoices.__optional_keys__


def receipt(
    case: Case,
    format: str,  # noqa: A002 - as in json tools
    *,
    code: str = "",
    reprinted: dt.date | None = None,
    **choices: Unpack[Choices],
) -> bytes:
    """Return the receipt of a complaint as the bytes of a file (UU 25/2009 Pasal 44).

    ``code`` is the secret code as text, printed for whom complains; ``reprinted`` is the day on
    which a receipt is printed again, of the case as it stood then (``cases.as_of``). The other
    keywords are those of ``Choices``. Attachments are counted, not named; whoever complains in
    secret is not on it, even with an opened ``identity``.

    Raises ``NoPaperError`` while the receipt has not been issued, ``RequestError`` for a format,
    language or paper that there is not, ``MissingExtraError`` without the extra ``office``.
    """
    return write(receipt_document(case, code=code, reprinted=reprinted, **choices), format)


def receipt_document(
    case: Case, *, code: str = "", reprinted: dt.date | None = None, **choices: Unpack[Choices]
) -> Document:
    """Return the receipt as an outline; as ``receipt``."""
    if case.receipt is None:
        raise NoPaperError("receipt")
    return _made(receipt_of(_facts(case, choices), code, reprinted), choices)


def notice(
    case: Case,
    entry: Entry | int,
    format: str,  # noqa: A002
    **choices: Unpack[Choices],
) -> bytes:
    """Return the notice of one step as the bytes of a file.

    ``entry`` is a line of ``case.log`` or its place, -1 the last. Its times are those that ran
    then; what else it tells beside the step is what the case holds now, so a notice is made right
    after its step. Nothing in it tells what an examination found. Raises as ``receipt``,
    ``NoPaperError`` for a line there is not.
    """
    return write(notice_document(case, entry, **choices), format)


def notice_document(case: Case, entry: Entry | int, **choices: Unpack[Choices]) -> Document:
    """Return the notice as an outline; as ``notice``."""
    line = _line(case, entry)
    return _made(notice_of(_facts(case, choices), line), choices)


def complaint_decision(
    case: Case,
    format: str,  # noqa: A002
    **choices: Unpack[Choices],
) -> bytes:
    """Return the copy of the decision for the complainant (UU 25/2009 Pasal 50 ayat (9)).

    The report of examination, which stays secret, is not in it. Raises as ``receipt``,
    ``NoPaperError`` while nothing has been decided.
    """
    return write(complaint_decision_document(case, **choices), format)


def complaint_decision_document(case: Case, **choices: Unpack[Choices]) -> Document:
    """Return the copy of the decision as an outline; as ``complaint_decision``."""
    if case.decision is None:
        raise NoPaperError("decision")
    return _made(verdict_of(_facts(case, choices), case.decision), choices)


def record_of_examination(
    case: Case,
    format: str,  # noqa: A002
    **choices: Unpack[ExaminationChoices],
) -> bytes:
    """Return the record of a hearing as the bytes of a file, without who reported.

    ``hearing`` counts the hearings of that party, -1 the last. ``matter`` and ``answers`` are the
    examiner's words, else lines for the hand. ``known_as`` is never printed: it is the identity
    that is taken out of those words, and need not be opened; a case with a reporter has no record
    without it. Neither the words of the complaint nor the evidence of the other side are in it.
    Raises as ``receipt``, ``NoPaperError`` for a hearing there was not.
    """
    return write(record_of_examination_document(case, **choices), format)


def record_of_examination_document(  # noqa: PLR0913 - one keyword per choice that a caller has
    case: Case,
    *,
    party: Party = Party.REPORTED,
    hearing: int = -1,
    matter: str = "",
    answers: Iterable[tuple[str, str]] = (),
    office: Definition | None = None,
    known_as: Identity | None = None,
    signer: Official | None = None,
    **choices: Unpack[PaperChoices],
) -> Document:
    """Return the record as an outline; as ``record_of_examination``."""
    lines = [one for one in case.log if one.step is Step.HEAR]
    # Whoever was called and did not come said nothing that a record could hold.
    told_of = zip(case.hearings, lines, strict=True)
    heard = [both for both in told_of if both[0].party is party and not both[0].declined]
    if not -len(heard) <= hearing < len(heard):
        raise NoPaperError("hearing")
    if case.reporter and known_as is None:
        raise NoPaperError("known-as")
    told, line = heard[hearing]
    # Without the permit of the vault it can be taken out of a text and printed nowhere.
    sealed = identity_of(dict(known_as.sealed())) if known_as else None
    facts = Facts(case=case, identity=sealed, signer=signer)
    made = examination_of(facts, told, line, matter=matter, answers=answers)
    return composed_alone(office or Definition(), made, **choices)


def _line(case: Case, entry: Entry | int) -> Entry:
    if isinstance(entry, Entry):
        found = [one for one in case.log if one == entry]
    else:
        found = list(case.log)[entry : entry + 1 or None]
    if not found:
        raise NoPaperError("entry")
    return found[-1]


def _facts(case: Case, choices: Choices) -> Facts:
    return Facts(
        case=case,
        identity=choices.get("identity"),
        signer=choices.get("signer"),
        calendar=choices.get("calendar"),
    )


def _made(composer: Composer, choices: Choices) -> Document:
    others = {name: value for name, value in choices.items() if name not in _OF_THE_CASE}
    office = choices.get("office") or Definition()
    return composed_alone(office, composer, **cast("PaperChoices", others))
