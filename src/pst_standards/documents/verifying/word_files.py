"""Opening a Word file that anybody may have saved, without trusting what it says of itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Final

from pst_standards.documents.identity import FOOT, TEMPLATE
from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.lines import Contents, contents
from pst_standards.documents.verifying.numbering import Numbering
from pst_standards.documents.verifying.word_text import story
from pst_standards.documents.verifying.xml_parts import parse
from pst_standards.documents.zips import BAD_ZIP

LARGEST: Final = 64_000_000
"""Most bytes of the parts that are read, unpacked: a zip bomb is refused before it bursts."""

_FRAMES: Final = ("header", "footer")
_NOTES: Final = ("footnotes", "endnotes")
_MAIN: Final = "word/document.xml"


def read_word(data: bytes) -> Contents:
    """Return the lines of a Word file and what its properties say of it.

    Headers come first, then the text, footnotes, and footers; of a document made with a template of
    an office the text and the hash alone, for all else is the office's. Raises
    ``UnverifiableError`` for a file that is damaged, too large, or no text document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package = _Package(archive)
            facts = _facts(package)
            framed = TEMPLATE not in facts
            return contents("docx", _lines(package, framed=framed), facts)
    except BAD_ZIP:
        raise UnverifiableError("damaged") from None


class _Package:
    """The parts of a file by name, with a limit on all that is unpacked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = LARGEST
        main = [target for kind, target in self.related("") if kind == "officeDocument"]
        self.main = main[0] if main else _MAIN

    def part(self, name: str) -> bytes:
        """Return a part, empty where there is none."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return b""
        with self._archive.open(info) as source:
            found = source.read(self._left + 1)
        self._left -= len(found)
        if self._left < 0:
            raise UnverifiableError("too-large")
        return found

    def related(self, name: str) -> list[tuple[str, str]]:
        """Return kind and name of each part that a part refers to, or the file itself for ``""``.

        Each once, by name, so that the order does not depend on who saved the file.
        """
        folder, _, last = name.rpartition("/")
        data = self.part(f"{folder}/_rels/{last}.rels" if name else "_rels/.rels")
        found: set[tuple[str, str]] = set()

        def start(tag: str, given: Mapping[str, str]) -> None:
            if tag == "rel:Relationship" and given.get("TargetMode") != "External":
                kind = given.get("Type", "").rpartition("/")[2]
                target = join("/", dirname(name), given.get("Target", ""))
                found.add((kind, normpath(target).lstrip("/")))

        if data:
            parse(data, start, lambda _: None, lambda _: None)
        return sorted(found)


def _lines(package: _Package, *, framed: bool) -> Iterator[tuple[str, str]]:
    body = package.part(package.main)
    if not body:
        raise UnverifiableError("damaged")
    related = package.related(package.main)
    if framed:
        yield from _frame(package, related, _FRAMES[0])
    lists = [name for kind, name in related if kind == "numbering"]
    yield from story(body, Numbering(package.part(lists[0]) if lists else b""))
    if framed:
        for kind in (*_NOTES, _FRAMES[1]):
            yield from _frame(package, related, kind)
    else:
        for kind in _FRAMES:
            found = (FOOT.search(text) for text, _ in _frame(package, related, kind))
            yield from ((foot[0], "") for foot in found if foot)


def _frame(
    package: _Package, related: list[tuple[str, str]], kind: str
) -> Iterator[tuple[str, str]]:
    """Yield each line of all parts of a kind once: a program may give every section its own."""
    lines = (line for each, name in related if each == kind for line in _story(package, name))
    yield from dict.fromkeys(lines)


def _story(package: _Package, name: str) -> list[tuple[str, str]]:
    data = package.part(name)
    return story(data) if data else []


def _facts(package: _Package) -> Mapping[str, str]:
    names = [name for kind, name in package.related("") if kind.lower() == "custom-properties"]
    found: dict[str, str] = {}
    name = ""

    def start(tag: str, given: Mapping[str, str]) -> None:
        nonlocal name
        if tag == "op:property":
            name = given.get("name", "")

    def text(value: str) -> None:
        if name.startswith("pst-") and value.strip():
            found.setdefault(name, value.strip())

    for part in filter(None, map(package.part, names)):
        parse(part, start, lambda _: None, text)
    return found
