from __future__ import annotations

import pytest

from pst_standards.definitions.faults import fault
from pst_standards.definitions.wording import word


@pytest.mark.parametrize(("lang", "advice"), [("id", "tanpa titik"), ("en", "without dots")])
def test_an_amount_that_is_no_number_is_answered_with_how_to_write_it(
    lang: str, advice: str
) -> None:
    found = fault("DEF-016", variant="number", key="amount", found="string", expected=("integer",))
    message, hint = word(found, lang)
    assert "amount" in message
    assert advice in hint
    assert "150000" in hint
