from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]

SALE = """\
format: pst-sale/1
id: pnj-1
date: "2020-01-02"
buyer: {name: {id: Instansi Contoh}}
lines: [{kind: publication, pages: 66}]
"""


EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def semarang() -> Path:
    return EXAMPLES / "kabupaten-semarang"


@pytest.fixture
def sale(tmp_path: Path) -> Path:
    file = tmp_path / "jual.yaml"
    file.write_text(SALE, encoding="utf-8")
    return file


@pytest.fixture
def event() -> Path:
    return EXAMPLES / "events" / "late-consultation.yaml"


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("docx", b"PK"), ("HTML", b"<!DOCTYPE html>"), ("pdf", b"%PDF-1.7"), ("md", b"> **DRAF**")],
)
def test_a_decision_is_written_beside_the_answer(
    ending: str, begins: bytes, pst: Pst, semarang: Path, event: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"keputusan.{ending}"
    plain = pst("entitlement", semarang, event)
    ended = pst("entitlement", semarang, event, "--out", out)
    assert (ended.code, ended.out) == (0, plain.out)
    assert "keputusan" in ended.err
    assert "DRAF" in ended.err, "the example is made up"
    assert out.read_bytes().startswith(begins)
    first = out.read_bytes()
    pst("entitlement", semarang, event, "--out", out)
    assert out.read_bytes() == first


def test_json_stays_json_where_a_paper_is_written(
    pst: Pst, semarang: Path, event: Path, tmp_path: Path
) -> None:
    out = tmp_path / "keputusan.html"
    ended = pst("entitlement", semarang, event, "--format", "json", "--out", out)
    assert json.loads(ended.out)["eligible"] is True
    assert "Keputusan Pemberian Kompensasi" in out.read_text(encoding="utf-8")


def test_a_decision_is_in_the_language_asked_for(
    pst: Pst, semarang: Path, event: Path, tmp_path: Path
) -> None:
    out = tmp_path / "decision.html"
    pst("entitlement", semarang, event, "--out", out, "--lang", "en")
    assert "Decision Granting Compensation" in out.read_text(encoding="utf-8")


def test_a_decision_on_a_definition_from_standard_input(
    pst: Pst, event: Path, tmp_path: Path
) -> None:
    out = tmp_path / "keputusan.html"
    text = b"office: {name: BPS Contoh, code: '3322'}\nservices: [{id: consultation}]\n"
    ended = pst("entitlement", "-", event, "--out", out, stdin=text)
    assert ended.code == 0
    assert "Kompensasi Belum Dapat Diputuskan" in out.read_text(encoding="utf-8")


def test_a_quotation_is_written_with_and_without_a_letterhead(
    pst: Pst, semarang: Path, sale: Path, tmp_path: Path
) -> None:
    bare, headed = tmp_path / "a.html", tmp_path / "b.html"
    ended = pst("price", "quotation", sale, "--out", bare)
    assert (ended.code, "Dokumen ditulis" in ended.err, "DRAF" in ended.err) == (0, True, False)
    assert "Rp20.000" in ended.out
    pst("price", "quotation", sale, "--out", headed, "--office", semarang)
    assert "Kabupaten Semarang" not in bare.read_text(encoding="utf-8")
    assert "Kabupaten Semarang" in headed.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["x.odt", "x", ".docx", ""])
def test_a_file_that_is_no_document_is_refused(name: str, pst: Pst, sale: Path) -> None:
    ended = pst("price", "quotation", sale, "--out", name)
    assert ended.code == 2
    assert ".docx" in ended.err


def test_a_file_that_cannot_be_written_is_told(pst: Pst, sale: Path, tmp_path: Path) -> None:
    ended = pst("price", "quotation", sale, "--out", tmp_path / "tidak" / "ada.html")
    assert (ended.code, ended.out) == (2, "")
    assert "DEF-011" in ended.err
