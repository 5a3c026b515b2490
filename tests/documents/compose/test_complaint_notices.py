"""What receipt, notices and decision of a complaint tell."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from pst_standards.calendar import Zone, default_calendar
from pst_standards.complaints import State, Step, replay
from pst_standards.complaints.case import Entry, Task
from pst_standards.complaints.parts import Award
from pst_standards.complaints.payloads import Archived, Decided
from pst_standards.complaints.records import events_of
from pst_standards.complaints.secrecy import Identity
from pst_standards.complaints.states import ArchiveReason, ComplaintPart, Outcome
from pst_standards.definitions.records import load_record
from pst_standards.documents import complaint_papers as papers
from pst_standards.model.complaint_case import ComplaintRecord
from tests.documents.compose.complaint_cases import (
    DOTS,
    EXAMINED,
    EXAMPLES,
    OFFICE,
    RECEIVED,
    SIGNER,
    Tell,
    case,
)


def test_a_receipt_has_the_four_parts_and_the_way_to_follow(tell: Tell, opened: Identity) -> None:
    made = papers.receipt_document(
        RECEIVED, office=OFFICE, identity=opened, code="7K3M-9Q2T-4F6H-8J0N"
    )
    shown = tell(made)
    for part in (
        "a. Identitas lengkap pengadu",
        "Layanan : Konsultasi Statistik",
        "10 Maret 2026 pukul 09.00 WIB",
        "Petugas A1",
        "Kode rahasia : 7K3M-9Q2T-4F6H-8J0N",
        "24 Maret 2026",
        "adu@teladan.contoh.go.id",
        "UU 37/2008 Pasal 24 ayat (1) huruf c",
    ):
        assert part in shown
    assert made.created == dt.date(2026, 3, 10)
    assert not made.draft


def test_a_receipt_of_another_zone_gives_its_own_time(tell: Tell) -> None:
    moved = load_record(EXAMPLES / "examined.yaml", ComplaintRecord)
    events = events_of(moved, reporter="ref-1")[:2]
    shown = tell(papers.receipt_document(evolve(replay(events), zone=Zone.WIT)))
    assert "10 Maret 2026 pukul 11.00 WIT" in shown


def test_the_office_is_held_strictly_and_the_citizen_leniently(tell: Tell) -> None:
    shown = tell(papers.notice_document(case("completed", 4), -1))
    assert "30 April 2026" in shown  # 30 working days
    assert "10 April 2026" not in shown  # 30 days
    complete = tell(papers.notice_document(case("completed"), -1))
    assert "15 Mei 2026" in complete  # 60 days


def test_where_the_days_off_are_not_known_no_date_is_made_up(tell: Tell) -> None:
    later = RECEIVED.filed_at.replace(year=2031)
    log = tuple(evolve(one, at=later) for one in RECEIVED.log)
    shown = tell(papers.receipt_document(evolve(RECEIVED, log=log)))
    assert "belum dapat dihitung" in shown
    nowhere = tuple(evolve(one, at=one.at.astimezone(dt.UTC)) for one in RECEIVED.log)
    shown = tell(papers.receipt_document(evolve(RECEIVED, log=nowhere, zone=None)))
    assert "belum dapat dihitung" in shown


def test_a_calendar_that_is_given_is_counted_with(tell: Tell) -> None:
    given = papers.receipt_document(RECEIVED, calendar=default_calendar())
    assert tell(given) == tell(papers.receipt_document(RECEIVED))


def fitting(step: Step, lang: str, tell: Tell) -> str:
    at = EXAMINED.log[-1].at
    told = evolve(
        EXAMINED,
        log=(*EXAMINED.log, Entry(step, at, "A1")),
        missing=(ComplaintPart.REQUEST,),
        target="Dinas Contoh",
        archive=Archived(reason=ArchiveReason.UNCLEAR, explanation="Tak terbaca"),
        tasks=(
            Task(id="a", text="Antrean diumumkan", done=True),
            Task(id="b", text="Kursi ditambah", refused="Tidak ada ruang"),
            Task(id="c", text="Loket dibuka"),
        ),
        paid=150000,
    )
    return tell(papers.notice_document(told, -1, lang=lang, signer=SIGNER))


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("step", Step)
def test_every_step_has_a_notice_that_says_what_happened(step: Step, lang: str, tell: Tell) -> None:
    shown = fitting(step, lang, tell)
    assert "{" not in shown
    assert "Pejabat Contoh" in shown
    assert "C1" not in shown  # no officer by id, nor what was found
    assert "terbukti" not in shown.replace("tidak terbukti.", "").replace("found untrue", "")


@pytest.mark.parametrize(
    ("step", "part"),
    [
        (Step.CLASSIFY, "digolongkan sebagai pengaduan berkadar pengawasan"),
        (Step.DECLARE_INCOMPLETE, "(1) Penyelesaian yang diminta"),
        (Step.TRANSFER, "kepada Dinas Contoh"),
        (Step.ARCHIVE, "dengan alasan tidak jelas"),
        (Step.ARCHIVE, "Tak terbaca."),
        (Step.CARRY_OUT, "(2) Kursi ditambah: tidak dilaksanakan karena tidak ada ruang"),
        (Step.CARRY_OUT, "(3) Loket dibuka: belum dilaksanakan"),
        (Step.PAY_DAMAGES, "Rp150.000"),
        (Step.SET_LIMIT, "17 April 2026"),
        (Step.ESCALATE, "dinaikkan kepada Kepala kantor"),
        (Step.REQUEST, "Permintaan Saudara telah kami catat: didengar terpisah"),
        (Step.DELIVER, "Dasar: UU 25/2009 Pasal 50 ayat (2), Pasal 50 ayat (9)."),
    ],
)
def test_a_notice_tells_what_the_step_brought(step: Step, part: str, tell: Tell) -> None:
    assert part in fitting(step, "id", tell)


def test_a_notice_of_a_road_outside_says_that_the_duty_stays(tell: Tell) -> None:
    escalated = case("escalated")
    line = next(one for one in escalated.log if one.step is Step.OPEN_TRACK)
    shown = tell(papers.notice_document(escalated, line))
    assert "tidak menghapus kewajiban kantor ini" in shown
    assert escalated.tracks


def test_a_notice_of_a_case_that_lacks_its_facts_leaves_dots(tell: Tell) -> None:
    filed = case("examined", 1)
    for step in (Step.CLASSIFY, Step.ARCHIVE, Step.OPEN_TRACK, Step.REQUEST, Step.SET_LIMIT):
        told = evolve(filed, log=(*filed.log, Entry(step, filed.filed_at, "A1")))
        assert DOTS in tell(papers.notice_document(told, -1)).partition("Yth.")[2]


def test_the_stage_is_told_only_of_the_last_line(tell: Tell) -> None:
    assert "Tahap sekarang : Disampaikan" in tell(papers.notice_document(EXAMINED, -1))
    assert "Tahap sekarang" not in tell(papers.notice_document(EXAMINED, 2))


def test_a_case_that_was_taken_back_has_no_times(tell: Tell) -> None:
    withdrawn = case("withdrawn")
    assert withdrawn.state is State.WITHDRAWN
    assert "Jangka waktu" not in tell(papers.notice_document(withdrawn, -1))
    closed = evolve(case("closed"), served_on=None)
    assert "Jangka waktu" not in tell(papers.notice_document(closed, -1))


def test_a_decision_is_given_without_the_report_of_examination(tell: Tell) -> None:
    decided = evolve(EXAMINED.decisions[-1], report="LHP-77")
    made = papers.complaint_decision_document(evolve(EXAMINED, decisions=(decided,)))
    shown = tell(made)
    assert "LHP-77" not in shown
    assert "BAP-" not in shown
    for part in (
        "Pengaduan dinyatakan terbukti sebagian.",
        "Rp150.000 (seratus lima puluh ribu rupiah)",
        "6 Mei 2026",
        "UU 25/2009 Pasal 50 ayat (9)",
        "Ombudsman",
        "pada tanggal 6 April 2026",
    ):
        assert part in shown
    assert made.created == dt.date(2026, 4, 6)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_outcome_is_said(outcome: Outcome, lang: str, tell: Tell) -> None:
    decided = Decided(outcome=outcome, reasons="Antrean tidak diatur")
    made = papers.complaint_decision_document(
        evolve(EXAMINED, decisions=(decided,), damages_claimed=False), lang=lang
    )
    assert "Antrean tidak diatur." in tell(made)
    assert {"id": "Ganti rugi", "en": "Damages"}[lang] not in tell(made)


@pytest.mark.parametrize(
    ("award", "part"),
    [
        (None, f"karena {DOTS}"),
        (Award(amount=0, reason="Kerugian tidak terbukti"), "karena kerugian tidak terbukti."),
        (Award(amount=5000, reason="Sesuai bukti"), "Sesuai bukti."),
    ],
)
def test_damages_are_told_with_their_reason(award: Award | None, part: str, tell: Tell) -> None:
    decided = evolve(EXAMINED.decisions[-1], award=award)
    made = papers.complaint_decision_document(evolve(EXAMINED, decisions=(decided,)))
    assert part in tell(made)


def test_the_actions_of_a_decision_are_listed(tell: Tell) -> None:
    shown = tell(papers.complaint_decision_document(case("closed")))
    assert "(1) Antrean diumumkan setiap jam" in shown
