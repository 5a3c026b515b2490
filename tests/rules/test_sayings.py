from __future__ import annotations

from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.model.definition import Definition
from pst_standards.rules.sayings import Saying, sayings

GIVEN = """
complaints: {text: {id: Satu, en: One}, rights: [{id: a, citation: UU 25/2009}]}
publications: [{id: b, title: Dua}, {id: c, text: Tiga}]
services: [{id: d, missing_channels: {online: Belum, in_person: {id: Empat, en: Four}}}]
"""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "complaints",
            [
                ("Satu", ("complaints", "text")),
                ("One", ("complaints", "text")),
                ("UU 25/2009", ("complaints", "rights", 0, "citation")),
            ],
        ),
        (
            "publications",
            [("Dua", ("publications", 0, "title")), ("Tiga", ("publications", 1, "text"))],
        ),
        (
            "services",
            [
                ("Belum", ("services", 0, "missing_channels", "online")),
                ("Empat", ("services", 0, "missing_channels", "in_person")),
                ("Four", ("services", 0, "missing_channels", "in_person")),
            ],
        ),
        ("maklumat", []),
        ("no_such_key", []),
    ],
)
def test_the_texts_of_a_part_are_found_without_another_walk(key: str, expected: list[Any]) -> None:
    below = sayings(loads(GIVEN)).below(key)
    found = [Saying(*one) for one in below]
    assert [(one.words, one.pointer) for one in found] == expected


def test_the_parts_make_up_the_whole() -> None:
    found = sayings(loads(GIVEN))
    assert [one for key in found.parts for one in found.below(key)] == found.all


def test_an_empty_definition_says_nothing() -> None:
    assert sayings(Definition()).all == []
