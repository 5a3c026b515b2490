"""What each who looks at a complaint is shown, and in which words."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.complaint.complaint_office import Office, filed_text


def test_the_public_sees_the_stage_alone(office: Office) -> None:
    told = office.filed()
    shown = office.do("show", told["number"], "--code", told["code"], "--format", "json")
    assert json.loads(shown.out) == {"number": told["number"], "state": "received"}
    plain = office.do("show", told["number"], "--code", told["code"].lower().replace("-", " "))
    assert plain.out == f"Nomor: {told['number']}\nKeadaan: Diterima\n"


@pytest.mark.parametrize("format", ["json", "text"])
def test_a_wrong_code_tells_nothing(office: Office, format: str) -> None:  # noqa: A002
    number = office.filed()["number"]
    wrong = office.do("show", number, "--code", "0000-0000-0000-0000", "--format", format)
    absent = office.do("show", "PGD-2026-0", "--code", "0000-0000-0000-0000", "--format", format)
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong == absent


def test_codes_cannot_be_tried_without_end(office: Office) -> None:
    told = office.filed()
    for _ in range(5):
        assert office.do("show", told["number"], "--code", "X").code == 1
    ended = office.do("show", told["number"], "--code", told["code"])
    assert (ended.code, ended.out) == (1, "")


def test_a_complaint_is_told_in_words(office: Office) -> None:
    told = office.file()["text"]
    assert "Pengaduan tercatat dengan nomor PGD-2026-" in told
    assert "Kode rahasia: " in told
    assert "K2 Tanggapan pertama: 24 Maret 2026 (bacaan longgar 7 April 2026)" in told


def test_every_view_is_told_in_english(office: Office) -> None:
    number = office.filed("examined")["number"]
    ended = office.do("show", number, "--as", "examiner", *office.officer, "--lang", "en")
    assert "BAP-2" in ended.out
    assert "150000; 6 May 2026" in ended.out
    assert "Filed: 10 March 2026 at 09:00 WIB" in ended.out


@pytest.mark.parametrize("more", [(), ("--code", "x", "--as", "officer")])
def test_it_must_be_clear_who_looks(office: Office, more: tuple[str, ...]) -> None:
    number = office.filed()["number"]
    assert office.do("show", number, *more).code == 2
    assert office.do("show", number, "--as", "officer").code == 2


HOSTILE = "'); DROP TABLE events; -- <script>alert(1)</script> {0} %s \\x1b[31m"


def test_what_was_referred_is_called_sealed_and_nobody_accused(office: Office) -> None:
    number = office.filed("referred")["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", "Memanggil pelapor")
    assert (ended.code, ended.out) == (1, "")
    assert "disegel" in ended.err
    assert "benturan" not in ended.err


def test_signs_of_other_languages_are_words_here(office: Office) -> None:
    source = office.folder / "pengaduan.yaml"
    names = ("text", "loss", "request", "place", "service", "mandate", "secrecy_ground")
    told = {
        "format": "pst-complaint/1",
        "channel": "letter",
        "filed_at": "2026-03-10T09:00+07:00",
        "reporter": {"name": HOSTILE, "address": HOSTILE},
        **dict.fromkeys(names, HOSTILE),
    }
    source.write_text(json.dumps(told), encoding="utf-8")
    ended = office.do(*("file", *office.vault, "--officer", HOSTILE, "--from", source))
    assert "\x1b" not in ended.out + ended.err
    assert "Traceback" not in ended.err
    assert ended.code in {0, 2}
    if ended.code == 0:
        with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
            assert db.execute("SELECT count(*) FROM events").fetchone() == (1,)


def test_who_looks_as_the_reporter_sees_no_contacts(office: Office) -> None:
    told = 'text: "Hubungi 0812-3456-7890 atau 3322014101900001"\n'
    number = json.loads(filed_text(office, told, "--zone", "WIB", "--format", "json").out)["number"]
    for format in ("text", "json"):  # noqa: A001
        asked = ("show", number, "--as", "reporter", *office.officer, "--format", format)
        ended = office.do(*asked)
        assert ended.code == 0
        assert "disamarkan" in ended.out
        assert not {"0812", "33220141"} & set(re.findall(r"0812|33220141", ended.out))
        assert number in ended.out


def test_a_number_may_be_typed_in_small_letters(office: Office) -> None:
    told = office.filed("examined")
    small = told["number"].lower()
    assert office.do("show", small, "--as", "officer", *office.officer).code == 0
    for _ in range(3):
        assert office.do("show", small, "--code", "X").code == 1
        assert office.do("show", told["number"], "--code", "X").code == 1
    ended = office.do("show", small, "--code", told["code"])
    assert (ended.code, ended.out) == (1, "")
    assert "Terlalu banyak percobaan" in ended.err


def test_a_step_in_the_place_of_the_number_is_told(office: Office) -> None:
    number = office.filed()["number"]
    ended = office.advance("review", number, "--set", "handler.officer=A2")
    assert (ended.code, ended.out) == (2, "")
    assert "tertukar" in ended.err


def test_services_and_who_did_something_have_names(office: Office, examples: Path) -> None:
    number = office.filed("examined")["number"]
    asked = ("show", number, "--as", "officer", *office.officer)
    shown = office.do(*asked, "--definition", examples / "kabupaten-semarang").out
    assert "Ajukan; pelapor" in shown
    assert "Layanan: Konsultasi" in shown
    assert "(consultation)" in shown
    assert "Layanan: consultation" in office.do(*asked).out
