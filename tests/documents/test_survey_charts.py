"""Charts of surveys: what is drawn as vectors and as pixels, and that words do not collide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.documents.images import image_kind
from pst_standards.documents.outline import Picture
from pst_standards.documents.plots import DARK, INK, PAPER, RED, Anchor, Plot
from pst_standards.documents.survey_bars import (
    COMPACT,
    Bar,
    Stack,
    Telling,
    count_bars,
    mean_bars,
    shades,
    stacked_bars,
)
from pst_standards.documents.survey_points import (
    Axes,
    Reading,
    Spot,
    quadrant_chart,
    steps,
    trend_chart,
)
from tests.documents.picture_pixels import pixels

TELLING = Telling("Judul <1>", "Uraian & angka")


def words(chart: Picture) -> Iterator[tuple[str, float, float]]:
    for left, top, text in re.findall(r'<text x="([^"]+)" y="([^"]+)"[^>]*>([^<]*)<', chart.vector):
        yield text, float(left), float(top)


def dots(chart: Picture) -> list[tuple[float, float]]:
    found = re.findall(r'<circle cx="([^"]+)" cy="([^"]+)"', chart.vector)
    return [(float(left), float(top)) for left, top in found]


def widths(chart: Picture, colour: str) -> list[int]:
    return [
        int(n) for n in re.findall(rf'width="(\d+)" height="\d+" fill="{colour}"', chart.vector)
    ]


def test_title_and_description_are_inside_and_escaped() -> None:
    chart = mean_bars([Bar("<b>", 2.0, "2")], TELLING, scale=(1, 4))
    assert "<title>Judul &lt;1&gt;</title><desc>Uraian &amp; angka</desc>" in chart.vector
    assert "&lt;b&gt;" in chart.vector
    assert chart.alt == TELLING.alt
    assert 'role="img"' in chart.vector


def test_pixels_and_vectors_show_the_same_shapes() -> None:
    plot = Plot("t", "d", height=60, width=100)
    plot.box(10, 10, 20, 5, DARK)
    plot.line((0, 30), (100, 30), RED, wide=2)
    plot.line((50, 0), (50, 60), RED, wide=2, dashed=True)
    plot.line((60, 40), (90, 55), DARK, wide=4)
    plot.dot(80, 15, 6, DARK)
    plot.words("I", 40, 40, high=12, anchor=Anchor.END)
    drawn = pixels(plot.png())
    assert drawn[12][15] == DARK
    assert drawn[30][5] == RED
    assert {drawn[y][50] for y in range(60) if y not in {29, 30}} == {RED, PAPER}
    assert drawn[15][80] == DARK
    assert drawn[15][90] == PAPER
    assert drawn[47][75] == DARK
    assert INK in drawn[46][35:40]
    svg = plot.svg()
    assert svg.count("<line") == 3
    assert svg.count("stroke-dasharray") == 1
    assert 'text-anchor="end"' in svg


def test_a_bar_is_as_long_as_its_mean_says() -> None:
    bars = [Bar("a", 1.0, "1"), Bar("b", 2.5, "2,5"), Bar("c", 4.0, "4")]
    chart = mean_bars(bars, TELLING, scale=(1, 4))
    none, half, whole = widths(chart, "#14304f")
    assert none == 0
    assert abs(2 * half - whole) <= 1


def test_a_marked_bar_has_another_colour_and_the_line_its_name() -> None:
    bars = [Bar("a", 2.0, "2", marked=True), Bar("b", 3.0, "3")]
    for value, anchor in ((1.5, "start"), (3.9, "end")):
        chart = mean_bars(bars, TELLING, scale=(1, 4), line=(value, "NI"))
        assert len(widths(chart, "#4676a8")) == 1
        assert re.search(rf'text-anchor="{anchor}" fill="#a61b1b">NI<', chart.vector)


def test_the_compact_chart_is_lower_and_as_well_lettered() -> None:
    bars = [Bar("Unsur", 3.0, "3,000")] * 9
    full = mean_bars(bars, TELLING, scale=(1, 4))
    small = mean_bars(bars, TELLING, scale=(1, 4), size=COMPACT)
    heights = []
    for chart in (full, small):
        kind = image_kind(chart.data)
        heights.append(chart.width * kind.height / kind.width)
        letter = 20 / kind.width * chart.width
        assert 1.9 < letter < 2.4
    assert heights[1] < 0.75 * heights[0]


def test_counts_of_nobody_have_bars_of_no_length() -> None:
    chart = count_bars([Bar("a", 0, "0"), Bar("b", 0, "0")], TELLING)
    assert widths(chart, "#14304f") == [0, 0]
    assert count_bars([], TELLING).data


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.integers(0, 50), min_size=4, max_size=4), min_size=1, max_size=3))
def test_stacks_are_all_as_long_as_each_other(counts: list[list[int]]) -> None:
    stacks = [
        Stack(str(n), tuple(one / (sum(row) or 1) for one in row)) for n, row in enumerate(counts)
    ]
    chart = stacked_bars(stacks, "1234", TELLING)
    found = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="30"', chart.vector)
    by_row: dict[str, list[tuple[int, int]]] = {}
    for left, top, wide in found:
        by_row.setdefault(top, []).append((int(left), int(wide)))
    lengths = set()
    for row in by_row.values():
        for (left, wide), (after, _) in pairwise(row):
            assert left + wide == after
        lengths.add(row[-1][0] + row[-1][1] - row[0][0])
    assert len(lengths - {0}) <= 1


def test_each_answer_has_a_colour_of_its_own() -> None:
    for parts in (2, 4, 5, 10):
        assert len(set(shades(parts))) == parts
    assert shades(1) == (DARK,)
    assert shades(0) == ()


def test_long_labels_become_smaller_not_wider() -> None:
    chart = mean_bars([Bar("N" * 25, 3.0, "3")], TELLING, scale=(1, 4))
    (size,) = re.findall(r'font-size="(\d+)"[^>]*>N{25}<', chart.vector)
    assert int(size) < 28
    cut = mean_bars([Bar("N" * 600, 3.0, "3")], TELLING, scale=(1, 4)).vector
    (kept,) = re.findall(r">(N+)\N{HORIZONTAL ELLIPSIS}<", cut)
    assert 10 < len(kept) < 60


def test_no_sign_of_a_label_breaks_the_drawing() -> None:
    label = "a\x1f\ud800\u202e<&>"
    chart = count_bars([Bar(label, 3, "3")], Telling(label, label))
    assert chart.vector.count("a&lt;&amp;&gt;") == 3
    assert chart.vector.encode()


def spots(*places: tuple[float, float]) -> list[Spot]:
    return [Spot(f"Unsur {n}", x, y) for n, (x, y) in enumerate(places, 1)]


def test_points_lie_right_for_satisfied_and_up_for_important() -> None:
    axes = Axes("Kepuasan", "Kepentingan", 2.0, 2.0)
    chart = quadrant_chart(spots((1, 3), (3, 1)), axes, "ABCD", TELLING)
    (left, high), (right, low) = dots(chart)
    assert left < right
    assert high < low
    assert {"A", "B", "C", "D"} <= {text for text, _, _ in words(chart)}


def test_decimals_are_parted_as_the_language_has_it() -> None:
    for comma in ",.":
        axes = Axes("x", "y", 2.05, 2.05, comma)
        chart = quadrant_chart(spots((2.0, 2.1), (2.1, 2.0)), axes, "ABCD", TELLING)
        assert any(text == f"2{comma}05" for text, _, _ in words(chart))


def test_names_do_not_cross_the_lines_or_each_other_where_there_is_room() -> None:
    close = spots((3.36, 3.45), (3.362, 3.475), (3.364, 3.508), (3.4, 3.52), (3.04, 3.7))
    chart = quadrant_chart(close, Axes("x", "y", 3.366, 3.459), "ABCD", TELLING)
    named = [(left, top) for text, left, top in words(chart) if text.startswith("Unsur")]
    assert len(named) == 5
    heights = sorted(top for _, top in named)
    assert all(after - before >= 18 for before, after in pairwise(heights))


def test_a_single_place_for_all_points_is_drawn_too() -> None:
    chart = quadrant_chart(spots(*[(3, 3)] * 12), Axes("x", "y", 3, 3), "ABCD", TELLING)
    assert len(dots(chart)) == 12


def test_no_line_joins_what_cannot_be_compared() -> None:
    readings = [Reading("2022", 80, "80"), Reading("2023", 81, "81", follows=False)]
    assert 'stroke-width="4"' not in trend_chart(readings, [], TELLING).vector
    assert (
        'stroke-width="4"'
        in trend_chart([*readings, Reading("2024", 82, "82")], [], TELLING).vector
    )


def test_only_cuts_within_the_heights_are_drawn() -> None:
    readings = [Reading("2023", 80, "80"), Reading("2024", 84, "84")]
    chart = trend_chart(readings, [(88.31, "A"), (65.0, "C")], TELLING)
    told = {text for text, _, _ in words(chart)}
    assert "C" not in told
    assert ("A" in told) == ("90" in told)


@pytest.mark.parametrize("value", [25.0, 100.0, 81.2])
def test_the_figure_above_a_point_stays_on_the_sheet(value: float) -> None:
    chart = trend_chart([Reading("2024", value, "x"), Reading("2025", value, "x")], [], TELLING)
    assert all(top > 20 for _, _, top in words(chart))


def test_of_many_periods_the_last_and_every_few_before_it_are_named() -> None:
    readings = [Reading(f"TW I {2000 + n}", 80 + n % 5, "80,00") for n in range(40)]
    chart = trend_chart(readings, [], TELLING)
    named = [left for text, left, _ in words(chart) if text.startswith("TW")]
    assert len(dots(chart)) == 40
    assert 3 < len(named) < 20
    assert any(text == "TW I 2039" for text, _, _ in words(chart))


@given(st.floats(0.1, 100), st.floats(0.01, 50))
def test_steps_are_round_and_few(low: float, room: float) -> None:
    found = steps(low, low + room)
    assert 2 <= len(found) <= 8
    assert all(low - 1e-6 <= one <= low + room + 1e-6 for one in found)
