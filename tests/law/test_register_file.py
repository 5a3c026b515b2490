from __future__ import annotations

import pytest

from pst_standards.law import RegisterError, RegulationKey, load_register

HEAD = 'format = "pst-regulations/1"\nas_of = 2026-01-31\n'
ROW = """
[[regulation]]
key = "UU 1/2000"
title = "Contoh"
title_en = "Example"
confidence = "verified"
source = "Made up."
"""
SUCCESSOR = """
[[regulation.possible_successors]]
kind = "UU"
number = "2"
year = 2001
confidence = "unverified"
source = "Made up."
"""


def test_a_file_of_this_form_is_read() -> None:
    register = load_register(HEAD + ROW + SUCCESSOR)
    assert register.as_of.isoformat() == "2026-01-31"
    (regulation,) = register
    assert regulation.key == RegulationKey.parse("UU 1/2000")
    assert [str(one) for one in regulation.possible_successors] == ["UU 2/2001"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("= nothing", "register"),
        ("as_of = 2026-01-31", "'format' is missing"),
        (HEAD, "'regulation' is missing"),
        (HEAD + "regulation = 3", "not a list"),
        (HEAD + "regulation = [3]", "not a table"),
        (HEAD + "extra = 1\n" + ROW, "unknown key 'extra'"),
        (HEAD.replace("/1", "/2") + ROW, "'pst-regulations/2' is not"),
        (HEAD.replace("2026-01-31", '"2026"') + ROW, "not a date"),
        (HEAD.replace("2026-01-31", "2026-01-31T00:00:00") + ROW, "not a date"),
        (HEAD + ROW + 'colour = "red"', "UU 1/2000: unknown key 'colour'"),
        (HEAD + ROW.replace("UU 1/2000", "UU 1"), "UU 1: key: "),
        (HEAD + ROW.replace('"UU 1/2000"', "7"), "7: key: 7 is not a text"),
        (HEAD + ROW.replace('title = "Contoh"', ""), "title"),
        (HEAD + ROW.replace('"Contoh"', "4"), "title: 4 is not a text"),
        (HEAD + ROW.replace("verified", "certain"), "confidence"),
        (HEAD + ROW + 'in_force_from = "2012-31"', "in_force_from"),
        (HEAD + ROW + 'subjects = "law"', "subjects: 'law' is not a list"),
        (HEAD + ROW + 'doubtful = { colour = "verified" }', "unknown key 'colour'"),
        (HEAD + ROW + 'doubtful = "title"', "doubtful: 'title' is not a table"),
        (HEAD + ROW + SUCCESSOR.replace("2001", '"2001"'), "not a year"),
        (HEAD + ROW + SUCCESSOR.replace("2001", "true"), "not a year"),
        (HEAD + ROW + SUCCESSOR + 'title = "x"', "unknown key 'title'"),
        (HEAD + ROW + SUCCESSOR.replace('kind = "UU"', ""), "kind"),
        (HEAD + ROW + ROW, "UU 1/2000 stands twice"),
    ],
)
def test_a_file_of_another_form_is_refused_with_the_place(text: str, told: str) -> None:
    with pytest.raises(RegisterError) as caught:
        load_register(text)
    assert told in str(caught.value)
