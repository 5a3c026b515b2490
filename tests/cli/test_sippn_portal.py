"""``pst sippn write`` and ``pst sippn compare`` as a clerk runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions.writing import dump_yaml
from pst_standards.testing import complete_data

Pst = Callable[..., Any]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    file = tmp_path / "kantor.yaml"
    file.write_text(dump_yaml(complete_data()), encoding="utf-8")
    return file


def test_files_are_written_and_have_no_drift(pst: Pst, office: Path, tmp_path: Path) -> None:
    out = tmp_path / "sippn"
    ended = pst("sippn", "write", office, "--out", out)
    assert (ended.code, ended.err) == (0, "")
    assert "00-daftar-tempel.txt" in ended.out
    files = {file.name: file.read_bytes() for file in out.iterdir()}
    assert sorted(files) == ["00-daftar-tempel.txt", "sippn-library.txt", "sippn-library.xlsx"]
    for name in ("sippn-library.txt", "sippn-library.xlsx"):
        ended = pst("sippn", "compare", office, out / name)
        assert (ended.code, ended.err) == (0, "")
        assert "sama dengan definisi (library)" in ended.out
    assert pst("sippn", "write", office, "--out", out).code == 0
    assert {file.name: file.read_bytes() for file in out.iterdir()} == files


def test_programs_get_json_of_both(pst: Pst, office: Path, tmp_path: Path) -> None:
    written = pst("sippn", "write", office, "--out", tmp_path / "o", "--format", "json")
    data = json.loads(written.out)
    assert set(data) == {"format", "entries", "remarks", "files"}
    changed = written.out.replace("Tidak dipungut biaya", "Rp 5.000")
    ended = pst("sippn", "compare", office, "-", "--format", "json", stdin=changed.encode())
    assert ended.code == 1
    found = json.loads(ended.out)
    assert not found["matches"]
    (one,) = found["differences"]
    assert set(one) >= {"component", "pointer", "kind", "expected", "found"}
    assert (one["component"], one["pointer"], one["kind"]) == (
        *("fee", "/standards/0/fee"),
        "changed_fee",
    )


@pytest.mark.parametrize(
    ("lang", "said"), [("id", "Biaya berbeda (baris "), ("en", "The fee differs (line ")]
)
def test_drift_is_told_by_component_and_line(
    pst: Pst, office: Path, tmp_path: Path, lang: str, said: str
) -> None:
    pst("sippn", "write", office, "--out", tmp_path / "o")
    page = (tmp_path / "o" / "sippn-library.txt").read_text(encoding="utf-8-sig")
    file = tmp_path / "halaman.txt"
    file.write_text(
        page.replace("Tidak dipungut biaya", "Rp 5.000\n-").replace("No. SK", "Nomor SK"),
        encoding="utf-8",
    )
    ended = pst("sippn", "compare", office, file, "--lang", lang)
    assert ended.code == 1
    assert said in ended.out
    assert "/standards/0/fee" in ended.out
    assert "Rp 5.000" in ended.out


def test_parts_that_a_definition_does_not_have_are_named(
    pst: Pst, office: Path, tmp_path: Path
) -> None:
    pst("sippn", "write", office, "--out", tmp_path / "o")
    page = (tmp_path / "o" / "sippn-library.txt").read_text(encoding="utf-8-sig")
    page = page.replace("Perpustakaan", "Perpustakaan Umum", 1) + "\nMaklumat Pelayanan\nSanggup\n"
    ended = pst("sippn", "compare", office, "-", "--service", "library", stdin=page.encode())
    assert ended.code == 1
    assert "Judul layanan  /standards/0/title" in ended.out
    assert "Maklumat pelayanan" in ended.out


def test_a_part_that_is_not_set_is_told_and_ends_with_1(pst: Pst, tmp_path: Path) -> None:
    data = complete_data()
    del data["standards"][0]["fee"]
    ended = pst(*("sippn", "write", "-", "--out", tmp_path / "o"), stdin=dump_yaml(data).encode())
    assert ended.code == 1
    assert ended.err.startswith("library: Biaya / Tarif belum diisi")


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02", b"%PDF-1.7", b"PK\x03\x04xx", b"nasi goreng"]
)
def test_what_cannot_be_used_is_refused_with_a_remedy(
    pst: Pst, office: Path, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "halaman"
    file.write_bytes(data)
    ended = pst("sippn", "compare", office, file)
    assert (ended.code, ended.out) == (2, "")
    assert "  → " in ended.err
    assert "Traceback" not in ended.err


def test_what_is_missing_or_asked_twice_is_refused(pst: Pst, office: Path, tmp_path: Path) -> None:
    assert pst("sippn", "compare", office, tmp_path / "tidak-ada.txt").code == 2
    assert pst("sippn", "compare", "-", "-", stdin=b"x").code == 2
    assert "kasir" in pst("sippn", "compare", office, office, "--service", "kasir").err
    empty = dump_yaml(complete_data(standards=[])).encode()
    ended = pst("sippn", "write", "-", "--out", tmp_path / "o", stdin=empty)
    assert (ended.code, (tmp_path / "o").exists()) == (2, False)
    busy = tmp_path / "o"
    busy.write_text("x", encoding="utf-8")
    assert pst("sippn", "write", office, "--out", busy).code == 2


@pytest.mark.parametrize("action", ["write", "compare"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_an_action_explains_itself(pst: Pst, action: str, lang: str) -> None:
    ended = pst("sippn", action, "--help", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    assert f"  pst sippn {action} " in ended.out
    assert max(map(len, ended.out.splitlines())) <= 88


def test_each_office_of_a_folder_gets_a_folder_of_its_own(pst: Pst, tmp_path: Path) -> None:
    folder, out = tmp_path / "provinsi", tmp_path / "o"
    whole, without = complete_data(), complete_data()
    del without["standards"][0]["fee"]
    for name, text in (
        ("9901", dump_yaml(whole)),
        ("9902", dump_yaml(without)),
        ("9903", dump_yaml(complete_data(standards=3))),
        ("9904", dump_yaml(complete_data(standards=[]))),
    ):
        (folder / name).mkdir(parents=True)
        (folder / name / "kantor.yaml").write_text(text, encoding="utf-8")
    ended = pst("sippn", "write", folder, "--out", out)
    assert ended.code == 2
    assert "9902: library: Biaya / Tarif belum diisi" in ended.err
    assert "9903/kantor.yaml" in ended.err
    assert sorted(one.name for one in out.iterdir()) == ["9901", "9902"]
    data = json.loads(pst("sippn", "write", folder, "--out", out, "--format", "json").out)
    assert [one["office"] for one in data["offices"]] == ["9901", "9902"]
    assert pst("sippn", "write", folder, "--out", folder / "o").code == 2
