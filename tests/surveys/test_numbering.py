from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.surveys import SurveyError, adapted, columns_of, instrument

SKM = instrument("skm-2017")
CODES = [f"u{n}" for n in range(1, 10)]


def read(header: list[str], name: str = "skm-2017", **options: object) -> dict[str, int]:
    return dict(columns_of(header, instrument(name), **options).answers)  # type: ignore[arg-type]


def refusal(header: list[str], name: str = "skm-2017", **options: object) -> SurveyError:
    with pytest.raises(SurveyError) as raised:
        read(header, name, **options)
    assert raised.value.message("id") != raised.value.message("en")
    return raised.value


def test_bare_numbers_need_a_numbering() -> None:
    error = refusal(CODES)
    assert error.kind == "numbering.missing"
    assert error.params["found"] == ("u8", "u9")
    assert error.position == {"column": "u8"}
    assert "list, form" in str(error)


def test_the_numbering_decides_between_the_two() -> None:
    by_list, by_form = (read(CODES, numbering=way) for way in ("list", "form"))
    assert (by_list["complaint_handling"], by_list["facilities"]) == (7, 8)
    assert (by_form["complaint_handling"], by_form["facilities"]) == (8, 7)
    assert list(by_list)[:7] == list(by_form)[:7]


def test_numbers_on_which_all_agree_need_none() -> None:
    assert read(["U1", "U7"]) == {"requirements": 0, "conduct": 1}
    assert read(["U8"], "skm-2014") == {"pledge": 0}
    assert read(["U14"], "skm-2004") == {"safety": 0}


@pytest.mark.parametrize(
    "heading",
    [
        *("waktu", "Waktu", "time_limit", "Waktu penyelesaian", "TIME TO COMPLETION", "\ufeffU3"),
        *("U3", "u 3", "U-03", "unsur 3", "Q3", "p3", "kepuasan_waktu", "satisfaction: U3"),
    ],
)
def test_a_column_is_known_by_many_names(heading: str) -> None:
    assert read([heading]) == {"time_limit": 0}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        *(("U3.1", "time_limit.1"), ("u3_2", "time_limit.2"), ("U3a", "time_limit.a")),
        *(("waktu.2", "time_limit.2"), ("U12.1", None), ("no", None), ("2024", None), ("", None)),
        *(
            ("kepuasan", None),
            ("tingkat_kepuasan_umum", None),
            ("umur", None),
            ("nama_layanan", None),
            ("waktu_pengisian", None),
            ("U3.1.2", None),
        ),
    ],
)
def test_parts_of_an_element_and_other_columns_are_told_apart(
    heading: str, key: str | None
) -> None:
    if heading == "U12.1":
        assert refusal([heading, "U1"]).kind == "column.number"
        return
    found = columns_of(["U1", heading], SKM)
    assert [name for name in found.answers if name != "requirements"] == ([key] if key else [])
    assert found.others == (() if key else (1,))


def test_what_no_column_asks_is_told() -> None:
    assert columns_of(["U1", "biaya"], SKM).missing == tuple(
        key for key in SKM.keys if key not in {"requirements", "fee"}
    )


def test_importance_stands_beside_satisfaction() -> None:
    found = columns_of(
        ["kepuasan_U1", "kepentingan_U1", "biaya", "importance fee"], instrument("skd-2025")
    )
    assert dict(found.answers) == {"information": 0, "fee": 2}
    assert dict(found.importance) == {"information": 1, "fee": 3}


def test_importance_of_a_bare_number_is_ambiguous_too() -> None:
    assert refusal(["kepentingan_U8", "U1"]).kind == "numbering.missing"


def test_a_mapping_says_what_a_column_is() -> None:
    mapping = {"A": "fee", "B": "importance:fee", "U8": "", "C": "fee.2"}
    found = columns_of(["B", "A", "U8"], SKM, mapping=mapping)
    assert dict(found.answers) == {"fee": 1}
    assert dict(found.importance) == {"fee": 0}
    assert found.others == (2,)
    assert refusal(["A"], mapping={"A": "parking"}).kind == "element.unknown"
    assert refusal(["A"], mapping={"A": "gap:fee"}).kind == "column.aspect"


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (["biaya", "tarif"], "column.twice"),
        (["U4", "biaya"], "column.twice"),
        (["U3", "U3.1"], "column.mixed"),
        (["nama", "umur"], "column.none"),
        ([], "column.none"),
        (["1", "2", "2", "3"], "header.missing"),
        (["U10", "U1"], "column.number"),
    ],
)
def test_a_header_that_cannot_be_read_is_told(header: list[str], kind: str) -> None:
    assert refusal(header).kind == kind


def test_a_numbering_that_there_is_not_is_told() -> None:
    assert refusal(["U1"], numbering="page").kind == "numbering.unknown"
    assert refusal(["U1"], "skm-2014", numbering="form").kind == "numbering.unknown"


def test_the_sixteen_questions_are_called_by_their_own_numbers() -> None:
    assert read(["8", "q9", "P16"], "skm-16-online-a") == {"q8": 0, "q9": 1, "q16": 2}
    assert read(["11a", "q11B"], "skm-16-hybrid-b") == {"q11a": 0, "q11b": 1}
    assert read(["Tidak ada percaloan"], "skm-16-online-b") == {"q9": 0}
    assert refusal(["biaya"], "skm-16-online-b").kind == "column.none"


def test_an_element_of_the_offices_own_takes_its_number() -> None:
    from pst_standards.surveys import Element, Term

    own = adapted(SKM, add=[Element(key="parking", term=Term("Parkir"))])
    assert dict(columns_of(["U10", "Parkir?"], own, mapping={"Parkir?": ""}).answers) == {
        "parking": 0
    }


@settings(max_examples=20)
@given(st.permutations(CODES))
def test_the_order_of_columns_means_nothing(header: list[str]) -> None:
    found = read(header, numbering="list")
    assert {key: header[place] for key, place in found.items()} == dict(
        zip(SKM.keys, CODES, strict=True)
    )


@settings(max_examples=50)
@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_header_is_read_or_refused(header: list[str]) -> None:
    try:
        found = columns_of(header, SKM, numbering="list")
    except SurveyError as error:
        said = error.message("id")
    else:
        said = "read"
        assert set(found.answers.values()) | set(found.others) == set(range(len(header)))
    assert said


@pytest.mark.parametrize(
    "header",
    [["3", "4", "1", "2"], ["17", "3", "4"], ["Tegal", "1", "2", "3"], ["2", "9", "1"], ["4"]],
)
def test_a_first_respondent_is_not_read_as_headings(header: list[str]) -> None:
    with pytest.raises(SurveyError) as raised:
        columns_of(header, SKM, numbering="list")
    assert raised.value.kind == "header.missing"


def test_numbers_alone_are_headings_where_they_cannot_be_answers() -> None:
    assert len(columns_of([str(n) for n in range(1, 10)], SKM, numbering="form").answers) == 9


def test_a_question_beyond_the_instrument_is_refused() -> None:
    header = [f"Q{number}" for number in range(1, 11)]
    with pytest.raises(SurveyError) as raised:
        columns_of(header, SKM, numbering="list")
    assert (raised.value.kind, raised.value.params["column"]) == ("column.number", "Q10")
    assert len(columns_of(header, SKM, numbering="list", mapping={"Q10": ""}).answers) == 9
    assert columns_of(["U1", "Q10"], SKM).others == (1,)
