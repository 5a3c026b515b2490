from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest

from pst_standards.surveys import (
    Element,
    ElementCounts,
    Score,
    SurveyError,
    Tallies,
    Tally,
    Term,
    Weighting,
    adapted,
    instrument,
    result_to_dict,
    results_to_dict,
    score,
    score_part,
    tally_columns,
)
from pst_standards.surveys.tallying import Handling

SKM = instrument("skm-2017")


def table_of(*columns: Sequence[object]) -> Mapping[str, Sequence[object]]:
    return dict(zip(SKM.keys, columns, strict=False))


def same(value: int, n: int = 40, **other: int) -> Tally:
    """The tally of n respondents who all answer alike, except on some elements."""
    rows = {key: [other.get(key, value)] * n for key in SKM.keys}
    return tally_columns(rows, SKM).total()


def keys_of(told: Score) -> list[str]:
    return [note.key for note in told.notes]


def test_the_real_answers_score_as_they_must(
    answers: Mapping[str, Sequence[str]], expected: Mapping[str, Any]
) -> None:
    tally = tally_columns(answers, SKM, numbering="list").total()
    for rounding, name in (("exact", "IKM_exact"), ("2dp", "IKM_011"), ("3dp", "IKM_0111")):
        index = score(tally, weights=rounding).index
        assert index is not None
        assert round(float(index), 6) == expected[name]
    told = score(tally)
    assert told.ni is not None
    assert round(float(told.ni), 5) == expected["NI"]
    assert score(tally, weights="2dp").index_shown == "77.95"


def test_the_result_has_the_promised_form(answers: Mapping[str, Sequence[str]]) -> None:
    tallies = tally_columns(answers, SKM, numbering="list")
    found = results_to_dict(((key, score(one)) for key, one in tallies), numbering="list")
    found = json.loads(json.dumps(found))
    (group,) = found["groups"]
    assert (group["key"], group["n"], group["index"]) == ({}, 49, "78.74")
    assert (group["grade"], group["weights"], group["ni"]) == ("B", "exact", "3.1497")
    assert Fraction(group["index_exact"]) == Fraction(25 * 1389, 9 * 49)
    first = group["elements"][0]
    assert (first["code"], first["n"], first["sum"], first["mean"]) == ("U1", 49, 138, "2.816")
    assert [one["code"] for one in group["elements"]] == [f"U{n}" for n in range(1, 10)]
    assert group["elements"][7]["element"] == "complaint_handling"
    assert ElementCounts.from_json(first["counts"]["requirements"]).sum == 138
    assert group["warnings"] == []


@pytest.mark.parametrize(
    ("tally", "index", "letter"),
    [
        (same(4, 1), "100.00", "A"),
        (same(1), "25.00", "D"),
        (same(3), "75.00", "C"),
        (same(3, fee=4), "77.78", "B"),
    ],
)
def test_the_edge_cases_have_the_known_scores(tally: Tally, index: str, letter: str) -> None:
    told = score(tally)
    assert told.grade is not None
    assert (told.index_shown, told.grade.letter) == (index, letter)
    assert ("few" in keys_of(told)) == (tally.respondents < 30)


def test_nobody_has_no_score_and_no_grade() -> None:
    told = score(Tally.empty(SKM.id))
    assert (told.index, told.ni, told.grade, told.status) == (None, None, None, "no_data")
    assert told.index_shown == ""
    assert keys_of(told)[0] == "no-data"
    found = result_to_dict(told)
    assert (found["index"], found["index_exact"], found["grade"]) == (None, None, None)


@pytest.mark.parametrize(
    ("n", "total", "rounded", "strict"),
    [
        *((19, 524, "B", "C"), (26, 717, "C", "C"), (19, 604, "B", "B")),
        *((43, 1367, "A", "B"), (58, 1357, "D", "D"), (113, 2644, "C", "D")),
    ],
)
def test_both_grades_are_told_where_they_differ(
    n: int, total: int, rounded: str, strict: str
) -> None:
    base, more = divmod(total, 9 * n)
    cells = [base + 1] * more + [base] * (9 * n - more)
    tally = tally_columns(table_of(*(cells[at::9] for at in range(9))), SKM).total()
    told = score(tally)
    assert told.grade is not None
    assert told.grade.letter == rounded
    other = score(tally, categories="strict_lower")
    assert other.grade is not None
    assert other.grade.letter == strict
    assert ("grade-differs" in keys_of(told)) == (rounded != strict)
    assert result_to_dict(told)["other_grade"] == (strict if rounded != strict else None)


def test_a_published_table_of_frequencies_scores_by_element_first(
    frequencies: list[dict[str, str]],
) -> None:
    names = dict(zip((f"U{n}" for n in range(1, 9)), _eight(), strict=True))
    counts = {}
    for row in frequencies:
        key = names[row["unsur"]]
        part = row["item"].partition(".")[2]
        values = tuple(int(row[f"n{value}"]) for value in range(1, 5))
        counts[f"{key}.{part}" if part else key] = values
        mean = ElementCounts(values).mean
        assert mean is not None
        assert round(float(mean), 6) == float(row["mean_recomputed"])
    tally = Tally.from_frequencies(SKM, counts)
    told = score(tally)
    assert told.index_shown == "87.09"
    assert dict(told.dropped) == {"fee": "not-asked"}
    assert "dropped-not-asked" in keys_of(told)
    pooled = sum(one.sum for one in tally.elements.values())
    assert round(float(Fraction(25 * pooled, 22 * 63)), 2) == 86.56
    letters = [row["mutu_per_14_2017"] for row in frequencies]
    assert letters == [_letter(row) for row in frequencies]


def _eight() -> list[str]:
    return [key for key in SKM.keys if key != "fee"]


def _letter(row: Mapping[str, str]) -> str:
    from pst_standards.surveys import grade_table
    from pst_standards.surveys.grades import grade_of_ni

    return grade_of_ni(Fraction(int(row["sum"]), int(row["n"])), grade_table("skm-2017")).letter


def test_an_element_that_nobody_answered_gives_its_weight_away() -> None:
    rows = {key: [4, 4] for key in SKM.keys} | {"fee": [None, None]}
    told = score(tally_columns(rows, SKM).total())
    assert told.index == 100
    assert dict(told.dropped) == {"fee": "unanswered"}
    assert "Biaya/tarif" in next(n for n in told.notes if n.key == "dropped-unanswered").text("id")
    assert {one.weight for one in told.elements if not one.dropped} == {Fraction(1, 8)}
    given = dict(zip(SKM.keys, (1, 1, 1, 2, 1, 1, 1, 1, 1), strict=True))
    weighted = score(told.tally, weights=Weighting(given=given, normalise=True))
    assert weighted.index == 100
    assert "weights-normalised" in keys_of(weighted)


def test_an_element_is_left_out_on_request_and_both_are_shown() -> None:
    tally = same(3, fee=4)
    without = score(tally, drop=["fee"])
    assert without.index == 75
    assert dict(without.dropped) == {"fee": "asked"}
    fee = without.elements[3]
    assert fee.mean == 4
    assert fee.weighted_mean is None
    assert "fee" not in without.means
    with pytest.raises(SurveyError):
        score(tally, drop=["parking"])


def test_what_does_not_apply_is_told_and_not_counted() -> None:
    from pst_standards.surveys import AnswerRules, Mark

    rules = AnswerRules(scale=SKM.scale, mapping={"-": Mark.NOT_APPLICABLE})
    rows = {key: ["4"] * 30 for key in SKM.keys} | {"complaint_handling": ["-"] * 29 + ["1"]}
    told = score(tally_columns(rows, SKM, rules=rules).total())
    assert told.elements[7].n == 1
    assert keys_of(told) == ["not-applicable"]


def test_what_was_left_out_is_told() -> None:
    rows = {key: ["4", "", "0", "9", "x y"] for key in SKM.keys} | {"no": ["1", "2", "3", "4", "1"]}
    handling = Handling(refused="leave_out", respondent="no", duplicates="leave_out")
    told = score(
        tally_columns(rows, SKM, handling=handling).total()
        + Tally(SKM.id, left_out={"row.short": 2})
    )
    assert keys_of(told) == [
        *(
            "few",
            "empty-rows",
            "left-out-outside",
            "left-out-zero",
            "left-out-duplicate",
            "left-out",
        )
    ]
    assert all(note.text("id") != note.text("en") for note in told.notes)
    assert result_to_dict(told)["left_out"]["answer.zero"] == 9


def test_rounded_weights_are_recorded_and_their_reach_told() -> None:
    told = score(same(4), weights="2dp")
    assert told.index == 99
    assert told.weights.rounding == "2dp"
    assert "weights-reach" in keys_of(told)
    assert result_to_dict(told)["weights"] == "2dp"
    assert result_to_dict(told)["weights_sum"] == "99/100"


def test_weights_that_add_up_to_more_than_one_are_told_gravely_with_the_right_figure() -> None:
    told = score(same(3), weights="2dp", drop=["fee"])
    assert told.index == 78
    first, second, *others = told.notes
    assert (first.key, second.key) == ("weights-above", "weights-grade")
    assert first.to_dict()["params"] == {
        "rounding": "2dp",
        "right": "75.00",
        "total": "1.0400",
        "most": "104.00",
    }
    assert "75,00" in first.text("id")
    assert second.to_dict()["params"]["chosen"] == "B"
    assert second.to_dict()["params"]["grade"] == "C"
    graves = [note.is_grave for note in (first, second, *others)]
    assert graves == [True, True, False]
    assert not any(note.is_grave for note in score(same(3), drop=["fee"]).notes)


@pytest.mark.parametrize("reason", ["unanswered", "not-asked", "asked"])
def test_where_nothing_is_left_no_weight_goes_to_others(reason: str) -> None:
    rows = {key: ["", ""] for key in SKM.keys} if reason == "unanswered" else {}
    tally = tally_columns(rows, SKM).total() if rows else Tally.empty(SKM.id)
    told = score(tally, drop=SKM.keys if reason == "asked" else ())
    note = next(note for note in told.notes if note.key == f"lacking-{reason}")
    assert "Bobot" not in note.text("id")
    assert note.text("id") != note.text("en")


def test_beyond_the_scale_only_when_asked_for() -> None:
    tally = same(4)
    with pytest.raises(SurveyError) as raised:
        score(tally, weights="2dp", drop=["fee"])
    assert raised.value.kind == "index.outside"
    told = score(tally, weights="2dp", drop=["fee"], compat=True)
    assert told.index == 104
    assert told.grade is not None
    assert told.grade.letter == "A"
    assert "beyond" in keys_of(told)
    low = score(same(1), weights="2dp", compat=True)
    assert low.grade is not None
    assert (low.index_shown, low.grade.letter) == ("24.75", "D")


def test_the_regime_decides_the_grade_and_not_the_number_of_elements() -> None:
    letters = []
    for name in ("skm-2004", None, ""):
        told = score(same(3, fee=4, product=4, conduct=4), grades=name)
        letters.append(told.grade.letter if told.grade else None)
    assert letters == ["A", "B", None]
    old = instrument("skm-2014")
    told = score(Tally.from_frequencies(old, dict.fromkeys(old.keys, (0, 0, 3, 1))))
    assert told.index_shown == "81.25"
    assert told.grade is not None
    assert told.grade.letter == "B"
    assert "grades-doubtful" in keys_of(told)


def test_the_map_of_the_sixteen_questions_is_named_and_decides() -> None:
    form = instrument("skm-16-online-a")
    rows = {f"q{n}": [1 if n in {8, 9, 14} else 4] * 30 for n in range(1, 17)}
    tally = tally_columns(rows, form).total()
    by_a = score(tally)
    by_b = score(tally, instrument("skm-16-online-b"))
    assert by_a.instrument.id == "skm-16-online-a"
    assert by_a.means["conduct"] == Fraction(1 + 1 + 4 + 1, 4)
    assert by_b.means["fee"] == Fraction(4 + 1 + 1, 3)
    assert by_a.index != by_b.index
    assert keys_of(by_a)[-1] == "map"
    assert "peta butir a" in by_a.notes[-1].text("id")
    with pytest.raises(SurveyError):
        score(tally, instrument("skm-16-hybrid-a"))


def test_elements_of_ones_own_are_scored_with_their_instrument() -> None:
    own = adapted(SKM, add=[Element(key="parking", term=Term("Parkir"))])
    tally = tally_columns({key: [4, 3] for key in own.keys}, own).total()
    told = score(tally, own)
    assert len(told.elements) == 10
    assert "adapted" in keys_of(told)
    for given in (None, SKM):
        with pytest.raises(SurveyError):
            score(tally, given)


def test_counts_of_another_scale_are_refused() -> None:
    with pytest.raises(SurveyError) as raised:
        score(Tally(SKM.id, {"fee": ElementCounts((0,) * 9 + (1,))}, 1))
    assert raised.value.kind == "tally.scale"
    with pytest.raises(SurveyError) as raised:
        score(same(3), categories="naive")
    assert raised.value.kind == "categories"


def test_the_survey_of_data_needs_is_scored_on_its_own_scale() -> None:
    skd = instrument("skd-2025")
    rows = {f"kepuasan_{key}": [10, 9] * 20 for key in skd.keys}
    rows |= {f"kepentingan_{key}": [9, 8] * 20 for key in skd.keys[:3]}
    rows["kepuasan_no_brokers"] = [1] * 40
    tally = tally_columns(rows, skd).total()
    told = score(tally)
    assert told.index == Fraction(100 * (15 * Fraction(19, 2) + 1), 160)
    assert dict(told.importance) == dict.fromkeys(skd.keys[:3], Fraction(17, 2))
    assert result_to_dict(told)["elements"][0]["importance"] == "8.500"
    assert score_part(tally, "ipkp").index == 95
    ipak = score_part(tally, "ipak")
    assert ipak.index == Fraction(10 * (4 * Fraction(19, 2) + 1), 5)
    assert len(ipak.elements) == 5
    with pytest.raises(SurveyError) as raised:
        score_part(tally, "ikk", skd)
    assert raised.value.kind == "part.unknown"
    lowest = tally_columns({key: [1] for key in skd.keys}, skd).total()
    assert score(lowest).index == 10
    assert ipak.notes[0].to_dict()["params"] == {"part": "IPAK"}
    assert ipak.notes[0].key == "part-doubtful"


def test_a_part_may_be_weighed_by_importance_where_that_was_asked() -> None:
    skd = instrument("skd-2025")
    first, second, *_ = skd.parts["ipak"]
    rows = {f"kepuasan_{key}": [10 if key == first else 5] for key in skd.keys}
    weighed = {first: [9], second: [3]}
    tally = tally_columns(rows | {f"kepentingan_{k}": v for k, v in weighed.items()}, skd).total()
    told = score_part(tally, "ipak", weighting="importance")
    assert told.index == Fraction(10 * (9 * 10 + 3 * 5), 12)
    assert told.weights.given
    bare = tally_columns(rows, skd).total()
    assert score_part(bare, "ipak", weighting="importance").index == score_part(bare, "ipak").index
    with pytest.raises(SurveyError) as raised:
        score_part(bare, "ipak", weighting="both")
    assert raised.value.kind == "weighting.unknown"
    sure = skd.changed(doubtful={})
    assert "part-doubtful" not in keys_of(score_part(bare, "ipak", sure))


def test_an_unverified_instrument_is_called_so() -> None:
    later = instrument("skd-2026")
    tally = tally_columns({key: [7] for key in later.keys}, later).total()
    assert "doubtful" in keys_of(score(tally))


def test_scores_of_groups_keep_their_keys() -> None:
    groups = Tallies(SKM.id, {(("service", "a"),): same(3), (("service", "b"),): same(4)})
    found = results_to_dict((key, score(one)) for key, one in groups)
    assert [group["key"] for group in found["groups"]] == [{"service": "a"}, {"service": "b"}]
    assert found["groups"][0]["elements"][7]["code"] is None
    assert found["groups"][0]["elements"][6]["code"] == "U7"
