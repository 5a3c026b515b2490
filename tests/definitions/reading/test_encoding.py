from __future__ import annotations

import pytest

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import read

TEXT = "nama: Pelayanan “cepat” \u2013 Rp 0\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_marked_utf_16_are_read(encoding: str) -> None:
    content = read(TEXT.encode(encoding), "a.yaml")
    assert content.data == {"nama": "Pelayanan “cepat” \u2013 Rp 0"}
    assert str(content.locate(("nama",), key=True)) == "a.yaml:1:1"


def test_utf_16_of_the_other_order_is_read() -> None:
    data = b"\xfe\xff" + TEXT.encode("utf-16-be")
    assert read(data, "a.yaml").data == {"nama": "Pelayanan “cepat” \u2013 Rp 0"}


def test_a_text_with_a_byte_order_mark_is_read() -> None:
    content = read("\ufeff" + TEXT, "a.yaml")
    assert content.data == {"nama": "Pelayanan “cepat” \u2013 Rp 0"}
    assert str(content.locate(("nama",))) == "a.yaml:1:7"


@pytest.mark.parametrize(
    ("data", "key", "place"),
    [
        ("a: 1\r\nb: “x”\n".encode("cp1252"), "not_utf8", "2:4"),
        ("kafé: 1\n".encode("latin-1"), "not_utf8", "1:4"),
        (b"\xef\xbb\xbfa: \xe9\n", "not_utf8", "1:4"),
        ("é: 1\nü: “".encode() + b"\x93", "not_utf8", "2:5"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\xff", "binary", "1:1"),
        (b"some text first, then PNG\n\x89PNG\r\n\x1a\n\x00", "binary", "2:1"),
        ("a: 1\n".encode("utf-16-le"), "binary", "1:1"),
        (b"\xff\xfea\x00:\x00 \x00\x00\xd8", "utf16", "1:4"),
        (b"\xfe\xff\x00a\x00", "utf16", "1:2"),
    ],
)
def test_other_encodings_are_refused_with_the_place(data: bytes, key: str, place: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data, "a.yaml")
    (finding,) = caught.value.findings
    assert (finding.message_key, str(finding.location)) == (f"DEF-007.{key}", f"a.yaml:{place}")


def test_the_byte_that_is_not_utf_8_is_named() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("motto: “Melayani”".encode("cp1252"), "a.yaml")
    assert caught.value.findings[0].params == {"byte": "0x93"}
