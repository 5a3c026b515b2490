"""Give a file its name only when it is whole, and only where the name is free."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """Give an empty file for its owner alone (0600), to fill; after the block it has its name.

    A process that is killed meanwhile leaves nothing under that name, and of several that make the
    same file one comes first. Raises ``FileExistsError`` for the others, whose file is dropped.
    """
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield fresh
        _put(fresh, path)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _put(fresh: Path, path: Path) -> None:
    """Give a file its name unless there is one of that name; the name is on the disk then."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:
        # Some network drives have no second names.
        if path.exists():
            raise FileExistsError(path) from None
        fresh.rename(path)
    with contextlib.suppress(OSError):
        # Windows opens no folders, and needs not.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
