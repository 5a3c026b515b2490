from __future__ import annotations

import pickle

import pytest

from pst_standards.definitions.errors import DefinitionError, UnreadableError
from pst_standards.definitions.reading import read


def refused() -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read("a: 1\na: 2\nb: [1\n", "kantor.yaml")
    return caught.value


def test_a_refusal_says_each_finding_in_a_line_of_its_own() -> None:
    lines = str(refused()).splitlines()
    assert [line.split(" ")[:2] for line in lines] == [
        ["kantor.yaml:2:1:", "DEF-006"],
        ["kantor.yaml:3:4:", "DEF-001"],
    ]


def test_a_refusal_crosses_process_borders() -> None:
    error = refused()
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is UnreadableError
    assert isinstance(copy, DefinitionError)
    assert copy.findings == error.findings


def test_a_finding_without_a_place_is_said_without_one() -> None:
    found = refused().findings[0]
    bare = type(found)(
        rule="DEF-002", variant="empty", severity=found.severity, verdict=found.verdict
    )
    assert str(DefinitionError((bare,))).startswith("DEF-002 ")
