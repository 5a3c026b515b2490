from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.documents.drawing import text_width
from pst_standards.documents.flow import FlowStep, flow_picture
from pst_standards.documents.images import image_kind
from pst_standards.documents.outline import Picture

LETTER = 20
ROOM = 900 - 84


def lines(picture: Picture) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", picture.vector)


def test_a_flow_tells_who_does_what_until_when() -> None:
    step = FlowStep(
        "Petugas", "Menanggapi", "Paling lama 14 hari", ("Bila belum lengkap: kembali.",)
    )
    made = flow_picture("Alur", (FlowStep("", "Mengadu"), step))
    assert lines(made) == [
        "1",
        "Mengadu",
        "2",
        "Petugas",
        "Menanggapi",
        "Paling lama 14 hari",
        "\N{EN DASH} Bila belum lengkap: kembali.",
    ]
    assert made.alt == (
        "Alur: 1. Mengadu. 2. Petugas: Menanggapi (Paling lama 14 hari)."
        " Bila belum lengkap: kembali."
    )
    assert "<title>Alur</title><desc>1. Mengadu. 2." in made.vector


def test_the_thirteenth_step_is_counted_and_told_only() -> None:
    made = flow_picture("Alur", tuple(FlowStep("", f"Langkah {one}") for one in range(15)))
    assert lines(made)[-1] == "+3"
    assert "Langkah 12" not in made.vector.split("</desc>")[1]
    assert "15. Langkah 14." in made.alt


@pytest.mark.parametrize("text", ["a" * 2000, "kata " * 400, "", "W" * 60 + " x"])
def test_what_does_not_fit_a_box_is_shortened(text: str) -> None:
    made = flow_picture("Alur", (FlowStep("", text, text, (text,)),))
    assert all(text_width(line, LETTER) <= ROOM for line in lines(made))
    assert len(lines(made)) <= 1 + 3 * 5


def test_the_lines_of_a_branch_stand_in_behind_its_dash() -> None:
    made = flow_picture("Alur", (FlowStep("", "Mengadu", "", ("kata " * 40,)),))
    places = re.findall(r'<text x="(\d+)"[^>]*>[^<]*kata kata', made.vector)
    assert (len(places), len(set(places[1:]))) == (4, 1)
    assert int(places[1]) - int(places[0]) == 24


@settings(max_examples=12)
@given(
    st.lists(
        st.builds(FlowStep, st.text(max_size=30), st.text(), st.text(max_size=9)),
        min_size=1,
        max_size=3,
    )
)
def test_any_steps_can_be_drawn(steps: list[FlowStep]) -> None:
    kind = image_kind(flow_picture("Alur", tuple(steps)).data)
    assert (kind.width, kind.height > 0) == (900, True)
