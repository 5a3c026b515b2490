"""The form: what is filled in is read back as it is, and bad workbooks are named."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.recap_period import RecapError
from pst_standards.complaints.recap_records import recap_in
from pst_standards.definitions import workbooks
from pst_standards.definitions.records import load_record
from pst_standards.definitions.workbooks import sheets
from pst_standards.documents.docx import render_docx
from pst_standards.documents.outline import Document
from pst_standards.exchange.recap import read_form, read_places, recap_form
from pst_standards.messages import LANGUAGES
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.rules.formats.workbook import Column, Sheet, workbook

HEAD = ("Bulan", "Saluran", "Pengaduan PST", "Pengaduan lainnya", "Aspirasi", "Jumlah")


def book(**filled: list[tuple[Any, ...]]) -> bytes:
    """Return a workbook with these sheets, the first row of each being its headings."""
    target = io.BytesIO()
    with workbook(target, title="x", created=dt.date(2026, 1, 1)) as made:
        for name, (head, *rows) in filled.items():
            sheet = Sheet(made, name, [Column(str(title), 12) for title in head])
            for row in rows:
                sheet.add(*row)
    return target.getvalue()


def refused(source: bytes) -> str:
    with pytest.raises(RecapError) as found:
        read_form(source)
    assert all(found.value.message(lang) for lang in LANGUAGES)
    return found.value.key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_form_states_its_period_and_nothing_else(lang: str) -> None:
    told = read_form(recap_form(year=2026, half=2, lang=lang))
    assert told.pop("format") == "pst-complaint-recap/1"
    assert {key: value for key, value in told.items() if value} == {"year": 2026, "half": 2}
    assert recap_form(year=2026, half=2, lang=lang) == recap_form(year=2026, half=2, lang=lang)
    assert load_record(told, ComplaintRecap).half == 2


def test_a_form_asks_for_every_channel_in_every_month() -> None:
    rows = sheets(recap_form(year=2026))["Rekapitulasi"]
    assert len(rows) == 1 + 12 * 12
    assert rows[1][:2] == (1, "SP4N-LAPOR!")


def test_what_is_filled_in_is_read_as_it_is() -> None:
    told = read_form(
        book(
            A=[HEAD, (3, "Instagram", 4, None, 1, 6), ("April", "Papan", None, 2, None, None)],
            B=[("Bulan", "Nihil", "Sisa awal", "Masuk"), (1, "ya", 0, None), (2, None, 0, "nihil")],
            C=[("Kendala", "Solusi"), ("Petugas kurang", "Piket tambahan"), (None, None)],
            D=[
                ("Kunci", "Keterangan", "Isi"),
                ("year", "", 2025),
                ("published", "", "tidak"),
                ("evaluation", "", "Rapat triwulan\n\nTindak lanjut"),
                ("source", "", "Buku agenda"),
                ("date", "", 46027),
                ("name", "", "Petugas Contoh"),
                ("lainnya", "", "x"),
                ("half", None, None),
            ],
            E=[("Lembar lain",), ("x",)],
        )
    )
    assert told == {
        "format": "pst-complaint-recap/1",
        "counts": [
            {
                "month": 3,
                "channel": "instagram",
                "pst_complaint": 4,
                "aspiration": 1,
                "total": 6,
            },
            {"month": 4, "channel": "Papan", "other_complaint": 2},
        ],
        "months": [
            {"month": 1, "nil": True, "open_at_start": 0},
            {"month": 2, "open_at_start": 0, "received": 0, "nil": True},
        ],
        "obstacles": [{"obstacle": "Petugas kurang", "solution": "Piket tambahan"}],
        "year": 2025,
        "published": False,
        "evaluation": ["Rapat triwulan", "Tindak lanjut"],
        "source": "Buku agenda",
        "signature": {"date": "2026-01-05", "name": "Petugas Contoh"},
    }
    record = load_record(told, ComplaintRecap)
    assert recap_in(record).total == 8


def test_english_headings_and_dashes_are_understood() -> None:
    told = read_form(
        book(
            A=[("Month", "Channel", "PST complaints", "Total"), ("May", "E-mail", "-", 2)],
            B=[("Month", "Nil", "Open at the start"), ("Smarch", "no", 1), (5, "perhaps", 1)],
        )
    )
    assert told["counts"] == [{"month": 5, "channel": "email", "total": 2}]
    assert told["months"][0] == {"month": "Smarch", "open_at_start": 1}
    assert told["months"][1]["nil"] == "perhaps"


def test_a_column_with_figures_that_the_form_does_not_have_is_not_passed_over() -> None:
    assert refused(book(A=[(*HEAD, "Saran"), (3, "Email", 1, 1, 1, 1, 9)])) == "recap.column"
    assert refused(book(A=[("Saluran", ""), ("Email", 3)])) == "recap.column"
    assert read_form(book(A=[(*HEAD, "Saran"), (3, "Email", 1, 1, 1, 1, None)]))["counts"]


def test_a_workbook_without_a_sheet_of_the_form_is_named() -> None:
    assert refused(book(A=[("x",), (1,)])) == "recap.sheets"


def changed(part: str, old: str, new: str) -> bytes:
    """Return an empty form with one of its parts changed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(recap_form(year=2026))) as form,
        zipfile.ZipFile(target, "w") as made,
    ):
        for name in form.namelist():
            data = form.read(name).decode()
            made.writestr(name, data.replace(old, new) if name == part else data)
    return target.getvalue()


def test_what_is_no_workbook_is_named(tmp_path: Path) -> None:
    assert refused(b"") == "recap.workbook"
    assert refused(b"PK\x03\x04 no") == "recap.workbook"
    assert refused(recap_form(year=2026)[:-900]) == "recap.workbook"
    file = tmp_path / "x.docx"
    file.write_bytes(render_docx(Document(title="x", blocks=())))
    assert refused(file.read_bytes()) == "recap.workbook"
    whole = "xl/workbook.xml"
    assert refused(changed(whole, "<sheets>", "<sheets><")) == "recap.workbook"
    assert refused(changed(whole, "<workbook ", "<!DOCTYPE x><workbook ")) == "recap.workbook"


def test_what_is_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "LARGEST", 2000)
    assert refused(b"x" * 3000) == "recap.workbook-large"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/_rels/workbook.xml.rels", " " * 100_000)
    assert refused(bomb.getvalue()) == "recap.workbook-large"
    monkeypatch.undo()
    monkeypatch.setattr(workbooks, "_ROWS", 3)
    assert refused(recap_form(year=2026)) == "recap.workbook-large"


def test_cells_of_every_kind_are_read() -> None:
    sheet = "xl/worksheets/sheet3.xml"
    row = (
        '<row r="1"><c t="inlineStr"><is><t>ab</t></is></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1"><v>2.5</v></c><c r="E1"><f>1+1</f><v>2</v></c><c r="F1" t="str"><v>s</v></c>'
        '<c r="G1"/><c r="H1" t="e"><v>#REF!</v></c><c r="I1"><f>A1&amp;"x"</f></c>'
        '<c r="XFD1"><v>1</v></c></row>'
    )
    told = sheets(changed(sheet, "<sheetData>", f"<sheetData>{row}"))["Kendala"][0]
    assert told == ("ab", None, True, 2.5, 2, "s", None, "#REF!", '=A1&"x"')


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    with pytest.raises(RecapError):
        read_form(data)


def rows_of(*rows: str) -> bytes:
    """Return a workbook with one sheet of these rows, each as it stands in the file."""
    plain = book(A=[HEAD, (3, "Email", 1, 1, 1, 3)])
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as made, zipfile.ZipFile(target, "w") as out:
        for name in made.namelist():
            data = made.read(name)
            if name == "xl/worksheets/sheet1.xml":
                end = b"</sheetData>"
                data = data.replace(end, "".join(rows).encode() + end)
            out.writestr(name, data)
    return target.getvalue()


def test_rows_that_a_workbook_leaves_out_are_counted() -> None:
    row = '<row r="9"><c r="B9" t="str"><v>Surel</v></c><c r="C9"><v>5</v></c></row>'
    form = read_places(rows_of(row))
    assert form.place(("counts", 1, "pst_complaint")) == "A!C9"
    assert form.place(("counts", 1)) == "A!A9"
    assert form.place(("months", 1)) == form.place(()) == ""


def test_a_sheet_that_was_only_formatted_far_down_is_read() -> None:
    assert read_form(rows_of('<row r="1048576"><c r="A1048576"/></row>'))["counts"]
    far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    assert refused(rows_of(far)) == "recap.workbook-large"
