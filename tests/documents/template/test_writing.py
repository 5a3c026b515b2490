"""Documents in the template of an office: what is filled in, and what is taken over."""

from __future__ import annotations

import io
import pickle
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve
from docx.document import Document as Word

from pst_standards.documents import build, render, verify
from pst_standards.documents.bulk import Settings
from pst_standards.documents.identity import content_hash
from pst_standards.documents.outline import Document, Heading, Identity, Paragraph
from pst_standards.documents.template.colours import in_colour
from pst_standards.documents.template.finding import TemplateError
from pst_standards.documents.template.template import open_template
from pst_standards.documents.template.writing import render_into
from pst_standards.model.definition import Definition
from tests.documents.template.opened_files import Alter, opened, parts

REFERENCE = re.compile(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"')


@pytest.fixture
def numbered(sample: Document) -> Document:
    return evolve(sample, number="7 Tahun 2026")


def frames(word: Word) -> str:
    section = word.sections[0]
    return "\n".join(
        paragraph.text
        for frame in (section.header, section.footer)
        for paragraph in frame.paragraphs
    )


def test_placeholders_are_filled_wherever_word_cut_them(letter: bytes, numbered: Document) -> None:
    word = opened(render_into(numbered, open_template(letter)))
    assert numbered.letterhead is not None
    shown = frames(word)
    assert f"KANTOR {' '.join(numbered.letterhead.names)}" in shown
    assert numbered.letterhead.address in shown
    assert "Nomor 7 Tahun 2026" in shown
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert texts[0].startswith("Surat ini dibuat pada ")
    assert texts[-1] == "Tembusan: arsip."
    assert not [one for one in [shown, *texts] if "{{" in one]


def test_a_phone_number_in_the_head_of_an_office_stays_on_one_line(
    letter: bytes, numbered: Document
) -> None:
    assert numbered.letterhead is not None
    head = evolve(numbered.letterhead, address="Jalan Contoh 3-5, telepon 0800-0000-0000")
    word = opened(render_into(evolve(numbered, letterhead=head), open_template(letter)))
    assert head.address in frames(word)
    written = "".join(one._p.xml for one in word.sections[0].header.paragraphs)
    assert written.count("<w:noBreakHyphen/>") == 2


def test_a_document_without_particulars_leaves_room_for_them(letter: bytes) -> None:
    bare = Document(title="Maklumat", blocks=(Paragraph(text="<b> & \N{GRINNING FACE}"),))
    word = opened(render_into(bare, open_template(letter)))
    assert "Nomor \N{HORIZONTAL ELLIPSIS}" in frames(word)
    assert "<b> & \N{GRINNING FACE}" in [paragraph.text for paragraph in word.paragraphs]


@pytest.mark.parametrize("name", ["letter", "folio", "starter"])
@pytest.mark.parametrize("draft", [False, True])
def test_every_reference_in_the_file_has_its_aim(
    name: str, draft: bool, sample: Document, request: pytest.FixtureRequest
) -> None:
    template = open_template(request.getfixturevalue(name))
    identity = Identity(kind="standard", definition_sha256="0a" * 32)
    data = render_into(evolve(sample, draft=draft, identity=identity), template)
    found = parts(data)
    styles = re.findall(r'w:styleId="([^"]+)"', found["word/styles.xml"])
    assert [one for one, times in Counter(styles).items() if times > 1] == []
    for part, content in found.items():
        if part != "word/styles.xml":
            assert set(REFERENCE.findall(content)) <= {*styles}, part
        links = found.get(part.replace("word/", "word/_rels/") + ".rels", "")
        asked = set(re.findall(r'r:(?:id|embed)="([^"]+)"', content))
        assert asked <= set(re.findall(r' Id="([^"]+)"', links)), part
        assert f'PartName="/{part}"' in found["[Content_Types].xml"] or part.endswith(
            (".rels", "[Content_Types].xml")
        )
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = re.findall(r' Target="/([^"]+)"', links)
            assert {*inside} <= {*archive.namelist()}
    body = found["word/document.xml"]
    numbers = re.findall(r'w:numId="(\d+)"', found[_numbering(found)])
    assert set(re.findall(r'<w:numId w:val="(\d+)"', body)) <= {*numbers}
    for unique in (r'docPr id="(\d+)"', r'bookmarkStart w:id="(\d+)"'):
        ids = re.findall(unique, body)
        assert len(ids) == len(set(ids))
    assert opened(data).core_properties.language == "id-ID"
    # A code is printed where the template asks for one, and where it has no footer.
    codes = [one for one in found.values() if "</w:ftr>" in one and "r:embed=" in one]
    assert bool(codes) is (name != "letter")


def _numbering(found: Mapping[str, str]) -> str:
    return next(name for name in found if "numbering" in name)


def test_headings_and_captions_take_the_styles_of_the_office(
    folio: bytes, sample: Document
) -> None:
    word = opened(render_into(sample, open_template(folio)))
    used = {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert {"Judul 1", "Judul 2", "Keterangan"} <= used
    assert not {name for name in used if name.startswith("Heading")}
    found = parts(render_into(sample, open_template(folio)))["word/styles.xml"]
    assert '<w:outlineLvl w:val="0"/>' in found
    # Headings stay with what follows, and their words are not drawn apart as those of the text.
    heading = found[found.index('<w:name w:val="Judul 1"/>') :].partition("</w:style>")[0]
    assert "<w:keepNext/>" in heading
    assert '<w:jc w:val="left"/>' in heading
    # The colour of the office's headings goes into the tables that it has no style for.
    assert 'w:fill="F4EBEC"' in found
    assert "14304F" not in found


def test_equal_input_gives_equal_bytes_and_names_the_template(
    letter: bytes, sample: Document
) -> None:
    one, two = (render_into(sample, open_template(letter)) for _ in range(2))
    assert one == two
    assert content_hash(one, "docx") == content_hash(two, "docx")
    assert open_template(letter).sha256 in parts(one)["docProps/custom.xml"]


def test_what_a_template_left_out_is_in_no_document(alter: Alter, sample: Document) -> None:
    target = "file:///C:/Users/nama/Normal.dotm"
    kind = 'Type="x/attachedTemplate" TargetMode="External"'
    link = f'<Relationship Id="rId9" {kind} Target="{target}"/>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{link}</Relationships>"
    )
    data = alter(
        {
            "word/_rels/settings.xml.rels": relations.encode(),
            "docProps/thumbnail.jpeg": b"\xff\xd8\xff",
            "word/settings.xml": lambda one: one.replace(
                b"</w:settings>", b'<w:attachedTemplate r:id="rId9"/></w:settings>'
            ).replace(b"<w:settings ", b'<w:settings xmlns:r="http://schemas.openxmlformats.org/'
                      b'officeDocument/2006/relationships" '),
        }
    )  # fmt: skip
    found = parts(render_into(sample, open_template(data)))
    assert not [name for name, content in found.items() if "Normal.dotm" in content]
    assert "attachedTemplate" not in found["word/settings.xml"]


def test_an_unfit_template_writes_nothing(tmp_path: Path, semarang: Definition) -> None:
    out = tmp_path / "out"
    with pytest.raises(TemplateError) as caught:
        build(semarang, out, template=b"PK\x03\x04")
    assert not out.exists()
    assert [one.key for one in caught.value.findings] == ["broken"]


def test_other_formats_are_as_without_a_template(starter: bytes, semarang: Definition) -> None:
    for name in ("html", "md"):
        plain = render(semarang, "maklumat", name)
        assert render(semarang, "maklumat", name, template=starter) == plain


def test_an_unedited_document_matches_its_definition(
    letter: bytes, folio: bytes, semarang: Definition
) -> None:
    for template in (letter, folio):
        for kind in ("maklumat", "compensation-register"):
            data = render(semarang, kind, "docx", template=template)
            assert verify(data, semarang).differences == ()
    changed = opened(render(semarang, "maklumat", "docx", template=letter))
    line = next(one for one in changed.paragraphs if one.text.startswith("Dengan ini"))
    line.runs[0].text = "Lain sama sekali"
    out = io.BytesIO()
    changed.save(out)
    assert [one.pointer for one in verify(out.getvalue(), semarang).differences] == [
        "/maklumat/pledge"
    ]


def test_a_pale_colour_is_no_colour_for_letters() -> None:
    assert in_colour('"14304F" "E3EBF3"', "FFEE99") == '"auto" "F0F0F0"'
    assert in_colour('"14304F"', "auto") == '"auto"'


@pytest.mark.rendering
def test_libreoffice_opens_and_keeps_what_was_made(
    letter: bytes, folio: bytes, semarang: Definition, tmp_path: Path
) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for name, template in (("letter", letter), ("folio", folio)):
        data = render(semarang, "maklumat", "docx", template=template)
        (tmp_path / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for form in ("docx:MS Word 2007 XML", "pdf"):
        subprocess.run(
            [
                *(office, profile, "--headless", "--convert-to", form),
                *("--outdir", tmp_path / "out", tmp_path / "letter.docx", tmp_path / "folio.docx"),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
    for name in ("letter", "folio"):
        assert (tmp_path / "out" / f"{name}.pdf").stat().st_size > 10_000
        kept = (tmp_path / "out" / f"{name}.docx").read_bytes()
        assert verify(kept, semarang).differences == ()


def test_headings_start_below_those_of_no_template(starter: bytes) -> None:
    made = Document(title="A", blocks=(Heading(level=1, text="A"),))
    word = opened(render_into(made, open_template(starter)))
    assert [one.style.name for one in word.paragraphs if one.style] == ["Heading 1"]


def test_a_template_of_bare_text_is_enough(alter: Alter, sample: Document) -> None:
    """One with neither styles nor lists, section, header nor footer, as a program may write it."""
    main = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p/></w:body></w:document>"
    )
    bare = alter({"word/document.xml": main.encode(), "word/_rels/document.xml.rels": b"<R/>"})
    template = open_template(bare)
    draft = evolve(sample, draft=True)
    found = parts(render_into(draft, template))
    assert "word/pst-numbering.xml" in found
    assert 'w:styleId="Heading1"' in found["word/styles.xml"]
    assert found["word/document.xml"].count("<w:headerReference") == 1
    word = opened(render_into(draft, template))
    assert word.tables
    assert template.paper == "A4"


def test_a_style_of_the_office_serves_by_another_name_of_its(
    alter: Alter, sample: Document
) -> None:
    renamed = alter(
        {
            "word/styles.xml": lambda one: one.replace(
                b'<w:name w:val="heading 1"/>',
                b'<w:name w:val="Kepala"/><w:aliases w:val="utama, judul 1"/>',
            ).replace(b'w:val="PST Note"', b'w:val="Catatan Kantor"')
        }
    )
    template = open_template(renamed)
    assert template.styles.ids["Heading1"] == "Heading1"
    # An id that the office uses for something else is not taken from it.
    assert template.styles.ids["Note"] == "PstNote"
    body = parts(render_into(sample, template))["word/document.xml"]
    assert '<w:pStyle w:val="PstNote"/>' in body


def test_an_error_travels_between_processes(starter: bytes) -> None:
    with pytest.raises(TemplateError) as caught:
        open_template(starter[:100])
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert str(again) == str(caught.value)
    assert "broken" in [one.key for one in again.findings]


def test_another_template_or_signature_makes_the_documents_of_a_bulk_build_anew(
    starter: bytes, letter: bytes
) -> None:
    every = [
        Settings(folder="a", out="b", template=template, signature=signature).checksum()
        for template in (None, starter, letter)
        for signature in ("", "wet")
    ]
    assert len({*every}) == len(every)
