"""``pst complaint file``: what comes in, what is made for it, and what is asked about it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.complaint.complaint_office import NAME, STREET, Office, filed_text


def test_filing_prints_number_code_and_clocks(office: Office) -> None:
    told = office.filed()
    assert list(told) == ["number", "code", "clocks"]
    assert told["clocks"][1] == {"id": "K2", "strict": "2026-03-24", "lenient": "2026-04-07"}
    if os.name == "posix":
        modes = {
            name: stat.S_IMODE((office.folder / name).stat().st_mode) for name in ("k", "v.db")
        }
        assert modes == {"k": 0o600, "v.db": 0o600}
    assert NAME not in office.everything()


@pytest.mark.parametrize("name", ["closed", "referred", "withdrawn", "examined", "secret"])
def test_what_became_of_a_complaint_comes_in_with_it(office: Office, name: str) -> None:
    number = office.filed(name)["number"]
    views = {}
    for role in ("reporter", "officer", "examiner", "custodian"):
        for format in ("text", "json"):  # noqa: A001
            ended = office.do("show", number, "--as", role, *office.officer, "--format", format)
            assert (ended.code, ended.err) == (0, "")
            assert NAME not in ended.out
            assert STREET not in ended.out
            assert "complaint.field" not in ended.out
            views[role, format] = ended.out
    assert "possible" in json.loads(views["officer", "json"])
    assert "possible" not in json.loads(views["reporter", "json"])


@pytest.mark.parametrize(
    "more",
    [("--vault", "v.db"), ("--key-file", "k"), ("--vault", "tidak-ada.db", "--key-file", "k")],
)
def test_a_vault_is_whole_or_not_there(office: Office, more: tuple[str, ...]) -> None:
    number = office.filed()["number"]
    ended = office.do("show", number, "--as", "officer", *office.officer, *more)
    assert (ended.code, ended.out) == (2, "")
    assert not Path("tidak-ada.db").exists()


def test_a_new_register_and_a_new_vault_are_told(office: Office) -> None:
    source = office.examples / "late-service.yaml"
    asked = (*office.officer, "--from", source)
    first = office.do("file", *office.vault, *asked)
    assert f"Register baru dibuat: {office.folder / 'r.db'}" in first.err
    assert f"Brankas baru dibuat: {office.folder / 'v.db'}" in first.err
    assert "brankas lain" not in first.err
    again = office.do("file", *office.vault, *asked)
    assert again.err == ""
    other = ("--vault", office.folder / "other.db", "--key-file", office.folder / "k")
    elsewhere = office.do("file", *other, *asked)
    assert "Register baru" not in elsewhere.err
    assert "brankas lain" in elsewhere.err


def test_only_filing_makes_a_register(office: Office) -> None:
    for asked in (
        ("show", "PGD-2026-0", "--code", "x"),
        ("due",),
        ("advance", *office.officer, "PGD-2026-0", "review"),
    ):
        ended = office.do(*asked)
        assert (ended.code, ended.out) == (2, "")
    assert list(office.folder.iterdir()) == []


def test_a_desk_that_does_not_know_its_clock_is_told_how_to_say_it(office: Office) -> None:
    ended = filed_text(office, "text: Antrean\n")
    assert (ended.code, ended.out) == (2, "")
    assert "--zone" in ended.err
    assert "--definition" in ended.err


def test_a_time_without_a_zone_is_that_of_the_office(office: Office, examples: Path) -> None:
    source = office.folder / "naive.yaml"
    source.write_text(
        "format: pst-complaint/1\nnumber: P-2026-ZN0E\nchannel: letter\ntext: Antrean\n"
        "filed_at: 2026-07-03T09:00\n"
        "events:\n"
        "  - {step: withdraw, at: 2026-07-04 09:00, by: reporter, data: {voluntary: true}}\n",
        encoding="utf-8",
    )
    asked = (*office.vault, *office.officer, "--from", source)
    bare = office.do("file", *asked)
    assert (bare.code, "--zone" in bare.err) == (2, True)
    assert office.do("file", *asked, "--zone", "WITA").code == 0
    told = ("show", "P-2026-ZN0E", "--as", "officer", *office.officer)
    assert "3 Juli 2026 pukul 09.00 WITA" in office.do(*told).out
    here = ("--definition", examples / "kabupaten-semarang", "--register", office.folder / "s.db")
    assert office.do("file", *asked, *here).code == 0
    there = ("--register", office.folder / "s.db")
    assert "3 Juli 2026 pukul 09.00 WIB" in office.do(*told, *there).out


def test_a_day_there_is_not_is_no_time_in_any_zone(office: Office) -> None:
    source = office.folder / "wrong.yaml"
    text = "format: pst-complaint/1\nchannel: letter\ntext: Antrean\nfiled_at: 2026-02-30T09:00\n"
    source.write_text(text, encoding="utf-8")
    ended = office.do("file", *office.vault, *office.officer, "--from", source, "--zone", "WIB")
    assert (ended.code, "wrong.yaml:4" in ended.err) == (2, True)


def test_what_a_desk_should_look_at_is_said_beside_the_number(office: Office) -> None:
    told = "text: Saya Zubaedah\nreporter: {name: Zubaedah}\n"
    ended = filed_text(office, told, "--zone", "WIB", "--format", "json")
    assert (ended.code, list(json.loads(ended.out))) == (0, ["number", "code", "clocks"])
    assert "pelapor tampaknya juga tertulis pada text" in ended.err
    assert "Zubaedah" not in ended.err


@pytest.mark.parametrize(
    ("service", "said"),
    [
        ("konsultasi", "mungkin yang dimaksud consultation"),
        ("zzz", "yang ada: "),
        ("consultation", ""),
    ],
)
def test_a_service_that_the_office_does_not_have_is_told(
    office: Office, examples: Path, service: str, said: str
) -> None:
    place = examples / "kabupaten-semarang"
    ended = filed_text(office, f"text: Antrean\nservice: {service}\n", "--definition", place)
    assert ended.code == 0
    assert said in ended.err
    assert ("Layanan pada service" in ended.err) == bool(said)
    assert "Layanan pada service" not in filed_text(office, f"text: A\nservice: {service}\n").err
