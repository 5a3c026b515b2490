"""How a register is told from a definition, and that an address is named without its password."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from pst_standards.calendar import Zone
from pst_standards.cli import main
from pst_standards.cli.register_checks import is_register, shown_place
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.registers import opening
from pst_standards.complaints.registers.memory import MemoryRegister

HIDDEN = "sandi-rahasia"
ADDRESS = f"postgresql://petugas:{HIDDEN}@contoh.example:5432/pengaduan?password={HIDDEN}"


def test_a_file_is_a_register_by_how_it_begins(tmp_path: Path) -> None:
    database, plain = tmp_path / "kantor.yaml", tmp_path / "r.db"
    database.write_bytes(b"SQLite format 3\0" + bytes(100))
    plain.write_bytes(b"SQLite format 3")
    assert is_register(str(database))
    assert not is_register(str(plain))


@pytest.mark.parametrize("place", ["-", "tidak-ada.db", ".", "a\0b", "", "mysql://x/y"])
def test_what_is_no_register_is_left_to_the_reader_of_definitions(place: str) -> None:
    assert not is_register(place)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "POSTGRESQL", "postgresql+psycopg"])
def test_an_address_is_a_register(scheme: str) -> None:
    assert is_register(f"{scheme}://contoh.example/pengaduan")


def test_a_report_names_an_address_without_user_and_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[object, bool]] = []

    def open_register(place: str, *, create: bool = True) -> MemoryRegister:
        asked.append((place, create))
        return MemoryRegister()

    monkeypatch.setattr(opening, "open_register", open_register)
    assert main(["check", ADDRESS, "--format", "json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["inputs"] == ["postgresql://contoh.example:5432/pengaduan"]
    assert HIDDEN not in told.out + told.err
    assert asked == [(ADDRESS, False)]


def test_a_path_is_named_as_it_was_given() -> None:
    assert shown_place("register/r.db") == "register/r.db"


def test_a_register_is_counted_with_the_days_off_of_its_office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = "{kind: closed, name: Pindah gedung, decree: {number: SK 1/2026, date: 2026-04-01}"
    office = tmp_path / "kantor.yaml"
    office.write_text(
        "format: pst-definition/1\noffice:\n  code: '3322'\n  calendar:\n    changes:\n"
        + "".join(f"      - {day}, date: 2026-04-{one}}}\n" for one in (13, 14)),
        encoding="utf-8",
    )
    register = opening.open_register(str(tmp_path / "r.db"))
    told = {"channel": "letter", "text": "Antrean", "filed_at": "2026-04-10T09:00+07:00"}
    now = [dt.datetime(2026, 4, 10, 2, tzinfo=dt.UTC)]
    desk = Desk(register, None, "A1", zone=Zone.WIB, now=lambda: now[0])
    number = desk.file(told).number
    desk.issue_receipt(number, place="Meja")
    now[0] = dt.datetime(2026, 4, 17, 2, tzinfo=dt.UTC)
    desk.advance(number, "review", {"handler": {"officer": "A2"}, "notice": {"means": "letter"}})
    register.close()

    def found(*options: str) -> set[str]:
        asked = [str(tmp_path / "r.db"), "--format", "json", "--as-of", "2026-04-17", *options]
        main(["check", *asked])
        return {one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]}

    assert "PGD-041" in found()
    assert "PGD-041" not in found("--definition", str(office))
