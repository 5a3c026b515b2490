"""The register of compensation: a row for each, in the order of its dates."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from attrs import evolve

from pst_standards.definitions import loads
from pst_standards.documents import RegisterEntry, decision_document, register_document
from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.letters import width
from pst_standards.documents.outline import Document, Table
from tests.documents.compose.compensation_cases import LATE, OFFICE, Tell, answer, entries, letter


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


def _row(made: Document) -> dict[str, str]:
    [table] = [block for block in made.blocks if isinstance(block, Table)]
    [cells] = table.rows
    return dict(zip([column.title for column in table.columns], map(str, cells), strict=True))


def test_what_nobody_asked_for_has_no_day_of_a_claim_and_is_not_refused() -> None:
    unasked = {**LATE, "claimed_at": None, "claim_channel": None}
    owed = _row(register_document(loads(OFFICE), [answer(unasked)]))
    assert (owed["Tanggal pengajuan"], owed["Keterangan"]) == ("\N{EN DASH}", "Belum diajukan")
    in_time = {**unasked, "finished_at": "2026-10-05T09:30+07:00"}
    none = _row(register_document(loads(OFFICE), [answer(in_time)]))
    assert none["Tanggal pengajuan"] == none["Diputuskan oleh"] == "\N{EN DASH}"
    assert none["Bentuk kompensasi"] == "Tidak berhak: pelayanan dalam waktu yang dijanjikan"
    late = answer(unasked, on=dt.date(2027, 1, 5))
    passed = _row(register_document(loads(OFFICE), [late]))
    assert passed["Bentuk kompensasi"] == "Tidak berhak: waktu pengajuan sudah lewat"
    given = RegisterEntry(answer=late, date=dt.date(2027, 1, 5))
    claimed = _row(register_document(loads(OFFICE), [given]))
    assert claimed["Tanggal pengajuan"] == "5 Januari 2027"
    assert claimed["Bentuk kompensasi"].startswith("Ditolak: klaim")


@pytest.mark.parametrize(
    ("more", "form", "complaint"),
    [
        ({}, True, False),
        ({"claimed_at": None, "claim_channel": None}, False, False),
        (
            {"claimed_at": None, "claim_channel": None, "complained_at": LATE["claimed_at"]},
            False,
            True,
        ),
    ],
)
def test_papers_name_the_form_only_of_a_claim(
    tell: Tell, *, more: dict[str, str | None], form: bool, complaint: bool
) -> None:
    found = answer({**LATE, **more})
    for made in (letter(found), decision_document(found)):
        assert ("formulir pengajuan" in tell(made), "pengaduan nomor" in tell(made)) == (
            form,
            complaint,
        )


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


def test_a_date_in_a_register_takes_two_lines_and_not_three() -> None:
    made = register_document(loads(OFFICE), entries())
    [table] = [block for block in made.blocks if isinstance(block, Table)]
    total = sum(column.share for column in table.columns)
    longest = width("20 November") * 8.5 * 25.4 / 72
    dates = [one.share for place, one in enumerate(table.columns) if place in (1, 9, 10)]
    assert all(made.text_width * share / total - 3.6 > longest for share in dates)


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
