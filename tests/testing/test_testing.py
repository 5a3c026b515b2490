from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from pst_standards.model.definition import Definition
from pst_standards.testing import (
    a_definition,
    a_standard,
    assert_finds,
    assert_lawful,
    assert_round_trip,
    complete_data,
)
from pst_standards.testing.strategies import definitions


def test_the_factories_make_what_the_law_accepts() -> None:
    assert_lawful(a_definition())
    assert_lawful(complete_data(lang="en"))


def test_a_fault_is_found_and_named() -> None:
    data = complete_data()
    del data["standards"][0]["fee"]

    (found,) = assert_finds(data, "STD-001")

    assert found.params["component"] == "fee"
    with pytest.raises(AssertionError, match="STD-001"):
        assert_lawful(data)


def test_what_is_not_found_fails_and_says_what_was() -> None:
    with pytest.raises(AssertionError, match=r"MKL-001 was not found; found: (?!.*MKL-001)"):
        assert_finds(a_definition(), "MKL-001")
    with pytest.raises(AssertionError, match=r"STD-001 was not found; found: .*MKL-001"):
        assert_finds(complete_data(maklumat=None), "STD-001")


def test_a_standard_can_lack_a_component() -> None:
    assert a_standard(fee=None).fee is None
    assert a_standard().fee is not None


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(definitions())
def test_definitions_survive_the_round_trip(definition: Definition) -> None:
    assert_round_trip(definition)


def test_a_round_trip_that_changes_something_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pst_standards.testing.assertions.dumps", lambda _, **__: "lang: en\n")
    with pytest.raises(AssertionError, match="yaml"):
        assert_round_trip(a_definition())
