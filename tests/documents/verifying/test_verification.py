"""A document that matches its definition, and what is no document of one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from pst_standards.definitions import loads
from pst_standards.documents import UnverifiableError, render, starter_template, verify
from pst_standards.documents.docx import render_docx
from pst_standards.documents.identity import definition_hash
from pst_standards.documents.outline import Document, Identity
from pst_standards.model.definition import Definition
from tests.documents.verifying.edited_files import RUN_TEXT, Parts, Repack

KINDS = (
    *("booklet", "maklumat", "complaint-procedure", "complaint-rights"),
    *("leaflet", "combined-poster", "tariff-board", "maklumat-landscape", "maklumat-bilingual"),
    *("compensation-announcement", "compensation-claim-form", "compensation-register"),
    *("discussion-minutes", "comment-table", "decree", "executors", "special-needs"),
)


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_just_made_matches(semarang: Definition, kind: str, lang: str, form: str) -> None:
    found = verify(render(semarang, kind, form, lang=lang, paper="F4"), semarang)
    assert found.matches
    assert (found.kind, found.service, found.lang, found.format) == (kind, None, lang, form)
    assert found.same_definition is True


@pytest.mark.parametrize("form", ["md", "pdf"])
@pytest.mark.parametrize("kind", ["booklet", "maklumat"])
def test_markdown_and_pdf_match_when_just_made(semarang: Definition, kind: str, form: str) -> None:
    found = verify(render(semarang, kind, form, lang="en"), semarang)
    assert found.matches
    assert (found.kind, found.lang, found.format) == (kind, "en", form)
    assert found.same_definition is True


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_a_poster_is_held_against_the_sheet_that_it_is(semarang: Definition, paper: str) -> None:
    made = render(semarang, "poster", "docx", "library", paper=paper)
    assert verify(made, semarang).matches


@pytest.mark.parametrize("form", ["md", "pdf"])
def test_a_pdf_tells_its_definition_and_markdown_what_differs(
    data_of_office: Callable[[], Any], semarang: Definition, form: str
) -> None:
    file = render(semarang, "maklumat", form)
    data = data_of_office()
    data["maklumat"]["pledge"]["id"] = "Kami sanggup melayani."
    found = verify(file, loads(data))
    assert not found.matches
    assert found.same_definition is False
    if form == "md":
        assert [one.pointer for one in found.differences] == ["/maklumat/pledge"]
        assert found.compared == "text"
    else:
        assert [one.found for one in found.differences] == [f"sha256:{definition_hash(semarang)}"]
        assert json.loads(found.to_json())["compared"] == "definition"


def test_a_line_changed_in_markdown_is_found(semarang: Definition) -> None:
    file = render(semarang, "standard", "md", "library").decode()
    assert verify(file.encode(), semarang).matches
    changed = file.replace("10 menit", "25 menit", 1).replace("\n", "\r\n")
    (one,) = verify(changed.encode(), semarang).differences
    assert one.pointer.startswith("/standards/0/")
    assert ("10 menit" in one.expected, "25 menit" in one.found) == (True, True)


def test_a_stamp_that_was_taken_away_is_told(
    semarang: Definition, library: bytes, repack: Repack
) -> None:
    def unstamped(parts: Parts) -> None:
        parts["word/header1.xml"] = RUN_TEXT.sub("", parts["word/header1.xml"].decode()).encode()

    (missing,) = verify(repack(library, unstamped), semarang).differences
    assert missing.expected.startswith("DRAF")


@pytest.mark.parametrize("template", [None, starter_template()])
def test_another_hash_on_the_paper_is_told(
    semarang: Definition, repack: Repack, template: bytes | None
) -> None:
    made = render(semarang, "maklumat", "docx", template=template)
    shown = definition_hash(semarang)[:16].encode()

    def forged(parts: Parts) -> None:
        for name in parts:
            if "foot" in name:
                parts[name] = parts[name].replace(shown, b"0" * 16)

    assert verify(made, semarang).matches
    found = verify(repack(made, forged), semarang)
    assert [one.found for one in found.differences] == [f"Definisi sha256:{'0' * 16}"]
    assert found.same_definition is True


def test_a_definition_that_changed_elsewhere_still_matches(
    semarang: Definition, library: bytes
) -> None:
    found = verify(library, evolve(semarang, publications=()))
    assert (found.matches, found.same_definition) == (True, False)
    assert found.recorded == definition_hash(semarang)


def test_what_is_no_document_of_a_definition_is_refused(
    semarang: Definition, library: bytes
) -> None:
    def key(data: bytes, definition: Definition) -> str:
        with pytest.raises(UnverifiableError) as refused:
            verify(data, definition)
        assert refused.value.message("id") != refused.value.message("en")
        return refused.value.key.removeprefix("verify.")

    assert key(library, Definition()) == "no-input"
    assert key(library, evolve(semarang, standards=semarang.standards[1:])) == "no-input"
    assert key(b"<html><p>Resep kue</p>", semarang) == "foreign"
    assert key(b"<html>", Definition()) == "foreign"
    of_others = Document(
        title="x", blocks=(), identity=Identity(kind="decision", definition_sha256="0")
    )
    assert key(render_docx(of_others), semarang) == "kind"


def test_the_result_for_programs_has_its_form(semarang: Definition, library: bytes) -> None:
    data = json.loads(verify(library, semarang).to_json())
    hashes = definition_hash(semarang)
    assert data == {
        "format": "pst-verify/1",
        "matches": True,
        "compared": "text",
        "document": {"kind": "standard", "service": "library", "lang": "id", "format": "docx"},
        "definition": {"recorded_sha256": hashes, "current_sha256": hashes, "same": True},
        "differences": [],
    }


def test_a_file_without_its_hash_says_nothing_of_the_definition(semarang: Definition) -> None:
    page = re.sub("<p>Definisi sha256.*?</p>", "", render(semarang, "maklumat", "html").decode())
    page = re.sub('<meta name="pst-def[^>]*>', "", page)
    found = verify(page.encode(), semarang)
    assert (found.matches, found.recorded, found.same_definition) == (True, "", None)
    assert json.loads(found.to_json())["definition"]["recorded_sha256"] is None
