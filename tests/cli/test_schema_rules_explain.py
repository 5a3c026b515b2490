from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import complete_schema, definition_schema
from pst_standards.rules import catalogue
from pst_standards.rules.rows import Status

Pst = Callable[..., Any]
ROWS = [row.id for row in catalogue()]


def test_the_schema_of_the_shape_is_shown_unasked(pst: Pst) -> None:
    assert json.loads(pst("schema").out) == definition_schema()
    assert pst("schema") == pst("schema", "definition")


def test_the_complete_schema_is_shown_when_asked(pst: Pst) -> None:
    assert json.loads(pst("schema", "complete").out) == complete_schema()


def test_a_schema_can_go_into_a_file(
    pst: Pst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = pst("schema", "complete", "--out", "skema.json")
    assert ended == (0, "Ditulis: skema.json\n", "")
    assert (tmp_path / "skema.json").read_text(encoding="utf-8") == pst("schema", "complete").out


def test_a_schema_that_cannot_be_written_is_told(pst: Pst, tmp_path: Path) -> None:
    ended = pst("schema", "--out", tmp_path / "none" / "x.json")
    assert (ended.code, ended.out) == (2, "")
    assert "DEF-011" in ended.err


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_rule_is_listed_with_its_title(pst: Pst, lang: str) -> None:
    ended = pst("rules", "--lang", lang)
    assert ended.code == 0
    for row in catalogue():
        line = next(line for line in ended.out.splitlines() if f"  {row.id} " in line)
        assert row.title.get(lang) in line


def test_the_rules_are_listed_as_data_in_both_languages(pst: Pst) -> None:
    listed = json.loads(pst("rules", "--format", "json").out)
    assert listed["format"] == "pst-rules/1"
    assert [row["id"] for row in listed["rules"]] == ROWS
    assert all(row["title"]["id"] and row["title"]["en"] for row in listed["rules"])
    first = listed["rules"][0]
    assert first["citations"][0] == {"cite": "UU 25/2009 Pasal 21", "confidence": "verified"}


def test_every_rule_as_data_says_what_to_do(pst: Pst) -> None:
    for row in json.loads(pst("rules", "--format", "json").out)["rules"]:
        assert row["remedy"]["id"]
        assert row["remedy"]["en"]
        assert (row["reason"] is None) == (row["status"] in {"checked", "partial"})


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_rules_are_counted_by_status(pst: Pst, lang: str) -> None:
    said = pst("rules", "--summary", "--lang", lang).out
    for status in Status:
        count = sum(row.status is status for row in catalogue())
        line = next(line for line in said.splitlines() if line.endswith(f"({status.value})"))
        assert line.split()[0] == str(count)


def test_the_summary_as_data_gives_each_other_rule_its_reason(pst: Pst) -> None:
    data = json.loads(pst("rules", "--summary", "--format", "json").out)
    assert data["format"] == "pst-rules-summary/1"
    assert sum(data["status"].values()) == data["rules"] == len(catalogue())
    assert data["ids"] == sum(1 + len(row.aliases) for row in catalogue())
    resting = {row.id for row in catalogue() if not row.status.runs}
    assert {one["id"] for one in data["not_run"]} == resting
    assert all(one["reason"]["id"] and one["reason"]["en"] for one in data["not_run"])


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("rule", ROWS)
def test_every_rule_is_explained(pst: Pst, rule: str, lang: str) -> None:
    ended = pst("explain", rule, "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    row = catalogue()[rule]
    assert ended.out.startswith(f"{rule}  {row.title.get(lang)}\n")
    assert " ".join(row.explanation.get(lang).split())[:40] in " ".join(ended.out.split())
    for cited in row.citations:
        assert cited.cite in " ".join(ended.out.split())
    wide = [line for line in ended.out.splitlines() if len(line) > 90 and "    " not in line[:4]]
    assert wide == []


def test_the_answer_to_the_failing_example_and_its_remedy_are_shown(pst: Pst) -> None:
    said = pst("explain", "STD-018").out
    assert "Contoh yang salah:" in said
    assert "Temuannya " in said
    assert "Perbaikan " in said


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("rule", [row.id for row in catalogue() if row.status.runs])
def test_what_to_do_is_said_for_every_rule_that_a_program_checks(
    pst: Pst, rule: str, lang: str
) -> None:
    said = pst("explain", rule, "--lang", lang).out
    assert {"id": "\nPerbaikan ", "en": "\nWhat to do "}[lang] in said


@pytest.mark.parametrize(("name", "rule"), [("cmp-009", "PGD-006"), (" std-001 ", "STD-001")])
def test_a_rule_is_found_by_any_name_in_any_case(pst: Pst, name: str, rule: str) -> None:
    assert pst("explain", name).out.startswith(f"{rule}  ")


def test_a_rule_that_is_not_there_is_answered_with_ones_like_it(pst: Pst) -> None:
    ended = pst("explain", "STD-01", "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert "STD-001" in ended.err
    assert "pst rules" in ended.err
    assert pst("explain", "qqqq").code == 2
