"""What was dated back is told to officers on screen, and not to who complains."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Pst: TypeAlias = Callable[..., Any]


@pytest.mark.parametrize(("lang", "words"), [("id", "dicatat "), ("en", "recorded ")])
def test_a_step_that_was_recorded_long_after_says_so(
    pst: Pst, tmp_path: Path, examples: Path, lang: str, words: str
) -> None:
    register = ("--register", tmp_path / "r.db")
    vault = ("--vault", tmp_path / "v.db", "--key-file", tmp_path / "k")
    source = examples / "complaints" / "late-service.yaml"
    asked = ("file", *register, *vault, "--officer", "A1", "--from", source, "--format", "json")
    number = json.loads(pst("complaint", *asked).out)["number"]
    show = ("complaint", "show", *register, number, "--officer", "A1", "--lang", lang, "--as")
    told = pst(*show, "officer")
    assert (told.code, words in told.out) == (0, True)
    assert words not in pst(*show, "reporter").out
    assert "PGD-060" in pst("check", tmp_path / "r.db").out
