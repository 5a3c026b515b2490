"""Names of single files, as a pre-commit hook passes them, taken for the folders they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def as_folders(paths: Iterable[str]) -> list[str]:
    """Put the folder in place of each file that is a part of it; every input is named once.

    >>> as_folders(["-", "none.yaml", "-"])
    ['-', 'none.yaml']
    """
    from pst_standards.definitions.folders import is_one_definition

    whole: dict[Path, bool] = {}
    found: dict[str, None] = {}
    for path in paths:
        folder = Path(path).parent
        if Path(path).is_file():
            if folder not in whole:
                whole[folder] = is_one_definition(folder)
            found.setdefault(folder.as_posix() if whole[folder] else path)
        else:
            found.setdefault(path)
    return list(found)
