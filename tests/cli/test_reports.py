"""Findings as lines: of many that say the same, some are named and the others counted."""

from __future__ import annotations

import pytest
from attrs import evolve

from pst_standards.cli.reports import lines_of
from pst_standards.definitions.faults import fault
from pst_standards.findings import Finding, Location
from pst_standards.messages import LANGUAGES


def on_lines(count: int, key: str) -> list[Finding]:
    one = fault("DEF-029", found=key)
    return [evolve(one, location=Location(file="a.yaml", line=at)) for at in range(1, count + 1)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_many_that_say_the_same_the_first_are_named_and_the_others_counted(lang: str) -> None:
    *named, counted, hint = lines_of(on_lines(300, "text"), lang)
    assert len(named) == 10
    assert "DEF-029" in named[9]
    assert "290" in counted
    assert hint.startswith("  →")


def test_as_many_as_are_named_are_not_counted_and_others_have_lines_of_their_own() -> None:
    lines = list(lines_of([*on_lines(10, "text"), *on_lines(2, "name")], "id"))
    assert len(lines) == 10 + 2 + sum(line.startswith("  →") for line in lines)
