"""Papers of a complaint: each says what it said, and what cannot be is refused."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from pst_standards.complaints.case import Task
from pst_standards.complaints.payloads import Archived
from pst_standards.complaints.rights import Holder, rights_of
from pst_standards.complaints.secrecy import Identity
from pst_standards.complaints.states import ArchiveReason, Party
from pst_standards.definitions import loads
from pst_standards.documents import RequestError, render
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.kinds import USUAL_FORMATS
from pst_standards.documents.outline import Document
from pst_standards.documents.refusals import NoPaperError
from pst_standards.model.definition import Definition
from tests.documents.compose.complaint_cases import (
    EXAMINED,
    NOBODY_NAMED,
    OFFICE,
    RECEIVED,
    SIGNER,
    Tell,
    case,
)

PAPERS: dict[str, Callable[[Identity, dict[str, Any]], Document]] = {
    "receipt": lambda who, more: papers.receipt_document(
        RECEIVED, identity=who, code="7K3M-9Q2T-4F6H-8J0N", signer=SIGNER, **more
    ),
    "receipt-by-hand": lambda _, more: papers.receipt_document(RECEIVED, lang=more["lang"]),
    "notice-incomplete": lambda who, more: papers.notice_document(
        case("completed", 4), -1, identity=who, **more
    ),
    "notice-delivered": lambda _, more: papers.notice_document(EXAMINED, -1, **more),
    "decision": lambda who, more: papers.complaint_decision_document(
        EXAMINED, identity=who, **more
    ),
    "record-of-reported": lambda _, more: papers.record_of_examination_document(
        NOBODY_NAMED, **more
    ),
    "record-of-reporter": lambda who, more: papers.record_of_examination_document(
        EXAMINED,
        party=Party.REPORTER,
        matter="Antrean Siti Contoh",
        answers=[("Benar?", "Ya, saya Siti, 0812-0000-1111")],
        known_as=who,
        **more,
    ),
}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_says_what_it_said(
    name: str,
    lang: str,
    opened: Identity,
    tell: Tell,
    compare_golden: Callable[[str, str], None],
) -> None:
    made = PAPERS[name](opened, {"office": OFFICE, "lang": lang})
    compare_golden(f"complaint-{name}.{lang}.txt", tell(made))


def read(data: bytes, form: str) -> str:
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(one) for one in archive.namelist())
    return html.unescape(re.sub(r"<[^>]*>", " ", data.decode("utf-8")))


@pytest.mark.parametrize("form", USUAL_FORMATS)
def test_the_bytes_are_those_of_the_outline(form: str, opened: Identity) -> None:
    more: dict[str, Any] = {"office": OFFICE, "identity": opened}
    for data, part in (
        (papers.receipt(RECEIVED, form, code="AB", **more), "Siti Contoh"),
        (papers.notice(EXAMINED, -1, form, **more), "Pemberitahuan"),
        (papers.complaint_decision(EXAMINED, form, **more), "terbukti sebagian"),
        (papers.record_of_examination(NOBODY_NAMED, form, office=OFFICE), "BAP-2"),
    ):
        assert part in read(data, form)
    assert papers.receipt(RECEIVED, form, **more) == papers.receipt(RECEIVED, form, **more)


def test_an_unknown_wish_names_the_choices() -> None:
    asked: list[Callable[[], object]] = [
        lambda: papers.receipt(RECEIVED, "odt"),
        lambda: papers.notice(EXAMINED, -1, "odt"),
        lambda: papers.complaint_decision(EXAMINED, "odt"),
        lambda: papers.record_of_examination(NOBODY_NAMED, "odt"),
    ]
    for ask in asked:
        with pytest.raises(RequestError, match="docx, html"):
            ask()
    with pytest.raises(RequestError, match="id, en"):
        papers.receipt_document(RECEIVED, lang="fr")
    with pytest.raises(RequestError, match="A4, F4, A3"):
        papers.receipt_document(RECEIVED, paper="B5")


def test_what_has_not_come_to_be_has_no_paper() -> None:
    filed = case("examined", 1)
    asked: list[tuple[str, Callable[[], object]]] = [
        ("receipt", lambda: papers.receipt_document(filed)),
        ("decision", lambda: papers.complaint_decision_document(filed)),
        ("hearing", lambda: papers.record_of_examination_document(filed)),
        ("known-as", lambda: papers.record_of_examination_document(EXAMINED)),
        ("hearing", lambda: papers.record_of_examination_document(NOBODY_NAMED, hearing=1)),
        ("entry", lambda: papers.notice_document(filed, 7)),
        ("entry", lambda: papers.notice_document(filed, -2)),
        ("entry", lambda: papers.notice_document(filed, EXAMINED.log[-1])),
    ]
    for key, ask in asked:
        with pytest.raises(NoPaperError) as refused:
            ask()
        assert refused.value.key == f"no-paper.{key}"
        assert refused.value.message("id") != refused.value.message("en")


@pytest.mark.parametrize("form", USUAL_FORMATS)
def test_markup_and_controls_in_every_text_stay_text(form: str, opened: Identity) -> None:
    nasty = "<script>alert(1)</script>'; DROP TABLE x; \x00\ud800\u202e" + "a" * 5000
    told = evolve(
        EXAMINED,
        text=nasty,
        loss=nasty,
        request=nasty,
        service=nasty,
        number=nasty,
        target=nasty,
        archive=Archived(reason=ArchiveReason.UNCLEAR, explanation=nasty),
        tasks=(Task(id="a", text=nasty, refused=nasty),),
        requests=tuple(evolve(one, ground=nasty) for one in EXAMINED.requests),
    )
    made = [
        papers.receipt(told, form, code=nasty, identity=opened),
        papers.notice(told, -1, form),
        papers.complaint_decision(told, form),
        papers.record_of_examination(
            told, form, known_as=opened, matter=nasty, answers=[(nasty, nasty)]
        ),
    ]
    for data in made:
        assert data
        if form == "html":
            assert b"<script>" not in data


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_page_shows_the_eight_rights_of_the_catalogue(lang: str) -> None:
    shown = render(OFFICE, "complaint-rights", "html", lang=lang).decode("utf-8")
    for holder in (Holder.REPORTER, Holder.REPORTED, Holder.EXAMINER):
        for one in rights_of(holder, on_page=True):
            assert one.text(lang) in shown
    assert render(OFFICE, "complaint-rights", "docx", lang=lang)


def test_the_page_needs_no_name_no_channels_and_no_adoption() -> None:
    bare = loads({"complaints": {"text": "Pengaduan diterima di loket."}})
    shown = render(bare, "complaint-rights", "html").decode("utf-8")
    assert "di kantor ini" in shown
    assert "Tempat mengadu" not in shown
    assert "DRAF" not in shown


def test_a_procedure_without_rights_of_its_own_shows_those_of_the_catalogue(
    office: Definition,
) -> None:
    own = render(office, "complaint-procedure", "html").decode("utf-8")
    assert "Dirahasiakan identitasnya" in own  # what the office wrote
    assert "Mengajukan saksi dan alat bukti lain" in own  # of whom it wrote nothing
    assert "Memperoleh kerahasiaan identitas" not in own


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_base_for_bps_offices_tells_the_same_eight_rights(lang: str) -> None:
    base = loads({"extends": "bps/2020"}).complaints
    assert base is not None
    for holder in (Holder.REPORTER, Holder.REPORTED, Holder.EXAMINER):
        own = [
            one.text.get(lang)
            for one in base.rights
            if one.text and one.holder and one.holder.value == holder.value
        ]
        for right in rights_of(holder, on_page=True):
            # The base leaves out that the time of the examiner lies within that of the act.
            assert [text for text in own if right.text(lang).startswith(text)], right.id


def doubtful(**more: Any) -> Definition:
    """Return the office with a doubtful logo and more that nobody confirmed."""
    told: dict[str, Any] = {
        "stage": "adopted",
        "office": {"name": "BPS Kabupaten Teladan", "email": "pst@teladan.contoh.go.id"},
        "services": [
            {"id": "consultation", "name": "Konsultasi Statistik"},
            {"id": "library", "name": "Perpustakaan", "confidence": "illustration"},
        ],
        **more,
    }
    return loads(told)


def test_a_receipt_is_no_draft_for_what_it_does_not_print() -> None:
    head = {"name": "Nama Contoh", "confidence": "illustration"}
    office = {"name": "BPS Kabupaten Teladan", "head": head}
    assert not papers.receipt_document(RECEIVED, office=doubtful(office=office)).draft
    logo = {"name": "BPS Kabupaten Teladan", "logo": "logo.png"}
    unconfirmed = {**logo, "marks": {"logo": {"confidence": "illustration"}}}
    assert not papers.receipt_document(RECEIVED, office=doubtful(office=unconfirmed)).draft
    printed = {"name": "BPS Kabupaten Teladan", "confidence": "illustration"}
    assert papers.receipt_document(RECEIVED, office=doubtful(office=printed)).draft


def test_a_choice_that_there_is_not_is_refused() -> None:
    wrong: Any = {"ofice": OFFICE}
    with pytest.raises(TypeError, match="ofice"):
        papers.receipt_document(RECEIVED, **wrong)
