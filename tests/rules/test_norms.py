from __future__ import annotations

import pytest
from attrs import evolve

from pst_standards.law import PartialDate
from pst_standards.rules import catalogue
from pst_standards.rules.norms import in_force

ROW = evolve(catalogue()["STD-001"], since=PartialDate.parse("2009-07"))


@pytest.mark.parametrize(
    ("cite", "since", "until", "sure"),
    [
        ("UU 25/2009 Pasal 21", "2009-07-18", None, True),
        ("penjelasan UU 25/2009 Pasal 21 huruf d", "2009-07-18", None, True),
        ("PermenPANRB 15/2014", "2014", None, False),
        ("PP 7/2015", "2015-03-26", "2024-03-14", False),
        ("Perka BPS 1/2012", "2012", None, False),
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
