"""Names of single files, as a pre-commit hook passes them, taken for the folders they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pst_standards.cli.console import quoted, shown
from pst_standards.cli.running import Run


def tell_part(path: str, work: Run) -> None:
    """Say beside the result that a file is but a part of the definition in its folder."""
    from pst_standards.definitions.folders import folder_of_part

    folder = folder_of_part(Path(path))
    if folder is not None:
        work.console.aside(work.say("input.part", file=shown(path), folder=quoted(folder)))


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
