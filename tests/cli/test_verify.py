from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]


@pytest.fixture
def office(examples: Path) -> Path:
    return examples / "minimal.yaml"


@pytest.fixture
def built(pst: Pst, office: Path, tmp_path: Path) -> Path:
    out = tmp_path / "dokumen"
    assert pst("build", office, "--out", out, "--quiet").code == 0
    return out


def test_a_document_as_it_was_built_matches(pst: Pst, office: Path, built: Path) -> None:
    for name in ("maklumat.docx", "maklumat.html"):
        ended = pst("verify", built / name, "--against", office)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.endswith("sama isinya dengan maklumat dari definisi ini.\n")


def test_a_difference_is_shown_with_both_sides(pst: Pst, office: Path, built: Path) -> None:
    page = built / "maklumat.html"
    shown = page.read_text(encoding="utf-8")
    page.write_text(shown.replace("kami menyatakan", "Mereka menyatakan", 1), encoding="utf-8")
    ended = pst("verify", page, "--against", office, "--lang", "en")
    assert ended.code == 1
    assert "differs from maklumat of this definition:" in ended.out
    assert "/maklumat/pledge  (" in ended.out
    assert "  definition: " in ended.out
    assert "  file:       " in ended.out
    assert "Mereka" in ended.out
    for lang, label in (("id", "berkas:   "), ("en", "file:       ")):
        assert label in pst("verify", page, "--against", office, "--lang", lang).out


def test_programs_get_json(pst: Pst, office: Path, built: Path) -> None:
    page = built / "maklumat.html"
    same = json.loads(pst("verify", page, "--against", office, "--format", "json").out)
    assert (same["matches"], same["differences"]) == (True, [])
    shown = page.read_text(encoding="utf-8").replace("</main>", "<p>Lagi</p><br></main>")
    page.write_text(shown, encoding="utf-8")
    ended = pst("verify", page, "--against", office, "--format", "json")
    found = json.loads(ended.out)
    assert (ended.code, found["matches"]) == (1, False)
    (difference,) = found["differences"]
    assert set(difference) == {"pointer", "expected", "found"}
    assert difference["found"] == "Lagi"


def test_what_is_not_there_and_what_comes_from_nowhere_is_said(
    pst: Pst, office: Path, built: Path
) -> None:
    page = built / "booklet.html"
    shown = page.read_text(encoding="utf-8").replace("</main>", "<p>Lagi</p></main>")
    page.write_text(shown, encoding="utf-8")
    ended = pst("verify", page, "--against", office)
    assert ended.code == 1
    assert "(tidak ada)" in ended.out


def test_a_definition_that_changed_is_told_beside_the_result(
    pst: Pst, office: Path, built: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "kantor.yaml"
    source = office.read_text(encoding="utf-8")
    changed.write_text(f"{source}\nx-catatan: baru\n", encoding="utf-8")
    ended = pst("verify", built / "maklumat.html", "--against", changed)
    assert ended.code == 0
    assert "dibuat dari definisi lain" in ended.out
    page = built / "maklumat.html"
    shown = page.read_text(encoding="utf-8")
    page.write_text(shown.replace("sha256:", "").replace("-sha256", ""), encoding="utf-8")
    assert "tidak lagi menyebut" in pst("verify", page, "--against", office).out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"Maklumat", "bukan dokumen Word"),
        ("a.docx", b"PK\x03\x04xx", "rusak"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "dikunci"),
        ("a.html", b"<html><p>Resep</p>", "tidak mirip"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    pst: Pst, office: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    ended = pst("verify", tmp_path / name, "--against", office, "--format", "json")
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_file_or_definition_that_is_missing_or_unsound_ends_with_two(
    pst: Pst, office: Path, built: Path, tmp_path: Path
) -> None:
    assert pst("verify", tmp_path / "none.docx", "--against", office).code == 2
    assert pst("verify", built, "--against", office).code == 2
    assert pst("verify", built / "maklumat.docx", "--against", tmp_path / "none").code == 2
    assert pst("verify", built / "maklumat.docx").code == 2
    (tmp_path / "broken.yaml").write_text("standards: 3\n", encoding="utf-8")
    ended = pst("verify", built / "maklumat.docx", "--against", tmp_path / "broken.yaml")
    assert (ended.code, ended.out) == (2, "")


def test_a_definition_may_come_from_standard_input(pst: Pst, office: Path, built: Path) -> None:
    ended = pst("verify", built / "maklumat.html", "--against", "-", stdin=office.read_bytes())
    assert ended.code == 0


def test_every_docx_says_which_definition_it_is_of(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    whole = manifest["definition_sha256"]
    for one in manifest["documents"]:
        file = built / one["path"]
        if one["format"] == "docx":
            with zipfile.ZipFile(file) as archive:
                assert whole in archive.read("docProps/custom.xml").decode()
                assert f"Definisi sha256:{whole[:16]}" in archive.read("word/footer1.xml").decode()
        else:
            shown = file.read_text(encoding="utf-8")
            # A page says it in its head, a part of a page in its first tag.
            assert re.search(f'pst-definition-sha256"?(?: content)?="{whole}"', shown)
            assert f">Definisi sha256:{whole[:16]}</p>" in shown


def test_a_pdf_is_held_against_the_definition_by_its_fingerprint(
    pst: Pst, office: Path, tmp_path: Path
) -> None:
    out = tmp_path / "dokumen"
    assert pst("build", office, "--out", out, "--format", "pdf", "--quiet").code == 0
    ended = pst("verify", out / "maklumat.pdf", "--against", office)
    assert ended.code == 0
    assert "maklumat.pdf ialah maklumat yang dibuat dari definisi ini" in ended.out
    assert "Isi PDF tidak dibandingkan." in ended.out
    other = tmp_path / "lain.yaml"
    other.write_text(
        office.read_text(encoding="utf-8").replace("Jalan Contoh Nomor 1", "Jalan Contoh Nomor 2"),
        encoding="utf-8",
    )
    ended = pst("verify", out / "maklumat.pdf", "--against", other, "--lang", "en")
    assert ended.code == 1
    assert "made from another definition, or one that has changed since" in ended.out
    (out / "maklumat.pdf").write_bytes(b"%PDF-1.7 of somebody else")
    ended = pst("verify", out / "maklumat.pdf", "--against", office)
    assert ended.code == 2
    assert "docx atau html" in ended.err


def test_a_report_is_verified_with_the_register_that_it_rests_on(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    office, out = examples / "kabupaten-semarang", tmp_path / "out"
    given = ("--register", examples / "recaps" / "2025.yaml")
    assert pst("build", office, *given, "--out", out, "--format", "md,pdf", "--quiet").code == 0
    page = out / "complaint-report.md"
    ended = pst("verify", page, "--against", office, *given)
    assert (ended.code, "sama isinya dengan complaint-report" in ended.out) == (0, True)
    alone = pst("verify", page, "--against", office)
    assert (alone.code, "seperti pada pst build: --register" in alone.err) == (2, True)
    ended = pst("verify", out / "complaint-report.pdf", "--against", office)
    assert (ended.code, "(--register) juga tidak dibandingkan" in ended.out) == (0, True)


def test_several_values_of_one_line_are_named_above_it(
    pst: Pst, office: Path, tmp_path: Path
) -> None:
    own, out = tmp_path / "kantor.yaml", tmp_path / "dokumen"
    source = office.read_text(encoding="utf-8")
    asked = "Mengirim pertanyaan melalui surel, kind: administrative, channels: "
    own.write_text(source.replace(f"{asked}[online]", f"{asked}[in_person]"), encoding="utf-8")
    assert pst("build", own, "--out", out, "--format", "html", "--quiet").code == 0
    page = out / "leaflet-a4.html"
    shown = page.read_text(encoding="utf-8").replace("engisi buku tamu", "engisi daftar")
    shown = shown.replace("engirim pertanyaan melalui surel", "engirim surat")
    page.write_text(shown, encoding="utf-8")
    ended = pst("verify", page, "--against", own)
    first, second = (ended.out.index(f"requirements/items/{place}/text") for place in (0, 1))
    assert first < second < ended.out.index("  definisi: Syarat: Langsung (tatap muka): mengisi")
    assert ended.out.count("mengisi buku tamu; mengirim") == 1
