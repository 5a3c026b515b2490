"""Derive which articles, paragraphs and letters a law has: numbers and counts, no text of it.

``python tools/law_structure.py "UU 25/2009=uu.md" "PP 96/2012=pp.md"`` reads the texts given and
writes src/pst_standards/law/data/structure.json.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Final, TypeAlias

from pst_standards.law.key import RegulationKey

TARGET: Final = (
    Path(__file__).resolve().parents[1]
    / "src"
    / "pst_standards"
    / "law"
    / "data"
    / "structure.json"
)
FORMAT: Final = "pst-structure/1"
Article: TypeAlias = dict[str, int | list[int]]

_HEADING: Final = re.compile(r"^Pasal (\d+)$", re.MULTILINE)
_CLOSING: Final = "Agar setiap orang mengetahui"
_LETTER: Final = re.compile(r"^([a-z])\. ", re.MULTILINE)
_NUMBER: Final = re.compile(r"^(\d+)\. ", re.MULTILINE)
_PARAGRAPH: Final = re.compile(r"(?<!ayat )\((\d+)\) ")
_DEFINING: Final = "yang dimaksud dengan:"


def _split(text: str, marker: re.Pattern[str], wanted: list[str]) -> list[str]:
    """Cut a text at markers in the order wanted; what stands before the first is left out.

    A marker out of order is a reference to another place, not a beginning.
    """
    starts: list[tuple[int, int]] = []
    for match in marker.finditer(text):
        if len(starts) < len(wanted) and match[1] == wanted[len(starts)]:
            starts.append((match.start(), match.end()))
    ends = [start for start, _ in starts[1:]] + [len(text)] * bool(starts)
    return [text[start:end] for (_, start), end in zip(starts, ends, strict=True)]


def _letters(text: str) -> int:
    return len(_split(text, _LETTER, [chr(code) for code in range(ord("a"), ord("z") + 1)]))


def _numerals(last: int = 99) -> list[str]:
    return [str(number) for number in range(1, last)]


def article(text: str) -> Article:
    """Count what one article holds.

    Definitions are numbered "angka" by the rules of drafting, however a copy prints them, so
    bracketed ones count as both.
    """
    paragraphs = _split(text, _PARAGRAPH, _numerals())
    found: Article = {}
    if paragraphs:
        found["paragraphs"] = [_letters(paragraph) for paragraph in paragraphs]
    elif letters := _letters(text):
        found["letters"] = letters
    if _DEFINING in text:
        found["numbers"] = len(paragraphs or _split(text, _NUMBER, _numerals()))
    return found


def structure(text: str) -> dict[str, Article]:
    """Count the articles of a law in Markdown, up to its closing formula."""
    body = text[: text.index(_CLOSING)]
    articles = _split(body, _HEADING, _numerals(1000))
    return {str(number): article(content) for number, content in enumerate(articles, 1)}


def main(arguments: list[str]) -> None:
    """Read each ``KEY=PATH`` and write the counts of all of them."""
    laws: dict[str, object] = {"format": FORMAT}
    for argument in arguments:
        key, _, path = argument.partition("=")
        laws[str(RegulationKey.parse(key))] = structure(Path(path).read_text(encoding="utf-8"))
    rows = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in laws.items()]
    written = "{\n" + ",\n".join(rows) + "\n}\n"
    TARGET.write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
