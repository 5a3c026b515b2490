"""A file that is no complaint, or has wrong values, is refused by key and names nobody."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pst_standards.complaints.secrecy.identity import FIELDS
from tests.cli.complaint.complaint_office import Office, Pst, filed_text


@pytest.mark.parametrize(
    "text",
    [
        "reporter: {name: Zubaedah, mother: x}\nformat: pst-complaint/1\n",
        "reporter: Zubaedah\nformat: pst-complaint/1\n",
        "repoter: {name: Zubaedah}\nformat: pst-complaint/1\ntext: x\nchannel: letter\n",
        "reporter: {name: Zubaedah}\nformat: pst-complaint/1\nchannel: [\n",
        "reporter: {name: Zubaedah}\nformat: pst-complaint/1\nchannel: pigeon\ntext: x\n",
        "reporter: {name: Zubaedah, phone: 0812}\nformat: pst-complaint/1\ntext: x\n",
    ],
)
@pytest.mark.parametrize("debug", ["", "1"])
def test_a_file_that_is_refused_names_nobody(
    office: Office, monkeypatch: pytest.MonkeyPatch, text: str, debug: str
) -> None:
    monkeypatch.setenv("PST_DEBUG", debug)
    source = office.folder / "pengaduan.yaml"
    source.write_text(text, encoding="utf-8")
    ended = office.do("file", *office.vault, *office.officer, "--from", source)
    assert (ended.code, ended.out) == (2, "")
    assert "Zubaedah" not in ended.err
    source.unlink()
    assert "Zubaedah" not in office.everything()


def test_a_definition_is_no_complaint(office: Office, examples: Path) -> None:
    source = examples / "provinsi-jawa-tengah.yaml"
    ended = office.do("file", *office.vault, *office.officer, "--from", source)
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_a_key_of_the_reporter_that_stands_twice_is_refused(office: Office) -> None:
    told = "text: Antrean\nreporter:\n  name: Zubaedah\n  name: Qomariyah\n"
    ended = filed_text(office, told, "--zone", "WIB")
    assert (ended.code, ended.out) == (2, "")
    assert "pengaduan.yaml:6:3" in ended.err
    assert not {"Zubaedah", "Qomariyah"} & set(ended.err.split())


def test_every_wrong_value_of_a_complaint_is_told_with_its_place(office: Office) -> None:
    told = (
        "text: Antrean\nidentity: rahasia\nneeds: [kursi roda]\n"
        "reporter: {name: Zubaedah}\nfiled_at: 2026-03-10T09:00+07:00\n"
        "events:\n"
        '  - {step: nothing, at: "2026-03-10T09:10+07:00", by: A1}\n'
        '  - {step: review, at: "2026-03-10T09:10+07:00", data: {level: 2}}\n'
    )
    ended = filed_text(office, told)
    assert (ended.code, ended.out) == (2, "")
    places = [line.partition("  ")[0] for line in ended.err.splitlines() if "yaml" in line]
    lines = [place.rpartition("pengaduan.yaml:")[2].split(":")[0] for place in places]
    assert lines == ["4", "5", "9", "10", "10", "10"]
    assert "Zubaedah" not in ended.err


def test_wrong_values_of_form_reporter_and_code_are_told_at_once(office: Office) -> None:
    source = office.folder / "pengaduan.yaml"
    source.write_text(
        "format: pst-complaint/1\n"
        "reporter:\n"
        "  name: Zubaedah\n"
        "  phone: 0812\n"
        "  email: [zubaedah]\n"
        "  mother: Zulaikha\n"
        "channel: pigeon\n"
        "served_on: 2026-02-30\n"
        "identity: rahasia\n"
        "text: Antrean\n"
        "chanel: letter\n"
        "zzz: 1\n",
        encoding="utf-8",
    )
    ended = office.do("file", *office.vault, *office.officer, "--from", source)
    assert (ended.code, ended.out) == (2, "")
    found = re.findall(r"pengaduan\.yaml:(\d+)", ended.err)
    assert sorted(map(int, found)) == [2, 4, 5, 7, 8, 9, 11, 12]
    assert "disimpan tetapi" not in ended.err
    assert "tidak dicatat" in ended.err
    for word in ("Zubaedah", "zubaedah", "0812", "Zulaikha", "mother", "zzz"):
        assert word not in ended.err


def test_somebody_named_in_an_anonymous_complaint_is_told_with_the_line(office: Office) -> None:
    told = "text: Antrean\nidentity: anonymous\nreporter: {name: Zubaedah}\n"
    ended = filed_text(office, told)
    assert (ended.code, ended.out) == (2, "")
    assert re.search(r"pengaduan\.yaml:\d+:\d+  Pengaduan ini dinyatakan anonim", ended.err)


def test_a_key_of_the_reporter_that_lost_its_indentation_is_told(office: Office) -> None:
    told = "text: Antrean\nreporter:\n  name: Zubaedah\naddress: Jalan Contoh\n"
    ended = filed_text(office, told)
    assert ended.code == 2
    assert "menjorok di bawah “reporter”" in ended.err
    assert "addressee" not in ended.err
    assert "Jalan Contoh" not in ended.err


def test_a_reporter_may_have_all_that_the_vault_keeps(pst: Pst) -> None:
    schema = json.loads(pst("schema", "complaint").out)
    assert {"nik", "id_number", "proxy"} <= set(re.findall(r"[a-z_]+", json.dumps(schema)))
    assert set(FIELDS) <= set(schema["$defs"]["Reporter"]["properties"])
