from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.cli.commands.sippn import LARGEST

Pst = Callable[..., Any]
PAGE = "Perpustakaan\nPersyaratan\n1. KTP\nBiaya / Tarif\nTidak dipungut biaya\n"
PAGES = Path(__file__).resolve().parents[1] / "data" / "sippn"


MEASURED = """
import sys, time
from pst_standards.cli import main

code = main(sys.argv[1:])
sys.stdout.flush()
print(f"{time.process_time():.2f}", file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.slow
def test_a_page_of_a_megabyte_is_read_in_seconds(tmp_path: Path) -> None:
    file = tmp_path / "halaman.txt"
    page = (PAGES / "library-mixed-channels.txt").read_text(encoding="utf-8")
    file.write_text(page * (1_000_000 // len(page)), encoding="utf-8")
    command = [sys.executable, "-c", MEASURED, "sippn", "read", str(file)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in {0, 1}
    assert float(done.stderr.decode().splitlines()[-1]) < 20


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "halaman.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_a_page_becomes_a_draft_that_can_be_checked(pst: Pst, page: Path) -> None:
    ended = pst("sippn", "read", page)
    assert (ended.code, ended.err) == (0, "")
    assert yaml.safe_load(ended.out)["standards"][0]["fee"]["kind"] == "free"
    checked = pst("check", "-", "--format", "json", stdin=ended.out.encode())
    assert checked.code == 1
    assert "DEF-" not in checked.out.partition('"coverage"')[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_is_read_in_every_encoding_that_definitions_have(
    pst: Pst, encoding: str
) -> None:
    ended = pst("sippn", "read", "-", stdin=f"{PAGE}“Contoh”\n".encode(encoding))
    assert (ended.code, ended.err) == (0, "")
    assert "“Contoh”" in ended.out


def test_what_was_not_carried_over_is_told_with_its_line_and_ends_with_1(
    pst: Pst, tmp_path: Path
) -> None:
    file = tmp_path / "halaman.txt"
    file.write_text(f"{PAGE}\nNo. SK : 1/2026\nNo. SK : 2/2026\n", encoding="utf-8")
    ended = pst("sippn", "read", file)
    assert ended.code == 1
    assert "number: '1/2026'" in ended.out
    assert ended.err.splitlines() == [
        f"{file.as_posix()}:8: Tidak terbawa karena tidak ada kunci yang menampungnya: “2/2026”"
    ]


def test_a_text_that_is_no_standard_is_told_and_ends_with_1(pst: Pst) -> None:
    ended = pst("sippn", "read", "-", "--lang", "en", stdin=b"Resep nasi goreng: bawang, nasi")
    assert ended.code == 1
    assert ended.err.startswith("-:1: No part of a service standard was found")
    assert ended.err.endswith("“Resep nasi goreng: bawang, nasi”\n")


def test_a_guess_is_told_and_does_not_count_as_lost(pst: Pst) -> None:
    ended = pst("sippn", "read", "-", "--lang", "en", stdin=f"{PAGE}Waktu\n1-3 hari".encode())
    assert ended.code == 0
    assert ended.out.startswith("# A draft read from the text of a page of SIPPN")
    assert ended.err == "-:7: This time has two ends; the later one was taken: “1-3 hari”\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tidak berisi teks"),
        (b" \r\n\t\n", "tidak berisi teks"),
        ("\ufeff".encode(), "tidak berisi teks"),
        (bytes(range(256)), "bukan berkas teks"),
        (b"PK\x03\x04" + b"\x00" * 60, "bukan berkas teks"),
        ("Perpustakaan \u2013 Brébès".encode("cp1252"), "DEF-007"),
        (b"x" * (LARGEST + 1), "lebih besar dari 1500 kB"),
    ],
)
def test_what_is_no_page_is_refused_with_a_remedy(
    pst: Pst, tmp_path: Path, data: bytes, said: str
) -> None:
    file = tmp_path / "halaman.txt"
    file.write_bytes(data)
    for ended in (pst("sippn", "read", file), pst("sippn", "read", "-", stdin=data)):
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err
        assert "  → " in ended.err
        assert "Traceback" not in ended.err


def test_a_file_that_is_not_there_is_named(pst: Pst, tmp_path: Path) -> None:
    for name in (tmp_path / "tidak-ada.txt", tmp_path):
        ended = pst("sippn", "read", name)
        assert (ended.code, ended.out) == (2, "")
        assert name.as_posix() in ended.err
        assert "DEF-013" in ended.err


def test_the_action_must_be_named(pst: Pst) -> None:
    ended = pst("sippn")
    assert (ended.code, ended.out) == (2, "")
    assert "belum ada: PERINTAH" in ended.err
    assert "Mungkin yang dimaksud: read." in pst("sippn", "raed", "x").err


@pytest.mark.parametrize(("lang", "word"), [("id", "Pemakaian"), ("en", "Usage")])
def test_an_action_explains_itself(pst: Pst, lang: str, word: str) -> None:
    ended = pst("sippn", "read", "--help", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"{word}: pst sippn read ")
    assert "  pst sippn read - < " in ended.out
    assert max(map(len, ended.out.splitlines())) <= 88


def test_a_name_of_a_file_cannot_command_the_terminal(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[31m.txt"
    try:
        file.write_text(f"{PAGE}Waktu\n1-3 hari", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert "\x1b" not in pst("sippn", "read", file).err


@pytest.mark.parametrize("name", ["library-mixed-channels", "hospital-blank-decree"])
def test_a_transcribed_page_is_read_as_reviewed(pst: Pst, name: str) -> None:
    ended = pst("sippn", "read", PAGES / f"{name}.txt")
    case = yaml.safe_load((PAGES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert yaml.safe_load(ended.out) == case["draft"]
    assert len(ended.err.splitlines()) == len(case["remarks"])
