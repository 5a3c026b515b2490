"""Whatever computes an answer refuses what it did not understand of its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli.exits import Exit

Pst = Callable[..., Any]
OFFICE = """\
format: pst-definition/1
office:
  code: "3322"
  calendar:
    changes: [{date: "2026-12-11", kind: closed}]
  opening_hours:
  - {id: friday, days: [friday], opens: "08:00", closes: "15:00"}
services: [{id: library}]
standards:
- {id: library, service: library, life_cycle: {minutes_signed_on: "2026-03-02"}}
"""
EVENT = """\
format: pst-service-event/1
id: rude
service: library
triggers: [conduct]
requested_at: "2026-10-12T13:10+07:00"
circumstances:
- {kind: force_majeure, begins_at: "2026-10-12T13:00+07:00"}
"""
SALE = """\
format: pst-sale/1
date: 2020-01-02
lines:
- {kind: publication, pages: 66, quantity: 2}
"""
DEADLINE = ("deadline", "2026-12-10", "1 working_day", "--definition", "office.yaml")
TIMELINE = ("timeline", "--from", "office.yaml")
ENTITLEMENT = ("entitlement", "office.yaml", "event.yaml")
QUOTATION = ("price", "quotation", "sale.yaml")
LETTER = (*QUOTATION, "--office", "office.yaml", "--out", "letter.html")
ALL = (DEADLINE, TIMELINE, ENTITLEMENT, QUOTATION, LETTER)
FILES = {"office.yaml": OFFICE, "event.yaml": EVENT, "sale.yaml": SALE}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    assert FILES[name].count(old) == 1
    (folder / name).write_text(FILES[name].replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ALL)
def test_sound_files_are_answered_from_without_a_word(command: tuple[str, ...], pst: Pst) -> None:
    ended = pst(*command)
    assert ended.code == Exit.DONE
    assert ended.out
    assert "DEF-" not in ended.err


OF_OFFICE = [
    ('date: "2026-12-11"', 'date: "2026-12-11x"', "5:22  DEF-018"),
    ('date: "2026-12-11"', 'date: "2026-02-29"', "5:22  DEF-018"),
    ("kind: closed", "kind: tutup", "5:42  DEF-017"),
    ("days: [friday]", "days: [jumat]", "7:25  DEF-017"),
    ('"2026-03-02"', '"2026-02-30"', "10:67  DEF-018"),
    ("  calendar:", "  calendr:", "4:3  DEF-015"),
    ("life_cycle:", "life_cyle:", "10:35  DEF-015"),
]


@pytest.mark.parametrize("command", [DEADLINE, TIMELINE, ENTITLEMENT, LETTER])
@pytest.mark.parametrize(("old", "new", "place"), OF_OFFICE)
def test_a_definition_that_was_not_understood_is_not_answered_from(
    command: tuple[str, ...], old: str, new: str, place: str, folder: Path, pst: Pst
) -> None:
    change(folder, "office.yaml", old, new)
    ended = pst(*command)
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert ended.err.startswith(f"office.yaml:{place}: ")
    # The words are those of the check.
    first = ended.err.splitlines()[0].partition(": ")[2]
    checked = pst("check", "office.yaml", "--all").out
    assert " ".join(first.split()) in " ".join(checked.split())
    assert not (folder / "letter.html").exists()


@pytest.mark.parametrize(
    ("name", "command", "old", "new", "place"),
    [
        ("event.yaml", ENTITLEMENT, "circumstances:", "circumstance:", "6:1  DEF-015"),
        ("event.yaml", ENTITLEMENT, "[conduct]", "[rude]", "4:12  DEF-017"),
        ("event.yaml", ENTITLEMENT, "T13:10+07", "T25:10+07", "5:15  DEF-018"),
        ("sale.yaml", QUOTATION, "quantity", "quantty", "4:34  DEF-015"),
        ("sale.yaml", QUOTATION, "pages: 66", "pages: 66.5", "4:30  DEF-016"),
        ("sale.yaml", LETTER, "date: 2020-01-02", "date: 2020-02-30", "2:7  DEF-018"),
    ],
)
def test_a_record_that_was_not_understood_is_not_answered_from(
    name: str, command: tuple[str, ...], old: str, new: str, place: str, folder: Path, pst: Pst
) -> None:
    change(folder, name, old, new)
    ended = pst(*command)
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert ended.err.startswith(f"{name}:{place}: ")


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("office.yaml", DEADLINE),
        ("office.yaml", TIMELINE),
        ("office.yaml", ENTITLEMENT),
        ("office.yaml", LETTER),
        ("event.yaml", ENTITLEMENT),
        ("sale.yaml", QUOTATION),
    ],
)
def test_a_key_that_means_nothing_is_told_beside_the_answer(
    name: str, command: tuple[str, ...], folder: Path, pst: Pst
) -> None:
    before = pst(*command).out
    (folder / name).write_text(FILES[name] + "xyzzy: 1\n", encoding="utf-8")
    ended = pst(*command)
    assert (ended.code, ended.out) == (Exit.DONE, before)
    line = FILES[name].count("\n") + 1
    assert ended.err.startswith(f"{name}:{line}:1  DEF-015: ")
    assert "xyzzy" in ended.err


@pytest.mark.parametrize(
    ("command", "name"), [(ENTITLEMENT, "event.yaml"), (QUOTATION, "sale.yaml")]
)
def test_a_record_on_standard_input_is_held_to_the_same(
    command: tuple[str, ...], name: str, folder: Path, pst: Pst
) -> None:
    piped = tuple("-" if part == name else part for part in command)
    assert pst(*piped, stdin=FILES[name].encode()).out == pst(*command).out
    twice = FILES[name] + "id: first\nid: second\n"
    ended = pst(*piped, stdin=twice.encode())
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert "DEF-006" in ended.err
    assert (folder / name).is_file()


def test_a_confirmation_that_does_not_count_is_no_matter_of_an_answer(
    folder: Path, pst: Pst
) -> None:
    change(folder, "office.yaml", "[{id: library}]", "[{id: library, confirmed: {by: X}}]")
    assert "DEF-031" in pst("check", "office.yaml", "--all").out
    assert pst(*DEADLINE).err == ""


def test_what_is_told_speaks_the_language_of_the_definition(folder: Path, pst: Pst) -> None:
    (folder / "office.yaml").write_text(OFFICE + "lang: en\nxyzzy: 1\n", encoding="utf-8")
    assert "is not known here" in pst(*DEADLINE).err
