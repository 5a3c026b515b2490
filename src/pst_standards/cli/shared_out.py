"""Names of single files, as a pre-commit hook passes them, taken for the folders they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_ONCE: Final = ("extends", "office")
"""Keys that a whole definition gives once: where two files give one, they are two definitions."""


def as_folders(paths: Iterable[str]) -> list[str]:
    """Put the folder in place of each file that is a part of it; every input is named once.

    A folder is one definition when several definition files stand in it, one of them gives
    ``extends`` or ``office``, and no two of them give the same of the two.

    >>> as_folders(["-", "none.yaml", "-"])
    ['-', 'none.yaml']
    """
    whole: dict[Path, bool] = {}
    found: dict[str, None] = {}
    for path in paths:
        folder = Path(path).parent
        if Path(path).is_file():
            if folder not in whole:
                whole[folder] = _is_one_definition(folder)
            found.setdefault(folder.as_posix() if whole[folder] else path)
        else:
            found.setdefault(path)
    return list(found)


def _is_one_definition(folder: Path) -> bool:
    from pst_standards.definitions.base_finder import definition_files

    files = [item for item in definition_files(folder) if item.is_file()]
    given = Counter(key for item in files for key in _keys(Path(str(item))) if key in _ONCE)
    return len(files) > 1 and set(given.values()) == {1}


def _keys(file: Path) -> Iterable[str]:
    from pst_standards.definitions import DefinitionError
    from pst_standards.definitions.gathering import read_bytes
    from pst_standards.definitions.reading import read

    try:
        return read(read_bytes(file, file.name), file.name).data.keys()
    except DefinitionError:
        return ()  # its fault comes out when it is checked
