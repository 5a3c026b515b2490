"""``pst complaint`` keeps from those it is about, and off the receipt, what is not theirs."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from pst_standards.complaints.registers.sqlite import SqliteRegister
from pst_standards.complaints.secrecy import Vault

Pst: TypeAlias = Callable[..., Any]
NAME = "Zubaedah Qwerty"
FILED = f"""\
reporter: {{name: {NAME}, address: Jalan Melur 9}}
channel: letter
filed_at: "2026-03-10T09:00+07:00"
text: Antrean tiga jam
place: Meja pengaduan
"""


class Office:
    """A register and a vault in a folder, with the command that works on them."""

    def __init__(self, pst: Pst, folder: Path) -> None:
        self.pst, self.folder = pst, folder
        self.vault = ("--vault", folder / "v.db", "--key-file", folder / "k")

    def do(self, action: str, *more: object) -> Any:
        return self.pst("complaint", action, "--register", self.folder / "r.db", *more)

    def opened(self) -> Vault:
        return Vault.at(self.folder / "v.db", key_file=self.folder / "k")

    def file(self, more: str, *seat: str) -> Any:
        source = self.folder / "aduan.yaml"
        source.write_text(FILED + more, encoding="utf-8")
        return self.do("file", *self.vault, *seat, "--from", source, "--format", "json")


@pytest.fixture
def office(pst: Pst, tmp_path: Path) -> Office:
    return Office(pst, tmp_path)


@pytest.mark.parametrize(
    "seat", [("--officer", "k1"), ("--officer", "A1", "--superiors", "X1,K1")], ids=str
)
def test_the_accused_do_not_file_what_is_about_them(office: Office, seat: tuple[str, ...]) -> None:
    ended = office.file("accused: [K1]\naccused_level: 2\n", *seat)
    assert (ended.code, ended.out) == (1, "")
    assert "petugas yang tidak diadukan" in ended.err
    assert "PGD-" not in ended.err
    with closing(SqliteRegister.at(office.folder / "r.db")) as register:
        assert list(register.logs()) == []
    assert office.opened().kept() == {}


@pytest.mark.parametrize("ground", ["", "secrecy_ground: Takut dibalas\n"])
def test_a_receipt_opens_no_secret_reporter(office: Office, ground: str) -> None:
    told = json.loads(office.file(f"identity: secret\n{ground}", "--officer", "A1").out)
    number, paper = told["number"], office.folder / "tanda.html"
    asked = ("receipt", number, "--officer", "A1", *office.vault, "--out", paper)
    ended = office.do(*asked, "--open-identity", "--reason", "Mencetak tanda terima")
    assert ended.code == 2
    assert "dirahasiakan" in ended.err
    assert not paper.exists()
    assert office.opened().openings() == ()
    assert office.do(*asked).code == 0
    shown = paper.read_text(encoding="utf-8")
    assert "Pasal 42 ayat (5)" in shown
    assert not [part for part in (*NAME.split(), "Melur", "Nama lengkap") if part in shown]


def test_nobody_is_said_to_have_spoken_freely_who_was_not_asked(office: Office) -> None:
    number = json.loads(office.file("", "--officer", "A1").out)["number"]
    shown = ("show", number, "--as", "examiner", "--officer", "A1")
    heard = ("advance", "--officer", "A1", number, "hear", "--set", "party=reporter")
    assert office.do(*heard, "--at", "2026-03-11T09:00", "--set", "record=BAP-1").code == 0
    assert "Pelapor; BAP-1" in office.do(*shown).out
    asked = ("--set", "voluntary=ya", "--set", "record=BAP-2")
    assert office.do(*heard, "--at", "2026-03-11T10:00", *asked).code == 0
    assert "Pelapor; ya; BAP-2" in office.do(*shown).out
    forced = office.do(*heard, "--at", "2026-03-11T11:00", "--set", "voluntary=tidak")
    assert forced.code == 1


def test_only_the_desk_says_who_wrote_a_step_down(office: Office) -> None:
    number = json.loads(office.file("", "--officer", "A1").out)["number"]
    asked = ("advance", "--officer", "A1", number, "withdraw", "--set", "voluntary=ya")
    ended = office.do(*asked, "--set", f"recorded_by={NAME}")
    assert (ended.code, ended.out) == (2, "")
    assert "recorded_by" in ended.err
    assert NAME not in ended.err
    assert "recorded_by" not in office.pst("complaint", "advance", "--keys", "withdraw").out


def test_nobody_is_shown_to_have_said_whom_it_is_about_who_did_not(office: Office) -> None:
    number = json.loads(office.file("", "--officer", "A1").out)["number"]
    assert (
        "Yang diadukan" not in office.do("show", number, "--as", "officer", "--officer", "A1").out
    )
    other = json.loads(office.file("addressee: provider\n", "--officer", "A1").out)["number"]
    shown = office.do("show", other, "--as", "officer", "--officer", "A1").out
    assert "Yang diadukan: Penyelenggara" in shown


def test_a_reprint_of_what_was_referred_does_not_promise_the_words(office: Office) -> None:
    number = json.loads(office.file("", "--officer", "A1").out)["number"]
    asked = ("receipt", number, "--officer", "A1", "--out", office.folder / "tanda.html")
    assert office.do(*asked).code == 0
    told = ("--set", "referral=W-1", "--set", "ground=supervisory", "--set", "notice.means=letter")
    assert office.do("advance", "--officer", "A1", number, "refer", *told).code == 0
    again = office.do(*asked)
    assert again.code == 0
    assert "tanpa isi dan tempat pengaduan" in again.err
    assert "sesuai keadaan" not in again.err


def test_levels_are_told_by_who_stands_there(office: Office) -> None:
    told = office.pst("complaint", "advance", "--keys", "declare_complete").out
    shown = " ".join(told.split())
    assert shown.count("2 (Kepala kantor)") == 2
    assert shown.count("4 (Inspektorat Utama)") == 2
    told = office.pst("complaint", "advance", "--keys", "escalate", "--lang", "en").out
    assert "3 (Head of the provincial office)" in " ".join(told.split())


def test_a_step_before_the_last_event_is_told_when_that_was(office: Office) -> None:
    number = json.loads(office.file("", "--officer", "A1").out)["number"]
    asked = ("advance", "--officer", "A1", number, "withdraw", "--set", "voluntary=ya")
    ended = office.do(*asked, "--at", "2026-03-10T08:00")
    assert ended.code == 1
    assert "2026-03-10T09:00+07:00" in ended.err


def test_a_receipt_without_an_office_is_told_of(office: Office, examples: Path) -> None:
    number = json.loads(office.file("", "--officer", "A1").out)["number"]
    asked = ("receipt", number, "--officer", "A1", "--out", office.folder / "tanda.html")
    assert "--definition" in office.do(*asked).err
    known = ("--definition", examples / "kabupaten-semarang")
    assert "--definition" not in office.do(*asked, *known).err
