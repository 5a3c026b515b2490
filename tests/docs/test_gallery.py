from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from pst_standards.documents.every_kind import EVERY_KIND

_LARGEST = 200_000


@pytest.mark.slow
def test_the_gallery_shows_every_kind_as_it_is_now(root: Path, tmp_path: Path) -> None:
    tool = runpy.run_path(str(root / "tools" / "gallery.py"))
    written = (root / "docs" / "gallery.md").read_text(encoding="utf-8")
    assert written == tool["page"](tmp_path), "run tools/gallery.py"


def test_every_kind_has_a_picture_that_is_no_burden(root: Path) -> None:
    pictures = {one.stem: one for one in (root / "docs" / "images" / "gallery").glob("*.png")}
    assert set(pictures) == set(EVERY_KIND)
    assert max(one.stat().st_size for one in pictures.values()) < _LARGEST
