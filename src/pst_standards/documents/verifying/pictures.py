"""Pictures that stand for those which lay beside a definition once."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Final

_DOT: Final = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)


class AnyPicture(Mapping[str, bytes]):
    r"""Has a picture of one dot under every name: what is compared are texts.

    >>> pictures = AnyPicture()
    >>> pictures["logo.png"][:4], [*pictures], len(pictures)
    (b'\x89PNG', ['any'], 1)
    """

    def __getitem__(self, name: str) -> bytes:
        return _DOT

    def __iter__(self) -> Iterator[str]:
        return iter(("any",))

    def __len__(self) -> int:
        return 1
