from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli import formats
from pst_standards.documents import kinds
from pst_standards.documents.outline import Paper

Pst = Callable[..., Any]


def test_what_a_user_may_choose_is_what_there_is() -> None:
    assert formats.FORMATS == kinds.FORMATS
    assert formats.EVERY_FORMAT == kinds.EVERY_FORMAT
    assert formats.USUAL_FORMATS == kinds.USUAL_FORMATS
    assert tuple(Paper.__members__) == formats.PAPERS


def test_a_definition_is_built_as_pdf_and_markdown(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text(
        "format: pst-definition/1\nmaklumat: {pledge: Kami sanggup melayani.}\n", encoding="utf-8"
    )
    out = tmp_path / "keluaran"
    ended = pst("build", file, "--out", out, "--format", "PDF, md", "--paper", "A3")
    assert ended.code == 0
    assert {one.name for one in out.iterdir()} >= {"maklumat.pdf", "maklumat.md"}
    assert (out / "maklumat.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "> Kami sanggup melayani." in (out / "maklumat.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_format_that_there_is_not_is_refused_with_the_choices(
    lang: str, pst: Pst, tmp_path: Path
) -> None:
    ended = pst("build", "x.yaml", "--out", tmp_path / "o", "--format", "odt", "--lang", lang)
    assert ended.code == 2
    assert "odt" in ended.err
    assert "pdf" in ended.err
