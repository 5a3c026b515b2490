"""``pst survey score``: sums, index and grade, and what they are reckoned by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.survey.survey_answers import ANSWERS, ELEMENTS, LIST, Pst, group, refused


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


def test_the_elements_to_begin_with_come_with_their_components(pst: Pst) -> None:
    found = group(pst, ANSWERS, *LIST)["priorities"]
    assert [one["element"] for one in found] == [
        "requirements",
        "procedure",
        "complaint_handling",
    ]
    assert found[0]["components"] == ["requirements"]


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
