"""Who complains, and others, on the papers of a complaint: only who was opened is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs import evolve

from pst_standards.complaints import Case, replay
from pst_standards.complaints.records import events_of
from pst_standards.complaints.secrecy import Identity
from pst_standards.complaints.states import IdentityMode, Party, RequestKind
from pst_standards.definitions.records import load_record
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.outline import Table
from pst_standards.model.complaint_case import ComplaintRecord
from tests.documents.compose.complaint_cases import (
    DOTS,
    EXAMINED,
    EXAMPLES,
    NOBODY_NAMED,
    RECEIVED,
    SIGNER,
    WHO,
    Tell,
    case,
)


def test_a_receipt_without_an_identity_leaves_lines_for_the_hand(tell: Tell) -> None:
    shown = tell(papers.receipt_document(RECEIVED))
    assert f"Nama lengkap: {DOTS}" in shown
    assert f"Alamat lengkap: {DOTS}" in shown


def test_a_sealed_identity_is_taken_out_of_the_texts_and_not_printed(
    sealed: Identity, tell: Tell
) -> None:
    told = evolve(EXAMINED, text="Saya Siti, hubungi 0812-0000-1111", loss="Siti rugi")
    for made in (
        papers.receipt_document(told, identity=sealed),
        papers.notice_document(told, -1, identity=sealed),
        papers.complaint_decision_document(told, identity=sealed),
    ):
        shown = tell(made)
        assert "Siti" not in shown
        assert "0812" not in shown
        assert "Mawar" not in shown
    assert "[identitas disamarkan]" in tell(papers.receipt_document(told, identity=sealed))


def test_numbers_are_masked_where_nobody_was_opened(tell: Tell, opened: Identity) -> None:
    told = evolve(RECEIVED, text="Telepon saya 0812-3456-7890")
    assert "0812" not in tell(papers.receipt_document(told))
    assert "0812-3456-7890" in tell(papers.receipt_document(told, identity=opened))


def test_who_wished_to_be_nobody_or_secret_is_treated_so(tell: Tell, opened: Identity) -> None:
    nobody = evolve(RECEIVED, identity=IdentityMode.ANONYMOUS)
    shown = tell(papers.receipt_document(nobody, identity=opened))
    assert "Siti" not in shown
    assert "Identitas pengadu tidak diminta" in shown
    secret = evolve(RECEIVED, identity=IdentityMode.SECRET, proxy=True)
    shown = tell(papers.receipt_document(secret, identity=opened))
    assert "Siti Contoh" not in shown
    assert "Pasal 42 ayat (5)" in shown
    by_proxy = evolve(RECEIVED, proxy=True)
    assert f"Kuasa: {DOTS}" in tell(papers.receipt_document(by_proxy, identity=opened))


def test_a_letter_goes_to_a_name_or_to_a_number(tell: Tell, opened: Identity) -> None:
    named = tell(papers.notice_document(EXAMINED, -1, identity=opened))
    assert "Yth. Siti Contoh\nJalan Mawar 5" in named
    unnamed = tell(papers.notice_document(EXAMINED, -1))
    assert "Yth. Pengadu dengan nomor pengaduan P-2026-FX3R" in unnamed


def test_attachments_are_counted_and_not_named(tell: Tell) -> None:
    told = evolve(RECEIVED, attachments=("ktp-siti.pdf", "foto.jpg"))
    shown = tell(papers.receipt_document(told))
    assert "Lampiran : 2 berkas" in shown
    assert "ktp" not in shown


def test_a_referred_report_leaves_nothing_on_its_papers(tell: Tell) -> None:
    referred = case("referred")
    shown = tell(papers.receipt_document(referred)) + tell(papers.notice_document(referred, -1))
    assert "whistleblowing system" in shown
    assert "W-2026-81" not in shown
    assert "B146" not in shown


def moments() -> Iterator[Case]:
    """Yield every example as it stood after each of its events, telling who complains."""
    told = f"Saya {WHO['name']}, {WHO['address']}, {WHO['phone']}"
    for file in sorted(EXAMPLES.glob("*.yaml")):
        record = load_record(file, ComplaintRecord)
        if not record.events:
            continue
        events = events_of(record, reporter="ref-1")
        for upto in range(1, len(events) + 1):
            yield evolve(replay(events[:upto]), text=told, loss=told, request=told)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_at_no_moment_of_a_life_does_a_paper_tell_who_was_not_opened(
    lang: str, sealed: Identity, tell: Tell
) -> None:
    made = 0
    for told in moments():
        shown = [papers.notice_document(told, -1, identity=sealed, lang=lang)]
        if told.receipt:
            shown.append(papers.receipt_document(told, identity=sealed, lang=lang))
        if told.decision:
            shown.append(papers.complaint_decision_document(told, identity=sealed, lang=lang))
        if told.hearings:
            shown += [
                papers.record_of_examination_document(
                    told, party=one.party, known_as=sealed, lang=lang
                )
                for one in told.hearings
            ]
        words = " ".join(map(tell, shown))
        assert not [part for part in ("Siti", "Mawar", "0812", "{") if part in words]
        made += len(shown)
    assert made > 150


def test_the_record_of_the_reported_tells_nothing_of_the_reporter(
    tell: Tell, opened: Identity
) -> None:
    told = evolve(EXAMINED, text="KATAPELAPOR", loss="KATAPELAPOR", request="KATAPELAPOR")
    shown = tell(
        papers.record_of_examination_document(
            told,
            matter="Siti Contoh menunggu lama",
            answers=[("Siapa?", "Siti Contoh di Jalan Mawar 5")],
            known_as=opened,
        )
    )
    for part in ("Siti", "Mawar", "KATAPELAPOR", "BAP-1", "ref-1"):
        assert part not in shown
    assert "[identitas disamarkan] menunggu lama." in shown
    assert "Meminta berita acara pemeriksaan dirinya" in shown


def test_only_the_own_evidence_is_in_a_record(tell: Tell) -> None:
    assert "bukti-1" in tell(papers.record_of_examination_document(NOBODY_NAMED))
    alone = evolve(NOBODY_NAMED, service="")
    reporter = papers.record_of_examination_document(alone, party=Party.REPORTER)
    assert "Layanan" not in tell(reporter)
    assert "bukti-1" not in tell(reporter)
    assert "Tidak ada yang tercatat" in tell(reporter)


def test_a_record_leaves_room_for_what_was_not_given(tell: Tell) -> None:
    made = papers.record_of_examination_document(NOBODY_NAMED)
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert [row[1:] for row in tables[0].rows] == [("", "")] * 5
    assert tables[0].row_height > 0
    forced = evolve(
        NOBODY_NAMED, hearings=tuple(evolve(one, voluntary=False) for one in EXAMINED.hearings)
    )
    shown = tell(papers.record_of_examination_document(forced, signer=SIGNER))
    assert "tanpa paksaan" not in shown
    assert "pemeriksa Pejabat Contoh" in shown


def test_no_request_is_shown_with_its_ground(tell: Tell) -> None:
    assert [one.kind for one in EXAMINED.requests][-1] is RequestKind.SEPARATE_HEARING
    for made in (
        papers.complaint_decision_document(EXAMINED),
        papers.record_of_examination_document(NOBODY_NAMED),
        papers.notice_document(EXAMINED, -1),
    ):
        assert "mengancam" not in tell(made)
