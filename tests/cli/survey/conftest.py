"""Files of answers, and what the 49 respondents come to."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.survey.survey_answers import DATA


@pytest.fixture(scope="module")
def expected() -> Mapping[str, Any]:
    text = (DATA / "skm-answers-49x9.expected.json").read_text(encoding="utf-8")
    return dict(json.loads(text)["skm-answers-49x9"])


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Write a file of answers: its text, or the rows below a header."""

    def write(text: str, name: str = "jawaban.csv", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode(encoding))
        return file

    return write
