"""What a program in another house imports: outlines become files, wrong input is told by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from pst_standards import documents
from pst_standards.definitions.assembling import loads
from pst_standards.documents import (
    EVERY_FORMAT,
    FORMATS,
    DocumentError,
    FormatError,
    NotADefinitionError,
    NotBytesError,
    RequestError,
    build,
    check_template,
    document,
    open_template,
    quotation,
    render,
    starter_template,
    verify,
    write,
)

OFFICE = loads(
    {
        "office": {"name": "BPS Kabupaten Contoh"},
        "maklumat": {"pledge": "Kami sanggup."},
        "standards": [{"id": "library", "fee": {"kind": "free"}}],
    }
)


@pytest.mark.parametrize("name", documents.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(documents, name) is not None


@pytest.mark.parametrize("form", FORMATS)
def test_an_outline_is_written_as_render_does(form: str) -> None:
    assert write(document(OFFICE, "standard"), form) == render(OFFICE, "standard", form)


def test_an_outline_that_was_changed_is_written_into_a_template_too() -> None:
    changed = evolve(document(OFFICE, "standard"), title="Standar lain")
    template = starter_template()
    assert write(changed, "docx", template=template) != write(changed, "docx")
    assert "<title>Standar lain" in write(changed, "html").decode()


def test_a_format_that_only_other_kinds_have_is_told_as_that() -> None:
    assert "png" in EVERY_FORMAT
    with pytest.raises(FormatError, match="docx, html, pdf, md"):
        render(OFFICE, "standard", "png")
    with pytest.raises(FormatError, match="docx, html, pdf, md") as error:
        write(document(OFFICE, "standard"), "png")
    assert isinstance(error.value, RequestError)
    with pytest.raises(RequestError, match="odt"):
        render(OFFICE, "standard", "odt")
    assert write(document(OFFICE, "maklumat"), "png").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "ask",
    [
        lambda wrong: render(OFFICE, "maklumat", "docx", template=wrong),
        lambda wrong: render(OFFICE, "maklumat", "html", template=wrong),
        open_template,
        check_template,
        lambda wrong: verify(wrong, OFFICE),
    ],
)
@pytest.mark.parametrize("wrong", ["kop.docx", Path("kop.docx"), 5])
def test_the_name_of_a_file_is_not_its_content(ask: Any, wrong: object) -> None:
    with pytest.raises(NotBytesError) as error:
        ask(wrong)
    assert isinstance(error.value, TypeError | DocumentError)
    assert type(wrong).__name__ in error.value.message("id")


def test_content_that_can_be_changed_is_content() -> None:
    page = bytearray(render(OFFICE, "maklumat", "docx"))
    assert verify(page, OFFICE).matches  # type: ignore[arg-type]
    assert render(OFFICE, "maklumat", "docx", template=memoryview(starter_template()))  # type: ignore[arg-type]


def test_what_is_no_definition_is_told() -> None:
    with pytest.raises(NotADefinitionError):
        verify(render(OFFICE, "maklumat", "html"), {})  # type: ignore[arg-type]


def test_one_format_may_be_named_alone_and_none_is_told(tmp_path: Path) -> None:
    made = build(OFFICE, tmp_path, formats="md")
    assert {one.format for one in made.documents} == {"md"}
    with pytest.raises(RequestError, match="docx"):
        build(OFFICE, tmp_path / "none", formats=[])
    assert not (tmp_path / "none").exists()


def test_papers_refuse_a_keyword_that_there_is_not() -> None:
    with pytest.raises(TypeError, match="colour"):
        quotation(None, "html", colour="red")  # type: ignore[arg-type,call-arg]
