"""Noting which pictures a build looked for, so that it is known what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class WatchedAssets(Mapping[str, bytes]):
    """Pictures by name, with the names that were asked for; also of those that are not there.

    >>> watched = WatchedAssets({"logo.png": b"..."})
    >>> watched.get("logo.png"), watched.get("photo.png"), sorted(watched.asked)
    (b'...', None, ['logo.png', 'photo.png'])
    >>> listed = WatchedAssets({"logo.png": b"..."})
    >>> list(listed), sorted(listed.asked)
    (['logo.png'], ['logo.png'])
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> bytes:
        self.asked.add(name)
        return self._assets[name]

    def __iter__(self) -> Iterator[str]:
        """Yield every name; whoever lists them rests on all of them."""
        for name in self._assets:
            self.asked.add(name)
            yield name

    def __len__(self) -> int:
        return len(self._assets)
