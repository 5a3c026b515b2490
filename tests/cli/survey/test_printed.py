"""What a clerk reads on screen: bars, colours, remarks, at any width."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.survey.survey_answers import ANSWERS, BAR, ELEMENTS, LIST, Pst


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


def test_where_blocks_cannot_be_written_bars_are_of_plain_signs(pst_process: Pst) -> None:
    ended = pst_process("survey", "score", ANSWERS, *LIST, PYTHONIOENCODING="ascii")
    assert ended.code == 0
    assert (
        "U4  Biaya/tarif                                3,612 A #################..." in ended.out
    )


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


def test_a_caution_is_not_said_twice(pst: Pst, tmp_path: Path) -> None:
    answers = tmp_path / "few.csv"
    answers.write_text("biaya,waktu\n3,4\n4,4\n2,3\n", encoding="utf-8")
    said = pst("survey", "score", str(answers), "--instrument", "skm-2017", "--quality")
    assert said.out.count("kurang dari 30") == 1
    plain = pst("survey", "score", str(answers), "--instrument", "skm-2017")
    assert plain.out.count("kurang dari 30") == 1
