"""Documents as PDF: what the file says of itself, its tags and letters, and what is refused."""

from __future__ import annotations

import builtins
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pst_standards.documents.errors import MissingExtraError, PdfError, PictureError
from pst_standards.documents.letters import advances
from pst_standards.documents.outline import (
    Block,
    Column,
    Document,
    Heading,
    Identity,
    ItemList,
    KeyValues,
    Letterhead,
    Marker,
    Note,
    Paragraph,
    ParagraphStyle,
    Picture,
    Run,
    Signature,
    Table,
)
from pst_standards.documents.pdf import engine, render_pdf
from pst_standards.documents.plots import DARK, Plot
from tests.documents.pdf_reading import drawn, elements, fonts, letters_of, opened, tags

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)


def test_the_sample_says_on_its_pages_what_the_outline_says(sample: Document) -> None:
    pages = letters_of(render_pdf(sample))
    assert len(pages) == 3
    assert "BADANPUSATSTATISTIK" in pages[0]
    assert "STANDARPELAYANANPERPUSTAKAAN" in pages[0]
    assert "2.Menunjukkansalahsatukartuidentitas:a.KTPb.SIM" in pages[0]
    assert "NoKomponenUraian" in pages[1], "the header row is repeated"
    assert "KotaContoh,22November2026" in pages[1]
    assert "NamaPejabatContohNIP00000000" in pages[1]
    assert "Lampiran:daftarperiksa1)Butirpertama" in pages[2]
    assert "3.Dimulaidaritiga4.Laluempati.Romawiii.Romawikedua" in pages[2]
    for number, page in enumerate(pages, start=1):
        assert f"Halaman{number}dari3" in page
        assert "DRAF" not in page


def test_every_page_of_a_draft_is_stamped(draft: Document) -> None:
    pages = letters_of(render_pdf(draft))
    assert all(page.count("DRAF") == 2 for page in pages), "in the header and across the page"
    assert all("Memuatnilaiyangbelumdikonfirmasi" in page for page in pages)


def test_the_file_says_what_it_is(sample: Document) -> None:
    with opened(render_pdf(sample)) as pdf:
        root, told = pdf.Root, pdf.docinfo
        assert str(told.Title) == "Standar Pelayanan Perpustakaan"
        assert str(told.Author) == "BPS Kabupaten Contoh"
        assert str(told.CreationDate) == "D:20261122000000Z"
        assert root.Lang == "id-ID"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as facts:
            assert facts["pdfuaid:part"] == "1"
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("2", "A")
            assert facts["dc:description"] == "Standar pelayanan BPS Kabupaten Contoh"


def test_an_independent_reader_finds_nothing_wrong(sample: Document, tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(render_pdf(sample))
    report = pdfua.validate(str(file))
    assert [str(finding) for finding in report.findings] == []


def test_all_letters_are_in_the_file(sample: Document) -> None:
    box = ItemList(items=["x"], marker=Marker.BOX)
    with opened(render_pdf(evolve(sample, blocks=(*sample.blocks, box)))) as pdf:
        found = list(fonts(pdf))
        assert {str(font.FontName).partition("+")[2] for font in found} == {
            *("LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic"),
            "DejaVuSansMono",
        }
        assert all("/FontFile2" in font or "/FontFile3" in font for font in found)


def test_each_part_is_tagged_as_what_it_is(sample: Document) -> None:
    found = tags(render_pdf(sample))
    counts = {tag: found.count(tag) for tag in ("H1", "H2", "H3", "Table", "L", "Figure", "Link")}
    assert counts == {"H1": 1, "H2": 3, "H3": 1, "Table": 3, "L": 11, "Figure": 1, "Link": 1}
    assert found.count("TH") == 3 + 3 + 4
    assert "Strong" in found
    assert "Em" in found


def test_a_picture_has_its_words_and_one_that_decorates_is_left_out(logo: bytes) -> None:
    told = drawn(Picture(data=logo, alt="Logo\nkantor"))
    with opened(told) as pdf:
        (figure,) = (one for one in elements(pdf) if one.S == "/Figure")
        assert str(figure.Alt) == "Logo kantor"
    assert "Figure" not in tags(drawn(Picture(data=logo, alt=""), Paragraph(text="x")))


def test_a_drawing_stays_a_drawing(logo: bytes) -> None:
    plot = Plot("Diagram", "Satu kotak", height=40)
    plot.box(0, 0, 10, 10, DARK)
    plot.words("abc", 0, 20)
    with opened(drawn(Picture(data=logo, vector=plot.svg(), alt="a"))) as pdf:
        assert b"/Subtype /Image" not in b"".join(
            one.unparse() for one in pdf.objects if isinstance(one, pikepdf.Object)
        )


def test_a_picture_that_is_none_is_refused(logo: bytes) -> None:
    with pytest.raises(PictureError):
        drawn(Picture(data=b"GIF", alt="a"))
    huge = b"GIF89a" + b"\xff\xff\xff\xff"
    with pytest.raises(PictureError, match="50 juta"):
        drawn(Picture(data=huge, alt="a"))
    with pytest.raises(PdfError) as refused:
        drawn(Picture(data=logo, vector="<svg", alt="a"))
    assert refused.value.message("id").startswith("PDF tidak dapat digambar: ")


def test_equal_documents_give_equal_bytes(
    sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert render_pdf(sample) == render_pdf(evolve(sample))
    undated = evolve(sample, created=None)
    plain = render_pdf(undated)
    assert b"D:19800101000000Z" in plain
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert b"D:19700102000000Z" in render_pdf(undated)


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pst_standards.documents.pdf import render_pdf;"
        "from pst_standards.documents.outline import Document, Paragraph;"
        "made = render_pdf(Document(title='Dokumen', blocks=[Paragraph(text='Rp10.000')]));"
        "open(sys.argv[1], 'wb').write(made)"
    )
    file = tmp_path / "a.pdf"
    subprocess.run([sys.executable, "-c", script, str(file)], check=True, timeout=60)
    assert file.read_bytes() == drawn(Paragraph(text="Rp10.000"))


def test_threads_draw_at_once(sample: Document) -> None:
    wanted = [evolve(sample, footer_text=f"Lembar {number}") for number in range(6)]
    alone = [render_pdf(document) for document in wanted]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(render_pdf, wanted)) == alone


def test_what_typst_does_not_name_is_left_to_our_own_font(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "_letters", lambda _: set())
    (page,) = letters_of(drawn(Paragraph(text="a\N{GRINNING FACE}b \N{ARABIC LETTER MEEM}")))
    assert page.startswith("a\ufffdb\ufffd")


def test_what_cannot_be_drawn_is_refused_in_words() -> None:
    block: Block = Paragraph(text="x")
    for _ in range(100):
        block = Table(columns=[Column(title="K")], rows=[[(block,)]])
    with pytest.raises(PdfError):
        drawn(block)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "typst":
            raise ModuleNotFoundError(name=name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(MissingExtraError, match=re.escape("pst-standards[pdf]")):
        drawn()


def test_links_lead_where_they_said_and_dangerous_ones_nowhere() -> None:
    told = (
        Run(text="laman", link="https://contoh.go.id/a b", strong=True),
        Run(text="lain\nnya", link="javascript:alert(1)", emphasis=True),
        Run(text="panjang", link="https://contoh.go.id/" + "a" * 3000),
    )
    with opened(drawn(Paragraph(text=told))) as pdf:
        found = [str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", [])]
    assert found == ["https://contoh.go.id/a%20b"]


def everything(text: str, data: bytes) -> Document:
    run = Run(text=text, strong=True, link=f"https://contoh.go.id/{text}")
    cell = (
        Heading(level=3, text=text),
        Paragraph(text=text, style=ParagraphStyle.CENTERED),
        ItemList(items=(text,)),
        KeyValues(pairs=((text, text),)),
        Signature(place=text, date=text, title=text, name=text, identity=text),
        Note(text=text),
    )
    return Document(
        title=text or "x",
        blocks=(
            Heading(level=1, text=text),
            *(
                Paragraph(text=(run, Run(text=text, emphasis=True)), style=s)
                for s in ParagraphStyle
            ),
            ItemList(items=(text, (Paragraph(text=text), ItemList(items=(text,))), ())),
            Table(columns=[Column(title=text)], rows=[[text], [cell]], caption=text),
            Table(columns=[Column(title=text)] * 14, rows=[[text] * 14], dense=True),
            KeyValues(pairs=((text, text),)),
            Note(text=text, title=text),
            Picture(data=data, alt=text),
            Signature(place=text, date=text, title=text, name=text, identity=text, note=text),
        ),
        author=text,
        subject=text,
        keywords=(text, text),
        draft=True,
        draft_note=text,
        footer_text=text,
        letterhead=Letterhead(
            names=(text, text), address=text, contact=text, logo=Picture(data=data, alt=text)
        ),
    )


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
@example("\N{LATIN SMALL LETTER TURNED T}")  # its capital is in no font
def test_any_text_gives_a_tagged_file(text: str) -> None:
    logo = (Path(__file__).parent / "logo.png").read_bytes()
    data = render_pdf(everything(text, logo))
    assert tags(data)[:1] == ["Document"]


def test_the_fonts_are_those_that_were_published_and_bring_their_licence() -> None:
    folder = resources.files("pst_standards.documents.pdf") / "fonts"
    assert sorted(file.name for file in folder.iterdir()) == [
        "LiberationSans-Bold.ttf",
        "LiberationSans-BoldItalic.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationSans-Regular.ttf",
        "OFL.txt",
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert set(map(ord, chain("ABCabc0123\N{EN DASH}…•▪≥é"))) <= advances().keys()
    assert advances(strong=True)[ord("a")] > advances()[ord("a")] - 0.001


def test_a_picture_that_is_not_whole_is_refused_and_not_left_blank(logo: bytes) -> None:
    with pytest.raises(PictureError) as caught:
        drawn(Picture(data=logo[:-40], alt="Logo"))
    assert caught.value.key == "picture.broken"


def test_the_file_says_which_definition_it_was_made_from(sample: Document) -> None:
    identity = Identity(kind="maklumat", service="x", definition_sha256="0123456789abcdef01")
    made = render_pdf(evolve(sample, identity=identity))
    with opened(made) as pdf:
        told = str(pdf.docinfo.Keywords)
    assert told.startswith("standar pelayanan, perpustakaan, pst-kind=maklumat, pst-service=x, ")
    assert told.endswith("pst-definition-sha256=0123456789abcdef01")
    assert all("Definisisha256:0123456789abcdef" in page for page in letters_of(made))


def test_what_typst_keeps_of_drawn_documents_is_dropped_when_enough_came_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources: list[bytes | None] = []
    compiler = engine._compiler

    def watched(source: bytes | None = None) -> Any:
        sources.append(source)
        return compiler(source)

    monkeypatch.setattr(engine, "_compiler", watched)
    relief = engine.Relief()
    for size in (100_000, 150_000, 49_999):
        relief.after(size)
    assert sources == []
    relief.after(1)
    assert len(sources) > 10, "typst drops what it did not need for ten documents"
    dropped = len(sources)
    relief.after(100_000)
    assert len(sources) == dropped, "it is counted from the start again"
