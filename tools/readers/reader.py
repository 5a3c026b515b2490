"""Somebody who does what a section of a page says."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Final

from readers.blocks import TRANSCRIPTS, Block
from readers.commands import Said, run
from readers.edits import LEFT_OUT, PageError, filled_in, for_item, patched
from readers.shown import fits, renewed

ROOT: Final = Path(__file__).resolve().parents[2]
_LINE_END: Final = re.compile(r"</(?:p|h\d|tr|li|td|th)>")
_TAG: Final = re.compile(r"<[^>]+>")
_PROMPT: Final = re.compile(r"^(?:\$|[A-Z]:\\[^>]*>) (?P<command>.+)$")


@dataclass
class Reader:
    """A reader with a folder of their own.

    ``stale`` holds, by the place of its first line, what a block would have to show instead.
    """

    folder: Path
    stale: dict[int, list[str]] = field(default_factory=dict)

    def follow(self, part: Sequence[Block]) -> None:
        """Do all that a section says; raises ``PageError`` where it does not work."""
        for block in part:
            for given in block.listed("copy"):
                self._copy(given)
            if not block.has_work:
                continue
            try:
                self._do(block)
            except PageError as error:
                raise PageError(f"line {block.start}: {error}") from None

    def _copy(self, given: str) -> None:
        path, _, name = given.partition(":")
        source = ROOT / path
        target = self.folder / (name or source.name)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)

    def _do(self, block: Block) -> None:
        if "as-in" in block.options:
            self._compare(block)
        elif block.language in TRANSCRIPTS:
            self._watch(block)
        elif block.title is not None:
            self._write(block, self.folder / block.title)
        else:
            commands = [line for line in block.lines if shlex.split(line, comments=True)]
            self._run_all(block, commands)

    def _run_all(self, block: Block, commands: list[str]) -> list[Said | None]:
        """Run commands that must end as the block says: all of them, or only the last."""
        codes = [int(code) for code in block.listed("exit")] or [0]
        codes = [0] * (len(commands) - len(codes)) + codes
        return [self._run(line, code) for line, code in zip(commands, codes, strict=True)]

    def _run(self, line: str, code: int) -> Said | None:
        said = run(line, self.folder)
        if said is not None and said.code != code:
            raise PageError("\n".join([f"{line}", f"ends with {said.code}:", *said.lines]))
        return said

    def _watch(self, block: Block) -> None:
        starts = [place for place, line in enumerate(block.lines) if _PROMPT.match(line)]
        commands = [_PROMPT.sub(r"\g<command>", block.lines[start]) for start in starts]
        answers = self._run_all(block, commands)
        result, is_stale = block.lines[: starts[0] if starts else None], False
        for start, end, said in zip(starts, [*starts[1:], None], answers, strict=True):
            shown = block.lines[start + 1 : end]
            if said is not None and not fits(shown, said.lines):
                shown, is_stale = renewed(shown, said.lines), True
            result += [block.lines[start], *shown]
        if is_stale:
            self.stale[block.start] = result

    def _compare(self, block: Block) -> None:
        file = self.folder / block.options["as-in"]
        said = words_of(file) if file.suffix == ".html" else _read_lines(file)
        shown = [LEFT_OUT, *block.lines, LEFT_OUT]
        if not fits(shown, said):
            self.stale[block.start] = renewed(shown, said)[1:-1]

    def _write(self, block: Block, file: Path) -> None:
        if block.language == "diff":
            _write_lines(file, patched(_read_lines(file), block.lines))
        elif file.exists() and "overwrite" not in block.options:
            items = (for_item(block.lines, other) for other in block.listed("each"))
            for lines in (block.lines, *items):
                _write_lines(file, filled_in(_read_lines(file), lines, block.new_lines))
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            _write_lines(file, block.lines)


def words_of(file: Path) -> list[str]:
    """Return what a reader of an HTML page sees, a line for each paragraph or cell."""
    page = file.read_text(encoding="utf-8")
    body = _LINE_END.sub("\n", page[page.index("<body") :])
    lines = (" ".join(unescape(line).split()) for line in _TAG.sub(" ", body).splitlines())
    return [line for line in lines if line]


def _read_lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _write_lines(file: Path, lines: Sequence[str]) -> None:
    file.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
