from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
DATA = Path(__file__).resolve().parents[1] / "data"
ANSWERS = DATA / "skm-answers-49x9.csv"
LIST = ("--instrument", "skm-2017", "--numbering", "list")
ELEMENTS = (
    *("requirements", "procedure", "time_limit", "fee", "product"),
    *("competence", "conduct", "complaint_handling", "facilities"),
)
BAR = "\N{FULL BLOCK}"


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def expected() -> Mapping[str, Any]:
    text = (DATA / "skm-answers-49x9.expected.json").read_text(encoding="utf-8")
    return dict(json.loads(text)["skm-answers-49x9"])


def group(pst: Pst, *arguments: str | Path) -> Any:
    ended = pst("survey", "score", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    (found,) = json.loads(ended.out)["groups"]
    return found


def refused(pst: Pst, *arguments: str | Path) -> str:
    ended = pst("survey", *arguments, "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    return str(ended.err)


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Write a file of answers: its text, or the rows below a header."""

    def write(text: str, name: str = "jawaban.csv", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode(encoding))
        return file

    return write


# -- score ---------------------------------------------------------------------------------------


def test_sums_index_and_quality_are_those_reckoned_elsewhere(
    pst: Pst, expected: Mapping[str, Any]
) -> None:
    found = group(pst, ANSWERS, *LIST, "--quality")
    assert found["key"] == {}
    assert found["n"] == expected["n"]
    assert [one["code"] for one in found["elements"]] == [f"U{n}" for n in range(1, 10)]
    assert [one["sum"] for one in found["elements"]] == expected["sums"]
    assert [one["n"] for one in found["elements"]] == [49] * 9
    assert [float(one["mean"]) for one in found["elements"]] == [
        round(mean, 3) for mean in expected["nrr"]
    ]
    assert (found["index"], found["ni"]) == ("78.74", "3.1497")
    assert found["index_exact"] == "11575/147"
    assert round(eval(found["index_exact"]), 6) == expected["IKM_exact"]  # noqa: S307 - a fraction
    assert (found["grade"], found["weights"]) == ("B", "exact")
    quality = found["quality"]
    assert quality["alpha"] == expected["alpha"]
    for name, wanted in (
        ("item_total", "item_total"),
        ("corrected_item_total", "corrected_item_total"),
        ("alpha_if_deleted", "alpha_if_deleted"),
    ):
        assert [round(value, 4) for value in quality[name]] == expected[wanted]
    margin = quality["margin"]
    assert round(margin["value"], 3) == expected["ikm_moe95_z"]
    assert (margin["method"], margin["fpc"]) == ("z", False)
    assert quality["straight_liners"] == expected["straightliners"]


@pytest.mark.parametrize(
    ("weights", "index"), [("exact", "78.74"), ("2dp", "77.95"), ("3dp", "78.66"), ("4dp", "78.73")]
)
def test_the_rounding_of_the_weights_is_asked_for_and_told(
    pst: Pst, weights: str, index: str
) -> None:
    found = group(pst, ANSWERS, *LIST, "--weights", weights)
    assert (found["index"], found["weights"]) == (index, weights)


def test_a_bare_number_needs_a_way_of_numbering(pst: Pst) -> None:
    said = refused(pst, "score", ANSWERS, "--instrument", "skm-2017", "--format", "json")
    assert "u8, u9" in said
    assert "--numbering list" in said


def test_list_and_form_number_two_elements_the_other_way_round(pst: Pst) -> None:
    by_list, by_form = (
        {
            one["element"]: one["sum"]
            for one in group(pst, ANSWERS, "--instrument", "skm-2017", "--numbering", way)[
                "elements"
            ]
        }
        for way in ("list", "form")
    )
    assert (by_list["complaint_handling"], by_list["facilities"]) == (143, 159)
    assert (by_form["complaint_handling"], by_form["facilities"]) == (159, 143)


@pytest.mark.parametrize(
    ("n", "total", "letter", "other"),
    [
        (19, 524, "B", "C"),
        (26, 717, "C", None),
        (19, 604, "B", None),
        (43, 1367, "A", "B"),
        (58, 1357, "D", None),
        (113, 2644, "C", "D"),
    ],
)
def test_an_index_in_a_hole_of_the_table_has_a_letter(
    pst: Pst, table: Callable[..., Path], n: int, total: int, letter: str, other: str | None
) -> None:
    floor, more = divmod(total, 9 * n)
    cells = [floor + (place < more) for place in range(9 * n)]
    lines = [",".join(map(str, cells[row * 9 : row * 9 + 9])) for row in range(n)]
    found = group(pst, table("\n".join([",".join(ELEMENTS), *lines])), "--instrument", "skm-2017")
    assert (found["grade"], found["other_grade"]) == (letter, other)
    strict = group(
        pst,
        *(table("\n".join([",".join(ELEMENTS), *lines])), "--instrument", "skm-2017"),
        *("--categories", "strict_lower"),
    )
    assert strict["grade"] == (other or letter)


def test_the_first_day_of_the_period_settles_the_rules(pst: Pst) -> None:
    arguments = (ANSWERS, "--numbering", "list", "--start")
    assert group(pst, *arguments, "2024-01-01")["instrument"] == "skm-2017"
    assert group(pst, *arguments, "2015-01-01")["instrument"] == "skm-2014"
    assert "2017" in refused(pst, "score", *arguments, "2017-06-01")
    assert "no rules" in refused(pst, "score", *arguments, "2003-06-01")
    named = (*arguments, "2015-01-01", "--instrument")
    assert "did not hold" in refused(pst, "score", *named, "skm-2017")
    assert group(pst, *named, "skm-2014")["instrument"] == "skm-2014"
    other = group(pst, ANSWERS, "--start", "2026-01-01", "--instrument", "skd-2025")
    assert other["instrument"] == "skd-2025"  # the survey of data needs is no regulation of SKM
    assert "skm-2004" in refused(pst, "score", ANSWERS, "--numbering", "list")


def test_files_are_added_up_not_averaged(pst: Pst, table: Callable[..., Path]) -> None:
    first = table("biaya\n4\n4\n4\n", "tw1.csv")
    second = table("biaya\n1\n", "tw2.csv")
    found = group(pst, first, second, "--instrument", "skm-2017", "--quality")
    assert (found["n"], found["index"]) == (4, "81.25")
    assert found["quality"]["n"] == 4


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


def test_weights_of_an_office_are_used(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(f"{','.join(ELEMENTS)}\n4,1,1,1,1,1,1,1,1\n")
    given = [
        f"--weight={key}={share}"
        for key, share in zip(ELEMENTS, ["0,2", *["0.1"] * 8], strict=True)
    ]
    found = group(pst, file, "--instrument", "skm-2017", *given)
    assert (found["index"], found["weights_given"]) == ("40.00", True)
    bad = [*given[:-1], "--weight=facilities=0.2"]
    said = refused(pst, "score", file, "--instrument", "skm-2017", *bad)
    assert "--normalise" in said
    found = group(pst, file, "--instrument", "skm-2017", *bad, "--normalise", "--quality")
    assert found["quality"]["margin"] is None
    assert (
        "bobot ditetapkan sendiri"
        in pst("survey", "score", file, "--instrument", "skm-2017", *given).out
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


def test_the_elements_to_begin_with_come_with_their_components(pst: Pst) -> None:
    found = group(pst, ANSWERS, *LIST)["priorities"]
    assert [one["element"] for one in found] == [
        "requirements",
        "procedure",
        "complaint_handling",
    ]
    assert found[0]["components"] == ["requirements"]


SKD = DATA.parent.parent / "src" / "pst_standards" / "surveys" / "data" / "skd.toml"


def skd_keys() -> list[str]:
    from pst_standards.surveys import instrument

    return list(instrument("skd-2025").keys)


def test_the_survey_of_data_needs_has_its_own_indices(pst: Pst, table: Callable[..., Path]) -> None:
    keys = skd_keys()
    header: list[Any] = [*keys, *(f"kepentingan_{key}" for key in keys)]
    rows: list[list[Any]] = [
        [9] * 11 + [10] * 5 + [10, *[9] * 15],
        [7] * 11 + [8] * 5 + [8, *[9] * 15],
    ]
    text = "\n".join(",".join(map(str, row)) for row in [header, *rows])
    arguments = (table(text), "--instrument", "skd-2025")
    found = group(pst, *arguments)
    assert found["parts"]["ipkp"]["index"] == "80.00"
    assert found["parts"]["ipak"]["index"] == "90.00"
    assert len(found["parts"]["ipak"]["elements"]) == 5
    importance = found["importance"]
    assert importance["ikk"]["weighting"] == "importance"
    assert importance["expectations"][0]["gap"] == -1.0
    assert importance["quadrants"]["undetermined"] == ["importance"]
    said = pst("survey", "score", *arguments).out
    assert "IPKP 80,00" in said
    assert "IPAK 90,00" in said
    assert "IKK 83,13" in said
    assert said.startswith("Indeks 83,13")


def test_without_importance_the_attributes_weigh_the_same_and_parts_carry_their_mark(
    pst: Pst, table: Callable[..., Path]
) -> None:
    keys = skd_keys()
    text = "\n".join([",".join(keys), ",".join(["9"] * 11 + ["10"] * 5)])
    arguments = (table(text), "--instrument", "skd-2025")
    found = group(pst, *arguments)
    assert found["importance"]["ikk"]["index"] == "93.13"
    assert found["importance"]["ikk"]["weighting"] == "equal"
    assert found["importance"]["ikk"]["asked"] == "importance"
    assert "quadrants" not in found["importance"]
    ipak = found["parts"]["ipak"]
    assert (ipak["confidence"], ipak["weighting"]) == ("unverified", "equal")
    assert [one["key"] for one in ipak["warnings"]] == ["part-doubtful"]
    said = " ".join(pst("survey", "score", *arguments).out.split())
    assert "IKK 93,13" in said
    assert "- Cara pusat menghitung IPAK belum diverifikasi" in said
    assert "- Tingkat kepentingan tidak ditanyakan" in said


def test_the_weighting_is_chosen_and_recorded(pst: Pst, table: Callable[..., Path]) -> None:
    keys = skd_keys()
    header = [*keys, *(f"kepentingan_{key}" for key in keys)]
    row = [*[8] * 11, 10, *[5] * 4, *[9] * 11, 10, *[2] * 4]
    text = "\n".join(",".join(map(str, one)) for one in (header, row))
    arguments = (table(text), "--instrument", "skd-2025")
    equal = group(pst, *arguments, "--weighting", "equal")
    assert equal["importance"]["ikk"]["index"] == equal["index"]
    assert equal["importance"]["ikk"]["weighting"] == "equal"
    weighed = group(pst, *arguments, "--weighting", "importance")
    assert weighed["parts"]["ipak"]["weighting"] == "importance"
    assert (equal["parts"]["ipak"]["index"], weighed["parts"]["ipak"]["index"]) == (
        *("60.00", "77.78"),
    )


def test_without_answers_there_is_no_index(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("biaya,waktu\n")
    found = group(pst, file, "--instrument", "skm-2017", "--quality")
    assert (found["n"], found["index"], found["grade"], found["status"]) == (
        *(0, None, None),
        "no_data",
    )
    ended = pst("survey", "score", file, "--instrument", "skm-2017", "--lang", "en")
    assert ended.code == 0
    assert "No answers" in ended.out


# -- text ----------------------------------------------------------------------------------------


def test_a_clerk_reads_a_bar_for_each_element(pst: Pst) -> None:
    ended = pst("survey", "score", ANSWERS, *LIST, "--quality")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("IKM 78,74, mutu B (Baik), 49 responden\nNI 3,1497")
    assert sum(BAR in line for line in ended.out.splitlines()) == 9
    assert "U4  Biaya/tarif" in ended.out
    assert "Alfa Cronbach 0,740, dari 49 responden" in ended.out
    letters = "B (B\N{EN DASH}C)"
    assert "Margin IKM ±2,42 (z, tanpa koreksi populasi). Mutu dalam margin itu: " + letters in (
        ended.out
    )
    assert max(len(line) for line in ended.out.splitlines()) <= 90
    assert "\x1b" not in ended.out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_a_terminal_that_knows_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pst_standards.cli.console import Console

    def printed(**environment: str) -> str:
        out = Terminal()
        Console(stdout=out, environment=environment).painted([("a\x1b", ""), ("b", "green")])
        return out.getvalue()

    monkeypatch.setattr("os.name", "posix")
    assert printed() == "a\N{REPLACEMENT CHARACTER}\x1b[32mb\x1b[0m\n"
    assert printed(NO_COLOR="1") == printed(TERM="dumb") == "a\N{REPLACEMENT CHARACTER}b\n"
    monkeypatch.setattr("os.name", "nt")
    assert "\x1b[32m" not in printed()
    assert "\x1b[32m" in printed(WT_SESSION="1")
    out = io.StringIO()
    Console(stdout=out, environment={}).painted([("a", "red")])
    assert out.getvalue() == "a\n"


def test_what_does_not_count_stands_without_a_bar(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("biaya,waktu,produk\n4,,3\n3,,2\n")
    said = pst("survey", "score", file, "--instrument", "skm-2017", "--drop", "product").out
    assert "tidak dijawab siapa pun" in said
    assert "tidak ditanyakan" in said
    assert "tidak dihitung, atas permintaan" in said
    assert sum(BAR in line for line in said.splitlines()) == 1


def test_a_single_answer_tells_what_it_cannot_tell(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("biaya,waktu\n4,4\n")
    said = pst("survey", "score", file, "--instrument", "skm-2017", "--quality").out
    assert "Alfa Cronbach tidak dapat dihitung" in said
    assert "Nilai terendah" not in said


# -- bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "row", "hint"),
    [
        ("biaya,waktu\n4,3\n0,3\n", "Row 3, column “biaya”", "--answer 0=blank"),
        ("biaya,waktu\n4,5\n", "Row 2, column “waktu”", "--answer"),
        ("biaya;waktu\n4;2,5\n", "Row 2, column “waktu”", "--answer"),
        ("biaya,waktu\n4 ,3\n", "Row 2, column “biaya”", "--strip"),
        ("biaya,waktu\nTS,3\n", "Row 2, column “biaya”", "--answer"),
        ("4,3,3,2\n3,3,4,4\n", "", "--header-row"),
        ("Hasil survei,\n,\nbiaya,waktu\n4,3\n", "", "--header-row"),
        ("", "", ""),
    ],
)
def test_a_cell_that_is_no_answer_stops_the_count_with_its_place(
    pst: Pst, table: Callable[..., Path], text: str, row: str, hint: str
) -> None:
    said = refused(pst, "score", table(text), "--instrument", "skm-2017")
    assert row in said
    assert hint in said
    assert "Traceback" not in said


def test_rules_say_what_else_a_cell_means(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("Tarif?;waktu;No\nSS;4 ;a\n0;3;b\n-;x;b\n")
    found = group(
        pst,
        *(file, "--instrument", "skm-2017", "--column", "Tarif?=fee", "--column", "No="),
        *("--answer", "SS=4", "--answer", "0=blank", "--answer=-=not_applicable"),
        *("--strip", "--leave-out", "--respondent", "No", "--duplicates", "leave_out"),
    )
    elements = {one["element"]: one for one in found["elements"]}
    assert (elements["fee"]["n"], elements["fee"]["sum"]) == (1, 4)
    assert elements["time_limit"]["sum"] == 7
    assert found["left_out"] == {"respondent.duplicate": 1}
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--answer", "SS=good")
    assert "no meaning" in said
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--duplicates", "keep")
    assert "--respondent" in said
    assert "no pair" in refused(pst, "score", file, "--column", "Tarif")


def test_left_out_cells_are_counted_by_reason(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("biaya,waktu\n0,3\n4,TS\n")
    found = group(pst, file, "--instrument", "skm-2017", "--leave-out")
    assert found["left_out"] == {"answer.zero": 1, "answer.text": 1}


def test_words_of_the_form_are_taken_when_asked_for(pst: Pst, table: Callable[..., Path]) -> None:
    file = table("biaya,prosedur\ngratis,Sangat mudah\n")
    found = group(pst, file, "--instrument", "skm-2017", "--option-texts")
    assert found["index"] == "100.00"


def test_words_of_the_form_are_refused_with_the_option_that_reads_them(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("biaya,prosedur\nGratis,Sangat mudah\nMurah,Sangat mudah\n")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert "--option-texts" in said
    assert "header" not in said


def test_what_rounded_weights_do_stands_right_below_the_figure(
    pst: Pst, table: Callable[..., Path]
) -> None:
    eight = [name for name in ELEMENTS if name not in {"biaya", "fee"}]
    file = table(f"{','.join(eight)}\n{','.join('3' * 8)}\n")
    ended = pst("survey", "score", file, "--instrument", "skm-2017", "--weights", "2dp")
    lines = ended.out.splitlines()
    assert lines[0].startswith("IKM 78,00, mutu B")
    assert lines[2].startswith("- Penting: bobot yang dibulatkan ke 2 desimal berjumlah 1,04")
    assert ended.out.count("Penting: bobot") == 1


def test_a_column_saved_with_decimals_is_read_by_a_rule_only(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("biaya;prosedur\n3,00;4,0\n4,00;2.0\n")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert "written with decimals" in said
    assert "--decimals" in said
    asked = ("--instrument", "skm-2017", "--drop", "fee", "--decimals")
    assert group(pst, file, *asked)["index"] == "75.00"


def test_a_file_of_an_old_excel_is_read_when_its_encoding_is_named(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("biaya;catatan\n4;Café\n", encoding="cp1252")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert "--encoding cp1252" in said
    known = ("--instrument", "skm-2017", "--encoding", "cp1252", "--column", "catatan=")
    assert group(pst, file, *known)["n"] == 1


def test_a_table_with_titles_above_and_sums_below_is_read_when_told(
    pst: Pst, table: Callable[..., Path]
) -> None:
    lines = ["Rekap", ",", f"{','.join(ELEMENTS)}", *[",".join("4" * 9)] * 2, ",".join("8" * 9)]
    file = table("\n".join(lines))
    arguments = (file, "--instrument", "skm-2017", "--delimiter", "comma", "--last-row", "5")
    for row in ("3", "find"):
        assert group(pst, *arguments, "--header-row", row)["n"] == 2
    assert group(pst, *arguments, "--header-row", "3", "--first-row", "5")["n"] == 1
    assert "whole number" in refused(pst, "score", file, "--header-row", "x")


def test_rounded_weights_that_lead_out_of_the_scale_are_printed_only_when_asked_for(
    pst: Pst, table: Callable[..., Path]
) -> None:
    eight = ELEMENTS[:8]
    file = table(f"{','.join(eight)}\n{','.join('4' * 8)}\n")
    arguments = (file, "--instrument", "skm-2017", "--weights", "2dp")
    assert "--compat" in refused(pst, "score", *arguments)
    assert group(pst, *arguments, "--compat")["index"] == "104.00"


def test_a_small_file_needs_no_library(tmp_path: Path) -> None:
    script = tmp_path / "loaded.py"
    script.write_text(
        "import sys\n"
        "from pst_standards.cli import main\n"
        f"main(['survey', 'score', {str(ANSWERS)!r}, '--instrument', 'skm-2017',"
        " '--numbering', 'list', '--format', 'json'])\n"
        "heavy = {'numpy', 'pandas', 'polars', 'pyarrow', 'narwhals', 'yaml', 'attrs'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, check=True)
    assert done.stderr == b""
    assert json.loads(done.stdout)["groups"][0]["index"] == "78.74"


# -- sample size ---------------------------------------------------------------------------------


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


# -- audit ---------------------------------------------------------------------------------------

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


# -- official figures ----------------------------------------------------------------------------

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


def test_files_with_other_questions_have_no_quality_together(
    pst: Pst, table: Callable[..., Path]
) -> None:
    first, second = table("biaya,waktu\n4,3\n", "a.csv"), table("waktu,biaya\n2,4\n", "b.csv")
    arguments = (first, second, "--instrument", "skm-2017")
    assert group(pst, *arguments)["index"] == "81.25"
    assert "same questions" in refused(pst, "score", *arguments, "--quality")


def test_elements_of_ones_own_are_added_or_stand_in_for_others(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table(f"{','.join(f'U{n}' for n in range(1, 11))}\n{','.join('3' * 8)},4,1\n")
    own = ("--add", "levy=Pungutan tidak resmi", "--add", "parking=Parkir")
    found = group(pst, file, *LIST, *own, "--replace", "complaint_handling=levy")
    assert found["instrument"] == "skm-2017-own"
    elements = {one["element"]: one for one in found["elements"]}
    assert "complaint_handling" not in elements
    assert (elements["levy"]["code"], elements["levy"]["sum"]) == ("U8", 3)
    assert elements["levy"]["term"]["id"] == "Pungutan tidak resmi"
    assert (elements["parking"]["code"], elements["parking"]["sum"]) == ("U10", 1)
    assert found["index"] == "72.50"
    said = pst("survey", "score", file, *LIST, *own, "--replace", "fee=levy").out
    assert "U10 Parkir" in said
    said = refused(pst, "score", file, *LIST, "--replace", "fee=levy")
    assert "--add levy=" in said


def test_the_satisfied_are_counted_by_a_limit_that_is_said(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table("biaya,waktu\n4,3\n2,3\n3,\n,\n")
    arguments = (file, "--instrument", "skm-2017", "--satisfied")
    found = group(pst, *arguments, "3")
    assert found["satisfied"]["percent"] == "66.67"
    assert (found["satisfied"]["cutoff"], found["satisfied"]["of"]) == ("3.00", 3)
    assert "quality" not in found
    said = pst("survey", "score", *arguments, "3,5").out
    assert "Puas: 33,3 persen (1 dari 3 responden), dengan batas rata-rata 3,50." in said
    for wrong in ("1", "5", "x"):
        refused(pst, "score", *arguments, wrong)
    assert "satisfied" not in group(pst, file, "--instrument", "skm-2017")


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


def test_where_blocks_cannot_be_written_bars_are_of_plain_signs(pst_process: Pst) -> None:
    ended = pst_process("survey", "score", ANSWERS, *LIST, PYTHONIOENCODING="ascii")
    assert ended.code == 0
    assert (
        "U4  Biaya/tarif                                3,612 A #################..." in ended.out
    )


def test_workbooks_and_parquet_are_read_as_text_is(
    pst: Pst, tmp_path: Path, expected: Mapping[str, Any]
) -> None:
    pytest.importorskip("pyarrow")
    openpyxl = pytest.importorskip("openpyxl")
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = rows_of("skm-answers-49x9.csv")
    answers = {name: [int(row[name]) for row in rows] for name in rows[0]}
    pq.write_table(pa.table(answers), tmp_path / "jawaban.parquet")
    book = openpyxl.Workbook()
    book.active.append(["Rekapitulasi jawaban responden"])
    book.active.append(list(answers))
    for row in rows:
        book.active.append([int(cell) for cell in row.values()])
    book.save(tmp_path / "jawaban.xlsx")
    for name in ("jawaban.parquet", "jawaban.xlsx"):
        found = group(pst, tmp_path / name, *LIST, "--quality")
        assert [one["sum"] for one in found["elements"]] == expected["sums"]
        assert found["quality"]["alpha"] == expected["alpha"]


def test_a_cell_with_a_line_that_never_ends_is_refused(
    pst: Pst, table: Callable[..., Path]
) -> None:
    file = table(f'unsur;nrr\nU1;"{"x" * 200_000}"\n')
    refused(pst, "audit", file, *LIST)


def test_every_instrument_is_scored_in_both_languages(pst: Pst, table: Callable[..., Path]) -> None:
    from pst_standards.surveys import instruments

    for one in instruments():
        keys = [item.key for item in one.items] or list(one.keys)
        rows = [[one.scale.high - (row + at) % 3 for at in range(len(keys))] for row in range(12)]
        text = "\n".join([",".join(keys), *(",".join(map(str, row)) for row in rows)])
        for lang in ("id", "en"):
            ended = pst(
                *("survey", "score", table(text), "--instrument", one.id),
                *("--quality", "--lang", lang),
            )
            assert (ended.code, ended.err) == (0, ""), one.id
            assert max(len(line) for line in ended.out.splitlines()) <= 90, one.id
            assert ",," not in ended.out
            assert sum(BAR in line for line in ended.out.splitlines()) == len(one.keys)


def test_narrow_terminals_have_shorter_bars(pst: Pst, monkeypatch: pytest.MonkeyPatch) -> None:
    from pst_standards.cli.console import Console

    monkeypatch.setattr(Console, "columns", 60)
    lines = pst("survey", "score", ANSWERS, *LIST).out.splitlines()
    assert max(len(line) for line in lines) <= 60
    assert "\N{HORIZONTAL ELLIPSIS}" in next(line for line in lines if line.startswith("U8"))


@pytest.mark.parametrize("form", ["text", "json"])
def test_another_number_than_was_declared_ends_with_1(pst: Pst, form: str) -> None:
    ended = pst("survey", "score", ANSWERS, *LIST, "--declared", "50", "--format", form)
    assert (ended.code, ended.err) == (1, "")
    assert "declared" in ended.out or "50" in ended.out


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


def test_a_caution_is_not_said_twice(pst: Pst, tmp_path: Path) -> None:
    answers = tmp_path / "few.csv"
    answers.write_text("biaya,waktu\n3,4\n4,4\n2,3\n", encoding="utf-8")
    said = pst("survey", "score", str(answers), "--instrument", "skm-2017", "--quality")
    assert said.out.count("kurang dari 30") == 1
    plain = pst("survey", "score", str(answers), "--instrument", "skm-2017")
    assert plain.out.count("kurang dari 30") == 1


NINE = ",".join(ELEMENTS)
SKM = ("--instrument", "skm-2017")


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("persyaratan,prosedur,biaya,produk,kompetensi,Waktu Penyelesain", "waktu"),
        ("persyaratan,prosedur,biaya,produk,kompetensi,Seberapa cepat waktu layanan?", "waktu"),
        ("persyaratan,prosedur,biaya,produk,kompetensi,U3 kecepatan", "U3 kecepatan"),
        ("biaya,Jawaban", "--drop"),
    ],
)
def test_a_column_that_may_hold_answers_is_never_left_out_silently(
    pst: Pst, table: Callable[..., Path], header: str, kind: str
) -> None:
    file = table(f"{header}\n" + ",".join("3" * (header.count(",") + 1)) + "\n")
    said = refused(pst, "score", file, "--instrument", "skm-2017")
    assert kind in said
    heading = header.rpartition(",")[2]
    left = group(pst, file, "--instrument", "skm-2017", "--column", f"{heading}=")
    assert left["n"] == 1
    meant = group(pst, file, "--instrument", "skm-2017", "--column", f"{heading}=waktu")
    assert len([one for one in meant["elements"] if one["n"]]) == header.count(",") + 1


def test_an_element_is_called_by_any_of_its_names(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(f"{NINE}\n" + ",".join("344444444") + "\n")
    by_key = group(pst, file, "--instrument", "skm-2017", "--drop", "requirements")
    for name in ("persyaratan", "Persyaratan", "U1"):
        assert group(pst, file, "--instrument", "skm-2017", "--drop", name) == by_key
    assert by_key["index"] == "100.00"
    assert "numbering" in refused(pst, "score", file, "--instrument", "skm-2017", "--drop", "U8")
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--drop", "parkir")
    assert "biaya (fee)" in said


def test_numbers_and_words_together_are_a_heading(pst: Pst, table: Callable[..., Path]) -> None:
    head = "U1. Persyaratan,U2 (Prosedur),Waktu pelayanan,Biaya / Tarif,5. Produk layanan"
    head += ",Kompetensi petugas,Perilaku petugas,U8 Sarana prasarana,U9 Penanganan pengaduan"
    file = table(f"No,{head}\n1," + ",".join("334444412") + "\n")
    found = group(pst, file, "--instrument", "skm-2017")
    assert [one["sum"] for one in found["elements"]] == [3, 3, 4, 4, 4, 4, 4, 2, 1]


def test_what_was_read_of_each_file_is_told(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(f"No,{NINE},Usia\n1," + ",".join("344444444") + ",30\n")
    data = json.loads(pst("survey", "score", str(file), *SKM, "--format", "json").out)
    (read,) = data["files"]
    assert read["unread"] == ["No", "Usia"]
    assert read["missing"] == []
    assert read["columns"]["fee"]
    ended = pst("survey", "score", str(file), str(file), *SKM)
    assert (ended.code, ended.out) == (2, "")
    assert "dua kali" in ended.err


def test_what_only_some_files_ask_is_told(pst: Pst, tmp_path: Path) -> None:
    first, second = tmp_path / "tw1.csv", tmp_path / "tw2.csv"
    names = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan"
    first.write_text(f"{names},sarpras\n" + ",".join("3" * 9) + "\n", encoding="utf-8")
    second.write_text(f"{names},Usia\n" + ",".join("3" * 8) + ",30\n", encoding="utf-8")
    said = pst("survey", "score", str(first), str(second), *SKM).out
    assert "hanya ditanyakan dalam sebagian berkas; tidak dalam tw2.csv" in " ".join(said.split())
    assert "Usia" in said


def test_the_rules_that_changed_cells_are_told(pst: Pst, table: Callable[..., Path]) -> None:
    file = table(f"{NINE}\n" + ",".join("344444444") + "\n")
    arguments = ("survey", "score", str(file), *SKM, "--answer", "3=4", "--answer", "TS=1")
    assert "Isi sel yang diberi arti: 3 = 4, TS = 1." in pst(*arguments).out
    data = json.loads(pst(*arguments, "--format", "json").out)
    assert data["rules"]["answers"] == {"3": "4", "TS": "1"}


def test_a_column_of_identities_makes_no_groups(
    pst: Pst, table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pst_standards.cli.survey_files._MOST_GROUPS", 3)
    file = table("NIK,biaya\n" + "".join(f"{n},4\n" for n in range(4)))
    said = refused(pst, "score", file, "--instrument", "skm-2017", "--group-by", "NIK")
    assert "4 groups" in said


def test_garbage_of_many_megabytes_ends_as_other_faults_do(tmp_path: Path) -> None:
    file = tmp_path / "koma.csv"
    file.write_text("biaya,waktu\n" + "," * 12_000_000 + "\n", encoding="utf-8")
    command = (sys.executable, "-m", "pst_standards", "survey", "score", str(file))
    done = subprocess.run(
        (*command, "--instrument", "skm-2017"), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Fatal" not in done.stderr
