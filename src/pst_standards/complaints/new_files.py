"""Give a file its name only when it is whole, and only where the name is free."""

from __future__ import annotations

import contextlib
import glob
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_TOKEN: Final = 4
_ENDING: Final = ".new"
_TOKENS: Final = re.compile(rf"[0-9a-f]{{{2 * _TOKEN}}}")
_AT_WORK: Final = 60
"""Seconds for which another process may still be filling its file."""


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """Give an empty file for its owner alone (0600), to fill; after the block it has its name.

    A process that is killed meanwhile leaves nothing under that name, and of several that make the
    same file one comes first. Raises ``FileExistsError`` for the others, whose file is dropped.
    """
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(_TOKEN)}{_ENDING}")
    try:
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield fresh
        _put(fresh, path)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def sweep(path: Path) -> None:
    """Remove what processes that were killed left of a file that has its name by now.

    That is a second name of the file itself, or a file of which nothing came.
    """
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_ENDING}"):
        token = left.name[len(path.name) + 2 : -len(_ENDING)]
        with contextlib.suppress(OSError):
            if _TOKENS.fullmatch(token) and (left.samefile(path) or _is_old(left)):
                left.unlink()


def _is_old(left: Path) -> bool:
    return time.time() - left.stat().st_mtime > _AT_WORK


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
