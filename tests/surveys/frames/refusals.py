"""How a table that is no answers is refused."""

from __future__ import annotations

from typing import Any

import pytest

from pst_standards.surveys import SurveyError, instrument
from pst_standards.surveys.tallying import Handling

SKM = instrument("skm-2017")
LENIENT = Handling(refused="leave_out")


def refusal(count: Any) -> SurveyError:
    with pytest.raises(SurveyError) as raised:
        count()
    assert raised.value.message("id")
    return raised.value
