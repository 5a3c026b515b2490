"""A picture that is not printed: the warning says what was found, and what to do about it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from pst_standards.documents.assets import LARGEST, folder_assets
from pst_standards.documents.bulk.watching import WatchedAssets
from pst_standards.documents.picture_faults import PictureFault, fault_of
from pst_standards.documents.pictures import unusable
from pst_standards.messages import text
from pst_standards.model.definition import Definition

LOGO = (Path(__file__).parent / "logo.png").read_bytes()
HUGE = LOGO[:16] + struct.pack(">II", 9000, 9000) + LOGO[24:]
FOUND = {
    "": None,
    "empty": b"",
    "broken": LOGO[:-20],
    "format": b"RIFF\0\0\0\0WEBPVP8 ",
    "unknown": b"bukan gambar",
    "large": LOGO + bytes(LARGEST),
    "pixels": HUGE,
}


@pytest.mark.parametrize(("variant", "data"), FOUND.items(), ids=[*FOUND])
def test_each_fault_has_words_of_its_own(variant: str, data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "logo.png").write_bytes(data)
    assets = WatchedAssets(folder_assets(tmp_path))
    found = unusable(Definition(), ("office", "logo"), "logo.png", assets)
    assert (found.rule, found.variant) == ("DEF-033", variant)
    for lang in ("id", "en"):
        told = text("definition", found.message_key, lang, found.params)
        assert "logo.png" in told
        assert "{" not in told
        assert text("definition", f"{found.message_key}.hint", lang, found.params)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"GIF89a" + bytes([16, 0, 9, 0]), "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x1cftypavif", "AVIF"),
        (b"\n<svg xmlns=", "SVG"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_another_kind_of_file_is_named(start: bytes, name: str) -> None:
    fault = fault_of({"logo.png": start}, "logo.png")
    assert fault == PictureFault(variant="format", params={"found": name})


def test_sizes_are_told_as_they_were_found(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(LOGO + bytes(5_900_000 - len(LOGO)))
    found = unusable(Definition(), ("office", "logo"), "foto.jpg", folder_assets(tmp_path))
    told = text("definition", found.message_key, "id", found.params)
    assert "5.900 KB, lebih dari batas 5.000 KB" in told
    found = unusable(Definition(), ("office", "logo"), "a.png", {"a.png": HUGE})
    assert "9,000 \N{MULTIPLICATION SIGN} 9,000 pixels" in text(
        "definition", found.message_key, "en", found.params
    )


def test_a_file_elsewhere_or_locked_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "kantor"
    place.mkdir()
    for folder in (tmp_path, place):
        (folder / "logo.png").write_bytes(LOGO)
    assets = folder_assets(place)
    assert fault_of(assets, "../logo.png").variant == "outside"
    assert fault_of(None, "logo.png").variant == ""

    def locked(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert fault_of(assets, "logo.png").variant == "unread"
