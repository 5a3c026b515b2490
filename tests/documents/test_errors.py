from __future__ import annotations

import copy
import datetime as dt
import sys
from collections.abc import Callable

import pytest

import pst_standards
from pst_standards.documents import formats
from pst_standards.documents.docx import render_docx, to_docx
from pst_standards.documents.errors import (
    DateStampError,
    DocumentError,
    MissingExtraError,
    PictureError,
)
from pst_standards.documents.outline import Document

EMPTY = Document(title="Kosong", blocks=())


@pytest.mark.parametrize(
    ("module", "call"),
    [
        ("docx", lambda: to_docx(EMPTY)),
        ("babel.dates", lambda: formats.long_date(dt.date(2026, 1, 1), "id")),
        ("babel.numbers", lambda: formats.rupiah(1, "id")),
        ("num2words", lambda: formats.in_words(1, "id")),
    ],
)
def test_a_missing_library_is_answered_with_the_extra_to_install(
    monkeypatch: pytest.MonkeyPatch, module: str, call: Callable[[], object]
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        call()
    for lang in ("id", "en"):
        told = caught.value.message(lang)
        assert "pst-standards[office]" in told
        assert told.endswith('[office]"')
    assert module.partition(".")[0] in str(caught.value)


def test_rendering_itself_needs_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("docx", "babel", "num2words", "lxml"):
        monkeypatch.setitem(sys.modules, module, None)
    assert render_docx(EMPTY)


@pytest.mark.parametrize(
    "error",
    [
        PictureError("format"),
        PictureError("damaged"),
        DateStampError("besok\x1b"),
        MissingExtraError("office", module="docx"),
    ],
)
def test_errors_speak_both_languages_and_cross_processes(error: DocumentError) -> None:
    rebuilt = copy.copy(error)  # goes the way of pickle, without its bytes
    assert rebuilt is not error
    assert type(rebuilt) is type(error)
    assert rebuilt.message("id") == error.message("id") == str(error)
    assert rebuilt.message("en") != rebuilt.message("id")
    assert str(error).isprintable()


@pytest.mark.parametrize(
    "name",
    ["DocumentError", "FinalError", "MissingExtraError", "NothingToPrintError", "RequestError"],
)
def test_what_a_document_is_refused_with_can_be_caught_from_the_package(name: str) -> None:
    assert name in pst_standards.__all__
    assert issubclass(getattr(pst_standards, name), pst_standards.DocumentError)
