"""Pages of a PDF: what stands on them, where lines and tables break, and what stays together."""

from __future__ import annotations

import pytest

from pst_standards.documents.letters import broken, width
from pst_standards.documents.outline import (
    Align,
    Block,
    Clauses,
    Column,
    Content,
    Heading,
    ItemList,
    KeyValues,
    Marker,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    Run,
    Signature,
    Table,
)
from pst_standards.documents.pdf.place import Place
from tests.documents.pdf_reading import drawn, letters_of, opened, squeezed

MM = 72 / 25.4


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [
        (Paper.A4, False, (210, 297)),
        (Paper.F4, False, (215, 330)),
        (Paper.A3, False, (297, 420)),
        (Paper.A4, True, (297, 210)),
    ],
)
def test_the_sheet_is_as_large_as_asked(
    paper: Paper, size: tuple[int, int], *, landscape: bool
) -> None:
    with opened(drawn(Paragraph(text="x"), paper=paper, landscape=landscape)) as pdf:
        _, _, *found = map(float, pdf.pages[0].MediaBox)
    assert [round(length / MM) for length in found] == list(size)


def test_markup_is_text() -> None:
    told = '#sys.version *a* _b_ $x$ `c` // d <lab> @ref \\ "q" -- ... ~ = e - f'
    (page,) = letters_of(drawn(Paragraph(text=told), Heading(level=1, text="#panic()")))
    assert squeezed(told) in page
    assert "#PANIC()" in page


def test_a_letter_that_no_font_has_becomes_a_sign_and_the_others_stay() -> None:
    told = "a\N{GRINNING FACE}b\N{CJK UNIFIED IDEOGRAPH-65E5}c\ue000d\x00\u202ee שלום"
    (page,) = letters_of(drawn(Paragraph(text=told), title="\N{GRINNING FACE}"))
    assert page.startswith("a\ufffdb\ufffdc\ufffdde")


def test_a_word_wider_than_its_place_goes_on_below() -> None:
    word = "kata" * 500
    table = Table(columns=[Column(title="a"), Column(title="b")], rows=[[word, "c"]])
    pages = letters_of(drawn(Paragraph(text=word), table, KeyValues(pairs=[(word, word)])))
    assert "".join(pages).count("kata" * 100) >= 4
    room = 467 / 11
    lines = broken(word, room).split("\n")
    assert all(width(line) <= room for line in lines)
    assert "".join(lines) == word


def test_words_break_after_a_hyphen_before_they_break_elsewhere() -> None:
    assert broken("kabupaten-semarang/kantor", 8) == "kabupaten-semarang/kantor"
    assert broken("kami\xa0sanggup", 4) == "kami sanggup"
    assert broken("kami\xa0sanggup", 9) == "kami\xa0sanggup"
    assert broken("e\N{COMBINING ACUTE ACCENT}" * 6, 1.2).split("\n")[1][0] == "e"


def test_the_header_row_is_on_every_page_and_no_row_is_split() -> None:
    columns = [Column(title="Nomor"), Column(title="Isi", align=Align.END)]
    rows = [[f"<{number}", f"satu\ndua\ntiga{number}>"] for number in range(300)]
    pages = letters_of(drawn(Table(columns=columns, rows=rows)))
    assert len(pages) > 10
    assert all(page.startswith("NomorIsi") for page in pages)
    assert all(page.count("<") == page.count(">") for page in pages)


def test_a_row_that_no_page_could_hold_is_split_and_nothing_of_it_is_lost() -> None:
    told = " ".join(f"kata{number}." for number in range(3000))
    columns = [Column(title="a"), Column(title="b")]
    for table in (
        Table(columns=columns, rows=[[told, "c"]], whole=True),
        Table(columns=[Column(title=told), Column(title="b")], rows=[["c", "d"]]),
    ):
        shown = "".join(letters_of(drawn(table)))
        assert all(f"kata{number}." in shown for number in (0, 1500, 2999))


def test_a_short_table_is_kept_on_one_page() -> None:
    table = Table(columns=[Column(title="Nomor")], rows=[[f"{n}"] for n in range(8)], whole=True)
    before = [Paragraph(text="x")] * 38
    pages = letters_of(drawn(*before, table))
    assert [page.count("Nomor") for page in pages] == [0, 1]


def test_rows_for_handwriting_are_as_high_as_asked() -> None:
    def pages(height: float) -> int:
        table = Table(columns=[Column(title="a")], rows=[[""]] * 20, row_height=height)
        return len(letters_of(drawn(table)))

    assert (pages(9), pages(20)) == (1, 2)


def test_a_signature_does_not_stand_alone() -> None:
    signature = Signature(place="Kota", date="1 Mei", title="Kepala", name="Nama", note="Catatan")
    before = [Paragraph(text="x")] * 34
    pages = letters_of(drawn(*before, Paragraph(text="terakhir"), signature))
    assert "terakhirKota,1MeiKepalaNamaCatatan" in pages[1]


def test_a_new_page_begins_where_it_is_asked_for() -> None:
    inside = ItemList(items=[(PageBreak(), Paragraph(text="b"))])
    pages = letters_of(drawn(Paragraph(text="a"), PageBreak(), inside))
    assert [page[0] for page in pages] == ["a", "•"]


@pytest.mark.parametrize("levels", [9, 60])
def test_lists_within_lists_are_drawn_however_deep(levels: int) -> None:
    block = ItemList(items=["paling dalam"], marker=Marker.DECIMAL)
    for level in range(levels):
        inside = (block,) if level % 7 == 1 else (Paragraph(text=f"tingkat{level}"), block)
        block = ItemList(items=[inside, ()], marker=Marker.LETTER)
    text = "".join(letters_of(drawn(block)))
    assert "palingdalam" in text
    assert all(f"tingkat{level}" in text for level in range(levels) if level % 7 != 1)


def test_each_row_that_a_page_holds_stays_whole() -> None:
    long, short = ([f"{word}{number}." for number in range(30)] for word in ("panjang", "pendek"))
    rows: list[list[Content]] = [["awal"]]
    rows += [[(ItemList(items=items),)] for items in (long * 4, short, short)]
    pages = letters_of(drawn(Table(columns=[Column(title="Uraian")], rows=rows)))
    assert "panjang0." in pages[0], "the long row begins where it may"
    whole = "".join(f"\N{BULLET}{item}" for item in short)
    assert [whole in page for page in pages[-2:]] == [True, True]


def test_the_last_row_goes_with_a_signature_or_remark_and_takes_the_titles_along() -> None:
    table = Table(columns=[Column(title="Uraian")], rows=[["awal"], ["akhir " * 20]])
    signed = Signature(place="", date="", title="Kepala", name="Nama")
    remark = Paragraph(text="Dasar: pasal.", style=ParagraphStyle.SMALL)
    for count, last in ((32, "Kepala"), (36, "Dasar")):
        before = [Paragraph(text="x")] * count
        pages = letters_of(drawn(*before, table, *((signed,) if last == "Kepala" else (remark,))))
        assert len(pages) == 2
        assert pages[0].count("Uraian") == pages[1].count("Uraian") == 1
        assert "akhir" not in pages[0]
        assert f"akhir{last}" in pages[1]
    [page] = letters_of(drawn(table, remark))
    assert "Uraianawalakhir" in page
    assert "akhirDasar:pasal." in page


@pytest.mark.parametrize(
    "signed",
    [
        Table(columns=[Column(title="Uraian")], rows=[["satu"], ["dua"], ["tiga"]]),
        Table(columns=[Column(title="Uraian")], rows=[["dua"], ["tiga"]], whole=True),
        ItemList(items=["satu", "dua", "tiga"], marker=Marker.DECIMAL),
        KeyValues(pairs=[*[("Satu", "satu")] * 5, ("Dua", "dua"), ("Tiga", "tiga")]),
        Clauses(clauses=[("KESATU", "satu"), ("KEDUA", "dua"), ("KETIGA", "tiga")]),
        Note(title="Catatan", text="dua tiga"),
    ],
)
def test_a_signature_has_two_lines_of_what_is_signed_on_its_page(signed: Block) -> None:
    by = Signature(place="", date="", title="Kepala", name="Nama")
    for count in (31, 34):
        page = letters_of(drawn(*[Paragraph(text="x")] * count, signed, by))[-1]
        assert "dua" in page.partition("Kepala")[0]
        assert "tiga" in page.partition("Kepala")[0]


def test_a_web_address_does_not_break_behind_what_it_begins_with() -> None:
    place = Place(room=400)
    assert place.text("lihat http://a.go.id/data.") == [
        "lihat ",
        {"whole": "http://a.go.id"},
        "/data.",
    ]
    run = Run(text="https://b.go.id, lalu\nc://d", link="https://b.go.id")
    assert place.inline((run,)) == [
        {"t": [{"whole": "https://b.go.id"}, ", lalu", None, "c://d"], "u": "https://b.go.id"}
    ]
    assert Place(room=60).text("http://a.go.id/") == ["http://a.go.id", "/"]
    (page,) = letters_of(drawn(Paragraph(text=(run,))))
    assert page.startswith("https://b.go.id,laluc://d")
