from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents.errors import PictureError
from pst_standards.documents.images import image_kind
from pst_standards.documents.whole_images import is_whole

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab"  # an APP0 segment to step over
    b"\xff\xff\xc4\x00\x03c"  # a fill byte and a table, which is no frame
    b"\xff\xc2\x00\x11\x08" + (480).to_bytes(2, "big") + (640).to_bytes(2, "big")
)
GIF = b"GIF87a" + (640).to_bytes(2, "little") + (480).to_bytes(2, "little")


@pytest.mark.parametrize(
    ("data", "extension"), [(PNG, "png"), (JPEG, "jpeg"), (GIF, "gif")], ids=["png", "jpeg", "gif"]
)
def test_kind_and_size_are_read_from_the_first_bytes(data: bytes, extension: str) -> None:
    kind = image_kind(data)
    assert (kind.extension, kind.width, kind.height) == (extension, 640, 480)


def test_a_real_picture(logo: bytes) -> None:
    assert (image_kind(logo).width, image_kind(logo).height) == (256, 256)


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"%PDF-1.7", b"BM"])
def test_another_format_is_named(data: bytes) -> None:
    with pytest.raises(PictureError) as caught:
        image_kind(data)
    assert caught.value.key == "picture.format"


@pytest.mark.parametrize("data", [PNG[:20], GIF[:8], JPEG[:16], GIF[:6] + bytes(4)])
def test_a_damaged_picture_is_named(data: bytes) -> None:
    with pytest.raises(PictureError) as caught:
        image_kind(data)
    assert caught.value.key == "picture.damaged"


@given(st.sampled_from([PNG[:8], b"\xff\xd8\xff", b"GIF89a"]), st.binary(max_size=64))
def test_any_bytes_are_a_picture_or_an_error(start: bytes, rest: bytes) -> None:
    try:
        kind = image_kind(start + rest)
    except PictureError:
        return
    assert kind.width > 0
    assert kind.height > 0


def test_what_is_drawn_to_its_end_is_whole(logo: bytes) -> None:
    assert is_whole(logo)
    assert is_whole(logo + b"what some program added")
    assert is_whole(JPEG + b"\xff\xda picture \xff\xd9\0\0")
    assert is_whole(GIF + b"picture;\0")


@pytest.mark.parametrize("data", [b"", PNG, JPEG, GIF, JPEG + b"\xff\xda picture"])
def test_what_ends_too_early_is_not_whole(data: bytes) -> None:
    assert not is_whole(data)


def test_a_picture_that_lost_any_part_is_not_whole(logo: bytes) -> None:
    for place in range(8, len(logo), 97):
        assert not is_whole(logo[:place])
        assert not is_whole(logo[:place] + bytes([logo[place] ^ 1]) + logo[place + 1 :])


def test_pixels_that_unpack_to_more_than_the_picture_has_are_refused() -> None:
    def part(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    for rows, whole in ((bytes(6), True), (bytes(5_000_000), False)):
        pixels = part(b"IDAT", zlib.compress(rows))
        data = b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + pixels + part(b"IEND", b"")
        assert is_whole(data) is whole
