"""Tables of published results: audited, or printed as they were given."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.survey.survey_answers import ANSWERS, LIST, Pst, group, refused, rows_of

REGIMES = {"14/2017": "skm-2017", "16/2014": "skm-2014", "25/2004": "skm-2004"}
REPRODUCED_BY = {
    "E01": ["2dp"],
    "E02": ["exact", "3dp", "4dp"],
    "E05": ["exact"],
    "E08": ["3dp"],
    "S01": ["exact"],
    "S02": ["exact"],
    "S03": ["exact"],
}


def published(row: Mapping[str, str]) -> dict[str, Any]:
    """Return one row of the worked examples as a file has it."""
    from pst_standards.surveys import instrument

    keys = list(instrument(REGIMES[row["regime"]]).keys)
    if row["k_unsur"] == "8":
        keys.remove("fee")
    parts = {"mean": "nrr_or_mean", "sum": "sum_per_unsur", "weighted_mean": "nrrt_published"}
    columns = {name: row[column].split() for name, column in parts.items()}
    found: dict[str, Any] = {
        "instrument": REGIMES[row["regime"]],
        "n": row["n_respondents"],
        "ikm": row["ikm_published"],
        "mutu": row["mutu_published"],
    }
    if columns["mean"]:
        found["elements"] = {
            key: {name: values[place] for name, values in columns.items() if values}
            for place, key in enumerate(keys)
        }
    if row["note"].startswith("total "):
        found["total"] = row["note"].removeprefix("total ").partition(" of ")[0]
    return found


@pytest.mark.parametrize("name", REPRODUCED_BY)
def test_published_results_are_reproduced_under_their_convention(
    pst: Pst, tmp_path: Path, name: str
) -> None:
    row = next(one for one in rows_of("skm-worked-examples.csv") if one["id"] == name)
    assert row["confidence"].startswith("HIGH")
    file = tmp_path / "tabel.json"
    file.write_text(json.dumps(published(row)), encoding="utf-8")
    ended = pst("survey", "audit", file, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["reproduces"] == REPRODUCED_BY[name]


TABLE = """\
unsur;jumlah;nrrt
U1;105;0,3983
U2;101;0,3831
U3;100;0,3793
U4;116;0,4400
U5;102;0,3869
U6;105;0,3983
U7;106;0,4021
U8;105;0,3983
U9;115;0,4362
n;29;
IKM;90,56;
mutu;A;
"""


def test_a_table_of_a_report_is_audited(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(TABLE)
    data = json.loads(pst("survey", "audit", file, *LIST, "--format", "json").out)
    assert data["reproduces"] == ["2dp"]
    assert data["published"]["index"] == "90,56"
    ended = pst("survey", "audit", file, *LIST)
    assert ended.code == 0
    assert "berbobot 2 desimal" in ended.out
    assert "tanpa pembulatan               91,4751  A" in ended.out
    assert "--numbering" in refused(pst, "audit", file, "--instrument", "skm-2017")
    assert "--instrument" in refused(pst, "audit", file)


def test_a_result_that_no_convention_gives_ends_with_1(
    pst: Pst, table: Callable[..., Path]
) -> None:
    ended = pst("survey", "audit", table(TABLE.replace("90,56", "92,50")), *LIST)
    assert ended.code == 1
    data = json.loads(
        pst(
            "survey", "audit", table(TABLE.replace("90,56", "92,50")), *LIST, "--format", "json"
        ).out
    )
    assert (data["reproduces"], data["status"], data["closest"]) == ([], "inconsistent", "exact")


def test_a_result_without_figures_cannot_be_audited_and_is_not_blamed(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("instrument: skm-2017\nikm: 82.71\nmutu: B\n", "akhir.yaml")
    data = json.loads(pst("survey", "audit", file, "--format", "json").out)
    assert data["status"] == "not_checkable"
    assert pst("survey", "audit", file).code == 0


def test_a_number_of_a_file_keeps_its_noughts(pst: Pst) -> None:
    text = "instrument: skm-2017\nn: 49\nikm: 78.70\nelements:\n  fee: {mean: 3.150}\n"
    for raw in (text, json.dumps({"instrument": "skm-2017", "ikm": 78.7, "n": 49})):
        data = json.loads(pst("survey", "audit", "-", "--format", "json", stdin=raw.encode()).out)
        assert data["published"]["index"] == ("78.70" if raw is text else "78.7")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tabel.yaml", "instrument: skm-2017\nikm: sembilan\n"),
        ("tabel.yaml", "instrument: skm-2017\nrahasia: 3\n"),
        ("tabel.yaml", "["),
        ("tabel.yaml", "elements: {fee: 3}\n"),
        ("tabel.csv", ""),
        ("tabel.csv", "unsur;nrr\nUX;3\n"),
        ("tabel.doc", "x"),
        ("tabel.yaml", "instrument: skm-2099\n"),
    ],
)
def test_what_is_no_table_is_refused(
    pst: Pst, table: Callable[..., Path], name: str, text: str
) -> None:
    arguments = LIST if name.endswith(".csv") else ()
    assert "Traceback" not in refused(pst, "audit", table(text, name), *arguments)


def test_a_file_that_is_not_there_is_refused(pst: Pst, tmp_path: Path) -> None:
    for name in ("x.csv", "x.yaml"):
        for said in (
            refused(pst, "audit", tmp_path / name, *LIST),
            refused(pst, "score", tmp_path / name, *LIST),
            refused(pst, "score", "--from-table", tmp_path / name, *LIST),
        ):
            assert name in said
    assert "No such file" not in pst("survey", "score", tmp_path / "x.csv", *LIST).err


OFFICIAL = """\
instrument: skd-2025
period: "2025"
source: Laporan hasil survei dari pusat
index: 91.20
n: 30
elements:
  fee: 9.10
  product: {sum: 270}
"""


def test_official_figures_are_printed_as_they_were_given(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table(OFFICIAL, "skd.yaml")
    found = group(pst, "--from-table", file)
    assert (found["status"], found["index"], found["grade"]) == ("official", "91.20", None)
    assert (found["derived_grade"], found["source"]) == ("A", "Laporan hasil survei dari pusat")
    assert found["elements"][0]["mean"] == "9.10"
    said = pst("survey", "score", "--from-table", file).out
    assert said.startswith("Hasil resmi: indeks 91,20, mutu tidak disebut, 30 responden")
    assert "menurut tabel, nilai itu A" in said
    assert "Tidak ada pembulatan" not in said  # two of sixteen elements are no whole table
    assert "Σ 270" in said
    assert "Laporan hasil survei dari pusat" in said


def test_official_figures_need_a_source(pst: Pst, table: Callable[..., Path]) -> None:
    bare = table(OFFICIAL.replace("source: Laporan hasil survei dari pusat\n", ""), "skd.yaml")
    assert "--source" in refused(pst, "score", "--from-table", bare)
    assert group(pst, "--from-table", bare, "--source", "Pusat")["source"] == "Pusat"
    named = table(OFFICIAL, "skd.yaml")
    assert "already says" in refused(pst, "score", "--from-table", named, "--source", "Lain")


def test_answers_and_official_figures_do_not_mix(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(OFFICIAL, "skd.yaml")
    assert "not both" in refused(pst, "score", ANSWERS, "--from-table", file)
    assert "not both" in refused(pst, "score")
    assert "--quality" in refused(pst, "score", "--from-table", file, "--quality")


def test_a_cell_with_a_line_that_never_ends_is_refused(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table(f'unsur;nrr\nU1;"{"x" * 200_000}"\n')
    refused(pst, "audit", file, *LIST)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("mutu;A", "mutu;B", "Mutu yang dipublikasikan B"),
        ("U1;105;0,3983", "U1;105;0,3983\nU10;3;", ""),
    ],
)
def test_a_letter_that_does_not_follow_ends_with_1(
    pst: Pst, table: Callable[..., Path], old: str, new: str, said: str
) -> None:
    ended = pst("survey", "audit", table(TABLE.replace(old, new)), *LIST)
    assert ended.code == (1 if said else 2)
    assert said in ended.out
