"""The account of a page: every word is in the draft, stands for its shape, or is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pst_standards.exchange.sippn.draft import REMARKS, Fate, Remark
from pst_standards.exchange.sippn.lines import Line

_WORD: Final = re.compile(r"[^\W_]+")
# Values of these keys are words of the format, so that no word of a page counts as carried by them.
_LABELS: Final = frozenset(
    {"id", "service", "channels", "kind", "actor", "scope", "medium", "days", "marks"}
    | {"confidence", "format", "source", "stage"}
)


def words_in(text: str) -> list[str]:
    """Return the words of a text without regard to case; signs are no words.

    >>> words_in("1. Rp 10.000,- per_judul")
    ['1', 'rp', '10', '000', 'per', 'judul']
    """
    return _WORD.findall(text.casefold())


class Ledger:
    """What is known so far of the lines of one page."""

    def __init__(self) -> None:
        self._shape: dict[int, set[str]] = {}
        self._remarks: list[Remark] = []

    def shape(self, line: int, words: str) -> None:
        """Note that words of a line are carried by the shape of the draft: a heading, a number."""
        self._shape.setdefault(line, set()).update(words_in(words))

    def tell(self, key: str, line: int, words: str) -> None:
        """Make a remark; what is told as lost or left needs no other account."""
        self._remarks.append(Remark(key=key, line=line, words=" ".join(words.split())))
        if REMARKS[key] is not Fate.KEPT:
            self.shape(line, words)

    def drop(self, lines: Iterable[Line]) -> None:
        """Tell of lines that no key of the format takes."""
        for line in lines:
            self.tell("unplaced", line.number, line.text)

    def close(self, lines: Iterable[Line], data: Mapping[str, Any]) -> tuple[Remark, ...]:
        """Tell of every word that is not in the data; return all remarks by line."""
        carried = {word for text in texts_in(data) for word in words_in(text)}
        for line in lines:
            lost = self._lost(line, carried)
            if lost:
                self.tell("unplaced", line.number, lost)
        return tuple(sorted(self._remarks, key=lambda remark: remark.line))

    def _lost(self, line: Line, carried: set[str]) -> str:
        """Return the part of a line from its first to its last word that is nowhere else."""
        shape = self._shape.get(line.number, set())
        lost = [
            match
            for match in _WORD.finditer(line.text)
            if any(word not in carried and word not in shape for word in words_in(match[0]))
        ]
        return line.text[lost[0].start() : lost[-1].end()] if lost else ""


def texts_in(value: Any, key: str = "") -> Iterator[str]:
    """Yield the texts and numbers of data that can hold words of a page."""
    if key in _LABELS:
        return
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from texts_in(part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part, key)
    else:
        yield str(value)
