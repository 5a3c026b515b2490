"""Text that is printed in the other language says so in every file that can."""

from __future__ import annotations

import copy
import io
import pickle
import re
import zipfile

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents import render
from pst_standards.documents.docx import render_docx
from pst_standards.documents.markdown import render_markdown
from pst_standards.documents.outline import Document, Panel, Panels, Paragraph, Run
from pst_standards.documents.passages import Passage, filled, parts_of, strung
from pst_standards.model import Definition, Fee, Ident, Service, ServiceStandard, Text
from pst_standards.model.delivery import Procedure, Step

_PARTS = st.lists(st.tuples(st.text(max_size=6), st.sampled_from([None, "id", "en"])), max_size=4)
_KONSULTASI = Definition(
    services=(Service(id=Ident("a"), name=Text("Konsultasi Statistik")),),
    standards=(
        ServiceStandard(
            id=Ident("a"),
            service=Ident("a"),
            fee=Fee(text=Text("Tidak dipungut biaya")),
            procedure=Procedure(
                steps=(
                    Step(text=Text("Menyampaikan pertanyaan")),
                    Step(text=Text("Menjawab pertanyaan", "Answer the question")),
                )
            ),
        ),
    ),
)
_INDONESIAN = ("Tidak dipungut biaya", "Menyampaikan pertanyaan", "Konsultasi Statistik")


def test_html_says_the_language_of_what_has_no_translation() -> None:
    page = render(_KONSULTASI, "standard", "html", lang="en").decode()
    marked = re.findall(r'<span lang="id">([^<]*)</span>', page)
    for told in _INDONESIAN:
        assert any(told in one for one in marked)
    assert not any("Answer" in one for one in marked)
    # A title within a sentence of the catalogue is the only part of it that is marked.
    assert '>Service Standard: <span lang="id">Konsultasi Statistik</span></h1>' in page
    assert "<title>Service Standard: Konsultasi Statistik</title>" in page


def test_a_word_file_says_the_language_of_what_has_no_translation() -> None:
    file = render(_KONSULTASI, "standard", "docx", lang="en")
    shown = zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml").decode()
    runs = re.findall(r'<w:lang w:val="id-ID"/></w:rPr><w:t [^>]*>([^<]*)<', shown)
    for told in _INDONESIAN:
        assert any(told in one for one in runs)
    assert not any("Answer" in one for one in runs)


def test_a_pdf_says_the_language_of_what_has_no_translation() -> None:
    with pikepdf.open(io.BytesIO(render(_KONSULTASI, "standard", "pdf", lang="en"))) as file:
        said = {str(one.Lang) for one in file.objects if _has_language(one)}
    assert said == {"en-GB", "id-ID"}


def test_a_document_of_one_language_has_no_mark() -> None:
    page = render(_KONSULTASI, "standard", "html", lang="id").decode()
    assert page.count("lang=") == 1


def test_a_run_in_bold_keeps_its_looks_beside_its_language() -> None:
    told = Passage([("Biaya", "id")])
    document = Document(
        title="Fee", lang="en", blocks=[Paragraph(text=(Run(text=told, strong=True),))]
    )
    assert "**Biaya**" in render_markdown(document).decode()


def test_a_text_within_a_panel_of_another_language_keeps_its_own() -> None:
    told = Passage([("By: ", None), ("Kepala", "id")])
    panel = Panel(lang="en", blocks=[Paragraph(text=(Run(text=told, strong=True),))])
    file = render_docx(Document(title="Maklumat", blocks=[Panels(columns=[[panel]])]))
    shown = zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml").decode()
    runs = re.findall(r"<w:rPr>(.*?)</w:rPr><w:t [^>]*>([^<]*)</w:t>", shown)
    strong = '<w:rStyle w:val="Strong"/>'
    assert (f'{strong}<w:lang w:val="en-GB"/>', "By: ") in runs
    assert (f'{strong}<w:lang w:val="id-ID"/>', "Kepala") in runs


@given(_PARTS, st.integers(-9, 9), st.integers(-9, 9))
def test_a_passage_is_cut_and_joined_as_its_letters_are(
    parts: list[tuple[str, None]], start: int, stop: int
) -> None:
    told, plain = Passage(parts), "".join(shown for shown, _ in parts)
    assert told == plain
    for one, other in (
        (told[start:stop], plain[start:stop]),
        (told.strip(), plain.strip()),
        (told.rstrip(".; "), plain.rstrip(".; ")),
        (told.removeprefix("a"), plain.removeprefix("a")),
        (told[:1].upper() + told[1:], plain[:1].upper() + plain[1:]),
        ("a" + told + "b", f"a{plain}b"),
        (strung("; ", ("x", told, "")), f"x; {plain}; "),
        (filled(f"Layanan {plain}.", [told]), f"Layanan {plain}."),
        (told[::-1], plain[::-1]),
    ):
        assert one == other
        assert "".join(shown for shown, _ in parts_of(one)) == other


def test_a_passage_can_be_copied_and_sent_to_another_process() -> None:
    told = Passage([("Service: ", None), ("Konsultasi", "id")])
    for again in (copy.deepcopy(told), pickle.loads(pickle.dumps(told))):  # noqa: S301 - its own
        assert parts_of(again) == told.parts


def _has_language(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/Lang" in one
