"""The form of an office from the command line: made, checked, and built like files of text."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from pst_standards.definitions.gathering import plain_data
from pst_standards.definitions.merging import merge
from pst_standards.definitions.writing import dump_yaml
from pst_standards.exchange.office_form import write_form

Pst = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_form_is_made_checked_and_never_overwritten(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "formulir.xlsx"
    made = pst("init", form, "--office", "3329")
    assert (made.code, made.err) == (0, "")
    assert "Badan Pusat Statistik Kabupaten Brebes" in made.out
    checked = pst("check", form, "--format", "json")
    findings = json.loads(checked.out)["findings"]
    assert checked.code == 1
    assert {"STD-001", "STD-034", "PGD-006"} <= {found["rule"] for found in findings}
    assert all(
        "formulir.xlsx:" in found["file"] for found in findings if found["rule"] == "STD-001"
    )
    before = form.read_bytes()
    again = pst("init", form, "--office", "3329")
    assert (again.code, form.read_bytes()) == (2, before)


def test_a_wrong_cell_is_told_by_its_sheet_and_place(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "formulir.xlsx"
    pst("init", form, "--office", "3329")
    book = load_workbook(form)
    row = next(cell.row for cell in book["Kantor"]["F"] if cell.value == "office/kind")
    book["Kantor"][f"C{row}"].value = "Kecamatan"
    book.save(form)
    checked = pst("check", form, "--all")
    assert checked.code == 1
    assert f"formulir.xlsx:Kantor!C{row}" in checked.out
    assert "“Kecamatan” tidak ada dalam pilihan" in " ".join(checked.out.split())
    built = pst("build", form, "--out", tmp_path / "out")
    assert built.code == 1
    assert f"Kantor!C{row}" in built.err


def own_facts() -> dict[str, Any]:
    import yaml

    own: dict[str, Any] = {}
    for file in sorted((EXAMPLES / "kabupaten-semarang").glob("*.yaml")):
        own |= yaml.safe_load(file.read_text(encoding="utf-8"))
    province = yaml.safe_load((EXAMPLES / "provinsi-jawa-tengah.yaml").read_text(encoding="utf-8"))
    # A draft lists what is in doubt with its place in the file, which differs as the files do.
    sure = {"confirmed": {"by": "Nama Contoh", "on": "2026-11-27"}}
    return {**merge(plain_data(province), plain_data(own)), "extends": "bps/2020", **sure}


def documents(folder: Path) -> dict[str, bytes]:
    return {
        file.name: file.read_bytes() for file in folder.iterdir() if file.name != "manifest.json"
    }


def test_the_documents_of_a_form_are_those_of_the_same_facts_in_yaml(
    pst: Pst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    facts = own_facts()
    (tmp_path / "kantor.yaml").write_text(dump_yaml(facts), encoding="utf-8")
    (tmp_path / "kantor.xlsx").write_bytes(write_form(facts))
    for suffix in ("yaml", "xlsx"):
        built = pst(
            "build",
            tmp_path / f"kantor.{suffix}",
            "--out",
            tmp_path / suffix,
            "--format",
            "html",
            "--quiet",
        )
        assert (built.code, built.err) == (0, "")
    assert documents(tmp_path / "xlsx") == documents(tmp_path / "yaml")


def listing(*codes: str) -> bytes:
    book, target = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for code in ("Kode", *codes):
        sheet.append((code,))
    book.save(target)
    return target.getvalue()


def test_a_list_makes_a_form_of_each_office_or_none(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "kantor.xlsx").write_bytes(listing("3322", "3329"))
    made = pst("init", tmp_path / "semua", "--from", tmp_path / "kantor.xlsx")
    assert (made.code, made.err) == (0, "")
    assert {file.name for file in (tmp_path / "semua").iterdir()} == {"3322.xlsx", "3329.xlsx"}
    checked = pst("check", tmp_path / "semua")
    assert checked.code == 1
    assert {"3322.xlsx: ", "3329.xlsx: "} <= set(re.findall(r"\d+\.xlsx: ", checked.out))
    (tmp_path / "salah.xlsx").write_bytes(listing("3322", "9876"))
    made = pst("init", tmp_path / "lain", "--from", tmp_path / "salah.xlsx")
    assert made.code == 2
    assert "salah.xlsx:Sheet!A3" in made.err
    assert not (tmp_path / "lain").exists()


@pytest.mark.parametrize("given", [(), ("--office", "3322", "--from", "kantor.xlsx")])
def test_either_an_office_or_a_list_is_asked_for(
    pst: Pst, tmp_path: Path, given: tuple[str, ...]
) -> None:
    made = pst("init", tmp_path / "form.xlsx", *given)
    assert made.code == 2
    assert "--office" in made.err
