"""The rights that no examination shows, driven by ``pst complaint advance`` from what is typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli import main
from pst_standards.complaints.secrecy.views import WHITELISTS
from pst_standards.messages import LANGUAGES, has_text, text

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "complaints" / "requests.yaml"
Typed = Callable[..., tuple[int, Any]]


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    register = ["--register", str(tmp_path / "r.db"), "--officer", "A1", "--format", "json"]
    vault = ["--vault", str(tmp_path / "v.db"), "--key-file", str(tmp_path / "k")]
    # Filed and worked on up to its assignment; the rest is typed.
    kept = EXAMPLE.read_text(encoding="utf-8").split("  - {step: begin_follow_up")[0]
    file = tmp_path / "aduan.yaml"
    file.write_text(kept, encoding="utf-8")

    def run(*options: str) -> tuple[int, Any]:
        code = main(["complaint", *options, *register])
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if shown.out.strip() else shown.err

    code, filed = run("file", "--from", str(file), *vault)
    assert code == 0

    def advance(step: str, *pairs: str) -> tuple[int, Any]:
        told = [part for pair in pairs for part in ("--set", pair)]
        return run("advance", filed["number"], step, *told)

    return advance


@pytest.mark.parametrize(
    ("kind", "clock"), [("own_data", "K13"), ("information", "I1"), ("protection", "")]
)
def test_what_is_asked_for_is_answered(kind: str, clock: str, typed: Typed) -> None:
    code, shown = typed("request", "id=r1", f"kind={kind}")
    running = {one["id"] for one in shown["clocks"] if one["ended"] is None}
    assert code == 0
    assert not clock or clock in running
    assert typed("hand_over", "request=r1")[0] == 1
    code, shown = typed("hand_over", "request=r1", "documents=jawaban.pdf")
    assert code == 0
    assert clock not in {one["id"] for one in shown["clocks"] if one["ended"] is None}


def test_society_is_told_in_figures(typed: Typed) -> None:
    assert typed("announce", "report=")[0] == 1
    assert typed("announce", "report=rekapitulasi-2026")[0] == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_a_role_sees_has_a_label(lang: str) -> None:
    seen = {name for fields in WHITELISTS.values() for name in fields}
    assert [name for name in seen if not has_text("cli", f"complaint.field.{name}")] == []
    assert all(text("cli", f"complaint.field.{name}", lang) for name in seen)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", ["reporter", "officer", "examiner", "custodian"])
def test_a_case_with_requests_and_news_is_shown(
    role: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = ["--register", str(tmp_path / "r.db"), "--officer", "A1"]
    vault = ["--vault", str(tmp_path / "v.db"), "--key-file", str(tmp_path / "k")]
    assert main(["complaint", "file", "--from", str(EXAMPLE), *kept, *vault]) == 0
    capsys.readouterr()
    shown = ["complaint", "show", "P-2026-RQ7N", "--as", role, "--lang", lang, *kept]
    assert main(shown) == 0
    assert ("rekapitulasi-triwulan-1-2026" in capsys.readouterr().out) == (
        role in {"officer", "examiner"}
    )
