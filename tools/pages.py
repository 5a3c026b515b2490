"""Do what the pages tell a reader to do: ``python tools/pages.py`` renews what they show.

Some fenced blocks of a page are more than text:

- ``console`` and ``doscon``: commands behind a prompt, each with what it prints below it. A line
  ``...`` stands for lines left out.
- ``sh``: commands whose output the page does not show.
- any block with ``title="name"``: a file of the reader. It is written where there is none. Where
  there is one, each line takes the place of the line with the same key, behind a ``#`` or not; the
  lines that ``hl_lines`` names are new.
- ``diff`` with a title: lines that go (``-``) and come (``+``).

Every section of level two starts in an empty folder. A comment ``<!-- pst: ... -->`` before a block
says what a reader need not see: ``exit=1`` how the last command ends (``exit=0,1``: how each does),
``each=a,b`` that the same is written for other ids, ``copy=path,path:name`` what of this project
stands in the folder, ``overwrite`` that a file is written anew, ``as-in=file`` that the lines are
those of a file (of an HTML page: what is read on it), ``skip`` that nothing is done.
``story`` makes one section of the whole page.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from readers.blocks import blocks, sections
from readers.edits import PageError
from readers.reader import Reader

ROOT: Final = Path(__file__).resolve().parents[1]


def pages() -> list[Path]:
    """Return the pages that people write and readers follow."""
    return [ROOT / "README.md", ROOT / "README.id.md", *sorted((ROOT / "docs").glob("*.md"))]


def stale(page: str) -> dict[int, list[str]]:
    """Follow a page; return what its blocks would have to show, by the place of their lines."""
    found: dict[int, list[str]] = {}
    for part in sections(page):
        with tempfile.TemporaryDirectory() as folder:
            reader = Reader(Path(folder))
            reader.follow(part)
            found |= reader.stale
    return found


def renewed(page: str) -> str:
    """Return a page that shows what its commands print now."""
    shown = stale(page)
    lines = page.splitlines()
    for block in sorted(blocks(page), key=lambda one: one.start, reverse=True):
        if block.start in shown:
            new = [f"{block.pad}{line}".rstrip() for line in shown[block.start]]
            lines[block.start : block.start + len(block.lines)] = new
    return "\n".join([*lines, ""])


def main() -> int:
    """Renew every page, or those named; tell which changed and which need a person."""
    code = 0
    for file in [Path(name).resolve() for name in sys.argv[1:]] or pages():
        name, page = file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
        try:
            new = renewed(page)
            if new != page:
                file.write_text(new, encoding="utf-8", newline="\n")
                print(f"renewed: {name}")
            left = sorted(stale(new)) if stale(page) else []
        except PageError as error:
            print(f"{name}, {error}", file=sys.stderr)
            code = 1
            continue
        for place in left:
            print(f"look at {name}, line {place}", file=sys.stderr)
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
