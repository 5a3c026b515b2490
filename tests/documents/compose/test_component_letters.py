"""A component that a definition names by its letter stands in the documents by its name."""

from __future__ import annotations

import pytest

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.naming import Names
from pst_standards.documents.compose.tiers import rule_blocks
from pst_standards.documents.outline import KeyValues
from pst_standards.model.compensation import CompensationRule
from pst_standards.model.publication import Publication
from pst_standards.testing import a_definition

COMPOSITION = Composition(original=a_definition(), lang="id")


@pytest.mark.parametrize("said", ["fee", "e", "huruf e"])
def test_an_announcement_names_the_component(said: str) -> None:
    rule = CompensationRule(id="dearer", component=said)
    blocks = list(rule_blocks(rule, 1, COMPOSITION))
    facts = [pair for block in blocks if isinstance(block, KeyValues) for pair in block.pairs]
    assert ("Komponen standar", "Biaya/tarif") in facts


def test_a_list_of_components_is_one_of_names() -> None:
    shown = Names(a_definition(), "id").shown(Publication, "components", ("b", "fee", "parkir"))
    assert shown == "Persyaratan, Biaya/tarif, parkir"
