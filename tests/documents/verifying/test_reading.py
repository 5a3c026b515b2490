from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents import DocumentError, render
from pst_standards.documents.verifying import word_files
from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.html_pages import read_page
from pst_standards.documents.verifying.lines import compared_by
from pst_standards.documents.verifying.reading import read_document
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition
from pst_standards.model.maklumat import Maklumat

OFFICE = Definition(maklumat=Maklumat(pledge=Text("Kami sanggup melayani dalam 15 menit.")))
DOCX = render(OFFICE, "maklumat", "docx")


def zipped(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(UnverifiableError) as found:
        read_document(data)
    assert found.value.message("id") != found.value.message("en")
    return found.value.key.removeprefix("verify.")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "format"),
        (b"%PDF-1.7", "pdf"),
        (b"%PDF-1.7 /Keywords(pst-kin=maklumat)", "pdf"),
        (b"<!-- pst-kind=maklumat -->\n\xff", "encoding"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked"),
        (b"<html>\xff\xff", "encoding"),
        (DOCX[:200], "damaged"),
        (DOCX[:-40], "damaged"),
        (zipped(), "format"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "damaged"),
        (zipped(**{"word/document.xml": "<w"}), "damaged"),
        (zipped(**{"_rels/.rels": "<"}), "damaged"),
    ],
)
def test_what_is_no_document_is_refused_by_a_key(data: bytes, key: str) -> None:
    assert refused(data) == key


def test_a_zip_bomb_is_refused_before_it_bursts() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (word_files.LARGEST + 1))
    assert len(bomb.getvalue()) < 100_000
    assert refused(bomb.getvalue()) == "too-large"
    assert refused(b"x" * (word_files.LARGEST + 1)) == "too-large"


def is_handled(data: bytes) -> bool:
    """Whether a file is read, or refused by a key of its own; anything else is raised."""
    try:
        read_document(data)
    except DocumentError as error:
        return error.key.startswith("verify.")
    return True


@given(st.data())
def test_no_damage_to_a_file_gives_anything_but_a_reading_or_a_refusal(data: st.DataObject) -> None:
    torn = bytearray(DOCX)
    for place in data.draw(st.lists(st.integers(0, len(DOCX) - 1), min_size=1, max_size=8)):
        torn[place] = data.draw(st.integers(0, 255))
    assert is_handled(bytes(torn))
    assert is_handled(bytes(torn[: data.draw(st.integers(0, len(DOCX)))]))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert all(is_handled(start + data) for start in (b"", b"<html>", b"PK\x03\x04"))


def test_the_main_part_may_have_another_name() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Type="{kind}" Target="/word/document2.xml" Id="a"/></Relationships>'
    )
    body = f'<w:d xmlns:w="{space}"><w:p><w:r><w:t>Satu</w:t></w:r></w:p></w:d>'
    read = read_document(zipped(**{"_rels/.rels": relations, "word/document2.xml": body}))
    assert [line.text for line in read.lines] == ["Satu"]
    assert (read.facts, read.recorded) == ({}, "")


def texts(page: str) -> list[str]:
    return [line.text for line in read_page(page.encode()).lines]


def test_a_page_is_read_as_it_is_seen() -> None:
    assert texts("<p>a<br>b<img alt='c'><p>d") == ["a b c", "d"]
    assert texts("<style>x</style><script>y</script><p>a<del>b<del>c</del></del>d") == ["ad"]
    assert texts("<div hidden><div>a</div>b</div><p style='display: none'>c</p><p>d") == ["d"]
    assert texts("<p>a</tr></p>") == ["a"]


def test_a_number_of_a_list_is_told_where_it_jumps() -> None:
    page = (
        "<ol><li>a<ul><li>b</li></ul><li>c</li></ol><ol start=3><li>d<li value=9>e</ol><li>f</ul>"
    )
    assert texts(page) == ["a", "b", "c", "d", "9. e", "f"]
    assert texts(page.replace("start=3", "start=4")) == ["a", "b", "c", "4. d", "9. e", "f"]


def test_a_row_with_an_id_names_its_lines() -> None:
    page = "<table><tr id='pst_x'><td>a<table><tr><td>b</table><tr id='y'><td>c</table>"
    closed = page.replace("<tr id='y'>", "</tr><tr id='y'>").replace("b</table>", "b</tr></table>")
    assert [(line.text, line.anchor) for line in read_page(closed.encode()).lines] == [
        ("a", "pst_x"),
        ("b", "pst_x"),
        ("c", ""),
    ]


def test_the_foot_tells_the_hash_where_the_head_was_lost() -> None:
    page = "<html><p>a</p><p>Definisi sha256:0123456789abcdef</p>"
    read = read_page(page.encode())
    assert [line.text for line in read.lines] == ["a"]
    assert read.recorded == "0123456789abcdef"


@given(st.text(), st.text())
def test_texts_that_count_as_the_same_have_the_same_digits(one: str, other: str) -> None:
    def digits(text: str) -> str:
        return "".join(sign for sign in text if sign.isdecimal())

    for text in (one, other, f"1{one}2"):
        if key := compared_by(text):
            assert digits(key) == digits(text)
    if compared_by(one) and compared_by(one) == compared_by(other):
        assert digits(one) == digits(other)


def test_where_an_open_value_stands_in_its_file_does_not_count() -> None:
    for place in ("bps/2020/\nstandards.yaml:12", "kantor.yaml:7", "-/\n-:12"):
        assert compared_by(place) == ""
    assert compared_by("Lihat kantor.yaml:7") != compared_by("Lihat kantor.yaml:8")
