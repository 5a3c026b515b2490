"""``pst complaint due``: the lights of what is due, and on which day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pst_standards.complaints.registers.sqlite import SqliteRegister
from tests.cli.complaint.complaint_office import NAME, Office


def test_the_due_list_shows_its_lights(office: Office) -> None:
    number = office.filed()["number"]
    office.filed("closed")
    red = office.do("due", "--on", "2026-03-20")
    assert red.out.splitlines()[1].startswith(f"Merah  {number}  Diterima  K2s")
    assert "naikkan ke jenjang berikut: Ketua tim pengaduan" in red.out
    assert red.out.splitlines()[-1] == "Seluruhnya: merah 1."
    told = json.loads(office.do("due", "--on", "2026-03-11", "--format", "json").out)
    assert (told["on"], told["counts"]["green"], len(told["due"])) == ("2026-03-11", 1, 1)
    amber = office.do("due", "--on", "2026-03-13", "--lang", "en")
    assert "90 percent of the time is gone." in amber.out
    late = office.filed("escalated")["number"]
    whole = office.do("due", "--on", "2026-12-01").out
    assert late in whole
    assert NAME not in whole
    assert json.loads(office.do("due", "--format", "json").out)["on"] is None


def test_the_due_list_of_a_decision_names_the_ombudsman(office: Office) -> None:
    number = office.filed("reassigned")["number"]
    office.advance(number, "begin_follow_up", "--at", "2026-03-14T09:00")
    told = json.loads(office.do("due", "--on", "2026-12-01", "--format", "json").out)
    assert [one["light"] for one in told["due"]] == ["red"]


@pytest.mark.parametrize(
    ("name", "last", "promised", "words"),
    [
        ("damages-paid", "deliver", "damages", "Ganti rugi"),
        ("closed", "deliver", "actions", "Tindak lanjut"),
    ],
)
def test_what_a_decision_promised_is_named_in_the_due_list(
    office: Office, name: str, last: str, promised: str, words: str
) -> None:
    lines = (office.examples / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    end = next(at for at, line in enumerate(lines) if f"step: {last}" in line)
    source = office.folder / "owed.yaml"
    source.write_text("\n".join(lines[: end + 1]), encoding="utf-8")
    assert office.do("file", *office.vault, *office.officer, "--from", source).code == 0
    told = json.loads(office.do("due", "--on", "2026-12-01", "--format", "json").out)["due"]
    assert [(one["clock"], one["promised"]) for one in told] == [(None, promised)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteRegister, "events", lambda *_: pytest.fail("replayed"))
        assert words in office.do("due", "--on", "2026-12-01").out
    running = office.filed()["number"]
    told = json.loads(office.do("due", "--on", "2026-12-01", "--format", "json").out)["due"]
    assert {one["number"]: one["promised"] for one in told}[running] is None


def test_an_empty_due_list_says_so(office: Office) -> None:
    office.filed("closed")
    assert office.do("due").out == "Tidak ada pengaduan yang masih berjalan.\n"


def test_days_off_and_zone_come_from_the_definition(office: Office, examples: Path) -> None:
    definition = ("--definition", examples / "kabupaten-semarang")
    source = office.folder / "pengaduan.yaml"
    source.write_text("format: pst-complaint/1\nchannel: letter\ntext: Antrean\n", encoding="utf-8")
    asked = ("file", *office.vault, *office.officer, "--from", source, "--format", "json")
    with_office = office.do(*asked, *definition)
    assert with_office.code == 0
    number = json.loads(with_office.out)["number"]
    shown = office.do("show", number, "--as", "officer", *office.officer)
    assert " WIB" in shown.out
    far = office.do(*asked, "--zone", "WIT")
    number = json.loads(far.out)["number"]
    assert " WIT" in office.do("show", number, "--as", "officer", *office.officer).out
    assert office.do(*asked, "--zone", "Bulan").code == 2


def test_the_due_list_of_a_past_day_has_what_was_there_then(office: Office) -> None:
    number = office.filed()["number"]
    assert number not in office.do("due", "--on", "2026-03-09").out
    assert number in office.do("due", "--on", "2026-03-10").out
    late = office.do("due", "--on", "2026-03-20").out
    assert "lewat 7 hari" in late
    assert " -7" not in late
