from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from pst_standards.law import PartialDate
from pst_standards.rules import catalogue, check
from pst_standards.rules.norms import holding, in_force

ROW = evolve(catalogue()["STD-001"], since=PartialDate.parse("2009-07"))


@pytest.mark.parametrize(
    ("cite", "since", "until", "sure"),
    [
        ("UU 25/2009 Pasal 21", "2009-07-18", None, True),
        ("penjelasan UU 25/2009 Pasal 21 huruf d", "2009-07-18", None, True),
        ("PermenPANRB 15/2014", "2014", None, False),
        ("PP 7/2015", "2015-03-26", "2024-03-14", False),
        ("Perka BPS 1/2012", "2012", None, False),
        ("KepmenPAN 25/KEP/M.PAN/2/2004", "2004", None, False),  # its end is not certain
        ("UU 1/1900", "2009-07", None, True),
        ("no citation at all", "2009-07", None, True),
    ],
)
def test_a_norm_holds_as_the_register_says_else_as_the_rule_says(
    cite: str, since: str, until: str | None, *, sure: bool
) -> None:
    known = in_force(cite, ROW)
    assert (str(known.since), known.sure) == (since, sure)
    assert (str(known.until) if known.until else None) == until


def test_where_neither_knows_nothing_is_said() -> None:
    assert in_force("UU 1/1900", evolve(ROW, since=None)).since is None


def test_what_a_day_does_not_know_yet_is_not_cited() -> None:
    cites = ("UU 25/2009 Pasal 21", "PP 96/2012 Pasal 25", "no citation at all")
    assert holding(cites, dt.date(2010, 1, 1)) == (cites[0], cites[2])
    assert holding(cites, dt.date(2013, 1, 1)) == cites
    assert holding(cites[:2], dt.date(1999, 1, 1)) == cites[:2]


def test_a_finding_cites_the_law_of_its_day() -> None:
    data = {"standards": [{"id": "library"}]}
    found = check(data, as_of=dt.date(2010, 1, 1)).of("STD-001")
    assert {cite for one in found for cite in one.citations} == {
        f"UU 25/2009 Pasal 21 huruf {letter}" for letter in "abcdefghijklmn"
    }
