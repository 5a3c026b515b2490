from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf

from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.markdown import render_markdown
from pst_standards.documents.outline import (
    Clauses,
    Column,
    Document,
    ItemList,
    Marker,
    Signature,
    Table,
)
from pst_standards.documents.pdf import render_pdf
from pst_standards.documents.pdf.data import blocks_data
from pst_standards.documents.pdf.place import Place

WEIGHED = ItemList(items=["bahwa satu;", "bahwa dua."], marker=Marker.LETTER)
CLAUSES = Clauses(clauses=[("Menimbang", (WEIGHED,)), ("KESATU", "Menetapkan <standar>.")])


def shown(*blocks: Clauses | Table) -> Document:
    return Document(title="Keputusan", blocks=blocks)


def test_clauses_are_words_with_what_they_say_beside_them(
    part: Callable[[bytes, str], str],
) -> None:
    page = render_html(shown(CLAUSES)).decode()
    assert '<dl class="clauses"><dt>Menimbang</dt><dd><ol type="a"><li>bahwa satu;' in page
    assert "<dt>KESATU</dt><dd>Menetapkan &lt;standar&gt;.</dd>" in page
    marked = render_markdown(shown(CLAUSES)).decode()
    assert "**Menimbang**\n\n- a. bahwa satu;\n- b. bahwa dua.\n\n**KESATU**\n\n" in marked
    word = part(render_docx(shown(CLAUSES)), "word/document.xml")
    assert word.count("<w:tr>") == 2
    assert 'w:val="ListNumber"' in word
    with pikepdf.open(io.BytesIO(render_pdf(shown(CLAUSES)))) as pdf:
        assert len(pdf.pages) == 1


def test_clauses_under_others_are_as_far_in() -> None:
    def columns(block: Clauses) -> str:
        import zipfile

        with zipfile.ZipFile(io.BytesIO(render_docx(shown(block)))) as archive:
            word = archive.read("word/document.xml").decode()
        return word.partition("<w:tblGrid>")[2].partition("</w:tblGrid>")[0]

    short = [("KESATU", "Satu.")]
    wide = Clauses(clauses=[("Menetapkan", "Dua.")])
    assert columns(Clauses(clauses=short)) != columns(wide)
    assert columns(Clauses(clauses=short, aligned_with="Menetapkan")) == columns(wide)


def test_clauses_without_content_and_within_a_cell_break_nothing() -> None:
    bare = Clauses(clauses=[("KESATU", ())])
    held = Table(columns=[Column(title="Isi")], rows=[[(CLAUSES, bare)]])
    for block in (Clauses(clauses=()), bare, held):
        for render in (render_docx, render_html, render_markdown, render_pdf):
            assert render(shown(block))
    assert "Menimbang<br>a. bahwa satu;" in render_markdown(shown(held)).decode()


def test_a_signature_has_the_last_clause_on_its_page(part: Callable[[bytes, str], str]) -> None:
    signed = Signature(place="Contoh", date="1 Juli 2026", title="Kepala,", name="Ani Contoh")
    more = Clauses(clauses=(*CLAUSES.clauses, ("KETIGA", "Keputusan ini berlaku. " * 9)))
    made = Document(title="Keputusan", blocks=(more, signed))
    word = part(render_docx(made), "word/document.xml")
    *others, last = word.partition("<w:tbl>")[2].partition("Contoh")[0].split("<w:tr>")[1:]
    assert "keepNext" not in "".join(others)
    assert last.count("keepNext") == last.count("<w:pStyle") - 1  # that of the signature has it
    # LibreOffice keeps only a table of its own with what follows.
    assert [one.count("<w:tblGrid>") for one in others] == [0] * (len(others) - 1) + [1]
    led, alone = (blocks_data((more, one), Place(room=467))[0] for one in (signed, more))
    assert (led.get("next"), alone.get("next")) == (1, None)
    for few in (CLAUSES, Clauses(clauses=CLAUSES.clauses[:1])):
        assert render_pdf(Document(title="Keputusan", blocks=(few, signed)))
