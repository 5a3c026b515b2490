"""Rules of privacy that this library cannot break, each with the tests that show it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from pst_standards.complaints.payloads import PAYLOADS
from pst_standards.complaints.secrecy.identity import Identity
from pst_standards.complaints.secrecy.vaults import Vault
from pst_standards.model.complaint_case import ComplaintRecord
from pst_standards.model.survey import SurveyPlan
from pst_standards.rules import catalogue
from pst_standards.rules.rows import Status

TESTS: Final = Path(__file__).parent
PROOFS: Final[Mapping[str, tuple[str, str]]] = {
    "PRV-001": ("test_leaks.py", "test_five_hundred_identities_leak_through_no_channel"),
    "PRV-002": ("test_vault.py", "test_every_opening_is_logged_with_officer_reason_and_time"),
    "PRV-004": ("test_codes.py", "test_only_a_salted_hash_is_kept"),
    "PRV-009": ("test_by_construction.py", "test_a_reference_comes_from_no_identity"),
    "PRV-011": ("test_by_construction.py", "test_nothing_joins_a_survey_with_a_complaint"),
}


def test_each_rule_that_holds_by_construction_has_its_test() -> None:
    rows = {
        row.id
        for row in catalogue().law()
        if row.about == "complaint" and row.status is Status.BY_CONSTRUCTION
    }
    assert rows == PROOFS.keys()


@pytest.mark.parametrize("rule", sorted(PROOFS))
def test_the_test_of_a_rule_is_there(rule: str) -> None:
    file, name = PROOFS[rule]
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}


def test_a_reference_comes_from_no_identity(
    vault: Vault, new_identity: Callable[..., Identity]
) -> None:
    identity = new_identity()
    assert vault.seal(identity) != vault.seal(identity)


def test_nothing_joins_a_survey_with_a_complaint() -> None:
    kinds: tuple[Any, ...] = (ComplaintRecord, *PAYLOADS.values())
    of_complaints = {one.name for kind in kinds for one in attrs.fields(kind)}
    of_surveys = {one.name for one in attrs.fields(SurveyPlan)}
    assert not [name for name in of_complaints if "survey" in name or "respondent" in name]
    assert not [name for name in of_surveys if "complaint" in name or "reporter" in name]
