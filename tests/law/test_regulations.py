from __future__ import annotations

import re
from itertools import chain

import pytest

from pst_standards.findings import Confidence
from pst_standards.law import Register, Regulation, RegulationKey

NAMED = """
UU 16/1997, UU 13/1998, UU 13/2006, UU 43/2007, UU 14/2008, UU 37/2008, UU 25/2009, UU 30/2014,
UU 31/2014, UU 8/2016, UU 9/2018, UU 11/2020, UU 27/2022, UU 6/2023, PP 51/1999, PP 71/2000,
PP 54/2009, PP 61/2010, PP 33/2012, PP 96/2012, PP 7/2015, PP 18/2016, PP 43/2018, PP 16/2021,
PP 86/2021, PP 94/2021, PP 13/2024, Perpres 76/2013, Perpres 39/2019, Perpres 21/2023,
PermenPANRB 36/2012, PermenPANRB 15/2014, PermenPANRB 16/2014, PermenPANRB 24/2014,
PermenPANRB 13/2017, PermenPANRB 14/2017, PermenPANRB 17/2017, PermenPANRB 62/2018,
PermenPANRB 46/2020, PermenPANRB 29/2022, PermenPANRB 4/2023, PermenPANRB 11/2024,
PermenPANRB 5/2025, Permendagri 8/2023, Peraturan Ombudsman 17/2015, Peraturan Ombudsman 58/2023,
Perki 1/2021, Peraturan BPS 2/2019, Peraturan BPS 4/2019, Perka BPS 1/2012, Perka BPS 151/2014,
Perka BPS 78/2020, Perka BPS 36/2023, KepmenPANRB 680/2020, KepmenPAN 25/2004, Kepka BPS 5/2000,
Kepka BPS 7/2000, Kepka BPS 630/2019, Kep. Inspektur Utama BPS B146/2019, Pedoman MenPANRB 7/2022,
Pedoman MenPANRB 5/2023, Pedoman MenPANRB 9/2024, SE MenPANRB 66/2020
"""
"""Regulations that the domain of integrated statistical services rests on or cites."""


@pytest.mark.parametrize("name", re.split(r",\s+", NAMED.strip()))
def test_every_regulation_of_the_domain_is_known(register: Register, name: str) -> None:
    assert register.get(RegulationKey.parse(name)) is not None


@pytest.mark.parametrize(
    ("field", "opposite"),
    [
        ("replaces", "replaced_by"),
        ("replaced_by", "replaces"),
        ("amends", "amended_by"),
        ("amended_by", "amends"),
    ],
)
def test_relations_are_told_from_both_sides(register: Register, field: str, opposite: str) -> None:
    for regulation in register:
        for key in getattr(regulation, field):
            other = register.get(key)
            assert other is not None, f"{regulation.key} {field} {key}"
            assert regulation.key in getattr(other, opposite), f"{regulation.key} {field} {key}"


def test_what_is_confused_is_known(register: Register) -> None:
    confused = chain.from_iterable(regulation.often_confused_with for regulation in register)
    assert all(key in register for key in confused)


def test_stamp_duty_is_marked_as_cited_for_the_tariff(register: Register) -> None:
    stamp_duty = register.get(RegulationKey.parse("PP 86/2021"))
    assert stamp_duty is not None
    assert "Meterai" in stamp_duty.title
    assert RegulationKey.parse("PP 13/2024") in stamp_duty.often_confused_with


def _begins_and_ends(regulation: Regulation) -> bool:
    begins, ends = regulation.in_force_from, regulation.in_force_until
    return begins is None or ends is None or begins.earliest() <= ends.latest()


def test_dates_are_possible(register: Register) -> None:
    for regulation in register:
        assert _begins_and_ends(regulation), regulation.key
        assert regulation.in_force_from is not None, regulation.key
        assert regulation.in_force_from.year >= regulation.key.year, regulation.key
        assert regulation.in_force_from.earliest() <= register.as_of, regulation.key


def test_what_ended_says_by_what_it_was_replaced(register: Register) -> None:
    ended = [regulation for regulation in register if regulation.in_force_until is not None]
    assert ended
    assert [str(one.key) for one in ended if not one.replaced_by] == []


def test_every_row_says_where_it_comes_from_and_what_it_is_about(register: Register) -> None:
    for regulation in register:
        assert regulation.source.endswith("."), regulation.key
        assert regulation.subjects, regulation.key
        assert bool(regulation.title) == bool(regulation.title_en), regulation.key


def test_a_title_that_is_not_known_is_marked(register: Register) -> None:
    for regulation in register:
        if not regulation.title:
            assert regulation.confidence_of("title") is Confidence.UNVERIFIED, regulation.key


def test_nothing_in_the_register_is_made_up(register: Register) -> None:
    for regulation in register:
        marks = {regulation.confidence, *regulation.doubtful.values()}
        assert Confidence.ILLUSTRATION not in marks
