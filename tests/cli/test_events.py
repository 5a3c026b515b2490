"""Several events in one go, and the register that is filled with them."""

from __future__ import annotations

import html
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli.exits import Exit

Pst = Callable[..., Any]
UNCOUNTED = """\
service: consultation
triggers: [late]
channel: in_person
requested_at: "2028-10-05T09:00+07:00"
served_at: "2028-10-05T09:00+07:00"
finished_at: "2028-10-05T12:00+07:00"
"""


@pytest.fixture
def office(examples: Path) -> Path:
    return examples / "kabupaten-semarang"


@pytest.fixture
def events(examples: Path, tmp_path: Path) -> Path:
    """A folder of events that can be changed."""
    return Path(shutil.copytree(examples / "events", tmp_path / "events"))


def ids(folder: Path) -> list[str]:
    return [file.stem for file in sorted(folder.glob("*.yaml"))]


def rows(register: str) -> list[str]:
    """Return the references of the claims in the rows of a register in HTML."""
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", register, re.DOTALL)
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in found]
    plain = [[html.unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row] for row in cells]
    return [row[2] for row in plain if row and row[0].rstrip(".").isdigit()]


def test_a_folder_of_events_is_answered_as_a_list(pst: Pst, office: Path, events: Path) -> None:
    ended = pst("entitlement", office, events, "--format", "json")
    assert (ended.code, ended.err) == (Exit.DONE, "")
    data = json.loads(ended.out)
    assert data["format"] == "pst-entitlements/1"
    assert [one["event"] for one in data["entitlements"]] == ids(events)
    alone = pst("entitlement", office, events / "conduct.yaml", "--format", "json")
    assert json.loads(alone.out) in data["entitlements"]


def test_a_single_event_keeps_its_form_even_from_a_folder(
    pst: Pst, office: Path, events: Path, tmp_path: Path
) -> None:
    (tmp_path / "one").mkdir()
    shutil.copy(events / "conduct.yaml", tmp_path / "one")
    shutil.copy(events / "conduct.yaml", tmp_path / "one" / "notes.txt")
    ended = pst("entitlement", office, tmp_path / "one", "--format", "json")
    assert json.loads(ended.out)["format"] == "pst-entitlement/1"


def test_files_are_answered_in_the_order_in_which_they_are_named_and_each_once(
    pst: Pst, office: Path, events: Path
) -> None:
    named = [events / "overcharged.yaml", events / "conduct.yaml", events / "overcharged.yaml"]
    text = pst("entitlement", office, *named).out
    assert re.findall("Kejadian (.*)", text) == ["overcharged", "conduct"]
    assert text.count("KOMPENSASI ATAS PELAYANAN") == 2


def test_the_register_has_a_row_for_every_event_in_order_of_date(
    pst: Pst, office: Path, events: Path, tmp_path: Path
) -> None:
    first = events / "wrong-product.yaml"
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace("2026-10", "2026-07"), encoding="utf-8")
    out = tmp_path / "register.html"
    ended = pst("entitlement", office, events, "--register", out)
    assert ended.code == Exit.DONE
    assert "register.html" in ended.err
    found = rows(out.read_text(encoding="utf-8"))
    assert sorted(found) == ids(events)
    assert found[:2] == ["wrong-product", "incomplete-request"]


def test_the_register_can_be_a_word_file_beside_the_decision(
    pst: Pst, office: Path, events: Path, tmp_path: Path
) -> None:
    out, register = tmp_path / "decision.html", tmp_path / "register.docx"
    event = events / "conduct.yaml"
    ended = pst("entitlement", office, event, "--out", out, "--register", register)
    assert ended.code == Exit.DONE
    assert out.exists()
    with zipfile.ZipFile(register) as archive:
        assert "conduct" in archive.read("word/document.xml").decode("utf-8")


def test_the_register_is_in_the_language_asked_for(
    pst: Pst, office: Path, events: Path, tmp_path: Path
) -> None:
    out = tmp_path / "register.html"
    pst("entitlement", office, events, "--register", out, "--lang", "en")
    assert '<html lang="en"' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a: [", "DEF-001"),
        ("format: pst-service-event/1\nservice: archive\n", "requested_at"),
        (UNCOUNTED, "2028"),
    ],
)
def test_one_bad_event_is_told_with_its_file_and_nothing_is_written(
    content: str, words: str, pst: Pst, office: Path, events: Path, tmp_path: Path
) -> None:
    (events / "bad.yaml").write_text(content, encoding="utf-8")
    out = tmp_path / "register.html"
    out.write_text("kept", encoding="utf-8")
    ended = pst("entitlement", office, events, "--register", out, "--format", "json")
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert re.search(rf"bad\.yaml:.*{words}", ended.err)
    assert ended.err.splitlines()[0].count("bad.yaml") == 1
    assert f"1 dari {len(ids(events))} kejadian tidak dapat dihitung" in ended.err
    assert out.read_text(encoding="utf-8") == "kept"


def test_every_bad_event_is_told(pst: Pst, office: Path, events: Path) -> None:
    for name in ("bad.yaml", "worse.yaml"):
        (events / name).write_text("service: archive\n", encoding="utf-8")
    ended = pst("entitlement", office, events)
    assert all(name in ended.err for name in ("bad.yaml", "worse.yaml"))


def test_a_folder_without_events_is_refused(pst: Pst, office: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = pst("entitlement", office, tmp_path / "empty")
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert "Tidak ada kejadian" in ended.err


def test_a_decision_is_on_one_event(pst: Pst, office: Path, events: Path, tmp_path: Path) -> None:
    out = tmp_path / "decision.html"
    ended = pst("entitlement", office, events, "--out", out)
    assert (ended.code, ended.out, out.exists()) == (Exit.UNUSABLE, "", False)
    assert "--register" in ended.err


def test_months_after_the_last_day_to_claim_nothing_is_owed(
    pst: Pst, office: Path, events: Path
) -> None:
    event = events / "late-consultation.yaml"
    ended = pst("entitlement", office, event, "--on", "2027-06-01", "--format", "json")
    data = json.loads(ended.out)
    assert (data["eligible"], data["excluded"], data["remedies"]) == (False, ["late_claim"], [])
    assert data["complaint_still_open"] is False
    assert data["damages_still_open"] is True
    assert "surat pengaduan" not in pst("entitlement", office, event, "--on", "2027-06-01").out


def test_an_event_in_two_files_names_both_and_nothing_is_written(
    pst: Pst, office: Path, events: Path, tmp_path: Path
) -> None:
    shutil.copyfile(events / "conduct.yaml", tmp_path / "salinan.yaml")
    for command in (
        ("entitlement", office, events, tmp_path / "salinan.yaml", "--register", tmp_path / "r.md"),
        (
            *("build", office, "--events", events, "--events", tmp_path / "salinan.yaml"),
            *("--quiet", "--format", "md", "--out", tmp_path / "out"),
        ),
    ):
        ended = pst(*command)
        assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
        assert "Kejadian “conduct”" in ended.err
        assert "events/conduct.yaml" in ended.err
        assert "salinan.yaml" in ended.err
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "r.md").exists()


def test_a_file_named_in_two_ways_is_one_event(
    pst: Pst, office: Path, events: Path, tmp_path: Path
) -> None:
    again = events / ".." / events.name / "conduct.yaml"
    ended = pst("entitlement", office, events, again, "--register", tmp_path / "r.html")
    assert ended.code == Exit.DONE
    assert len(rows((tmp_path / "r.html").read_text(encoding="utf-8"))) == len(ids(events))
