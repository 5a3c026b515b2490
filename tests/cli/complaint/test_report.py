"""``pst complaint report``: from a register, from counts kept elsewhere, and the form for them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.calendar import default_calendar
from pst_standards.complaints import replay
from pst_standards.complaints.records import events_of
from pst_standards.complaints.registers import line_of
from pst_standards.complaints.registers.opening import open_register
from pst_standards.definitions.records import load_record
from pst_standards.exchange.recap import recap_form
from pst_standards.model.complaint_case import ComplaintRecord
from pst_standards.rules.formats.workbook import Column, Sheet, workbook

Pst = Callable[..., Any]
EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "complaints"
RECAP = """format: pst-complaint-recap/1
year: 2018
total: 57171
source: Siaran pers
states:
  - {name: Selesai, count: 15061}
  - {name: Lainnya, count: 41110}
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a register with the closed example and a page of its own for the desk."""
    place = tmp_path / "r.db"
    opened = open_register(place)
    record = load_record(EXAMPLES / "closed.yaml", ComplaintRecord)
    events = events_of(record, reporter="ref-1")
    for count in range(1, len(events) + 1):
        case = replay(events[:count])
        line = line_of(case, calendar=default_calendar())
        opened.append(case.number, events[count - 1], line)
    opened.close()
    return place


def test_a_register_becomes_the_report_of_a_year(pst: Pst, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "laporan"
    ended = pst("complaint", "report", "--register", register, "--year", "2026", "--out", out)
    assert (ended.code, ended.err) == (0, "")
    assert {file.name for file in out.iterdir()} == {
        "complaint-report-manifest.json",
        "laporan-pengaduan-2026.docx",
        "laporan-pengaduan-2026.html",
    }
    page = (out / "laporan-pengaduan-2026.html").read_text(encoding="utf-8")
    assert "register pengaduan, keadaan" in page
    assert "nihil" in page


def test_a_year_without_complaints_is_nil(pst: Pst, tmp_path: Path) -> None:
    open_register(tmp_path / "r.db").close()
    place = ("complaint", "report", "--register", tmp_path / "r.db", "--out", tmp_path)
    ended = pst(*place, "--year", "2025", "--month", "3", "--format", "html", "--lang", "en")
    assert ended.code == 0
    page = (tmp_path / "complaint-report-2025-03.html").read_text(encoding="utf-8")
    assert "Complaints, March 2025: nil." in page
    assert not (tmp_path / "complaint-report-2025-03.docx").exists()


def test_days_to_come_are_not_reported(pst: Pst, register: Path, tmp_path: Path) -> None:
    place = ("complaint", "report", "--register", register, "--out", tmp_path, "--format", "html")
    ended = pst(*place, "--year", "2026", "--as-of", "2026-04-10")
    assert ended.code == 0
    page = (tmp_path / "laporan-pengaduan-2026.html").read_text(encoding="utf-8")
    assert "keadaan 10 April 2026" in page
    assert '<th scope="row">Mei' not in page
    ended = pst(*place, "--year", "2027", "--as-of", "2026-04-10")
    assert (ended.code, "belum mulai" in ended.err) == (2, True)


def test_counts_kept_elsewhere_are_printed_as_they_are(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "rekap.yaml"
    file.write_text(RECAP, encoding="utf-8")
    ended = pst("complaint", "report", "--from", file, "--out", tmp_path / "o")
    assert ended.code == 1
    assert "rekap.yaml:3:8  LAP-002" in ended.err
    page = (tmp_path / "o" / "laporan-pengaduan-2018.html").read_text(encoding="utf-8")
    assert "57.171 (dihitung: 56.171)" in page
    ended = pst("complaint", "report", "--from", "-", "--out", tmp_path, stdin=RECAP.encode())
    assert ended.code == 1


def test_notes_add_words_and_never_figures(pst: Pst, tmp_path: Path) -> None:
    counts, notes = tmp_path / "c.yaml", tmp_path / "n.yaml"
    counts.write_text("year: 2025\nmonth: 3\nmonths: [{month: 3, received: 4}]\n", encoding="utf-8")
    notes.write_text("total: 99\nevaluation: [Rapat triwulan]\n", encoding="utf-8")
    place = ("complaint", "report", "--from", counts, "--notes", notes, "--out", tmp_path)
    ended = pst(*place)
    assert ended.code == 0
    assert (
        "n.yaml\u201d hanya kata-katanya yang dicetak; tidak dipakai: Jumlah seluruhnya."
        in ended.err
    )
    page = (tmp_path / "laporan-pengaduan-2025-03.html").read_text(encoding="utf-8")
    assert "Rapat triwulan." in page
    assert "99" not in page.partition("<body")[2].replace("data:image", "")


def test_a_form_is_written_filled_in_and_read(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "rekap.xlsx"
    ended = pst("complaint", "report", "--template", form, "--year", "2026", "--half", "1")
    assert ended.code == 0
    assert form.read_bytes() == recap_form(year=2026, half=1)
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path)
    assert (ended.code, "tidak memuat angka" in ended.err) == (2, True)


def test_the_letterhead_is_that_of_the_office(pst: Pst, register: Path, tmp_path: Path) -> None:
    office = tmp_path / "kantor.yaml"
    office.write_text("office: {name: BPS Kota Contoh}\n", encoding="utf-8")
    place = ("complaint", "report", "--register", register, "--year", "2026", "--half", "1")
    assert pst(*place, "--definition", office, "--out", tmp_path, "--published").code == 0
    page = (tmp_path / "laporan-pengaduan-2026-semester-1-publikasi.html").read_text("utf-8")
    assert "BPS Kota Contoh" in page
    assert "kalangan kantor" not in page
    assert "Untuk melindungi pengadu" in page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("--out", "o"), "dari mana angkanya"),
        (("--register", "a", "--from", "b", "--out", "o"), "dari mana angkanya"),
        (("--register", "a"), "--out"),
        (("--register", "r.db", "--out", "o"), "--year"),
        (("--register", "tidak-ada.db", "--year", "2026", "--out", "o"), "tidak-ada.db"),
        (("--register", "r.db", "--year", "2026", "--month", "13", "--out", "o"), "1 sampai 12"),
        (("--from", "tidak-ada.yaml", "--out", "o"), "tidak-ada.yaml"),
        (("--from", "tidak-ada.xlsx", "--out", "o"), "tidak-ada.xlsx"),
        (("--from", "rusak.xlsx", "--out", "o"), "XLSX"),
        (("--from", "c.yaml", "--year", "2024", "--out", "o"), "2025"),
        (("--from", "c.yaml", "--out", "o", "--format", "odt"), "odt"),
        (("--template", "x.ods", "--year", "2026"), ".xlsx"),
        (("--template", "x.xlsx"), "--year"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    told: tuple[str, ...], said: str, pst: Pst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rusak.xlsx").write_bytes(b"bukan buku kerja")
    Path("c.yaml").write_text("year: 2025\ntotal: 3\n", encoding="utf-8")
    ended = pst("complaint", "report", *told)
    assert ended.code == 2
    assert said in ended.err
    assert not Path("o").exists()
    assert not list(tmp_path.glob("x.*"))


def test_a_year_may_be_given_beside_counts_that_state_none(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("total: 3\n", encoding="utf-8")
    ended = pst("complaint", "report", "--from", file, "--year", "2025", "--out", tmp_path)
    assert ended.code == 0
    assert (tmp_path / "laporan-pengaduan-2025.docx").exists()


def test_check_knows_a_recap(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "rekap.yaml"
    file.write_text(RECAP, encoding="utf-8")
    ended = pst("check", file, "--as-of", "2026-11-27")
    assert ended.code == 1
    assert "56.171" in ended.out


def test_a_date_of_today_is_taken_where_none_is_given(
    pst: Pst, register: Path, tmp_path: Path
) -> None:
    year = dt.datetime.now().astimezone().year
    place = ("complaint", "report", "--register", register, "--year", str(year + 1))
    assert pst(*place, "--out", tmp_path / "o").code == 2


def test_a_form_that_was_filled_in_is_not_overwritten(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "rekap.xlsx"
    form.write_bytes(b"filled in")
    ended = pst("complaint", "report", "--template", form, "--year", "2026")
    assert (ended.code, ended.out, form.read_bytes()) == (2, "", b"filled in")
    assert "rekap.xlsx" in ended.err


def filled_in(folder: Path, *rows: tuple[str | int | None, ...], half: int | None = None) -> Path:
    """Return a form with these rows of counts, as a program for workbooks writes it."""
    head = ("Bulan", "Saluran", "Pengaduan PST", "Aspirasi", "Jumlah")
    details = ("Kunci", "Keterangan", "Isi")
    period = [("year", "Tahun", 2026), ("half", "Semester", half)]
    sheets: Any = [("Rekapitulasi", head, rows), ("Keterangan", details, period)]
    target = io.BytesIO()
    with workbook(target, title="x", created=dt.date(2026, 1, 1)) as made:
        for name, titles, lines in sheets:
            sheet = Sheet(made, name, [Column(title, 12) for title in titles])
            for line in lines:
                sheet.add(*line, *[None] * (len(titles) - len(line)))
    form = folder / "rekap.xlsx"
    form.write_bytes(target.getvalue())
    return form


def test_what_is_wrong_in_a_form_is_told_by_sheet_and_cell(pst: Pst, tmp_path: Path) -> None:
    form = filled_in(tmp_path, (3, "Surel", 1, 1, 2), (3, "Surat", "lima"))
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path / "o")
    assert (ended.code, ended.out) == (2, "")
    assert "rekap.xlsx Rekapitulasi!C3  DEF-" in ended.err
    assert "Pengaduan PST berisi teks" in ended.err  # as the heading, without the key of a file


def test_a_sum_that_differs_in_a_form_is_told_by_its_cell(pst: Pst, tmp_path: Path) -> None:
    form = filled_in(tmp_path, (3, "Surel"), (3, "Surat", 5, 1, 9))
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path / "o")
    assert ended.code == 1
    assert "rekap.xlsx Rekapitulasi!E3  LAP-" in ended.err


def test_a_channel_that_is_not_known_is_asked_about(pst: Pst, tmp_path: Path) -> None:
    form = filled_in(tmp_path, (3, "Tiktok", 5))
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path / "o")
    assert "\u201cTiktok\u201d (Rekapitulasi!B2) tidak dikenal" in ended.err
    assert "Instagram" in ended.err


def test_figures_without_a_channel_are_not_left_out_in_silence(pst: Pst, tmp_path: Path) -> None:
    form = filled_in(tmp_path, (3, "Surel", 1), (3, None, 4), (9, None, None))
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path / "o")
    assert (ended.code, ended.out) == (2, "")
    assert "rekap.xlsx Rekapitulasi!B3  LAP-002: Baris ini memuat angka" in ended.err
    file = tmp_path / "rekap.yaml"
    rows = (
        "counts:\n  - {month: 3, channel: email, information: 1}\n  - {month: 3, information: 2}\n"
    )
    file.write_text(f"year: 2025\n{rows}", encoding="utf-8")
    ended = pst("complaint", "report", "--from", file, "--out", tmp_path / "o")
    assert ended.code == 2
    assert "rekap.yaml:4:" in ended.err
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    "rows",
    [
        ((3, "Surel", 1), (None, "Surat", 2)),
        ((3, "Surel"), (None, "Surat", 2)),
        ((None, "Surel"), (None, "Surat", 2), (4, "Surat")),
    ],
)
def test_figures_without_a_month_are_told_by_their_cell(
    pst: Pst, tmp_path: Path, rows: tuple[tuple[str | int | None, ...], ...]
) -> None:
    ended = pst(
        "complaint", "report", "--from", filled_in(tmp_path, *rows), "--out", tmp_path / "o"
    )
    assert (ended.code, ended.out) == (2, "")
    assert (
        "rekap.xlsx Rekapitulasi!A3  LAP-002: Baris ini memuat angka, tetapi bulannya" in ended.err
    )
    assert ended.err.count("LAP-002") == 1
    assert not (tmp_path / "o").exists()


def test_figures_of_the_whole_year_need_no_month(pst: Pst, tmp_path: Path) -> None:
    form = filled_in(tmp_path, (None, "Surel", 1), (None, "Surat", 2))
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path / "o")
    assert (ended.code, ended.err) == (0, "")


def test_a_channel_that_is_told_twice_is_not_added_up_in_silence(pst: Pst, tmp_path: Path) -> None:
    form = filled_in(tmp_path, (3, "Surel", 1), (4, "Surel", 1), (3, "email", 2))
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path / "o")
    assert (ended.code, ended.out) == (2, "")
    assert "rekap.xlsx Rekapitulasi!B4  LAP-002: Saluran ini sudah disebut" in ended.err
    assert not (tmp_path / "o").exists()


def test_months_that_are_not_of_the_period_are_told_by_their_cells(
    pst: Pst, tmp_path: Path
) -> None:
    form = filled_in(tmp_path, (13, "Surel", 1), (9, "Surat", 2), half=1)
    ended = pst("complaint", "report", "--from", form, "--out", tmp_path / "o")
    assert (ended.code, ended.out) == (2, "")
    assert "Rekapitulasi!A2  LAP-002: Bulan 13 tidak ada." in ended.err
    assert "Rekapitulasi!A3  LAP-002: Bulan 9 di luar periode" in ended.err
    assert "(bulan 1\u20136)" in ended.err
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("year: 2025\nhalf: 1\n", "periode lain: Tahun 2025, Semester 1"),
        ("year: 2026\n", "periode lain: Tahun 2026. Laporan ini untuk 2026-semester-1"),
        ("half: 2\n", "periode lain: Semester 2"),
        ("month: 3\n", "periode lain: Bulan 3"),
    ],
)
def test_notes_of_another_period_are_refused(
    stated: str, said: str, pst: Pst, register: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "n.yaml"
    notes.write_text(f"{stated}evaluation: [Rapat triwulan]\n", encoding="utf-8")
    place = ("complaint", "report", "--register", register, "--year", "2026", "--half", "1")
    ended = pst(*place, "--notes", notes, "--out", tmp_path / "o")
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert not (tmp_path / "o").exists()


def test_notes_of_the_period_are_printed_and_an_early_date_is_told(
    pst: Pst, register: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "n.yaml"
    words = "evaluation: [Rapat triwulan]\nsignature: {date: 2026-02-01, name: Petugas Contoh}\n"
    notes.write_text(f"year: 2026\nhalf: 1\n{words}", encoding="utf-8")
    place = ("complaint", "report", "--register", register, "--year", "2026", "--half", "1")
    ended = pst(*place, "--notes", notes, "--out", tmp_path)
    assert ended.code == 0
    assert "bertanggal 1 Februari 2026, sebelum periodenya berakhir (30 Juni 2026)" in ended.err
    page = (tmp_path / "laporan-pengaduan-2026-semester-1.html").read_text(encoding="utf-8")
    assert "Rapat triwulan." in page
    notes.write_text(f"{words.replace('02-01', '06-30')}", encoding="utf-8")
    assert pst(*place, "--notes", notes, "--out", tmp_path / "o").err == ""


def test_the_internal_and_the_published_report_stand_beside_each_other(
    pst: Pst, register: Path, tmp_path: Path
) -> None:
    place = ("complaint", "report", "--register", register, "--year", "2026", "--out", tmp_path)
    assert pst(*place, "--format", "html").code == 0
    page = tmp_path / "laporan-pengaduan-2026.html"
    internal = page.read_text("utf-8")
    assert internal.count("Hanya untuk kalangan kantor") >= 2  # at the head and at every foot
    assert pst(*place, "--format", "html", "--published").code == 0
    assert page.read_text("utf-8") == internal
    ended = pst(*place, "--format", "html", "--published", "--lang", "en")
    assert "complaint-report-2026-published.html" in ended.out


def test_a_report_that_was_completed_by_hand_is_not_lost(
    pst: Pst, register: Path, tmp_path: Path
) -> None:
    def report(*more: str) -> Any:
        place = ("complaint", "report", "--register", register, "--year", "2026")
        return pst(*place, "--out", tmp_path, *more)

    file = tmp_path / "laporan-pengaduan-2026.docx"
    assert report("--as-of", "2026-11-01").code == 0
    assert report("--as-of", "2026-11-02").code == 0  # what nobody touched is written anew
    file.write_bytes(b"completed by hand")
    page = (tmp_path / "laporan-pengaduan-2026.html").read_bytes()
    ended = report("--as-of", "2026-11-03")
    assert (ended.code, ended.out) == (2, "")
    assert "laporan-pengaduan-2026.docx" in ended.err
    assert "--force" in ended.err
    assert file.read_bytes() == b"completed by hand"
    assert (tmp_path / "laporan-pengaduan-2026.html").read_bytes() == page
    assert report("--format", "html").code == 0
    assert report("--half", "1").code == 0
    assert report("--force").code == 0
    assert file.read_bytes()[:2] == b"PK"
    assert report("--as-of", "2026-11-04").code == 0


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("Pengaduan PGD-2026-ABCDEFGH sudah dijawab", "email"),
        ("Pelapor dihubungi lewat 0812-0000-0000", "email"),
        ("Sudah dijawab", "WA 081200000000"),
    ],
)
def test_what_gives_somebody_away_is_not_published(
    pst: Pst, tmp_path: Path, words: str, channel: str
) -> None:
    counts = tmp_path / "rekap.yaml"
    lines = ["format: pst-complaint-recap/1", "year: 2025", "source: Buku agenda", "counts:"]
    lines += [f'  - {{channel: "{channel}", pst_complaint: 5}}', f'follow_up: ["{words}"]']
    counts.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "keluar"
    place = ("complaint", "report", "--from", counts, "--out", out, "--format", "html")
    assert pst(*place, "--published").code != 0
    assert not list(out.glob("*.html"))
    pst(*place)
    assert list(out.glob("*.html"))
