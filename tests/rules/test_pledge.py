from __future__ import annotations

from typing import Any

import pytest
from attrs import asdict

from pst_standards.model.base import Text
from pst_standards.model.maklumat import Maklumat, PledgeElements
from pst_standards.rules.pledge import elements_of, pledged, wording_of

ELEMENTS = {
    "capability": "Kami sanggup melayani sesuai standar pelayanan",
    "improvement": "kami melakukan perbaikan secara terus-menerus",
    "sanction": "kami siap menerima sanksi",
    "compensation": "kami memberikan kompensasi",
}


def elements(**said: Any) -> PledgeElements:
    return PledgeElements(**said)


def holds(maklumat: Maklumat) -> list[str]:
    return [name for name, held in asdict(pledged(maklumat, wording_of(maklumat))).items() if held]


@pytest.mark.parametrize("name", ELEMENTS)
def test_an_element_is_found_in_the_pledge_and_in_its_own_field(name: str) -> None:
    words = Text(ELEMENTS[name])
    found = [name, "standard"] if name == "capability" else [name]
    assert holds(Maklumat(pledge=words)) == found
    assert holds(Maklumat(pledge=words, elements=PledgeElements())) == found
    assert holds(Maklumat(elements=elements(**{name: words}))) == found


@pytest.mark.parametrize("name", ELEMENTS)
def test_a_field_of_its_own_holds_the_element_in_any_words(name: str) -> None:
    assert holds(Maklumat(elements=elements(**{name: Text("Begini adanya")}))) == [name]
    assert holds(Maklumat(elements=elements(**{name: Text("-")}))) == []


def test_all_that_a_maklumat_says_is_its_wording() -> None:
    parts = elements(
        capability=Text("a a"),
        improvement=Text("b b"),
        sanction=Text("-"),
        compensation=Text("d d", "e e"),
    )
    said = Maklumat(pledge=Text("Kami\n berjanji"), elements=parts)
    assert wording_of(said) == "Kami berjanji a a b b d d e e"
    assert wording_of(Maklumat()) == wording_of(None) == ""


def test_who_is_not_willing_has_promised_nothing() -> None:
    found = elements_of("Kami tidak sanggup melayani sesuai standar. Kami menerima sanksi.")
    assert (found.capability, found.standard, found.sanction) == (False, False, True)
