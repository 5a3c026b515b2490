"""Who complains is shown for a reason that is logged, and to nobody who is off the case."""

from __future__ import annotations

import json
import os

import pytest

from pst_standards.complaints.secrecy import Vault
from tests.cli.complaint.complaint_office import NAME, Office


def test_a_name_is_shown_for_a_reason_that_is_logged(office: Office) -> None:
    number = office.filed()["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    closed = office.do(*asked)
    assert NAME not in closed.out
    told = ("--open-identity", "--reason", "Memanggil pelapor")
    opened = office.do(*asked, *told)
    assert f"Nama: {NAME}" in opened.out
    as_json = office.do(*asked, *told, "--format", "json")
    assert json.loads(as_json.out)["opened"]["name"] == NAME
    vault = Vault.at(office.folder / "v.db", key_file=office.folder / "k")
    reasons = [(one.officer, one.reason) for one in vault.openings()]
    assert reasons == [("A1", "Memanggil pelapor")] * 2


@pytest.mark.parametrize(
    "more",
    [
        ("--open-identity",),
        ("--open-identity", "--reason", " "),
        ("--reason", "Memanggil pelapor"),
    ],
)
def test_a_name_is_not_shown_without_everything_it_takes(
    office: Office, more: tuple[str, ...]
) -> None:
    number = office.filed()["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, *more)
    assert (ended.code, ended.out) == (2, "")
    bare = office.do("show", number, "--as", "custodian", *office.officer, *more)
    assert (bare.code, bare.out) == (2, "")


def test_a_code_opens_no_identity(office: Office) -> None:
    told = office.filed()
    ended = office.do("show", told["number"], "--code", told["code"], "--open-identity")
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("reason", ["a", "1234567", "x" * 3000])
def test_a_reason_is_words(office: Office, reason: str) -> None:
    number = office.filed()["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", reason)
    assert (ended.code, ended.out) == (2, "")


def test_another_key_opens_nothing(office: Office) -> None:
    number = office.filed()["number"]
    (office.folder / "k").unlink()
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", "Memanggil pelapor")
    assert (ended.code, ended.out) == (2, "")
    assert not (office.folder / "k").exists()


@pytest.mark.skipif(os.name != "posix", reason="only there files have such modes")
def test_a_key_that_others_can_read_is_warned_about(office: Office) -> None:
    number = office.filed()["number"]
    (office.folder / "k").chmod(0o644)
    ended = office.do("show", number, "--as", "officer", *office.officer, *office.vault)
    assert ended.code == 0
    assert "chmod 600" in ended.err


def test_an_accused_officer_opens_nobody(office: Office) -> None:
    number = office.filed("examined")["number"]
    asked = ("show", number, "--as", "custodian", "--officer", "B1", *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", "Memanggil pelapor")
    assert (ended.code, ended.out) == (1, "")


@pytest.mark.parametrize(
    "seat", [("B1",), ("b1",), ("C7", "--superiors", "X1, b1")], ids=lambda seat: seat[0]
)
def test_who_is_off_a_case_gets_nothing_from_the_command(
    office: Office, seat: tuple[str, ...]
) -> None:
    told = office.filed("examined")
    number, out = told["number"], office.folder / "tanda-terima.html"
    theirs = ("--officer", *seat)
    for asked in (
        ("receipt", number, "--out", out, "--code", told["code"]),
        ("advance", number, "withdraw", "--set", "voluntary=ya"),
        ("advance", number, "nothing"),
        ("show", number, "--as", "officer"),
        ("show", number, "--as", "examiner", "--open-identity", "--reason", "x", *office.vault),
    ):
        ended = office.do(*asked, *theirs)
        assert (ended.code, ended.out, out.exists()) == (1, "", False)
        assert "bawahan mereka" in ended.err
    assert office.do("show", number, "--as", "officer", "--officer", "C7").code == 0


def test_those_above_are_told_by_short_ids(office: Office) -> None:
    number = office.filed()["number"]
    told = ("--officer", "A1", "--superiors", "Siti Contoh")
    ended = office.do("advance", number, "withdraw", "--set", "voluntary=ya", *told)
    assert (ended.code, "Siti" in ended.err) == (2, False)


def test_a_receipt_has_the_name_for_a_reason_alone(office: Office) -> None:
    number, out = office.filed()["number"], office.folder / "tanda-terima.docx"
    asked = ("receipt", *office.officer, number, "--out", out, "--place", "Loket 2")
    assert office.do(*asked, "--open-identity").code == 2
    assert not out.exists()
    told = ("--open-identity", "--reason", "Menulis tanda terima", "--at", "2026-03-10T09:10")
    assert office.do(*asked, *office.vault, *told).code == 0
    assert out.read_bytes().startswith(b"PK")
    assert office.do(*asked[:-4], "--out", office.folder / "x.odt").code == 2
