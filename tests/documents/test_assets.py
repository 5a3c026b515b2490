from __future__ import annotations

from pathlib import Path

import pytest

from pst_standards.definitions.assembling import loads
from pst_standards.documents import document, folder_assets
from pst_standards.documents.assets import LARGEST

JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x09\x00\x10\x03"


@pytest.fixture
def folder(tmp_path: Path, logo: bytes) -> Path:
    inner = tmp_path / "kantor"
    (inner / "foto").mkdir(parents=True)
    (inner / "logo.png").write_bytes(logo)
    (inner / "foto" / "ruang.jpg").write_bytes(JPEG)
    (inner / "kantor.yaml").write_bytes(b"lang: id\n")
    (inner / "palsu.png").write_bytes(b"bukan gambar")
    (inner / "gerak.gif").write_bytes(b"GIF89a" + bytes([16, 0, 9, 0]))
    (inner / "besar.png").write_bytes(logo + bytes(LARGEST))
    (tmp_path / "rahasia.png").write_bytes(logo)
    return inner


def test_pictures_inside_the_folder_are_found(folder: Path, logo: bytes) -> None:
    assets = folder_assets(folder)
    assert assets["logo.png"] == logo
    assert assets["foto/ruang.jpg"] == assets["foto\\ruang.jpg"] == JPEG
    assert list(assets) == ["foto/ruang.jpg", "logo.png"]
    assert len(assets) == 2


def test_the_folder_of_a_single_file_is_its_own(folder: Path, logo: bytes) -> None:
    assert folder_assets(folder / "kantor.yaml")["logo.png"] == logo


@pytest.mark.parametrize(
    "name",
    [
        "../rahasia.png",
        "foto/../../rahasia.png",
        "..\\rahasia.png",
        "tidak-ada.png",
        "kantor.yaml",
        "palsu.png",
        "gerak.gif",
        "besar.png",
        "foto",
        "",
        ".",
        "a\0b.png",
        "x" * 5000,
    ],
)
def test_anything_else_is_not(name: str, folder: Path) -> None:
    assets = folder_assets(folder)
    assert name not in assets
    assert assets.get(name) is None


def test_an_absolute_path_is_not_followed(folder: Path) -> None:
    assets = folder_assets(folder)
    assert str(folder / "logo.png") not in assets
    assert str(folder.parent / "rahasia.png") not in assets


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    link = folder / "tautan.png"
    try:
        link.symlink_to(folder.parent / "rahasia.png")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert "tautan.png" not in folder_assets(folder)


def test_a_picture_is_read_when_a_document_asks_for_it(folder: Path) -> None:
    office = loads({"office": {"name": "BPS", "logo": "logo.png"}, "maklumat": {"pledge": "Siap"}})
    made = document(office, "maklumat", assets=folder_assets(folder))
    assert made.letterhead is not None
    assert made.letterhead.logo is not None
