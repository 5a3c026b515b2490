"""Groups and several files: each with its figures, and all of them together."""

from __future__ import annotations

import pytest

from tests.cli.survey.survey_answers import HEADS, SKM, Pst, Table, data, lines, told


def grouped(**sizes: int) -> str:
    return f"Layanan,{HEADS}\n" + "".join(
        f"{name.replace('_', '')},3,4,3,4,4\n" * n for name, n in sizes.items()
    )


@pytest.mark.parametrize("option", [("--together", "pooled"), ("--served", "A=1")])
def test_what_speaks_of_groups_needs_groups(
    pst: Pst, table: Table, option: tuple[str, str]
) -> None:
    assert "--group-by" in told(pst, "score", table(grouped(A=6)), *SKM, *option)


def test_groups_of_fewer_than_five_are_not_shown_as_text(pst: Pst, table: Table) -> None:
    arguments = (table(grouped(A=5, B=4, C=3)), *SKM, "--group-by", "Layanan")
    said = pst("survey", "score", *arguments).out
    assert "Layanan = A" in said
    assert "Layanan = B" not in said
    assert "2 kelompok, 7 responden" in said
    shown = pst("survey", "score", *arguments, "--small-groups").out
    assert "Layanan = B" in shown
    assert "tidak ditampilkan" not in shown
    assert [(g["n"], g["small"]) for g in data(pst, *arguments)["groups"]] == [
        (5, False),
        (4, True),
        (3, True),
    ]


def test_fewer_than_ten_put_nothing_into_an_order(pst: Pst, table: Table) -> None:
    arguments = (table(grouped(A=9, B=10)), *SKM, "--group-by", "Layanan")
    first, second = data(pst, *arguments)["groups"]
    assert first["priorities"] == []
    assert second["priorities"]


def test_a_blank_group_has_a_name(pst: Pst, table: Table) -> None:
    file = table(grouped(A=5, _=5))
    arguments = ("score", file, *SKM, "--group-by", "Layanan")
    assert "Kelompok: Layanan = (kosong)" in pst("survey", *arguments).out
    weighed = ("--together", "population", "--served", "A=10", "--served")
    for lang in ("id", "en"):
        for name in ("(kosong)", "(blank)"):
            ended = pst("survey", *arguments, *weighed, f"{name}=30", "--lang", lang)
            assert (ended.code, ended.err) == (0, "")
    assert "A, (kosong)" in told(pst, *arguments, *weighed, "Z=30")
    assert "--served" in told(pst, *arguments, "--together", "population")


def test_names_that_differ_by_capitals_or_spaces_are_told(pst: Pst, table: Table) -> None:
    text = grouped(Loket=5, loket=5, B=5) + "Loket ,3,4,3,4,4\n" * 5
    arguments = (table(text), *SKM, "--group-by", "Layanan")
    said = " ".join(pst("survey", "score", *arguments).out.split())
    assert "“Loket”, “loket”, “Loket ”" in said
    assert data(pst, *arguments)["alike"] == [["Loket", "loket", "Loket "]]


def test_several_files_have_their_own_figures_and_a_plain_mean(pst: Pst, table: Table) -> None:
    files = (
        table(f"{HEADS}\n{lines(1, '4,4,4,4,4')}", "a.csv"),
        table(f"{HEADS}\n{lines(3, '3,3,3,3,3')}", "b.csv"),
    )
    found = data(pst, *files, *SKM)
    assert [(f["n"], f["index"], f["grade"]) for f in found["files"]] == [
        (1, "100.00", "A"),
        (3, "75.00", "C"),
    ]
    assert (found["groups"][0]["index"], found["files_simple"]["index"]) == ("81.25", "87.50")
    said = pst("survey", "score", *files, *SKM).out
    assert "Rata-rata sederhana indeks berkas 87,50" in said
    assert "b.csv                             75,00 C 3 responden" in said
    assert "files_simple" not in data(pst, files[0], *SKM)


def test_a_file_that_cannot_be_scored_alone_hides_no_total(pst: Pst, table: Table) -> None:
    files = (table("biaya,waktu\n4,4\n", "a.csv"), table("waktu\n3\n", "b.csv"))
    rest = [f"--weight={key}=0" for key in _NOT_FEE]
    found = data(pst, *files, *SKM, "--weight", "fee=1", *rest, "--column", "waktu=waktu")
    assert found["groups"][0]["index"] == "100.00"
    assert "files_simple" not in found


_NOT_FEE = (
    *("requirements", "procedure", "time_limit", "product"),
    *("competence", "conduct", "complaint_handling", "facilities"),
)


def test_who_tells_the_population_alone_reads_the_margin_alone(pst: Pst, table: Table) -> None:
    file = table(f"{HEADS}\n" + "3,4,3,4,4\n4,4,3,3,2\n3,3,3,3,4\n" * 4)
    brief = pst("survey", "score", file, *SKM, "--population", "20").out
    assert "dikoreksi untuk populasi 20" in brief
    assert "Alfa Cronbach" not in brief
    assert (
        "Alfa Cronbach" in pst("survey", "score", file, *SKM, "--population", "20", "--quality").out
    )


def test_text_shows_gaps_and_quadrants(pst: Pst, table: Table) -> None:
    names = ("persyaratan", "prosedur", "waktu")
    heads = ",".join((*names, *(f"kepentingan_{name}" for name in names)))
    file = table(f"{heads}\n6,9,8,9,6,9\n" + "6,9,8,9,6,9\n")
    drop = [f"--drop=U{n}" for n in (1, *range(5, 17))]
    ended = pst("survey", "score", file, "--instrument", "skd-2025", *drop)
    assert ended.code == 0, ended.err
    (row,) = [one for one in ended.out.splitlines() if one.startswith("  Persyaratan layanan")]
    assert row.split()[2:] == ["6,000", "9,000", "-3,000", "A"]
    assert "Kuadran: A prioritas utama" in ended.out
    level = pst(
        "survey", "score", table(f"{heads}\n6,6,6,9,9,9\n"), "--instrument", "skd-2025", *drop
    )
    assert "Kuadran tidak dapat ditentukan" in level.out
