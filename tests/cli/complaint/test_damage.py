"""Registers that were changed, damaged or are none, and errors in the language spoken."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from pst_standards.cli.failures import told
from pst_standards.complaints.errors import ComplaintError, EventError, TransitionError
from pst_standards.complaints.registers.sqlite import SqliteRegister
from tests.cli.complaint.complaint_office import Office


def test_a_register_that_is_none_is_told(office: Office) -> None:
    (office.folder / "r.db").write_bytes(b"bukan register" * 100)
    ended = office.do("due")
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_of_a_register_that_was_changed_nothing_is_told_without_a_word(office: Office) -> None:
    told, other = office.filed(), office.filed("examined")
    with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
        db.execute("UPDATE cases SET state = 'closed', is_open = 0")
    number = told["number"]
    for asked in (
        ("show", number, "--as", "officer", *office.officer),
        ("show", number, "--code", told["code"]),
        ("report", "--year", "2026", "--out", office.folder / "laporan"),
    ):
        ended = office.do(*asked)
        assert ended.code == 1
        assert ended.out
        assert "Register rusak" in ended.err
        assert number in ended.err
        assert (other["number"] in ended.err) is (asked[0] == "report")
    checked = office.pst("check", office.folder / "r.db", "--as-of", "2026-06-30")
    as_json = office.pst("check", office.folder / "r.db", "--format", "json")
    found = json.loads(as_json.out)["findings"]
    assert [one["severity"] for one in found if one["rule"] == "PGD-060"].count("error") == 2
    assert [one["rule"] for one in found[:2]] == ["PGD-060"] * 2
    assert checked.out.index("PGD-060") < checked.out.index("PGD-020")


def test_a_report_from_a_register_that_was_changed_says_so_itself(office: Office) -> None:
    office.filed()
    out = office.folder / "laporan"
    asked = ("report", "--year", "2026", "--out", out, "--format", "html")
    assert office.do(*asked).code == 0
    page = out / "laporan-pengaduan-2026.html"
    assert "diubah dari luar" not in page.read_text("utf-8")
    with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
        db.execute("UPDATE cases SET state = 'closed', is_open = 0")
    assert office.do(*asked).code == 1
    assert "Register rusak atau diubah dari luar" in page.read_text("utf-8")
    assert office.do(*asked, "--published").code == 1
    published = out / "laporan-pengaduan-2026-publikasi.html"
    assert "Register rusak atau diubah dari luar" in published.read_text("utf-8")


def test_damage_is_told_before_a_step_hides_it(office: Office) -> None:
    number, other = office.filed()["number"], office.filed()["number"]
    paper = ("--out", office.folder / "t.html", "--place", "Loket 2", "--at", "2026-03-10T09:10")
    steps: list[tuple[str, Callable[[], Any]]] = [
        (number, lambda: office.receipt(number)),
        (other, lambda: office.do("receipt", *office.officer, other, *paper)),
    ]
    for changed, step in steps:
        with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
            db.execute("UPDATE cases SET settle_by = '2030-01-01' WHERE number = ?", (changed,))
        ended = step()
        assert ended.code == 0
        assert f"ringkasan pengaduan {changed}" in ended.err
        assert "Catat dahulu temuan di atas" in ended.err


def test_only_a_report_and_a_check_look_a_whole_register_through(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.filed()
    monkeypatch.setattr(SqliteRegister, "verify", lambda _: pytest.fail("looked through"))
    told = office.filed()
    for asked in (
        ("due",),
        ("show", told["number"], "--as", "officer", *office.officer),
        ("show", told["number"], "--code", told["code"]),
    ):
        assert office.do(*asked).code == 0


def test_a_file_that_is_no_register_is_not_called_a_damaged_one(office: Office) -> None:
    office.filed()
    (office.folder / "kosong.db").touch()
    for name in ("v.db", "kosong.db"):
        place = office.folder / name
        for asked in (("due",), ("show", "P-1", "--as", "officer", *office.officer)):
            ended = office.pst("complaint", *asked, "--register", place)
            assert (ended.code, ended.out) == (2, "")
            assert f"{name} bukan register pengaduan" in ended.err
            assert "rusak" not in ended.err
            assert "cadangan" not in ended.err


def test_a_check_of_a_register_names_the_commands_that_mend_it(office: Office) -> None:
    office.filed()
    place = office.folder / "r.db"
    checked = office.pst("check", place)
    assert "pst complaint advance --register" in checked.err
    assert "pst complaint advance --keys" in checked.err
    assert "pst complaint" not in office.pst("check", place, "--format", "json").err


def test_a_case_whose_line_cannot_be_read_is_shown_with_a_warning(office: Office) -> None:
    number = office.filed()["number"]
    with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
        db.execute("UPDATE cases SET state = 'lost'")
    shown = office.do("show", number, "--as", "officer", *office.officer)
    assert shown.code == 1
    assert f"Nomor: {number}" in shown.out
    assert f"ringkasan pengaduan {number}" in shown.err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TransitionError("parts.missing", parts="identity, request"), "(identity), penyelesaian"),
        (TransitionError("receipt.incomplete", parts="place, officer"), "petugas dan tanda tangan"),
        (EventError("field.type", field="accused", expected="list"), "harus berupa daftar"),
        (TransitionError("step.wrong-state", step="appeal", state="sued"), "Gugatan"),
        (TransitionError("step.wrong-state", step="x", state="y"), "Langkah x tidak"),
    ],
)
def test_parameters_of_errors_are_said_by_their_names(error: ComplaintError, words: str) -> None:
    assert words in error.message("id")
    assert error.message("en")


def test_what_the_system_refuses_is_said_in_the_language_spoken() -> None:
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory", "x.yaml")
    assert (
        told(missing, "id")[0] == "\u201cx.yaml\u201d tidak dapat dibuka atau ditulis: tidak ada."
    )
    strange = OSError(errno.EDOM, "Strange", "x.yaml")
    assert "Strange" in told(strange, "id")[0]
