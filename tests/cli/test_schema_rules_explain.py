from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

from pst_standards.cli.explaining import explanation
from pst_standards.definitions import complete_schema, definition_schema
from pst_standards.definitions.form_schema import form
from pst_standards.findings import Confidence
from pst_standards.rules import catalogue
from pst_standards.rules.formats.report_schema import report_schema
from pst_standards.rules.rows import Cite, Status

Pst = Callable[..., Any]
ROWS = [row.id for row in catalogue()]
CLI = Path(__file__).resolve().parents[2] / "src/pst_standards/cli"
_HEADINGS = {
    "id": {"fails": "Contoh yang salah", "passes": "Contoh yang benar", "remedy": "Perbaikan"},
    "en": {
        "fails": "An example that fails",
        "passes": "An example that passes",
        "remedy": "What to do",
    },
}
SHAPES = tomllib.loads((CLI / "shape_examples.toml").read_text(encoding="utf-8"))


def test_the_schema_of_the_shape_is_shown_unasked(pst: Pst) -> None:
    assert json.loads(pst("schema").out) == definition_schema()
    assert pst("schema") == pst("schema", "definition")


def test_the_complete_schema_is_shown_when_asked(pst: Pst) -> None:
    assert json.loads(pst("schema", "complete").out) == complete_schema()


def test_the_schema_of_a_report_is_shown_when_asked(pst: Pst) -> None:
    schema = json.loads(pst("schema", "report").out)
    assert schema == report_schema()
    report = json.loads(pst("check", "-", "--format", "json", stdin=b"stage: draft\n").out)
    Draft202012Validator(schema).validate(report)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_form_is_shown_when_asked(pst: Pst, lang: str) -> None:
    assert json.loads(pst("schema", "form", "--lang", lang).out) == form(lang)


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


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("rule", ROWS)
def test_every_rule_is_explained(pst: Pst, rule: str, lang: str) -> None:
    ended = pst("explain", rule, "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    row, said = catalogue()[rule], " ".join(ended.out.split())
    assert ended.out.startswith(f"{rule}  {row.title.get(lang)}\n")
    assert " ".join(row.explanation.get(lang).split())[:40] in said
    for cited in row.citations:
        assert cited.cite in said
    headings = _HEADINGS[lang]
    if row.fails and row.passes:
        assert f"\n{headings['fails']}:\n" in ended.out
        assert f"\n{headings['passes']}:\n" in ended.out
    if row.status.runs:
        assert f"\n{headings['remedy']} " in ended.out
    if row.case_fails:
        for words in (row.case_fails, row.case_passes, row.remedy, row.reason):
            assert words is not None
            assert " ".join(words.get(lang).split()) in said
    wide = [line for line in ended.out.splitlines() if len(line) > 90 and "    " not in line[:4]]
    assert wide == []


def explained(pst: Pst, rule: str, lang: str = "id") -> str:
    return " ".join(pst("explain", rule, "--lang", lang).out.split())


def test_an_explanation_holds_all_that_is_promised(pst: Pst) -> None:
    row = catalogue()["STD-020"]
    for lang, since in (
        ("id", "berlaku sejak 18 Juli 2009"),
        ("en", "in force since 18 July 2009"),
    ):
        said = pst("explain", "STD-020", "--lang", lang).out
        flat = " ".join(said.split())
        assert row.title.get(lang) in flat
        assert row.explanation.get(lang) in flat
        assert f"penjelasan UU 25/2009 Pasal 21 huruf d; {since}" in flat
        for example in (row.fails, row.passes):
            assert "\n".join(f"    {line}" for line in example.strip().splitlines()) in said
        assert {"id": "Perbaikan ", "en": "What to do "}[lang] in said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("MKL-004", "PermenPANRB 15/2014 (from a secondary source); in force since 2014"),
        ("CIT-009", "PP 13/2024 Pasal 4; in force since 14 March 2024"),
    ],
)
def test_the_date_of_a_norm_is_as_precise_as_it_is_known(pst: Pst, rule: str, said: str) -> None:
    assert said in explained(pst, rule, "en")


@pytest.mark.parametrize(
    ("cite", "said"),
    [
        ("PP 7/2015", "in force since 26 March 2015 (from a secondary source)"),
        ("PP 7/2015", "no longer in force since 14 March 2024"),
        ("UU 1/1900", "UU 1/1900; it is not known since when it is in force"),
    ],
)
def test_an_end_and_a_gap_are_told_too(cite: str, said: str) -> None:
    cited = Cite(cite=cite, confidence=Confidence.VERIFIED)
    row = evolve(catalogue()["STD-001"], citations=(cited,), since=None)
    assert said in " ".join(explanation(row, "en").split())


@pytest.mark.parametrize(
    ("rule", "fails", "passes"),
    [
        pytest.param(rule, shown["fails"], shown["passes"], id=rule)
        for rule, shown in SHAPES.items()
        if "fails" in shown
    ],
)
def test_the_examples_about_files_are_of_each_side(
    pst: Pst, rule: str, fails: str, passes: str
) -> None:
    for example, found in ((fails, True), (passes, False)):
        ended = pst("check", "-", "--format", "json", stdin=example.encode())
        rules = {one["rule"] for one in json.loads(ended.out)["findings"]}
        assert (rule in rules) is found
    assert "\nContoh yang benar:\n" in pst("explain", rule).out


def test_the_answer_to_the_failing_example_and_its_remedy_are_shown(pst: Pst) -> None:
    said = pst("explain", "STD-018").out
    assert "Contoh yang salah:" in said
    assert "Temuannya " in said
    assert "Perbaikan " in said


def test_a_remedy_of_two_variants_is_told_once(pst: Pst) -> None:
    told = pst("explain", "DEF-039").out
    assert told.count("Tulis dengan huruf Latin") == 1
    assert "\n\nPerbaikan " in told


@pytest.mark.parametrize(("name", "rule"), [("cmp-009", "PGD-006"), (" std-001 ", "STD-001")])
def test_a_rule_is_found_by_any_name_in_any_case(pst: Pst, name: str, rule: str) -> None:
    assert pst("explain", name).out.startswith(f"{rule}  ")


def test_a_rule_that_is_not_there_is_answered_with_ones_like_it(pst: Pst) -> None:
    ended = pst("explain", "STD-01", "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert "STD-001" in ended.err
    assert "pst rules" in ended.err
    assert pst("explain", "qqqq").code == 2
