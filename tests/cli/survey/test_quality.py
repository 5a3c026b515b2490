"""Quality, margins, groups and how many respondents are enough."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.survey.survey_answers import ANSWERS, ELEMENTS, LIST, Pst, group, refused, rows_of

SERVICES = "layanan;biaya;waktu\nA;4;4\nA;4;3\nB;2;\n"


def test_groups_are_scored_apart_and_together(pst: Pst, table: Callable[..., Path]) -> None:
    arguments = (table(SERVICES), "--instrument", "skm-2017", "--group-by", "layanan")
    ended = pst("survey", "score", *arguments, "--together", "simple", "--format", "json")
    data = json.loads(ended.out)
    assert [(one["key"]["layanan"], one["index"]) for one in data["groups"]] == [
        ("A", "93.75"),
        ("B", "50.00"),
    ]
    assert data["together"]["way"] == "simple"
    assert data["together"]["index"] == "71.88"
    assert data["together"]["indices"]["pooled"]["index"] == "85.42"
    served = ("--together", "population", "--served", "A=1", "--served", "B=3")
    data = json.loads(pst("survey", "score", *arguments, *served, "--format", "json").out)
    assert data["together"]["index"] == "60.94"
    said = pst("survey", "score", *arguments, "--together", "pooled", "--small-groups").out
    assert "Kelompok: layanan = A" in said
    assert "Bersama-sama: IKM 85,42, mutu B." in said
    assert "whole number" in refused(
        pst, "score", *arguments, "--together", "population", "--served", "A=x"
    )


def test_the_margin_of_weighted_elements_is_of_whole_rows(
    pst: Pst, table: Callable[..., Path]
) -> None:
    rows = "\n".join(f"{1 + n % 4},{4 - n % 4},3,3,3,3,3,3,3" for n in range(40))
    file = table(f"{','.join(ELEMENTS)}\n{rows}\n")
    arguments = (file, "--instrument", "skm-2017", "--quality")
    plain = group(pst, *arguments)["quality"]["margin"]
    assert (plain["basis"], plain["value"]) == ("respondent_means", 0.0)
    dropped = group(pst, *arguments, "--drop", "procedure")
    assert dropped["dropped"] == {"procedure": "asked"}
    margin = dropped["quality"]["margin"]
    assert margin["basis"] == "complete_rows"
    # One element of eight has a variance of 1.25 · 40/39.
    assert margin["value"] == pytest.approx(
        1.959964 * 25 / 8 * (1.25 * 40 / 39 / 40) ** 0.5, abs=1e-5
    )
    two = group(pst, *arguments, "--weights", "2dp")["quality"]["margin"]
    assert two == plain


def test_the_population_narrows_the_margin_and_tells_how_many_to_ask(pst: Pst) -> None:
    found = group(pst, ANSWERS, *LIST, "--quality", "--population", "200", "--declared", "49")
    margin = found["quality"]["margin"]
    assert (round(margin["value"], 3), margin["fpc"], margin["population"]) == (2.104, True, 200)
    keys = [one["key"] for one in found["quality"]["warnings"]]
    assert "sample" in keys
    assert "declared" not in keys
    t = group(pst, ANSWERS, *LIST, "--quality", "--margin", "t")["quality"]["margin"]
    assert t["method"] == "t"
    assert t["value"] > 2.421035


def test_the_table_of_sample_sizes_is_reproduced(pst: Pst) -> None:
    rows = rows_of("krejcie_morgan_1970.csv")
    assert len(rows) == 90
    for row in rows:
        found = json.loads(pst("survey", "sample-size", row["N"], "--format", "json").out)
        assert (found["n"], found["method"], found["rounding"]) == (
            int(row["S_table"]),
            "krejcie_morgan",
            "nearest",
        )
    up = json.loads(
        pst("survey", "sample-size", "67", "--rounding", "ceil", "--format", "json").out
    )
    assert (up["n"], up["rounding"]) == (58, "ceil")


def test_a_sample_size_is_said_with_its_method(pst: Pst) -> None:
    assert pst("survey", "sample-size", "4384").out.replace("\n", " ") == (
        "353 responden dari 4.384 yang dilayani (Krejcie-Morgan, dibulatkan ke yang terdekat, "
        "margin 5,0 persen). "
    )
    said = pst("survey", "sample-size", "500", "--method", "slovin", "--margin", "0,1").out
    assert said.startswith("84 responden dari 500 yang dilayani (Slovin, dibulatkan ke atas")
    said = pst("survey", "sample-size", "4384", "--rounding", "table_up", "--lang", "en").out
    assert said.startswith("354 respondents of 4,384")


@pytest.mark.parametrize(
    "arguments", [["x"], ["1.146"], ["-5"], ["100", "--margin", "x"], ["100", "--margin", "2"]]
)
def test_a_population_or_margin_that_cannot_be_is_refused(pst: Pst, arguments: list[str]) -> None:
    refused(pst, "sample-size", *arguments)


def test_files_with_other_questions_have_no_quality_together(
    pst: Pst, table: Callable[..., Path]
) -> None:
    first, second = table("biaya,waktu\n4,3\n", "a.csv"), table("waktu,biaya\n2,4\n", "b.csv")
    arguments = (first, second, "--instrument", "skm-2017")
    assert group(pst, *arguments)["index"] == "81.25"
    assert "same questions" in refused(pst, "score", *arguments, "--quality")


def test_a_group_has_its_own_population(pst: Pst, table: Callable[..., Path]) -> None:
    rows = "".join(f"{'AB'[n % 2]};{3 + n // 2 % 2};{2 + n % 3}\n" for n in range(24))
    file = table(f"layanan;biaya;waktu\n{rows}")
    arguments = ("survey", "score", file, "--instrument", "skm-2017", "--group-by", "layanan")
    data = json.loads(pst(*arguments, "--quality", "--served", "A=100", "--format", "json").out)[
        "groups"
    ]
    assert [one["quality"]["margin"]["population"] for one in data] == [100, None]
    said = refused(pst, *arguments[1:], "--population", "100")
    assert "--served" in said


def test_who_names_the_population_asks_for_the_quality(pst: Pst) -> None:
    assert group(pst, ANSWERS, *LIST, "--population", "200")["quality"]["margin"]["fpc"] is True


@pytest.mark.parametrize("form", ["text", "json"])
def test_another_number_than_was_declared_ends_with_1(pst: Pst, form: str) -> None:
    ended = pst("survey", "score", ANSWERS, *LIST, "--declared", "50", "--format", form)
    assert (ended.code, ended.err) == (1, "")
    assert "declared" in ended.out or "50" in ended.out


def test_a_column_of_identities_makes_no_groups(
    pst: Pst, table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pst_standards.cli.survey_files._MOST_GROUPS", 3)
    file = table("NIK,biaya\n" + "".join(f"{n},4\n" for n in range(4)))
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--group-by", "NIK")
    assert "4 groups" in said
