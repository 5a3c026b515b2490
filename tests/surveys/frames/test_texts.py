from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys import SurveyError, instrument, score, tally_columns
from pst_standards.surveys.frames import Layout, Terms, count_file, count_text, rows, texts
from pst_standards.surveys.tallying import Handling

SKM = instrument("skm-2017")
LIST = Terms(numbering="list")
HEAD = ",".join(f"U{number}" for number in range(1, 10))
LINE = ",".join("344343443")
DATA = Path(__file__).resolve().parents[2] / "data"


def refusal(text: str | Callable[[], object], *args: Any) -> SurveyError:
    with pytest.raises(SurveyError) as raised:
        text() if callable(text) else count_text(text, SKM, *(args or (LIST,)))
    assert raised.value.message("id") != raised.value.message("en")
    return raised.value


def written(columns: Mapping[str, list[Any]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_text_gives_the_tallies_of_its_columns(text_case: Any, delimiter: str) -> None:
    found = count_text(written(text_case.columns, delimiter), SKM, text_case.terms)
    assert found.tallies == text_case.right
    assert found.told == {"delimiter": delimiter, "encoding": "utf-8", "header_row": 1}


def test_parts_of_a_table_add_up_to_the_whole(
    text_case: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "PART", 7)
    found = count_text(written(text_case.columns, ";"), SKM, text_case.terms)
    assert found.tallies == text_case.right


def test_the_real_answers_give_the_known_index() -> None:
    found = count_file(DATA / "skm-answers-49x9.csv", SKM, LIST)
    assert score(found.tallies.total()).index_shown == "78.74"
    assert found.header[0] == "respondent"
    assert found.columns.others == (0,)


@pytest.mark.parametrize(
    ("data", "layout"),
    [
        (f"{HEAD}\r\n{LINE}\r\n".encode(), Layout()),
        (f"\ufeff{HEAD}\n{LINE}".encode(), Layout()),
        (f"kode é,{HEAD}\n,{LINE}\n".encode("cp1252"), Layout(encoding="cp1252")),
        (f"{HEAD}\n{LINE}\n".replace(",", "\t").encode("utf-16"), Layout(encoding="utf-16")),
        (
            f"Judul\n\n{HEAD}\n(1)\n{LINE}\n9,9\n".encode(),
            Layout(header_row=3, first_row=5, last_row=5),
        ),
        (f"{LINE}\n".encode(), Layout(headings=tuple(HEAD.split(",")))),
        (
            f"Survei; tahun 2024\n{HEAD}\n{LINE}\n".replace(",", ";").encode(),
            Layout(header_row="find"),
        ),
    ],
)
def test_a_file_as_offices_have_it_is_counted(data: bytes, layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "jawaban.csv"
    path.write_bytes(data)
    tally = count_file(path, SKM, LIST, layout).tallies.total()
    assert tally.respondents == 1
    assert [one.sum for one in tally.elements.values()] == [3, 4, 4, 3, 4, 3, 4, 4, 3]


def test_a_cell_that_is_no_answer_is_told_with_its_row_and_column() -> None:
    error = refusal(f"{HEAD}\n{LINE}\n\n{LINE[:-1]}0\n{LINE}\n")
    assert error.kind == "answer.zero"
    # An empty line is no respondent, but a line it is.
    assert error.position == {"row": 4, "column": "U9", "element": "facilities"}


@pytest.mark.parametrize(
    ("text", "kind", "row"),
    [
        ("", "file.empty", None),
        ("a,b\nc,d\n", "column.none", None),
        (f"{LINE}\n{LINE}\n", "header.missing", None),
        (f"{HEAD}\n{HEAD}\n{LINE}\n", "header.more", 2),
        (f"{HEAD}\n{LINE}\n{LINE},4\n", "row.width", 3),
        (f"{HEAD}\n{LINE}\n3\n", "row.width", 3),
        (f"{HEAD}\n2,5{LINE[1:]}\n", "row.width", 2),
        (f"{HEAD}\n{LINE}\n{LINE[:-1]}\0\n", "file.binary", None),
        (f'{HEAD}\n"{LINE * 8000}', "file.csv", 2),
        ("U1;a,U2\n3;4\n", "delimiter.missing", 1),
    ],
)
def test_a_text_that_is_no_table_is_refused(text: str, kind: str, row: int | None) -> None:
    error = refusal(text)
    assert (error.kind, error.params.get("row")) == (kind, row)


def test_no_zero_comes_of_a_blank_and_what_is_left_out_is_counted() -> None:
    lenient = Terms(numbering="list", handling=Handling(refused="leave_out"))
    text = f"{HEAD}\n,,,,,,,,\n0,5,TS,4,4,4,4,4,4\n3\n{LINE}\n"
    tally = count_text(text, SKM, lenient).tallies.total()
    assert (tally.respondents, tally.empty_respondents) == (2, 1)
    assert tally.elements["requirements"].values == (0, 0, 1, 0)
    assert tally.elements["requirements"].blank == 1
    assert dict(tally.left_out) == {
        "answer.zero": 1,
        "answer.outside": 1,
        "answer.text": 1,
        "row.width": 1,
    }


def test_nobody_is_left_out_of_no_group() -> None:
    terms = Terms(group_by=("unit",), handling=Handling(refused="leave_out"))
    found = count_text("unit,biaya\na\n", SKM, terms).tallies
    assert dict(found.total().left_out) == {"row.width": 1}
    assert len(count_text("unit,biaya\n", SKM, terms).tallies) == 0
    assert count_text("biaya\n", SKM).tallies.total().elements["fee"].n == 0


def test_a_respondent_who_is_there_twice_is_told_and_left_out_only_when_asked() -> None:
    text = "id,biaya\na,1\nb,2\n,3\na,4\n,3\n"
    error = refusal(text, Terms(handling=Handling(respondent="id")))
    assert (error.kind, error.params["row"], error.params["before"]) == (
        "respondent.duplicate",
        5,
        2,
    )
    for duplicates, values in (("leave_out", (1, 1, 2, 0)), ("keep", (1, 1, 2, 1))):
        terms = Terms(handling=Handling(respondent="id", duplicates=duplicates))  # type: ignore[arg-type]
        tally = count_text(text, SKM, terms).tallies.total()
        assert tally.elements["fee"].values == values
    assert dict(tally.left_out) == {}
    assert refusal(text, Terms(handling=Handling(respondent="x"))).kind == "column.unknown"


def test_a_heading_that_is_there_twice_cannot_name_a_group() -> None:
    assert refusal("x,x,biaya\n1,2,3\n", Terms(group_by=("x",))).kind == "column.double"
    # Where it is not asked for it is in nobody's way.
    assert count_text("x,x,biaya\n1,2,3\n", SKM).tallies.total().respondents == 1


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"delimiter": "|"}, "layout.delimiter"),
        ({"header_row": 0}, "layout.row"),
        ({"last_row": -1}, "layout.row"),
        ({"header_row": 2, "headings": ("U1",)}, "layout.headings"),
        ({"header_row": 3, "first_row": 3}, "layout.first"),
    ],
)
def test_a_layout_that_cannot_be_is_refused(given: dict[str, Any], kind: str) -> None:
    assert refusal(lambda: Layout(**given)).kind == kind


@pytest.mark.parametrize(
    ("text", "layout", "kind"),
    [
        (f"{HEAD}\n", Layout(header_row=4), "file.short"),
        ("a\nb\n", Layout(header_row="find"), "header.not-found"),
        ("", Layout(header_row="find"), "file.empty"),
        (f"a\nb\n{HEAD}\n{LINE}\n", Layout(header_row="find", first_row=3), "header.not-found"),
        ("U8,U9\n4,4\n", Layout(header_row="find"), "header.not-found"),
    ],
)
def test_headings_that_are_not_found_are_told(text: str, layout: Layout, kind: str) -> None:
    assert refusal(text, LIST, layout).kind == kind


def test_a_number_that_means_two_elements_is_told_while_headings_are_searched() -> None:
    assert refusal(f"t\n{HEAD}\n", Terms(), Layout(header_row="find")).kind == "numbering.missing"


@pytest.mark.parametrize(
    ("name", "data", "layout", "kind"),
    [
        ("a.csv", b"U1\n3\n\xe9\n", Layout(), "file.encoding"),
        ("a.csv", b"PK\x03\x04\0\0", Layout(), "file.binary"),
        ("a.csv", b"U1\n3\n", Layout(encoding="klingon"), "layout.encoding"),
        ("a.csv", b"U\0001", Layout(encoding="utf-16"), "file.encoding"),
        ("a.doc", b"", Layout(), "file.kind"),
        ("a", b"", Layout(), "file.kind"),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    name: str, data: bytes, layout: Layout, kind: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    error = refusal(lambda: count_file(tmp_path / name, SKM, LIST, layout))
    assert error.kind == kind
    if data.endswith(b"\xe9\n"):
        assert error.params["row"] == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_long_file_is_read_line_by_line(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "_SMALL", 64)
    path, layout = tmp_path / "a.csv", Layout(delimiter=",", encoding=encoding)
    path.write_text("\ufeffbiaya,saran\n3,baik\n" + "4,\u201c\n" * 50, encoding=encoding)
    tally = count_file(path, SKM, LIST, layout).tallies.total()
    assert tally.elements["fee"].values == (0, 0, 1, 50)
    for text, kind, row in (
        ("x" * 200, "file.line", 53),
        ("4,\0\n", "file.binary", 53),
        ("0,a\n", "answer.zero", 53),
    ):
        path.write_text("biaya,saran\n" + "4,a\n" * 51 + text, encoding=encoding)
        error = refusal(lambda: count_file(path, SKM, LIST, layout))
        assert (error.kind, error.params["row"]) == (kind, row)
    path.write_bytes(b"biaya,saran\n" + b"4,a\n" * 51 + b"4,\xff\n")
    assert refusal(lambda: count_file(path, SKM, LIST, layout)).kind == "file.encoding"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    error = refusal(lambda: count_file(tmp_path / "x.csv", SKM, LIST))
    assert (error.kind, error.params["found"]) == ("file.closed", "x.csv")


@given(st.binary(max_size=300))
def test_whatever_is_in_a_file_is_counted_or_refused(tmp_path_factory: Any, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "garbage.csv"
    path.write_bytes(b"biaya,waktu\n" + data)
    for encoding in ("utf-8", "cp1252"):
        said, found = "", None
        try:
            found = count_file(path, SKM, LIST, Layout(encoding=encoding)).tallies.total()
        except SurveyError as error:
            said = error.message("en")
        assert said or (found is not None and not found.left_out)


def test_a_small_file_loads_no_library(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD}\n{LINE}\n", encoding="utf-8")
    program = (
        "import sys\n"
        "from pst_standards.surveys import instrument, score\n"
        "from pst_standards.surveys.frames import Terms, count_file\n"
        f"found = count_file({str(path)!r}, instrument('skm-2017'), Terms(numbering='list'))\n"
        "assert score(found.tallies.total()).index_shown == '88.89'\n"
        "heavy = {'numpy', 'pyarrow', 'narwhals', 'pandas', 'polars', 'attr'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_reader_of_columns_agrees_about_the_real_answers(
    answers: Mapping[str, list[str]],
) -> None:
    text = written(dict(answers), ";")
    right = tally_columns(answers, SKM, numbering="list")
    assert count_text(text, SKM, LIST).tallies == right
