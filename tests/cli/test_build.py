from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli.console import Console
from pst_standards.cli.progress import progress
from pst_standards.cli.speech import speaker

Pst = Callable[..., Any]


@pytest.fixture
def semarang(examples: Path) -> Path:
    return examples / "kabupaten-semarang"


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


@pytest.mark.unmeasured
def test_every_kind_is_built_in_both_forms(pst: Pst, semarang: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = pst("build", semarang, "--out", out, "--format", "docx,html", "--quiet")
    assert (ended.code, ended.err) == (0, "")
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "pst-manifest/1"
    assert {entry["path"] for entry in manifest["documents"]} | {"manifest.json"} == names(out)
    assert {entry["kind"] for entry in manifest["documents"]} == {
        *("standard", "booklet", "maklumat", "complaint-procedure", "complaint-rights"),
        *("leaflet", "poster", "combined-poster", "tariff-board"),
        *("maklumat-landscape", "maklumat-bilingual", "service-page"),
        *("compensation-announcement", "compensation-claim-form", "compensation-register"),
        *("discussion-minutes", "comment-table", "decree", "executors", "special-needs"),
    }
    for entry in manifest["documents"]:
        assert entry["path"] in ended.out


@pytest.mark.unmeasured
def test_a_second_run_gives_the_same_files(pst: Pst, semarang: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        pst("build", semarang, "--out", tmp_path / name, "--quiet")
    for name in names(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_final_is_refused_and_names_what_is_open(pst: Pst, semarang: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = pst("build", semarang, "--out", out, "--final", "--quiet")
    assert (ended.code, ended.out) == (1, "")
    assert "Jalan Contoh Nomor 1" in ended.err
    assert "kantor.yaml:" in ended.err
    assert not out.exists()


def test_of_many_open_values_ten_are_named_and_the_others_counted_by_part(
    pst: Pst, semarang: Path, tmp_path: Path
) -> None:
    ended = pst("build", semarang, "--out", tmp_path / "out", "--final", "--quiet")
    lines = ended.err.splitlines()
    assert sum("DEF-032" in line for line in lines) == 10
    total = int(re.findall(r"dibuat: (\d+) hal", lines[0])[0])
    more, parts = re.findall(r"^… dan (\d+) hal lagi. Jumlahnya per bagian: (.*?)\. ", lines[-1])[0]
    assert int(more) == total - 10
    assert sum(map(int, re.findall(r"\) (\d+)", parts))) == total
    advice = [line for line in lines if line.startswith("  → ")]
    assert 0 < len(advice) < 10, "what holds for many is said once behind them"


def test_one_form_and_another_paper(pst: Pst, examples: Path, tmp_path: Path) -> None:
    minimal = examples / "minimal.yaml"
    for paper in ("A4", "F4"):
        ended = pst(
            "build", minimal, "--out", tmp_path / paper, "--format", "html", "--paper", paper
        )
        assert ended.code == 0
    assert {Path(name).suffix for name in names(tmp_path / "A4")} == {".html", ".json"}
    a4, f4 = ((tmp_path / paper / "maklumat.html").read_bytes() for paper in ("A4", "F4"))
    assert a4 != f4


def test_what_is_printed_follows_the_language(pst: Pst, examples: Path, tmp_path: Path) -> None:
    minimal = examples / "minimal.yaml"
    english = pst("build", minimal, "--out", tmp_path / "en", "--format", "html", "--lang", "en")
    indonesian = pst("build", minimal, "--out", tmp_path / "id", "--format", "html")
    assert english.out.startswith("Documents in ")
    assert indonesian.out.startswith("Dokumen di ")
    assert b'lang="en' in (tmp_path / "en" / "maklumat.html").read_bytes()


def test_progress_is_told_beside_the_result(pst: Pst, examples: Path, tmp_path: Path) -> None:
    ended = pst("build", examples / "minimal.yaml", "--out", tmp_path, "--format", "html")
    assert ended.err.splitlines()[0].startswith("[1/")
    assert "[1/" not in ended.out


def test_no_manifest_is_written_among_the_files_of_a_definition(
    pst: Pst, semarang: Path, tmp_path: Path
) -> None:
    office = Path(shutil.copytree(semarang, tmp_path / "kantor"))
    before = names(office)
    ended = pst("build", office, "--out", office, "--format", "html", "--quiet")
    assert (ended.code, ended.out, names(office)) == (2, "", before)
    assert "--out" in ended.err


def test_what_is_skipped_is_said_with_its_reason(pst: Pst, tmp_path: Path) -> None:
    ended = pst(
        *("build", "-", "--out", tmp_path, "--format", "html"),
        stdin=b"maklumat: {pledge: Kami sanggup}\n",
    )
    assert ended.code == 0
    assert "Tidak dibuat: booklet." in ended.out
    made = {f"{kind}.html" for kind in ("maklumat", "maklumat-landscape", "service-page")}
    assert names(tmp_path) == made | {"manifest.json"}


def test_a_code_is_printed_unless_it_is_not_wanted(pst: Pst, tmp_path: Path) -> None:
    for name, more in (("with", ()), ("without", ("--no-qr",))):
        ended = pst(
            *("build", "-", "--out", tmp_path / name, "--format", "html", *more),
            stdin=b"maklumat: {pledge: Kami sanggup}\n",
        )
        assert ended.code == 0
    shown = b'url("data:image/svg+xml'
    assert shown in (tmp_path / "with" / "maklumat.html").read_bytes()
    assert shown not in (tmp_path / "without" / "maklumat.html").read_bytes()


def test_a_definition_of_wrong_shape_is_not_built(pst: Pst, tmp_path: Path) -> None:
    file, out = tmp_path / "a.yaml", tmp_path / "out"
    file.write_text("stage: selesai\nmaklumat: {pledge: Kami sanggup}\n", encoding="utf-8")
    ended = pst("build", file, "--out", out)
    assert (ended.code, ended.out) == (1, "")
    assert "a.yaml:1:8  DEF-017" in ended.err
    assert not out.exists()


def test_an_output_folder_that_is_a_file_is_refused(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    file = tmp_path / "out"
    file.write_bytes(b"milik saya")
    for place in (file, file / "inside"):
        ended = pst(
            "build", examples / "minimal.yaml", "--out", place, "--format", "html", "--quiet"
        )
        assert (ended.code, ended.out) == (2, "")
        assert "DEF-011" in ended.err
        assert "  → " in ended.err
    assert names(tmp_path) == {"out"}
    assert file.read_bytes() == b"milik saya"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.EACCES, "tidak boleh ditulis"), (errno.ENOSPC, "penuh"), (errno.EIO, "gagal")],
)
@pytest.mark.parametrize("command", ["build", "init"])
def test_nothing_half_written_stays_when_the_system_refuses(
    pst: Pst,
    examples: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    number: int,
    sentence: str,
) -> None:
    written = 0

    def refuse(_: int) -> None:
        nonlocal written
        written += 1
        if written == 3:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    out = tmp_path / "out"
    arguments: dict[str, tuple[str | Path, ...]] = {
        "build": ("build", examples / "minimal.yaml", "--out", out, "--format", "html", "--quiet"),
        "init": ("init", out, "--office", "3329"),
    }
    ended = pst(*arguments[command])
    assert written == 3
    assert (ended.code, ended.out) == (2, "")
    assert "DEF-011" in ended.err
    assert sentence in ended.err
    assert "  → " in ended.err
    assert not out.exists() or names(out) == set()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_without_permission_is_refused(pst: Pst, examples: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    ended = pst("build", examples / "minimal.yaml", "--out", tmp_path / "out", "--quiet")
    tmp_path.chmod(0o755)
    assert ended.code == 2
    assert "DEF-011" in ended.err


def test_without_the_extra_the_install_line_is_told(
    pst: Pst, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "babel", None)
    monkeypatch.setitem(sys.modules, "babel.dates", None)
    monkeypatch.setitem(sys.modules, "babel.numbers", None)
    ended = pst("build", examples / "minimal.yaml", "--out", tmp_path / "out", "--quiet")
    assert ended.code == 2
    assert "pst-standards[office]" in ended.err
    assert not (tmp_path / "out").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar_that_goes_away() -> None:
    screen = Terminal()
    console = Console(stdout=io.StringIO(), stderr=screen, environment={"TERM": "xterm"})
    with progress(console, speaker("id"), quiet=False) as step:
        assert step is not None
        step(1, 2, "[bold]maklumat.html[/bold]")
    assert "Membuat dokumen" in screen.getvalue()
    assert "[bold]maklumat.html" in screen.getvalue()


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_plain_terminal_gets_plain_lines(environment: dict[str, str]) -> None:
    screen = Terminal()
    console = Console(stdout=io.StringIO(), stderr=screen, environment=environment)
    with progress(console, speaker("id"), quiet=False) as step:
        assert step is not None
        step(1, 2, "maklumat.html")
    assert screen.getvalue() == "[1/2] maklumat.html\n"


def test_without_rich_a_terminal_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pst_standards.cli.progress.find_spec", lambda _: None)
    screen = Terminal()
    console = Console(stdout=io.StringIO(), stderr=screen, environment={"TERM": "xterm"})
    with progress(console, speaker("en"), quiet=False) as step:
        assert step is not None
        step(2, 2, "booklet.docx")
    assert screen.getvalue() == "[2/2] booklet.docx\n"


def test_a_build_says_that_the_law_still_asks_for_more(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    file = tmp_path / "definition.yaml"
    minimal = (examples / "minimal.yaml").read_text(encoding="utf-8")
    file.write_text(minimal.replace("    fee:", "    fees:"), encoding="utf-8")

    ended = pst("build", file, "--out", tmp_path / "out", "--quiet")
    refused = pst("build", file, "--out", tmp_path / "final", "--final", "--lang", "en")

    assert ended.code == 0
    assert "1 kesalahan menurut hukum" in ended.out
    assert refused.code == 1
    assert "STD-001" in refused.err
    assert not (tmp_path / "final").exists()


def test_an_empty_folder_name_is_refused(pst: Pst, examples: Path) -> None:
    ended = pst("build", examples / "minimal.yaml", "--out", "")
    assert (ended.code, ended.out) == (2, "")
    assert "nama folder kosong" in ended.err


def test_what_became_of_earlier_documents_is_told(pst: Pst, tmp_path: Path) -> None:
    file, out = tmp_path / "a.yaml", tmp_path / "out"
    common = ("build", file, "--out", out, "--quiet", "--format")
    file.write_text("maklumat: {pledge: Kami sanggup}\n", encoding="utf-8")
    pst(*common, "html,md")
    ended = pst(*common, "md")
    assert "dokumen dari pembuatan sebelumnya berasal dari definisi yang sama" in ended.out
    assert "maklumat.html" not in ended.out
    (out / "maklumat.html").write_bytes(b"ditandatangani")
    assert (
        "Dibiarkan, karena sudah final atau diubah setelah dibuat: maklumat.html."
        in pst(*common, "md").out
    )
    file.write_text("maklumat: {pledge: Kami lebih sanggup}\n", encoding="utf-8")
    ended = pst(*common, "md")
    assert "Dibiarkan, dari definisi lama: " in ended.out
    assert "bangun lagi dengan --format html." in ended.out
    assert "definisi sebelumnya: maklumat.html. Periksa" in ended.out
    assert "Dihapus" not in ended.out
    (out / "maklumat.md").write_bytes(b"ditandatangani")
    ended = pst(*common, "md")
    assert "ditulis: maklumat.md → maklumat (diubah).md. Pindahkan" in ended.out
    assert "Dibiarkan, karena sudah final atau diubah setelah dibuat: " not in ended.out
    file.write_text("lang: id\n", encoding="utf-8")
    ended = pst(*common, "md")
    assert "Dihapus, karena tidak lagi dihasilkan" in ended.out
    assert "maklumat.md" in ended.out


def test_documents_of_another_office_are_refused_with_what_to_do(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    file, common = tmp_path / "a.yaml", ("--out", tmp_path / "out", "--quiet", "--format", "md")
    pst("build", examples / "minimal.yaml", *common)
    before = {one: one.read_bytes() for one in (tmp_path / "out").iterdir()}
    file.write_text("office: {code: '9999'}\nmaklumat: {pledge: Kami sanggup}\n", encoding="utf-8")
    ended = pst("build", file, *common)
    assert (ended.code, ended.out) == (2, "")
    assert "bukan 9999. Tidak ada yang ditulis. Pilih folder lain untuk --out." in ended.err
    assert {one: one.read_bytes() for one in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_file_that_is_a_part_of_a_definition_is_told_to_be_one(
    pst: Pst, tmp_path: Path, command: str
) -> None:
    office = tmp_path / "kantor"
    office.mkdir()
    (office / "kantor.yaml").write_text("office: {name: BPS Contoh}\n", encoding="utf-8")
    (office / "maklumat.yaml").write_text("maklumat: {pledge: Sanggup}\n", encoding="utf-8")
    more = ("--out", tmp_path / "out", "--format", "md", "--quiet") if command == "build" else ()
    for path in (office / "maklumat.yaml", office):
        ended = pst(command, path, *more)
        assert ("hanya satu bagian dari definisi di folder" in ended.err) == path.is_file()
