from __future__ import annotations

import pytest

from pst_standards.rules import BaselineError, PackError, ProfileError, RulesError


@pytest.mark.parametrize("kind", [RulesError, BaselineError, PackError, ProfileError])
def test_an_error_holds_its_key_and_what_it_names(kind: type[RulesError]) -> None:
    error = kind("baseline.format", expected="pst-baseline/1")
    assert (error.key, error.params) == ("baseline.format", {"expected": "pst-baseline/1"})
    assert error.args == ("baseline.format", {"expected": "pst-baseline/1"})
    assert str(error) == error.message("id") != error.message("en")
