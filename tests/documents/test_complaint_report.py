"""The report on complaint handling: its chapters, its figures, and whom it gives away: nobody."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.complaints.recap import Recap, branches, over_months
from pst_standards.complaints.recap_lines import recap_of
from pst_standards.complaints.recap_records import recap_in
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.secrecy.cells import published_table
from pst_standards.complaints.states import (
    ComplaintChannelKind,
    ComplaintClass,
    IdentityMode,
    Outcome,
    State,
)
from pst_standards.definitions.assembling import loads
from pst_standards.definitions.records import load_record
from pst_standards.documents import FORMATS, complaint_report, complaint_report_document
from pst_standards.documents.charts import Bars, bar_chart
from pst_standards.documents.compose.complaint_report_merging import merged
from pst_standards.documents.images import image_kind
from pst_standards.documents.kinds import USUAL_FORMATS
from pst_standards.documents.outline import Document, Heading, KeyValues, Note, Picture, Table
from pst_standards.model.complaint_recap import ComplaintRecap

AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
WORDS = load_record(
    {
        "follow_up": ["Papan antrean diperbarui", "Jam layanan diumumkan"],
        "obstacles": [{"obstacle": "Petugas berganti", "solution": "Pendampingan"}],
        "evaluation": ["Rapat triwulan"],
        "signature": {
            "place": "Kota Contoh",
            "date": "2027-01-05",
            "position": "Ketua Tim Pengaduan",
            "name": "Petugas Contoh",
        },
    },
    ComplaintRecap,
)


def line(place: int, **told: Any) -> Line:
    filed = dt.date(2026, 1 + place % 12, 1 + place % 25)
    plain: dict[str, Any] = {
        "number": f"PGD-2026-{place:08}",
        "events": 1,
        "state": State.CLOSED,
        "channel": list(ComplaintChannelKind)[place % 14],
        "identity": IdentityMode.OPEN,
        "filed_on": filed,
        "last_at": AT,
        "complaint_class": list(ComplaintClass)[place % 4],
        "service": "library" if place % 3 else "",
        "handler": "PETUGAS-7",
        "outcome": list(Outcome)[place % 4],
        "profile": "SP4N_2025",
        "settle_by": filed + dt.timedelta(days=14),
        "settled_on": filed + dt.timedelta(days=place % 20),
        "ended_on": filed + dt.timedelta(days=25),
    }
    return Line(**{**plain, **told})


def tables(document: Document) -> dict[str, Table]:
    return {block.caption: block for block in document.blocks if isinstance(block, Table)}


def headings(document: Document) -> list[Any]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def cells(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row[1:] if isinstance(cell, str))
        if isinstance(block, KeyValues):
            yield from (value for _, value in block.pairs if isinstance(value, str))


def said(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return html.unescape(data.decode())
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return " ".join(made.read(name).decode() for name in made.namelist() if "xml" in name)


def recap(count: int = 60, **told: Any) -> Recap:
    return recap_of([line(place) for place in range(count)], **{"year": 2026, **told})


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_report_has_its_four_chapters_and_is_signed(lang: str) -> None:
    made = complaint_report_document(recap(), words=WORDS, lang=lang)
    numbered = [text for text in headings(made) if re.match(r"[1-4]\. ", text)]
    assert len(numbered) == 4
    assert made.created == dt.date(2027, 1, 5)
    assert made.title in {
        "Laporan Pengelolaan Pengaduan Tahun 2026",
        "Report on Complaint Handling, 2026",
    }


def test_the_tables_add_up_to_the_same_total() -> None:
    made = complaint_report_document(recap(), words=WORDS)
    told = tables(made)
    by_month = told["Pengaduan masuk per bulan menurut jenis"].rows
    by_channel = told["Pengaduan masuk menurut saluran dan jenis"].rows
    assert by_month[-1][1:] == by_channel[-1][1:]
    assert by_month[-1][-1] == "60"
    assert len(by_channel) == len(ComplaintChannelKind) + 1
    assert told["Pengaduan masuk, selesai, dan sisanya"].rows[-1][2] == "60"
    annexes = [name for name in told if "masuk bulan " in name]
    assert len(annexes) == 12


def test_a_year_without_complaints_says_nil_of_every_month() -> None:
    made = complaint_report_document(recap(0))
    rows = tables(made)["Pengaduan masuk per bulan menurut jenis"].rows
    assert [row[-1] for row in rows] == ["nihil"] * 13
    timely = tables(made)["Ketepatan waktu"].rows
    assert [row[-1] for row in timely] == ["\N{EN DASH}"]
    assert not [block for block in made.blocks if isinstance(block, Picture)]
    # Room is left for what a register does not know.
    assert tables(made)[""].rows[0] in {("", ""), ("",)}


def test_the_chart_tells_its_figures_in_words() -> None:
    (chart,) = [
        block
        for block in complaint_report_document(recap(), words=WORDS).blocks
        if isinstance(block, Picture)
    ]
    assert "Januari: 5 masuk" in chart.alt
    assert image_kind(chart.data).extension == "png"
    assert chart.vector.count("<rect") == 2 + 2 * 12 + 2
    assert "svg+xml" in complaint_report(recap(), "html").decode()


def test_bars_that_are_not_known_are_not_drawn() -> None:
    chart = bar_chart([Bars("<b>", (12345, None))], ("A", "B"), "x")
    assert "&lt;b&gt;" in chart.vector
    assert chart.vector.count("<rect") == 2 + 1 + 2
    assert bar_chart([], (), "").data == bar_chart([], (), "").data


def test_a_share_on_time_says_in_which_days_and_how_sure() -> None:
    made = complaint_report_document(recap())
    first = tables(made)["Ketepatan waktu"].rows[0]
    assert first[:2] == ("Praktik SP4N-LAPOR! (PermenPANRB 5/2025)", "hari kerja")
    assert re.fullmatch(r"[0-9]+,[0-9]%", str(first[-1]))
    notes = [block.text for block in made.blocks if isinstance(block, Note)]
    assert any("Belum diverifikasi" in str(text) for text in notes)


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize("name", [*USUAL_FORMATS, "md"])
def test_no_case_and_no_officer_is_in_a_report(name: str, *, published: bool) -> None:
    text = said(complaint_report(recap(), name, words=WORDS, published=published))
    assert "PGD-2026" not in text
    assert "PETUGAS-7" not in text


@pytest.mark.parametrize("lang", ["id", "en"])
def test_equal_recaps_give_equal_bytes(lang: str) -> None:
    for name in FORMATS:
        one, other = (complaint_report(recap(), name, lang=lang) for _ in range(2))
        assert one == other


LINES = st.lists(st.integers(0, 10_000).map(line), max_size=80)


@pytest.mark.unmeasured
@settings(max_examples=50)
@given(LINES)
def test_no_small_figure_is_published(lines: list[Line]) -> None:
    made = complaint_report_document(recap_of(lines, year=2026), published=True)
    assert not {"1", "2"} & set(cells(made))
    assert not any("Lampiran" in text for text in headings(made))


def test_months_are_published_only_where_they_give_nothing_away() -> None:
    many = [line(12 * place, channel=ComplaintChannelKind.EMAIL) for place in range(12)]
    even = [
        line(place, channel=ComplaintChannelKind.EMAIL, complaint_class=None) for place in range(48)
    ]
    few = [one for place, one in enumerate(even) if place not in {11, 23}]
    for lines, told in ((many, "12"), (even, "4"), (few, "ada")):
        made = complaint_report_document(recap_of(lines, year=2026), published=True)
        rows = tables(made)["Pengaduan masuk per bulan"].rows
        assert told in {row[1] for row in rows}


def test_a_published_table_shows_branches_and_not_what_is_below_them() -> None:
    made = complaint_report_document(recap(200), published=True)
    rows = tables(made)["Pengaduan masuk menurut saluran dan jenis"].rows
    names = [row[0] for row in rows]
    assert "Media sosial" in names
    assert not any("Instagram" in str(name) for name in names)
    counts = [row.counts[:4] for row in recap(200).rows if row.month == 1]
    assert published_table(counts).total is not None


def given_recap(**told: Any) -> Recap:
    return recap_in(load_record({"year": 2018, **told}, ComplaintRecap))


def test_figures_that_do_not_agree_stand_beside_each_other_with_a_remark() -> None:
    counted = given_recap(
        total=57171,
        source="Siaran pers",
        states=[{"name": "Selesai", "count": 15061}, {"name": "Lainnya", "count": 41110}],
        counts=[
            {"month": 3, "channel": "social_media", "pst_complaint": 7, "total": 8},
            {"month": 3, "channel": "instagram", "aspiration": 14},
            {"month": 4, "channel": "Papan aspirasi", "total": 5},
            {"month": 5, "channel": "email", "hidden": ["aspiration"], "total": 5},
        ],
        months=[
            {"month": 3, "received": 22, "open_at_start": 1, "closed": 3, "open_at_end": 9},
            {"month": 4, "nil": True, "open_at_start": 8},
        ],
    )
    made = complaint_report_document(counted)
    mark, remark = [block for block in made.blocks if isinstance(block, Note)]
    assert mark.title == "Hanya untuk kalangan kantor"
    lines = str(remark.text).split("\n")
    assert "Jumlah seluruhnya tertulis 57.171, menurut status 56.171." in lines
    assert "Maret: tertulis 22 masuk, menurut saluran 8." in lines
    assert "April: sisa awal tertulis 8, bulan sebelumnya berakhir dengan 9." in lines
    assert "Maret: sisa akhir tertulis 9, menurut masuk dan selesai 20." in lines
    told = tables(made)
    assert "57.171 (dihitung: 56.171)" in told["Pengaduan masuk menurut status"].rows[-1]
    assert "22 (dihitung: 8)" in told["Pengaduan masuk per bulan menurut jenis"].rows[0]
    by_channel = told["Pengaduan masuk menurut saluran dan jenis"].rows
    assert next(row for row in by_channel if "*" in row)[0] == "Surel"
    published = complaint_report_document(counted, published=True)
    assert "Pengaduan masuk menurut saluran dan jenis" not in tables(published)


def test_counts_of_a_whole_period_need_no_months() -> None:
    counted = given_recap(
        counts=[{"channel": "email", "pst_complaint": 7}],
        timeliness=[{"profile": "Keputusan kantor", "judged": 7, "on_time": 6}],
        outcomes=[{"name": "proven", "count": 1}],
        half=2,
    )
    made = complaint_report_document(counted)
    assert "Pengaduan masuk per bulan menurut jenis" not in tables(made)
    published = complaint_report_document(counted, published=True)
    assert tables(published)["Ketepatan waktu"].rows[0][2:] == ("*", "*", "*")
    assert "Hasil pengaduan yang selesai" not in tables(published)


def test_the_office_lends_its_letterhead_and_who_is_responsible() -> None:
    office = loads(
        "office: {name: Badan Pusat Statistik Kota Contoh}\n"
        "complaints: {responsible: {name: Petugas Contoh, position: Ketua Tim}}\n"
    )
    made = complaint_report_document(recap(month=3), office=office)
    assert made.letterhead is not None
    assert made.title == "Laporan Pengelolaan Pengaduan Bulan Maret 2026"
    assert any("Petugas Contoh" in repr(block) for block in made.blocks)


def test_complaints_without_dates_of_limits_are_told() -> None:
    counted = recap_of([line(1, undated=True, complaint_class=None)], year=2026)
    made = complaint_report_document(counted)
    assert any("1 pengaduan tidak dapat dihitung" in repr(block) for block in made.blocks)
    head = tables(made)["Pengaduan masuk per bulan menurut jenis"].columns
    assert [column.title for column in head][-2] == "Belum diklasifikasi"


FEW = st.lists(st.integers(0, 5000).map(line), max_size=25)


def stars_tell(shown: Sequence[str], counts: Sequence[int]) -> bool:
    """Tell whether the stars of a line with its total say their counts to who adds up.

    A star alone does; so do stars that must each be one, where none of them hides a nought.
    """
    hidden = [count for cell, count in zip(shown, counts, strict=True) if cell == "*"]
    return shown[-1] != "*" and (len(hidden) == 1 or set(hidden) == {1})


def with_sums(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    wide = [[*row, sum(row)] for row in rows]
    return [*wide, [sum(column) for column in zip(*wide, strict=True)]]


@settings(max_examples=150)
@given(FEW)
def test_no_starred_figure_can_be_worked_out_from_a_published_table(lines: list[Line]) -> None:
    counted = recap_of(lines, year=2026)
    table = tables(complaint_report_document(counted, published=True)).get(
        "Pengaduan masuk menurut saluran dan jenis"
    )
    if table is None:
        return
    shown = [[str(cell) for cell in row[1:]] for row in table.rows]
    width = len(shown[0]) - 1
    real = with_sums([row.counts[:width] for row in merged(branches(over_months(counted.rows)))])
    for told, counts in ((shown, real), (zip(*shown, strict=True), zip(*real, strict=True))):
        assert not any(map(stars_tell, told, counts))
        assert not {"1", "2"} & {cell for row in shown for cell in row}


def test_channels_of_one_complaint_each_are_published_together_with_those_of_none() -> None:
    channels = ("email", "phone", "letter", "website")
    lines = [line(0, channel=ComplaintChannelKind(one)) for one in channels]
    made = complaint_report_document(recap_of(lines, year=2026), published=True)
    rows = tables(made)["Pengaduan masuk menurut saluran dan jenis"].rows
    assert [row[0] for row in rows] == ["Saluran lain, digabung", "Jumlah"]
    assert {row[-1] for row in rows} == {"4"}
    assert "Surel" not in repr(made.blocks)


def test_every_branch_stands_in_a_published_table_of_large_figures() -> None:
    lines = [line(0, channel=ComplaintChannelKind.EMAIL)] * 7
    made = complaint_report_document(recap_of(lines, year=2026), published=True)
    rows = tables(made)["Pengaduan masuk menurut saluran dan jenis"].rows
    assert len(rows) == 1 + sum(one.parent is None for one in ComplaintChannelKind)
    assert {row[-1] for row in rows if row[0] == "Telepon"} == {"0"}


def test_months_of_one_complaint_each_are_not_named() -> None:
    def named(*places: int) -> bool:
        lines = [line(place, channel=ComplaintChannelKind.EMAIL) for place in places]
        made = complaint_report_document(recap_of(lines, year=2026), published=True)
        return "Pengaduan masuk per bulan" in tables(made)

    assert not named(0, 1, 2, 3)
    assert named(0, 1, 2, 2)


def test_figures_of_a_chart_are_of_one_size_and_apart() -> None:
    groups = [Bars(f"B{place}", (31, 4134)) for place in range(12)]
    vector = bar_chart(groups, ("Masuk", "Selesai"), "x").vector
    sizes = re.findall(r'font-size="(\d+)"[^>]*>(\d+)<', vector)
    assert len({size for size, _ in sizes}) == 1
