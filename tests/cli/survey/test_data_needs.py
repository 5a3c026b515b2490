"""The survey of data needs, with indices of its own and the importance of each attribute."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.survey.survey_answers import Pst, group


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
