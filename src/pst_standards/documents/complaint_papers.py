"""Papers about one complaint, in memory: receipt, notices, decision, record of examination.

Name and address come onto paper only out of an ``Identity`` that the vault has opened for an
officer and a reason; whoever has none leaves the place to the hand. A sealed identity is not
printed: it serves to take its name out of the texts. An outline (``…_document``) holds what will
be printed as plain text, so keep it no longer than the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pst_standards.calendar import Calendar
from pst_standards.complaints.case import Case, Entry
from pst_standards.complaints.secrecy.identity import Identity, identity_of
from pst_standards.complaints.states import Party, Step
from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.complaint_case import Facts
from pst_standards.documents.compose.complaint_examination import examination_of
from pst_standards.documents.compose.complaint_notice import notice_of
from pst_standards.documents.compose.complaint_receipt import receipt_of
from pst_standards.documents.compose.complaint_verdict import verdict_of
from pst_standards.documents.compose.finishing import compose
from pst_standards.documents.kinds import (
    FORMATS,
    RENDERERS,
    chosen_language,
    chosen_paper,
    known,
)
from pst_standards.documents.outline import Document
from pst_standards.documents.refusals import NoPaperError
from pst_standards.model.channel import Official
from pst_standards.model.definition import Definition

__all__ = [
    "complaint_decision",
    "complaint_decision_document",
    "notice",
    "notice_document",
    "receipt",
    "receipt_document",
    "record_of_examination",
    "record_of_examination_document",
]

_Assets = Mapping[str, bytes] | None


def receipt(  # noqa: PLR0913 - one keyword per choice that a caller has
    case: Case,
    format: str,  # noqa: A002 - as in json tools
    *,
    office: Definition | None = None,
    identity: Identity | None = None,
    code: str = "",
    signer: Official | None = None,
    calendar: Calendar | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> bytes:
    """Return the receipt of a complaint as the bytes of a file (UU 25/2009 Pasal 44).

    ``code`` is the secret code as text, printed for whom complains; ``office`` gives letterhead,
    channels and days off, unless ``calendar`` does. Attachments are counted, not named.

    Raises ``NoPaperError`` while the receipt has not been issued, ``RequestError`` for a format,
    language or paper that there is not, ``MissingExtraError`` without the extra ``office``.
    """
    writer = RENDERERS[known("format", format, FORMATS)]
    return writer(
        receipt_document(
            case,
            office=office,
            identity=identity,
            code=code,
            signer=signer,
            calendar=calendar,
            lang=lang,
            paper=paper,
            assets=assets,
        )
    )


def receipt_document(  # noqa: PLR0913
    case: Case,
    *,
    office: Definition | None = None,
    identity: Identity | None = None,
    code: str = "",
    signer: Official | None = None,
    calendar: Calendar | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the receipt as an outline; as ``receipt``."""
    if case.receipt is None:
        raise NoPaperError("receipt")
    facts = Facts(case=case, identity=identity, signer=signer, calendar=calendar)
    return _made(office, receipt_of(facts, code), lang, paper, assets)


def notice(  # noqa: PLR0913
    case: Case,
    entry: Entry | int,
    format: str,  # noqa: A002
    *,
    office: Definition | None = None,
    identity: Identity | None = None,
    signer: Official | None = None,
    calendar: Calendar | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> bytes:
    """Return the notice of one step as the bytes of a file.

    ``entry`` is a line of ``case.log`` or its place, -1 the last. What it tells beside the step is
    what the case holds now, so a notice is made right after its step. Nothing in it tells what an
    examination found. Raises as ``receipt``, ``NoPaperError`` for a line there is not.
    """
    writer = RENDERERS[known("format", format, FORMATS)]
    return writer(
        notice_document(
            case,
            entry,
            office=office,
            identity=identity,
            signer=signer,
            calendar=calendar,
            lang=lang,
            paper=paper,
            assets=assets,
        )
    )


def notice_document(  # noqa: PLR0913
    case: Case,
    entry: Entry | int,
    *,
    office: Definition | None = None,
    identity: Identity | None = None,
    signer: Official | None = None,
    calendar: Calendar | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the notice as an outline; as ``notice``."""
    line = _line(case, entry)
    facts = Facts(case=case, identity=identity, signer=signer, calendar=calendar)
    return _made(office, notice_of(facts, line), lang, paper, assets)


def complaint_decision(  # noqa: PLR0913
    case: Case,
    format: str,  # noqa: A002
    *,
    office: Definition | None = None,
    identity: Identity | None = None,
    signer: Official | None = None,
    calendar: Calendar | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> bytes:
    """Return the copy of the decision for the complainant (UU 25/2009 Pasal 50 ayat (9)).

    The report of examination, which stays secret, is not in it. Raises as ``receipt``,
    ``NoPaperError`` while nothing has been decided.
    """
    writer = RENDERERS[known("format", format, FORMATS)]
    return writer(
        complaint_decision_document(
            case,
            office=office,
            identity=identity,
            signer=signer,
            calendar=calendar,
            lang=lang,
            paper=paper,
            assets=assets,
        )
    )


def complaint_decision_document(  # noqa: PLR0913
    case: Case,
    *,
    office: Definition | None = None,
    identity: Identity | None = None,
    signer: Official | None = None,
    calendar: Calendar | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the copy of the decision as an outline; as ``complaint_decision``."""
    if case.decision is None:
        raise NoPaperError("decision")
    facts = Facts(case=case, identity=identity, signer=signer, calendar=calendar)
    return _made(office, verdict_of(facts, case.decision), lang, paper, assets)


def record_of_examination(  # noqa: PLR0913
    case: Case,
    format: str,  # noqa: A002
    *,
    party: Party = Party.REPORTED,
    hearing: int = -1,
    matter: str = "",
    answers: Iterable[tuple[str, str]] = (),
    office: Definition | None = None,
    known_as: Identity | None = None,
    signer: Official | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> bytes:
    """Return the record of a hearing as the bytes of a file, without who reported.

    ``hearing`` counts the hearings of that party, -1 the last. ``matter`` and ``answers`` are the
    examiner's words, else lines for the hand. ``known_as`` is never printed: it is the identity
    that is taken out of those words, and need not be opened. Neither the words of the complaint
    nor the evidence of the other side are in it. Raises as ``receipt``, ``NoPaperError`` for a
    hearing there was not.
    """
    writer = RENDERERS[known("format", format, FORMATS)]
    return writer(
        record_of_examination_document(
            case,
            party=party,
            hearing=hearing,
            matter=matter,
            answers=answers,
            office=office,
            known_as=known_as,
            signer=signer,
            lang=lang,
            paper=paper,
            assets=assets,
        )
    )


def record_of_examination_document(  # noqa: PLR0913
    case: Case,
    *,
    party: Party = Party.REPORTED,
    hearing: int = -1,
    matter: str = "",
    answers: Iterable[tuple[str, str]] = (),
    office: Definition | None = None,
    known_as: Identity | None = None,
    signer: Official | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the record as an outline; as ``record_of_examination``."""
    lines = [one for one in case.log if one.step is Step.HEAR]
    # Whoever was called and did not come said nothing that a record could hold.
    told_of = zip(case.hearings, lines, strict=True)
    heard = [both for both in told_of if both[0].party is party and not both[0].declined]
    if not -len(heard) <= hearing < len(heard):
        raise NoPaperError("hearing")
    told, line = heard[hearing]
    # Without the permit of the vault it can be taken out of a text and printed nowhere.
    sealed = identity_of(dict(known_as.sealed())) if known_as else None
    facts = Facts(case=case, identity=sealed, signer=signer)
    made = examination_of(facts, told, line, matter=matter, answers=answers)
    return _made(office, made, lang, paper, assets)


def _line(case: Case, entry: Entry | int) -> Entry:
    if isinstance(entry, Entry):
        found = [one for one in case.log if one == entry]
    else:
        found = list(case.log)[entry : entry + 1 or None]
    if not found:
        raise NoPaperError("entry")
    return found[-1]


def _made(
    office: Definition | None, composer: Composer, lang: str | None, paper: str, assets: _Assets
) -> Document:
    definition = office or Definition()
    return compose(
        definition,
        composer,
        lang=chosen_language(definition, lang),
        paper=chosen_paper(paper),
        assets=assets,
    ).document
