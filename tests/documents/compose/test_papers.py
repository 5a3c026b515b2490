from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pst_standards.compensation import Entitlement, entitlement
from pst_standards.definitions import loads
from pst_standards.definitions.records import load_record
from pst_standards.documents import (
    FORMATS,
    Inputs,
    RegisterEntry,
    RequestError,
    decision,
    decision_document,
    document,
    quotation,
    quotation_document,
    register,
    register_document,
)
from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.kinds import RENDERERS
from pst_standards.documents.outline import (
    Block,
    Content,
    Document,
    Heading,
    Inline,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition
from pst_standards.model.sale import Buyer, BuyerKind, Sale, SaleKind, SaleLine, ZeroRupiahRequest
from pst_standards.model.service_event import ServiceEvent
from pst_standards.tariffs import quotation as priced

Data = dict[str, Any]
Tell = Callable[[Document], str]
DOTS = "\N{HORIZONTAL ELLIPSIS}" * 12
SHORT = "\N{HORIZONTAL ELLIPSIS}" * 7

OFFICE: Data = {
    "stage": "adopted",
    "office": {
        "code": "3322",
        "name": "BPS Kabupaten Teladan",
        "opening_hours": [
            {
                "id": "week",
                "days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
                "opens": "08:00",
                "closes": "16:00",
            }
        ],
    },
    "services": [{"id": "library", "name": {"id": "Perpustakaan", "en": "Library"}}],
    "standards": [
        {
            "id": "std-library",
            "service": "library",
            "time_limit": {
                "limits": [
                    {"id": "whole", "value": 60, "unit": "minute", "channels": ["in_person"]}
                ]
            },
        }
    ],
    "complaints": {
        "channels": [
            {"id": "box", "medium": "box"},
            {"id": "mail", "medium": "email", "value": "adu@teladan.contoh.go.id"},
        ]
    },
    "compensation": {
        "decree": {"number": "7/CONTOH", "place": "Kota Teladan"},
        "register": {"id": "Buku di loket", "en": "Book at the counter"},
        "claim_channels": ["box"],
        "rules": [
            {
                "id": "late",
                "trigger": "late",
                "clock": "beyond_standard",
                "unit": "minute",
                "tiers": [
                    {"lower": 5, "upper": 30, "remedies": [{"kind": "spoken_apology"}]},
                    {"lower": 30, "remedies": [{"kind": "written_apology"}, {"kind": "drink"}]},
                ],
                "decider": {"id": "Ketua tim", "en": "Team lead"},
                "verifier": {"id": "Petugas pengaduan", "en": "Complaint officer"},
                "fulfil_within": {"value": 2, "unit": "working_day"},
                "claim_within": {"value": 10, "unit": "calendar_day"},
                "funding": "operational",
                "funding_basis": {"id": "DIPA kantor", "en": "Budget of the office"},
                "exclusions": ["force_majeure"],
            },
            {
                "id": "manners",
                "trigger": "conduct",
                "text": {"id": "Kepala kantor menemui pengguna.", "en": "The head meets the user."},
                "needs_complaint": True,
                "fulfil_within": {"value": 4, "unit": "hour"},
            },
        ],
    },
}
LATE: Data = {
    "id": "visit-1",
    "service": "library",
    "channel": "in_person",
    "triggers": ["late"],
    "requested_at": "2026-10-05T09:00+07:00",
    "finished_at": "2026-10-05T10:40+07:00",
    "claimed_at": "2026-10-06T08:30+07:00",
    "claim_channel": "mail",
    "description": {"id": "Antrean panjang", "en": "A long queue"},
}
FLOOD: Data = {
    "kind": "force_majeure",
    "begins_at": "2026-10-05T09:00+07:00",
    "ends_at": "2026-10-05T10:30+07:00",
    "evidence": {"id": "Surat BPBD nomor 1", "en": "Letter 1 of the disaster agency"},
}
RUDE: Data = {
    "id": "visit-2",
    "service": "library",
    "triggers": ["conduct"],
    "requested_at": "2026-10-07T09:00+07:00",
}
EVENTS: dict[str, Data] = {
    "granted": LATE,
    "refused": {**LATE, "id": "visit-3", "circumstances": [FLOOD]},
    "pending": RUDE,
    "both": {**LATE, "id": "visit-4", "triggers": ["late", "conduct"], "complained_at": None},
    "no-promise": {**RUDE, "id": "visit-5", "triggers": ["overcharged"]},
}


def answer(event: Data, office: Data | None = None, **more: Any) -> Entitlement:
    data = {key: value for key, value in event.items() if value is not None}
    return entitlement(loads(office or OFFICE), load_record(data, ServiceEvent), **more)


def sale(**more: Any) -> Sale:
    lines = (
        SaleLine(
            kind=SaleKind.PUBLICATION, title=Text("Teladan Dalam Angka"), pages=66, quantity=2
        ),
        SaleLine(kind=SaleKind.MICRODATA, megabytes=120),
    )
    buyer = Buyer(name=Text("Instansi Contoh"), kind=BuyerKind.EDUCATION, abroad=False)
    day = dt.date(2020, 1, 2)
    return Sale(**{"date": day, "lines": lines, "buyer": buyer, "shipping": 18000, **more})


ASKED = ZeroRupiahRequest(commercial=False, letter=True)
OFFERS: dict[str, Sale] = {
    "priced": sale(id="pnj-1", purpose=Text("Penelitian", "Research"), bank_fee=2500),
    "unknown": sale(date=dt.date(2025, 6, 1)),
    "zero": sale(zero_rupiah=ASKED, requested_on=dt.date(2020, 1, 1)),
}


def papers() -> Iterator[tuple[str, Callable[[str], Document]]]:
    for name, event in EVENTS.items():
        yield (
            f"decision-{name}",
            lambda lang, event=event: decision_document(  # type: ignore[misc]
                answer(event), lang=lang
            ),
        )
    yield "letter-both", lambda lang: letter(answer(EVENTS["both"]), lang)
    yield "register", lambda lang: register_document(loads(OFFICE), entries(), lang=lang)
    for name, offer in OFFERS.items():
        yield (
            f"quotation-{name}",
            lambda lang, offer=offer: quotation_document(  # type: ignore[misc]
                priced(offer), office=loads(OFFICE), lang=lang
            ),
        )


def letter(found: Entitlement, lang: str = "id") -> Document:
    """The letter to whom an answer owes something."""
    inputs = Inputs(events=[found])
    return document(found.definition, "compensation-letter", lang=lang, inputs=inputs)


def entries() -> list[Entitlement | RegisterEntry]:
    given = RegisterEntry(
        answer=answer(LATE),
        reference="KOMP-01",
        date=dt.date(2026, 10, 6),
        given_on=dt.date(2026, 10, 7),
        note="Diantar",
    )
    return [given, *(answer(event) for event in EVENTS.values())]


PAPERS = dict(papers())
each_paper = pytest.mark.parametrize("name", PAPERS)


@pytest.mark.parametrize("lang", ["id", "en"])
@each_paper
def test_a_paper_says_what_it_said(
    name: str, lang: str, tell: Tell, compare_golden: Callable[[str, str], None]
) -> None:
    compare_golden(f"paper-{name}.{lang}.txt", tell(PAPERS[name](lang)))


def texts(document: Document) -> Iterator[str]:
    """Yield every text of an outline."""
    if document.letterhead is not None:
        yield from _of((document.letterhead,))
    yield from _of(document.blocks)


def _of(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    match block:
        case Heading() | Paragraph():
            yield from _inline(block.text)
        case Note():
            yield block.title
            yield from _inline(block.text)
        case ItemList():
            for item in block.items:
                yield from _content(item)
        case KeyValues():
            for label, value in block.pairs:
                yield label
                yield from _inline(value)
        case Table():
            yield block.caption
            for column in block.columns:
                yield column.title
            for row in block.rows:
                for cell in row:
                    yield from _content(cell)
        case Letterhead():
            yield from (*block.names, block.address, block.contact)
        case Signature():
            yield from (block.place, block.date, block.title, block.name, block.identity)
        case PageBreak():
            return
        case _:
            raise AssertionError(block)


def _inline(text: Inline) -> Iterator[str]:
    yield from [text] if isinstance(text, str) else [run.text for run in text]


def _content(content: Content) -> Iterator[str]:
    yield from [content] if isinstance(content, str) else _of(content)


def words(text: str) -> str:
    return " ".join(text.split())


def text_of_html(data: bytes) -> str:
    body = data.decode("utf-8").partition("<body")[2]
    return words(html.unescape(re.sub(r"<[^>]*>", " ", body)))


def text_of_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    breaks = re.sub(r"<[^>]*(?:/w:p|w:br/)>", " ", etree.tostring(root, encoding="unicode"))
    return words(html.unescape(re.sub(r"<[^>]*>", "", breaks)))


@each_paper
def test_every_text_of_a_paper_is_in_both_renderings(name: str) -> None:
    made = PAPERS[name]("id")
    web, word = text_of_html(render_html(made)), text_of_docx(render_docx(made))
    wanted = {words(text) for text in texts(made)} - {""}
    assert [text for text in wanted if text not in web] == []
    assert [text for text in wanted if text not in word] == []


@each_paper
def test_the_same_case_gives_the_same_bytes(name: str) -> None:
    assert render_docx(PAPERS[name]("id")) == render_docx(PAPERS[name]("id"))
    assert render_html(PAPERS[name]("id")) == render_html(PAPERS[name]("id"))


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_are_those_of_the_outline(form: str) -> None:
    write = RENDERERS[form]
    found, office = answer(LATE), loads(OFFICE)
    offer = priced(OFFERS["priced"])
    assert decision(found, form) == write(decision_document(found))
    assert register(office, [found], form) == write(register_document(office, [found]))
    assert quotation(offer, form, office=office) == write(quotation_document(offer, office=office))


def test_an_unknown_format_names_the_choices() -> None:
    found = answer(LATE)
    with pytest.raises(RequestError, match="docx, html"):
        decision(found, "odt")
    with pytest.raises(RequestError, match="docx, html"):
        register(loads(OFFICE), [], "odt")
    with pytest.raises(RequestError, match="docx, html"):
        quotation(priced(OFFERS["priced"]), "odt")


def test_a_decision_that_grants_says_what_by_when_and_by_whom(tell: Tell) -> None:
    shown = tell(decision_document(answer(LATE)))
    for part in (
        "# Keputusan Pemberian Kompensasi",
        "(1) Permintaan maaf tertulis",
        "(2) Minuman",
        "Diberikan paling lambat : Kamis, 8 Oktober 2026",
        "Diputuskan oleh : Ketua tim",
        "Dasar pembebanan biaya : DIPA kantor",
        "Mengadu kepada kantor ini: paling lambat",
        "Menuntut ganti rugi",
        "Melapor kepada Ombudsman",
        "## Bukti pemberian kompensasi",
    ):
        assert part in shown
    assert "draft:" not in shown


def test_a_decision_names_no_day_no_number_and_no_signer(tell: Tell) -> None:
    shown = tell(decision_document(answer(LATE)))
    assert f"Nomor: {DOTS}" in shown
    assert f"pada tanggal {SHORT} |  | Ketua tim, | {DOTS}" in shown
    assert f"Dilaksanakan oleh : {DOTS}" in shown


def test_a_refusal_names_its_cause_and_leaves_the_rights(tell: Tell) -> None:
    shown = tell(decision_document(answer(EVENTS["refused"])))
    assert "# Keputusan Penolakan Kompensasi" in shown
    assert "Keadaan kahar dikecualikan dari kompensasi: Surat BPBD nomor 1" in shown
    assert "Mengadu kepada kantor ini: paling lambat" in shown
    assert "Bukti pemberian" not in shown
    assert "Dilaksanakan oleh" not in shown


def test_what_cannot_be_decided_yet_is_stamped(tell: Tell) -> None:
    made = decision_document(answer(RUDE))
    assert made.draft
    assert "masih ditunggu" in made.draft_note
    assert made.draft_note in tell(made).partition("Catatan draf")[2]
    assert not decision_document(answer({**RUDE, "complained_at": "2026-10-08T09:00+07:00"})).draft


def test_a_complaint_whose_time_has_passed_is_not_said_to_be_open(tell: Tell) -> None:
    late = answer(LATE, on=dt.date(2026, 12, 30))
    shown = tell(decision_document(late))
    assert "Waktu mengadu kepada kantor ini sudah lewat" in shown
    assert "tetap dapat:" not in shown


@pytest.mark.parametrize(
    "path",
    [
        ("compensation", "rules", 0, "tiers", 1),
        ("compensation", "rules", 0, "decider"),
        ("compensation", "rules", 0),
        ("standards", 0, "time_limit", "limits", 0),
        ("office",),
    ],
)
def test_an_open_value_that_a_decision_rests_on_stamps_it(path: tuple[Any, ...]) -> None:
    office = deepcopy(OFFICE)
    part: Any = office
    for step in path[:-1]:
        part = part[step]
    if path[-1] == "decider":
        part["marks"] = {"decider": {"confidence": "unverified"}}
    else:
        part[path[-1]]["confidence"] = "illustration"
    made = decision_document(answer(LATE, office))
    assert made.draft
    assert b"DRAF" in decision(answer(LATE, office), "html")


def test_an_open_value_that_a_decision_does_not_rest_on_leaves_it(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    office["compensation"]["rules"][1]["confidence"] = "illustration"
    office["compensation"]["rules"][0]["tiers"][0]["confidence"] = "illustration"
    made = decision_document(answer(LATE, office))
    assert not made.draft, tell(made)


def test_an_event_that_is_only_an_example_stamps_its_papers() -> None:
    event = {**LATE, "confidence": "illustration"}
    made = decision_document(answer(event))
    assert made.draft
    assert "Pelayanan selesai" in made.draft_note
    assert register_document(loads(OFFICE), [answer(event)]).draft


def test_a_definition_that_is_not_adopted_stamps_a_decision_but_no_quotation() -> None:
    office = {**OFFICE, "stage": "discussed"}
    assert decision_document(answer(LATE, office)).draft
    assert not quotation_document(priced(OFFERS["priced"]), office=loads(office)).draft


def test_a_decision_in_hours_gives_the_hour(tell: Tell) -> None:
    event = {**RUDE, "complained_at": "2026-10-08T09:00+07:00"}
    shown = tell(decision_document(answer(event)))
    assert "Kepala kantor menemui pengguna" in shown
    assert "Diberikan paling lambat : Kamis, 8 Oktober 2026 pukul 13.00 WIB" in shown


def test_a_rule_without_words_or_remedies_is_a_gap() -> None:
    office = deepcopy(OFFICE)
    del office["compensation"]["rules"][1]["text"]
    event = {**RUDE, "complained_at": "2026-10-08T09:00+07:00"}
    made = decision_document(answer(event, office))
    assert made.draft


def test_what_was_charged_and_whether_there_was_fault_are_facts(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    office["compensation"]["rules"][1].update(trigger="overcharged", fault_required=True)
    event = {
        **RUDE,
        "triggers": ["overcharged"],
        "amount_due": 20000,
        "amount_charged": 25000,
        "fault_established": False,
        "complained_at": "2026-10-08T09:00+07:00",
    }
    shown = tell(decision_document(answer(event, office)))
    assert "Biaya yang dipungut : Rp25.000 (dua puluh lima ribu rupiah)" in shown
    assert "Kelalaian petugas terbukti : Tidak" in shown
    assert "# Keputusan Penolakan Kompensasi" in shown


def test_dates_that_may_still_move_are_pointed_out(tell: Tell) -> None:
    found = answer(LATE)
    assert found.chosen is not None
    moving = evolve(found, chosen=evolve(found.chosen, provisional=True))
    assert "masih dapat berubah" in tell(decision_document(moving))
    assert "masih dapat berubah" not in tell(decision_document(found))
    assert "sebelum surat ini dikirim" in tell(letter(moving))


def test_limits_of_another_channel_are_not_what_a_decision_rests_on() -> None:
    office = deepcopy(OFFICE)
    online = {"id": "online", "value": 3, "unit": "working_day", "channels": ["online"]}
    office["standards"][0]["time_limit"]["limits"].append({**online, "confidence": "unverified"})
    assert not decision_document(answer(LATE, office)).draft


def test_an_answer_for_no_time_has_no_tier(tell: Tell) -> None:
    early = {**LATE, "finished_at": "2026-10-05T10:02+07:00"}
    shown = tell(register_document(loads(OFFICE), [answer(early)]))
    assert "2 menit" in shown
    assert "Ditolak" in shown
    assert "30 menit atau lebih" not in shown


def test_an_upper_bound_that_is_included_is_printed_as_such(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    upper = {"upper_included": True, "remedies": [{"kind": "drink"}]}
    office["compensation"]["rules"][0]["tiers"] = [
        {"lower": 0, "upper": 30, **upper},
        {"lower": 31, "upper": 60, **upper},
    ]
    found = answer(LATE, office)
    assert "31 sampai dengan 60 menit" in tell(register_document(loads(office), [found]))
    assert "31 sampai dengan 60 menit berlaku" in tell(decision_document(found))
    for kind in ("compensation-announcement", "compensation-claim-form"):
        shown = tell(document(loads(office), kind))
        assert "Sampai dengan 30 menit" in shown
        assert "31 sampai dengan 60 menit" in shown
        assert "kurang dari" not in shown.lower()
    shown = tell(document(loads(office), "compensation-announcement", lang="en"))
    assert "Up to and including 30 minutes" in shown


def test_a_quotation_that_includes_everything_leaves_nothing_out(tell: Tell) -> None:
    offer = evolve(priced(OFFERS["priced"]), not_included=())
    assert "Belum termasuk" not in tell(quotation_document(offer))
    assert "Belum termasuk" in tell(quotation_document(priced(OFFERS["zero"])))


def test_what_has_no_reference_is_given_one_by_hand(tell: Tell) -> None:
    found = answer({**LATE, "id": None})
    assert f"Rujukan kejadian : {DOTS}" in tell(decision_document(found))
    assert f"\n  {DOTS}\n" in tell(register_document(loads(OFFICE), [found]))


def test_a_register_has_a_row_for_each_compensation(tell: Tell) -> None:
    shown = tell(register_document(loads(OFFICE), entries()))
    rows = [line for line in shown.splitlines() if line.startswith("+ ")]
    assert rows == [f"+ {number}." for number in range(1, 8)], "one event is owed two"
    for part in ("KOMP-01", "40 menit", "30 menit atau lebih", "Ditolak: keadaan kahar", "Diantar"):
        assert part in shown
    assert "Belum dapat diputuskan" in shown
    assert "Tahun : 2026" in shown


def test_a_register_is_in_order_of_its_dates(tell: Tell) -> None:
    def made(reference: str, at: str, day: dt.date | None = None) -> RegisterEntry:
        found = answer({**LATE, "claimed_at": at})
        return RegisterEntry(answer=found, reference=reference, date=day)

    given = [
        made("afternoon", "2026-10-07T14:00+07:00"),
        made("entered-late", "2026-10-05T12:00+07:00", dt.date(2026, 10, 9)),
        made("morning", "2026-10-07T09:00+07:00"),
        made("first", "2026-10-06T09:00+07:00"),
    ]
    shown = tell(register_document(loads(OFFICE), given))
    names = ["first", "morning", "afternoon", "entered-late"]
    assert sorted(names, key=shown.index) == names


def test_a_register_lies_on_its_side() -> None:
    made = register_document(loads(OFFICE), entries())
    assert made.sheet == (297, 210)
    assert b"size: 297mm 210mm" in render_html(made)
    with zipfile.ZipFile(io.BytesIO(render_docx(made))) as archive:
        page = archive.read("word/document.xml").decode()
        foot = archive.read("word/footer1.xml").decode()
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in page
    assert 'w:pos="14287"' in foot
    folio = register_document(loads(OFFICE), entries(), paper="F4")
    assert folio.sheet == (330, 215)


@pytest.mark.parametrize(
    ("reference", "letters"),
    [("K-1", 9), ("late-consultation", 17), (f"{'panjang-' * 6}konsultasi", 11), ("x" * 90, 22)],
)
def test_references_in_a_register_are_not_broken(reference: str, letters: int) -> None:
    made = register_document(
        loads(OFFICE), [RegisterEntry(answer=answer(LATE), reference=reference)]
    )
    [table] = [block for block in made.blocks if isinstance(block, Table)]
    [share] = [column.share for column in table.columns if column.heads_row]
    # Dense letters of 8.5 points in bold are hardly wider than 1.7 millimetres.
    room = made.text_width * share / sum(column.share for column in table.columns) - 3.6
    assert room > letters * 1.7


def test_a_register_without_entries_is_the_blank_one() -> None:
    from pst_standards.documents import document

    # Only the blank one is a document of the definition alone, and says so.
    blank = document(loads(OFFICE), "compensation-register")
    assert register_document(loads(OFFICE), []) == evolve(blank, identity=None)


def test_a_register_of_another_definition_shows_the_rule_as_it_was(tell: Tell) -> None:
    other = {"stage": "adopted", "office": {"name": "BPS Kabupaten Lain"}}
    shown = tell(register_document(loads(other), [answer(LATE)]))
    assert "Permintaan maaf tertulis; minuman" in shown
    assert "30 menit atau lebih" in shown
    assert "library" in shown


def test_an_answer_without_a_moment_has_no_year(tell: Tell) -> None:
    found = answer(LATE)
    bare = evolve(found, event=ServiceEvent(id=found.event.id))
    shown = tell(register_document(loads(OFFICE), [bare]))
    assert f"Tahun : {DOTS}" in shown
    assert "Permintaan diajukan :" not in tell(decision_document(bare))


def test_a_quotation_computes_in_sight(tell: Tell) -> None:
    shown = tell(quotation_document(priced(OFFERS["priced"]), office=loads(OFFICE)))
    for part in (
        "Teladan Dalam Angka",
        "2 \N{MULTIPLICATION SIGN} Rp20.000 = Rp40.000",
        "Biaya pengiriman (di luar tarif)",
        "Rp18.000",
        "Jasa perbankan (di luar tarif)",
        "Jumlah yang dibayar: Rp",
        "kode billing Simponi",
        "disetor langsung ke kas negara (PP 7/2015 Pasal 9)",
        "Keperluan : Penelitian",
        "head: BPS Kabupaten Teladan",
    ):
        assert part in shown
    assert "draft:" not in shown


def test_an_unknown_price_is_never_a_sum(tell: Tell) -> None:
    made = quotation_document(priced(OFFERS["unknown"]))
    shown = tell(made)
    assert made.draft
    assert "Belum dapat dihitung" in shown
    assert "Jumlah yang dibayar" not in shown
    assert "PP 13/2024" in shown
    assert "head:" not in shown


def test_a_tariff_that_was_not_verified_stamps() -> None:
    from pst_standards.findings import Confidence

    offer = priced(OFFERS["priced"])
    weak = evolve(offer.lines[0], confidence=Confidence.UNVERIFIED)
    made = quotation_document(evolve(offer, lines=(weak, *offer.lines[1:])))
    assert made.draft
    assert "belum diverifikasi" in made.draft_note


def test_a_sale_that_is_only_an_example_stamps() -> None:
    from pst_standards.findings import Confidence

    buyer = Buyer(name=Text("Instansi Contoh"), confidence=Confidence.ILLUSTRATION)
    made = quotation_document(priced(sale(buyer=buyer)))
    assert made.draft
    assert "Nama pembeli" in made.draft_note


@pytest.mark.parametrize(
    ("granted", "said"),
    [(True, "dikabulkan"), (False, "tidak dikabulkan"), (None, "belum diputus")],
)
def test_a_request_for_zero_rupiah_is_told(granted: bool | None, said: str, tell: Tell) -> None:
    request = ZeroRupiahRequest(commercial=False, first_time=True, letter=True, granted=granted)
    shown = tell(quotation_document(priced(sale(zero_rupiah=request))))
    assert f"{said}" in shown
    assert "PP 7/2015 Pasal 8 ayat (3)" in shown
    assert "Surat permohonan" in shown


def test_a_request_under_a_tariff_whose_conditions_were_not_read_says_so(tell: Tell) -> None:
    offer = priced(sale(date=dt.date(2025, 6, 1), zero_rupiah=ASKED))
    assert "belum dibaca" in tell(quotation_document(offer))


MARKUP = st.sampled_from(
    ["</style><script>alert(1)</script>", "<b>\x00&amp;", "]]>", "\ud800", "a\u202eb", "{x}", "%s"]
)


@settings(max_examples=25)
@given(text=MARKUP | st.text(max_size=20), form=st.sampled_from(["id", "en"]))
def test_hostile_words_stay_words(text: str, form: str) -> None:
    office = deepcopy(OFFICE)
    said = Text(text or "x", text or "x")
    found = answer(LATE, office)
    event = evolve(found.event, description=said, case=said)
    found = evolve(found, event=event)
    entry = RegisterEntry(answer=found, reference=text, note=text)
    line = SaleLine(kind=SaleKind.PUBLICATION, title=said, pages=3)
    offer = priced(sale(lines=(line,), purpose=said, buyer=Buyer(name=said)))
    for made in (
        decision_document(found, lang=form),
        register_document(Definition(), [entry], lang=form),
        quotation_document(offer, lang=form),
    ):
        web = render_html(made)
        assert b"<script" not in web
        web.decode("utf-8")
        with zipfile.ZipFile(io.BytesIO(render_docx(made))) as archive:
            etree.fromstring(archive.read("word/document.xml"))


def test_a_decision_leaves_what_does_not_compare_to_the_user(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    office["compensation"]["once_per_event"] = True
    made = decision_document(answer(EVENTS["both"], office), lang="id")
    shown = tell(made)
    chosen, _, other = shown.partition("Atau, bila dipilih penerima layanan sebagai gantinya:")
    assert "Permintaan maaf tertulis" in chosen
    assert "Kepala kantor menemui pengguna" in other
    assert "tidak dapat dibandingkan" in chosen
    _, _, other = tell(letter(answer(EVENTS["both"], office))).partition(
        "Sebagai gantinya Saudara dapat memilih:"
    )
    assert "Kepala kantor menemui pengguna" in other


def test_a_letter_on_a_rule_without_remedies_leaves_a_gap_and_on_passed_rights_says_so(
    tell: Tell,
) -> None:
    office = deepcopy(OFFICE)
    del office["compensation"]["rules"][0]["tiers"][1]["remedies"]
    made = letter(answer(LATE, office))
    assert made.draft
    assert "belum ditetapkan" in tell(made)
    late = answer(LATE, on=dt.date(2029, 1, 2))
    passed = evolve(late, rights=answer(LATE, on=dt.date(2026, 12, 31)).rights)
    assert "Tentang hak Saudara yang lain:" in tell(letter(passed))
