"""What keeps a document from being final is told by name, as far as somebody reads on."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from pst_standards.cli.console import Console
from pst_standards.cli.open_text import open_lines
from pst_standards.cli.running import Run
from pst_standards.cli.speech import speaker
from pst_standards.definitions.faults import fault
from pst_standards.findings import Finding, Location

OWN, BASE = "kantor-saya/kantor.yaml", "bps/2020/standar.yaml"


def value(number: int, file: str) -> Finding:
    key = ("office", "services")[number % 2]
    where = Location(file, number + 1, 1)
    told = {"key": key, "found": "contoh"}
    return fault("DEF-032", variant="illustration", pointer=(key,), location=where, **told)


@pytest.fixture
def work() -> Run:
    console = Console(io.StringIO(), io.StringIO(), io.StringIO(), {})
    return Run(argparse.Namespace(path="kantor-saya"), console, speaker("en"), "en")


@pytest.mark.parametrize("count", [1, 12])
def test_a_few_values_are_all_named(count: int, work: Run) -> None:
    lines = "\n".join(open_lines([value(number, BASE) for number in range(count)], work))
    assert lines.count(BASE) == count


def test_of_many_the_own_ones_come_first_and_the_others_are_counted(work: Run) -> None:
    found = [value(number, OWN if number > 8 else BASE) for number in range(13)]
    *named, last = open_lines(found, work)
    files = [Path(line.partition(":")[0]).name for line in named if "DEF-032" in line]
    assert files == ["kantor.yaml"] * 4 + ["standar.yaml"] * 6
    assert "3" in last.split()
    assert "Office (office) 7, Services (services) 6." in last
