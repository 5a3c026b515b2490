"""The fenced blocks of a page, and what comments before them say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

TRANSCRIPTS: Final = frozenset(["console", "doscon"])
_FENCE: Final = re.compile(r"^(?P<pad> *)```(?P<info>\S.*)?$")
_OPTIONS: Final = re.compile(r"^ *<!-- pst: (?P<options>.*) -->$")
_TITLE: Final = re.compile(r'title="(?P<name>[^"]+)"')
_NEW: Final = re.compile(r'hl_lines="(?P<lines>[^"]+)"')


@dataclass(frozen=True)
class Block:
    """A fenced block: what follows its fence, its options, its lines and where they stand."""

    info: str
    options: dict[str, str]
    lines: list[str]
    start: int
    pad: str
    section: int

    @property
    def language(self) -> str:
        """The word that chooses the colours."""
        return self.info.partition(" ")[0]

    @property
    def title(self) -> str | None:
        """Name of the file that the block shows."""
        found = _TITLE.search(self.info)
        return found["name"] if found else None

    @property
    def new_lines(self) -> set[int]:
        """Numbers of the lines that the block adds to the file, from 1."""
        found = _NEW.search(self.info)
        return {int(number) for number in found["lines"].split()} if found else set()

    @property
    def has_work(self) -> bool:
        """Whether a reader does something with it."""
        active = self.language in TRANSCRIPTS | {"sh"} or self.title or "as-in" in self.options
        return bool(active) and "skip" not in self.options

    def listed(self, option: str) -> list[str]:
        """Return the parts of an option that names several."""
        return [part for part in self.options.get(option, "").split(",") if part]


def blocks(page: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    options: dict[str, str] = {}
    story, section = False, 0
    lines = page.splitlines()
    place = 0
    while place < len(lines):
        said, fence = _OPTIONS.match(lines[place]), _FENCE.match(lines[place])
        if said:
            options |= _options(said["options"])
            story |= "story" in options
        elif lines[place].startswith("## ") and not story:
            section += 1
        elif fence:
            end = next(i for i in range(place + 1, len(lines)) if lines[i].strip() == "```")
            body = [line.removeprefix(fence["pad"]) for line in lines[place + 1 : end]]
            yield Block(fence["info"] or "", options, body, place + 1, fence["pad"], section)
            options, place = {}, end
        place += 1


def _options(said: str) -> dict[str, str]:
    if said.startswith("skip"):
        return {"skip": said}
    pairs = (word.partition("=") for word in said.split())
    return {name: value for name, _, value in pairs}


def sections(page: str) -> list[list[Block]]:
    """Return the blocks of each section that has something to do."""
    found: dict[int, list[Block]] = {}
    for block in blocks(page):
        found.setdefault(block.section, []).append(block)
    return [part for part in found.values() if any(block.has_work for block in part)]
