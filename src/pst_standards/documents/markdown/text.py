"""Text as Markdown: nothing in it is read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from pst_standards.documents.cleaning import clean, safe_address
from pst_standards.documents.outline import Inline, Run

# Signs that mean something wherever they stand.
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|~#$&])")
# Signs that mean something where a line begins: bullets, quotes, underlines, rows of a table.
_START: Final = re.compile(r"([-+=:])")
_NUMBER: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_SPACE: Final = re.compile(r"[ \t]+")
HARD_BREAK: Final = "\\\n"
BREAK_IN_CELL: Final = "<br>"


def line(text: str) -> str:
    r"""Return ``text`` escaped, on one line.

    >>> line("# Pasal 5 * 2")
    '\\# Pasal 5 \\* 2'
    >>> line("1. Undang-Undang")
    '1\\. Undang-Undang'
    """
    return _begun(_escaped(clean(text).replace("\n", " ")).strip(" "))


def inline(text: Inline, break_: str = HARD_BREAK) -> str:
    r"""Return one line's worth of text; ``break_`` stands where a line ends.

    >>> inline((Run(text="Pasal 21", strong=True), Run(text=" huruf a")))
    '**Pasal 21** huruf a'
    """
    runs = (Run(text=text),) if isinstance(text, str) else _merged(text)
    shown = "".join(_styled(runs)).split("\n")
    # An empty line would end the paragraph.
    lines = [_begun(_SPACE.sub(" ", one).strip(" ")) or "&nbsp;" for one in shown]
    while len(lines) > 1 and lines[-1] == "&nbsp;":
        lines.pop()
    return "" if lines == ["&nbsp;"] else break_.join(lines)


def strong(text: str) -> str:
    r"""Return ``text`` strong, on one line; nothing for nothing.

    >>> strong("Kepala"), strong("(kosong)")
    ('**Kepala**', '<strong>(kosong)</strong>')
    """
    shown = line(text)
    if not shown:
        return ""
    return f"**{shown}**" if plain_edges(shown) else f"<strong>{shown}</strong>"


def address(wanted: str) -> str:
    """Return an address fit to stand in the round brackets of a link."""
    return wanted.replace("&", "\\&").replace("*", "%2A").replace("_", "\\_")


def _escaped(text: str) -> str:
    return _SPACE.sub(" ", _SIGNS.sub(r"\\\1", text))


def _begun(line: str) -> str:
    """Escape what would begin a list or another block at the start of a line."""
    if _START.match(line):
        return f"\\{line}"
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def _merged(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with neighbours of one look made one: two pairs of stars would touch."""
    merged: list[Run] = []
    for run in runs:
        text = clean(run.text)
        if merged and evolve(merged[-1], text="") == evolve(run, text=""):
            merged[-1] = evolve(run, text=merged[-1].text + text)
        elif text:
            merged.append(evolve(run, text=text))
    return tuple(merged)


def _styled(runs: Sequence[Run]) -> Iterator[str]:
    beside = False
    for run in runs:
        wanted = safe_address(run.link) if run.link else ""
        styled = run.strong or run.emphasis
        for number, part in enumerate(clean(run.text).split("\n")):
            if number:
                yield "\n"
            inside = part.strip()
            if not inside or not (styled or wanted):
                yield _escaped(part)
                continue
            before, after = part.split(inside, 1) if inside else ("", "")
            yield _escaped(before)
            shown = _looks(run, inside, stars=not beside and plain_edges(inside))
            yield f"[{shown}](<{address(wanted)}>)" if wanted else shown
            yield _escaped(after)
        beside = styled


def _looks(run: Run, inside: str, *, stars: bool) -> str:
    """Return a text strong or slanted: between stars where they are sure to be read so."""
    shown = _escaped(inside)
    if run.emphasis:
        shown = f"*{shown}*" if stars and not run.strong else f"<em>{shown}</em>"
    if run.strong:
        shown = f"**{shown}**" if stars and not run.emphasis else f"<strong>{shown}</strong>"
    return shown


def plain_edges(inside: str) -> bool:
    """Tell whether stars at the edges of a text open and close whatever stands beside them."""
    return inside[0].isalnum() and inside[-1].isalnum()
