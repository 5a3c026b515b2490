"""``pst outdated`` and versions of bases: who lags, and by which fields."""

from __future__ import annotations

import codecs
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.rebase.bases_and_offices import OFFICE, Pst, base


def test_a_new_version_of_one_base_turns_the_pins(pst: Pst, office: Path, tmp_path: Path) -> None:
    first, second = base(tmp_path / "a", 2020, 3), base(tmp_path / "b", 2020, 4, version="2")
    pinned = OFFICE.replace("own/2020  # dasar", "{name: own/2020, version: '1'}")
    office.write_text(pinned, encoding="utf-8")
    assert (
        pst("rebase", office, "--onto", second, "--base", second).code == 2
    )  # the old one is gone
    assert office.read_text(encoding="utf-8") == pinned
    assert pst("rebase", office, "--onto", second, "--base", first).code == 1
    assert 'extends: {name: own/2020, version: "2"}\n' in office.read_text(encoding="utf-8")
    assert pst("rebase", office, "--onto", second, "--base", first).code == 0


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")]
)
def test_encoding_and_line_ends_stay(
    pst: Pst, office: Path, old: Path, new: Path, mark: bytes, encoding: str
) -> None:
    office.write_bytes(mark + OFFICE.replace("\n", "\r\n").encode(encoding))
    assert pst("rebase", office, "--onto", new, "--base", old).code == 1
    wanted = OFFICE.replace("own/2020", "own/2027").replace("    title: Standar 2020\n", "")
    assert office.read_bytes() == mark + wanted.replace("\n", "\r\n").encode(encoding)


def test_who_lags_is_listed_with_the_fields(pst: Pst, office: Path, old: Path, new: Path) -> None:
    ended = pst("outdated", office, "--base", old, "--base", new)
    assert ended.code == 1
    assert "tertinggal pada own/2020 1" in ended.out
    assert "\n  /standards/s/title\n" in ended.out
    assert "akan berbenturan dengan isi kantor: /standards/s/time_limit/limits/m/value" in ended.out
    assert "mutakhir" in pst("outdated", office, "--base", old, "--onto", "own/2020").out


@pytest.mark.parametrize("command", ["rebase", "outdated"])
def test_what_cannot_be_done_is_told(
    pst: Pst, tmp_path: Path, office: Path, old: Path, command: str
) -> None:
    both = tmp_path / "dua"
    base(both / "x", 2026, 1)
    base(both / "y", 2027, 1)
    office.write_text("lang: id\n", encoding="utf-8")
    for onto in (both, "none/1", tmp_path / "none", old):
        ended = pst(command, office, "--onto", onto, "--lang", "en")
        assert ended.code == 2
        assert "Traceback" not in ended.err
        assert ended.err


def test_an_office_whose_base_is_not_at_hand_lags_in_fields_that_nobody_knows(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    pinned = OFFICE.replace("own/2020  # dasar", "{name: own/2020, version: '0.9'}")
    office.write_text(pinned, encoding="utf-8")
    ended = pst("outdated", office, "--base", old, "--onto", new, "--format", "json")
    (row,) = json.loads(ended.out)["offices"]
    assert (ended.code, row["base"], row["fields"]) == (
        1,
        {"id": "own/2020", "version": "0.9"},
        None,
    )
    assert "--base" in pst("outdated", office, "--base", old, "--onto", new).out


def test_beside_offices_a_definition_without_a_base_is_passed_over(
    pst: Pst, office: Path, old: Path, new: Path
) -> None:
    (office.parent / "dua").mkdir()
    office.rename(office.parent / "dua" / "kantor.yaml")
    (office.parent / "tiga").mkdir()
    (office.parent / "tiga" / "x.yaml").write_text("lang: id\n", encoding="utf-8")
    for command in ("outdated", "rebase"):
        ended = pst(command, office.parent, "--onto", new, "--base", old)
        assert ended.code == 1
        assert "tidak mempunyai extends" in ended.err
    assert "own/2027" in (office.parent / "dua" / "kantor.yaml").read_text(encoding="utf-8")
    told = pst("outdated", office.parent, "--onto", new, "--base", old, "--format", "json")
    (failed,) = json.loads(told.out)["failed"]
    assert failed["path"].endswith("tiga")
    assert "tidak mempunyai extends" in failed["reasons"][0]
    alone = pst("outdated", office.parent / "tiga", "--onto", new, "--base", old)
    assert alone.code == 2


def test_other_records_beside_offices_are_no_definitions(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    for name in ("events", "complaints", "recaps", "kabupaten-semarang"):
        shutil.copytree(examples / name, tmp_path / "all" / name)
    shutil.copy(examples / "provinsi-jawa-tengah.yaml", tmp_path / "all")
    (tmp_path / "all" / "daftar.json").write_bytes(b"[]")
    for command in (("outdated",), ("rebase", "--onto", "bps/2020", "--dry-run")):
        ended = pst(*command, tmp_path / "all")
        assert (ended.code, ended.err) == (0, "")
    alone = pst("outdated", examples / "events")
    assert (alone.code, alone.out) == (2, "")
    assert "di sini tidak ada definisi" in alone.err
    (tmp_path / "all" / "recaps" / "a.yaml").write_bytes(b"extends: bps/2020\noffice: [")
    assert pst("outdated", tmp_path / "all").code == 2


def test_of_two_versions_of_one_name_the_later_is_the_new_one(
    pst: Pst, office: Path, tmp_path: Path
) -> None:
    first = base(tmp_path / "a", 2020, 3, version="1.9")
    second = base(tmp_path / "b", 2020, 4, version="1.10")
    for pin in ("own/2020", "{name: own/2020, version: '1.9'}"):
        office.write_text(OFFICE.replace("own/2020 ", f"{pin} "), encoding="utf-8")
        known = ("--base", first, "--base", second)
        ended = pst("outdated", office, "--onto", "own/2020", *known, "--format", "json")
        told = json.loads(ended.out)
        assert told["onto"] == {"id": "own/2020", "version": "1.10"}
        assert told["offices"][0]["base"] == {"id": "own/2020", "version": "1.9"}


def test_definitions_that_ask_for_two_versions_of_one_base_are_compared(
    pst: Pst, office: Path, tmp_path: Path
) -> None:
    other = office.with_name("kini.yaml")
    for file, pin in ((office, "1"), (other, "2")):
        pinned = f"extends: {{name: own/2020, version: '{pin}'}}\nlang: id\n"
        file.write_text(pinned, encoding="utf-8")
    known = (base(tmp_path / pin, 2020, int(pin), version=pin) for pin in "12")
    ended = pst("diff", office, other, *(part for one in known for part in ("--base", one)))
    assert (ended.code, "- 1 hari\n    + 2 hari" in ended.out) == (0, True)


def test_how_many_offices_lag_is_summed_up(pst: Pst, office: Path, old: Path, new: Path) -> None:
    (office.parent / "dua").mkdir()
    (office.parent / "dua" / "x.yaml").write_bytes(OFFICE.replace("2020", "2027").encode())
    (office.parent / "satu").mkdir()
    office.rename(office.parent / "satu" / "x.yaml")
    ended = pst("outdated", office.parent, "--onto", new, "--base", old)
    assert ended.out.endswith("\n1 dari 2 kantor tertinggal.\n")
