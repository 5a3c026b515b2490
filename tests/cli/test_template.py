from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]


@pytest.fixture
def template(pst: Pst, tmp_path: Path) -> Path:
    file = tmp_path / "kop-surat.docx"
    assert pst("template", "init", file, "--paper", "F4").code == 0
    return file


def test_a_template_begun_is_fit_and_never_overwritten(pst: Pst, template: Path) -> None:
    ended = pst("template", "check", template, "--format", "json")
    found = json.loads(ended.out)
    assert (ended.code, found["fit"], found["paper"], found["findings"]) == (0, True, "F4", [])
    before = template.read_bytes()
    again = pst("template", "init", template)
    assert again.code == 2
    assert "kop-surat.docx" in again.err
    assert template.read_bytes() == before


@pytest.mark.parametrize(("lang", "word"), [("id", "kesalahan"), ("en", "error")])
def test_what_is_wrong_is_said_with_what_to_do(
    pst: Pst, tmp_path: Path, lang: str, word: str
) -> None:
    file = tmp_path / "surat.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    ended = pst("template", "check", file, "--lang", lang)
    assert ended.code == 1
    assert f"{word}: " in ended.out
    assert "docx" in ended.out


def test_a_build_takes_the_sheet_of_the_template_and_says_where_it_does_not_hold(
    pst: Pst, examples: Path, template: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    minimal = examples / "minimal.yaml"
    ended = pst("build", minimal, "--out", out, "--template", template, "--quiet")
    assert ended.code == 0
    assert "html" in ended.err
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert len(manifest["template_sha256"]) == 64
    asked = pst(
        *("build", minimal, "--out", out, "--template", template, "--paper", "A4", "--quiet"),
        *("--format", "docx"),
    )
    assert "F4" in asked.err
    verified = pst("verify", out / "maklumat.docx", "--against", minimal)
    assert verified.code == 0


def test_documents_that_keep_their_own_layout_are_named(
    pst: Pst, examples: Path, template: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    asked = ("build", examples / "kabupaten-semarang", "--out", out, "--format", "docx,md")
    told = pst(*asked, "--template", template, "--quiet")
    [line] = [one for one in told.out.splitlines() if one.startswith("Tidak memakai templat")]
    named = set(line.partition(": ")[2].rstrip(".").split(", "))
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    without = set()
    for made in manifest["documents"]:
        if made["format"] == "docx":
            with zipfile.ZipFile(out / made["path"]) as packed:
                if b"pst_isi_awal" not in packed.read("word/document.xml"):
                    without.add(made["kind"])
    assert named == without
    assert {"maklumat-landscape", "maklumat-bilingual"} <= named
    assert "Tidak memakai" not in pst(*asked, "--quiet").out


def test_an_unfit_or_missing_template_leaves_nothing_behind(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04")
    minimal = examples / "minimal.yaml"
    ended = pst("build", minimal, "--out", out, "--template", bad, "--quiet")
    assert (ended.code, out.exists()) == (1, False)
    missing = pst("build", minimal, "--out", out, "--template", tmp_path / "none.docx", "--quiet")
    assert (missing.code, out.exists()) == (2, False)


def test_an_anchor_for_electronic_signing_stands_in_every_form(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    minimal, out = examples / "minimal.yaml", tmp_path / "out"
    ended = pst(
        *("build", minimal, "--out", out, "--format", "docx,html,md", "--quiet"),
        *("--signature", "electronic", "--anchor", "#tandatangan"),
    )
    assert ended.code == 0
    for form in ("html", "md"):
        assert "#tandatangan" in (out / f"maklumat.{form}").read_text(encoding="utf-8")
    for form in ("docx", "html"):
        assert pst("verify", out / f"maklumat.{form}", "--against", minimal).code == 0
    refused = pst("build", minimal, "--out", out, "--signature", "wet", "--anchor", "x")
    assert refused.code == 2
