"""A few small offices over a layer of their province, and what a clean build of them gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from pst_standards.documents.bulk import Outcome, Settings, build_many, offices_in

OFFICES = 4
Build: TypeAlias = Callable[..., list[Outcome]]
Tree: TypeAlias = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def nation(tmp_path: Path) -> Path:
    """Write four offices: ``33/3301`` to ``33/3304`` below the folder that is returned."""
    home = tmp_path / "nation" / "33"
    home.mkdir(parents=True)
    (home / "provinsi.yaml").write_text(
        "maklumat: {pledge: Kami sanggup melayani sesuai standar.}\n", encoding="utf-8"
    )
    for number in range(1, OFFICES + 1):
        office = home / f"330{number}"
        office.mkdir()
        (office / "kantor.yaml").write_text(
            "extends: ../provinsi.yaml\nstage: adopted\n"
            f"office: {{code: '330{number}', name: BPS Kabupaten Contoh {number}, "
            "logo: logo.png}\n",
            encoding="utf-8",
        )
    return tmp_path / "nation"


@pytest.fixture
def build(nation: Path, tmp_path: Path) -> Build:
    """Build the offices into ``out``; keywords are those of the settings, and ``jobs``."""

    def run(out: str = "out", *, jobs: int = 1, **chosen: object) -> list[Outcome]:
        settings = Settings(folder=nation, out=tmp_path / out, **{"formats": ("html",), **chosen})  # type: ignore[arg-type]
        return list(build_many(offices_in(nation, settings.out), settings, jobs=jobs))

    return run


@pytest.fixture
def tree() -> Tree:
    """Return every file below a folder with what is in it."""

    def found(folder: Path) -> dict[str, bytes]:
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file()
        }

    return found
