from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from attrs import evolve

from pst_standards.calendar import Zone, default_calendar
from pst_standards.complaints import Case, State, Step, replay
from pst_standards.complaints.case import Entry, Task
from pst_standards.complaints.parts import Award
from pst_standards.complaints.payloads import Archived, Decided
from pst_standards.complaints.records import events_of
from pst_standards.complaints.rights import Holder, rights_of
from pst_standards.complaints.secrecy import Identity, Vault, taken
from pst_standards.complaints.states import (
    ArchiveReason,
    ComplaintPart,
    IdentityMode,
    Outcome,
    Party,
    RequestKind,
)
from pst_standards.definitions import loads
from pst_standards.definitions.records import load_record
from pst_standards.documents import RequestError, render
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.kinds import USUAL_FORMATS
from pst_standards.documents.outline import Document, Table
from pst_standards.documents.refusals import NoPaperError
from pst_standards.model.base import Text
from pst_standards.model.channel import Official
from pst_standards.model.complaint_case import ComplaintRecord
from pst_standards.model.definition import Definition

Tell: TypeAlias = Callable[[Document], str]
Made: TypeAlias = Callable[..., Document]
EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "complaints"
DOTS = "\N{HORIZONTAL ELLIPSIS}" * 12
WHO = {"name": "Siti Contoh", "address": "Jalan Mawar 5, Contoh", "phone": "0812-0000-1111"}
OFFICE = loads(
    {
        "stage": "adopted",
        "office": {
            "code": "3322",
            "name": "BPS Kabupaten Teladan",
            "address": {"street": "Jalan Teladan Nomor 1", "city": "Kota Teladan"},
            "email": "pst@teladan.contoh.go.id",
            "head": {
                "position": {"id": "Kepala BPS Kabupaten Teladan", "en": "Head of the office"}
            },
        },
        "services": [
            {"id": "consultation", "name": {"id": "Konsultasi Statistik", "en": "Consultation"}}
        ],
        "complaints": {
            "channels": [{"id": "mail", "medium": "email", "value": "adu@teladan.contoh.go.id"}]
        },
    }
)
SIGNER = Official(name="Pejabat Contoh", position=Text("Ketua Tim", "Team lead"), id_number="1")


def case(name: str, upto: int | None = None) -> Case:
    """Return an example after so many events, of which the first is the filing."""
    record = load_record(EXAMPLES / f"{name}.yaml", ComplaintRecord)
    return replay(events_of(record, reporter="ref-1")[:upto])


EXAMINED = case("examined")
NOBODY_NAMED = evolve(EXAMINED, reporter="")
RECEIVED = case("examined", 2)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    folder = tmp_path_factory.mktemp("vault")
    vault = Vault.at(folder / "v.db", key_file=folder / "k")
    return vault.open(vault.seal(taken(dict(WHO))), officer="A1", reason="mencetak tanda terima")


@pytest.fixture
def sealed() -> Identity:
    return taken(dict(WHO))


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


# -- who complains ---------------------------------------------------------------------------------


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


# -- the record of examination ---------------------------------------------------------------------


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


# -- what they say ---------------------------------------------------------------------------------


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


def test_no_request_is_shown_with_its_ground(tell: Tell) -> None:
    assert [one.kind for one in EXAMINED.requests][-1] is RequestKind.SEPARATE_HEARING
    for made in (
        papers.complaint_decision_document(EXAMINED),
        papers.record_of_examination_document(NOBODY_NAMED),
        papers.notice_document(EXAMINED, -1),
    ):
        assert "mengancam" not in tell(made)


# -- the page of rights ----------------------------------------------------------------------------


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
