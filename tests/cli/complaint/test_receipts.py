"""``pst complaint receipt``: issued once, printed as often as asked."""

from __future__ import annotations

import json
import re

from tests.cli.complaint.complaint_office import AT, NAME, Office


def test_a_receipt_is_issued_once_and_written_as_often_as_asked(office: Office) -> None:
    told = office.filed()
    number, out = told["number"], office.folder / "tanda-terima.html"
    asked = ("receipt", *office.officer, number, "--out", out)
    wrong = office.do(*asked, "--code", "0000")
    assert (wrong.code, wrong.out, out.exists()) == (1, "", False)
    first = office.do(*asked, "--at", "2026-03-10T09:10", "--code", told["code"])
    assert first.code == 0
    assert "sudah terbit" not in first.err
    assert "Cetak ulang" not in out.read_text(encoding="utf-8")
    again = office.do(*asked, "--code", told["code"])
    assert again.code == 0
    assert "sudah terbit pada 10 Maret 2026" in again.err
    assert "--place" not in again.err
    paper = out.read_text(encoding="utf-8")
    assert told["code"] in paper
    assert number in paper
    assert NAME not in paper
    shown = office.do("show", number, "--as", "officer", *office.officer, "--format", "json")
    steps = [(one["step"], one["at"]) for one in json.loads(shown.out)["log"]]
    assert steps[1:] == [("issue_receipt", "2026-03-10T09:10:00+07:00")]


def test_a_receipt_is_printed_again_as_it_was_issued(office: Office) -> None:
    number, out = office.filed()["number"], office.folder / "t.html"
    asked = ("receipt", *office.officer, number, "--out", out)
    assert office.do(*asked, "--at", AT).code == 0
    issued = out.read_text(encoding="utf-8")
    review = ("--set", "handler.officer=A2", "--at", "2026-03-12T09:00")
    assert office.advance(number, "review", *review).code == 0
    missing = ("--set", "missing=request", "--set", "notice.means=letter")
    assert office.advance(number, "declare_incomplete", *missing).code == 0
    again = office.do(*asked, "--at", "2026-03-20T09:00", "--place", "Loket 9")
    assert again.code == 0
    assert "--at dan --place tidak mengubah" in again.err
    paper = out.read_text(encoding="utf-8")
    assert "Cetak ulang tanggal " in paper
    assert "terbit 10 Maret 2026" in paper
    assert "Loket 9" not in paper
    assert re.sub(r"<p[^>]*>Cetak ulang[^<]*</p>\s*", "", paper) == issued


def test_a_receipt_of_what_was_referred_gives_nothing_of_it_out(office: Office) -> None:
    number, out = office.filed()["number"], office.folder / "t.html"
    asked = ("receipt", *office.officer, number, "--out", out)
    assert office.do(*asked, "--at", AT).code == 0
    assert "Antrean tiga jam" in out.read_text(encoding="utf-8")
    told = ("referral=W-1", "ground=supervisory", "notice.means=letter")
    assert office.advance(number, "refer", *(x for one in told for x in ("--set", one))).code == 0
    assert office.do(*asked).code == 0
    assert "Antrean tiga jam" not in out.read_text(encoding="utf-8")


def test_a_receipt_without_a_place_names_the_option(office: Office) -> None:
    source = office.folder / "no-place.yaml"
    text = "format: pst-complaint/1\nnumber: P-2026-NP0E\nchannel: letter\ntext: Antrean\n"
    source.write_text(text, encoding="utf-8")
    asked = (*office.vault, *office.officer, "--from", source, "--zone", "WIB")
    assert office.do("file", *asked).code == 0
    out = office.folder / "t.html"
    bare = ("receipt", *office.officer, "P-2026-NP0E", "--out", out)
    refused = office.do(*bare)
    assert (refused.code, "--place" in refused.err, out.exists()) == (1, True, False)
    assert office.do(*bare, "--place", "Meja").code == 0
